// Dialogs that change how organisations hang together: belonging, areas, and who signs.
import { useState } from 'react'
import { addDays } from '#kit/clock/days.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { actors, type Organisation, type Signing } from '../contract.ts'
import { structureTexts } from '../texts/structure.de.ts'
import { OrganisationField } from './OrganisationField.tsx'
import { untilOf } from './People.tsx'

const remote = client(actors)
type Props = { organisation: Organisation; onClose: () => void }
type Acted = { error: { message: string; fields: readonly unknown[] } | null }
export const faultOf = ({ error }: Acted) => (error && error.fields.length === 0 ? error.message : undefined)

/** A toast, and the dialog is gone. */
export function useDone(text: string, onClose: () => void) {
  const toast = useToast()
  return () => {
    toast({ text })
    onClose()
  }
}

export function JoinDialog({ organisation, onClose }: Props) {
  const t = structureTexts.join
  const [parent, setParent] = useState<Option | null>(null)
  const [missing, setMissing] = useState(false)
  const join = useAct(remote.join, useDone(t.done, onClose))
  const submit = ({ kind, from, last }: Record<string, string>) => {
    setMissing(parent === null)
    if (parent)
      void join.act({
        id: organisation.head.id,
        parent: parent.id,
        kind: kind as 'member',
        from: from || null,
        until: untilOf(last),
      })
  }
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={submit}
        errors={missing ? { parent: t.missing } : join.fields}
        fault={faultOf(join)}
        busy={join.busy}
      >
        <OrganisationField
          name="parent"
          label={t.parent}
          value={parent}
          onChange={setParent}
          without={[organisation.head.id]}
        />
        <RadioGroup
          name="kind"
          label={t.kind}
          defaultValue={organisation.kind === 'unit' ? 'unit' : 'member'}
          options={[
            { value: 'member', label: t.member },
            { value: 'unit', label: t.unit },
          ]}
        />
        <DateField name="from" label={t.from} hint={t.fromHint} optional />
        <DateField name="last" label={t.last} optional />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

export type Leaving = { member: { id: string; title: string }; parent: { id: string; title: string } }
export function LeaveDialog({ leaving, onClose }: { leaving: Leaving; onClose: () => void }) {
  const t = structureTexts.leave
  const { today } = useSession()
  const leave = useAct(remote.leave, useDone(t.done, onClose))
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={({ last }) =>
          void leave.act({ id: leaving.member.id, parent: leaving.parent.id, until: untilOf(last) ?? today })
        }
        errors={leave.fields}
        fault={faultOf(leave)}
        busy={leave.busy}
      >
        <p>{t.lead(leaving.member.title, leaving.parent.title)}</p>
        <DateField name="last" label={t.last} defaultValue={addDays(today, -1)} />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

export function AreaDialog({ organisation, onClose }: Props) {
  const t = structureTexts.area
  const add = useAct(remote.addArea, useDone(t.done, onClose))
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={({ key = '', name, from }) =>
          void add.act({ id: organisation.head.id, key, name: name ?? null, from: from || null })
        }
        errors={add.fields}
        fault={faultOf(add)}
        busy={add.busy}
      >
        <TextField name="key" label={t.key} hint={t.keyHint} width="s" maxLength={12} />
        <TextField name="name" label={t.name} optional width="full" />
        <DateField name="from" label={t.from} hint={t.fromHint} optional />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

export function EndAreaDialog({
  id,
  area,
  onClose,
}: {
  id: string
  area: { key: string; name: string | null }
  onClose: () => void
}) {
  const t = structureTexts.area
  const { today } = useSession()
  const end = useAct(remote.endArea, useDone(t.ended, onClose))
  return (
    <Dialog open onClose={onClose} title={t.endTitle}>
      <Form
        onSubmit={({ last }) => void end.act({ id, key: area.key, until: untilOf(last) ?? today })}
        errors={end.fields}
        fault={faultOf(end)}
        busy={end.busy}
      >
        <p>{t.endLead(structureTexts.about.areaOf(area.name, area.key))}</p>
        <DateField name="last" label={t.last} defaultValue={addDays(today, -1)} />
        <ButtonRow>
          <SubmitButton>{t.end}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

export function SigningDialog({ organisation, onClose }: Props) {
  const t = structureTexts.signing
  const say = useAct(remote.signing, useDone(t.done, onClose))
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={({ signing }) => void say.act({ id: organisation.head.id, signing: signing as Signing })}
        errors={say.fields}
        fault={faultOf(say)}
        busy={say.busy}
      >
        <p>{t.lead}</p>
        <RadioGroup
          name="signing"
          label={t.label}
          defaultValue={organisation.signing}
          options={[
            { value: 'single', label: t.single },
            { value: 'joint', label: t.joint },
          ]}
        />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
