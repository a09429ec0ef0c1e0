// What reforms of areas need in the world of the matrix: one that the county has recorded, and the object of one that has no row yet.
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

/** Baiern joins Glonn; invented. */
export const joining = (before: string, after: string, day = '2020-01-01') => ({
  kind: 'incorporation',
  day,
  source: 'Für die Prüfung',
  parts: [{ before: { key: before }, after: { key: after }, whole: true }],
})

export const reformsWorld: Builder = async ({ as, people, at }) => {
  const { planner } = people as Required<typeof people>
  const made = ok<{ reforms: { id: string }[] }>(
    await planner!.post('/figures/reforms', { reforms: [joining('09175113', '09175121')] }),
  )
  const bareReform = newId(at)
  await as(planner!, (db) =>
    objects(db).make({
      id: bareReform,
      kind: 'reform',
      title: 'Leer: reform',
      owner: planner!.organisation,
      author: planner!.person,
      audience: 'public',
    }),
  )
  return { reform: made.reforms[0]!.id, bareReform }
}
