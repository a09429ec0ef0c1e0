// What stands on invitation, agenda, minutes and attendance list. By seat and organisation; who spoke or sat there stands nowhere.
import { dayText } from '#kit/clock/months.texts.de.ts'
import type { Manuscript, Part } from '#kit/documents/manuscript.ts'
import type { Extent } from '../contract/documents.ts'
import type { AgendaItem, Meeting, PaperKind } from '../contract.ts'
import { slotWords } from '../texts/days.de.ts'
import { documentTexts as t } from '../texts/documents.de.ts'
import { quorumSentence, voteTexts } from '../texts/votes.de.ts'
import { resultWords, texts } from '../texts.de.ts'

export type Release = { keys: { organisation: string; day: string; standIn: boolean }[]; fixedOn: string }
export type Outcome = {
  result: NonNullable<AgendaItem['result']>['result']
  title: string
  text: string
  addressee: string | null
  answerBy: string | null
  released: boolean
}
export type Gathered = {
  meeting: Meeting
  settled: boolean
  /** Whose keys made it count; null: a draft. */
  release: Release | null
  /** By item. */
  outcomes: ReadonlyMap<string, Outcome>
  /** The organisations of the chairs, in the order of their names. */
  sides: readonly string[]
  ask: { whom: string; at: string }
  today: string
}
type Seat = Meeting['attendance'][number]

export const seatOf = ({ unit }: Seat) => unit?.title ?? t.ownSeat
/** Where every seat is that of its organisation, nobody needs a column that says so. */
const haveUnits = (seats: readonly Seat[]) => seats.some(({ unit }) => unit !== null)
export const titleOf = (paper: PaperKind, number: number) =>
  paper === 'minutes' ? t.minutesTitle(number) : t.title(t.titles[paper], number)

const section = (text: string): Part => ({ kind: 'heading', level: 1, text })
const prose = (text: string, quiet = false): Part[] => (text.trim() === '' ? [] : [{ kind: 'text', text, quiet }])
const isShown = (item: AgendaItem, extent: Extent) => extent === 'whole' || item.public

export function writeManuscript(paper: PaperKind, of: Gathered, extent: Extent): Manuscript {
  const parts = { agenda: agendaParts, invitation: invitationParts, minutes: minutesParts }[paper](of, extent)
  return framed(of, titleOf(paper, of.meeting.number), [
    ...(of.settled ? [] : prose(t.draftHint, true)),
    ...(extent === 'open' && of.meeting.items.some((item) => !item.public) ? prose(t.openHint, true) : []),
    ...(of.meeting.object.invented ? prose(t.invented, true) : []),
    ...parts,
    ...releaseParts(of),
    section(t.questions),
    ...prose(of.ask.whom),
    ...prose(t.alwaysAt(of.ask.at)),
  ])
}

function framed({ meeting, settled, sides, today }: Gathered, title: string, parts: readonly Part[]): Manuscript {
  const body = meeting.object.body!.title
  return {
    title,
    author: body,
    about: meeting.object.title,
    letterhead: [body, ...(sides.length > 0 ? [t.chairs(sides)] : [])],
    draft: settled ? null : t.draft,
    parts,
    footer: `${body} · ${t.made(dayText(today))}`,
  }
}

const whenAndWhere = ({ meeting }: Gathered): Part => ({
  kind: 'pairs',
  pairs: [
    [t.when, slotWords(meeting)],
    ...(meeting.place ? [[t.where, meeting.place] as const] : []),
    ...(meeting.online ? [[t.online, meeting.online] as const] : []),
    ...(meeting.purpose ? [[t.purpose, meeting.purpose] as const] : []),
  ],
})

/** "TOP 2: Kurzzeitpflege (nicht öffentlich)"; what is not shown keeps its number. */
function itemTitle(item: AgendaItem, at: number, extent: Extent): string {
  if (!isShown(item, extent)) return t.position(at + 1, t.hiddenItem)
  return t.position(at + 1, item.public ? item.title : t.marked(item.title, t.notPublic))
}

function agendaParts(of: Gathered, extent: Extent): Part[] {
  return [whenAndWhere(of), ...itemParts(of, extent, true)]
}

function itemParts({ meeting: { items } }: Gathered, extent: Extent, withPapers: boolean): Part[] {
  const papers = withPapers ? items.filter((item) => item.paper.trim() !== '' && isShown(item, extent)) : []
  return [
    section(t.agenda),
    { kind: 'list', items: items.map((item, at) => itemTitle(item, at, extent)) },
    ...papers.flatMap((item): Part[] => [
      { kind: 'heading', level: 2, text: t.paperOf(itemTitle(item, items.indexOf(item), extent)) },
      ...prose(item.paper),
    ]),
  ]
}

function invitationParts(of: Gathered, extent: Extent): Part[] {
  const { meeting } = of
  return [
    ...prose(t.invite(meeting.number, meeting.object.body!.title)),
    whenAndWhere(of),
    ...itemParts(of, extent, true),
    ...prose(t.deputies),
  ]
}

function minutesParts(of: Gathered, extent: Extent): Part[] {
  const { meeting } = of
  return [
    whenAndWhere(of),
    section(t.attendance),
    ...attendanceParts(meeting),
    ...(meeting.voting ? prose(quorumSentence(meeting.voting)) : []),
    ...meeting.items.flatMap((item, at) => [
      section(itemTitle(item, at, extent)),
      ...(isShown(item, extent) ? treated(of, item) : []),
    ]),
  ]
}

function attendanceParts({ attendance, voting }: Meeting): Part[] {
  if (attendance.every((seat) => seat.state === null)) return prose(t.noneNoted)
  const nameOf = ({ organisation, unit }: Seat) => voteTexts.seat(organisation.title, unit?.title ?? null)
  const stateOf = (seat: Seat) => {
    if (!seat.state) return voteTexts.minutes.stillOpen
    const word = texts.presences[seat.state]
    return seat.state === 'represented' ? t.inPlaceOf(word, nameOf(seat)) : word
  }
  const units = haveUnits(attendance)
  return [
    {
      kind: 'table',
      columns: [
        { title: t.organisation, share: 4 },
        ...(units ? [{ title: t.seat, share: 3 }] : []),
        { title: t.attendance, share: 4 },
        ...(voting ? [{ title: t.vote, share: 2 }] : []),
      ],
      rows: attendance.map((seat) => [
        seat.organisation.title,
        ...(units ? [seatOf(seat)] : []),
        stateOf(seat),
        ...(voting ? [seat.voting ? voteTexts.hasVote : voteTexts.noVote] : []),
      ]),
    },
  ]
}

function treated({ outcomes, settled }: Gathered, item: AgendaItem): Part[] {
  const { vote } = item
  const outcome = outcomes.get(item.id)
  const pairs: (readonly [string, string])[] = [
    ...(vote
      ? [
          [
            t.voteOn,
            t.voteText(
              voteTexts.counts(vote),
              vote.carried ? voteTexts.carried : voteTexts.rejected,
              voteTexts.by(vote),
            ),
          ] as const,
        ]
      : []),
    ...(outcome ? outcomePairs(outcome) : []),
  ]
  return [
    ...(item.notes.trim() === '' && !settled ? prose(t.noNotes, true) : prose(item.notes)),
    ...(pairs.length > 0 ? [{ kind: 'pairs', pairs } as const] : []),
    ...(item.hasResult && !outcome ? prose(t.resultHidden) : []),
  ]
}

const outcomePairs = (outcome: Outcome): (readonly [string, string])[] => {
  const named = t.resultText(resultWords[outcome.result], outcome.title)
  return [
    [t.results.title, outcome.released ? named : t.marked(named, t.resultOpen)],
    [t.results.text, outcome.text],
    ...(outcome.addressee ? [[t.results.addressee, outcome.addressee] as const] : []),
    ...(outcome.answerBy ? [[t.results.answerBy, dayText(outcome.answerBy)] as const] : []),
  ]
}

function releaseParts({ settled, release, sides }: Gathered): Part[] {
  if (settled && release)
    return [
      section(t.releases),
      ...(release.keys.length > 0
        ? [
            {
              kind: 'list',
              items: release.keys.map((key) => t.released(key.organisation, dayText(key.day), key.standIn)),
            } as const,
          ]
        : prose(t.fixed(dayText(release.fixedOn)))),
    ]
  return [
    section(t.releases),
    ...prose(t.notReleased),
    { kind: 'signatures', who: [...sides.map(t.signers), t.office], line: t.line },
  ]
}

/** One line for each seat, and some for whoever else comes. */
export function listManuscript(of: Gathered): Manuscript {
  const { meeting } = of
  const units = haveUnits(meeting.attendance)
  const columns = [
    { title: t.organisation, share: 4 },
    ...(units ? [{ title: t.seat, share: 3 }] : []),
    { title: t.list.name, share: 3 },
    { title: t.list.standsInFor, share: 3 },
    { title: t.list.signature, share: 4 },
  ]
  const seats = meeting.attendance.map((seat) => [
    seat.organisation.title,
    ...(units ? [seatOf(seat)] : []),
    '',
    '',
    '',
  ])
  const guests = Array.from({ length: 5 }, () => columns.map(() => ''))
  return {
    ...framed({ ...of, settled: true }, t.listTitle(meeting.number), [
      ...(meeting.object.invented ? prose(t.invented, true) : []),
      whenAndWhere(of),
      ...prose(t.list.lead),
      section(t.list.seats),
      { kind: 'table', columns, rows: seats, roomy: true },
      section(t.list.guests),
      { kind: 'table', columns, rows: guests, roomy: true },
    ]),
    wide: true,
  }
}
