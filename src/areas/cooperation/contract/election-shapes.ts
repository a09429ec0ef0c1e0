// Elections as data: candidates, rounds, papers, and how the chairs of a body stand.
import { z } from 'zod'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'
import { majorities } from '../rules/procedure.ts'

export const ElectionRole = z.enum(['chair', 'deputy'])
export type ElectionRole = z.infer<typeof ElectionRole>
export const ElectionMethod = z.enum(['hands', 'paper', 'electronic'])
export type ElectionMethod = z.infer<typeof ElectionMethod>
export const ElectionStatus = z.enum([
  'nominating',
  'drawing',
  'casting',
  'runoff',
  'tie',
  'decided',
  'accepted',
  'declined',
  'cancelled',
])
export type ElectionStatus = z.infer<typeof ElectionStatus>
/** As in rules of procedure; `cast`: of the votes that were cast, `entitled`: of all seats with a vote. */
export const ElectionMajority = z.enum(majorities)
export type ElectionMajority = z.infer<typeof ElectionMajority>
export const RoundOutcome = z.enum(['elected', 'runoff', 'tie', 'none'])
export type RoundOutcome = z.infer<typeof RoundOutcome>

export const Candidate = z.object({
  id: Id,
  person: Named,
  organisation: Named,
  proposedBy: Named,
  source: z.string().nullable(),
  consentedOn: Day.nullable(),
  withdrawnOn: Day.nullable(),
  /** Stands in the next round. */
  stands: z.boolean(),
  mine: z.boolean(),
})
export type Candidate = z.infer<typeof Candidate>

export const ElectionRound = z.object({
  number: z.int(),
  runoff: z.boolean(),
  day: Day,
  entitled: z.int(),
  present: z.int(),
  against: z.int(),
  abstained: z.int(),
  invalid: z.int(),
  outcome: RoundOutcome,
  votes: z.array(z.object({ candidate: Id, votes: z.int() })),
  lot: z.object({ candidate: Id, by: Named }).nullable(),
  /** Who has witnessed the count: somebody of another organisation. */
  witness: Named.nullable(),
  struckBecause: z.string().nullable(),
})
export type ElectionRound = z.infer<typeof ElectionRound>

export const Election = z.object({
  head: ObjectHead,
  constituency: z.string(),
  role: ElectionRole,
  occasion: z.enum(['first', 'term', 'vacancy']),
  day: Day,
  from: Day,
  until: Day,
  method: ElectionMethod,
  majority: ElectionMajority,
  quorum: z.enum(['none', 'half', 'twoThirds']),
  status: ElectionStatus,
  elected: Id.nullable(),
  settledOn: Day.nullable(),
  source: z.string().nullable(),
  because: z.string().nullable(),
  candidates: z.array(Candidate),
  rounds: z.array(ElectionRound),
  /** Seats that vote on the day of the election. */
  electorate: z.array(z.object({ seat: Id, organisation: Named })),
  /** Papers of the electronic ballot: whether my seats have drawn, the number drawn, and the public half of the key. */
  papers: z
    .object({ modulus: z.string(), drawn: z.int(), mine: z.array(z.object({ seat: Id, drawn: z.boolean() })) })
    .nullable(),
  may: z.object({
    lead: z.boolean(),
    record: z.boolean(),
    nominate: z.boolean(),
    witness: z.boolean(),
    answer: z.boolean(),
    strike: z.boolean(),
  }),
})
export type Election = z.infer<typeof Election>

export const ElectionLine = z.object({
  id: Id,
  constituency: z.string(),
  role: ElectionRole,
  day: Day,
  from: Day,
  until: Day,
  method: ElectionMethod,
  status: ElectionStatus,
  elected: Named.nullable(),
})
export type ElectionLine = z.infer<typeof ElectionLine>

/** How the chair of a group stands today. */
export const ChairTerm = z.object({
  constituency: z.string(),
  constituencyId: Id,
  kind: z.enum(['appointed', 'elected']),
  termYears: z.int().nullable(),
  chair: z
    .object({
      mandate: Id,
      person: Named,
      organisation: Named,
      from: Day,
      until: Day.nullable(),
      basis: z.string(),
      interim: z.boolean(),
      resigned: z.boolean(),
      mine: z.boolean(),
    })
    .nullable(),
  /** The last day of the one before, while nobody follows. */
  vacantSince: Day.nullable(),
  /** From when on the rules ask for an election; null while the term has no end. */
  alarmFrom: Day.nullable(),
  /** What was left of the term when somebody resigned: until when whoever follows is elected. */
  restUntil: Day.nullable(),
  election: Id.nullable(),
  /** Who may go on until the election, because the rules say so. */
  mayContinue: z.object({ person: Named, organisation: Named, from: Day, until: Day }).nullable(),
})
export type ChairTerm = z.infer<typeof ChairTerm>

export const ElectionsOfBody = z.object({
  terms: z.array(ChairTerm),
  elections: z.array(ElectionLine),
  rules: z.object({
    edition: z.int().nullable(),
    majority: ElectionMajority,
    quorum: z.enum(['none', 'half', 'twoThirds']),
    secretBallot: z.boolean(),
    alarmMonths: z.int(),
    interim: z.enum(['office', 'continue', 'none']),
  }),
  may: z.object({ lead: z.boolean(), record: z.boolean() }),
})
export type ElectionsOfBody = z.infer<typeof ElectionsOfBody>
