// Dialogs about people: inviting somebody, ending what somebody may do.
import { useState } from 'react'
import type { Mandate } from '#kit/access/contract.ts'
import { texts as accessTexts } from '#kit/access/texts.de.ts'
import { addDays } from '#kit/clock/days.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { actors, HomeRole } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'

const remote = client(actors)
/** People say the last day; terms are kept half-open. */
export const untilOf = (last: string | undefined) => (last ? addDays(last, 1) : null)

export function IntroducePerson({
  open,
  onClose,
  organisation,
}: {
  open: boolean
  onClose: () => void
  organisation: string
}) {
  const t = screens.introduce
  const toast = useToast()
  const { today } = useSession()
  const [missing, setMissing] = useState(false)
  const introduce = useAct(remote.introduce)
  const submit = async (values: Record<string, string>) => {
    const roles = (values.roles ?? '')
      .split(',')
      .filter((role): role is HomeRole => HomeRole.options.includes(role as HomeRole))
    setMissing(roles.length === 0)
    if (roles.length === 0) return
    const term = { from: values.from || today, until: untilOf(values.until), basis: values.basis ?? '' }
    const name = values.name ?? ''
    if (
      await introduce.act({
        id: organisation,
        name,
        email: values.email ?? '',
        mandates: roles.map((role) => ({ role, ...term })),
      })
    ) {
      toast({ text: t.sent(name) })
      onClose()
    }
  }
  const { error } = introduce
  // Every role carries the same term; its faults belong to the one field that everybody sees.
  const fields = Object.fromEntries(
    Object.entries(introduce.fields).map(([path, text]) => [path.split('.').at(-1)!, text]),
  )
  return (
    <Dialog open={open} onClose={onClose} title={t.title}>
      <Form
        onSubmit={(values) => void submit(values)}
        errors={missing ? { roles: t.roleMissing } : fields}
        fault={error && error.fields.length === 0 ? error.message : undefined}
        busy={introduce.busy}
      >
        <p>{t.lead}</p>
        <TextField name="name" label={t.name} autoComplete="off" width="full" />
        <TextField name="email" type="email" label={t.email} autoComplete="off" width="full" />
        <CheckboxGroup
          name="roles"
          label={t.roles}
          options={HomeRole.options.map((role) => ({ value: role, label: accessTexts.roles[role]! }))}
        />
        <DateField name="from" label={t.from} defaultValue={today} />
        <DateField name="until" label={t.until} optional />
        <TextField name="basis" label={t.basis} hint={t.basisHint} width="full" />
        <ButtonRow>
          <SubmitButton icon="mail">{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

export function EndMandate({
  mandate,
  onClose,
}: {
  mandate: Pick<Mandate, 'id' | 'person' | 'role'> | null
  onClose: () => void
}) {
  const t = screens.end
  const toast = useToast()
  const { today } = useSession()
  const end = useAct(remote.endMandate, () => {
    toast({ text: t.done })
    onClose()
  })
  const submit = ({ last, because = '' }: Record<string, string>) => {
    const until = untilOf(last)
    if (mandate) void end.act({ id: mandate.id, because, ...(until ? { until } : {}) })
  }
  return (
    <Dialog open={mandate !== null} onClose={onClose} title={t.title}>
      <Form
        onSubmit={submit}
        errors={end.fields}
        fault={end.error && end.error.fields.length === 0 ? end.error.message : undefined}
        busy={end.busy}
      >
        <p>{mandate ? t.lead(mandate.person.title, accessTexts.roles[mandate.role] ?? mandate.role) : null}</p>
        <DateField name="last" label={t.last} hint={t.lastHint} optional min={today} />
        <TextArea name="because" label={t.because} rows={2} />
        <ButtonRow>
          <SubmitButton variant="danger">{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
