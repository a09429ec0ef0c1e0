// Foundings in the world of the matrix: one that the planner of the county is preparing, one that is finished, and an object that a founding could be made for.
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const foundingsWorld: Builder = async ({ people, id, at, as }) => {
  const planner = people.planner!
  const begin = async (name: string) =>
    ok<{ id: string }>(await planner.post('/foundings', { name, content: { name } })).id
  const made = { founding: await begin('Gremium in Arbeit'), foundingDone: await begin('Gremium fertig') }
  ok(await planner.post(`/foundings/${made.foundingDone}/steps`, { step: 'body', outcome: { id: id.body } }))
  ok(await planner.post(`/foundings/${made.foundingDone}/finish`))
  const bare = { bareFounding: newId(at), openFounding: newId(at) }
  await as(planner, async (db) => {
    const draft = { kind: 'founding', title: 'Ohne Zeile', owner: planner.organisation, author: planner.person }
    await objects(db).make({ ...draft, id: bare.bareFounding, audience: 'draft' })
    await objects(db).make({ ...draft, id: bare.openFounding, audience: 'members' })
  })
  return { ...made, ...bare }
}
