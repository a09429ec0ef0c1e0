// The founding of a body while it is being prepared: kept on this device until the body is founded.
import type { Option } from '#kit/ui/Combobox.tsx'

export type FoundingGroup = { name: string; chair: 'appointed' | 'elected'; termYears: number | null }
export type FoundingMember = { organisation: Option; unit: Option | null; group: string | null }
export type FoundingDraft = {
  name: string
  shortName: string
  mission: string
  form: 'forum' | 'deciding'
  foundedOn: string
  keys: 1 | 2
  groups: FoundingGroup[]
  members: FoundingMember[]
}

export const emptyFounding = (today: string): FoundingDraft => ({
  name: '',
  shortName: '',
  mission: '',
  form: 'forum',
  foundedOn: today,
  keys: 2,
  groups: [
    { name: '', chair: 'appointed', termYears: null },
    { name: '', chair: 'elected', termYears: 3 },
  ],
  members: [],
})

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

/** What the API takes. Groups are only given where there are two chairs. */
export const foundingContent = (draft: FoundingDraft) => ({
  name: draft.name,
  shortName: draft.shortName,
  mission: draft.mission,
  form: draft.form,
  foundedOn: draft.foundedOn,
  keys: draft.keys,
  constituencies:
    draft.keys === 2
      ? draft.groups.map((group) => ({ ...group, termYears: group.chair === 'elected' ? group.termYears : null }))
      : [],
  seats: draft.members.map((member) => ({
    organisation: member.organisation.id,
    unit: member.unit?.id ?? null,
    constituency: draft.keys === 2 ? member.group : null,
  })),
})
