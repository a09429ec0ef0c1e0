// What boundaries need in the world of the matrix: a file of shapes that the county has read in, another without shapes yet, and one that is hidden.
import { sql } from 'kysely'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Builder } from '../world.ts'

export const boundariesWorld: Builder = async ({ house, people, id, at }) => {
  const made: Record<string, string> = {}
  await house.asOwner(async (db) => {
    for (const [name, shapes] of [
      ['boundaryTable', true],
      ['bareBoundaryTable', false],
      ['hiddenBoundaryTable', true],
    ] as const) {
      made[name] = newId(at)
      await objects(db).make({
        id: made[name],
        kind: 'officialTable',
        title: name,
        owner: id.county!,
        author: people.planner!.person,
        audience: name === 'hiddenBoundaryTable' ? 'organisation' : 'public',
      })
      await sql`insert into figures.official_table (id, code, format, statistic, source, attribution, read_on, file_name, sha256, summary, published)
        values (${made[name]}, 'X', 'boundaries', '', 'X', 'X', '2026-11-01', 'x', sha256(convert_to(${name}, 'UTF8')), '{}', true)`.execute(
        db,
      )
      if (shapes)
        await sql`insert into figures.boundary (official, level, valid_on, keys, shapes)
          select number, 'county', '2024-01-01', '{99999}', 'x' from figures.official_table where id = ${made[name]}`.execute(
          db,
        )
    }
  })
  return made
}
