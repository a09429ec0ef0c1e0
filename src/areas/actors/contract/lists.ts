// Organisations and persons from a list, and the register as a list.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id, Named } from '#kit/ref.ts'

/** What a line of a list would do. fault: it can be mended in the file. unclear: somebody has to say who is meant. */
export const Verdict = z.enum(['new', 'known', 'changed', 'unclear', 'fault'])
export type Verdict = z.infer<typeof Verdict>

export const ListLine = z.object({
  line: z.int(),
  name: z.string(),
  person: z.string().nullable(),
  verdict: Verdict,
  /** What the line does about the person in it. */
  personVerdict: z.enum(['new', 'known']).nullable(),
  /** German sentences: what changes, what is unclear, what is wrong. */
  says: z.array(z.string()),
  /** Whom it may mean. */
  candidates: z.array(Named),
})
export type ListLine = z.infer<typeof ListLine>

export const ListPreview = z.object({
  id: Id,
  fileName: z.string(),
  columns: z.array(z.object({ heading: z.string(), means: z.string().nullable() })),
  lines: z.array(ListLine),
  counts: z.record(Verdict, z.int()),
  persons: z.int(),
  withAddress: z.int(),
})
export type ListPreview = z.infer<typeof ListPreview>

const id = z.object({ id: Id })
const who = { as: ['admin', 'planner'] } as const

export const lists = contract({
  readList: {
    method: 'POST',
    path: '/organisation-lists',
    summary: 'Read a list of organisations and persons (CSV or XLSX) and show what it would do; nothing is entered yet',
    who,
    reply: ListPreview,
    refusals: ['noFile', 'unreadable', 'unsafeFile', 'tooManyRows'],
    journal: { none: 'nothing is entered yet' },
    guard: { none: 'each reading is a preview of its own' },
  },
  listPreview: {
    method: 'GET',
    path: '/organisation-lists/:id',
    summary: 'What a list that was read would do now',
    who,
    params: id,
    reply: ListPreview,
  },
  commitList: {
    method: 'POST',
    path: '/organisation-lists/:id/entry',
    summary: 'Enter a list: all of it or nothing. Unclear lines are decided before',
    who,
    params: id,
    body: z.object({
      /** By line: "new", "skip", or the id of the organisation that is meant. */
      decisions: z.record(z.string(), z.union([z.enum(['new', 'skip']), Id])).default({}),
      invite: z.boolean().default(false),
    }),
    reply: z.object({ made: z.int(), changed: z.int(), persons: z.int(), invited: z.int() }),
    refusals: ['listHasFaults', 'listUndecided', 'nothingToEnter'],
    journal: 'organisation.listEntered',
    guard: 'key',
  },
  discardList: {
    method: 'POST',
    path: '/organisation-lists/:id/discard',
    summary: 'Throw a preview away',
    who,
    params: id,
    reply: z.object({}),
    journal: { none: 'nothing was entered' },
    guard: { none: 'gone is gone' },
  },
  listTemplate: {
    method: 'GET',
    path: '/organisation-list-template',
    summary: 'An empty list with the columns that are understood and one example',
    who: 'signedIn',
    file: true,
    reply: z.unknown(),
  },
  registerFile: {
    method: 'GET',
    path: '/organisation-register',
    summary: 'The register of organisations as a table (CSV)',
    who: 'signedIn',
    file: true,
    reply: z.unknown(),
  },
})
