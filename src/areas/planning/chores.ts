// What follows by itself from needs, results and measures: who owes the next step, and that a released result becomes visible.

import { answering } from '#areas/cooperation/store/answering.ts'
import type { AtOnce, ChoreScene, Chores, StatedFact } from '#kit/chores/chores.ts'
import { addDays, addMonths } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { decisions } from './store/decisions.ts'
import { measures } from './store/measures.ts'
import { needs } from './store/needs.ts'
import { owe } from './store/owing.ts'
import { texts } from './texts.de.ts'

/** Months within which an addressee acts on a recommendation or says why not. */
export const monthsToAct = 6
/** Days within which both chairs release a result. */
export const daysToRelease = 14

/** A withdrawn need: its body has nothing left to deal with. */
async function endTreatment(fact: StatedFact, { db, at }: ChoreScene) {
  const body = (await objects(db).find(fact.object))?.body
  if (!body || (await needs(db).isSettled(fact.object))) return
  const settled = { kind: 'need.settled', organisation: body, subject: fact.object, object: fact.object, day: fact.day }
  await stateFact(db, settled, at, null, evidence['need.settled'])
}

/** A recorded result: the two chairs owe their joint release. Its title stays with those who may read it. */
async function oweRelease(fact: StatedFact, scene: ChoreScene) {
  const object = await objects(scene.db).find(fact.object)
  if (!object?.body || object.deleted_at) return
  const [need] = await decisions(scene.db).needs(object.id)
  await owe(scene, {
    kind: 'release',
    title: texts.duties.release(need?.title ?? null),
    debtor: object.body,
    creditor: need?.owner ?? object.body,
    subject: object.id,
    because: { object: object.id, edition: 1 },
    clause: texts.duties.releaseClause,
    body: object.body,
    from: fact.day,
    due: addDays(fact.day, daysToRelease),
  })
}

/** Released by both: the body reads it, and the addressee owes a measure or a reason. */
async function afterRelease(fact: StatedFact, scene: ChoreScene) {
  const { db } = scene
  const object = await objects(db).find(fact.object)
  const decision = object?.kind === 'decision' ? await decisions(db).find(object.id) : undefined
  if (!object?.body || !decision || object.deleted_at) return
  await publish(scene, object.id)
  if (decision.result === 'noted') return
  const debtor = decision.addressee ?? object.body
  const asked = await answering(db, object.body, 'recommendation', debtor)
  const inDays = asked ? addDays(fact.day, asked.days) : addMonths(fact.day, monthsToAct)
  await owe(scene, {
    kind: 'act',
    title: texts.duties.act(object.title),
    debtor,
    creditor: object.body,
    subject: object.id,
    because: { object: object.id, edition: decision.edition },
    clause: texts.duties.actClause[decision.result],
    body: object.body,
    from: fact.day,
    due: decision.answer_by && (!asked || decision.answer_by < inDays) ? decision.answer_by : inDays,
    asked,
  })
}

/** Shows a result to its body and its addressee as soon as both keys lie on the edition that counts; never earlier. Returns whether it did. */
async function open(db: Database, id: string): Promise<boolean> {
  const object = await objects(db).find(id)
  const decision = await decisions(db).find(id)
  if (!object?.body || object.audience !== 'named' || !decision) return false
  if (!(await decisions(db).isReleased(id, decision.edition))) return false
  const readers = [...object.readers, object.body, ...(decision.addressee ? [decision.addressee] : [])]
  await objects(db).change(id, { audience: 'body', readers: [...new Set(readers)] })
  return true
}

const opened = { verb: 'decision.opened', after: { audience: 'body' } } as const

/** Whoever turns the last key sees what everybody of the body sees from then on: the result is open. */
const openWithLastKey: AtOnce = async ({ object }, { db }) => {
  if (await open(db, object)) await journal(db).write({ ...opened, object, roles: ['chair'] })
}

/** For a result whose keys came on another way. */
async function publish({ db }: ChoreScene, id: string): Promise<void> {
  if (await open(db, id)) await journal(db).write({ ...opened, object: id, because: texts.duties.openedBecause })
}

/** An agreed measure: its lead owes what it promises, by its day. */
async function oweRealisation(fact: StatedFact, scene: ChoreScene) {
  const measure = await measures(scene.db).find(fact.object)
  const object = await objects(scene.db).find(fact.object)
  if (!measure?.lead || !measure.until_day || !measure.edition || !object?.body) return
  await owe(scene, {
    kind: 'realise',
    title: texts.duties.realise(object.title),
    debtor: measure.lead,
    creditor: object.body,
    subject: object.id,
    because: { object: object.id, edition: 1 },
    clause: texts.duties.realiseClause,
    body: object.body,
    from: fact.day,
    due: measure.until_day,
  })
}

/** Both sides of a measure work together from now on: said once, for those who look at the network. */
async function tieSides(fact: StatedFact, { db, at }: ChoreScene) {
  const measure = await measures(db).find(fact.object)
  if (!measure?.accountable_public || !measure.accountable_free || (await measures(db).isTied(measure.id))) return
  const { accountable_public: organisation, accountable_free: subject } = measure
  await stateFact(
    db,
    { kind: 'measure.shared', organisation, subject, object: measure.id, day: fact.day },
    at,
    null,
    [],
  )
}

/** A service opened by another provider than the lead counts for the lead as well: it answers for the measure, not for the house. */
async function creditLead(fact: StatedFact, { db, at }: ChoreScene) {
  const measure = fact.subject ? await measures(db).find(fact.subject) : undefined
  if (!measure?.lead || measure.lead === fact.organisation || (await measures(db).isCredited(measure.id, fact.object)))
    return
  await stateFact(
    db,
    { kind: 'measure.realised', organisation: measure.lead, subject: measure.id, object: fact.object, day: fact.day },
    at,
    null,
    evidence['measure.realised'],
  )
}

/** Chairs and office may change while a result waits for release: those in charge today read it. */
async function keepReaders({ db }: ChoreScene) {
  for (const { id, body, readers } of await decisions(db).waiting()) {
    const missing = (await decisions(db).leads(body)).filter((person) => !readers.includes(person))
    if (missing.length === 0) continue
    await objects(db).change(id, { readers: [...readers, ...missing] })
    await journal(db).write({
      verb: 'decision.readersChanged',
      object: id,
      because: texts.duties.readersBecause,
      after: { readers: [...readers, ...missing] },
    })
  }
}

/** A fact that was missed, or a key given on another way: whatever both have released is shown. */
async function catchUp(scene: ChoreScene) {
  for (const { id } of await decisions(scene.db).waiting()) {
    const decision = await decisions(scene.db).find(id)
    if (!decision || !(await decisions(scene.db).isReleased(id, decision.edition))) continue
    await afterRelease(
      { id, kind: 'decision.released', organisation: id, object: id, subject: id, day: scene.today },
      scene,
    )
  }
}

const evidence = {
  'need.treated': ['treat'],
  'need.settled': ['treat'],
  'decision.released': ['release'],
  'measure.agreed': ['act'],
  'decision.answered': ['act'],
  'service.opened': ['realise'],
  'measure.realised': ['realise'],
} as const

export const chores: Chores = {
  evidence,
  atOnce: { 'decision.released': openWithLastKey },
  onFact: {
    'need.withdrawn': endTreatment,
    'decision.recorded': oweRelease,
    'decision.released': afterRelease,
    'measure.agreed': async (fact, scene) => {
      await oweRealisation(fact, scene)
      await tieSides(fact, scene)
    },
    'service.opened': creditLead,
  },
  daily: { keepReaders, catchUp },
}
