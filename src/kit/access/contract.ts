// Signing in, for whom one acts, invitations, the second factor, mandates.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant, Named } from '#kit/ref.ts'

const Email = z.email().max(200)
const Password = z.string().min(10).max(200)
const Token = z.string().min(20).max(200)
const nothing = z.object({})

export const Choice = z.object({
  organisation: Id,
  name: z.string(),
  roles: z.array(z.string()),
  until: Day.nullable(),
})
export const Mandate = z.object({
  id: Id,
  person: Named,
  organisation: Named,
  body: Named.nullable(),
  role: z.string(),
  from: Day,
  until: Day.nullable(),
  basis: z.string(),
  current: z.boolean(),
})
export type Mandate = z.infer<typeof Mandate>

export const Absence = z.object({
  id: Id,
  person: Named,
  organisation: Named,
  from: Day,
  /** The first day on which the person is back. */
  until: Day,
  representedBy: Named.nullable(),
  now: z.boolean(),
  mayEnd: z.boolean(),
})
export type Absence = z.infer<typeof Absence>
const noTrace = { none: 'an absence leaves no trace of a person: it is gone when it is over' } as const

export const access = contract({
  signIn: {
    method: 'POST',
    path: '/session',
    summary: 'Sign in with e-mail and password',
    who: 'anyone',
    body: z.object({ email: z.string().trim().toLowerCase().max(200), password: z.string().max(200) }),
    reply: z.object({ stage: z.enum(['open', 'secondFactor']) }),
    refusals: ['wrongPassword', 'throttled'],
    journal: { none: 'signing in is not a change, and a log of reading persons is not kept' },
    guard: { none: 'no object' },
  },
  secondFactor: {
    method: 'POST',
    path: '/session/second-factor',
    summary: 'Prove the second factor',
    who: 'anyone',
    body: z.object({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/),
    }),
    reply: nothing,
    refusals: ['wrongCode'],
    journal: { none: 'as signing in' },
    guard: { none: 'no object' },
  },
  session: {
    method: 'GET',
    path: '/session',
    summary: 'Who I am, for whom I act, and until when',
    who: 'anyone',
    renews: true,
    reply: z.object({
      signedIn: z.boolean(),
      person: Named.nullable(),
      email: z.string().nullable(),
      actingFor: Named.nullable(),
      held: z.array(z.string()),
      choices: z.array(Choice),
      secondFactor: z.boolean(),
      installation: z.object({ name: z.string(), demo: z.boolean(), firstRun: z.boolean() }),
      today: Day,
    }),
  },
  signOut: {
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out',
    who: 'anyone',
    reply: nothing,
    journal: { none: 'as signing in' },
    guard: { none: 'no object' },
  },
  lookAtInvitation: {
    method: 'GET',
    path: '/invitations/:token',
    summary: 'What a mailed link is about; opening it changes nothing',
    who: 'anyone',
    params: z.object({ token: Token }),
    reply: z.object({ purpose: z.enum(['invite', 'reset']), email: z.string(), name: z.string() }),
  },
  redeem: {
    method: 'POST',
    path: '/invitations/:token',
    summary: 'Set the password with a mailed link',
    who: 'anyone',
    params: z.object({ token: Token }),
    body: z.object({ password: Password }),
    reply: z.object({ stage: z.enum(['open', 'secondFactor']) }),
    refusals: ['linkUsed'],
    journal: { none: 'a password is no content' },
    guard: { none: 'the token counts once' },
  },
  requestReset: {
    method: 'POST',
    path: '/password-reset',
    summary: 'Ask for a link by mail',
    who: 'anyone',
    body: z.object({ email: z.string().trim().max(200) }),
    reply: nothing,
    journal: { none: 'whether an account exists is not told' },
    guard: { none: 'throttled' },
  },
  changePassword: {
    method: 'POST',
    path: '/account/password',
    summary: 'Change the own password',
    who: 'signedIn',
    body: z.object({ old: z.string().max(200), password: Password }),
    reply: nothing,
    refusals: ['wrongPassword'],
    journal: { none: 'a password is no content' },
    guard: { none: 'the old password guards it' },
  },
  beginTotp: {
    method: 'POST',
    path: '/account/totp',
    summary: 'Begin to set up the second factor',
    who: 'signedIn',
    reply: z.object({ secret: z.string(), uri: z.string() }),
    journal: { none: 'not in force yet' },
    guard: { none: 'a new secret replaces the last' },
  },
  confirmTotp: {
    method: 'POST',
    path: '/account/totp/confirmation',
    summary: 'Put the second factor into force',
    who: 'signedIn',
    body: z.object({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/),
    }),
    reply: nothing,
    refusals: ['wrongCode'],
    journal: { none: 'part of signing in' },
    guard: { none: 'the code counts once' },
  },
  endTotp: {
    method: 'POST',
    path: '/account/totp/end',
    summary: 'End the second factor',
    who: 'signedIn',
    body: z.object({ password: z.string().max(200) }),
    reply: nothing,
    refusals: ['wrongPassword'],
    journal: { none: 'part of signing in' },
    guard: { none: 'the password guards it' },
  },
  firstRun: {
    method: 'POST',
    path: '/first-run',
    summary: 'Set up an empty installation with the link of the terminal',
    who: 'anyone',
    body: z.object({
      token: Token,
      organisation: z.string().trim().min(2).max(200),
      person: z.string().trim().min(2).max(200),
      email: Email,
      password: Password,
    }),
    reply: z.object({ organisation: Id, person: Id }),
    refusals: ['linkUsed'],
    journal: 'installation.setUp',
    guard: { none: 'the link counts once' },
  },
  mandates: {
    method: 'GET',
    path: '/mandates',
    summary: 'Who acts for whom: current, past and coming',
    who: 'signedIn',
    query: z.object({ organisation: Id.optional(), body: Id.optional(), person: Id.optional(), on: Day.optional() }),
    reply: z.object({ mandates: z.array(Mandate) }),
  },
  invite: {
    method: 'POST',
    path: '/persons/:id/invitation',
    summary: 'Invite a person by mail to sign in',
    who: { as: ['admin', 'planner', 'office', 'chair'] },
    params: z.object({ id: Id }),
    body: z.object({ email: Email }),
    reply: nothing,
    refusals: ['emailTaken', 'hasAccount'],
    journal: 'person.invited',
    guard: 'key',
  },
  absences: {
    method: 'GET',
    path: '/absences',
    summary: 'Who is away today or soon, and who stands in, among those I work with',
    who: 'signedIn',
    query: z.object({ organisation: Id.optional(), person: Id.optional() }),
    reply: z.object({ absences: z.array(Absence) }),
  },
  enterAbsence: {
    method: 'POST',
    path: '/absences',
    summary:
      'Enter an absence of oneself or, as the administration, of somebody in the own organisation; no reason is stored',
    who: 'signedIn',
    body: z.object({ person: Id.optional(), from: Day, until: Day, representedBy: Id.nullable().default(null) }),
    reply: z.object({ id: Id }),
    refusals: ['absenceOver', 'absenceTwice', 'notOfOrganisation', 'onlyOwnAbsence'],
    journal: noTrace,
    guard: 'key',
  },
  endAbsence: {
    method: 'POST',
    path: '/absences/:id/end',
    summary: 'Back again: end an absence before its time',
    who: 'signedIn',
    params: z.object({ id: Id }),
    reply: nothing,
    refusals: ['noAbsence'],
    journal: noTrace,
    guard: 'key',
  },
  heartbeat: {
    method: 'GET',
    path: '/time',
    summary: 'The time of the installation',
    who: 'anyone',
    reply: z.object({ at: Instant, today: Day }),
  },
})
