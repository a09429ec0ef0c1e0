// Data protection, printed from the data catalogue: record of processing, draft assessment, erasure of a person.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'

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

export const privacy = contract({
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
