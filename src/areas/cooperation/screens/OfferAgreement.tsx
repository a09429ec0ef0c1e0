// The dialog that fixes an edition and asks the parties to sign it by a day.

import { addDays } from '#kit/clock/days.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { type Agreement, cooperation } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'

const remote = client(cooperation)
const t = agreementTexts.offer

export function OfferAgreement({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { today } = useSession()
  const toast = useToast()
  const offer = useAct(remote.offer, () => {
    toast({ text: agreementTexts.page.offered })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={({ signBy = '' }) =>
          void offer.act(
            { id: agreement.head.id, ...(signBy ? { signBy } : {}) },
            { revision: agreement.head.revision },
          )
        }
        errors={offer.fields}
        fault={offer.error && offer.error.fields.length === 0 ? offer.error.message : undefined}
        busy={offer.busy}
      >
        <p>{t.lead}</p>
        <DateField name="signBy" label={t.signBy} defaultValue={addDays(today, 42)} min={addDays(today, 1)} />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
