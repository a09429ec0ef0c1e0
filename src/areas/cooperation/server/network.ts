// Handlers of the network and of the directory of bodies.
import { relations } from '#areas/actors/store/relations.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { overlaps } from '#pure/network/overlap.ts'
import type { network as contract, Load, Network } from '../contract/network.ts'
import { actorCodes, actorsIn } from '../rules/actors.ts'
import { structureOf, tiesOf } from '../rules/network.ts'
import { type ActorRow, network } from '../store/network.ts'

const named = ({ id, title }: { id: string; title: string }) => ({ id, title })

export const networkHandlers: Handlers<typeof contract> = {
  async network(_, { db, today }) {
    const everybody = await network(db).actors()
    const rows = everybody.filter((one) => one.kind !== 'unit')
    const hubs = await network(db).hubs()
    const stated = await relations(db).list({ on: today })
    const known = new Set(rows.map((one) => one.id))
    const direct = [
      ...(await network(db).direct()).map((tie) => ({ ...tie, about: '', source: null })),
      ...stated.flatMap((one) =>
        one.target
          ? [
              {
                a: one.organisation,
                b: one.target,
                kind: one.kind,
                object: null,
                about: one.about,
                source: one.source,
                since: one.valid_from,
              },
            ]
          : [],
      ),
    ].filter((tie) => known.has(tie.a) && known.has(tie.b))
    const { degree, between, betweenByStrength, part, ...structure } = structureOf(rows, tiesOf(rows, hubs, direct))
    return {
      ...structure,
      nodes: rows.map((row, at) => ({
        id: row.id,
        title: row.title,
        shortName: row.short_name,
        kind: row.kind,
        side: row.side,
        areaKey: row.area_key,
        fields: row.fields,
        degree: degree[at]!,
        between: rounded(between[at]!),
        betweenByStrength: rounded(betweenByStrength[at]!),
        part: part[at]!,
      })),
      hubs: hubs.map(({ mission: _, short_name: shortName, area_key: areaKey, ...hub }) => ({
        ...hub,
        shortName,
        areaKey,
        members: hub.members.filter((id) => known.has(id)),
      })),
      ties: direct,
      missing: actorCodes.filter((code) => !everybody.some((one) => actorsIn(one).includes(code))),
    } satisfies Network
  },
  async directory({ area, topic }, { db }) {
    const [hubs, everybody] = await Promise.all([
      network(db).bodies({ ...(area ? { area } : {}), ...(topic ? { topic } : {}) }),
      network(db).actors(),
    ])
    const ids = hubs.map((hub) => hub.id)
    const [rhythms, owing] = await Promise.all([network(db).rhythm(ids), network(db).owed(ids)])
    const rhythm = new Map(rhythms.map((one) => [one.body, one]))
    const actors = new Map(everybody.map((one) => [one.id, one]))
    const owed = new Map(owing.map((one) => [one.organisation, one.duties]))
    const titleOf = (id: string) => named(hubs.find((hub) => hub.id === id)!)
    const members = (list: readonly string[]) =>
      list.flatMap((id) => (actors.has(id) ? [named(actors.get(id)!)] : [])).sort(byTitle)
    return {
      bodies: hubs.map((hub) => ({
        id: hub.id,
        name: hub.title,
        shortName: hub.short_name,
        areaKey: hub.area_key,
        mission: hub.mission,
        topics: hub.topics,
        members: members(hub.members),
        held: rhythm.get(hub.id)?.held ?? 0,
        nextMeeting: rhythm.get(hub.id)?.next ?? null,
        shownPublicly: rhythm.get(hub.id)?.shown ?? false,
      })),
      load: loadOf([...actors.values()], hubs, (id) => rhythm.get(id)?.held ?? 0, owed),
      overlaps: overlaps(hubs).map((one) => ({
        a: titleOf(one.a),
        b: titleOf(one.b),
        shared: members(one.shared),
        of: one.of,
        topics: one.topics as (typeof hubs)[number]['topics'],
      })),
    }
  },
  async setTopics({ id, topics }, { db, record }) {
    const before = await network(db).topicsOf(id)
    await network(db).setTopics(id, topics)
    await record({ before: { topics: before }, after: { topics } })
    return {}
  },
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6
const german = new Intl.Collator('de')
const byTitle = (a: { title: string }, b: { title: string }) => german.compare(a.title, b.title)

/** Per organisation, never per person: in how many bodies it sits and what that asks of it in a year. */
function loadOf(
  actors: readonly ActorRow[],
  hubs: readonly { id: string; title: string; members: readonly string[] }[],
  held: (body: string) => number,
  owed: ReadonlyMap<string, number>,
): Load[] {
  return actors.flatMap((actor) => {
    const bodies = hubs.filter((hub) => hub.members.includes(actor.id))
    if (bodies.length === 0) return []
    return [
      {
        organisation: named(actor),
        bodies: bodies.map(named),
        meetings: bodies.reduce((sum, body) => sum + held(body.id), 0),
        duties: owed.get(actor.id) ?? 0,
      },
    ]
  })
}
