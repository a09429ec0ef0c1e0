// Writes a file: table, areas, indicators, breaks and observations in the one transaction of the request. All of it or nothing.
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { ImportPreview } from '../../contract/import.ts'
import { boundaryStore } from '../../store/boundaries.ts'
import { indicatorStore } from '../../store/indicators.ts'
import { observationStore } from '../../store/observations.ts'
import { type SliceCount, tableStore } from '../../store/tables.ts'
import { applyRegister } from './apply-register.ts'
import type { Extract } from './extract.ts'
import { knowledge } from './knowledge.ts'
import { batchOf, type Effect, effectOf, type Matched, match } from './match.ts'
import { describe } from './official-measures.ts'

type By = { at: string; today: string; person: string; organisation: string }
export type Written = {
  table: string
  written: number
  revised: number
  unchanged: number
  indicators: { id: string; title: string }[]
  content: unknown
}

/** `preview`: as it stands now, not as it was shown; the attribution may be the reader's. */
export async function commitFile(db: Database, extract: Extract, preview: ImportPreview, by: By): Promise<Written> {
  if (!preview.attribution.trim()) throw new Refusal('noAttribution')
  const table = newId(by.at)
  await objects(db).make({
    id: table,
    kind: 'officialTable',
    title: preview.title,
    owner: by.organisation,
    author: by.person,
    audience: 'public',
  })
  const official = await tableStore(db).make({
    id: table,
    code: extract.code || extract.format,
    format: extract.format,
    statistic: extract.statistic,
    source: preview.summary.source,
    licence:
      extract.licence ??
      (extract.mapped || (extract.shapes.length > 0 && extract.source === null) ? null : 'dl-de/by-2-0'),
    attribution: preview.attribution,
    printedOn: extract.printedOn,
    readOn: by.today,
    fileName: preview.fileName,
    sha256: preview.sha256,
    footnotes: extract.footnotes,
    summary: {
      values: preview.summary.values,
      states: preview.summary.states,
      areas: preview.summary.areas,
      periods: preview.summary.periods,
      leftOut: preview.leftOut,
      unknownAreas: preview.unknownAreaCount,
      controls: preview.controls,
    },
  })
  if (official === null) throw new Refusal('alreadyRead', { title: preview.title })
  if (extract.shapes.length > 0) return keepShapes(db, extract, preview, official, { table, by })
  const states = extract.register ? await applyRegister(db, extract, official, by) : 0
  await teach(db, extract, by.at)
  await indicatorStore(db).makeCuts(extract.cuts)
  const indicators = await makeIndicators(db, extract, await match(db, extract), by)
  const matched = await match(db, extract)
  const effect = await effectOf(db, extract, matched, () => false)
  if (effect.kept.length === 0) throw new Refusal('noKnownArea', { count: String(extract.areas.length) })
  if (effect.added.length + effect.revised.length + states === 0)
    throw new Refusal('nothingNew', { title: preview.title })
  await write(db, extract, matched, effect, official)
  await tableStore(db).countSlices(official, slicesOf(extract, matched, [...effect.added, ...effect.revised]))
  const content = {
    code: extract.code,
    source: preview.attribution,
    sha256: preview.sha256,
    fileName: preview.fileName,
    written: effect.added.length,
    revised: effect.revised.length,
    unchanged: effect.unchanged,
    states: preview.summary.states,
    areas: states,
  }
  await objects(db).freeze(table, content, by)
  return {
    table,
    written: effect.added.length,
    revised: effect.revised.length,
    unchanged: effect.unchanged,
    indicators,
    content,
  }
}

/** Boundaries have no values: what they are for is that areas which exist here can be drawn. */
async function keepShapes(
  db: Database,
  extract: Extract,
  preview: ImportPreview,
  official: number,
  { table, by }: { table: string; by: By },
): Promise<Written> {
  const { boundaries } = preview
  if (!boundaries?.levels.some(({ drawn }) => drawn > 0))
    throw new Refusal('noKnownArea', { count: String(extract.areas.length) })
  await boundaryStore(db).keep(
    official,
    boundaries.validOn,
    extract.shapes.map(({ level, keys, shapes }) => ({ level, keys, shapes: shapes! })),
  )
  const content = {
    code: extract.format,
    source: preview.attribution,
    sha256: preview.sha256,
    fileName: preview.fileName,
    validOn: boundaries.validOn,
    areas: extract.shapes.reduce((sum, { keys }) => sum + keys.length, 0),
  }
  await objects(db).freeze(table, content, by)
  return { table, written: 0, revised: 0, unchanged: 0, indicators: [], content }
}

async function write(
  db: Database,
  extract: Extract,
  matched: Matched,
  effect: Effect,
  official: number,
): Promise<void> {
  const store = observationStore(db)
  if (effect.revised.length > 0) await store.close(batchOf(extract, matched, effect.revised))
  await store.write(batchOf(extract, matched, [...effect.added, ...effect.revised]), official)
}

async function teach(db: Database, extract: Extract, at: string): Promise<void> {
  const statistics = new Set(extract.measures.map((measure) => measure.statistic))
  const bases = knowledge.bases
    .filter((basis) => statistics.has(basis.statistic))
    .map(({ to, ...basis }) => ({ ...basis, until: to === null ? null : addDays(to, 1) }))
  const breaks = [
    ...knowledge.breaks.map((one) => ({ ...one, exception: one.exception ?? null })),
    ...knowledge.ended.map((one) => ({
      ...one,
      kind: 'end' as const,
      from: addDays(one.lastPeriod, 1),
      before: null,
      after: null,
      exception: null,
    })),
  ].filter((one) => statistics.has(one.statistic))
  if (bases.length + breaks.length > 0)
    await indicatorStore(db).teach(
      bases,
      breaks.map((one) => ({ ...one, id: newId(at) })),
    )
}

async function makeIndicators(
  db: Database,
  extract: Extract,
  matched: Matched,
  by: By,
): Promise<{ id: string; title: string }[]> {
  const made: { id: string; title: string }[] = []
  for (const [n, measure] of extract.measures.entries()) {
    if (matched.indicators[n] !== null) continue
    const first = extract.periods[extract.of.period[extract.of.measure.indexOf(n)] ?? 0]!
    const { title, ...content } = describe(measure, addDays(first.from, 1) === first.until ? 'day' : 'span')
    const id = newId(by.at)
    await objects(db).make({
      id,
      kind: 'indicator',
      title,
      owner: by.organisation,
      author: by.person,
      audience: 'public',
    })
    await indicatorStore(db).make(id, content)
    await objects(db).freeze(id, { title, ...content }, by)
    made.push({ id, title })
  }
  return made
}

function slicesOf(extract: Extract, matched: Matched, kept: readonly number[]): SliceCount[] {
  const slices = new Map<string, SliceCount>()
  const { of } = extract
  for (const at of kept) {
    const key = extract.areas[of.area[at]!]!.key
    const level = extract.register || key.length === 8 ? 'municipality' : key.length === 5 ? 'county' : 'above'
    const name = `${of.measure[at]}/${of.cut[at]}/${of.period[at]}/${level}`
    const slice = slices.get(name)
    if (slice) slice.statements += 1
    else {
      const period = extract.periods[of.period[at]!]!
      const basis = matched.basisOf(of.measure[at]!, of.period[at]!)
      slices.set(name, {
        indicator: matched.indicators[of.measure[at]!]!,
        cut: matched.cuts[of.cut[at]!]!,
        from: period.from,
        until: period.until,
        basis: basis === null ? null : (matched.bases.get(basis) ?? null),
        level,
        statements: 1,
      })
    }
  }
  return [...slices.values()]
}
