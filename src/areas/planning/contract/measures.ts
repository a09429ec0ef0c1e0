// Maßnahme: what is done after a released decision, with one accountable on each side.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'

export const MeasureState = z.enum(['draft', 'agreed', 'overdue', 'realised'])
export type MeasureState = z.infer<typeof MeasureState>

export const MeasureContent = z.object({
  title: z.string().trim().min(3).max(200),
  what: z.string().trim().min(3).max(10_000),
  lead: Id.nullable().default(null),
  accountablePublic: Id.nullable().default(null),
  accountableFree: Id.nullable().default(null),
  until: Day.nullable().default(null),
  /** Taken over from the need where left out. */
  targetGroup: z.string().trim().max(500).optional(),
  area: Id.nullable().optional(),
  areaName: z.string().trim().min(2).max(200).nullable().optional(),
  benefit: z.string().trim().max(2000).optional(),
})
export type MeasureContent = z.infer<typeof MeasureContent>

export const Measure = z.object({
  object: ObjectHead,
  state: MeasureState,
  what: z.string(),
  decision: z.object({ id: Id, title: z.string(), edition: z.int() }).nullable(),
  needs: z.array(Named),
  lead: Named.nullable(),
  accountablePublic: Named.nullable(),
  accountableFree: Named.nullable(),
  until: Day.nullable(),
  targetGroup: z.string(),
  area: Named.nullable(),
  areaName: z.string().nullable(),
  benefit: z.string(),
  agreedOn: Day.nullable(),
  edition: z.int().nullable(),
  services: z.array(z.object({ id: Id, title: z.string(), status: z.enum(['planned', 'open', 'closed']) })),
})
export type Measure = z.infer<typeof Measure>

const member = { as: ['admin', 'head', 'planner', 'staff', 'chair', 'office', 'delegate', 'deputy'] } as const
const named = { target: 'measure', params: z.object({ id: Id }), reply: Measure } as const

export const measures = contract({
  listMeasures: {
    method: 'GET',
    path: '/measures',
    summary: 'Measures of a body, from a decision or for a need',
    who: 'signedIn',
    query: z.object({ body: Id.optional(), decision: Id.optional(), need: Id.optional() }),
    reply: z.object({ measures: z.array(Measure) }),
  },
  getMeasure: {
    method: 'GET',
    path: '/measures/:id',
    summary: 'A measure with who answers for it on each side',
    who: 'signedIn',
    ...named,
  },
  draftMeasure: {
    method: 'POST',
    path: '/measures',
    summary: 'Begin a measure on a released decision, as its addressee',
    who: member,
    body: MeasureContent.extend({ decision: Id }),
    reply: Measure,
    refusals: ['notReleased', 'onlyNoted', 'onlyAddressee', 'oneSided'],
    journal: 'measure.drafted',
    guard: 'key',
  },
  changeMeasure: {
    method: 'PUT',
    path: '/measures/:id',
    summary: 'Change a measure; once agreed, each change is a new edition',
    who: member,
    ...named,
    body: MeasureContent,
    refusals: ['oneSided'],
    journal: 'measure.changed',
    guard: 'ifMatch',
  },
  agreeMeasure: {
    method: 'POST',
    path: '/measures/:id/agreement',
    summary: 'Agree the measure: complete, with one accountable on each side',
    who: member,
    ...named,
    refusals: ['alreadyAgreed', 'oneSided', 'onlyAddressee'],
    journal: 'measure.agreed',
    guard: 'ifMatch',
  },
})
