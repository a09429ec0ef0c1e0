// What a clause makes due, in a form that machines read. The German sentence stands beside it in the clause.
import { z } from 'zod'
import { isDay } from '#kit/clock/days.ts'
import { Id } from '#kit/ref.ts'

/** When a figure is due: for a year on a day of the following year, for a quarter some weeks after its end. */
export const FigureTime = z.discriminatedUnion('period', [
  z.object({
    period: z.literal('year'),
    due: z
      .string()
      .regex(/^\d\d-\d\d$/)
      .refine((due) => isDay(`2027-${due}`)),
  }),
  z.object({ period: z.literal('quarter'), weeks: z.int().min(1).max(26) }),
])
export type FigureTime = z.infer<typeof FigureTime>

/** A day that every year has, e.g. '03-31'. */
const DayOfYear = z
  .string()
  .regex(/^\d\d-\d\d$/)
  .refine((due) => isDay(`2027-${due}`))

/**
 * Who owes it. publicMembers: members of the public side that answer for a county or city. public, free: parties of that side.
 * parties: all of them. office: the body itself, through chairs and office. Or the named ones.
 */
export const From = z.union([
  z.enum(['publicMembers', 'public', 'free', 'parties', 'office']),
  z.array(Id).min(1).max(200),
])
export type From = z.infer<typeof From>
/** To whom: the body, that is all members together, or the named organisations and bodies. */
export const To = z.union([z.literal('body'), z.array(Id).min(1).max(20)])
export type To = z.infer<typeof To>

/** Whose sessions a clause goes by: a body in Nahtstelle, or a committee whose days the office keeps. */
export const Sessions = z.union([z.object({ body: Id }), z.object({ committee: z.string().trim().min(2).max(120) })])
export type Sessions = z.infer<typeof Sessions>

export const ReportTime = z.discriminatedUnion('when', [
  z.object({ when: z.literal('afterMeeting'), days: z.int().min(1).max(366) }),
  z.object({ when: z.literal('yearly'), due: DayOfYear }),
])
export type ReportTime = z.infer<typeof ReportTime>

const parties = From.default('parties')

export const ClauseDuty = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('meet'), perYear: z.int().min(1).max(12) }),
  /** Meet at least so many weeks before each of these sessions, and not more than `span` weeks earlier than that. */
  z.object({
    kind: z.literal('before'),
    weeks: z.int().min(1).max(26),
    span: z.int().min(1).max(26).default(6),
    of: Sessions,
  }),
  /** Invite with the agenda at least so many days before each meeting. */
  z.object({ kind: z.literal('notice'), days: z.int().min(1).max(120) }),
  z.object({
    kind: z.literal('deliver'),
    indicator: Id,
    from: From.default('publicMembers'),
    to: To.default('body'),
    time: FigureTime,
  }),
  z.object({
    kind: z.literal('confirm'),
    indicator: Id,
    from: From.default('publicMembers'),
    to: To.default('body'),
    time: FigureTime,
  }),
  /** Report to the body or the named ones, or to those whom one represents. */
  z.object({
    kind: z.literal('report'),
    from: parties,
    to: z.union([To, z.literal('represented')]).default('represented'),
    time: ReportTime,
  }),
  /** Say it so many days before a change of one's own service takes effect. */
  z.object({ kind: z.literal('inform'), days: z.int().min(1).max(366), from: parties, to: To.default('body') }),
  /** Answer within so many days: what is recommended to a party, or what is stated as a need in the body. */
  z.object({
    kind: z.literal('answer'),
    what: z.enum(['recommendation', 'need']),
    days: z.int().min(1).max(366),
    from: parties,
  }),
  /** Confirm the named contact every so many months. */
  z.object({
    kind: z.literal('contact'),
    months: z.int().min(1).max(36),
    from: parties,
    to: To.default('body'),
  }),
  /** Look together at what the agreement has brought about, every so many years. */
  z.object({ kind: z.literal('review'), years: z.int().min(1).max(10) }),
])
export type ClauseDuty = z.infer<typeof ClauseDuty>
export type DutyKind = ClauseDuty['kind']
