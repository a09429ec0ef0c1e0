// Handlers of measures. A measure rests on a decision that both chairs released; each side names who answers for it.
import { releases } from '#areas/cooperation/store/releases.ts'
import type { Database } from '#kit/db/database.ts'
import { Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, type ObjectRow, objects } from '#kit/objects/objects.ts'
import type { measures as contract, Measure, MeasureContent } from '../contract/measures.ts'
import { isOneSided, measureStateOf } from '../rules.ts'
import { decisions } from '../store/decisions.ts'
import { type KeptMeasure, type MeasureRow, measures, type ServiceOfMeasure } from '../store/measures.ts'
import { needs } from '../store/needs.ts'
import { texts } from '../texts.de.ts'
import { checkArea } from './settling.ts'

const named = (id: string | null, title: string | null) => (id && title ? { id, title } : null)

function shown(
  today: string,
  object: ObjectRow,
  row: MeasureRow,
  needs: readonly { id: string; title: string }[],
  services: readonly ServiceOfMeasure[],
): Measure {
  const opened = services.some((service) => service.status !== 'planned')
  return {
    object: head(object),
    state: measureStateOf(row, opened, today),
    what: row.what,
    decision: row.decision_title
      ? { id: row.decision, title: row.decision_title, edition: row.decision_edition }
      : null,
    needs: needs.map(({ id, title }) => ({ id, title })),
    lead: named(row.lead, row.lead_title),
    accountablePublic: named(row.accountable_public, row.public_title),
    accountableFree: named(row.accountable_free, row.free_title),
    until: row.until_day,
    targetGroup: row.target_group,
    area: named(row.area, row.area_title),
    areaName: row.area_name,
    benefit: row.benefit,
    agreedOn: row.agreed_on,
    edition: row.edition,
    services: services.map(({ id, title, status }) => ({ id, title, status })),
  }
}

async function load(db: Database, today: string, id: string): Promise<Measure> {
  const row = await measures(db).find(id)
  const object = await objects(db).find(id)
  if (!row || !object) throw new NotFound()
  return shown(today, object, row, await decisions(db).needs(row.decision), await measures(db).services([id]))
}

/** Whom it names must exist, and the two accountable must stand on two sides. */
async function check(db: Database, content: MeasureContent): Promise<void> {
  await checkArea(db, content.area)
  for (const [path, id] of [
    ['lead', content.lead],
    ['accountablePublic', content.accountablePublic],
    ['accountableFree', content.accountableFree],
  ] as const)
    if (id && (await objects(db).find(id))?.kind !== 'organisation')
      throw new Invalid({ path, message: texts.noOrganisation })
  const sides = await measures(db).sides([content.accountablePublic, content.accountableFree])
  if (isOneSided(content.accountablePublic, content.accountableFree, sides)) throw new Refusal('oneSided')
}

const keptOf = (
  content: MeasureContent,
  from: { targetGroup: string; area: string | null; areaName: string | null; benefit: string },
): KeptMeasure => ({
  what: content.what,
  lead: content.lead,
  accountablePublic: content.accountablePublic,
  accountableFree: content.accountableFree,
  until: content.until,
  targetGroup: content.targetGroup ?? from.targetGroup,
  area: content.area === undefined ? from.area : content.area,
  areaName: content.areaName === undefined ? from.areaName : content.areaName,
  benefit: content.benefit ?? from.benefit,
})
const standing = (row: MeasureRow) => ({
  targetGroup: row.target_group,
  area: row.area,
  areaName: row.area_name,
  benefit: row.benefit,
})
const contentOf = (row: MeasureRow, title: string): MeasureContent => ({
  title,
  what: row.what,
  lead: row.lead,
  accountablePublic: row.accountable_public,
  accountableFree: row.accountable_free,
  until: row.until_day,
  ...standing(row),
})

/** Complete: with lead and day, and with an accountable on each side. */
function requireComplete(kept: KeptMeasure): void {
  const gaps = []
  if (!kept.lead) gaps.push({ path: 'lead', message: texts.leadMissing })
  if (!kept.until) gaps.push({ path: 'until', message: texts.untilMissing })
  if (gaps.length > 0) throw new Invalid(...gaps)
  if (!kept.accountablePublic || !kept.accountableFree) throw new Refusal('oneSided')
}

const readersOf = (body: string, kept: KeptMeasure) => [
  ...new Set([body, kept.lead, kept.accountablePublic, kept.accountableFree].filter((id) => id !== null)),
]

export const handlers: Handlers<typeof contract> = {
  async listMeasures({ body, decision, need }, { db, today }) {
    const visible = new Map((await objects(db).list('measure')).map((object) => [object.id, object]))
    const rows = (await measures(db).list({ body, decision, need })).filter((row) => visible.has(row.id))
    const services = Map.groupBy(await measures(db).services(rows.map((row) => row.id)), (one) => one.measure)
    const about = Map.groupBy(await decisions(db).needsOf(rows.map((row) => row.decision)), (one) => one.decision)
    return {
      measures: rows.map((row) =>
        shown(today, visible.get(row.id)!, row, about.get(row.decision) ?? [], services.get(row.id) ?? []),
      ),
    }
  },
  async getMeasure({ id }, { db, today }) {
    return load(db, today, id)
  },
  async draftMeasure({ decision: decisionId, ...content }, { db, actor, at, today, record }) {
    const object = await objects(db).get(decisionId, 'decision')
    const decision = await decisions(db).find(decisionId)
    if (!decision || !(await releases(db).isReleased(decisionId, decision.edition))) throw new Refusal('notReleased')
    if (decision.result === 'noted') throw new Refusal('onlyNoted')
    if (decision.addressee ? decision.addressee !== actor.organisation : !actor.readers.includes(object.body!))
      throw new Refusal('onlyAddressee')
    await check(db, content)
    const [first] = await decisions(db).needs(decisionId)
    const need = first ? await needs(db).find(first.id) : undefined
    const kept = keptOf(content, {
      targetGroup: need?.target_group ?? '',
      area: need?.area ?? null,
      areaName: need?.area_name ?? null,
      benefit: need?.benefit ?? '',
    })
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'measure',
      title: content.title,
      owner: actor.organisation,
      body: object.body,
      author: actor.person,
      audience: 'draft',
    })
    await measures(db).add(id, { id: decisionId, edition: decision.edition }, kept)
    await record({ object: id, after: { ...content, decision: decisionId } })
    return load(db, today, id)
  },
  async changeMeasure({ id, ...content }, { db, actor, today, record, target }) {
    const row = (await measures(db).find(id))!
    await check(db, content)
    const kept = keptOf(content, standing(row))
    if (row.agreed_on) requireComplete(kept)
    await objects(db).change(
      id,
      row.agreed_on ? { title: content.title, readers: readersOf(target.body!, kept) } : { title: content.title },
    )
    const edition = row.agreed_on
      ? await objects(db).freeze(
          id,
          { ...kept, title: content.title, decision: row.decision },
          { person: actor.person, organisation: actor.organisation },
        )
      : null
    await measures(db).change(id, kept, edition)
    await record({ before: contentOf(row, target.title), after: { ...kept, title: content.title } })
    return load(db, today, id)
  },
  async agreeMeasure({ id }, scene) {
    const { db, actor, today, record, target } = scene
    const row = (await measures(db).find(id))!
    if (row.agreed_on) throw new Refusal('alreadyAgreed')
    const kept = keptOf(contentOf(row, target.title), standing(row))
    requireComplete(kept)
    if (kept.until! < today) throw new Invalid({ path: 'until', message: texts.untilPast })
    const decision = await decisions(db).find(row.decision)
    if (decision?.addressee && decision.addressee !== actor.organisation) throw new Refusal('onlyAddressee')
    const edition = await objects(db).freeze(
      id,
      { ...kept, title: target.title, decision: row.decision },
      { person: actor.person, organisation: actor.organisation },
    )
    await measures(db).agree(id, edition, today)
    await objects(db).change(id, { audience: 'body', readers: readersOf(target.body!, kept) })
    await record({ before: { agreed: false }, after: { ...kept, title: target.title, agreed: true, edition } })
    await scene.fact({
      kind: 'measure.agreed',
      organisation: decision?.addressee ?? target.body!,
      subject: row.decision,
      object: id,
      day: today,
    })
    await scene.link('ledTo', { id: row.decision, edition: row.decision_edition }, { id, edition })
    return load(db, today, id)
  },
}
