// Who is elected, and whether they accept: by themselves, or as the office has it from them.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { cooperation, type Election } from '../contract.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'

const remote = client(cooperation)
const t = electionTexts.answer

export function ElectionAnswer({ election }: { election: Election }) {
  const { today } = useSession()
  const toast = useToast()
  const [recording, setRecording] = useState(false)
  const answer = useAct(remote.answerElection, (now) => {
    setRecording(false)
    toast({ text: now.status === 'accepted' ? t.done : t.declined })
  })
  const elected = election.candidates.find((one) => one.id === election.elected)
  if (!elected || !['decided', 'accepted', 'declined'].includes(election.status)) return null
  const { id } = election.head
  const name = elected.person.title
  if (election.status !== 'decided')
    return election.status === 'accepted' ? (
      <Notice tone="success" title={t.title(name)}>
        {t.result(name, election.from, election.until)}
      </Notice>
    ) : (
      <Notice tone="neutral" title={electionTexts.statuses.declined} />
    )
  return (
    <Notice
      tone="success"
      title={t.title(name)}
      action={
        elected.mine ? (
          <ButtonRow>
            <Button variant="primary" busy={answer.busy} onClick={() => void answer.act({ id, accepts: true })}>
              {t.accept}
            </Button>
            <Button busy={answer.busy} onClick={() => void answer.act({ id, accepts: false })}>
              {t.decline}
            </Button>
          </ButtonRow>
        ) : election.may.record ? (
          <Button onClick={() => setRecording(true)}>{t.record}</Button>
        ) : undefined
      }
    >
      {elected.mine ? t.mine : t.others(name)}
      <Refused error={recording ? null : answer.error} />
      <Dialog open={recording} onClose={() => setRecording(false)} title={t.recordTitle}>
        <Form
          onSubmit={({ accepts, source = '', day }) =>
            void answer.act({ id, accepts: accepts !== 'no', source, day: day || today })
          }
          errors={answer.fields}
          fault={answer.error && answer.error.fields.length === 0 ? answer.error.message : undefined}
          busy={answer.busy}
        >
          <RadioGroup
            name="accepts"
            label={t.accepts}
            defaultValue="yes"
            inline
            options={[
              { value: 'yes', label: t.yes },
              { value: 'no', label: t.no },
            ]}
          />
          <TextField name="source" label={t.source} hint={t.sourceHint} width="full" />
          <DateField name="day" label={t.day} defaultValue={today} max={today} />
          <SubmitButton>{t.submit}</SubmitButton>
        </Form>
      </Dialog>
    </Notice>
  )
}
