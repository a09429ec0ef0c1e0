// The dialog that records the constitution of a body, with the minutes of its constituting meeting.
import { useState } from 'react'
import { files } from '#kit/files/contract.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { FileField } from '#kit/ui/FileField.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { standingTexts } from '../texts/standing.de.ts'

const remote = client(cooperation)
const stored = client(files)
const t = standingTexts.document

/** `on`: the agreement on which the body rests; the document hangs there. */
export function Constitute({ body, on, onClose }: { body: string; on: string; onClose: () => void }) {
  const toast = useToast()
  const { today } = useSession()
  const [chosen, setChosen] = useState<File[]>([])
  const [missing, setMissing] = useState(false)
  const upload = useAct(stored.add)
  const constitute = useAct(remote.constitute, () => {
    toast({ text: t.done, tone: 'success' })
    onClose()
  })
  const submit = async ({ day = '' }: Record<string, string>) => {
    const [file] = chosen
    setMissing(!file)
    if (!file) return
    const kept = await upload.act({ id: on }, { file })
    if (kept) await constitute.act({ id: body, day: day || today, file: kept.file.id })
  }
  const fault = upload.error ?? (constitute.error?.fields.length === 0 ? constitute.error : null)
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={(values) => void submit(values)}
        errors={missing ? { file: t.fileMissing } : constitute.fields}
        fault={fault?.message}
        busy={upload.busy || constitute.busy}
      >
        <p>{t.lead}</p>
        <DateField name="day" label={t.day} defaultValue={today} max={today} />
        <FileField
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept=".pdf,.png,.jpg,.jpeg"
          files={chosen}
          onChange={setChosen}
        />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
