// For which fields an organisation takes part in a body: then it sees of what was gathered for one field only what it needs.
import { z } from 'zod'
import { Field } from '#areas/actors/contract.ts'
import { contract } from '#kit/http/contract.ts'
import { Id } from '#kit/ref.ts'

export const Purpose = z.object({ organisation: Id, fields: z.array(Field), reason: z.string() })
export type Purpose = z.infer<typeof Purpose>

export const purposes = contract({
  bindPurpose: {
    method: 'POST',
    path: '/bodies/:id/purposes',
    summary:
      'Say for which fields alone an organisation takes part in the body, and why; no fields lift what was said. Nobody says so about the own organisation',
    who: { as: ['chair', 'office'] },
    target: 'body',
    params: z.object({ id: Id }),
    body: z.object({
      organisation: Id,
      fields: z.array(Field).max(13),
      reason: z.string().trim().max(500).default(''),
    }),
    reply: z.object({}),
    refusals: ['notMember', 'ownPurpose', 'purposeWhy', 'noPurpose'],
    journal: 'body.purposeBound',
    guard: 'key',
  },
})
