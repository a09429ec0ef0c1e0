// Handlers of positions. Only the person itself and those who administer its organisation read them all together.
import { mandates, shownMandate } from '#kit/access/mandates.ts'
import { Forbidden, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { actors } from '../contract.ts'
import { isBackwards } from '../rules.ts'
import { organisations } from '../store/organisations.ts'
import { positions } from '../store/positions.ts'

type Part = Pick<Handlers<typeof actors>, 'roles' | 'addPosition' | 'endPosition'>
const administered = (held: readonly string[]) =>
  held.filter((one) => one.startsWith('admin@')).map((one) => one.slice('admin@'.length))

export const positionHandlers: Part = {
  async roles({ id }, { db, actor, target, today }) {
    const store = positions(db)
    const mayFor = await store.mayFor(id, administered(actor.held))
    if (id !== actor.person && mayFor.length === 0) throw new Forbidden()
    const own = id === actor.person
    const held = (await mandates(db).of({ person: id })).filter(
      (one) => own || mayFor.some((organisation) => organisation.id === one.organisation),
    )
    return {
      person: { id, title: target.title },
      home: target.owner && target.owner_title ? { id: target.owner, title: target.owner_title } : null,
      positions: await store.of(id),
      mandates: held.map((one) => shownMandate(one, today)),
      mayFor,
    }
  },
  async addPosition({ id, instead, ...position }, { db, at, record }) {
    if (isBackwards(position)) throw new Refusal('backwards')
    const store = positions(db)
    if ((await store.mayFor(position.person, [id])).length === 0) throw new Refusal('notOfHere')
    if (position.unit) {
      if ((await objects(db).find(position.unit))?.kind !== 'organisation') throw new NotFound()
      if (!(await organisations(db).mayDescribe(position.unit))) throw new Refusal('foreignUnit')
    }
    if (instead) {
      const old = await store.find(instead)
      if (old?.person !== position.person || old.organisation !== id || old.from >= position.from)
        throw new Refusal('positionGone')
      await store.end(old, position.from, at)
    }
    const made = await store.add({ ...position, organisation: id }, at)
    // By reference only: what somebody does is for few eyes, the journal of an organisation for more.
    await record({ after: { position: made, instead } })
    return { id: made }
  },
  async endPosition({ position, until }, { db, actor, at, record }) {
    const old = await positions(db).find(position)
    if (!old) throw new NotFound()
    if (!administered(actor.held).includes(old.organisation)) throw new Forbidden()
    if (old.until !== null && old.until <= until) throw new Refusal('positionGone')
    if (until <= old.from) throw new Refusal('endBeforeBeginning')
    await positions(db).end(old, until, at)
    await record({ object: old.organisation, after: { position, until } })
    return {}
  },
}
