// The dialog that takes a notice back, before it has taken effect.
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { cooperation, type Termination } from '../contract.ts'
import { terminationTexts } from '../texts/terminations.de.ts'

const remote = client(cooperation)
const t = terminationTexts.form

export function TakeBack(props: { agreement: string; one: Termination; onClose: () => void }) {
  const { agreement, one, onClose } = props
  const toast = useToast()
  const { actingFor } = useSession()
  const act = useAct(remote.takeBackTermination, () => {
    toast({ text: terminationTexts.box.takenBackDone })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.takeBackTitle}>
      <Form
        onSubmit={({ because }) => void act.act({ id: agreement, termination: one.id, because: because || null })}
        errors={act.fields}
        fault={act.error && act.error.fields.length === 0 ? act.error.message : undefined}
        busy={act.busy}
      >
        <p>{t.takeBackLead(one.party.title)}</p>
        {one.party.id === actingFor?.id ? null : (
          <TextField name="because" label={t.takeBackSource} hint={t.takeBackSourceHint} width="full" />
        )}
        <ButtonRow>
          <SubmitButton>{t.takeBackSubmit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
