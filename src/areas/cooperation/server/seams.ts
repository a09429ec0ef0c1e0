// Handlers of seams. Both owners may do the same; what holds needs both, each for itself.
import { holds } from '#kit/access/decide.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { Forbidden, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { cooperation } from '../contract.ts'
import { seams } from '../store/seams.ts'
import { seamLines, shownSeam } from './shown-seam.ts'

type Part = Pick<
  Handlers<typeof cooperation>,
  | 'seams'
  | 'seam'
  | 'enterSeam'
  | 'writeSeam'
  | 'offerSeam'
  | 'releaseSeam'
  | 'reviewSeam'
  | 'stateFriction'
  | 'settleFriction'
  | 'linkSeam'
>
const linkable = ['body', 'agreement', 'comparison']

export const seamHandlers: Part = {
  async seams({ organisation, object }, { db, actor }) {
    const where = { ...(organisation ? { organisation } : {}), ...(object ? { object } : {}) }
    return { seams: await seamLines(db, await seams(db).all(where), actor) }
  },
  seam: (_, { db, actor, target }) => shownSeam(db, target, actor),
  async enterSeam({ name, other, links, ...text }, { db, actor, at, record }) {
    const own = actor.organisation!
    if (!binds(actor)) throw new Forbidden()
    if (other === own) throw new Refusal('seamWithOneself')
    await objects(db).get(other, 'organisation')
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'seam',
      title: name,
      owner: own,
      author: actor.person,
      audience: 'members',
      readers: [own, other],
    })
    await seams(db).make(id, own, other)
    await seams(db).begin(id, 1, text)
    for (const object of links) await link(db, id, object, true)
    await search(db).put(id, text.subject, text.basisA, text.basisB)
    await record({ object: id })
    return { id }
  },
  async writeSeam({ id, edition, revision, ...text }, { db, actor, record }) {
    await mustOwn(db, id, actor)
    const latest = (await seams(db).latest(id))!
    if (latest.number !== edition || latest.revision !== revision) throw new Refusal('seamChanged')
    const next = latest.offeredOn === null ? edition : edition + 1
    if (next > edition) await seams(db).begin(id, next, text)
    else if (!(await seams(db).write(id, edition, revision, text))) throw new Refusal('seamChanged')
    await record()
    return { edition: next }
  },
  async offerSeam({ id, edition, revision }, { db, actor, record }) {
    await mustOwn(db, id, actor)
    const latest = (await seams(db).latest(id))!
    if (latest.number !== edition || latest.revision !== revision) throw new Refusal('seamChanged')
    if (latest.offeredOn !== null) throw new Refusal('seamOfferedAlready')
    if (latest.procedure === '' && latest.handover.length === 0) throw new Refusal('noProcedure')
    if (!(await seams(db).offer(id, edition, revision))) throw new Refusal('seamChanged')
    await record()
    return {}
  },
  async releaseSeam({ id, edition }, { db, actor, today, record, fact }) {
    await mustOwn(db, id, actor)
    const latest = (await seams(db).latest(id))!
    if (latest.number !== edition) throw new Refusal('seamChanged')
    if (latest.offeredOn === null) throw new Refusal('seamNotOffered')
    const given = await seams(db).released(id, edition)
    if (given.some((one) => one.organisation.id === actor.organisation)) throw new Refusal('seamReleasedAlready')
    if (given.some((one) => one.person === actor.person)) throw new Refusal('releasedForOther')
    await seams(db).release(id, edition, actor.organisation!, actor.person)
    await record()
    const agreed = (await seams(db).inForce(id))?.edition === edition
    if (agreed) {
      await record({ verb: 'seam.agreed' })
      await fact({ kind: 'seam.agreed', organisation: actor.organisation!, subject: id, object: id, day: today })
    }
    return { agreed }
  },
  async reviewSeam({ id, note }, { db, actor, today, record, fact }) {
    await mustOwn(db, id, actor)
    const inForce = await seams(db).inForce(id)
    if (!inForce) throw new Refusal('nothingToReview')
    const done = await seams(db).reviews(id, inForce.edition)
    if (done.some((one) => one.organisation === actor.organisation && one.onDay === today))
      throw new Refusal('reviewedToday')
    await seams(db).review(id, inForce.edition, actor.organisation!, note)
    await record()
    await fact({ kind: 'seam.reviewed', organisation: actor.organisation!, subject: id, object: id, day: today })
    return {}
  },
  async stateFriction({ id, text }, { db, actor, at, record }) {
    if (!holds(actor, ['admin', 'head', 'planner', 'staff'], [actor.organisation])) throw new Forbidden()
    const friction = await seams(db).stateFriction(id, actor.organisation!, text, at)
    await record()
    return { friction }
  },
  async settleFriction({ id, friction, how }, { db, actor, record }) {
    const one = (await seams(db).frictions(id)).find((there) => there.id === friction)
    if (!one || one.settledOn !== null) throw new Refusal('frictionSettled')
    if (
      one.organisation.id !== actor.organisation ||
      !holds(actor, ['admin', 'head', 'planner', 'staff'], [actor.organisation])
    )
      throw new Forbidden()
    if (!(await seams(db).settleFriction(friction, how))) throw new Refusal('frictionSettled')
    await record()
    return {}
  },
  async linkSeam({ id, object, linked }, { db, actor, record }) {
    await mustOwn(db, id, actor)
    await link(db, id, object, linked)
    await record()
    return {}
  },
}

/** Whoever may bind the own organisation. */
const binds = (actor: Actor) => holds(actor, ['admin', 'head', 'planner'], [actor.organisation])

/** @throws Forbidden for everybody who does not act for one of the two owners. */
async function mustOwn(db: Database, id: string, actor: Actor): Promise<void> {
  const [seam] = await seams(db).all({ id })
  if (!seam || !binds(actor) || ![seam.a.id, seam.b.id].includes(actor.organisation!)) throw new Forbidden()
}

async function link(db: Database, id: string, object: string, linked: boolean): Promise<void> {
  const { kind } = await objects(db).get(object)
  if (!linkable.includes(kind)) throw new Refusal('notLinkable')
  await seams(db).link(id, object, linked)
}
