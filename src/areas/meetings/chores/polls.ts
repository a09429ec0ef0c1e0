// What follows by itself from polls about dates: everybody is asked once, reminded once, and whoever answered is told once what became of it.
import type { Database } from '#kit/db/database.ts'
import { postToAddress } from '#kit/mail/post.ts'
import { polls } from '../store/polls.ts'
import { type Asked, type AskedGuest, pollsTold } from '../store/polls-told.ts'
import { askToAnswer } from './tell.ts'

type Word = 'poll.opened' | 'poll.reminder' | 'poll.due' | 'poll.closed' | 'poll.withdrawn'

/** One mail per person and occasion, with a link of its own; posted again it is the same mail. */
async function write(
  db: Database,
  poll: string,
  what: Word,
  people: readonly Asked[],
  guests: readonly AskedGuest[] = [],
  on = '',
): Promise<void> {
  const once = `poll:${poll}:${on ? `${what}:${on}` : what}`
  await askToAnswer(db, people, { object: poll, what, once })
  for (const { id, address } of guests) {
    const token = await pollsTold(db).link({ object: poll, guest: id })
    // Without a link there is nothing that a guest could open.
    if (token) await postToAddress(db, { dedupe: `${once}:${id}`, address, data: { what, token }, object: poll })
  }
}

export async function askAll(db: Database, poll: string): Promise<void> {
  if ((await polls(db).find(poll))?.status !== 'open') return
  const of = pollsTold(db)
  await write(db, poll, 'poll.opened', await of.people(poll, null), await of.guests(poll, null))
}

export async function tellAnswered(db: Database, poll: string, what: 'poll.closed' | 'poll.withdrawn'): Promise<void> {
  const of = pollsTold(db)
  await write(db, poll, what, await of.people(poll, true), await of.guests(poll, true))
}

/** Reminds once for each day of reminding who has not answered, and tells those who lead once that the last day has passed. */
export async function tendPolls(db: Database): Promise<void> {
  const of = pollsTold(db)
  for (const { id, over, on } of await of.due())
    if (over) await write(db, id, 'poll.due', await of.leaders(id), [], on)
    else await write(db, id, 'poll.reminder', await of.people(id, false), await of.guests(id, false), on)
}
