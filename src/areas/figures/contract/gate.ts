// The release gate: an owner's own counts, protected together with all earlier releases, released by two persons, and what others then see.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant, Named, ObjectHead } from '#kit/ref.ts'
import { Period } from './shapes.ts'

export const Threshold = z.union([z.literal(3), z.literal(5), z.literal(10)])
export type Threshold = z.infer<typeof Threshold>
export const ReleaseAudience = z.enum(['body', 'public'])
export type ReleaseAudience = z.infer<typeof ReleaseAudience>
/** What each column is, in their order: "g,u0,n,x" (rules/gate). */
const columns = z.string().regex(/^(g|n|c|x|u\d{1,2})(,(g|n|c|x|u\d{1,2})){1,39}$/)
const threshold = z.coerce.number().pipe(Threshold)

export const ColumnSeen = z.object({
  name: z.string(),
  part: z.string(),
  /** How many different words, and the first of them. */
  words: z.int(),
  examples: z.array(z.string()),
})
export type ColumnSeen = z.infer<typeof ColumnSeen>
export const LookedTable = z.object({ fileName: z.string(), rows: z.int(), columns: z.array(ColumnSeen) })
export type LookedTable = z.infer<typeof LookedTable>

export const Run = z.object({
  id: Id,
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  audience: ReleaseAudience,
  body: Named.nullable(),
  /** Since the run began. */
  seconds: z.int().nullable(),
  hidden: z.int().nullable(),
  fault: z.enum(['time', 'published', 'exposed', 'faulty', 'broken']).nullable(),
  /** Proposed for release by somebody of the organisation. */
  proposed: z.boolean(),
  /** Not about the edition and rules that stand there now, or something was released since. */
  outdated: z.boolean(),
})
export type Run = z.infer<typeof Run>
/** What the protection costs. `counted`: what all finest cells count together. */
export const Cost = z.object({
  cells: z.int(),
  primary: z.int(),
  secondary: z.int(),
  finest: z.int(),
  finestHidden: z.int(),
  counted: z.number(),
  countedHidden: z.number(),
  narrowest: z.number().nullable(),
  seconds: z.number(),
})
export type Cost = z.infer<typeof Cost>
export const Why = z.union([
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('beside'), cell: z.array(z.string()), sum: z.array(z.string()) }),
])
export type Why = z.infer<typeof Why>
/** By dimension: group and the coarser group above it. */
const trees = z.array(z.array(z.tuple([z.string(), z.string()])))
/** "*" is the total of a dimension; value null: kept back. */
export const ShownCell = z.object({ groups: z.array(z.string()), value: z.number().nullable() })
export type ShownCell = z.infer<typeof ShownCell>
/** What its owner sees besides: the own value, and why a cell is kept back. */
export const OwnCell = ShownCell.extend({ own: z.number(), why: Why.nullable() })
export type OwnCell = z.infer<typeof OwnCell>

export const ReleaseHead = z.object({
  id: Id,
  title: z.string(),
  owner: Named,
  audience: ReleaseAudience,
  body: Named.nullable(),
  period: Period,
  edition: z.int(),
  releasedAt: Instant,
  withdrawnAt: Instant.nullable(),
  reason: z.string().nullable(),
  invented: z.boolean(),
})
export type ReleaseHead = z.infer<typeof ReleaseHead>
export const GuardedHead = z.object({
  id: Id,
  title: z.string(),
  period: Period,
  edition: z.int(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled', 'proposed', 'released']).nullable(),
})
export type GuardedHead = z.infer<typeof GuardedHead>
export const GuardedPage = z.object({
  head: ObjectHead,
  definition: z.string(),
  threshold: Threshold,
  dimensions: z.array(z.string()),
  trees,
  period: Period,
  edition: z.int(),
  fileName: z.string(),
  readAt: Instant,
  rows: z.int(),
  counted: z.number(),
  givers: z.int().nullable(),
  run: Run.nullable(),
  cost: Cost.nullable(),
  cells: z.array(OwnCell).nullable(),
  releases: z.array(ReleaseHead),
  /** Released from other tables of the organisation for the same time: the attack knows nothing of them. */
  beside: z.array(ReleaseHead),
  /** Bodies to which I may show it. */
  bodies: z.array(Named),
  can: z.array(z.enum(['protect', 'stop', 'propose', 'unpropose', 'release', 'discard'])),
  /** I proposed it, so somebody else releases it. */
  needsOther: z.boolean(),
})
export type GuardedPage = z.infer<typeof GuardedPage>
export const ReleasePage = ReleaseHead.extend({
  definition: z.string(),
  threshold: Threshold,
  dimensions: z.array(z.string()),
  trees,
  cells: z.array(ShownCell),
  hidden: z.int(),
  mine: z.boolean(),
  /** The table behind it, for its owner. */
  guarded: Id.nullable(),
})
export type ReleasePage = z.infer<typeof ReleasePage>

export const keepers = { as: ['planner', 'checker', 'head'] } as const
const id = z.object({ id: Id })
const about = z.object({ columns, from: Day, until: Day })
const guarded = { who: keepers, target: 'guardedTable', params: id } as const
const unreadable = ['noFile', 'tableUnreadable', 'tableFaulty'] as const

export const gateEndpoints = contract({
  lookAtTable: {
    method: 'POST',
    path: '/figures/gate/look',
    summary: 'Read the columns of a table of own counts; nothing is kept',
    who: keepers,
    reply: LookedTable,
    refusals: unreadable,
    journal: { none: 'nothing is kept' },
    guard: { none: 'nothing is written' },
  },
  guardTable: {
    method: 'POST',
    path: '/figures/gate/tables',
    summary: 'Keep a table of own counts behind the gate; only its owner sees it',
    who: keepers,
    query: about.extend({
      title: z.string().trim().min(3).max(200),
      definition: z.string().trim().min(10).max(2000),
      threshold,
    }),
    reply: z.object({ id: Id }),
    refusals: unreadable,
    journal: 'guardedTable.kept',
    guard: 'key',
  },
  guardAnew: {
    ...guarded,
    method: 'POST',
    path: '/figures/gate/tables/:id/editions',
    summary: 'The next edition of a table: corrected counts, or those of another time',
    query: about,
    reply: z.object({ edition: z.int() }),
    refusals: [...unreadable, 'otherDimensions', 'runGoesOn'],
    journal: 'guardedTable.keptAnew',
    guard: 'ifMatch',
  },
  gate: {
    method: 'GET',
    path: '/figures/gate',
    summary: 'My organisation’s tables behind the gate, and what was released to me',
    who: 'anyone',
    reply: z.object({ mine: z.array(GuardedHead), releases: z.array(ReleaseHead), keeps: z.boolean() }),
  },
  guarded: {
    ...guarded,
    method: 'GET',
    path: '/figures/gate/tables/:id',
    summary: 'A table behind the gate, for its owner: counts, what others would see, what it costs and why',
    reply: GuardedPage,
  },
  setThreshold: {
    ...guarded,
    method: 'PUT',
    path: '/figures/gate/tables/:id/threshold',
    summary: 'Keep back counts below another number; everything is protected anew',
    body: z.object({ threshold: Threshold }),
    reply: z.object({}),
    refusals: ['runGoesOn', 'lowerThanReleased'],
    journal: 'guardedTable.thresholdSet',
    guard: 'ifMatch',
  },
  protectTable: {
    ...guarded,
    method: 'POST',
    path: '/figures/gate/tables/:id/protect',
    summary: 'Look for what must be kept back, given all earlier releases, and prove it',
    body: z.object({ audience: ReleaseAudience, body: Id.nullish() }),
    reply: z.object({ run: Id }),
    refusals: ['runGoesOn', 'notInBody'],
    journal: 'guardedTable.protected',
    guard: 'key',
  },
  stopProtecting: {
    ...guarded,
    method: 'POST',
    path: '/figures/gate/tables/:id/stop',
    summary: 'Stop the run',
    reply: z.object({}),
    refusals: ['nothingRuns'],
    journal: { none: 'a run that was stopped leaves nothing' },
    guard: { none: 'stopping twice is stopping' },
  },
  proposeRelease: {
    ...guarded,
    method: 'POST',
    path: '/figures/gate/tables/:id/propose',
    summary: 'Propose the protected table for release; another person releases it',
    body: z.object({ run: Id, proposed: z.boolean().default(true) }),
    reply: z.object({}),
    refusals: ['outdatedRun', 'notProtected', 'proposedAlready', 'releasedAlready'],
    journal: 'guardedTable.proposed',
    guard: 'key',
  },
  releaseTable: {
    ...guarded,
    method: 'POST',
    path: '/figures/gate/tables/:id/release',
    summary: 'Release what another person proposed',
    body: z.object({ run: Id }),
    reply: z.object({ release: Id }),
    refusals: ['outdatedRun', 'notProtected', 'notProposed', 'samePersonReleases', 'releasedAlready'],
    journal: 'release.released',
    guard: 'key',
  },
  discardTable: {
    ...guarded,
    method: 'DELETE',
    path: '/figures/gate/tables/:id',
    summary: 'Throw away a table that was never released',
    reply: z.object({}),
    refusals: ['releasedBefore', 'runGoesOn'],
    journal: 'guardedTable.discarded',
    guard: 'ifMatch',
  },
  release: {
    method: 'GET',
    path: '/figures/releases/:id',
    summary: 'A released table, as those for whom it is meant see it',
    who: 'anyone',
    target: 'release',
    params: id,
    reply: ReleasePage,
    refusals: ['withdrawn'],
  },
  releaseFile: {
    method: 'GET',
    path: '/figures/releases/:id/file/:format',
    summary: 'A released table as CSV, its certificate, or the table that the certificate is about',
    who: 'anyone',
    target: 'release',
    params: id.extend({ format: z.enum(['csv', 'certificate', 'table']) }),
    reply: z.unknown(),
    file: true,
    refusals: ['withdrawn'],
  },
  withdrawRelease: {
    method: 'POST',
    path: '/figures/releases/:id/withdraw',
    summary: 'Take a release back from every way out; the ledger keeps that it was known',
    who: keepers,
    target: 'release',
    params: id,
    body: z.object({ reason: z.string().trim().min(3).max(1000) }),
    reply: z.object({}),
    refusals: ['withdrawn'],
    journal: 'release.withdrawn',
    guard: 'ifMatch',
  },
})
