// On the page of a duty: what the office was told about it, and for the office the way to record it.
import { useState } from 'react'
import { files } from '#kit/files/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { FileField } from '#kit/ui/FileField.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { toldPage as t } from '../texts/told.de.ts'

const remote = client(cooperation)
const stored = client(files)

type Props = { duty: string; body: string | null; debtor: string | null }

export function ToldBox({ duty, body, debtor }: Props) {
  const load = useLoad(remote.toldOf, { id: duty })
  const [telling, setTelling] = useState(false)
  if (!load.data || !body || (load.data.notifications.length === 0 && load.data.mayTell === 'no')) return null
  const { notifications, mayTell } = load.data
  return (
    <Section
      title={t.list}
      actions={mayTell === 'no' ? undefined : <Button onClick={() => setTelling(true)}>{t.button}</Button>}
    >
      <ul>
        {notifications.map((one) => (
          <li key={one.id}>
            {t.line(one.teller, formatDay(one.toldOn), one.text)}
            {one.recordedBy ? (
              <>
                {' '}
                <small>({t.recordedBy(one.recordedBy.title)})</small>
              </>
            ) : null}
            {one.files.map((file) => (
              <span key={file.id}>
                {' '}
                <a href={addressOf(files.download, { id: file.id }).url}>{file.name}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
      {telling ? (
        <Tell duty={duty} body={body} debtor={debtor ?? ''} may={mayTell} onClose={() => setTelling(false)} />
      ) : null}
    </Section>
  )
}

type Telling = {
  duty: string
  body: string
  debtor: string
  may: 'no' | 'state' | 'reason' | 'both'
  onClose: () => void
}

function Tell({ duty, body, debtor, may, onClose }: Telling) {
  const { today } = useSession()
  const toast = useToast()
  const [mails, setMails] = useState<File[]>([])
  const [effect, setEffect] = useState<'state' | 'reason'>(may === 'reason' ? 'reason' : 'state')
  const tell = useAct(remote.tell)
  const upload = useAct(stored.add)
  const submit = async ({ teller = '', toldOn = '', text = '' }: Record<string, string>) => {
    const made = await tell.act({ id: body, duty, teller, toldOn: toldOn || today, effect, text })
    if (!made) return
    const [file] = mails
    if (file && !(await upload.act({ id: made.id }, { file }))) return
    toast({ text: t.done })
    onClose()
  }
  const fault = upload.error ?? tell.error
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={(values) => void submit(values)}
        errors={tell.fields}
        fault={fault && fault.fields.length === 0 ? fault.message : undefined}
        busy={tell.busy || upload.busy}
      >
        <p>{t.lead(debtor)}</p>
        {may === 'both' ? (
          <RadioGroup
            name="effect"
            label={t.effect}
            value={effect}
            onChange={(value) => setEffect(value === 'reason' ? 'reason' : 'state')}
            options={[
              { value: 'state', label: t.state },
              { value: 'reason', label: t.reason },
            ]}
          />
        ) : null}
        <TextField name="teller" label={t.teller} hint={t.tellerHint} width="full" />
        <DateField name="toldOn" label={t.toldOn} defaultValue={today} max={today} />
        <TextArea name="text" label={t.text} rows={3} />
        <FileField name="mail" label={t.file} hint={t.fileHint} files={mails} onChange={setMails} optional />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
