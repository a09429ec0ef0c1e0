// What became of the minutes: one calm line, and once they were sent the objections with their answers and the rectifications, on the page of the meeting.
import { useState } from 'react'
import { ReleaseBox } from '#areas/cooperation/widgets/ReleaseBox.tsx'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import type { MinutesObjection, Rectification } from '../contract/minutes-shapes.ts'
import { type Meeting, meetings } from '../contract.ts'
import { minutesState } from '../rules/minutes.ts'
import { minutesTexts as t } from '../texts/minutes.de.ts'
import { screens } from '../texts/screens.de.ts'
import { ObjectionForm, RectificationForm } from './AfterwardsForms.tsx'

const remote = client(meetings)
const tones = { waiting: 'info', returned: 'warning', counts: 'success' } as const
type Entries = { meeting: Meeting; printed?: boolean }

export function MinutesLine({ meeting }: { meeting: Meeting }) {
  const { today } = useSession()
  const paper = meeting.papers.find(({ kind }) => kind === 'minutes')
  if (!meeting.afterwards || !paper) return null
  return <p>{t.sentence(minutesState(paper, meeting.afterwards, today))}</p>
}

const placeOf = ({ items }: Meeting, item: string | null) => {
  const at = items.findIndex(({ id }) => id === item)
  return at < 0 ? t.whole : `${screens.page.position(at + 1)}: ${items[at]!.title}`
}

export function Afterwards({ meeting }: { meeting: Meeting }) {
  const { afterwards, mayLead } = meeting
  const [dialog, setDialog] = useState<'object' | 'correct' | null>(null)
  if (!afterwards?.sentOn) return null
  const close = () => setDialog(null)
  return (
    <Section title={t.title}>
      <Stack>
        <AfterwardsEntries meeting={meeting} />
        <ButtonRow>
          {afterwards.mayObject ? <Button onClick={() => setDialog('object')}>{t.object}</Button> : null}
          {mayLead ? (
            <Button variant="tertiary" onClick={() => setDialog('correct')}>
              {t.correct}
            </Button>
          ) : null}
        </ButtonRow>
        {dialog === 'object' ? <ObjectionForm meeting={meeting} onClose={close} /> : null}
        {dialog === 'correct' ? <RectificationForm meeting={meeting} objection={null} onClose={close} /> : null}
      </Stack>
    </Section>
  )
}

/** Objections in the order in which they were raised, each with its answers; then the rectifications nobody objected for. `printed`: only what counts. */
export function AfterwardsEntries({ meeting, printed = false }: Entries) {
  const { objections, rectifications } = meeting.afterwards!
  return (
    <>
      {objections.map((objection) => (
        <OneObjection
          key={objection.id}
          meeting={meeting}
          objection={objection}
          answers={rectifications.filter((one) => one.objection === objection.id)}
          printed={printed}
        />
      ))}
      {rectifications
        .filter(({ objection, state }) => objection === null && (!printed || state === 'counts'))
        .map((one) => (
          <Card key={one.id} title={`${t.rectification}: ${placeOf(meeting, one.item)}`}>
            <OneRectification rectification={one} printed={printed} />
          </Card>
        ))}
    </>
  )
}

type One = Required<Entries> & { objection: MinutesObjection; answers: readonly Rectification[] }
function OneObjection({ meeting, objection, answers, printed }: One) {
  const [answering, setAnswering] = useState(false)
  const toast = useToast()
  const withdraw = useAct(remote.withdrawObjection, () => toast({ text: t.withdrawnDone }))
  const { organisation, raisedOn, withdrawnOn, answered, mine } = objection
  const open = !answered && withdrawnOn === null
  const pending = answers.some(({ state }) => state === 'waiting')
  return (
    <Card title={t.by(organisation.title, raisedOn)}>
      <Stack gap="s">
        <small>{t.about(placeOf(meeting, objection.item))}</small>
        <p style={{ whiteSpace: 'pre-line' }}>{objection.text}</p>
        {withdrawnOn ? <small>{t.withdrawn(withdrawnOn)}</small> : null}
        {open && !pending ? (
          <span>
            <Badge tone="warning">{t.open}</Badge>
          </span>
        ) : null}
        {answers
          .filter(({ state }) => !printed || state === 'counts')
          .map((one) => (
            <Section key={one.id} title={t.answered} level={3}>
              <OneRectification rectification={one} printed={printed} />
            </Section>
          ))}
        {printed ? null : (
          <ButtonRow>
            {open && !pending && meeting.mayLead ? (
              <Button small variant="primary" onClick={() => setAnswering(true)}>
                {t.answer}
              </Button>
            ) : null}
            {open && mine ? (
              <Button
                small
                variant="tertiary"
                busy={withdraw.busy}
                onClick={() => void withdraw.act({ id: meeting.object.id, objection: objection.id })}
              >
                {t.withdraw}
              </Button>
            ) : null}
          </ButtonRow>
        )}
        <Refused error={withdraw.error} />
        {answering ? (
          <RectificationForm meeting={meeting} objection={objection} onClose={() => setAnswering(false)} />
        ) : null}
      </Stack>
    </Card>
  )
}

const OneRectification = ({ rectification, printed }: { rectification: Rectification; printed: boolean }) => (
  <Stack gap="s">
    {printed ? null : (
      <span>
        <Badge tone={tones[rectification.state]}>{t.states[rectification.state]}</Badge>
      </span>
    )}
    <p style={{ whiteSpace: 'pre-line' }}>{rectification.wording ? t.corrected(rectification.wording) : t.stays}</p>
    <p style={{ whiteSpace: 'pre-line' }}>{t.because(rectification.reason)}</p>
    {printed ? null : <ReleaseBox object={rectification.id} />}
  </Stack>
)
