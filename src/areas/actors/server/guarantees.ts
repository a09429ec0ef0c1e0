// Handlers of guarantees: an organisation sees to a task of the law, and says who does it. What closes a gap counts as evidence.
import { holds } from '#kit/access/decide.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { Forbidden, Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import type { actors } from '../contract.ts'
import { gapFrom, isUnprovided } from '../rules/provision.ts'
import { type GuaranteeRow, guarantees } from '../store/guarantees.ts'
import { tasks } from '../store/tasks.ts'
import { texts } from '../texts.de.ts'

type Part = Pick<Handlers<typeof actors>, 'guarantee' | 'endGuarantee' | 'nameProvider' | 'endProvider'>

export const guaranteeHandlers: Part = {
  async guarantee({ id, areaKey, since }, { db, actor, at, today, record }) {
    if (!plans(actor)) throw new Forbidden()
    if ((await guarantees(db).of(id)).some((one) => one.organisation.id === actor.organisation))
      throw new Refusal('guaranteedAlready')
    const made = await guarantees(db).make(id, actor.organisation!, areaKey, since ?? today, at)
    await record({ after: { areaKey, since: since ?? today } })
    return { guarantee: made }
  },
  async endGuarantee({ id, guarantee, because }, scene) {
    const own = await ownOf(scene.db, id, guarantee, scene.actor)
    await guarantees(scene.db).end(guarantee)
    await scene.record({ before: own, after: { because } })
    const gap = gapFrom(own.since, own.providers, scene.today)
    if (gap) await closed(scene, id, gap)
    return {}
  },
  async nameProvider({ id, guarantee, organisation, name, from, until }, scene) {
    const { db, at, today } = scene
    const own = await ownOf(db, id, guarantee, scene.actor)
    const known = organisation ? await tasks(db).organisation(organisation) : undefined
    if (organisation && !known) throw new NotFound()
    if (!known && name === '') throw new Refusal('providerMissing')
    if (until !== null && until <= from) throw new Invalid({ path: 'until', message: texts.invalid.backwards })
    const provider = await guarantees(db).addProvider(
      guarantee,
      { organisation, name: known?.title ?? name, from, until },
      at,
    )
    await scene.record({ after: { name: known?.title ?? name, from, until } })
    const before = gapFrom(own.since, own.providers, today)
    if (before !== null && !isUnprovided(before, own.since, [...own.providers, { from, until }], today))
      await closed(scene, id, before)
    return { provider }
  },
  async endProvider({ id, guarantee, provider, until }, { db, at, actor, record }) {
    const own = await ownOf(db, id, guarantee, actor)
    const ends = own.providers.find((one) => one.id === provider)
    if (!ends) throw new Refusal('guaranteeGone')
    await guarantees(db).closeProvider(provider)
    // What was to begin on that day or later never begins.
    if (ends.from < until)
      await guarantees(db).addProvider(
        guarantee,
        { organisation: ends.organisation?.id ?? null, name: ends.name, from: ends.from, until },
        at,
      )
    await record({ before: ends, after: { until } })
    return {}
  },
}

const plans = (actor: Actor) => holds(actor, ['admin', 'head', 'planner'], [actor.organisation])

/** A guarantee that the actor's organisation has stated; nobody speaks for another here. */
async function ownOf(db: Database, task: string, id: string, actor: Actor): Promise<GuaranteeRow> {
  const found = (await guarantees(db).of(task)).find((one) => one.id === id)
  if (!found) throw new Refusal('guaranteeGone')
  if (found.organisation.id !== actor.organisation || !plans(actor)) throw new Forbidden()
  return found
}

/** The duty that the gap was about is fulfilled; its period is the gap's first day. */
const closed = ({ actor, today, fact }: Pick<Scene, 'actor' | 'today' | 'fact'>, task: string, gap: string) =>
  fact({
    kind: 'task.provided',
    organisation: (actor as Actor).organisation!,
    subject: task,
    object: task,
    day: today,
    about: gap,
  })
