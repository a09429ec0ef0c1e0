// The living address of publications: whoever asks there learns who answers today, however old the paper or file is.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id, Named } from '#kit/ref.ts'

/** Only what is meant for everybody; `organisation` and `body` as far as the reader sees them. Nobody named: all null. */
export const WhomToAsk = z.object({
  organisation: Named.nullable(),
  body: Named.nullable(),
  organisationName: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
})
export type WhomToAsk = z.infer<typeof WhomToAsk>

export const asking = contract({
  whomToAsk: {
    method: 'GET',
    path: '/public/whom-to-ask/:id',
    summary: 'Who answers today for an organisation or a body: what publications refer to instead of a name',
    who: 'anyone',
    params: z.object({ id: Id }),
    reply: WhomToAsk,
  },
})
