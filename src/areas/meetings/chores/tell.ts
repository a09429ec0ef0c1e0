// The mails of meetings and polls: the same to each person, once for good, with or without a link of their own by which they answer.
import type { Database } from '#kit/db/database.ts'
import { postAsChore } from '#kit/mail/post.ts'
import { type Asked, pollsTold } from '../store/polls-told.ts'

type Mail = {
  object: string
  what: string
  /** The occasion: posted again for the same one, it is the same mail. */
  once: string
}

export async function tell(db: Database, people: readonly Asked[], { object, what, once }: Mail): Promise<void> {
  for (const { person, organisation } of people)
    await postAsChore(db, {
      dedupe: `${once}:${person}`,
      person,
      organisation,
      template: 'notice',
      data: { what },
      object,
    })
}

/** Without a link where chair or office have taken it back. */
export async function askToAnswer(db: Database, people: readonly Asked[], { object, what, once }: Mail): Promise<void> {
  for (const { person, organisation } of people) {
    const token = await pollsTold(db).link({ object, person, organisation })
    const data = { what, ...(token ? { token } : {}) }
    await postAsChore(db, { dedupe: `${once}:${person}`, person, organisation, template: 'notice', data, object })
  }
}
