// Handlers of stated relations and of what an organisation is and deals with.
import { Forbidden, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { relations as contract, Relation } from '../contract/relations.ts'
import { organisations } from '../store/organisations.ts'
import { type RelationRow, relations } from '../store/relations.ts'

export const relationHandlers: Handlers<typeof contract> = {
  async influences({ search, field, on }, { db, today }) {
    const words = plain(search ?? '')
      .split(/\s+/)
      .filter(Boolean)
    const rows = await relations(db).list({ on: on ?? today, kind: 'influences' })
    return {
      influences: rows.filter((row) => matches(row, words) && (!field || row.field === field)).map(shownRelation),
    }
  },
  async relations({ id }, { db }) {
    const mayTag = await organisations(db).mayDescribe(id)
    return {
      relations: (await relations(db).list({ of: id })).map(shownRelation),
      ...(await relations(db).tagsOf(id)),
      mayTag,
      mayState: mayTag,
    }
  },
  async stateRelation({ id, target, kind, about, field, source, from: wanted }, { db, actor, at, today, record }) {
    if (target === id) throw new Refusal('relationToItself')
    if (field && kind !== 'influences') throw new Refusal('fieldOfInfluence')
    if (target) await objects(db).get(target, 'organisation')
    if (target === null && (kind !== 'influences' || about === '')) throw new Refusal('relationToItself')
    if (!(await relations(db).mayRelate(id, target))) throw new Forbidden()
    const from = wanted ?? today
    if (from > today) throw new Refusal('relationInFuture')
    const there = (await relations(db).list({ of: id, on: today })).some(
      (one) => one.organisation === id && one.target === target && one.kind === kind && one.about === about,
    )
    if (there) throw new Refusal('relationThere')
    const statedBy = actor.organisation!
    const relation = await relations(db).state(
      { organisation: id, target, kind, about, field, source, statedBy, from, until: null },
      at,
    )
    await record({ after: { relation, target, kind, about, field, source, from } })
    return { relation }
  },
  async endRelation({ id, relation, until }, { db, actor, at, today, record }) {
    const old = (await relations(db).list({ of: id })).find((one) => one.id === relation)
    if (!old) throw new NotFound()
    if (!old.may_end) throw new Forbidden()
    const end = until ?? today
    if (end > today || (old.valid_until !== null && old.valid_until <= end)) throw new Refusal('relationOver')
    if (!(await relations(db).end(old, end, actor.organisation!, at))) throw new Forbidden()
    await record({ before: { relation, until: old.valid_until }, after: { relation, until: end } })
    return {}
  },
  async tag({ id, ...tags }, { db, record }) {
    if (!(await organisations(db).mayDescribe(id))) throw new Forbidden()
    const before = await relations(db).tagsOf(id)
    await relations(db).setTags(id, tags)
    await record({ before, after: tags })
    return {}
  },
}

const shownRelation = (row: RelationRow): Relation => ({
  id: row.id,
  organisation: { id: row.organisation, title: row.organisation_title },
  target: row.target && row.target_title ? { id: row.target, title: row.target_title } : null,
  kind: row.kind,
  about: row.about,
  field: row.field,
  source: row.source,
  statedBy: { id: row.stated_by, title: row.stated_by_title },
  statedOn: row.stated_on,
  from: row.valid_from,
  until: row.valid_until,
  mayEnd: row.may_end && row.valid_until === null,
})

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** All words stand in the process, the organisation that is influenced, or the one that influences. */
function matches(row: RelationRow, words: readonly string[]): boolean {
  const text = plain(`${row.about} ${row.target_title ?? ''} ${row.organisation_title}`)
  return words.every((word) => text.includes(word))
}
