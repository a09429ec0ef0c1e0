// What the catalogue needs in the world of the matrix: the word that the county uses for a figure, and one of the association.
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const catalogueWorld: Builder = async ({ people, id }) => {
  const { planner, member } = people as Required<typeof people>
  const say = async (who: NonNullable<typeof planner>, words: string) =>
    ok<{ id: string }>(await who.post('/figures/terms', { indicator: id.indicator, words })).id
  return { term: await say(planner!, 'Tagesplätze'), foreignTerm: await say(member!, 'Sitzplätze') }
}
