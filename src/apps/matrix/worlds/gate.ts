// What the gate needs in the world of the matrix: a table of the county that somebody who checks has proposed for release, one that is released to
// everybody, one of which the release is withdrawn, and objects without their rows.
import { sql } from 'kysely'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Builder } from '../world.ts'

const rows = { dimensions: ['Ort'], groups: [['A'], ['B']], counts: [7, 9], givers: null, trees: [[]] }
const result = {
  protected: true,
  suppressed: [],
  cells: [{ groups: ['A'], value: 7 }],
  trees: [[]],
  why: [null],
  values: [7],
  ...{ primary: 0, secondary: 0, finest: 2, finestHidden: 0, counted: 16, countedHidden: 0 },
  ...{ bound: 0, cost: 0, narrowest: null, seconds: 1, system: {}, certificate: {} },
}

export const gateWorld: Builder = async ({ house, people, id, at }) => {
  const made: Record<string, string> = {}
  const checker = people.checker!.person
  await house.asOwner(async (db) => {
    const make = async (name: string, kind: string, audience: 'organisation' | 'public') => {
      made[name] = newId(at)
      const owner = id.county!
      await objects(db).make({ id: made[name], kind, title: name, owner, author: people.planner!.person, audience })
      return made[name]
    }
    await make('bareGuarded', 'guardedTable', 'organisation')
    await make('bareRelease', 'release', 'public')
    for (const [name, release] of [
      ['guarded', null],
      ['guardedReleased', 'release'],
      ['guardedWithdrawn', 'withdrawnRelease'],
    ] as const) {
      const table = await make(name, 'guardedTable', 'organisation')
      await sql`insert into figures.guarded_table (id, definition, threshold, dimensions) values (${table}, 'Probe', 5, '{Ort}')`.execute(
        db,
      )
      await sql`insert into figures.guarded_content (guarded, edition, from_day, until_day, file_name, rows, recorded_at)
        values (${table}, 1, '2026-01-01', '2027-01-01', 'x', ${JSON.stringify(rows)}, clock.now())`.execute(db)
      const run = newId(at)
      made[`${name}Run`] = run
      await sql`insert into figures.protection (id, guarded, edition, threshold, after, audience, state, ordered_at, result, proposed_by, proposed_at)
        values (${run}, ${table}, 1, 5, '{}', 'public', 'done', clock.now(), ${JSON.stringify(result)}, ${checker}, clock.now())`.execute(
        db,
      )
      if (!release) continue
      await make(release, 'release', 'public')
      await sql`insert into figures.release (id, protection, guarded, edition, threshold, dimensions, trees, definition, from_day, until_day, audience, cells,
          certificate, system, hidden, released_by, released_at)
        select ${made[release]}, p.id, p.guarded, 1, 5, '{Ort}', p.result -> 'trees', 'Probe', '2026-01-01', '2027-01-01', 'public', p.result -> 'cells',
          p.result -> 'certificate', p.result -> 'system', '{}', ${people.planner!.person}, clock.now() from figures.protection p where p.id = ${run}`.execute(
        db,
      )
      if (release === 'withdrawnRelease')
        await sql`update figures.release set withdrawn_at = clock.now(), reason = 'Probe' where id = ${made[release]}`.execute(
          db,
        )
    }
  })
  return made
}
