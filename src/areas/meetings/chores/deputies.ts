// Whoever was sent and cannot come asks the deputy: the deputy learns of it by a mail of its own, once for the day of the meeting.
import type { Database } from '#kit/db/database.ts'
import { postAsChore } from '#kit/mail/post.ts'
import { pollsTold } from '../store/polls-told.ts'
import { responses } from '../store/responses.ts'

export async function tellDeputies(db: Database): Promise<void> {
  for (const { meeting, day, person, organisation } of await responses(db).deputiesAsked()) {
    const token = await pollsTold(db).link({ object: meeting, person, organisation })
    await postAsChore(db, {
      dedupe: `meeting:${meeting}:standIn:${day}:${organisation}:${person}`,
      person,
      organisation,
      template: 'notice',
      data: { what: 'meeting.standIn', ...(token ? { token } : {}) },
      object: meeting,
    })
  }
}
