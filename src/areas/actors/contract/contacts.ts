// Contact promises: who answers, with a deputy, hours and a promise; confirmed by the person, also by a mailed link without signing in.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id } from '#kit/ref.ts'
import { optional, text } from './kinds.ts'

const target = { target: 'organisation', params: z.object({ id: Id }) } as const
const Token = z.object({ token: z.string().min(20).max(200) })

export const contacts = contract({
  nameContact: {
    method: 'PUT',
    path: '/organisations/:id/contact',
    summary: 'Name who answers for the organisation, the deputy, the hours and what is promised',
    who: 'signedIn',
    ...target,
    body: z.object({
      person: Id,
      deputy: optional(Id),
      email: optional(z.email().max(200)),
      phone: optional(text(60)),
      deputyEmail: optional(z.email().max(200)),
      deputyPhone: optional(text(60)),
      hours: optional(text(200)),
      replyDays: z.int().min(1).max(60).nullable().default(null),
      confirmMonths: z.int().min(1).max(24).default(6),
      audience: z.enum(['members', 'public']).default('members'),
    }),
    /** What became of asking the person: sent by mail, no address known, or it named itself. */
    reply: z.object({ asked: z.enum(['sent', 'noAddress', 'self']) }),
    refusals: ['contactNotActing', 'deputyIsContact', 'publicNeedsDeputy'],
    journal: 'organisation.contactNamed',
    guard: { none: 'the newest naming counts, the earlier ones are kept' },
  },
  askContact: {
    method: 'POST',
    path: '/organisations/:id/contact/question',
    summary: 'Ask the named person by mail whether it is still right',
    who: 'signedIn',
    ...target,
    reply: z.object({}),
    refusals: ['noContact', 'noAddress', 'justAsked'],
    journal: 'organisation.contactAsked',
    guard: 'key',
  },
  confirmContact: {
    method: 'POST',
    path: '/organisations/:id/contact/confirmation',
    summary: 'The contact says that it is right, or that it is the contact no longer: then the deputy is',
    who: 'signedIn',
    ...target,
    body: z.object({ stays: z.boolean() }),
    reply: z.object({ became: z.enum(['confirmed', 'handedOver', 'left']) }),
    journal: 'organisation.contactConfirmed',
    guard: 'key',
  },
  lookAtContactLink: {
    method: 'GET',
    path: '/contact-links/:token',
    summary: 'What a mailed link asks; opening it changes nothing',
    who: 'anyone',
    params: Token,
    reply: z.object({
      organisation: z.string(),
      person: z.string(),
      deputy: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      hours: z.string().nullable(),
      replyDays: z.int().nullable(),
      audience: z.enum(['members', 'public']),
    }),
  },
  answerContactLink: {
    method: 'POST',
    path: '/contact-links/:token',
    summary: 'The button behind a mailed link: it is right, or the person is the contact no longer',
    who: 'anyone',
    params: Token,
    body: z.object({ stays: z.boolean() }),
    reply: z.object({ became: z.enum(['confirmed', 'handedOver', 'left']) }),
    refusals: ['linkUsed'],
    journal: 'organisation.contactConfirmed',
    guard: { none: 'the link counts once' },
  },
})
