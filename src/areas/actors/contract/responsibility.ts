// Who is responsible for a task of the law: the shapes of entries with source, answers, corrections and guarantees.
import { z } from 'zod'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'

const text = (most: number) => z.string().trim().max(most)
/** An empty field means: nothing. */
const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' ? null : value), shape.nullable().default(null))

/** Land (two digits), Regierungsbezirk (three), county or city (five). */
export const AreaKey = z
  .string()
  .trim()
  .regex(/^(0[1-9]|1[0-6])(\d|\d{3})?$/)
export const TaskStrength = z.enum(['must', 'should', 'may'])
export const Situation = z.enum([
  'care',
  'disability',
  'age',
  'family',
  'youth',
  'work',
  'income',
  'housing',
  'debt',
  'health',
  'migration',
])
export type Situation = z.infer<typeof Situation>
export const TaskRole = z.enum(['plans', 'grants', 'pays', 'provides'])
export type TaskRole = z.infer<typeof TaskRole>
export const Level = z.enum(['municipal', 'local', 'regional', 'land', 'federal', 'insurance', 'free'])
export type Level = z.infer<typeof Level>

export const TaskIn = z.object({
  title: text(200).min(3),
  law: text(60).min(2),
  clause: text(120).min(1),
  strength: TaskStrength,
  situations: z.array(Situation).max(11).default([]),
  summary: text(2000).default(''),
})
export type TaskIn = z.infer<typeof TaskIn>

export const EntryIn = z.object({
  role: TaskRole,
  level: Level,
  /** Who, in words: "Landkreise und kreisfreie Städte". */
  bearer: text(200).min(2),
  organisation: optional(Id),
  /** Several bear the role together; without it, two for the same area contradict each other. */
  jointly: z.boolean().default(false),
  areaKey: optional(AreaKey),
  from: optional(Day),
  until: optional(Day),
  basis: text(200).min(2),
  source: text(500).min(3),
  sourceUrl: optional(z.url({ protocol: /^https?$/ }).max(500)),
  /** The day on which the entry was compared with its source; null: not verified. */
  checkedOn: optional(Day),
  note: text(2000).default(''),
})
export type EntryIn = z.infer<typeof EntryIn>
/** As it is shown: nothing is left to read into it. */
const Said = z.object({
  role: TaskRole,
  level: Level,
  bearer: z.string(),
  organisation: Id.nullable(),
  jointly: z.boolean(),
  areaKey: z.string().nullable(),
  from: Day.nullable(),
  until: Day.nullable(),
  basis: z.string(),
  source: z.string(),
  sourceUrl: z.string().nullable(),
  checkedOn: Day.nullable(),
  note: z.string(),
})
export const Entry = Said.extend({ id: Id, organisation: Named.nullable() })
export type Entry = z.infer<typeof Entry>

/** Who bears a task in one role, for one area on one day. */
export const RoleAnswer = z.object({
  role: TaskRole,
  state: z.enum(['clear', 'jointly', 'contradiction', 'gap']),
  entries: z.array(Entry),
  /** What differs in a part of the area. */
  exceptions: z.array(Entry),
})
export type RoleAnswer = z.infer<typeof RoleAnswer>

export const TaskLine = z.object({
  id: Id,
  title: z.string(),
  law: z.string(),
  clause: z.string(),
  strength: TaskStrength,
  situations: z.array(Situation),
  answer: z.array(RoleAnswer),
  unverified: z.int(),
})
export type TaskLine = z.infer<typeof TaskLine>

export const Correction = z.object({
  id: Id,
  entry: Id.nullable(),
  organisation: Named,
  proposal: Said.nullable(),
  reason: z.string(),
  statedOn: Day,
  decision: z.enum(['accepted', 'declined']).nullable(),
  decidedOn: Day.nullable(),
  answer: z.string().nullable(),
})
export type Correction = z.infer<typeof Correction>

export const Guarantee = z.object({
  id: Id,
  organisation: Named,
  areaKey: z.string().nullable(),
  since: Day,
  providers: z.array(
    z.object({ id: Id, organisation: Named.nullable(), name: z.string(), from: Day, until: Day.nullable() }),
  ),
  /** secured: somebody does it today and for the next half year. ending: the last one stops. open: nobody does it. */
  state: z.enum(['secured', 'ending', 'open']),
  /** The first day without a provider, where one is in sight. */
  gapFrom: Day.nullable(),
  mine: z.boolean(),
})
export type Guarantee = z.infer<typeof Guarantee>

export const AreaName = z.object({ key: z.string(), name: z.string() })

export const Task = z.object({
  head: ObjectHead,
  law: z.string(),
  clause: z.string(),
  strength: TaskStrength,
  situations: z.array(Situation),
  summary: z.string(),
  area: z.string().nullable(),
  day: Day,
  answer: z.array(RoleAnswer),
  /** The same question for the day to compare with. */
  other: z.object({ day: Day, answer: z.array(RoleAnswer) }).nullable(),
  /** Days on which something changes for this area. */
  turns: z.array(Day),
  entries: z.array(Entry),
  corrections: z.array(Correction),
  guarantees: z.array(Guarantee),
  areas: z.array(AreaName),
  may: z.object({ keep: z.boolean(), propose: z.boolean(), guarantee: z.boolean() }),
})
export type Task = z.infer<typeof Task>
