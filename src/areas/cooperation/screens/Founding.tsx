// /gremien/neu: the guided way that founds a body. What is said is kept on the server for its founder; nothing is made before the last step.
import { useEffect, useRef, useState } from 'react'
import { objects } from '#kit/objects/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { GuidedWay } from '#kit/ui/Stepper.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Trouble } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import type { Founding } from '../contract.ts'
import { foundingTexts as t } from '../texts/founding.de.ts'
import { foundingMadeTexts } from '../texts/founding-made.de.ts'
import { FoundingAgreement } from './FoundingAgreement.tsx'
import { FoundingChairs } from './FoundingChairs.tsx'
import { FoundingCheck } from './FoundingCheck.tsx'
import type { StepProps } from './FoundingForm.tsx'
import { FoundingMeeting } from './FoundingMeeting.tsx'
import { FoundingMembers } from './FoundingMembers.tsx'
import { FoundingMission } from './FoundingMission.tsx'
import { FoundingPeople } from './FoundingPeople.tsx'
import { FoundingRules } from './FoundingRules.tsx'
import { emptyFounding, type FoundingDraft, keptFounding } from './founding-draft.ts'
import { useKept } from './founding-kept.ts'
import { actsOf, type FirstMeeting } from './founding-plan.ts'
import { useFoundingRun } from './founding-run.ts'
import { type FoundingStep, faultsOf, foundingSteps } from './founding-steps.ts'

const undo = client(objects)
const screens: Readonly<Record<Exclude<FoundingStep, 'check'>, (props: StepProps) => React.ReactNode>> = {
  mission: FoundingMission,
  chairs: FoundingChairs,
  members: FoundingMembers,
  people: FoundingPeople,
  agreement: FoundingAgreement,
  rules: FoundingRules,
  meeting: FoundingMeeting,
}

type Props = {
  /** From where one goes on; null: from the beginning. */
  begun: { founding: Founding; revision: number } | null
  /** Which step is shown, from 1; null: where one stopped. */
  at: number | null
  meetings: FirstMeeting
  onStep: (step: number) => void
  onMade: (id: string) => void
  onFounded: (id: string) => void
  onReload: () => void
}

export function FoundingWay({ begun, at: wanted, meetings, onStep, onMade, onFounded, onReload }: Props) {
  const { today } = useSession()
  const go = useNavigateTo()
  const toast = useToast()
  const [draft, setDraft] = useState(() => (begun ? keptFounding(begun.founding.content, today) : emptyFounding(today)))
  const latest = useRef(draft)
  const [asked, setAsked] = useState(false)
  const kept = useKept({ id: begun?.founding.head.id ?? null, revision: begun?.revision ?? 0 }, onMade)
  const run = useFoundingRun(begun?.founding.made ?? {})
  const restore = useAct(undo.restore)
  const remove = useAct(undo.remove)

  const change = (more: Partial<FoundingDraft>) => {
    latest.current = { ...latest.current, ...more }
    setDraft(latest.current)
    kept.keep(latest.current)
  }
  const acts = actsOf(draft, meetings, today)
  const outcome = run.made.body
  const started = outcome !== undefined && !('refused' in outcome)
  // Once founding has begun, only what was refused may still change: anything else is made, or may have been made without an answer.
  const mayChange = (step: FoundingStep) => {
    if (!started) return true
    const mine = acts.filter((act) => act.step === step).map((act) => run.made[act.key])
    return mine.some((one) => one && 'refused' in one) && !mine.some((one) => one === undefined)
  }
  const last = foundingSteps.length - 1
  const place = Math.min(Math.max((wanted ?? draft.step + 1) - 1, 0), draft.name.trim() === '' ? 0 : last)
  const at = mayChange(foundingSteps[place]!) ? place : last
  const step = foundingSteps[at]!
  // Who goes back to mend something has not lost what comes after it.
  const [reached, setReached] = useState(Math.max(at, draft.step))
  if (at > reached) setReached(at)
  const faults = asked ? faultsOf(draft, step, today) : {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step asks anew
  useEffect(() => setAsked(false), [step])

  const show = (to: number) => {
    change({ step: to })
    void kept.flush()
    onStep(to + 1)
  }
  const next = () => {
    if (Object.keys(faultsOf(latest.current, step, today)).length > 0) return setAsked(true)
    show(started ? last : at + 1)
  }
  const found = async () => {
    change({
      begunOn: latest.current.begunOn ?? today,
      invited: latest.current.chairs.some((chair) => chair?.person === null),
      step: last,
    })
    if (!(await kept.flush())) return
    const id = kept.idOf()
    if (id && (await run.found(id, actsOf(latest.current, meetings, today)))) await finish()
  }
  const finish = async () => {
    const id = kept.idOf()
    if (id && (await run.finish(id))) onFounded(id)
  }
  const discard = async () => {
    if (!(await kept.flush())) return
    const id = kept.idOf()
    const gone = id ? await remove.act({ id }, { revision: kept.revisionOf() }) : null
    if (gone)
      toast({
        text: t.open.discarded(draft.name),
        undo: () => void restore.act({ id: gone.object.id }, { revision: gone.object.revision }),
      })
    if (gone || !id) go('/heute')
  }
  const back = at > 0 ? <Button onClick={() => show(at - 1)}>{t.back}</Button> : null
  const Screen = step === 'check' ? null : screens[step]
  const id = kept.idOf()
  return (
    <GuidedWay
      title={t.title}
      saved={kept.state === 'other' || kept.state === 'over' ? undefined : t.kept[kept.state]}
      steps={foundingSteps.map((name, index) => ({
        id: name,
        title: t.steps[name],
        state: index === at ? 'current' : index < reached ? 'done' : 'open',
        to: index < reached && mayChange(name) ? addressOf(id, index + 1) : undefined,
      }))}
    >
      {kept.state === 'other' ? (
        <Notice
          tone="warning"
          title={t.kept.otherTitle}
          live
          action={
            <ButtonRow>
              <Button onClick={kept.insist}>{t.kept.mine}</Button>
              <Button onClick={onReload}>{t.kept.theirs}</Button>
            </ButtonRow>
          }
        >
          {t.kept.other}
        </Notice>
      ) : null}
      {kept.state === 'over' ? (
        <Notice
          tone="warning"
          title={t.kept.goneTitle}
          action={<Button to="/heute">{foundingMadeTexts.done.toToday}</Button>}
          live
        >
          {t.kept.gone}
        </Notice>
      ) : null}
      {Screen ? <Screen draft={draft} onChange={change} faults={faults} onNext={next} back={back} /> : null}
      {step === 'check' ? (
        <FoundingCheck
          draft={draft}
          acts={acts}
          made={run.made}
          busy={run.busy}
          interrupted={run.interrupted?.message ?? null}
          begun={started}
          mayChange={mayChange}
          back={back}
          onGo={(name) => show(foundingSteps.indexOf(name))}
          onFound={() => void found()}
          onFinish={() => void finish()}
          onDiscard={() => void discard()}
        />
      ) : null}
      {remove.error ? <Trouble error={remove.error} /> : null}
    </GuidedWay>
  )
}

export const addressOf = (id: string | null, step?: number) =>
  `/gremien/neu?${new URLSearchParams({ ...(id ? { entwurf: id } : {}), ...(step ? { schritt: String(step) } : {}) })}`
