// What planning owes by itself: each next step, once. Meetings say by when a need is treated, because they know when the body meets.
import { type Asked, answering } from '#areas/cooperation/store/answering.ts'
import type { ChoreScene } from '#kit/chores/chores.ts'
import { addDays, addMonths, addYears } from '#kit/clock/days.ts'
import { arise } from '#kit/duties/arise.ts'
import { objects } from '#kit/objects/objects.ts'
import { texts } from '../texts.de.ts'
import { needs } from './needs.ts'

/** Months within which a body treats a need. */
export const monthsToTreat = 6

type Owed = {
  kind: string
  title: string
  debtor: string
  creditor: string
  subject: string
  because: { object: string; edition: number }
  clause: string
  body: string
  from: string
  due: string
  /** The clause of an agreement that asks for it, where there is one: it takes the place of the general rule. */
  asked?: Asked | null
}

/** One step, owed once. Whenever it is done it counts: late, and also when it was done before it was promised (a service that was already open). */
export async function owe(scene: ChoreScene, d: Owed): Promise<void> {
  await arise(scene, {
    kind: d.kind,
    title: d.title,
    debtor: d.debtor,
    creditor: d.creditor,
    subject: d.subject,
    because: d.asked ? { object: d.asked.agreement, edition: d.asked.edition } : d.because,
    becauseText: d.asked?.clause ?? d.clause,
    becauseNumber: d.asked?.number ?? null,
    strength: d.asked?.strength ?? 'should',
    period: { from: addYears(d.from, -1), until: addYears(d.from, 100) },
    opens: d.from,
    due: [d.from, d.due].toSorted().at(-1) ?? d.due,
    body: d.body,
    owner: d.debtor,
    audience: 'body',
    readers: [...new Set([d.body, d.debtor, d.creditor])],
  })
}

/** A stated need: its body owes to deal with it, by the day of the meeting named here, and within half a year where there is none before. */
export async function oweTreatment(scene: ChoreScene, id: string, stated: string, meets: string | null): Promise<void> {
  const need = await needs(scene.db).find(id)
  const object = await objects(scene.db).find(id)
  if (!need?.edition || need.withdrawn_on || !object?.body || object.deleted_at) return
  const asked = await answering(scene.db, object.body, 'need', object.body)
  const latest = asked ? addDays(stated, asked.days) : addMonths(stated, monthsToTreat)
  await owe(scene, {
    kind: 'treat',
    title: texts.duties.treat(object.title),
    debtor: object.body,
    creditor: object.owner ?? object.body,
    subject: object.id,
    because: { object: object.id, edition: 1 },
    clause: texts.duties.treatClause,
    body: object.body,
    from: stated,
    due: meets !== null && meets < latest ? meets : latest,
    asked,
  })
}
