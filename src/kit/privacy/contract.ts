// Data protection, printed from the data catalogue: record of processing, draft assessment, erasure of a person.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant, Named } from '#kit/ref.ts'

export const Law = z.enum(['DSGVO', 'KDG', 'DSG-EKD'])
export type Law = z.infer<typeof Law>

export const ProcessingActivity = z.object({
  name: z.string(),
  purpose: z.string(),
  basis: z.string(),
  persons: z.string(),
  recipients: z.string(),
  data: z.array(z.object({ category: z.string(), columns: z.array(z.string()) })),
  kept: z.array(z.string()),
  seen: z.array(z.string()),
})
export type ProcessingActivity = z.infer<typeof ProcessingActivity>

export const RecordOfProcessing = z.object({
  title: z.string(),
  law: Law,
  norm: z.string(),
  asOf: Day,
  controller: Named,
  invented: z.boolean(),
  /** What the organisation itself has to add: its data protection officer, its representative. */
  toAdd: z.array(z.string()),
  activities: z.array(ProcessingActivity),
  safeguards: z.array(z.string()),
  transfers: z.string(),
})
export type RecordOfProcessing = z.infer<typeof RecordOfProcessing>

export const Assessment = z.object({
  title: z.string(),
  law: Law,
  norm: z.string(),
  asOf: Day,
  controller: Named,
  invented: z.boolean(),
  draft: z.string(),
  description: z.array(z.string()),
  necessity: z.array(z.string()),
  risks: z.array(
    z.object({
      risk: z.string(),
      likelihood: z.string(),
      severity: z.string(),
      measures: z.array(z.string()),
      rest: z.string(),
    }),
  ),
  toDecide: z.array(z.string()),
})
export type Assessment = z.infer<typeof Assessment>

/** The opening of what one person did: asked by one, agreed by another, recorded, and seen by the person. */
export const Opening = z.object({
  id: Id,
  person: Named,
  organisation: Named,
  cause: z.string(),
  from: Day,
  until: Day,
  askedBy: Named,
  second: Named,
  askedAt: Instant,
  state: z.enum(['asked', 'refused', 'open', 'closed']),
  reason: z.string().nullable(),
  closesOn: Day.nullable(),
  may: z.object({ answer: z.boolean(), read: z.boolean() }),
})
export type Opening = z.infer<typeof Opening>

export const LogLine = z.object({ at: Instant, verb: z.string(), kind: z.string(), title: z.string().nullable() })
export type LogLine = z.infer<typeof LogLine>

export const privacy = contract({
  openings: {
    method: 'GET',
    path: '/privacy/openings',
    summary: 'Openings of the log of a person that concern me, as the person, as who asked, or as the second',
    who: 'signedIn',
    reply: z.object({
      openings: z.array(Opening),
      /** Who may be asked to agree: others who set up, lead or check the organisation. */
      seconds: z.array(Named),
      people: z.array(Named),
      mayAsk: z.boolean(),
    }),
  },
  askOpening: {
    method: 'POST',
    path: '/privacy/openings',
    summary: 'Ask a second person to open what somebody did for our organisation, with cause',
    who: { as: ['admin', 'head', 'checker'] },
    body: z.object({
      person: Id,
      second: Id,
      cause: z.string().trim().min(10).max(2000),
      from: Day,
      until: Day,
    }),
    reply: z.object({ id: Id }),
    refusals: ['twoOthers', 'notOfOurs', 'spanTooLong'],
    journal: 'log.asked',
    guard: 'key',
  },
  answerOpening: {
    method: 'POST',
    path: '/privacy/openings/:id/answer',
    summary: 'Agree as the second, for seven days, or refuse with a reason',
    who: 'signedIn',
    params: z.object({ id: Id }),
    body: z.object({ agree: z.boolean(), reason: z.string().trim().max(2000).default('') }),
    reply: z.object({}),
    refusals: ['answeredBefore', 'reasonMissing', 'onlySecond'],
    journal: 'log.answered',
    guard: 'key',
  },
  readOpening: {
    method: 'POST',
    path: '/privacy/openings/:id/reading',
    summary: 'Read the opened log; each reading is recorded',
    who: 'signedIn',
    params: z.object({ id: Id }),
    reply: z.object({ lines: z.array(LogLine) }),
    refusals: ['notOpen'],
    journal: 'log.read',
    guard: 'key',
  },
  record: {
    method: 'GET',
    path: '/privacy/record',
    summary: 'Record of processing of the organisation one acts for',
    who: 'signedIn',
    reply: RecordOfProcessing,
  },
  recordDocument: {
    method: 'GET',
    path: '/privacy/record/document',
    summary: 'The record of processing as a Word file',
    who: 'signedIn',
    reply: z.unknown(),
    file: true,
  },
  assessment: {
    method: 'GET',
    path: '/privacy/assessment',
    summary: 'Draft of the data protection impact assessment',
    who: 'signedIn',
    reply: Assessment,
  },
  assessmentDocument: {
    method: 'GET',
    path: '/privacy/assessment/document',
    summary: 'The draft assessment as a Word file',
    who: 'signedIn',
    reply: z.unknown(),
    file: true,
  },
  erasePerson: {
    method: 'POST',
    path: '/persons/:id/erasure',
    summary: 'Erase a person who acts for nobody any more; cannot be undone',
    who: { as: ['admin'] },
    target: 'person',
    params: z.object({ id: Id }),
    body: z.object({ because: z.enum(['request', 'notNeeded', 'objection']) }),
    reply: z.object({}),
    refusals: ['stillActs', 'oneself', 'erasedBefore'],
    journal: 'person.erasureOrdered',
    guard: 'ifMatch',
  },
})
