// Bedarf: for whom, where, of what use, and on which figures it rests. A draft may be incomplete; what is stated may not.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant, Named, ObjectHead } from '#kit/ref.ts'

export const Grade = z.enum(['figures', 'practice', 'citizens'])
export type Grade = z.infer<typeof Grade>
/** Computed from what followed, never typed. */
export const NeedState = z.enum(['draft', 'stated', 'onAgenda', 'decided', 'inMeasure', 'answered', 'withdrawn'])
export type NeedState = z.infer<typeof NeedState>

export const EvidenceContent = z.object({
  /** A piece that stands there already: it stays as it is, even for an editor who may not see its source; only the note changes. */
  id: Id.nullable().default(null),
  grade: Grade,
  /** The table, delivery or indicator on which it rests, in this edition (default: the latest). */
  source: Id.nullable().default(null),
  edition: z.int().positive().nullable().default(null),
  indicator: Id.nullable().default(null),
  area: Id.nullable().default(null),
  from: Day.nullable().default(null),
  until: Day.nullable().default(null),
  /** Which dimensions of the table: "GES=GESM"; empty for the total. */
  cut: z.string().max(400).default(''),
  note: z.string().trim().max(2000).default(''),
})
export type EvidenceContent = z.infer<typeof EvidenceContent>

export const NeedContent = z.object({
  title: z.string().trim().min(3).max(200),
  targetGroup: z.string().trim().max(500).default(''),
  area: Id.nullable().default(null),
  areaName: z.string().trim().min(2).max(200).nullable().default(null),
  benefit: z.string().trim().max(2000).default(''),
  description: z.string().trim().max(10_000).default(''),
  evidence: z.array(EvidenceContent).max(40).default([]),
})
export type NeedContent = z.infer<typeof NeedContent>

export const Evidence = z.object({
  id: Id,
  grade: Grade,
  source: z.object({ id: Id, kind: z.string(), title: z.string() }).nullable(),
  sourceEdition: z.int().nullable(),
  indicator: Named.nullable(),
  area: Named.nullable(),
  from: Day.nullable(),
  until: Day.nullable(),
  cut: z.string(),
  /** The value with its sign, as it stood; null where there is none or it may not be seen. */
  shown: z.string().nullable(),
  /** The figure exists, but is not released to the reader: `holder` is whom to ask. */
  withheld: z.boolean(),
  holder: z.string().nullable(),
  asOf: Instant,
  note: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

export const NeedLine = z.object({
  object: ObjectHead,
  state: NeedState,
  since: Day,
  statedOn: Day.nullable(),
  targetGroup: z.string(),
  area: Named.nullable(),
  areaName: z.string().nullable(),
})
export type NeedLine = z.infer<typeof NeedLine>
export const Need = NeedLine.extend({
  benefit: z.string(),
  description: z.string(),
  edition: z.int().nullable(),
  evidence: z.array(Evidence),
  withdrawn: z.object({ on: Day, because: z.string() }).nullable(),
})
export type Need = z.infer<typeof Need>

const member = { as: ['admin', 'head', 'planner', 'staff', 'chair', 'office', 'delegate', 'deputy'] } as const
const named = { target: 'need', params: z.object({ id: Id }), reply: Need } as const

export const needs = contract({
  listNeeds: {
    method: 'GET',
    path: '/needs',
    summary: 'Needs with their state and age, of a body or of an organisation',
    who: 'signedIn',
    query: z.object({ body: Id.optional(), owner: Id.optional() }),
    reply: z.object({ needs: z.array(NeedLine) }),
  },
  getNeed: { method: 'GET', path: '/needs/:id', summary: 'A need with its evidence', who: 'signedIn', ...named },
  editionsOfNeed: {
    method: 'GET',
    path: '/needs/:id/editions',
    summary: 'The frozen editions of a need, as they were cited',
    who: 'signedIn',
    target: 'need',
    params: z.object({ id: Id }),
    reply: z.object({ editions: z.array(z.object({ number: z.int(), at: Instant, content: z.unknown() })) }),
  },
  draftNeed: {
    method: 'POST',
    path: '/needs',
    summary: 'Begin a need as a draft; only its author sees it',
    who: member,
    body: NeedContent.extend({ body: Id }),
    reply: Need,
    refusals: ['notOfTheBody', 'noSource'],
    journal: 'need.drafted',
    guard: 'key',
  },
  changeNeed: {
    method: 'PUT',
    path: '/needs/:id',
    summary: 'Change a need; once stated, each change is a new edition',
    who: member,
    ...named,
    body: NeedContent,
    refusals: ['noSource', 'withdrawn'],
    journal: 'need.changed',
    guard: 'ifMatch',
  },
  stateNeed: {
    method: 'POST',
    path: '/needs/:id/statement',
    summary: 'State the need in its body: complete, frozen, on evidence',
    who: member,
    ...named,
    refusals: ['alreadyStated', 'notOfTheBody'],
    journal: 'need.stated',
    guard: 'ifMatch',
  },
  withdrawNeed: {
    method: 'POST',
    path: '/needs/:id/withdrawal',
    summary: 'Withdraw a stated need with a reason, while the body has not dealt with it',
    who: member,
    ...named,
    body: z.object({ because: z.string().trim().min(5).max(2000) }),
    refusals: ['notStated', 'withdrawn', 'dealtWith'],
    journal: 'need.withdrawn',
    guard: 'ifMatch',
  },
})
