// The founding of a body while it is being prepared: what the steps of the guided way fill in.
import { addYears } from '#kit/clock/days.ts'
import type { Option } from '#kit/ui/Combobox.tsx'
import type { Procedure } from '../rules/procedure.ts'
import { proposesRules, rulesOfTemplate, type TemplateId, templates } from '../rules/templates.ts'
import { proposalOf } from '../texts/clauses.de.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { templateTexts } from '../texts/templates.de.ts'
import { clauseOf, type DraftClause, draftClause, withFreshKeys } from './draft-clauses.ts'

export type FoundingGroup = { name: string; chair: 'appointed' | 'elected'; termYears: number | null }
/** `group`: its place in the list of groups. */
export type FoundingMember = { organisation: Option; unit: Option | null; group: number | null; guest: boolean }
/** Who takes a chair: somebody who is entered, or somebody who gets a mail. */
export type FoundingChair = {
  organisation: string
  person: string | null
  name: string
  email: string
  basis: string
}
export type FoundingMeeting = { day: string; starts: string; ends: string; place: string; online: string }
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
  /** In the order of the groups; null: left open, or still to be elected. */
  chairs: (FoundingChair | null)[]
  agreementTitle: string
  preamble: string
  reviewOn: string
  clauses: DraftClause[]
  offer: boolean
  /** Null: without rules of procedure for now. */
  procedure: Procedure | null
  /** Null: without a constituent meeting for now. */
  meeting: FoundingMeeting | null
  /** The agenda; null: as it is usual, following what else is said here. */
  items: string[] | null
  /** The day on which founding was begun: what is sent again later is the same. */
  begunOn: string | null
  /** Somebody gets an invitation to take a chair; said when founding begins, for then the names go. */
  invited: boolean
  /** The step at which one is. */
  step: number
}

export const emptyMeeting: FoundingMeeting = { day: '', starts: '', ends: '', place: '', online: '' }

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
  agreementTitle: templateTexts.free.agreement,
  preamble: '',
  reviewOn: addYears(today, 2),
  clauses: [],
  offer: true,
  procedure: null,
  meeting: emptyMeeting,
  items: null,
  begunOn: null,
  invited: false,
  step: 0,
})

/** As it was kept: what a later version adds begins empty, and clauses that are added get keys of their own. */
export function keptFounding(content: Record<string, unknown>, today: string): FoundingDraft {
  const draft = { ...emptyFounding(today), ...(content as Partial<FoundingDraft>) }
  return { ...draft, clauses: withFreshKeys(draft.clauses) }
}

function clausesOf(id: TemplateId): DraftClause[] {
  const perYear = templates[id].rules.meetsPerYear ?? 2
  return templateTexts[id].clauses.map(({ number, heading, text, strength, meets }) =>
    draftClause(
      {
        number,
        strength,
        ...(meets ? proposalOf({ kind: 'meet', perYear }, () => '') : { heading, text }),
        duty: meets ? { kind: 'meet', perYear } : null,
        indicator: null,
        names: [],
      },
      () => '',
    ),
  )
}

/** What a template proposes; name, members and what was written by hand stay. */
export function withTemplate(draft: FoundingDraft, id: TemplateId): FoundingDraft {
  const { form, keys, groups, rules } = templates[id]
  const words = templateTexts[id]
  const before = templateTexts[draft.template]
  const own = (text: string, proposed: string, next: string) => (text === '' || text === proposed ? next : text)
  return {
    ...draft,
    template: id,
    form,
    keys,
    groups: groups.map((group, index) => ({ ...group, name: words.groups[index] ?? '' })),
    mission: own(draft.mission, before.mission, words.mission),
    agreementTitle: own(draft.agreementTitle, before.agreement, words.agreement),
    preamble: own(draft.preamble, before.preamble, words.preamble),
    clauses: clausesOf(id),
    procedure: proposesRules(id) ? rulesOfTemplate(id, { keys, meetsPerYear: rules.meetsPerYear ?? 2 }) : null,
    members: draft.members.map((member) => ({ ...member, group: groups.length > 0 ? 0 : null })),
    chairs: [],
    // Two partners come together without ceremony.
    meeting: id === 'small' ? null : (draft.meeting ?? emptyMeeting),
  }
}

/** Whether something stands there that another template would replace and that nobody could tell from its proposals. */
export function hasOwnWords(draft: FoundingDraft): boolean {
  const said = ({ clauses, procedure, groups }: FoundingDraft) =>
    JSON.stringify([clauses.map(({ key: _, ...clause }) => clause), procedure, groups])
  return draft.chairs.some((chair) => chair !== null) || said(draft) !== said(withTemplate(draft, draft.template))
}

/** The groups that have a name, with their place. */
export const namedGroups = (draft: Pick<FoundingDraft, 'groups'>) =>
  draft.groups.map((group, at) => ({ ...group, at })).filter((group) => group.name.trim() !== '')

/** What the API takes. With one chair groups are only given where a template or somebody has named them. */
export const foundingContent = (draft: FoundingDraft) => ({
  name: draft.name.trim(),
  shortName: draft.shortName.trim(),
  mission: draft.mission.trim(),
  form: draft.form,
  foundedOn: draft.foundedOn,
  areaKey: draft.areaKey.trim() || null,
  keys: draft.keys,
  constituencies: namedGroups(draft).map((group, index) => ({
    name: group.name.trim(),
    // With one chair only the first group provides it.
    chair: draft.keys === 1 && index > 0 ? null : group.chair,
    termYears: group.chair === 'elected' && (draft.keys === 2 || index === 0) ? group.termYears : null,
  })),
  seats: draft.members.map((member) => ({
    organisation: member.organisation.id,
    unit: member.unit?.id ?? null,
    constituency:
      namedGroups(draft)
        .find((group) => group.at === member.group)
        ?.name.trim() ?? null,
    guest: member.guest,
  })),
})

export type ChairPlace = { group: string | null; at: number | null; elected: boolean; termYears: number | null }
/** The groups that provide a chair, or one nameless place where there are none. */
export function chairPlaces(draft: FoundingDraft): ChairPlace[] {
  const places = namedGroups(draft)
    .slice(0, draft.keys)
    .map(({ name, at, chair, termYears }) => ({ group: name.trim(), at, elected: chair === 'elected', termYears }))
  return places.length > 0 ? places : [{ group: null, at: null, elected: false, termYears: null }]
}

/** Groups whose chair is still to be elected, and where in the list. */
export const toBeElected = (draft: FoundingDraft): { group: string; at: number }[] =>
  chairPlaces(draft).flatMap(({ group, elected }, at) => (group && elected && !draft.chairs[at] ? [{ group, at }] : []))

export const partiesOf = (draft: FoundingDraft): Option[] => [
  ...new Map(draft.members.filter((one) => !one.guest).map((one) => [one.organisation.id, one.organisation])).values(),
]

/** The agreement as the API takes it; null without clauses. */
export function foundingAgreement(draft: FoundingDraft) {
  if (draft.clauses.length === 0) return null
  return {
    title: draft.agreementTitle.trim(),
    preamble: draft.preamble.trim(),
    reviewOn: draft.reviewOn || null,
    parties: partiesOf(draft).map((one) => one.id),
    clauses: draft.clauses.map(clauseOf),
  }
}

/** How often the agreement says that one meets; null: it does not. */
export const agreedMeetings = (draft: FoundingDraft): number | null =>
  draft.clauses.find((clause) => clause.kind === 'meet')?.perYear ?? null

/** The rules as the API takes them: they follow the agreement, and with one chair nothing waits for the key of another. */
export function foundingRules({ procedure, ...draft }: FoundingDraft): Procedure | null {
  if (!procedure) return null
  const meetsPerYear = agreedMeetings({ ...draft, procedure }) ?? procedure.meetsPerYear
  return draft.keys === 1
    ? { ...procedure, meetsPerYear, keysFor: [], deadlock: null, deadlockDays: null }
    : { ...procedure, meetsPerYear }
}

/** The agenda as it is usual for a first meeting. An election that is called comes onto it by itself. */
export const usualItems = (draft: FoundingDraft): string[] => [
  foundingTexts.meeting.items.opening,
  ...(draft.clauses.length > 0 ? [foundingTexts.meeting.items.agreement] : []),
  ...(draft.procedure ? [foundingTexts.meeting.items.rules] : []),
  foundingTexts.meeting.items.next,
]
