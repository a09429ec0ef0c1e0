// Dialogs about the end of an organisation: going into others, or being dissolved. Nothing is deleted.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { TagList } from '#kit/ui/TagList.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { actors, type Organisation } from '../contract.ts'
import { structureTexts } from '../texts/structure.de.ts'
import { OrganisationField } from './OrganisationField.tsx'
import { untilOf } from './People.tsx'
import { faultOf, useDone } from './StructureDialogs.tsx'

const remote = client(actors)
type Props = { organisation: Organisation; onClose: () => void }

export function MergeDialog({ organisation, onClose }: Props) {
  const t = structureTexts.merge
  const { today } = useSession()
  const [chosen, setChosen] = useState<Option[]>([])
  const [typing, setTyping] = useState<Option | null>(null)
  const [missing, setMissing] = useState(false)
  const merge = useAct(remote.succeed, useDone(t.done, onClose))
  const choose = (option: Option | null) => {
    if (option && !chosen.some((one) => one.id === option.id)) setChosen([...chosen, option])
    setTyping(null)
  }
  const submit = ({ day, because = '', continues }: Record<string, string>) => {
    setMissing(chosen.length === 0)
    if (chosen.length === 0) return
    void merge.act({
      id: organisation.head.id,
      successors: chosen.map((one) => one.id),
      day: day || today,
      because,
      continues: continues === 'on',
    })
  }
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={submit}
        errors={missing ? { successor: t.missing } : merge.fields}
        fault={faultOf(merge)}
        busy={merge.busy}
      >
        <p>{t.lead(organisation.head.title)}</p>
        {chosen.length > 0 ? (
          <TagList
            label={t.chosen}
            tags={chosen.map((one) => ({
              label: one.label,
              onRemove: () => setChosen(chosen.filter((each) => each.id !== one.id)),
            }))}
          />
        ) : null}
        <OrganisationField
          name="successor"
          label={chosen.length === 0 ? t.successor : t.add}
          optional={chosen.length > 0}
          value={typing}
          onChange={choose}
          without={[organisation.head.id, ...chosen.map((one) => one.id)]}
        />
        <DateField name="day" label={t.day} defaultValue={today} max={today} />
        <TextField name="because" label={t.because} hint={t.becauseHint} width="full" />
        <Checkbox name="continues" label={t.continues} />
        <p>{t.effect}</p>
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

export function DissolveDialog({ organisation, onClose }: Props) {
  const t = structureTexts.dissolve
  const { today } = useSession()
  const end = useAct(remote.dissolve, useDone(t.done, onClose))
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={({ last, because }) =>
          void end.act({ id: organisation.head.id, day: untilOf(last) ?? today, because: because ?? null })
        }
        errors={end.fields}
        fault={faultOf(end)}
        busy={end.busy}
      >
        <p>{t.lead(organisation.head.title)}</p>
        <DateField name="last" label={t.last} defaultValue={today} />
        <TextField name="because" label={t.because} width="full" />
        <ButtonRow>
          <SubmitButton variant="danger">{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

/** Undo, as long as nothing has gone into another. */
export function Revive({ organisation }: { organisation: Organisation }) {
  const t = structureTexts
  const revive = useAct(
    remote.dissolve,
    useDone(t.dissolve.revived, () => undefined),
  )
  return (
    <Button
      small
      busy={revive.busy}
      onClick={() => void revive.act({ id: organisation.head.id, day: null, because: null })}
    >
      {t.structure.revive}
    </Button>
  )
}
