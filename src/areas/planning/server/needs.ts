// Handlers of needs: load → decide → save → journal. Stating freezes an edition; each later change is another one.
import type { Database } from '#kit/db/database.ts'
import { Forbidden, Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, type ObjectRow, objects } from '#kit/objects/objects.ts'
import type { needs as contract, Evidence, Need, NeedContent, NeedLine } from '../contract/needs.ts'
import { gapsOf, stateOf } from '../rules.ts'
import { type EvidenceRow, type NeedRow, needs } from '../store/needs.ts'
import { texts } from '../texts.de.ts'
import { checkArea, keptOf, type Settled, settleEvidence, shownValue } from './settling.ts'

const named = (id: string | null, title: string | null) => (id && title ? { id, title } : null)

const lineOf = (object: ObjectRow, row: NeedRow): NeedLine => ({
  object: head(object),
  ...stateOf(row),
  statedOn: row.stated_on,
  targetGroup: row.target_group,
  area: named(row.area, row.area_title),
  areaName: row.area_name,
})

/** A delivered value is looked up for each reader anew; who may not see the delivery learns only whom to ask. */
async function evidenceOf(db: Database, row: EvidenceRow): Promise<Evidence> {
  const visible = row.source !== null && row.source_title !== null && row.source_kind !== null
  const shown =
    visible && row.source_kind === 'delivery'
      ? await shownValue(db, {
          source: row.source,
          indicator: row.indicator,
          area: row.area,
          from: row.from_day,
          until: row.until_day,
          cut: row.cut,
          asOf: row.as_of,
        })
      : row.shown
  return {
    id: row.id,
    grade: row.grade,
    source: visible ? { id: row.source!, kind: row.source_kind!, title: row.source_title! } : null,
    sourceEdition: row.source_edition,
    indicator: named(row.indicator, row.indicator_title),
    area: named(row.area, row.area_title),
    from: row.from_day,
    until: row.until_day,
    cut: row.cut,
    shown: visible ? shown : null,
    withheld: row.source !== null && !visible,
    holder: row.holder_title,
    asOf: row.as_of,
    note: row.note,
  }
}

export async function loadNeed(db: Database, id: string): Promise<Need> {
  const row = await needs(db).find(id)
  const object = await objects(db).find(id)
  if (!row || !object) throw new NotFound()
  const evidence = []
  for (const piece of await needs(db).evidence(id)) evidence.push(await evidenceOf(db, piece))
  return {
    ...lineOf(object, row),
    benefit: row.benefit,
    description: row.description,
    edition: row.edition,
    evidence,
    withdrawn:
      row.withdrawn_on && row.withdrawn_because ? { on: row.withdrawn_on, because: row.withdrawn_because } : null,
  }
}

/** Whoever takes part in the body: its members, and the organisation that founded it. */
async function checkBody(db: Database, body: string, actor: Scene['actor']): Promise<void> {
  const { owner, readers } = await objects(db).get(body, 'body')
  const organisation = actor?.organisation
  if (!organisation || !(owner === organisation || readers.includes(organisation) || actor.readers.includes(body)))
    throw new Refusal('notOfTheBody')
}

/** What an edition holds: values of public tables as they stood, references to everything delivered. */
const frozen = (content: NeedContent, evidence: readonly Settled[]) => ({
  ...content,
  evidence: evidence.map(({ id: _id, ...piece }) => piece),
})

const requireComplete = (content: Parameters<typeof gapsOf>[0], evidence: Parameters<typeof gapsOf>[1]) => {
  const gaps = gapsOf(content, evidence)
  if (gaps.length > 0) throw new Invalid(...gaps.map((gap) => ({ path: gap, message: texts.gaps[gap] })))
}

/** Each source leads to the first edition that rests on it. */
async function linkEvidence(
  scene: Pick<Scene, 'link'>,
  need: { id: string; edition: number },
  before: readonly EvidenceRow[],
  after: readonly Settled[],
) {
  const known = new Set(before.map((row) => `${row.source} ${row.source_edition}`))
  for (const piece of after)
    if (piece.source && !known.has(`${piece.source} ${piece.edition}`)) {
      known.add(`${piece.source} ${piece.edition}`)
      await scene.link('evidenceFor', { id: piece.source, edition: piece.edition }, need)
    }
}

export const handlers: Handlers<typeof contract> = {
  async listNeeds({ body, owner }, { db }) {
    const visible = new Map((await objects(db).list('need')).map((object) => [object.id, object]))
    const rows = await needs(db).list({ body, owner })
    return { needs: rows.flatMap((row) => (visible.has(row.id) ? [lineOf(visible.get(row.id)!, row)] : [])) }
  },
  async getNeed({ id }, { db }) {
    return loadNeed(db, id)
  },
  async editionsOfNeed({ id }, { db }) {
    return { editions: (await objects(db).editions(id)).map(({ number, at, content }) => ({ number, at, content })) }
  },
  async draftNeed({ body, ...content }, { db, actor, at, record }) {
    await checkBody(db, body, actor)
    await checkArea(db, content.area)
    const evidence = await settleEvidence(db, content.evidence, [], at)
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'need',
      title: content.title,
      owner: actor.organisation,
      body,
      author: actor.person,
      audience: 'draft',
    })
    await needs(db).add(id, content)
    await needs(db).keepEvidence(id, evidence, [])
    await record({ object: id, after: content })
    return loadNeed(db, id)
  },
  async changeNeed({ id, ...content }, scene) {
    const { db, actor, at, record, target } = scene
    await checkArea(db, content.area)
    const row = (await needs(db).find(id))!
    if (row.withdrawn_on) throw new Refusal('withdrawn')
    const before = await needs(db).evidence(id)
    const evidence = await settleEvidence(db, content.evidence, before, at)
    const stated = row.state === 'stated'
    if (stated) requireComplete(content, evidence)
    await objects(db).change(id, { title: content.title })
    const edition = stated
      ? await objects(db).freeze(id, frozen(content, evidence), {
          person: actor.person,
          organisation: actor.organisation,
        })
      : null
    await needs(db).change(id, content, edition)
    await needs(db).keepEvidence(id, evidence, before)
    await record({
      before: {
        title: target.title,
        targetGroup: row.target_group,
        area: row.area,
        areaName: row.area_name,
        benefit: row.benefit,
        description: row.description,
      },
      after: content,
    })
    if (edition) await linkEvidence(scene, { id, edition }, before, evidence)
    return loadNeed(db, id)
  },
  async stateNeed({ id }, scene) {
    const { db, actor, today, record, target } = scene
    const row = (await needs(db).find(id))!
    if (row.state === 'stated') throw new Refusal('alreadyStated')
    const body = target.body!
    await checkBody(db, body, actor)
    const evidence = (await needs(db).evidence(id)).map(keptOf)
    const content = {
      title: target.title,
      targetGroup: row.target_group,
      area: row.area,
      areaName: row.area_name,
      benefit: row.benefit,
      description: row.description,
      evidence: [],
    }
    requireComplete(content, evidence)
    const edition = await objects(db).freeze(id, frozen(content, evidence), {
      person: actor.person,
      organisation: actor.organisation,
    })
    await needs(db).state(id, edition, today)
    await objects(db).change(id, { audience: 'body', readers: [body] })
    await record({ before: { state: 'draft' }, after: { ...content, state: 'stated', edition } })
    await scene.fact({ kind: 'need.stated', organisation: target.owner!, subject: id, object: id, day: today })
    await linkEvidence(scene, { id, edition }, [], evidence)
    return loadNeed(db, id)
  },
  async withdrawNeed({ id, because }, scene) {
    const { db, actor, today, record, target } = scene
    const row = (await needs(db).find(id))!
    if (target.owner !== actor.organisation) throw new Forbidden()
    if (row.state !== 'stated') throw new Refusal('notStated')
    if (row.withdrawn_on) throw new Refusal('withdrawn')
    if (row.decided) throw new Refusal('dealtWith')
    await needs(db).withdraw(id, because, today)
    await objects(db).change(id, {})
    await record({ before: { withdrawn: false }, after: { withdrawn: true, because } })
    await scene.fact({ kind: 'need.withdrawn', organisation: target.owner!, subject: id, object: id, day: today })
    // It stays on the Datenspur, with who withdrew it and why.
    await scene.link('setAside', { id, edition: row.edition }, { id: target.owner! }, because)
    return loadNeed(db, id)
  },
}
