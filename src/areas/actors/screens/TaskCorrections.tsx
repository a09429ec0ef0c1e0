// Proposed corrections: visible to all, with the organisation that made them; the keeper accepts, or declines with a reason.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import type { Correction, Task } from '../contract/responsibility.ts'
import { actors } from '../contract.ts'
import { responsibilityTexts } from '../texts/responsibility.de.ts'
import { termOf } from './TaskEntries.tsx'

const remote = client(actors)
const t = responsibilityTexts.page

export function TaskCorrections({ task }: { task: Task }) {
  const toast = useToast()
  const [declining, setDeclining] = useState<Correction | null>(null)
  const accept = useAct(remote.answerCorrection, () => toast({ text: t.acceptedToast, tone: 'success' }))
  const decline = useAct(remote.answerCorrection, () => {
    toast({ text: t.declinedToast })
    setDeclining(null)
  })
  const { id } = task.head
  return (
    <Section title={t.corrections}>
      <Refused error={accept.error} />
      {task.corrections.length === 0 ? <p>{t.noCorrections}</p> : null}
      <Stack>
        {task.corrections.map((one) => (
          <Card key={one.id} title={t.proposedBy(one.organisation.title, formatDay(one.statedOn))}>
            <p>
              <StateOf correction={one} />
            </p>
            <p>{one.reason}</p>
            <Content correction={one} task={task} />
            {one.answer ? <p>{one.answer}</p> : null}
            {task.may.keep && one.decision === null ? (
              <ButtonRow>
                <Button
                  variant="primary"
                  busy={accept.busy}
                  onClick={() => void accept.act({ id, correction: one.id, decision: 'accepted' })}
                >
                  {t.accept}
                </Button>
                <Button onClick={() => setDeclining(one)}>{t.decline}</Button>
              </ButtonRow>
            ) : null}
          </Card>
        ))}
      </Stack>
      {declining ? (
        <Dialog open onClose={() => setDeclining(null)} title={responsibilityTexts.decline.title}>
          <Form
            onSubmit={({ answer = '' }) =>
              void decline.act({ id, correction: declining.id, decision: 'declined', answer })
            }
            errors={decline.fields}
            fault={decline.error && decline.error.fields.length === 0 ? decline.error.message : undefined}
            busy={decline.busy}
          >
            <TextArea name="answer" label={responsibilityTexts.decline.answer} rows={3} />
            <ButtonRow>
              <SubmitButton>{responsibilityTexts.decline.submit}</SubmitButton>
            </ButtonRow>
          </Form>
        </Dialog>
      ) : null}
    </Section>
  )
}

const StateOf = ({ correction: { decision, decidedOn } }: { correction: Correction }) => (
  <Badge tone={decision === 'accepted' ? 'success' : decision === 'declined' ? 'neutral' : 'warning'}>
    {decision === null || decidedOn === null
      ? t.open
      : decision === 'accepted'
        ? t.accepted(formatDay(decidedOn))
        : t.declined(formatDay(decidedOn))}
  </Badge>
)

function Content({ correction: { proposal }, task }: { correction: Correction; task: Task }) {
  if (!proposal) return <p>{t.shouldGo}</p>
  const area = task.areas.find(({ key }) => key === proposal.areaKey)?.name ?? proposal.areaKey
  return (
    <>
      <p>{t.shouldBe}</p>
      <DefinitionList
        items={[
          { term: responsibilityTexts.who[proposal.role], value: proposal.bearer },
          { term: t.area, value: area ?? responsibilityTexts.germany },
          { term: t.term, value: termOf(proposal) },
          { term: t.basis, value: proposal.basis },
          { term: t.source, value: proposal.source },
        ]}
      />
    </>
  )
}
