// What the catalogue needs in the world of the matrix: the words that the county and the association use for a figure, and one for a figure that is hidden.
import { sql } from 'kysely'
import { newId } from '#kit/objects/id.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const catalogueWorld: Builder = async ({ house, people, id, at }) => {
  const { planner, member } = people as Required<typeof people>
  const say = async (who: NonNullable<typeof planner>, words: string) =>
    ok<{ id: string }>(await who.post('/figures/terms', { indicator: id.indicator, words })).id
  const hiddenTerm = newId(at)
  await house.asOwner((db) =>
    sql`insert into figures.term (id, indicator, organisation, words, recorded_at)
      values (${hiddenTerm}, ${id.hiddenIndicator}, ${id.county}, 'Verborgen', clock.now())`.execute(db),
  )
  return { term: await say(planner!, 'Tagesplätze'), foreignTerm: await say(member!, 'Sitzplätze'), hiddenTerm }
}
