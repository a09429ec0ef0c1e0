// Elections of the offices of a body: who may be elected by whom, how it was counted, who accepted; terms that end, and resignation.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'

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
export const ElectionMajority = z.enum(['simple', 'absolute', 'twoThirds', 'consensus'])
export type ElectionMajority = z.infer<typeof ElectionMajority>
export const RoundOutcome = z.enum(['elected', 'runoff', 'tie', 'none'])
export type RoundOutcome = z.infer<typeof RoundOutcome>

const words = (least: number, most: number) => z.string().trim().min(least).max(most)
/** From where the office knows: "Nachricht von … am …". */
const Source = words(5, 500)
const votes = z.int().min(0).max(10_000)

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
  papers: z.object({ modulus: z.string(), drawn: z.int(), mine: z.array(z.object({ seat: Id, drawn: z.boolean() })) }).nullable(),
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

const leads = { as: ['chair', 'office'] } as const
const one = { target: 'election', params: z.object({ id: Id }), reply: Election } as const
const candidate = { target: 'election', params: z.object({ id: Id, candidate: Id }), reply: Election } as const
const body = { target: 'body', params: z.object({ id: Id }) } as const

export const elections = contract({
  electionsOf: {
    method: 'GET',
    path: '/bodies/:id/elections',
    summary: 'Chairs with their terms, elections, and what the rules say about them',
    who: 'signedIn',
    ...body,
    reply: ElectionsOfBody,
  },
  election: {
    method: 'GET',
    path: '/elections/:id',
    summary: 'An election with candidates, electorate, rounds and result',
    who: 'signedIn',
    ...one,
  },
  eligible: {
    method: 'GET',
    path: '/elections/:id/eligible',
    summary: 'Who could be nominated: people of organisations with a seat in the group',
    who: 'signedIn',
    ...one,
    reply: z.object({ people: z.array(z.object({ person: Named, organisation: Named })) }),
  },
  callElection: {
    method: 'POST',
    path: '/bodies/:id/elections',
    summary: 'Call an election: who elects whom, when and how',
    who: leads,
    ...body,
    body: z.object({
      constituency: Id,
      role: ElectionRole.default('chair'),
      day: Day,
      method: ElectionMethod.default('hands'),
      /** The term, half-open; the default follows the present term. */
      from: Day.optional(),
      until: Day.optional(),
    }),
    reply: z.object({ id: Id }),
    refusals: ['chairAppointed', 'noChairHere', 'electionRunning', 'secretNotAllowed', 'tooFewForSecret', 'dayOver', 'termTooLong', 'dissolved'],
    journal: 'election.announced',
    guard: 'key',
  },
  nominate: {
    method: 'POST',
    path: '/elections/:id/candidates',
    summary: 'Nominate somebody for a seat of the group; the office records what reached it',
    who: 'signedIn',
    ...one,
    body: z.object({
      person: Id,
      organisation: Id,
      /** For which seat; only the office names another than its own. */
      proposedBy: Id.optional(),
      source: Source.nullable().default(null),
      /** The office has the consent too, from the same source. */
      consented: z.boolean().default(false),
    }),
    refusals: ['notNominating', 'notYourElection', 'notEligible', 'otherChair', 'nominatedAlready'],
    journal: 'election.nominated',
    guard: 'key',
  },
  answerNomination: {
    method: 'POST',
    path: '/elections/:id/candidates/:candidate/answer',
    summary: 'Consent to a nomination or withdraw it: the candidate, or the office from what reached it',
    who: 'signedIn',
    ...candidate,
    body: z.object({ stands: z.boolean(), source: Source.nullable().default(null) }),
    refusals: ['notNominating', 'notYourCandidacy', 'answeredAlready'],
    journal: 'election.nominationAnswered',
    guard: 'key',
  },
  countRound: {
    method: 'POST',
    path: '/elections/:id/rounds',
    summary: 'Enter the count of a show of hands or of papers; the result follows from it',
    who: leads,
    ...one,
    body: z.object({
      day: Day.optional(),
      present: votes,
      votes: z.array(z.object({ candidate: Id, votes })).min(1).max(50),
      against: votes.default(0),
      abstained: votes.default(0),
      invalid: votes.default(0),
    }),
    refusals: ['notOpen', 'electronicOnly', 'beforeItsDay', 'noCandidate', 'otherCandidates', 'tooManyPresent', 'tooManyVotes', 'noQuorum', 'againstOnlyOne', 'handsAreValid'],
    journal: 'election.counted',
    guard: 'ifMatch',
  },
  strikeRound: {
    method: 'POST',
    path: '/elections/:id/strike',
    summary: 'Strike the count that one has just entered wrongly, with the reason; it stays readable',
    who: leads,
    ...one,
    body: z.object({ because: words(5, 500) }),
    refusals: ['notOpen', 'notYourCount'],
    journal: 'election.countStruck',
    guard: 'ifMatch',
  },
  recordLot: {
    method: 'POST',
    path: '/elections/:id/lot',
    summary: 'Record whom the lot has chosen after a tie; another organisation witnesses it',
    who: leads,
    ...one,
    body: z.object({ candidate: Id }),
    refusals: ['noTie', 'notInTheTie'],
    journal: 'election.lotDrawn',
    guard: 'ifMatch',
  },
  witness: {
    method: 'POST',
    path: '/elections/:id/witness',
    summary: 'Witness a count or a lot: somebody of another organisation than the one that recorded it',
    who: { as: ['chair', 'office', 'delegate', 'deputy'] },
    ...one,
    refusals: ['nothingToWitness', 'ownCount'],
    journal: 'election.witnessed',
    guard: 'key',
  },
  answerElection: {
    method: 'POST',
    path: '/elections/:id/answer',
    summary: 'Accept or decline: the elected person, or the office from what reached it; accepted, the office begins with its term',
    who: 'signedIn',
    ...one,
    body: z.object({ accepts: z.boolean(), source: Source.nullable().default(null), day: Day.optional() }),
    refusals: ['notDecided', 'notElected', 'dayAhead', 'chairsThere', 'notWitnessed'],
    journal: 'election.answered',
    guard: 'key',
  },
  cancelElection: {
    method: 'POST',
    path: '/elections/:id/cancellation',
    summary: 'Call an election off before anybody was elected, with the reason',
    who: leads,
    ...one,
    body: z.object({ because: words(5, 500) }),
    refusals: ['notOpen'],
    journal: 'election.cancelled',
    guard: 'ifMatch',
  },
  ballotStep: {
    method: 'POST',
    path: '/elections/:id/ballot',
    summary: 'Lead the secret ballot: papers are drawn, then cast, then counted',
    who: leads,
    ...one,
    body: z.object({ step: z.enum(['draw', 'cast', 'close']) }),
    refusals: ['notOpen', 'notElectronic', 'secretNotAllowed', 'tooFewForSecret', 'tooFewDrawn', 'noCandidate', 'beforeItsDay', 'noQuorum'],
    journal: 'election.ballotStep',
    guard: 'ifMatch',
  },
  drawPaper: {
    method: 'POST',
    path: '/elections/:id/papers',
    summary: 'Draw the one paper of a seat: a blinded mark comes back signed',
    who: { as: ['chair', 'delegate', 'deputy'] },
    ...one,
    body: z.object({ seat: Id, blinded: z.string().regex(/^\d{1,617}$/) }),
    reply: z.object({ signature: z.string() }),
    refusals: ['notDrawing', 'notYourSeat', 'drawnAlready'],
    journal: { none: 'the journal names the seats that drew when the ballot is closed, not when each did' },
    guard: { none: 'a seat draws once; nothing about the paper may be kept' },
  },
  castPaper: {
    method: 'POST',
    path: '/ballots',
    summary: 'Cast a paper: comes from nobody, and whatever is wrong with it, the answer is the same',
    who: 'anyone',
    body: z.object({
      election: Id,
      mark: z.string().regex(/^[0-9a-f]{64}$/),
      signature: z.string().regex(/^\d{1,617}$/),
      answer: z.enum(['for', 'against', 'abstained']),
      candidate: Id.nullable().default(null),
    }),
    reply: z.object({}),
    refusals: ['paperDoesNotCount'],
    journal: { none: 'the single ballot is the one exception to "every change is one row"' },
    guard: { none: 'a paper counts once by its mark' },
  },
  resign: {
    method: 'POST',
    path: '/bodies/:id/resignations',
    summary: 'Resign from a chair from a day on; the office records it a week ahead at least, from what reached it',
    who: 'signedIn',
    ...body,
    body: z.object({ mandate: Id, lastDay: Day, source: Source.nullable().default(null) }),
    reply: z.object({}),
    refusals: ['notAChair', 'notYourChair', 'endsEarlier', 'resignedTooSoon', 'weekAhead'],
    journal: 'chair.resigned',
    guard: 'key',
  },
  continueChair: {
    method: 'POST',
    path: '/bodies/:id/interim',
    summary: 'Go on with the chair after the term until the election, as the rules of procedure allow',
    who: 'signedIn',
    ...body,
    body: z.object({ constituency: Id }),
    reply: z.object({}),
    refusals: ['noInterim'],
    journal: 'chair.continued',
    guard: 'key',
  },
})
