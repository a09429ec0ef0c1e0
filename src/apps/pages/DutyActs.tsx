// What can be done with a duty on its own page: say what was done, give the reason of a "soll", waive it.
import { type Duty, duties } from '#kit/duties/contract.ts'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { texts } from './texts.de.ts'

const remote = client(duties)
const t = texts.duty

export type DutyAct = 'state' | 'reason' | 'waive'

export function DutyActs({ duty, act, onClose }: { duty: Duty; act: DutyAct; onClose: () => void }) {
  const { id } = duty
  const { today } = useSession()
  const toast = useToast()
  const over = (text: string) => () => {
    onClose()
    toast({ text })
  }
  const state = useAct(remote.state, over(t.stated))
  const reason = useAct(remote.reason, over(t.reasoned))
  const waive = useAct(remote.waive, over(t.waived))
  if (act === 'state')
    return (
      <Dialog open onClose={onClose} title={t.stateTitle}>
        <Form
          onSubmit={({ day = '', text = '' }) => void state.act({ id, day, text })}
          errors={state.fields}
          fault={state.error?.message}
          busy={state.busy}
        >
          <DateField name="day" label={t.stateDay} max={today} defaultValue={today} />
          <TextArea name="text" label={t.stateText} hint={t.stateHint[duty.kind]} maxLength={4000} />
          <SubmitButton>{t.stateSubmit}</SubmitButton>
        </Form>
      </Dialog>
    )
  const [title, label, hint, submit, doing] =
    act === 'reason'
      ? [t.reasonTitle, t.reasonText, t.reasonHint, t.reason, reason]
      : [t.waiveTitle, t.waiveReason, t.waiveHint, t.waive, waive]
  return (
    <Dialog open onClose={onClose} title={title}>
      <Form
        onSubmit={({ because = '' }) => void doing.act({ id, because })}
        errors={doing.fields}
        fault={doing.error?.message}
        busy={doing.busy}
      >
        <TextArea name="because" label={label} hint={hint} maxLength={2000} />
        <SubmitButton>{submit}</SubmitButton>
      </Form>
    </Dialog>
  )
}
