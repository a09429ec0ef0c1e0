// How an organisation is involved: said about the own organisation, or about another with the source.
import { useState } from 'react'
import { OrganisationField } from '#areas/actors/widgets/OrganisationField.tsx'
import { ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { Degree, type Involved, InvolvementState } from '../contract/involvement.ts'
import { cooperation } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { involvementTexts as t } from '../texts/involvement.de.ts'

const remote = client(cooperation)
const degrees = Degree.options.map((value) => ({ value, label: t.degrees[value] }))

export function StateInvolvement({ about, who, onClose }: { about: string; who?: Involved; onClose: () => void }) {
  const toast = useToast()
  const { actingFor } = useSession()
  const [chosen, setChosen] = useState<Option | null>(
    who ? { id: who.organisation.id, label: who.organisation.title } : null,
  )
  const [lacking, setLacking] = useState(false)
  const save = useAct(remote.stateInvolvement, () => {
    toast({ text: t.saved })
    onClose()
  })
  const own = chosen?.id === actingFor?.id
  const before = own ? who?.own : who?.others
  const states = InvolvementState.options.filter((one) => !own || one !== 'asked')
  const submit = ({ influence, interest, contribution = '', state, source }: Record<string, string>) => {
    setLacking(!chosen)
    if (!chosen) return
    void save.act({
      id: about,
      organisation: chosen.id,
      influence: Degree.safeParse(influence).data ?? null,
      interest: Degree.safeParse(interest).data ?? null,
      contribution,
      state: InvolvementState.safeParse(state).data ?? null,
      source: own ? null : source || null,
    })
  }
  return (
    <Dialog open onClose={onClose} title={own ? t.ownTitle : chosen ? t.edit(chosen.label) : t.add}>
      <Form
        key={chosen?.id}
        onSubmit={submit}
        errors={lacking && !chosen ? { organisation: bodyTexts.seats.missing } : save.fields}
        fault={save.error && save.error.fields.length === 0 ? save.error.message : undefined}
        busy={save.busy}
      >
        {who ? null : <OrganisationField name="organisation" label={t.who} value={chosen} onChange={setChosen} />}
        <Select
          name="state"
          label={t.state}
          emptyLabel={t.noDegree}
          options={states.map((value) => ({ value, label: t.states[value] }))}
          defaultValue={before?.state ?? undefined}
        />
        {own ? null : (
          <Select
            name="influence"
            label={t.influence}
            emptyLabel={t.noDegree}
            options={degrees}
            defaultValue={before?.influence ?? undefined}
          />
        )}
        <Select
          name="interest"
          label={t.interest}
          emptyLabel={t.noDegree}
          options={degrees}
          defaultValue={before?.interest ?? undefined}
        />
        <TextArea
          name="contribution"
          label={t.contribution}
          hint={!own && who?.own?.contribution ? t.ownWords(who.own.contribution) : t.contributionHint}
          rows={2}
          optional
          defaultValue={before?.contribution}
        />
        {own ? null : (
          <TextField
            name="source"
            label={t.source}
            hint={t.sourceHint}
            width="full"
            defaultValue={before?.source ?? undefined}
          />
        )}
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
