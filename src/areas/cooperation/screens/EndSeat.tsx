// The dialog that ends a seat of an organisation, with its last day and the reason.
import { addDays } from '#kit/clock/days.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { type Body, cooperation } from '../contract.ts'
import { seatTexts } from '../texts/seats.de.ts'

const remote = client(cooperation)
const t = seatTexts.end

export function EndSeat({ body, organisation, onClose }: { body: Body; organisation: string; onClose: () => void }) {
  const toast = useToast()
  const { today } = useSession()
  const seats = body.seats.filter((seat) => seat.organisation.id === organisation)
  const end = useAct(remote.endSeat, () => {
    toast({ text: t.done })
    onClose()
  })
  const submit = ({ seat = seats[0]?.id ?? '', last, because = '' }: Record<string, string>) =>
    void end.act({ id: body.head.id, seat, because, ...(last ? { until: addDays(last, 1) } : {}) })
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={submit}
        errors={end.fields}
        fault={end.error && end.error.fields.length === 0 ? end.error.message : undefined}
        busy={end.busy}
      >
        <p>{t.lead(seats[0]?.organisation.title ?? '')}</p>
        {seats.length > 1 ? (
          <Select
            name="seat"
            label={t.which}
            options={seats.map((seat) => ({ value: seat.id, label: seat.unit?.title ?? t.whole }))}
            defaultValue={seats[0]?.id}
          />
        ) : null}
        <DateField name="last" label={t.last} hint={t.lastHint} optional min={today} />
        <TextArea name="because" label={t.because} rows={2} />
        <ButtonRow>
          <SubmitButton variant="danger">{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
