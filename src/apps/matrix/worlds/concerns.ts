// Concerns and topics in every state, in the world of the matrix: brought and through the box, bundled and closed, in the body and in a working group.
import { sql } from 'kysely'
import type { Concern } from '#areas/meetings/contract/concerns.ts'
import type { Topic } from '#areas/meetings/contract/topics.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const concernCode = '0123456789ABCDEFGHJK'

export const concernsWorld: Builder = async ({ house, root, people, id }) => {
  const { chair, delegate, office } = people as Required<typeof people>
  const bring = async (title: string) =>
    ok<Concern>(await delegate!.post('/concerns', { body: id.body, title, text: 'Für die Prüfung' })).object.id
  const make = async (who: typeof root, body: string, title: string, more: object = {}) =>
    ok<Topic>(await who.post('/topics', { body, title, level: 'strategic', ...more })).object
  const concern = await bring('Anliegen für sich')
  const concernInTopic = await bring('Anliegen im Thema')
  const concernClosed = await bring('Abgeschlossenes Anliegen')
  ok(await chair!.put(`/concerns/${concernClosed}/closing`, 1, { because: 'Für die Prüfung' }))
  const topic = (await make(chair!, id.body!, 'Thema der Prüfung', { concerns: [concernInTopic] })).id
  const topicOperative = (await make(office!, id.body!, 'Operatives Thema', { level: 'operative' })).id
  const gone = await make(chair!, id.body!, 'Abgeschlossenes Thema')
  ok(await chair!.put(`/topics/${gone.id}/closing`, gone.revision, { because: 'Für die Prüfung' }))
  const topicGroup = (await make(root, id.groupParent!, 'Thema der Arbeitsgruppe', { level: 'operative' })).id
  ok(await root.post(`/topics/${topicGroup}/moves`, { to: id.group, reason: 'Für die Prüfung' }))
  ok(await office!.raw('PUT', `/topics/${topic}/sponsorship`, { sponsoring: true }, {}))
  ok(await chair!.raw('PUT', `/bodies/${id.body}/focus`, { words: ['Prüfung'] }, {}))
  const { key } = ok<{ key: string }>(await chair!.raw('PUT', `/bodies/${id.body}/box`, { state: 'link' }, {}))
  ok(
    await house.visitor.post(`/boxes/${key}/concerns`, {
      title: 'Ohne Namen',
      text: 'Für die Prüfung',
      code: concernCode,
    }),
  )
  const bare = (kind: string) =>
    house.asOwner(async (db) => {
      const { rows } = await sql<{
        id: string
      }>`insert into kit.object (id, kind, title, owner, body, author, audience, readers, created)
        values (gen_random_uuid(), ${kind}, 'Noch leer', ${id.association}, ${id.body}, ${delegate!.person}, 'body', array[${id.body}]::uuid[], clock.now()) returning id`.execute(
        db,
      )
      return rows[0]!.id
    })
  return {
    concern,
    concernInTopic,
    concernClosed,
    topic,
    topicOperative,
    topicGone: gone.id,
    topicGroup,
    boxKey: key,
    bareConcern: await bare('concern'),
    bareTopic: await bare('topic'),
  }
}
