// A seat offered in the world of the matrix: others are asked to join the body and have not answered.
import { sql } from 'kysely'
import { newId } from '#kit/objects/id.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const offersWorld: Builder = async ({ house, people, id, at }) => {
  ok(await people.office!.post(`/bodies/${id.body}/seats`, { seats: [{ organisation: id.others }] }))
  await house.settle()
  const { rows } = await house.asOwner((db) =>
    sql<{ id: string; duty: string }>`select id, duty from cooperation.seat_offer where body = ${id.body}`.execute(db),
  )
  return { offer: rows[0]!.id, offerDuty: rows[0]!.duty, bareOffer: newId(at) }
}
