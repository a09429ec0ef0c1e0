// Handlers of undo. Which kinds may be taken away is said by the areas, in apps; that nothing rests on it is asked of the database.
import { sql } from 'kysely'
import { addDays, dayOf } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Forbidden, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { objects as contract } from './contract.ts'
import { head, type ObjectRow, objects } from './objects.ts'
import { purpose } from './purpose.ts'

/** Foundations §1: "undo for 30 days, then erased unless an edition of it is cited". */
export const daysOfUndo = 30

/** Kinds that their areas allow to be taken away. */
export type Removable = readonly string[]

const restsOnIt = async (db: Database, id: string) =>
  (await sql<{ held: boolean }>`select trail.rests_on(${id}) as held`.execute(db)).rows[0]!.held

// What is gone is visible only inside the organisation that answers for it, so only that organisation takes away and brings back.
const ownOnly = (target: ObjectRow, organisation: string | null) => {
  if (!target.may_change || target.owner === null || target.owner !== organisation) throw new Forbidden()
}

/** A delivery has its purpose from its indicator, a file from what it hangs on; a body has none. */
const bindable = ({ id, body, kind }: ObjectRow) => body !== null && body !== id && kind !== 'file' && kind !== 'duty'

export const handlersOf = (removable: Removable): Handlers<typeof contract> => ({
  async remove({ id }, { db, target, actor, record }) {
    if (!removable.includes(target.kind)) throw new Refusal('stays')
    ownOnly(target, actor.organisation)
    if (await restsOnIt(db, id)) throw new Refusal('somethingRestsOnIt')
    await objects(db).remove(id, true)
    await record({ before: { title: target.title }, after: { removed: true } })
    return { object: head((await objects(db).find(id))!) }
  },
  async purposeOf({ id }, { db, target }) {
    return { purpose: await purpose(db).of(id), mayBind: bindable(target) && target.may_change }
  },
  async bind({ id, purpose: to }, { db, target, record }) {
    if (!bindable(target)) throw new Refusal('notBindable')
    const before = await purpose(db).of(id)
    await purpose(db).bind(id, to)
    await record({ before: { purpose: before }, after: { purpose: to } })
    return {}
  },
  async restore({ id }, { db, target, actor, record, today }) {
    if (!target.deleted_at) throw new Refusal('notRemoved')
    ownOnly(target, actor.organisation)
    if (addDays(dayOf(target.deleted_at), daysOfUndo) < today) throw new Refusal('erasedSoon')
    await objects(db).remove(id, false)
    await record({ before: { removed: true }, after: { title: target.title } })
    return { object: head((await objects(db).find(id))!) }
  },
})
