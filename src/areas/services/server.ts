// Handlers of services: load → decide → save → journal. Opening one states the fact that fulfils what a measure promised.
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, type ObjectRow, objects } from '#kit/objects/objects.ts'
import { trail } from '#kit/trail/trail.ts'
import type { services as contract, Service, ServiceContent } from './contract.ts'
import { type ServiceRow, services } from './store.ts'
import { texts } from './texts.de.ts'

const shown = (object: ObjectRow, row: ServiceRow): Service => ({
  object: head(object),
  category: row.category,
  description: row.description,
  targetGroup: row.target_group,
  area: row.area && row.area_title ? { id: row.area, title: row.area_title } : null,
  areaName: row.area_name,
  address: row.address,
  capacity: row.capacity,
  capacityUnit: row.capacity_unit,
  opening: row.opening,
  contact: row.contact,
  status: row.status,
  from: row.from_day,
  lastDay: row.until_day ? addDays(row.until_day, -1) : null,
  answers: row.answers && row.answers_title ? { id: row.answers, title: row.answers_title } : null,
})

async function load(db: Database, id: string): Promise<Service> {
  const row = await services(db).find(id)
  const object = await objects(db).find(id)
  if (!row || !object) throw new NotFound()
  return shown(object, row)
}

/** The measure is known only as an object of that kind: services does not look into planning. */
async function checked(db: Database, content: ServiceContent): Promise<void> {
  if (!content.area && !content.areaName) throw new Invalid({ path: 'area', message: texts.areaMissing })
  if (!content.answers) return
  const measure = await objects(db).find(content.answers)
  if (measure?.kind !== 'measure' || measure.audience === 'draft' || measure.deleted_at) throw new Refusal('noMeasure')
}

const contentOf = (service: Service): ServiceContent => {
  const { object, area, answers, status: _status, lastDay: _lastDay, ...rest } = service
  return {
    ...rest,
    title: object.title,
    audience: object.audience as ServiceContent['audience'],
    area: area?.id ?? null,
    answers: answers?.id ?? null,
  }
}

async function linkMeasure(scene: Pick<Scene, 'db' | 'link'>, id: string, before: string | null, after: string | null) {
  if (before === after) return
  if (before) await trail(scene.db).withdraw('answeredBy', before, id)
  if (after) await scene.link('answeredBy', { id: after }, { id })
}

/** What somebody who sends people there must know: whom it is for, where, how much, when. */
const matters = (before: Service, after: ServiceContent): boolean => {
  const was = contentOf(before)
  return (['targetGroup', 'area', 'areaName', 'address', 'capacity', 'opening'] as const).some(
    (key) => was[key] !== after[key],
  )
}

/** An open service changes on this day: whoever promised to say so beforehand is measured by it. */
const changed = (scene: Pick<Scene, 'fact' | 'today'>, service: Service, takesEffect: string) =>
  scene.fact({
    kind: 'service.changed',
    organisation: service.object.owner!.id,
    subject: service.object.id,
    object: service.object.id,
    day: scene.today,
    about: takesEffect,
  })

export const handlers: Handlers<typeof contract> = {
  async listServices(where, { db }) {
    const rows = await services(db).list(where as Parameters<ReturnType<typeof services>['list']>[0])
    const visible = new Map((await objects(db).list('service')).map((object) => [object.id, object]))
    return { services: rows.flatMap((row) => (visible.has(row.id) ? [shown(visible.get(row.id)!, row)] : [])) }
  },
  async getService({ id }, { db }) {
    return load(db, id)
  },
  async addService(content, scene) {
    const { db, actor, at, record } = scene
    await checked(db, content)
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'service',
      title: content.title,
      owner: actor.organisation,
      author: actor.person,
      audience: content.audience,
    })
    await services(db).add(id, content)
    await record({ object: id, after: content })
    await linkMeasure(scene, id, null, content.answers)
    return load(db, id)
  },
  async changeService({ id, ...content }, scene) {
    const { db, record } = scene
    const before = await load(db, id)
    if (before.status === 'closed') throw new Refusal('closed')
    // A measure that the editor cannot see is kept, not cut off.
    const measure = content.answers ?? (before.answers ? null : ((await services(db).find(id))?.answers ?? null))
    if (content.answers !== before.answers?.id) await checked(db, content)
    else await checked(db, { ...content, answers: null })
    await objects(db).change(id, { title: content.title, audience: content.audience })
    await services(db).change(id, { ...content, answers: measure })
    await record({ before: contentOf(before), after: content })
    if (measure === content.answers) await linkMeasure(scene, id, before.answers?.id ?? null, measure)
    if (before.status === 'open' && matters(before, content)) await changed(scene, before, scene.today)
    return load(db, id)
  },
  async announceChange({ id, day, what }, scene) {
    const service = await load(scene.db, id)
    if (service.status === 'closed') throw new Refusal('closed')
    await scene.record({ after: { day, what } })
    await scene.fact({
      kind: 'service.changeAnnounced',
      organisation: service.object.owner!.id,
      subject: id,
      object: id,
      day: scene.today,
      about: day,
    })
    return service
  },
  async openService({ id, day }, scene) {
    const { db, actor, today, record } = scene
    const before = await load(db, id)
    if (before.status !== 'planned') throw new Refusal('alreadyOpen')
    if (day > today) throw new Refusal('stillToCome')
    await services(db).open(id, day)
    const answers = (await services(db).find(id))!.answers
    await objects(db).freeze(
      id,
      { ...contentOf(before), from: day },
      { person: actor.person, organisation: actor.organisation },
    )
    await record({ before: { status: before.status }, after: { ...contentOf(before), status: 'open', from: day } })
    await scene.fact({
      kind: 'service.opened',
      organisation: before.object.owner!.id,
      subject: answers,
      object: id,
      day,
    })
    return load(db, id)
  },
  async closeService({ id, lastDay, reason }, scene) {
    const { db, record } = scene
    const before = await load(db, id)
    if (before.status !== 'open') throw new Refusal('notOpen')
    if (before.from && lastDay < before.from)
      throw new Invalid({ path: 'lastDay', message: texts.closingBeforeOpening })
    await services(db).close(id, addDays(lastDay, 1))
    await record({ before: { status: 'open' }, after: { ...contentOf(before), status: 'closed', lastDay, reason } })
    await changed(scene, before, addDays(lastDay, 1))
    return load(db, id)
  },
}
