// What was said in the steps of founding, line by line.
import { areaNameOf } from '#areas/actors/widgets/area-name.ts'
import { formatDay } from '#kit/ui/format.ts'
import { clockTime } from '#kit/ui/german-input.ts'
import { foundingTexts as t } from '../texts/founding.de.ts'
import { templateTexts } from '../texts/templates.de.ts'
import { texts } from '../texts.de.ts'
import { chairPlaces, type FoundingDraft, foundingAgreement, partiesOf, usualItems } from './founding-draft.ts'
import type { FoundingStep } from './founding-steps.ts'

type Line = { term: string; value: string; step: FoundingStep }

export function summaryOf(draft: FoundingDraft): Line[] {
  const agreement = foundingAgreement(draft)
  const chairs =
    draft.keys === 1
      ? t.chairs.one
      : `${t.chairs.two}: ${draft.groups.map((group) => `${group.name} (${t.chairs[group.chair]})`).join(', ')}`
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
    { term: t.check.foundedOn, value: draft.foundedOn ? formatDay(draft.foundedOn) : '', step: 'mission' },
    ...(draft.areaKey ? [{ term: t.check.area, value: areaNameOf(draft.areaKey), step: 'mission' as const }] : []),
    { term: t.check.chairs, value: chairs, step: 'chairs' },
    {
      term: t.check.members,
      value: [t.check.membersCount(members.length), members.join(', ')].filter(Boolean).join(': '),
      step: 'members',
    },
    { term: t.check.chairPeople, value: chairPeople(draft), step: 'people' },
    {
      term: t.check.agreement,
      value: agreement
        ? t.check.clauses(agreement.title, agreement.clauses.length, draft.offer && partiesOf(draft).length > 1)
        : t.check.noAgreement,
      step: 'agreement',
    },
    {
      term: t.check.rules,
      value: draft.procedure ? (agreement ? t.check.rulesWithAgreement : t.check.rulesAlone) : t.check.noRules,
      step: 'rules',
    },
    { term: t.check.meeting, value: meeting(draft), step: 'meeting' },
  ]
}

function chairPeople(draft: FoundingDraft): string {
  const labelOf = (organisation: string) =>
    draft.members.find((one) => one.organisation.id === organisation)?.organisation.label ?? ''
  return chairPlaces(draft)
    .map(({ group, elected }, at) => {
      const chair = draft.chairs[at]
      const who = chair
        ? [chair.name, labelOf(chair.organisation)].filter(Boolean).join(', ')
        : elected
          ? draft.meeting
            ? t.check.elected
            : t.check.elect
          : t.check.open
      return group ? `${group}: ${who}` : who
    })
    .join('; ')
}

function meeting(draft: FoundingDraft): string {
  if (!draft.meeting) return t.check.noMeeting
  const { day, starts, place, online } = draft.meeting
  if (!day) return t.check.noMeeting
  const where = [place, online].filter(Boolean).join(', ')
  return t.check.meetingOn(formatDay(day), clockTime(starts), where, (draft.items ?? usualItems(draft)).length)
}
