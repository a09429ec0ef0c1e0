// The words in which organisations are described, for all contracts of the area.
import { z } from 'zod'
import { Day, Id } from '#kit/ref.ts'

export const OrganisationKind = z.enum([
  'county',
  'city',
  'municipality',
  'district',
  'authority',
  'jobcentreJoint',
  'jobcentreMunicipal',
  'employmentAgency',
  'school',
  'police',
  'justice',
  'health',
  'insurer',
  'church',
  'association',
  'provider',
  'selfHelp',
  'initiative',
  'company',
  'freelancer',
  'unit',
  'other',
])
export type OrganisationKind = z.infer<typeof OrganisationKind>
export const Side = z.enum(['public', 'free', 'other'])
export type Side = z.infer<typeof Side>
/** Bund, Land, überörtlich, örtlich, Gemeinde. */
export const Level = z.enum(['federal', 'state', 'supralocal', 'local', 'municipal'])
export type Level = z.infer<typeof Level>
export const Discipline = z.enum([
  'youth',
  'social',
  'work',
  'health',
  'care',
  'disability',
  'education',
  'migration',
  'housing',
  'age',
  'family',
  'addiction',
  'safety',
])
export type Discipline = z.infer<typeof Discipline>
export const PrivacyLaw = z.enum(['DSGVO', 'KDG', 'DSG-EKD'])
export const HomeRole = z.enum(['admin', 'head', 'planner', 'checker', 'staff', 'counsellor'])
export type HomeRole = z.infer<typeof HomeRole>
/** single: each head signs alone. joint: the heads have equal rank and sign only together. */
export const Signing = z.enum(['single', 'joint'])
export type Signing = z.infer<typeof Signing>

export const text = (most: number) => z.string().trim().max(most)
/** An empty field means: nothing. */
export const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' ? null : value), shape.nullable().default(null))
export const Name = text(200).min(2)

/** From when and until when somebody acts, and on what ground. `until` is the first day on which it no longer holds. */
export const Term = z.object({ from: Day, until: optional(Day), basis: text(500).min(3) })
export type Term = z.infer<typeof Term>

/** An area in which an organisation works: official key (DG, or 2, 3, 5 or 8 digits) and how it is called. */
export const Competence = z.object({
  key: z.string(),
  name: z.string().nullable(),
  from: Day.nullable(),
  until: Day.nullable(),
})
export type Competence = z.infer<typeof Competence>

export const Description = z.object({
  name: Name,
  shortName: optional(text(60)),
  kind: OrganisationKind,
  side: Side,
  legalForm: optional(text(100)),
  /** The county or city (five digits) or municipality (eight) that it is, or for which alone it is competent. */
  areaKey: optional(text(8)),
  privacyLaw: PrivacyLaw.default('DSGVO'),
  website: optional(z.url({ protocol: /^https?$/ }).max(300)),
  example: z.boolean().default(false),
  /** The organisation of which this is a department (kind unit) or to which it belongs. */
  parent: optional(Id),
  level: optional(Level),
  disciplines: z.array(Discipline).max(13).default([]),
})
export type Description = z.infer<typeof Description>
