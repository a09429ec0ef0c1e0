// Finding things by words.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id, Instant, Named } from '#kit/ref.ts'

export const Hit = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  owner: Named.nullable(),
  body: Named.nullable(),
  invented: z.boolean(),
  created: Instant,
  /** Otherwise the words stand in its text. */
  inTitle: z.boolean(),
})
export type Hit = z.infer<typeof Hit>

export const search = contract({
  find: {
    method: 'GET',
    path: '/search',
    summary: 'Find things by the beginnings of words, by parts of compounds, with or without umlauts',
    who: 'signedIn',
    query: z.object({
      q: z.string().trim().max(200),
      /** Kinds of objects, separated by commas. */
      kinds: z
        .string()
        .max(300)
        .regex(/^[a-zA-Z,]*$/)
        .optional(),
      most: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: z.object({ hits: z.array(Hit) }),
  },
})
