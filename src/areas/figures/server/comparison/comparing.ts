// An area among others at one time: who is compared, against what, and how sure that is. Values come from the same slice as the map.
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { ComparedSet, Comparison } from '../../contract/comparison.ts'
import type { Level } from '../../contract/shapes.ts'
import type { figures as contract } from '../../contract.ts'
import { funnelOf, lyingOf, membersOf, type Said, summed } from '../../rules/comparison.ts'
import { areaStore } from '../../store/areas.ts'
import { indicatorOf } from '../finding.ts'
import { alike } from './alike.ts'
import { bordersOf } from './borders.ts'
import { course } from './course.ts'
import { type Compared, compared, perPeople } from './slice.ts'

type Ours = Pick<Handlers<typeof contract>, 'comparison' | 'alike' | 'course'>
type Input = {
  indicator: string
  area: string
  level: Level
  cut: string
  as: 'rate' | 'value'
  from?: string | undefined
  until?: string | undefined
  asOf?: string | undefined
  set: ComparedSet
  across: 'with' | 'without'
  against: 'parent' | 'set'
  traits?: string | undefined
}
/** So many statistical neighbours make up a set. */
const nearest = 5

/** @throws Refusal noSuchArea, noPeriod, notPublicTrait */
export async function comparison(db: Database, at: string, today: string, input: Input): Promise<Comparison> {
  const indicator = await indicatorOf(db, input.indicator)
  const all = await compared(db, at, input)
  const { slice, areas, per } = all
  const own = areas.find((one) => one.key === input.area)
  if (!own) throw new Refusal('noSuchArea', { area: input.area })
  const { bordering, ...borders } = await aroundOf(db, today, input.level, own, areas)
  const like = input.set === 'alike' ? await alike(db, at, input) : null
  const choice = {
    set: input.set,
    across: input.across === 'with',
    bordering,
    alike: new Set(like?.nearest.slice(0, nearest).map((one) => one.key)),
  }
  const rows = membersOf(areas, own, choice)
  const hasIntervals = all.noInterval === null && per !== null
  const benchmark = !hasIntervals ? null : await benchmarkOf(db, all, own, rows, input.against)
  const region = areas.filter((one) => one.parent === own.parent)
  const varying = [...new Set([...region, ...rows])]
  const funnel = hasIntervals && benchmark ? funnelOf(rows, varying, perPeople, benchmark.value) : null
  const lying = lyingOf(
    hasIntervals ? rows : [],
    own.key,
    perPeople,
    funnel ? benchmark!.value : null,
    funnel?.factor ?? 1,
  )
  const none = { low: null, high: null, lies: null, liesWide: null, toOwn: null }
  return {
    indicator: slice.indicator,
    edition: slice.edition,
    title: slice.title,
    unit: slice.unit,
    decimals: per === null ? slice.decimals : 1,
    direction: indicator.direction,
    period: slice.period,
    level: slice.level,
    cut: slice.cut,
    cutLabel: slice.cutLabel,
    asOf: slice.asOf,
    basis: slice.basis,
    ended: slice.ended,
    per,
    denominator: all.denominator,
    noInterval: all.noInterval,
    set: input.set,
    rows: rows.map((one) => ({
      ...one,
      own: one.key === own.key,
      borders: bordering.has(one.key),
      across: bordering.has(one.key) && one.parent !== own.parent,
      ...(hasIntervals ? lying.of(one) : none),
    })),
    standing: lying.standing,
    benchmark,
    funnel,
    borders: { ...borders, across: rows.filter((one) => bordering.has(one.key) && one.parent !== own.parent).length },
    breaks: slice.breaks,
    sources: slice.sources,
  }
}

/** What borders on the own area; areas that no register lists are named, except those in which nobody lives. */
async function aroundOf(db: Database, today: string, level: Level, own: Said, areas: readonly Said[]) {
  const known = await bordersOf(db, today, level)
  const bordering = known?.of.get(own.key) ?? new Set<string>()
  const listed = new Set(areas.map((one) => one.key))
  const missing = [...bordering].filter((key) => !listed.has(key))
  const states = await areaStore(db).byKeys(missing)
  const empty = new Set(states.filter((one) => one.kind === 'unincorporated').map((one) => one.key))
  return {
    bordering,
    state: known === null ? ('unknown' as const) : known.of.has(own.key) ? ('known' as const) : ('undrawn' as const),
    unlisted: missing.filter((key) => !empty.has(key)).map((key) => known?.names.get(key) ?? key),
    edge: known?.edge.has(own.key) ?? false,
  }
}

/** The area above as its office says it, else what its parts say together; or the mean of the chosen set. */
async function benchmarkOf(db: Database, all: Compared, own: Said, rows: readonly Said[], against: 'parent' | 'set') {
  if (against === 'set' || own.parent === null) return summed(rows, perPeople, 'set', null)
  const official = all.above.get(own.parent)
  if (official) return { kind: 'official' as const, ...official, areas: 1, missing: 0 }
  const parts = all.areas.filter((one) => one.parent === own.parent)
  if (parts.length < 2) return summed(rows, perPeople, 'set', null)
  const [above] = await areaStore(db).byKeys([own.parent])
  return summed(parts, perPeople, 'summed', above?.name ?? own.parent)
}

export const comparing: Ours = {
  async comparison(input, { db, at, today }) {
    return comparison(db, at, today, input)
  },
  async alike(input, { db, at }) {
    return alike(db, at, input)
  },
  async course(input, { db, at }) {
    return course(db, at, input)
  },
}
