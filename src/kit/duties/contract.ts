// The worklist: what I owe, what was promised to us, and the state of each duty with the clause it comes from.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'

export const DutyState = z.enum([
  'notYet',
  'open',
  'overdue',
  'done',
  'doneLate',
  'waived',
  'reasoned',
  'missed',
  'withdrawn',
])
export type DutyState = z.infer<typeof DutyState>

export const Duty = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  debtor: Named.nullable(),
  creditor: Named.nullable(),
  subject: z.object({ id: Id, kind: z.string(), title: z.string() }).nullable(),
  body: Id.nullable(),
  because: z.object({
    object: Id.nullable(),
    edition: z.int().nullable(),
    title: z.string().nullable(),
    clause: z.string(),
    /** The number of the clause: the place to jump to in the agreement. */
    number: z.string().nullable(),
  }),
  strength: z.enum(['must', 'should', 'usual']),
  period: z.object({ from: Day, until: Day }),
  opens: Day,
  due: Day,
  needed: z.int(),
  have: z.int(),
  doneOn: Day.nullable(),
  waivedBecause: z.string().nullable(),
  reasonedBecause: z.string().nullable(),
  withdrawnBecause: z.string().nullable(),
  /** It will be missed unless something is planned: how many are missing, and until when. */
  foreseen: z.object({ missing: z.int(), by: Day }).nullable(),
  state: DutyState,
  invented: z.boolean(),
})
export type Duty = z.infer<typeof Duty>

const Token = z.string().min(20).max(200)

/** What a mailed link leads to: the duty as the mail named it, and what can be done there without signing in. */
export const LinkedDuty = z.object({
  person: z.string(),
  organisation: z.string(),
  state: z.enum(['open', 'used', 'over', 'ended']),
  duty: z
    .object({
      title: z.string(),
      kind: z.string(),
      debtor: z.string().nullable(),
      creditor: z.string().nullable(),
      clause: z.string(),
      strength: z.enum(['must', 'should', 'usual']),
      due: Day,
      state: DutyState,
      subject: z.string().nullable(),
      invented: z.boolean(),
    })
    .nullable(),
  can: z.array(z.enum(['state', 'reason', 'deliver', 'confirm'])),
})
export type LinkedDuty = z.infer<typeof LinkedDuty>

export const duties = contract({
  linked: {
    method: 'GET',
    path: '/duty-links/:token',
    summary: 'What a mailed link about a duty is about; opening it changes nothing',
    who: 'anyone',
    params: z.object({ token: Token }),
    reply: LinkedDuty,
  },
  stateByLink: {
    method: 'POST',
    path: '/duty-links/:token/statement',
    summary: 'Say from a mail, without signing in, what was done',
    who: 'anyone',
    params: z.object({ token: Token }),
    body: z.object({ day: Day, text: z.string().trim().min(3).max(4000) }),
    reply: z.object({}),
    refusals: ['linkUsed', 'alreadySettled', 'onlyDebtor', 'doneElsewhere', 'dayToCome'],
    journal: 'duty.stated',
    guard: { none: 'the token counts once' },
  },
  reasonByLink: {
    method: 'POST',
    path: '/duty-links/:token/reason',
    summary: 'Say from a mail, without signing in, why a "soll" is not kept',
    who: 'anyone',
    params: z.object({ token: Token }),
    body: z.object({ because: z.string().trim().min(5).max(2000) }),
    reply: z.object({}),
    refusals: ['linkUsed', 'alreadySettled', 'onlyDebtor', 'onlyShould'],
    journal: 'duty.reasoned',
    guard: { none: 'the token counts once' },
  },
  worklist: {
    method: 'GET',
    path: '/worklist',
    summary: 'What I owe and what was promised to us',
    who: 'signedIn',
    /** organisation: what my organisation owes, and the bodies I run. own: only where I act myself. bodies: everything owed in my bodies. */
    query: z.object({
      whose: z.enum(['organisation', 'own', 'bodies']).default('organisation'),
      body: Id.optional(),
      kind: z.string().max(40).optional(),
      due: z.enum(['overdue', 'month']).optional(),
      /** So many lines of each list, the earliest first. */
      upTo: z.coerce.number().int().min(1).max(2000).default(100),
    }),
    reply: z.object({
      mine: z.array(Duty),
      promised: z.array(Duty),
      /** How many there are of each, also beyond `upTo`. */
      counts: z.object({ mine: z.int(), promised: z.int() }),
      /** Settled in the last thirty days. */
      lately: z.array(Duty),
      next: Duty.nullable(),
      /** What one may choose from: the bodies and kinds of all that waits. */
      bodies: z.array(Named),
      kinds: z.array(z.string()),
    }),
  },
  list: {
    method: 'GET',
    path: '/duties',
    summary:
      'Duties of a body, of an organisation, about a subject or from an agreement, the earliest first, page by page; without any of these: 400',
    who: 'signedIn',
    query: z.object({
      body: Id.optional(),
      debtor: Id.optional(),
      creditor: Id.optional(),
      subject: Id.optional(),
      because: Id.optional(),
      /** Only those that are due in this year. */
      year: z.coerce.number().int().min(1900).max(2200).optional(),
      /** Only those that are not settled, and what is settled of the same that many owe. */
      waiting: z.stringbool().optional(),
      /** So many on a page. */
      upTo: z.coerce.number().int().min(1).max(500).default(500),
      /** Those behind this place, as the page before named it. */
      after: z
        .string()
        .regex(/^\d{4}-\d\d-\d\d\.[0-9a-f-]{36}$/)
        .optional(),
    }),
    /** `count`: how many there are on all pages. `next`: the place behind which the next page begins, null on the last. */
    reply: z.object({ duties: z.array(Duty), count: z.int(), next: z.string().nullable() }),
  },
  get: {
    method: 'GET',
    path: '/duties/:id',
    summary: 'A duty with its evidence',
    who: 'signedIn',
    target: 'duty',
    params: z.object({ id: Id }),
    reply: z.object({
      duty: Duty,
      evidence: z.array(z.object({ object: Id, kind: z.string(), title: z.string().nullable(), day: Day })),
      statements: z.array(z.object({ organisation: Named, day: Day, text: z.string() })),
      /** What the person who asks may do here today. */
      may: z.object({ act: z.boolean(), state: z.boolean(), reason: z.boolean(), waive: z.boolean() }),
    }),
  },
  state: {
    method: 'POST',
    path: '/duties/:id/statements',
    summary: 'Say what was done, where the deed itself happens outside; only who owes it',
    who: 'signedIn',
    target: 'duty',
    params: z.object({ id: Id }),
    body: z.object({ day: Day, text: z.string().trim().min(3).max(4000) }),
    reply: z.object({}),
    refusals: ['alreadySettled', 'onlyDebtor', 'doneElsewhere', 'dayToCome'],
    journal: 'duty.stated',
    guard: 'key',
  },
  reason: {
    method: 'POST',
    path: '/duties/:id/reason',
    summary: 'Say why a "soll" is not kept; only who owes it',
    who: 'signedIn',
    target: 'duty',
    params: z.object({ id: Id }),
    body: z.object({ because: z.string().trim().min(5).max(2000) }),
    reply: z.object({}),
    refusals: ['alreadySettled', 'onlyDebtor', 'onlyShould'],
    journal: 'duty.reasoned',
    guard: 'key',
  },
  waive: {
    method: 'POST',
    path: '/duties/:id/waiver',
    summary: 'Waive a duty, with a reason: only the creditor can',
    who: 'signedIn',
    target: 'duty',
    params: z.object({ id: Id }),
    body: z.object({ because: z.string().trim().min(5).max(2000) }),
    reply: z.object({}),
    refusals: ['alreadySettled', 'onlyCreditor', 'ownDuty'],
    journal: 'duty.waived',
    guard: 'key',
  },
})
