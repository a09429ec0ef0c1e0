// Decisions by circulation in the world of the matrix: one before the chair, one that runs, one that found its majority, and one with its Beschluss.
import { sql } from 'kysely'
import { procedureTemplates } from '#areas/cooperation/rules/procedure.ts'
import type { Circulation } from '#areas/meetings/contract/circulations.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const circulationsWorld: Builder = async ({ house, root, as, asWorker, people, at, id }) => {
  const chair = people.elsewhere!
  const body = id.voteBody!
  const procedure = {
    ...procedureTemplates.group78,
    deadlock: null,
    deadlockDays: null,
    circulation: { days: 7, majority: 'simple', toMeeting: true },
  }
  const rules = ok<{ object: string; edition: number }>(
    await root.post(`/bodies/${body}/rules`, { procedure, validFrom: '2026-11-22' }),
  )
  ok(await chair.post('/releases', rules))
  const propose = async (title: string) =>
    ok<Circulation>(await root.post('/circulations', { body, title, proposal: 'Für die Prüfung', days: 60 })).object.id
  const running = async (title: string) => {
    const made = await propose(title)
    ok(await chair.post('/releases', { object: made, edition: 1 }))
    await house.settle()
    ok(await chair.raw('PUT', `/circulations/${made}/answer`, { answer: 'yes', seen: 0 }, {}))
    return made
  }
  const circulation = await running('Läuft')
  const circulationCarried = await running('Angenommen')
  const circulationDone = await running('Beschlossen')
  await house.asOwner(async (db) => {
    await sql`alter table meetings.circulation disable trigger circulation_guard`.execute(db)
    await sql`update meetings.circulation set settled_on = clock.today(), outcome = 'carried' where id in (${circulationCarried}, ${circulationDone})`.execute(
      db,
    )
    await sql`alter table meetings.circulation enable trigger circulation_guard`.execute(db)
  })
  const circulated = ok<Circulation>(await root.post(`/circulations/${circulationDone}/result`, {})).decision!
  const bareCirculation = newId(at)
  await as(root, async (db) => {
    await objects(db).make({
      id: bareCirculation,
      kind: 'circulation',
      title: 'Noch leer',
      owner: body,
      body,
      author: root.person,
      audience: 'body',
      readers: [body],
    })
    const by = { person: root.person, organisation: root.organisation }
    await objects(db).freeze(bareCirculation, { proposal: 'Probe', reasons: '', days: 60 }, by)
  })
  const circulationToken = await asWorker(async (db) => {
    const { rows } = await sql<{
      token: string
    }>`select meetings.link_to_answer(${circulation}, ${chair.person}, ${chair.organisation}, null) as token`.execute(
      db,
    )
    return rows[0]!.token
  })
  const circulationOpen = await propose('Noch nicht freigegeben')
  return {
    circulation,
    circulationOpen,
    circulationCarried,
    circulationDone,
    circulated,
    bareCirculation,
    circulationToken,
  }
}
