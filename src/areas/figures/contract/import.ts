// What the preview of an import says: what was read, what not and why, which indicators it feeds. Codes; the sentences are in texts.
import { z } from 'zod'
import { Day, Id, Instant } from '#kit/ref.ts'
import { MappingStep } from './mapping.ts'
import { Level } from './shapes.ts'

export const States = z.object({
  nil: z.int(),
  unknown: z.int(),
  unreliable: z.int(),
  later: z.int(),
  meaningless: z.int(),
})
export type States = z.infer<typeof States>

/** The layouts that are read. Registers, boundaries and the two tables of GENESIS say themselves what they hold; of others a person says it; lists and cubes of codes are shown. */
export const ImportKind = z.enum([
  'register',
  'genesis-csv',
  'genesis-flat',
  'genesis-cube',
  'areas',
  'vg250-ew',
  'boundaries',
  'inkar',
  'inkar-catalogue',
  'json-stat',
  'sdmx-json',
  'data-package',
  'spreadsheet',
])
export type ImportKind = z.infer<typeof ImportKind>

/** One object, as the command line prints it with --json (interfaces.md). */
export const ImportSummary = z.object({
  kind: ImportKind,
  source: z.string(),
  values: z.int(),
  states: States,
  areas: z.int(),
  periods: z.array(z.string()),
  leftOut: z.array(z.object({ line: z.int(), why: z.string() })),
  /** What the file leaves open (a time, an area, two areas of one name): read, asked, not guessed. Absent where nothing is open. */
  open: z.array(z.object({ line: z.int(), what: z.string() })).optional(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

/** Why rows were left out, counted; `examples` are line numbers. */
export const LeftOutGroup = z.object({
  why: z.string(),
  count: z.int(),
  examples: z.array(z.int()),
  detail: z.record(z.string(), z.string()),
  sentence: z.string(),
})
export type LeftOutGroup = z.infer<typeof LeftOutGroup>

export const ImportPreview = z.object({
  id: Id,
  fileName: z.string(),
  size: z.int(),
  sha256: z.string(),
  created: Instant,
  summary: ImportSummary,
  title: z.string(),
  code: z.string(),
  attribution: z.string(),
  printedOn: Day.nullable(),
  /** Is there a table with the same content already? */
  already: z.object({ id: Id, title: z.string() }).nullable(),
  indicators: z.array(
    z.object({ code: z.string(), title: z.string(), unit: z.string(), known: z.boolean(), values: z.int() }),
  ),
  dimensions: z.array(z.object({ code: z.string(), label: z.string() })),
  /** Areas that the register of this installation does not know; their rows stay out. */
  unknownAreas: z.array(z.object({ key: z.string(), name: z.string(), rows: z.int() })),
  unknownAreaCount: z.int(),
  knownAreas: z.int(),
  leftOut: z.array(LeftOutGroup),
  effect: z.object({ added: z.int(), unchanged: z.int(), revised: z.int() }),
  controls: z.array(
    z.object({
      indicator: z.string(),
      period: Day,
      cut: z.string(),
      level: z.string(),
      basis: z.string().nullable(),
      sum: z.number(),
      areas: z.int(),
      missing: z.int(),
    }),
  ),
  register: z
    .object({
      validOn: Day,
      populationOn: Day.nullable(),
      counties: z.int(),
      municipalities: z.int(),
      unincorporated: z.int(),
      population: z.number(),
    })
    .nullable(),
  /** Shapes for the maps. `known`: areas that exist here; `drawn`: how many of them the file has; `missing`: the first of the others. */
  boundaries: z
    .object({
      validOn: Day,
      levels: z.array(
        z.object({
          level: Level,
          areas: z.int(),
          known: z.int(),
          drawn: z.int(),
          missing: z.array(z.object({ key: z.string(), name: z.string() })),
        }),
      ),
    })
    .nullable(),
  /** What each column is, and what must still be said. Null: the file says it itself. */
  mapping: MappingStep.nullable(),
})
export type ImportPreview = z.infer<typeof ImportPreview>
