// The members of a body as lines: one per organisation, with its departments and people; searched, and put into groups.
import type { Body, Seat } from '../contract.ts'
import { seatTexts } from '../texts/seats.de.ts'

export type MemberLine = {
  organisation: Seat['organisation']
  side: Seat['side']
  constituency: string | null
  units: string[]
  voting: boolean
  guest: boolean
  people: Seat['delegates']
  /** For which fields alone it takes part; empty: for all. */
  fields: Body['purposes'][number]['fields']
}
export type GroupBy = 'none' | 'constituency' | 'side'
const t = seatTexts.members

export function memberLines(body: Pick<Body, 'seats' | 'purposes'>): MemberLine[] {
  const byOrganisation = Map.groupBy(body.seats, (seat) => seat.organisation.id)
  return [...byOrganisation.values()].map((seats) => ({
    organisation: seats[0]!.organisation,
    side: seats[0]!.side,
    constituency: seats.find((seat) => seat.constituency)?.constituency ?? null,
    units: seats.flatMap((seat) => (seat.unit ? [seat.unit.title] : [])),
    voting: seats.some((seat) => seat.voting),
    guest: seats.every((seat) => seat.guest),
    people: seats[0]!.delegates,
    fields: body.purposes.find((one) => one.organisation === seats[0]!.organisation.id)?.fields ?? [],
  }))
}

/** "6 öffentlich · 7 frei": how many member organisations stand on which side; guests are none. */
export function sidesOf(lines: readonly MemberLine[]): { public: number; free: number; other: number } {
  const members = lines.filter((line) => !line.guest)
  const count = (side: Seat['side']) => members.filter((line) => (line.side ?? 'other') === side).length
  return { public: count('public'), free: count('free'), other: count('other') }
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

export function matching(lines: readonly MemberLine[], search: string): MemberLine[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  return lines.filter((line) => {
    const text = plain(
      [line.organisation.title, ...line.units, ...line.people.map(({ person }) => person.title)].join(' '),
    )
    return words.every((word) => text.includes(word))
  })
}

/** In groups with their titles; guests always last and apart. */
export function grouped(lines: readonly MemberLine[], by: GroupBy): { title: string | null; lines: MemberLine[] }[] {
  const members = lines.filter((line) => !line.guest)
  const guests = lines.filter((line) => line.guest)
  const titleOf = (line: MemberLine) =>
    by === 'side' ? t.sides[line.side ?? 'other'] : by === 'constituency' ? (line.constituency ?? t.noGroup) : null
  return [
    ...[...Map.groupBy(members, titleOf)].map(([title, own]) => ({ title, lines: own })),
    ...(guests.length > 0 ? [{ title: t.guests, lines: guests }] : []),
  ]
}
