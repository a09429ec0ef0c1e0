// Editions of an agreement: reading a fixed one, so that two can be compared, and the annexes of the draft.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant, Named } from '#kit/ref.ts'
import { Annex, Clause, NoticeRule } from './agreements.ts'

/** What an edition says: the frozen content, or the draft as it stands (`at` is null then). */
export const Edition = z.object({
  number: z.int(),
  at: Instant.nullable(),
  title: z.string(),
  preamble: z.string(),
  notice: z.string(),
  noticeRule: NoticeRule.nullable(),
  extraordinary: z.boolean(),
  reviewOn: Day.nullable(),
  endsOn: Day.nullable(),
  parties: z.array(Named),
  clauses: z.array(Clause),
  /** Organisations and bodies that its duties name. */
  names: z.array(Named),
  annexes: z.array(Annex.omit({ name: true, size: true })),
})
export type Edition = z.infer<typeof Edition>

const target = { target: 'agreement', params: z.object({ id: Id }) } as const
const runners = { as: ['chair', 'office'] } as const

export const editions = contract({
  edition: {
    method: 'GET',
    path: '/agreements/:id/editions/:number',
    summary: 'What an edition of the agreement says; the newest may be a draft',
    who: 'signedIn',
    target: 'agreement',
    params: z.object({ id: Id, number: z.coerce.number().int().positive() }),
    reply: Edition,
  },
  addAnnex: {
    method: 'POST',
    path: '/agreements/:id/annexes',
    summary: 'Make a file of the agreement an annex of the draft',
    who: runners,
    ...target,
    body: z.object({ file: Id, title: z.string().trim().min(2).max(200) }),
    reply: z.object({ place: z.int() }),
    refusals: ['annexFixed', 'notAFileOfIt', 'annexTwice'],
    journal: 'agreement.annexAdded',
    guard: 'ifMatch',
  },
  removeAnnex: {
    method: 'DELETE',
    path: '/agreements/:id/annexes/:place',
    summary: 'Take an annex off the draft; the file stays with the agreement',
    who: runners,
    target: 'agreement',
    params: z.object({ id: Id, place: z.coerce.number().int().positive() }),
    reply: z.object({}),
    refusals: ['annexFixed', 'noSuchAnnex'],
    journal: 'agreement.annexRemoved',
    guard: 'ifMatch',
  },
})
