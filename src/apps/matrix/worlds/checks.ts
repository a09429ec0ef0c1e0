// What the checks need in the world of the matrix: two rules of the county's figure, one of a figure that is hidden, and a delivery that somebody of the
// association has checked, so that somebody else of it may accept.
import { sql } from 'kysely'
import { newId } from '#kit/objects/id.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const checksWorld: Builder = async ({ house, people, id, at }) => {
  const ask = async (said: object) =>
    ok<{ rule: string }>(await people.planner!.post(`/figures/indicators/${id.indicator}/rules`, said)).rule
  const hiddenRule = newId(at)
  await house.asOwner(async (db) => {
    await sql`insert into figures.rule (id, indicator, kind, recorded_at) values (${hiddenRule}, ${id.hiddenIndicator}, 'whole', clock.now())`.execute(
      db,
    )
    await sql`insert into figures.review (id, delivery, edition, step, organisation, person, at)
      values (${newId(at)}, ${id.delivery}, 1, 'checked', ${id.association}, ${id.associationPerson}, clock.now())`.execute(
      db,
    )
  })
  return {
    rule: await ask({ kind: 'range', least: 0, most: 5000 }),
    partRule: await ask({ kind: 'partOf', others: [id.careIndicator] }),
    hiddenRule,
  }
}
