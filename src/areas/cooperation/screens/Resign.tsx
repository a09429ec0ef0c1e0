// The dialog of a resignation: one's own, or recorded by the office from what reached it.
import { addDays } from '#kit/clock/days.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { type ChairTerm, cooperation } from '../contract.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'

const remote = client(cooperation)
const t = electionTexts.resign

export function Resign({
  body,
  chair,
  onClose,
}: {
  body: string
  chair: NonNullable<ChairTerm['chair']>
  onClose: () => void
}) {
  const { today } = useSession()
  const toast = useToast()
  const resign = useAct(remote.resign, () => {
    toast({ text: t.done })
    onClose()
  })
  const first = chair.mine ? today : addDays(today, 7)
  return (
    <Dialog open onClose={onClose} title={chair.mine ? t.title : t.titleRecord(chair.person.title)}>
      <Form
        onSubmit={({ lastDay, source }) =>
          void resign.act({
            id: body,
            mandate: chair.mandate,
            lastDay: lastDay || first,
            source: chair.mine ? null : (source ?? ''),
          })
        }
        errors={resign.fields}
        fault={resign.error && resign.error.fields.length === 0 ? resign.error.message : undefined}
        busy={resign.busy}
      >
        <p>{chair.mine ? t.lead : t.leadRecord}</p>
        <DateField name="lastDay" label={t.lastDay} defaultValue={first} min={first} />
        {chair.mine ? null : <TextField name="source" label={t.source} hint={t.sourceHint} width="full" />}
        <ButtonRow>
          <SubmitButton>{chair.mine ? t.submit : t.submitRecord}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
