// Handlers of how organisations hang together and change. Nothing is deleted: what was stays readable for its time.
import type { Database } from '#kit/db/database.ts'
import { Forbidden, Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import { readAreaKey } from '#pure/keys/area-key.ts'
import type { actors } from '../contract.ts'
import { isBackwards } from '../rules.ts'
import { organisations } from '../store/organisations.ts'
import { structures } from '../store/structure.ts'
import { texts } from '../texts.de.ts'

type Part = Pick<
  Handlers<typeof actors>,
  | 'organisationOn'
  | 'organisationEvents'
  | 'join'
  | 'leave'
  | 'addArea'
  | 'endArea'
  | 'succeed'
  | 'dissolve'
  | 'signing'
>

export async function mustDescribe(db: Database, id: string): Promise<void> {
  if (!(await organisations(db).mayDescribe(id))) throw new Forbidden()
}
const organisationNamed = async (db: Database, id: string) => {
  const found = await objects(db).find(id)
  if (found?.kind !== 'organisation' || found.deleted_at) throw new NotFound()
  return found
}

export const structureHandlers: Part = {
  async organisationOn({ id, day }, { db, target, today }) {
    const on = day ?? today
    const row = await organisations(db).row(id)
    const store = structures(db)
    const exists = row?.dissolved_on ? on < row.dissolved_on : true
    return {
      day: on,
      exists,
      ...(await store.on(target.id, on)),
      areas: await store.areas(id, on),
      heads: await store.heads(id, on),
    }
  },
  async organisationEvents({ id }, { db }) {
    return { events: await structures(db).events(id) }
  },
  async join({ id, parent, kind, from, until }, { db, at, today, record }) {
    await mustDescribe(db, id)
    await organisationNamed(db, parent)
    if (isBackwards({ from: from ?? '0001-01-01', until })) throw new Refusal('backwards')
    if (kind === 'unit' && !(await organisations(db).mayDescribe(parent))) throw new Refusal('foreignParent')
    const store = structures(db)
    const start = from ?? today
    if (parent === id || (await store.isAbove(id, parent, start))) throw new Refusal('circle')
    const there = await store.memberships(id, parent, from ?? '0001-01-01')
    if (there.some((one) => until === null || one.valid_from === null || one.valid_from < until))
      throw new Refusal('alreadyMember')
    // A department belongs to one organisation: with the move the earlier belonging ends.
    if (kind === 'unit')
      for (const { organisation, kind: earlier } of (await store.on(id, start)).belongsTo)
        if (earlier === 'unit') await store.leave(id, organisation.id, start, at)
    await store.join(id, parent, kind, from, until, at)
    await record({ after: { parent, kind, from, until } })
    return {}
  },
  async leave({ id, parent, until }, { db, at, record }) {
    if (!(await organisations(db).mayDescribe(id)) && !(await organisations(db).mayDescribe(parent)))
      throw new Forbidden()
    const store = structures(db)
    const there = await store.memberships(id, parent, until)
    if (there.length === 0) throw new Refusal('notMember')
    if ((await store.leave(id, parent, until, at)) === 0) throw new Refusal('endBeforeBeginning')
    await record({ before: there, after: { parent, until } })
    return {}
  },
  async addArea({ id, key, name, from, until }, { db, at, record }) {
    await mustDescribe(db, id)
    const read = readAreaKey(key)
    if (!read.ok || !/^(DG|\d{2}|\d{3}|\d{5}|\d{8})$/.test(read.key))
      throw new Invalid({ path: 'key', message: texts.invalid.competenceKey })
    if (isBackwards({ from: from ?? '0001-01-01', until })) throw new Refusal('backwards')
    const store = structures(db)
    const there = (await store.areas(id, null)).filter((one) => one.key === read.key)
    if (
      there.some(
        (one) =>
          (one.until === null || from === null || one.until > from) &&
          (until === null || one.from === null || one.from < until),
      )
    )
      throw new Refusal('areaThere')
    await store.addArea(id, { key: read.key, name, from, until }, at)
    await record({ after: { key: read.key, name, from, until } })
    return { key: read.key }
  },
  async endArea({ id, key, until }, { db, at, record }) {
    await mustDescribe(db, id)
    const store = structures(db)
    if (!(await store.areas(id, null)).some((one) => one.key === key && (one.until === null || one.until > until)))
      throw new Refusal('areaNotThere')
    if ((await store.endArea(id, key, until, at)) === 0) throw new Refusal('endBeforeBeginning')
    await record({ after: { key, until } })
    return {}
  },
  async succeed({ id, successors, day, because, continues }, { db, actor, at, today, record, fact }) {
    await mustDescribe(db, id)
    if (day > today) throw new Refusal('inFuture')
    const store = structures(db)
    const row = await organisations(db).row(id)
    if (!row) throw new Refusal('undescribed')
    if (row.dissolved_on && row.dissolved_on <= day) throw new Refusal('alreadyOver')
    const earlier = (await store.successors(id)).map((one) => one.organisation.id)
    const wanted = [...new Set(successors)]
    for (const successor of wanted) {
      await organisationNamed(db, successor)
      if (successor === id || earlier.includes(successor)) throw new Refusal('alreadySuccessor')
      if (!(await organisations(db).mayDescribe(successor))) throw new Refusal('foreignSuccessor')
    }
    for (const successor of wanted) await store.succeed(id, successor, day, because, at)
    if (!continues) {
      if (wanted.length === 1) await store.moveUnits(id, wanted[0]!, day, at)
      await store.leave(id, null, day, at)
      await store.dissolve(id, day, because)
    }
    for (const successor of wanted) await record({ object: successor, after: { predecessor: id, day, because } })
    await record({ after: { successors: wanted, day, because, continues } })
    // Whoever says it speaks for the organisation above or for itself; areas above move seats and duties.
    const kind = wanted.length === 1 && !continues ? 'organisation.merged' : 'organisation.split'
    for (const subject of wanted) await fact({ kind, organisation: actor.organisation!, subject, object: id, day })
    return {}
  },
  async dissolve({ id, day, because }, { db, actor, today, record, fact }) {
    await mustDescribe(db, id)
    if (day && !because) throw new Invalid({ path: 'because', message: texts.invalid.becauseMissing })
    const store = structures(db)
    const before = await organisations(db).row(id)
    if (day === null && (await store.successors(id)).some((one) => one.day === before?.dissolved_on))
      throw new Refusal('hasSuccessor')
    if (!(await store.dissolve(id, day, day ? because : null))) throw new Refusal('undescribed')
    await record({ before: { day: before?.dissolved_on ?? null }, after: { day, because } })
    if (day && day <= today)
      await fact({ kind: 'organisation.dissolved', organisation: actor.organisation!, object: id, day })
    return {}
  },
  async signing({ id, signing }, { db, record }) {
    await mustDescribe(db, id)
    const before = await organisations(db).row(id)
    if (!before) throw new Refusal('undescribed')
    await structures(db).saySigning(id, signing)
    await record({ before: { signing: before.signing }, after: { signing } })
    return {}
  },
}
