// Last step of founding: everything in one look, each line can be changed; then it is made, act by act, and what was refused says why.
import type { ReactNode } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { StepSummary } from '#kit/ui/Stepper.tsx'
import { useSession } from '#kit/web/session.tsx'
import { foundingTexts as t } from '../texts/founding.de.ts'
import { foundingMadeTexts } from '../texts/founding-made.de.ts'
import type { FoundingDraft } from './founding-draft.ts'
import { type Act, type Made, madeId } from './founding-plan.ts'
import { type FoundingStep, faultySteps } from './founding-steps.ts'
import { summaryOf } from './founding-summary.ts'

type Props = {
  draft: FoundingDraft
  acts: readonly Act[]
  made: Made
  busy: boolean
  /** What broke off the founding, where something did. */
  interrupted: string | null
  /** Founding has begun: only what was refused can still be changed. */
  begun: boolean
  mayChange: (step: FoundingStep) => boolean
  back: ReactNode
  onGo: (step: FoundingStep) => void
  onFound: () => void
  onFinish: () => void
  onDiscard: () => void
}

export function FoundingCheck(props: Props) {
  const { draft, acts, made, busy, begun, mayChange, back, onGo, onFound, onFinish, onDiscard } = props
  const { today } = useSession()
  const faulty = faultySteps(draft, today)
  const refused = acts.filter((act) => isRefused(made, act.key))
  const there = madeId(made, 'body') !== null
  return (
    <Stack gap="l">
      {props.interrupted ? (
        <Notice tone="warning" title={foundingMadeTexts.run.title} live>
          <p>{foundingMadeTexts.run.interrupted}</p>
          <p>{props.interrupted}</p>
        </Notice>
      ) : begun && !busy ? (
        <Notice tone="warning" title={foundingMadeTexts.run.title} live>
          {refused.length > 0 ? foundingMadeTexts.run.refused : foundingMadeTexts.run.interrupted}
        </Notice>
      ) : refused.length > 0 ? (
        <Notice tone="danger" title={foundingMadeTexts.run.refusedBody} live>
          {refused.map((act) => (
            <p key={act.key}>{refusalOf(made, act.key)}</p>
          ))}
        </Notice>
      ) : null}
      {begun ? <Progress acts={acts} made={made} mayChange={mayChange} onGo={onGo} /> : null}
      <StepSummary
        items={summaryOf(draft).map(({ step, ...item }) => ({
          ...item,
          ...(mayChange(step) ? { onChange: () => onGo(step) } : {}),
        }))}
      />
      {begun ? null : <Hints draft={draft} />}
      {faulty.length > 0 ? (
        <Notice
          tone="warning"
          title={t.check.faulty(faulty.map((step) => t.steps[step]).join(', '))}
          action={<Button onClick={() => onGo(faulty[0]!)}>{t.steps[faulty[0]!]}</Button>}
        />
      ) : null}
      <p>{t.check.after}</p>
      <ButtonRow>
        {begun ? null : back}
        <Button variant="primary" busy={busy} disabled={faulty.length > 0} onClick={onFound}>
          {!begun ? t.found : refused.length > 0 ? foundingMadeTexts.run.again : foundingMadeTexts.run.continue}
        </Button>
        {there && !busy ? <Button onClick={onFinish}>{foundingMadeTexts.run.without}</Button> : null}
        {begun ? null : (
          <Button variant="tertiary" onClick={onDiscard}>
            {t.discard}
          </Button>
        )}
      </ButtonRow>
    </Stack>
  )
}

const refusalOf = (made: Made, act: string): string | null => {
  const outcome = made[act]
  return outcome && 'refused' in outcome ? outcome.refused : null
}
const isRefused = (made: Made, act: string) => refusalOf(made, act) !== null

/** What may be as it is, but is said before one presses. */
function Hints({ draft }: { draft: FoundingDraft }) {
  const parties = new Set(draft.members.filter((one) => !one.guest).map((one) => one.organisation.id)).size
  return (
    <>
      {draft.members.length === 0 ? <p>{t.check.missing.members}</p> : null}
      {draft.clauses.length > 0 && draft.offer && parties < 2 ? <p>{t.check.missing.party}</p> : null}
    </>
  )
}

function Progress({
  acts,
  made,
  mayChange,
  onGo,
}: {
  acts: readonly Act[]
  made: Made
  mayChange: (step: FoundingStep) => boolean
  onGo: (step: FoundingStep) => void
}) {
  return (
    <Section title={foundingMadeTexts.run.progress}>
      <ol>
        {acts.map((act) => {
          const refusal = refusalOf(made, act.key)
          const state = madeId(made, act.key) ? 'made' : refusal ? 'refused' : 'open'
          return (
            <li key={act.key}>
              <Cluster>
                <span>{act.label}</span>
                <Badge tone={state === 'made' ? 'success' : state === 'refused' ? 'danger' : 'neutral'}>
                  {foundingMadeTexts.run.states[state]}
                </Badge>
                {refusal && mayChange(act.step) ? (
                  <Button small variant="tertiary" onClick={() => onGo(act.step)}>
                    {t.steps[act.step]}
                  </Button>
                ) : null}
              </Cluster>
              {refusal ? <p>{refusal}</p> : null}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
