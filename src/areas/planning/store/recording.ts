// The one way in which a result of a body comes into being, from a meeting or without one: object, frozen edition, needs, facts, trail.
import { Refusal } from '#kit/http/refusal.ts'
import type { Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { trail } from '#kit/trail/trail.ts'
import type { DecisionContent } from '../contract/decisions.ts'
import { whyNotDecision } from '../rules.ts'
import { decisions } from './decisions.ts'
import { needs } from './needs.ts'

type Acting = Pick<Scene, 'db' | 'actor' | 'at' | 'today' | 'record' | 'fact' | 'link'>
type Settled = { id: string; edition: number }

/** Where a result was reached; `resolve` enters, in the database, that a vote found a majority for this decision. */
export type Origin = { meeting: string; resolve: (decision: string) => Promise<boolean> }

/** Refuses what the rules of the body do not allow, and settles the edition of each need. `voted`: a vote stands behind it. */
export async function settleDecision(
  { db }: Pick<Acting, 'db'>,
  body: string,
  content: DecisionContent,
  voted: () => Promise<boolean>,
): Promise<Settled[]> {
  const votes = await decisions(db).votes(body)
  const wrong = whyNotDecision(content, { votes, voted: content.result === 'resolved' && votes && (await voted()) })
  if (wrong) throw new Refusal(wrong)
  if (content.addressee) await objects(db).get(content.addressee, 'organisation')
  const settled: Settled[] = []
  for (const id of new Set(content.needs)) {
    const need = await needs(db).find(id)
    const object = await objects(db).find(id)
    if (!need?.edition || need.withdrawn_on || object?.body !== body || object.deleted_at)
      throw new Refusal('needNotStated')
    settled.push({ id, edition: need.edition })
  }
  return settled
}

export async function linkNeeds(
  { db, link }: Pick<Acting, 'db' | 'link'>,
  decision: Settled,
  before: readonly string[],
  after: readonly Settled[],
  setAside: string | null,
) {
  for (const need of before) {
    await trail(db).withdraw('decidedIn', need, decision.id)
    await trail(db).withdraw('setAside', need, decision.id)
  }
  for (const need of after) await link(setAside ? 'setAside' : 'decidedIn', need, decision, setAside)
}

/** Records a result. Until both chairs have released it, only they and the office read it. Outside a meeting nobody votes. */
export async function recordDecision(
  scene: Acting,
  body: string,
  content: DecisionContent,
  origin: Origin | null,
): Promise<string> {
  const { db, actor, at, today } = scene
  const id = newId(at)
  const meeting = origin?.meeting ?? null
  const settled = await settleDecision(scene, body, content, async () => (await origin?.resolve(id)) ?? false)
  const readers = [...new Set([...(await decisions(db).leads(body)), actor.person])]
  await objects(db).make({
    id,
    kind: 'decision',
    title: content.title,
    owner: body,
    body,
    author: actor.person,
    audience: 'named',
    readers,
  })
  const edition = await objects(db).freeze(
    id,
    { ...content, needs: settled, meeting },
    { person: actor.person, organisation: actor.organisation },
  )
  await decisions(db).add(id, content, { meeting, edition, day: today })
  await decisions(db).keepNeeds(id, settled)
  await scene.record({ object: id, verb: 'decision.recorded', after: content })
  await scene.fact({ kind: 'decision.recorded', organisation: body, subject: id, object: id, day: today })
  for (const need of settled)
    await scene.fact({ kind: 'need.treated', organisation: body, subject: need.id, object: id, day: today })
  await linkNeeds(scene, { id, edition }, [], settled, content.setAside)
  if (meeting) await scene.link('ledTo', { id: meeting }, { id, edition })
  return id
}
