// /gremien/neu: the guided way that founds a body. Each step is kept; nothing is written before the last one.
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { GuidedWay, StepSummary } from '#kit/ui/Stepper.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { foundingTexts as t } from '../texts/founding.de.ts'
import { texts } from '../texts.de.ts'
import { FoundingChairs } from './FoundingChairs.tsx'
import { FoundingMembers } from './FoundingMembers.tsx'
import { FoundingMission } from './FoundingMission.tsx'
import { emptyFounding, type FoundingDraft, foundingContent, keep, keptDraft } from './founding-draft.ts'

const remote = client(cooperation)
const steps = ['mission', 'chairs', 'members', 'check'] as const
type StepName = (typeof steps)[number]

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
  const at = Math.min(Math.max(Number(search.schritt ?? 1) - 1, 0), draft.name ? steps.length - 1 : 0)
  const step = steps[at]!
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
      steps={steps.map((name, index) => ({
        id: name,
        title: t.steps[name],
        state: index < at ? 'done' : index === at ? 'current' : 'open',
        to: index < at ? `/gremien/neu?schritt=${index + 1}` : undefined,
      }))}
    >
      {step === 'mission' ? <FoundingMission draft={draft} onNext={next} today={today} /> : null}
      {step === 'chairs' ? <FoundingChairs draft={draft} onNext={next} back={back} /> : null}
      {step === 'members' ? (
        <FoundingMembers
          draft={draft}
          onChange={(change) => setDraft({ ...draft, ...change })}
          onNext={() => go(at + 1)}
          back={back}
        />
      ) : null}
      {step === 'check' ? (
        <Check
          draft={draft}
          back={back}
          onGo={(name) => go(steps.indexOf(name))}
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

type CheckProps = {
  draft: FoundingDraft
  back: ReactNode
  onGo: (step: StepName) => void
  onDone: () => void
  onDiscard: () => void
}

function Check({ draft, back, onGo, onDone, onDiscard }: CheckProps) {
  const navigate = useNavigate()
  const toast = useToast()
  const found = useAct(remote.found, ({ id }) => {
    onDone()
    toast({ text: t.done(draft.name), tone: 'success' })
    void navigate({ to: `/gremien/${id}` as '/' })
  })
  const chairs =
    draft.keys === 1
      ? t.chairs.one
      : `${t.chairs.two}: ${draft.groups.map((group) => `${group.name} (${t.chairs[group.chair]})`).join(', ')}`
  return (
    <Stack gap="l">
      <StepSummary
        items={[
          { term: t.check.name, value: draft.name, onChange: () => onGo('mission') },
          { term: t.check.shortName, value: draft.shortName, onChange: () => onGo('mission') },
          { term: t.check.mission, value: draft.mission, onChange: () => onGo('mission') },
          { term: t.check.form, value: texts.forms[draft.form], onChange: () => onGo('mission') },
          { term: t.check.foundedOn, value: formatDay(draft.foundedOn), onChange: () => onGo('mission') },
          { term: t.check.chairs, value: chairs, onChange: () => onGo('chairs') },
          {
            term: t.check.members,
            value: `${t.check.membersCount(draft.members.length)}: ${draft.members.map((one) => one.unit?.label ?? one.organisation.label).join(', ')}`,
            onChange: () => onGo('members'),
          },
        ]}
      />
      <p>{t.check.after}</p>
      <Refused error={found.error} />
      <ButtonRow>
        {back}
        <Button variant="primary" busy={found.busy} onClick={() => void found.act(foundingContent(draft))}>
          {t.found}
        </Button>
        <Button variant="tertiary" onClick={onDiscard}>
          {t.discard}
        </Button>
      </ButtonRow>
    </Stack>
  )
}
