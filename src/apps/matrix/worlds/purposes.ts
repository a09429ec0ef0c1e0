// What purposes need in the world of the matrix: the county takes part in the body for its care alone, and something dealt with there is for youth alone.
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { purpose } from '#kit/objects/purpose.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const purposesWorld: Builder = async ({ as, people, at, id }) => {
  const { office, delegate } = people as Required<typeof people>
  const forYouth = newId(at)
  const forCare = newId(at)
  await as(delegate!, async (db) => {
    for (const [one, field] of [
      [forYouth, 'youth'],
      [forCare, 'care'],
    ] as const) {
      await objects(db).make({
        id: one,
        kind: 'specimen',
        title: `Nur für ein Feld: ${field}`,
        owner: delegate!.organisation,
        body: id.body!,
        author: delegate!.person,
        audience: 'named',
        readers: [id.body!, id.county!],
      })
      await purpose(db).bind(one, field)
    }
  })
  ok(
    await office!.post(`/bodies/${id.body}/purposes`, {
      organisation: id.county,
      fields: ['care'],
      reason: 'Für die Prüfung der Rechte',
    }),
  )
  return { forYouth, forCare }
}
