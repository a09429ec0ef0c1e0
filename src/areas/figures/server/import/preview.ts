// What an import would do, shown before it does it.
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import type { ImportPreview } from '../../contract/import.ts'
import { tidy } from '../../rules.ts'
import { boundaryStore } from '../../store/boundaries.ts'
import { tableStore } from '../../store/tables.ts'
import { type Extract, markNames } from './extract.ts'
import { knowledge } from './knowledge.ts'
import { effectOf, match } from './match.ts'
import { codeOf, describe, isAdditive } from './official-measures.ts'
import { groupLeftOut, sourceOf, summarise, titleOf } from './summary.ts'

type About = {
  id: string
  fileName: string
  size: number
  sha256: string
  at: string
  today: string
  mapping?: ImportPreview['mapping']
}

export async function previewOf(db: Database, extract: Extract, about: About): Promise<ImportPreview> {
  const matched = await match(db, extract)
  const comes = (area: number) => extract.register !== null && extract.areas[area]!.key !== ''
  const effect = await effectOf(db, extract, matched, comes)
  const rowsOfArea = new Map<number, number>()
  for (const area of extract.of.area)
    if (matched.areas[area] === null && !comes(area)) rowsOfArea.set(area, (rowsOfArea.get(area) ?? 0) + 1)
  const unknown = [...rowsOfArea].map(([area, rows]) => ({ ...extract.areas[area]!, rows }))
  const already = await tableStore(db).bySha(about.sha256)
  const year = (extract.printedOn ?? about.at).slice(0, 4)
  const counts = new Int32Array(extract.measures.length)
  for (const at of effect.kept) counts[extract.of.measure[at]!]! += 1
  return {
    id: about.id,
    fileName: about.fileName,
    size: about.size,
    sha256: about.sha256,
    created: about.at,
    summary: summarise(extract, year),
    title: titleOf(extract),
    code: extract.code,
    attribution: extract.shapes.length > 0 ? (extract.source ?? '') : sourceOf(extract, year),
    printedOn: extract.printedOn,
    already: already ? { id: already.id, title: already.title } : null,
    indicators: extract.measures.map((measure, n) => ({
      code: codeOf(measure),
      title: describe(measure, 'day').title,
      unit: measure.unit,
      known: matched.indicators[n] !== null,
      values: counts[n]!,
    })),
    dimensions: extract.dimensions,
    unknownAreas: unknown.slice(0, 50),
    unknownAreaCount: unknown.length,
    knownAreas: extract.areas.length - unknown.length,
    leftOut: groupLeftOut(extract.leftOut),
    effect: { added: effect.added.length, unchanged: effect.unchanged, revised: effect.revised.length },
    controls: controlsOf(extract, effect.kept, (measure, period) => matched.basisOf(measure, period)),
    register: registerOf(extract),
    boundaries: await boundariesOf(db, extract, about.today),
    mapping: about.mapping ?? null,
  }
}

/** What a map could draw of it, and which areas that exist here it does not know. */
async function boundariesOf(db: Database, extract: Extract, today: string): Promise<ImportPreview['boundaries']> {
  if (extract.shapes.length === 0) return null
  const levels = []
  for (const { level, keys } of extract.shapes) {
    const there = new Set(keys)
    const known = await boundaryStore(db).known(level, today)
    const missing = known.filter(({ key }) => !there.has(key))
    levels.push({
      level,
      areas: keys.length,
      known: known.length,
      drawn: known.length - missing.length,
      missing: missing.slice(0, 20),
    })
  }
  return { validOn: extract.periods[0]!.from, levels }
}

function registerOf(extract: Extract): ImportPreview['register'] {
  if (!extract.register) return null
  const of = (kind: string) => extract.register!.areas.filter((area) => area.kind === kind)
  return {
    validOn: extract.register.validOn,
    populationOn: extract.register.populationOn,
    counties: of('county').length,
    municipalities: of('municipality').length,
    unincorporated: of('unincorporated').length,
    population: of('municipality')
      .concat(of('unincorporated'))
      .reduce((sum, area) => sum + (area.population ?? 0), 0),
  }
}

const levelOf = (extract: Extract, key: string) =>
  extract.register || key.length === 8 ? 'municipality' : key.length === 5 ? 'county' : 'above'

/** Sums to hold against the printed ones: by measure and time, of the total where the file has one, else of its finest cuts. */
function controlsOf(
  extract: Extract,
  kept: readonly number[],
  basisOf: (measure: number, period: number) => string | null,
): ImportPreview['controls'] {
  const total = extract.cuts.findIndex((cut) => cut.key === '')
  const finest = Math.max(...extract.cuts.map((cut) => Object.keys(cut.dims).length))
  const counted = (cut: number) => (total >= 0 ? cut === total : Object.keys(extract.cuts[cut]!.dims).length === finest)
  const recent = new Set(
    extract.periods
      .map((period) => period.from)
      .sort()
      .slice(-6),
  )
  const sums = new Map<
    string,
    { measure: number; period: number; level: string; sum: number; areas: Set<number>; missing: number }
  >()
  const { of } = extract
  for (const at of kept) {
    const level = levelOf(extract, extract.areas[of.area[at]!]!.key)
    const measure = of.measure[at]!
    if (
      level === 'above' ||
      !counted(of.cut[at]!) ||
      !isAdditive(extract.measures[measure]!) ||
      !recent.has(extract.periods[of.period[at]!]!.from)
    )
      continue
    const key = `${measure}/${of.period[at]}/${level}`
    const sum = sums.get(key) ?? {
      measure,
      period: of.period[at]!,
      level,
      sum: 0,
      areas: new Set<number>(),
      missing: 0,
    }
    const mark = markNames[of.mark[at]!]
    if (!mark) sum.sum += of.value[at]!
    else if (mark !== 'nil') sum.missing += 1
    sum.areas.add(of.area[at]!)
    sums.set(key, sum)
  }
  return [...sums.values()].slice(0, 60).map((one) => ({
    indicator: describe(extract.measures[one.measure]!, 'day').title,
    period: addDays(extract.periods[one.period]!.until, -1),
    cut: '',
    level: one.level,
    basis: knowledge.bases.find((basis) => basis.id === basisOf(one.measure, one.period))?.label ?? null,
    sum: tidy(one.sum),
    areas: one.areas.size,
    missing: one.missing,
  }))
}
