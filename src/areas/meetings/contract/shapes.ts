// The shapes of a meeting: agenda, attendance by seat, votes, papers.
import { z } from 'zod'
import { Procedure } from '#areas/cooperation/contract/rules.ts'
import { Result } from '#areas/planning/contract/decisions.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'
import { Afterwards } from './minutes-shapes.ts'

/** A clock time in Germany, as on the invitation. */
export const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const words = (most: number) => z.string().trim().max(most).default('')

export const MeetingStatus = z.enum(['planned', 'invited', 'held', 'cancelled'])
export type MeetingStatus = z.infer<typeof MeetingStatus>
export const Level = z.enum(['strategic', 'operative'])
/** `represented`: the seat was there through its deputy. Both count for quorum and vote. */
export const Presence = z.enum(['present', 'represented', 'excused', 'absent'])
export type Presence = z.infer<typeof Presence>

export const MeetingContent = z.object({
  day: Day,
  starts: Time,
  ends: Time.nullable().default(null),
  /** A room, an address for video, or both. */
  place: words(300),
  online: words(500),
  purpose: words(2000),
})
export type MeetingContent = z.infer<typeof MeetingContent>

export const ItemContent = z.object({
  title: z.string().trim().min(3).max(300),
  level: Level.default('strategic'),
  public: z.boolean().default(true),
  paper: words(10_000),
})
export type ItemContent = z.infer<typeof ItemContent>

const Quorum = z.enum(['none', 'half', 'twoThirds'])
/** As the rules of procedure of a body say it. */
const Majority = Procedure.shape.majority
const count = z.int().min(0).max(10_000)
export const VoteCount = z.object({ inFavour: count, against: count, abstained: count })
export type VoteCount = z.infer<typeof VoteCount>
/** Seats, never who; what follows is computed from the rules that held on the day of the meeting. */
export const Vote = VoteCount.extend({
  entitled: z.int(),
  present: z.int(),
  majority: Majority,
  carried: z.boolean(),
})
export type Vote = z.infer<typeof Vote>
/** Whether the body could decide on that day, by seats with a vote. */
export const Voting = z.object({
  rules: z.object({ edition: z.int(), quorum: Quorum, majority: Majority }).nullable(),
  entitled: z.int(),
  noted: z.int(),
  present: z.int(),
  quorate: z.boolean(),
})
export type Voting = z.infer<typeof Voting>

export const AgendaItem = ItemContent.extend({
  id: Id,
  position: z.int(),
  notes: z.string(),
  /** What it is about, where the reader may see it. */
  concerning: z.object({ id: Id, kind: z.string(), title: z.string() }).nullable(),
  /** The meeting whose minutes are up for approval here. */
  approves: Id.nullable(),
  /** What was decided by circulation and is made known, or comes back, here. */
  announces: Id.nullable(),
  hasResult: z.boolean(),
  /** The vote on it, for chairs and office, and for everybody with the released minutes. */
  vote: Vote.nullable(),
  /** The result, where the reader may see it: before the joint release only chairs and office do. */
  result: z.object({ id: Id, title: z.string(), result: Result, released: z.boolean() }).nullable(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

/** What both chairs release around a meeting, where the rules of the body ask for it. */
export const PaperKind = z.enum(['agenda', 'invitation', 'minutes'])
export type PaperKind = z.infer<typeof PaperKind>
export const Paper = z.object({
  kind: PaperKind,
  /** The object whose editions the chairs release; null: not yet put before them. */
  object: Id.nullable(),
  edition: z.int().nullable(),
  /** The edition says what stands here now. */
  upToDate: z.boolean(),
  needsKeys: z.boolean(),
  /** A chair has handed this edition back. */
  returned: z.boolean(),
  /** Up to date, and released wherever the rules ask for it. */
  settled: z.boolean(),
})
export type Paper = z.infer<typeof Paper>

export const MeetingLine = z.object({
  object: ObjectHead,
  number: z.int(),
  day: Day,
  starts: z.string(),
  ends: z.string().nullable(),
  place: z.string(),
  online: z.string(),
  status: MeetingStatus,
  items: z.int(),
  results: z.int(),
})
export type MeetingLine = z.infer<typeof MeetingLine>

/** What a seat said to the invitation; `deputy`: it is represented by its deputy. */
export const ResponseAnswer = z.enum(['comes', 'deputy', 'declines'])
export type ResponseAnswer = z.infer<typeof ResponseAnswer>
/** A seat for which somebody answers: `own` as the one who was sent, otherwise as the deputy; `deputy`: somebody was named to stand in. */
export const AnsweringSeat = z.object({
  organisation: Named,
  unit: Named.nullable(),
  own: z.boolean(),
  deputy: z.boolean(),
  answer: ResponseAnswer.nullable(),
})
export type AnsweringSeat = z.infer<typeof AnsweringSeat>

export const Meeting = MeetingLine.omit({ items: true, results: true }).extend({
  purpose: z.string(),
  cancelledBecause: z.string().nullable(),
  items: z.array(AgendaItem),
  /** Taken off the agenda; can be put back. */
  removed: z.array(AgendaItem),
  /** Every seat of that day; state null: not yet noted. `deputy`: somebody was named to stand in. */
  attendance: z.array(
    z.object({
      organisation: Named,
      unit: Named.nullable(),
      voting: z.boolean(),
      deputy: z.boolean(),
      state: Presence.nullable(),
    }),
  ),
  /** Null: a forum, which does not vote. */
  voting: Voting.nullable(),
  papers: z.array(Paper),
  /** What became of the minutes; null: the meeting has not been held. */
  afterwards: Afterwards.nullable(),
  /** Answers to the invitation: of all seats for chairs and office, of the own ones for everybody else. */
  responses: z.object({
    seats: z.array(z.object({ organisation: Id, unit: Id.nullable(), answer: ResponseAnswer })),
    mine: z.array(AnsweringSeat),
    /** What the own answers were based on, to be sent along. */
    seen: z.int(),
  }),
  mayLead: z.boolean(),
})
export type Meeting = z.infer<typeof Meeting>
