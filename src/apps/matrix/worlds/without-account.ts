// What the office was told, in the world of the matrix: one recorded, one only begun.
import { sql } from 'kysely'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Builder } from '../world.ts'

export const withoutAccountWorld: Builder = async ({ as, people, at, id }) => {
  const { office } = people as Required<typeof people>
  const begun = async () => {
    const made = newId(at)
    await as(office!, (db) =>
      objects(db).make({
        id: made,
        kind: 'notification',
        title: 'Mitteilung',
        owner: office!.organisation,
        body: id.body!,
        author: office!.person,
        audience: 'named',
        readers: [id.county!, id.body!],
      }),
    )
    return made
  }
  const notification = await begun()
  await as(office!, (db) =>
    sql`insert into cooperation.notification (id, body, duty, organisation, teller, told_on, effect, text, recorded_at)
      values (${notification}, ${id.body}, ${id.duty}, ${id.county}, 'Wer', '2026-11-20', 'state', 'Probe', clock.now())`.execute(
      db,
    ),
  )
  return { notification, bareNotification: await begun() }
}
