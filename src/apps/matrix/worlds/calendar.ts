// A calendar subscription in the world of the matrix: that of the planner for the county, and a token that was taken back.
import { sql } from 'kysely'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

const tokenOf = ({ address }: { address: string }) => address.split('/').at(-1)!.replace('.ics', '')

export const calendarWorld: Builder = async ({ house, people, id }) => {
  const { planner } = people as Required<typeof people>
  const feedGone = tokenOf(ok<{ address: string }>(await planner!.post('/calendar')))
  const feedToken = tokenOf(ok<{ address: string }>(await planner!.post('/calendar')))
  const { rows } = await house.asOwner((db) =>
    sql<{ id: string }>`select id from meetings.feed where person = ${id.plannerPerson} and ended_at is null`.execute(
      db,
    ),
  )
  return { feedGone, feedToken, feed: rows[0]!.id }
}
