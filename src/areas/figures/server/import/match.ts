// Compares what a file says with what stands there: which areas and indicators it means, what is new, equal or revised. Reads only.
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { areaStore } from '../../store/areas.ts'
import { indicatorStore } from '../../store/indicators.ts'
import { type Batch, observationStore } from '../../store/observations.ts'
import { type Extract, markNames } from './extract.ts'
import { basisOf } from './knowledge.ts'
import { codeOf } from './official-measures.ts'

export type Matched = {
  /** Numbers in the store by the file's own position; null where it is not there (yet). */
  areas: (number | null)[]
  indicators: (number | null)[]
  cuts: (number | null)[]
  /** By measure and period: the code of the basis. */
  basisOf(measure: number, period: number): string | null
  bases: ReadonlyMap<string, number>
}

export async function match(db: Database, extract: Extract): Promise<Matched> {
  const [states, indicators, cuts, bases] = await Promise.all([
    areaStore(db).byKeys(extract.areas.map((area) => area.key)),
    indicatorStore(db).byCodes(extract.measures.map(codeOf)),
    indicatorStore(db).cuts(extract.cuts.map((cut) => cut.key)),
    indicatorStore(db).bases(),
  ])
  const areaByKey = new Map(states.map((state) => [state.key, state.area]))
  const indicatorByCode = new Map(indicators.map((row) => [row.code, row.number]))
  const cutByKey = new Map(cuts.map((cut) => [cut.key, cut.number]))
  const known = new Map<number, string | null>()
  return {
    areas: extract.areas.map((area) => areaByKey.get(area.key) ?? null),
    indicators: extract.measures.map((measure) => indicatorByCode.get(codeOf(measure)) ?? null),
    cuts: extract.cuts.map((cut) => cutByKey.get(cut.key) ?? null),
    bases: new Map(bases.map((basis) => [basis.code, basis.number])),
    basisOf(measure, period) {
      const slot = measure * extract.periods.length + period
      const there = known.get(slot)
      if (there !== undefined) return there
      const { statistic, code } = extract.measures[measure]!
      const found = basisOf(statistic, code, lastDayOf(extract, period), extract.format)
      known.set(slot, found)
      return found
    },
  }
}

/** Bases change at days, and a period rests on what held at its end. */
const lastDayOf = (extract: Extract, period: number) => addDays(extract.periods[period]!.until, -1)

/** The statements at these positions as columns for the store. Every part must have its number. */
export function batchOf(extract: Extract, matched: Matched, positions: readonly number[]): Batch {
  const batch: Batch = {
    indicator: [],
    cut: [],
    area: [],
    from: [],
    until: [],
    basis: [],
    value: [],
    mark: [],
    quality: [],
  }
  const { of } = extract
  for (const at of positions) {
    const period = extract.periods[of.period[at]!]!
    const basis = matched.basisOf(of.measure[at]!, of.period[at]!)
    const mark = markNames[of.mark[at]!] ?? null
    batch.indicator.push(matched.indicators[of.measure[at]!]!)
    batch.cut.push(matched.cuts[of.cut[at]!]!)
    batch.area.push(matched.areas[of.area[at]!]!)
    batch.from.push(period.from)
    batch.until.push(period.until)
    batch.basis.push(basis === null ? null : (matched.bases.get(basis) ?? null))
    batch.value.push(mark === null ? of.value[at]! : null)
    batch.mark.push(mark)
    batch.quality.push(of.quality[at] ?? null)
  }
  return batch
}

export type Effect = { kept: number[]; unchanged: number; revised: number[]; added: number[] }

/** Which statements are written: those of known areas that do not stand there already with the same value. */
export async function effectOf(
  db: Database,
  extract: Extract,
  matched: Matched,
  areaComes: (area: number) => boolean,
): Promise<Effect> {
  const kept: number[] = []
  const comparable: number[] = []
  const { of } = extract
  for (let at = 0; at < of.area.length; at++) {
    const area = matched.areas[of.area[at]!]
    if (area === null && !areaComes(of.area[at]!)) continue
    kept.push(at)
    if (area !== null && matched.indicators[of.measure[at]!] !== null && matched.cuts[of.cut[at]!] !== null)
      comparable.push(at)
  }
  if (comparable.length === 0) return { kept, unchanged: 0, revised: [], added: kept }
  const { unchanged, revised } = await observationStore(db).compare(
    batchOf(extract, matched, comparable),
    extract.printedOn,
  )
  const there = new Set([...unchanged, ...revised].map((n) => comparable[n]!))
  return {
    kept,
    unchanged: unchanged.size,
    revised: [...revised].map((n) => comparable[n]!),
    added: kept.filter((at) => !there.has(at)),
  }
}
