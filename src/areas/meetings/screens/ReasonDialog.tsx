// A dialog that asks for the reason of an act: whoever is concerned reads it.
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import type { ApiError } from '#kit/web/client.ts'

type Props = {
  title: string
  lead: string
  label: string
  button: string
  onClose: () => void
  onSend: (reason: string, chosen: string) => void
  busy: boolean
  error: ApiError | null
  fields: Record<string, string>
  choice?: { label: string; options: readonly { value: string; label: string }[] } | undefined
}

export function ReasonDialog({ title, lead, label, button, choice, onClose, onSend, busy, error, fields }: Props) {
  return (
    <Dialog open onClose={onClose} title={title}>
      <Form
        onSubmit={({ because = '', chosen = '' }) => onSend(because, chosen)}
        errors={{ ...fields, ...(fields.reason ? { because: fields.reason } : {}) }}
        fault={error && error.fields.length === 0 ? error.message : undefined}
        busy={busy}
      >
        {choice ? <Select name="chosen" label={choice.label} options={choice.options} /> : null}
        <TextArea name="because" label={label} hint={lead} rows={3} maxLength={2000} />
        <SubmitButton>{button}</SubmitButton>
      </Form>
    </Dialog>
  )
}
