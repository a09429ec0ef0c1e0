// Handlers of "who is missing" and "who brings what".
import { holds } from '#kit/access/decide.ts'
import { Forbidden, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Completeness, completeness as contract } from '../contract/completeness.ts'
import { coverage, presence, type Seated } from '../rules/actors.ts'
import { completeness, type SeatedRow } from '../store/completeness.ts'
import { network } from '../store/network.ts'

export const completenessHandlers: Handlers<typeof contract> = {
  async completeness({ id }, { db, actor }) {
    const seats = await completeness(db).seated(id)
    const topics = await network(db).topicsOf(id)
    const searches = new Map((await completeness(db).searches(id)).map((row) => [row.actor, row]))
    const cells = await completeness(db).cells(id)
    const seated = seats.map(seatedOf)
    const organisations = [...new Map(seats.map((row) => [row.organisation, row.organisation_title]))]
    const office = holds(actor, ['office'], [id])
    const contributions: Completeness['contributions'] = []
    for (const [organisation, title] of organisations) {
      const own = organisation === actor.organisation && (await completeness(db).mayContribute(id, organisation, null))
      contributions.push({
        organisation: { id: organisation, title },
        cells: Object.fromEntries(
          cells
            .filter((cell) => cell.organisation === organisation)
            .map((cell) => [cell.kind, { text: cell.text, source: cell.source, on: cell.recorded_on }]),
        ),
        may: own ? 'own' : office && organisation !== actor.organisation ? 'office' : null,
      })
    }
    return {
      topics,
      actors: presence(topics, seated).map((one) => {
        const search = searches.get(one.actor)
        return {
          ...one,
          search: search
            ? {
                state: search.state,
                organisation:
                  search.organisation && search.organisation_title
                    ? { id: search.organisation, title: search.organisation_title }
                    : null,
                note: search.note,
                on: search.recorded_on,
              }
            : null,
        }
      }),
      coverage: coverage(topics, seated),
      parity: parityOf(seats),
      contributions,
      may: {
        search: holds(actor, ['chair', 'office'], [id]),
        topics: holds(actor, ['chair', 'office'], [id]),
      },
    }
  },
  async contribute({ id, ...given }, { db, actor, at, record }) {
    const own = given.organisation === actor.organisation && given.source === null
    if (!own && given.source === null) throw new Forbidden()
    if (!(await completeness(db).mayContribute(id, given.organisation, given.source))) throw new Forbidden()
    const before = (await completeness(db).cells(id)).find(
      (cell) => cell.organisation === given.organisation && cell.kind === given.kind,
    )
    if (!own && before && before.source === null) throw new Refusal('ownWords')
    await completeness(db).contribute({ body: id, ...given }, at)
    await record({ before: before ? { text: before.text, source: before.source } : null, after: given })
    return {}
  },
  async noteSearch({ id, ...search }, { db, at, record }) {
    if (search.state === 'notNeeded' && search.note === '') throw new Refusal('whyMissing')
    if ((search.state === 'contacted' || search.state === 'trial') && search.organisation === null)
      throw new Refusal('whoMissing')
    if (search.organisation) await objects(db).get(search.organisation, 'organisation')
    const before = (await completeness(db).searches(id)).find((one) => one.actor === search.actor)
    await completeness(db).noteSearch(id, search, at)
    await record({ before: before ? { actor: before.actor, state: before.state } : null, after: search })
    return {}
  },
}

/** A seat of a department deals with what the department deals with, and stands for its house. */
export const seatedOf = (row: SeatedRow): Seated => ({
  id: row.organisation,
  title: row.unit_title ?? row.organisation_title,
  house: row.organisation_title,
  kind: row.kind,
  side: row.side,
  roles: row.roles,
  fields: row.fields,
})

function parityOf(seats: readonly SeatedRow[]): Completeness['parity'] {
  const of = (side: string) => {
    const rows = seats.filter((row) => (row.side ?? 'other') === side)
    return { organisations: new Set(rows.map((row) => row.organisation)).size, seats: rows.length }
  }
  return { public: of('public'), free: of('free'), other: of('other') }
}
