// How the search for a missing kind of actor stands: asked, on trial, or not needed here and why.
import { useState } from 'react'
import { OrganisationField } from '#areas/actors/widgets/OrganisationField.tsx'
import { ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import { type Completeness, SearchState } from '../contract/completeness.ts'
import { cooperation } from '../contract.ts'
import { completenessTexts as t } from '../texts/completeness.de.ts'

const remote = client(cooperation)

type Props = { body: string; about: Completeness['actors'][number]; onClose: () => void }

export function SearchDialog({ body, about, onClose }: Props) {
  const { actor, search } = about
  const toast = useToast()
  const [state, setState] = useState<string>(search?.state ?? 'contacted')
  const [who, setWho] = useState<Option | null>(
    search?.organisation ? { id: search.organisation.id, label: search.organisation.title } : null,
  )
  const save = useAct(remote.noteSearch, () => {
    toast({ text: t.saved })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.searchFor(t.actors[actor])}>
      <Form
        onSubmit={({ note = '' }) =>
          void save.act({ id: body, actor, state: SearchState.parse(state), organisation: who?.id ?? null, note })
        }
        errors={save.fields}
        fault={save.error && save.error.fields.length === 0 ? save.error.message : undefined}
        busy={save.busy}
      >
        <RadioGroup
          name="state"
          label={t.state}
          value={state}
          onChange={setState}
          options={SearchState.options.map((value) => ({ value, label: t.states[value] }))}
        />
        {state === 'contacted' || state === 'trial' ? (
          <OrganisationField name="organisation" label={t.who} value={who} onChange={setWho} />
        ) : null}
        <TextArea
          name="note"
          label={t.note}
          hint={t.noteHint}
          optional={state !== 'notNeeded'}
          defaultValue={search?.note ?? ''}
          rows={2}
        />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
