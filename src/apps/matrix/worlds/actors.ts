// What actors has in the world of the matrix: departments, one gone into another, an area, what somebody does, a list that was read, a mailed link.
import { sql } from 'kysely'
import type { Caller, TestHouse } from '../../testing.ts'
import { addOrganisation, ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const actorsWorld: Builder = async ({ root, people, id }) => {
  const unit = (name: string) =>
    addOrganisation(root, name, { kind: 'unit', side: 'public', parent: root.organisation })
  const gone = await unit('Aufgegangenes Amt (Beispiel)')
  const heir = await unit('Neues Amt (Beispiel)')
  const team = await unit('Team (Beispiel)')
  ok(
    await root.post(`/organisations/${gone}/successors`, {
      successors: [heir],
      day: '2026-11-01',
      because: 'Für die Prüfung',
    }),
  )
  ok(await root.post(`/organisations/${id.county}/areas`, { key: '09162', name: 'Landeshauptstadt München' }))
  ok(await root.post(`/organisations/${team}/areas`, { key: '09161', name: 'Ingolstadt' }))
  const position = ok<{ id: string }>(
    await people.admin!.post(`/organisations/${id.county}/positions`, {
      person: people.planner!.person,
      title: 'Jugendhilfeplanung',
      discipline: 'youth',
      from: '2026-01-01',
    }),
  ).id
  return { unitGone: gone, unitHeir: heir, unitTeam: team, position }
}

/** What does not last until the day of the proof: made on that day. */
export async function actorsLater(
  house: TestHouse,
  planner: Caller,
  id: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const list = ok<{ id: string }>(
    await planner.upload('/organisation-lists', 'liste.csv', 'Name;Art\nEben gelesen;Träger\n'),
  ).id
  ok(await planner.post(`/organisations/${id.county}/contact/question`))
  const { rows } = await house.asOwner((db) =>
    sql<{
      token: string
    }>`select m.data->>'token' as token from mail.message m where m.template = 'access.contact' and m.organisation = ${id.county} and m.data ? 'token' order by m.created desc limit 1`.execute(
      db,
    ),
  )
  return { list, contactLink: rows[0]!.token }
}
