// "Woher wissen Sie es?": what the office records for somebody always names its source.
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import type { ApiError } from '#kit/web/client.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'

const t = electionTexts.candidates

type Props = {
  title: string
  acting: { busy: boolean; error: ApiError | null; fields: Record<string, string> }
  onTold: (source: string) => void
  onClose: () => void
}

export function TellSource({ title, acting, onTold, onClose }: Props) {
  return (
    <Dialog open onClose={onClose} title={title}>
      <Form
        onSubmit={({ source = '' }) => onTold(source)}
        errors={acting.fields}
        fault={acting.error && acting.error.fields.length === 0 ? acting.error.message : undefined}
        busy={acting.busy}
      >
        <TextField name="source" label={t.source} hint={t.sourceHint} width="full" />
        <SubmitButton>{title}</SubmitButton>
      </Form>
    </Dialog>
  )
}
