// How a table in whatever shape is to be read: what each column is, what its signs mean, which figures it holds and where it comes from.
import { z } from 'zod'
import { Day, Id, Instant } from '#kit/ref.ts'
import { Level, Mark } from './shapes.ts'

export const ColumnRole = z.enum(['key', 'name', 'area-kind', 'time', 'dimension', 'measure-name', 'measure', 'empty'])
export type ColumnRole = z.infer<typeof ColumnRole>

const Name = z.string().max(220)
const DayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** What a figure of the table is: one of the catalogue, a new one, or not taken over. `on`: its years mean that day. */
export const MeasureUse = z.discriminatedUnion('use', [
  z.object({
    use: z.literal('known'),
    code: z.string().max(80),
    on: DayOfYear.nullable().default(null),
    /** The table writes its unit differently, and a person has said that it is the same. */
    sameUnit: z.boolean().default(false),
  }),
  z.object({
    use: z.literal('new'),
    code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9./-]{1,60}$/),
    title: z.string().max(200),
    definition: z.string().max(4000),
    unit: z.string().max(40),
    additive: z.boolean(),
    decimals: z.int().min(0).max(6).default(0),
    on: DayOfYear.nullable().default(null),
  }),
  z.object({ use: z.literal('none') }),
])
export type MeasureUse = z.infer<typeof MeasureUse>

export const Mapping = z.object({
  columns: z.array(z.object({ name: Name, role: ColumnRole })).max(1000),
  /** The word that stands for all of a dimension; empty: none does. */
  totals: z
    .array(z.object({ name: Name, word: z.string().max(200) }))
    .max(200)
    .default([]),
  numbers: z.enum(['comma', 'point']).nullable().default(null),
  /** `nothing`: the cell says nothing and is left out. */
  signs: z
    .array(z.object({ sign: z.string().max(12), means: z.enum([...Mark.options, 'nothing']) }))
    .max(200)
    .default([]),
  measures: z
    .array(z.object({ name: Name, as: MeasureUse }))
    .max(2000)
    .default([]),
  /** Areas of which only the name is there and more than one has it; empty: left out. */
  areas: z
    .array(z.object({ name: Name, key: z.string().regex(/^(DG|[0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8})?$/) }))
    .max(5000)
    .default([]),
  /** Where names alone say who is meant: all of them are of this level. */
  level: Level.nullable().default(null),
  /** For a table that names no time, or no area. */
  time: z.string().max(40).nullable().default(null),
  area: z
    .string()
    .regex(/^(DG|[0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8})$/)
    .nullable()
    .default(null),
  title: z.string().trim().max(200).default(''),
  source: z.string().trim().max(300).default(''),
  licence: z.enum(['dl-de/by-2-0', 'dl-de/zero-2-0', 'CC-BY-4.0', 'CC0-1.0', 'none']).nullable().default(null),
  /** Of which day the table is (its print, or its last change). */
  stateOn: Day.nullable().default(null),
  /** A person says that an office has published exactly this. */
  published: z.boolean().default(false),
})
export type Mapping = z.infer<typeof Mapping>

/** What is not yet known and must be said before anything is written. `about`: the column, sign, figure or area that is meant. */
export const Question = z.object({
  code: z.enum([
    'column',
    'twoColumns',
    'area',
    'time',
    'timeUnreadable',
    'numbers',
    'sign',
    'noMeasure',
    'measure',
    'unknownIndicator',
    'deliveredIndicator',
    'codeTaken',
    'words',
    'unit',
    'timing',
    'areaName',
    'title',
    'source',
    'licence',
    'stateOn',
    'published',
    'fault',
  ]),
  about: z.string(),
  sentence: z.string(),
})
export type Question = z.infer<typeof Question>

export const LookColumn = z.object({
  name: z.string(),
  times: z.array(z.string()),
  unit: z.string(),
  samples: z.array(z.string()),
  words: z.array(z.string()),
  different: z.int(),
})

/** The step "Spalten zuordnen". */
export const MappingStep = z.object({
  columns: z.array(LookColumn),
  /** What stands in columns of figures and is no number. */
  signs: z.array(z.object({ sign: z.string(), count: z.int(), line: z.int() })),
  /** The figures that the table has under this mapping. */
  measures: z.array(z.object({ name: z.string(), label: z.string(), unit: z.string(), statements: z.int() })),
  /** Names of areas with the areas that may be meant. */
  names: z.array(z.object({ name: z.string(), candidates: z.array(z.object({ key: z.string(), name: z.string() })) })),
  /** Areas that were found by their name alone. */
  matched: z.array(z.object({ name: z.string(), key: z.string(), area: z.string() })),
  mapping: Mapping,
  questions: z.array(Question),
  /** From when the mapping is that was remembered for this shape. */
  remembered: z.object({ id: Id, at: Instant }).nullable(),
})
export type MappingStep = z.infer<typeof MappingStep>

/** What an organisation has said of files of one shape. */
export const Remembered = z.object({
  id: Id,
  title: z.string(),
  columns: z.int(),
  measures: z.int(),
  at: Instant,
})
export type Remembered = z.infer<typeof Remembered>
