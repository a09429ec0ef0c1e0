// Last step of founding: everything in one look, each line can be changed; then the body, its chairs and its agreement are made.

import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { areaNameOf } from '#areas/actors/widgets/area-name.ts'
import { addYears } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { StepSummary } from '#kit/ui/Stepper.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { foundingTexts as t } from '../texts/founding.de.ts'
import { templateTexts } from '../texts/templates.de.ts'
import { texts } from '../texts.de.ts'
import type { FoundingStep } from './Founding.tsx'
import { chairPlaces, type FoundingDraft, foundingAgreement, foundingContent, foundingRules } from './founding-draft.ts'

const remote = client(cooperation)

type Props = {
  draft: FoundingDraft
  back: ReactNode
  onGo: (step: FoundingStep) => void
  onDone: () => void
  onDiscard: () => void
}

export function FoundingCheck({ draft, back, onGo, onDone, onDiscard }: Props) {
  const founding = useFounding(draft, onDone)
  return (
    <Stack gap="l">
      <StepSummary items={summary(draft).map(({ step, ...item }) => ({ ...item, onChange: () => onGo(step) }))} />
      <p>{t.check.after}</p>
      <Refused error={founding.error} />
      <ButtonRow>
        {back}
        <Button variant="primary" busy={founding.busy} onClick={() => void founding.found()}>
          {t.found}
        </Button>
        <Button variant="tertiary" onClick={onDiscard}>
          {t.discard}
        </Button>
      </ButtonRow>
    </Stack>
  )
}

/** First the body; then, one after the other, what can stand by itself. What does not succeed is still open on the page of the body. */
function useFounding(draft: FoundingDraft, onDone: () => void) {
  const navigate = useNavigate()
  const toast = useToast()
  const { today } = useSession()
  const found = useAct(remote.found)
  const send = useAct(remote.send)
  const write = useAct(remote.draft)
  const offer = useAct(remote.offer)
  const propose = useAct(remote.proposeRules)
  const busy = useRef(false)
  const run = async () => {
    if (busy.current) return
    busy.current = true
    const made = await found.act(foundingContent(draft))
    busy.current = false
    if (!made) return
    const open: string[] = []
    for (const [at, chair] of draft.chairs.entries()) {
      const place = chairPlaces(draft)[at]
      if (!chair || !place) continue
      const { organisation, basis } = chair
      const who = chair.person
        ? { person: chair.person }
        : { newPerson: { name: chair.name, email: chair.email, home: ['admin' as const, 'head' as const] } }
      const until = place.elected && place.termYears ? addYears(draft.foundedOn, place.termYears) : null
      const term = { organisation, role: 'chair' as const, from: draft.foundedOn, until, basis }
      let done = await send.act({ id: made.id, ...term, ...who })
      // Where an organisation already looks after itself, it gives its roles at home, not the founder.
      if (!done && who.newPerson)
        done = await send.act({ id: made.id, ...term, newPerson: { ...who.newPerson, home: [] } })
      if (!done) open.push(t.steps.people)
    }
    const agreement = foundingAgreement(draft)
    const drafted = agreement && (await write.act({ id: made.id, ...agreement, reviewOn: addYears(today, 2) }))
    if (agreement && !drafted) open.push(t.steps.agreement)
    // Before the agreement is offered: the rules that come with it hold when all parties have signed.
    const procedure = foundingRules(draft)
    const presented =
      procedure &&
      (await propose.act({
        id: made.id,
        procedure,
        validFrom: today,
        agreement: drafted ? drafted.id : null,
      }))
    if (procedure && !presented) open.push(t.check.rules)
    if (drafted && draft.offer && agreement.parties.length > 1)
      if (!(await offer.act({ id: drafted.id }, { revision: 1 }))) open.push(bodyTexts.next.signatures)
    onDone()
    toast(
      open.length === 0
        ? { text: t.done(draft.name), tone: 'success' }
        : { text: t.partly([...new Set(open)].join(', ')), tone: 'warning' },
    )
    void navigate({ to: `/gremien/${made.id}` as '/' })
  }
  return { found: run, busy: found.busy || send.busy || write.busy || propose.busy || offer.busy, error: found.error }
}

function summary(draft: FoundingDraft): { term: string; value: string; step: FoundingStep }[] {
  const agreement = foundingAgreement(draft)
  const chairs =
    draft.keys === 1
      ? t.chairs.one
      : `${t.chairs.two}: ${draft.groups.map((group) => `${group.name} (${t.chairs[group.chair]})`).join(', ')}`
  const labelOf = (organisation: string) =>
    draft.members.find((one) => one.organisation.id === organisation)?.organisation.label ?? ''
  const people = chairPlaces(draft).map(({ group }, at) => {
    const chair = draft.chairs[at]
    const who = chair ? [chair.name, labelOf(chair.organisation)].filter(Boolean).join(', ') : t.check.open
    return group ? `${group}: ${who}` : who
  })
  const members = draft.members.map((one) => {
    const name = one.unit?.label ?? one.organisation.label
    return one.guest ? `${name} (${t.members.guest})` : name
  })
  return [
    { term: t.check.template, value: templateTexts[draft.template].label, step: 'mission' },
    { term: t.check.name, value: draft.name, step: 'mission' },
    { term: t.check.shortName, value: draft.shortName, step: 'mission' },
    { term: t.check.mission, value: draft.mission, step: 'mission' },
    { term: t.check.form, value: texts.forms[draft.form], step: 'mission' },
    { term: t.check.foundedOn, value: formatDay(draft.foundedOn), step: 'mission' },
    ...(draft.areaKey ? [{ term: t.check.area, value: areaNameOf(draft.areaKey), step: 'mission' as const }] : []),
    { term: t.check.chairs, value: chairs, step: 'chairs' },
    { term: t.check.members, value: `${t.check.membersCount(members.length)}: ${members.join(', ')}`, step: 'members' },
    { term: t.check.chairPeople, value: people.join('; '), step: 'people' },
    {
      term: t.check.agreement,
      value: agreement ? t.check.clauses(agreement.title, agreement.clauses.length, draft.offer) : t.check.noAgreement,
      step: 'agreement',
    },
    {
      term: t.check.rules,
      value: draft.rules ? (agreement ? t.check.rulesWithAgreement : t.check.rulesAlone) : t.check.noRules,
      step: 'agreement',
    },
  ]
}
