// Whoever was sent and cannot come asks the deputy: the deputy learns of it by a mail of its own, once for the day of the meeting.
import type { Database } from '#kit/db/database.ts'
import { responses } from '../store/responses.ts'
import { askToAnswer } from './tell.ts'

export async function tellDeputies(db: Database): Promise<void> {
  for (const { meeting, day, ...deputy } of await responses(db).deputiesAsked())
    await askToAnswer(db, [deputy], {
      object: meeting,
      what: 'meeting.standIn',
      once: `meeting:${meeting}:standIn:${day}:${deputy.organisation}`,
    })
}
