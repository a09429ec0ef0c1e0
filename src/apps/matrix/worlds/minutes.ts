// Minutes that were sent in the world of the matrix, with an objection that is being answered and one that is not.
import { sql } from 'kysely'
import type { Meeting } from '#areas/meetings/contract.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const minutesWorld: Builder = async ({ house, as, people, at, id }) => {
  const { chair, office, delegate } = people as Required<typeof people>
  const { object } = ok<Meeting>(
    await chair!.post('/meetings', { body: id.body, day: '2026-11-22', starts: '09:00', place: 'Landratsamt' }),
  )
  const listed = ok<Meeting>(await chair!.post(`/meetings/${object.id}/items`, { title: 'Besprochen' }))
  ok(await office!.act(`/meetings/${object.id}/holding`, listed.object.revision))
  await house.settle()
  await house.asOwner((db) =>
    sql`insert into duties.fact (id, kind, organisation, subject, object, day, about, at, handled_at)
      values (gen_random_uuid(), 'minutes.sent', ${id.body}, ${object.id}, ${object.id}, '2027-01-10', '2026-11-22', clock.now(), clock.now())`.execute(
      db,
    ),
  )
  const raise = async (text: string) =>
    ok<Meeting>(await delegate!.post(`/meetings/${object.id}/objections`, { text })).afterwards!.objections.find(
      (one) => one.text === text,
    )!.id
  const minutesObjection = await raise('Für die Prüfung, beantwortet')
  const objectionFree = await raise('Für die Prüfung, noch offen')
  const answer = { objection: minutesObjection, reason: 'Es bleibt dabei.' }
  const rectification = ok<Meeting>(await chair!.post(`/meetings/${object.id}/rectifications`, answer)).afterwards!
    .rectifications[0]!.id
  const bareRectification = newId(at)
  await as(office!, async (db) => {
    await objects(db).make({
      id: bareRectification,
      kind: 'rectification',
      title: 'Noch leer',
      owner: id.body!,
      body: id.body!,
      author: office!.person,
      audience: 'body',
      readers: [id.body!],
    })
    const content = { objection: objectionFree, item: null, wording: null, reason: 'Probe' }
    await objects(db).freeze(bareRectification, content, { person: office!.person, organisation: office!.organisation })
  })
  await house.settle()
  return {
    meetingMinuted: object.id,
    itemMinuted: listed.items[0]!.id,
    minutesObjection,
    objectionFree,
    rectification,
    bareRectification,
  }
}
