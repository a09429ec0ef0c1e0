// The history of an object, and what is new since the last visit.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id, Instant } from '#kit/ref.ts'

export const Entry = z.object({
  id: z.int(),
  at: Instant,
  verb: z.string(),
  person: z.string().nullable(),
  organisation: z.string().nullable(),
  role: z.string().nullable(),
  because: z.string().nullable(),
  revision: z.int(),
})
export type Entry = z.infer<typeof Entry>
export const NewsItem = z.object({
  number: z.int(),
  at: Instant,
  verb: z.string(),
  organisation: z.string().nullable(),
  object: Id,
  kind: z.string(),
  title: z.string(),
  because: z.string().nullable(),
})
export type NewsItem = z.infer<typeof NewsItem>

export const journal = contract({
  history: {
    method: 'GET',
    path: '/history/:id',
    summary: 'Who changed an object when, on whose behalf',
    who: 'signedIn',
    params: z.object({ id: Id }),
    reply: z.object({ entries: z.array(Entry) }),
  },
  news: {
    method: 'GET',
    path: '/news',
    summary: 'What others have changed since the last visit',
    who: 'signedIn',
    query: z.object({ since: z.coerce.number().int().optional() }),
    reply: z.object({ items: z.array(NewsItem), head: z.int(), since: z.int() }),
  },
  seen: {
    method: 'POST',
    path: '/news/seen',
    summary: 'Mark what is new as seen',
    who: 'signedIn',
    body: z.object({ number: z.int().nonnegative() }),
    reply: z.object({}),
    journal: { none: 'what a person has read is nobody’s business' },
    guard: { none: 'the number only grows' },
  },
})
