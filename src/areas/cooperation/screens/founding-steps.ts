// The steps of the guided way, and what each still lacks: said at the step, and once more before the body is founded.
import { clockTime } from '#kit/ui/german-input.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { clauseFaults } from './draft-clauses.ts'
import type { FoundingDraft } from './founding-draft.ts'

export const foundingSteps = [
  'mission',
  'chairs',
  'members',
  'people',
  'agreement',
  'rules',
  'meeting',
  'check',
] as const
export type FoundingStep = (typeof foundingSteps)[number]

type Faults = Record<string, string>
const { missing, agreement, people, meeting } = foundingTexts

const checks: Readonly<Record<FoundingStep, (draft: FoundingDraft, today: string) => Faults>> = {
  mission: ({ name, shortName, mission, areaKey, foundedOn }, today) => ({
    ...(name.trim().length < 3 ? { name: missing.name } : {}),
    ...(shortName.trim().length < 2 ? { shortName: missing.shortName } : {}),
    ...(mission.trim().length < 3 ? { mission: missing.mission } : {}),
    ...(foundedOn === '' || foundedOn > today ? { foundedOn: missing.foundedOn } : {}),
    ...(areaKey.trim() !== '' && !/^(0[1-9]|1[0-6])\d{0,6}$/.test(areaKey.trim()) ? { areaKey: missing.area } : {}),
  }),
  chairs({ keys, groups }) {
    if (keys === 1) return {}
    const names = groups.map((group) => group.name.trim())
    const found: Faults = {}
    for (const [index, name] of names.entries()) if (name.length < 2) found[`group-${index}`] = missing.group
    if (names[0] !== '' && names[0] === names[1]) found['group-1'] = missing.groupSame
    for (const [index, group] of groups.entries())
      if (group.chair === 'elected' && !(group.termYears && group.termYears >= 1 && group.termYears <= 10))
        found[`term-${index}`] = missing.term
    return found
  },
  members: () => ({}),
  people({ chairs }) {
    const found: Faults = {}
    for (const [at, chair] of chairs.entries()) {
      if (!chair) continue
      if (chairs.slice(0, at).some((other) => other?.organisation === chair.organisation))
        found[`organisation-${at}`] = people.missing.same
      if (chair.basis.trim() === '') found[`basis-${at}`] = people.missing.basis
      if (chair.person !== null) continue
      if (chair.name.trim().length < 2) found[`name-${at}`] = people.missing.name
      if (!/^\S+@\S+\.\S+$/.test(chair.email.trim())) found[`email-${at}`] = people.missing.email
    }
    return found
  },
  agreement({ clauses, agreementTitle, reviewOn, offer }) {
    if (clauses.length === 0) return {}
    return {
      ...(agreementTitle.trim().length < 3 ? { agreementTitle: agreement.titleMissing } : {}),
      ...clauseFaults(clauses),
      ...(offer && reviewOn === '' ? { reviewOn: agreement.reviewMissing } : {}),
    }
  },
  rules: () => ({}),
  meeting({ meeting: first, items }, today) {
    if (!first) return {}
    const { faults } = meeting
    const starts = clockTime(first.starts)
    const ends = clockTime(first.ends)
    const found: Faults = {}
    if (first.day === '') found.day = faults.day
    else if (first.day < today) found.day = faults.past
    if (!isTime(starts)) found.starts = faults.starts
    if (first.ends.trim() !== '' && (!isTime(ends) || ends <= starts)) found.ends = faults.ends
    if (first.place.trim() === '' && first.online.trim() === '') found.place = faults.place
    for (const [at, title] of (items ?? []).entries()) if (title.trim().length < 3) found[`item-${at}`] = faults.item
    return found
  },
  check: () => ({}),
}
const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

export const faultsOf = (draft: FoundingDraft, step: FoundingStep, today: string): Faults => checks[step](draft, today)
export const faultySteps = (draft: FoundingDraft, today: string): FoundingStep[] =>
  foundingSteps.filter((step) => Object.keys(faultsOf(draft, step, today)).length > 0)
