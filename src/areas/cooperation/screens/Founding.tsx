// /gremien/neu: the guided way that founds a body. Each step is kept; nothing is written before the last one.
import { useEffect, useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { GuidedWay } from '#kit/ui/Stepper.tsx'
import { useSession } from '#kit/web/session.tsx'
import { foundingTexts as t } from '../texts/founding.de.ts'
import { FoundingAgreement } from './FoundingAgreement.tsx'
import { FoundingChairs } from './FoundingChairs.tsx'
import { FoundingCheck } from './FoundingCheck.tsx'
import { FoundingMembers } from './FoundingMembers.tsx'
import { FoundingMission } from './FoundingMission.tsx'
import { FoundingPeople } from './FoundingPeople.tsx'
import { emptyFounding, type FoundingDraft, keep, keptDraft, withTemplate } from './founding-draft.ts'

export const foundingSteps = ['mission', 'chairs', 'members', 'people', 'agreement', 'check'] as const
export type FoundingStep = (typeof foundingSteps)[number]

export function FoundingPage({
  search,
  onSearch,
}: {
  search: { schritt?: string }
  onSearch: (next: Record<string, string>) => void
}) {
  const { person, today } = useSession()
  const owner = person?.id ?? ''
  const [draft, setDraft] = useState(() => keptDraft(owner, today))
  useEffect(() => keep(owner, draft), [owner, draft])
  const at = Math.min(Math.max(Number(search.schritt ?? 1) - 1, 0), draft.name ? foundingSteps.length - 1 : 0)
  const step = foundingSteps[at]!
  const go = (to: number) => onSearch({ schritt: String(to + 1) })
  const next = (change: Partial<FoundingDraft>) => {
    setDraft({ ...draft, ...change })
    go(at + 1)
  }
  const back = at > 0 ? <Button onClick={() => go(at - 1)}>{t.back}</Button> : null
  return (
    <GuidedWay
      title={t.title}
      saved={t.saved}
      steps={foundingSteps.map((name, index) => ({
        id: name,
        title: t.steps[name],
        state: index < at ? 'done' : index === at ? 'current' : 'open',
        to: index < at ? `/gremien/neu?schritt=${index + 1}` : undefined,
      }))}
    >
      {step === 'mission' ? (
        <FoundingMission
          draft={draft}
          onNext={next}
          onTemplate={(id) => setDraft(withTemplate(draft, id))}
          today={today}
        />
      ) : null}
      {step === 'chairs' ? <FoundingChairs draft={draft} onNext={next} back={back} /> : null}
      {step === 'members' ? (
        <FoundingMembers
          draft={draft}
          onChange={(change) => setDraft({ ...draft, ...change })}
          onNext={() => go(at + 1)}
          back={back}
        />
      ) : null}
      {step === 'people' ? <FoundingPeople draft={draft} onNext={next} back={back} /> : null}
      {step === 'agreement' ? <FoundingAgreement draft={draft} onNext={next} back={back} /> : null}
      {step === 'check' ? (
        <FoundingCheck
          draft={draft}
          back={back}
          onGo={(name) => go(foundingSteps.indexOf(name))}
          onDone={() => keep(owner, null)}
          onDiscard={() => {
            setDraft(emptyFounding(today))
            go(0)
          }}
        />
      ) : null}
    </GuidedWay>
  )
}
