// The founding of a body while it is being prepared: kept on this device until the body is founded.
import type { Option } from '#kit/ui/Combobox.tsx'
import { proposesRules, rulesOfTemplate, type TemplateId, templates } from '../rules/templates.ts'
import { proposalOf } from '../texts/clauses.de.ts'
import { templateTexts } from '../texts/templates.de.ts'

export type FoundingGroup = { name: string; chair: 'appointed' | 'elected'; termYears: number | null }
export type FoundingMember = { organisation: Option; unit: Option | null; group: string | null; guest?: boolean }
/** Who takes a chair: somebody who is entered, or somebody who gets a mail. */
export type FoundingChair = {
  organisation: string
  person: string | null
  name: string
  email: string
  basis: string
}
export type FoundingDraft = {
  template: TemplateId
  name: string
  shortName: string
  mission: string
  form: 'forum' | 'deciding'
  foundedOn: string
  areaKey: string
  keys: 1 | 2
  groups: FoundingGroup[]
  members: FoundingMember[]
  /** In the order of the groups; null: left open. */
  chairs: (FoundingChair | null)[]
  /** Numbers of the clauses of the template that are taken; none: without an agreement for now. */
  clauses: string[]
  meetsPerYear: number
  /** Rules of procedure are proposed with it. */
  rules: boolean
  offer: boolean
}

export const emptyFounding = (today: string): FoundingDraft => ({
  template: 'free',
  name: '',
  shortName: '',
  mission: '',
  form: 'forum',
  foundedOn: today,
  areaKey: '',
  keys: 2,
  groups: [
    { name: '', chair: 'appointed', termYears: null },
    { name: '', chair: 'elected', termYears: 3 },
  ],
  members: [],
  chairs: [],
  clauses: [],
  meetsPerYear: 2,
  rules: false,
  offer: true,
})

/** What a template proposes; name, members and what was written by hand stay. */
export function withTemplate(draft: FoundingDraft, id: TemplateId): FoundingDraft {
  const { form, keys, groups, rules } = templates[id]
  const words = templateTexts[id]
  const before = templateTexts[draft.template]
  return {
    ...draft,
    template: id,
    form,
    keys,
    groups: groups.map((group, index) => ({ ...group, name: words.groups[index] ?? '' })),
    mission: draft.mission === '' || draft.mission === before.mission ? words.mission : draft.mission,
    clauses: words.clauses.map((clause) => clause.number),
    meetsPerYear: rules.meetsPerYear ?? 2,
    rules: proposesRules(id),
    members: draft.members.map((member) => ({ ...member, group: words.groups[0] ?? null })),
    chairs: [],
  }
}

// A device that is shared must not show one person's draft to another.
const place = (person: string) => `nahtstelle.gruendung.${person}`

export function keptDraft(person: string, today: string): FoundingDraft {
  try {
    const text = localStorage.getItem(place(person))
    return text ? { ...emptyFounding(today), ...(JSON.parse(text) as FoundingDraft) } : emptyFounding(today)
  } catch {
    return emptyFounding(today)
  }
}
export function keep(person: string, draft: FoundingDraft | null): void {
  try {
    if (draft) localStorage.setItem(place(person), JSON.stringify(draft))
    else localStorage.removeItem(place(person))
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

const named = (draft: FoundingDraft) => draft.groups.filter((group) => group.name.trim() !== '')

/** What the API takes. With one chair groups are only given where a template or somebody has named them. */
export const foundingContent = (draft: FoundingDraft) => ({
  name: draft.name,
  shortName: draft.shortName,
  mission: draft.mission,
  form: draft.form,
  foundedOn: draft.foundedOn,
  areaKey: draft.areaKey || null,
  keys: draft.keys,
  constituencies: named(draft).map((group, index) => ({
    name: group.name,
    // With one chair only the first group provides it.
    chair: draft.keys === 1 && index > 0 ? null : group.chair,
    termYears: group.chair === 'elected' && (draft.keys === 2 || index === 0) ? group.termYears : null,
  })),
  seats: draft.members.map((member) => ({
    organisation: member.organisation.id,
    unit: member.unit?.id ?? null,
    constituency: named(draft).some((group) => group.name === member.group) ? member.group : null,
    guest: member.guest ?? false,
  })),
})

/** The groups that provide a chair, or one nameless place where there are none. */
export const chairPlaces = (
  draft: FoundingDraft,
): { group: string | null; elected: boolean; termYears: number | null }[] => {
  const groups = named(draft)
    .slice(0, draft.keys)
    .map((group) => ({ group: group.name, elected: group.chair === 'elected', termYears: group.termYears }))
  return groups.length > 0 ? groups : [{ group: null, elected: false, termYears: null }]
}

/** The agreement that the template proposes, as the API takes it; null without clauses. */
export function foundingAgreement(draft: FoundingDraft) {
  const words = templateTexts[draft.template]
  const clauses = words.clauses.filter((clause) => draft.clauses.includes(clause.number))
  if (clauses.length === 0) return null
  return {
    title: words.agreement,
    preamble: words.preamble,
    parties: [...new Set(draft.members.filter((one) => !one.guest).map((one) => one.organisation.id))],
    clauses: clauses.map(({ number, heading, text, strength, meets }) => ({
      number,
      strength,
      ...(meets ? proposalOf({ kind: 'meet', perYear: draft.meetsPerYear }, () => '') : { heading, text }),
      duty: meets ? ({ kind: 'meet', perYear: draft.meetsPerYear } as const) : null,
    })),
  }
}

/** The rules of procedure that are proposed in the same act; null: none for now. */
export const foundingRules = (draft: FoundingDraft) => (draft.rules ? rulesOfTemplate(draft.template, draft) : null)
