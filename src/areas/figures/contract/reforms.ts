// Areas in time: what an area is and was, what a reform made of it, and how a reform is recorded.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'
import { AreaKind } from './shapes.ts'

export const ReformKind = z.enum(['incorporation', 'merger', 'split', 'transfer', 'countyChange', 'renaming', 'newKey'])
export type ReformKind = z.infer<typeof ReformKind>

export const AreaName = z.object({ id: Id, key: z.string(), name: z.string(), kind: AreaKind })
export type AreaName = z.infer<typeof AreaName>
export const FoundArea = AreaName.extend({ from: Day.nullable(), until: Day.nullable(), parent: z.string().nullable() })
export type FoundArea = z.infer<typeof FoundArea>

/** Predecessor and successor. `before` and `after` the same: it existed and goes on. Shares are fractions of the predecessor. */
export const ReformPart = z.object({
  before: AreaName,
  after: AreaName,
  whole: z.boolean(),
  population: z.number().nullable(),
  land: z.number().nullable(),
})
export type ReformPart = z.infer<typeof ReformPart>
export const ReformHead = z.object({
  id: Id,
  title: z.string(),
  kind: ReformKind,
  day: Day,
  source: z.string(),
  withdrawn: z.boolean(),
})
export type ReformHead = z.infer<typeof ReformHead>
export const ReformPage = ReformHead.extend({
  head: ObjectHead,
  note: z.string().nullable(),
  parts: z.array(ReformPart),
})
export type ReformPage = z.infer<typeof ReformPage>

/** What held of an area from a day until a day. */
export const AreaState = z.object({
  key: z.string(),
  ars: z.string().nullable(),
  name: z.string(),
  kind: AreaKind,
  from: Day.nullable(),
  until: Day.nullable(),
  population: z.int().nullable(),
  populationOn: Day.nullable(),
  km2: z.number().nullable(),
  source: Named.nullable(),
  reform: Named.nullable(),
})
export type AreaState = z.infer<typeof AreaState>
export const AreaPage = z.object({
  head: ObjectHead,
  /** Latest first. */
  states: z.array(AreaState).min(1),
  /** From Bund or Land down to the area above. */
  above: z.array(AreaName),
  parts: z.int(),
  reforms: z.array(ReformHead.extend({ parts: z.array(ReformPart) })),
})
export type AreaPage = z.infer<typeof AreaPage>

const Key = z
  .string()
  .trim()
  .regex(/^(0[1-9]|1[0-6])(\d|\d{3}|\d{6})?$/)
const Share = z.number().gt(0).lt(1).nullish()
export const ReformInput = z.object({
  kind: ReformKind,
  day: Day,
  source: z.string().trim().min(5).max(400),
  note: z.string().trim().min(1).max(2000).nullish(),
  parts: z
    .array(
      z.object({
        before: z.object({ key: Key, name: z.string().trim().min(2).max(120).nullish() }),
        after: z.object({ key: Key, name: z.string().trim().min(2).max(120).nullish() }),
        whole: z.boolean(),
        population: Share,
        land: Share,
      }),
    )
    .min(1)
    .max(200),
})
export type ReformInput = z.infer<typeof ReformInput>

/** What stands in a list of changes: nothing is written yet. */
export const ReformPreview = z.object({
  reforms: z.array(
    z.object({
      input: ReformInput,
      lines: z.array(z.int()),
      title: z.string(),
      /** It stands here already, or why it cannot be recorded. */
      state: z.enum(['new', 'there', 'fault']),
      fault: z.string().nullable(),
    }),
  ),
  leftOut: z.array(z.object({ line: z.int(), why: z.string() })),
})
export type ReformPreview = z.infer<typeof ReformPreview>

const id = z.object({ id: Id })
const rules = ['areaUnknown', 'areaEnded', 'areaExisted', 'reformUnfit', 'sharesUnfit', 'reformThere'] as const

export const reformEndpoints = contract({
  findAreas: {
    method: 'GET',
    path: '/figures/find-areas',
    summary: 'Areas by name or key, also those that have ceased',
    who: 'anyone',
    query: z.object({ search: z.string().trim().max(100).default('') }),
    reply: z.object({ areas: z.array(FoundArea) }),
  },
  area: {
    method: 'GET',
    path: '/figures/areas/:id',
    summary: 'An area: level, keys, validity, predecessors and successors',
    who: 'anyone',
    target: 'area',
    params: id,
    reply: AreaPage,
  },
  reforms: {
    method: 'GET',
    path: '/figures/reforms',
    summary: 'Changes of areas that are recorded here, latest first',
    who: 'anyone',
    reply: z.object({ reforms: z.array(ReformHead) }),
  },
  reform: {
    method: 'GET',
    path: '/figures/reforms/:id',
    summary: 'A change of areas with its predecessors, successors and shares',
    who: 'anyone',
    target: 'reform',
    params: id,
    reply: ReformPage,
  },
  makeReforms: {
    method: 'POST',
    path: '/figures/reforms',
    summary: 'Record changes of areas, all of them or none',
    who: { as: ['planner'] },
    body: z.object({ reforms: z.array(ReformInput).min(1).max(500) }),
    reply: z.object({ reforms: z.array(Named), there: z.int() }),
    refusals: rules,
    journal: 'reform.recorded',
    guard: 'key',
  },
  readReforms: {
    method: 'POST',
    path: '/figures/reforms/file',
    summary: 'Read a list of changes of areas (CSV, XLSX) and show what is in it; nothing is written',
    who: { as: ['planner'] },
    reply: ReformPreview,
    refusals: ['noFile', 'unreadable', 'unsafeFile', 'noReformColumns'],
    journal: { none: 'nothing is written' },
    guard: { none: 'nothing is written' },
  },
  withdrawReform: {
    method: 'POST',
    path: '/figures/reforms/:id/withdraw',
    summary: 'Take back a change that was recorded by mistake; the areas are as before',
    who: { as: ['planner'] },
    target: 'reform',
    params: id,
    reply: z.object({}),
    refusals: ['reformWithdrawn'],
    journal: 'reform.withdrawn',
    guard: 'ifMatch',
  },
})
