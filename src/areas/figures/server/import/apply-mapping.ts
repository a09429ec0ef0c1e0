// From what a person says of a table to the same columns that an office's own table has: from here on nothing distinguishes them.
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { readTime } from '#pure/grid/periods.ts'
import { distinct } from '#pure/table-file/collect.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Mapping, MappingStep, MeasureUse } from '../../contract/mapping.ts'
import { type Open, openIn, signsOf } from '../../rules/mapping.ts'
import { type IndicatorRow, indicatorStore } from '../../store/indicators.ts'
import { mappingTexts } from '../../texts/mapping.de.ts'
import { texts } from '../../texts.de.ts'
import { placesOf } from './areas-by-name.ts'
import { columns, type Extract, type ExtractCut, type ExtractMeasure, markNames } from './extract.ts'
import { labelOf } from './from-genesis.ts'

/** As many as an office's table may have. */
const mostStatements = 1_000_000

type Mapped = NonNullable<Extract['mapped']>
export type Applied = { extract: Extract; step: Omit<MappingStep, 'remembered'> }

/** Reads only. Whatever is not yet said stays out and is among the questions; with a question left nothing is written. */
export async function applyMapping(db: Database, given: Extract, mapped: Mapped): Promise<Applied> {
  const { look, mapping } = mapped
  const uses = new Map(mapping.measures.map(({ name, as }) => [name, as]))
  const codes = [...uses.values()].flatMap((as) => (as.use === 'none' ? [] : [as.code]))
  const known = new Map((await indicatorStore(db).byCodes(codes)).map((row) => [row.code, row]))
  const places = await placesOf(db, given, mapping)
  const open: Open[] = [...openIn(look, mapping), ...places.open]
  const table = statementsOf(given, mapping, uses, known, places.keys)
  open.push(...openMeasures(given, uses, known), ...table.open)
  const contradiction = table.fault ?? mapped.fault
  // How numbers are written is asked by itself.
  if (contradiction && contradiction.code !== 'number-style') {
    const detail = Object.fromEntries(Object.entries(contradiction.detail).map(([key, value]) => [key, String(value)]))
    const line = contradiction.line === null ? {} : { line: String(contradiction.line) }
    open.push({ code: 'fault', about: contradiction.code, detail: { ...detail, ...line } })
  }
  const counts = new Int32Array(given.measures.length)
  for (const measure of given.of.measure) counts[measure]! += 1
  return {
    extract: {
      ...given,
      ...table.parts,
      shownOnly: null,
      title: mapping.title || given.title,
      source: mapping.source || given.source,
      licence: mapping.licence === 'none' ? null : mapping.licence,
      printedOn: mapping.stateOn,
      leftOut: [...given.leftOut, ...table.leftOut],
      open: [],
    },
    step: {
      columns: look.columns.map(({ name, times, unit, samples, words, different }) => ({
        name,
        times,
        unit,
        samples,
        words,
        different,
      })),
      signs: signsOf(look, mapping),
      measures: given.measures.map(({ code, label, unit }, n) => ({ name: code, label, unit, statements: counts[n]! })),
      names: places.names,
      matched: places.matched,
      mapping,
      questions: open.map(({ code, about, detail = {} }) => ({
        code,
        about,
        sentence:
          code === 'fault'
            ? mappingTexts.fault(texts.unreadable(about, detail), about)
            : mappingTexts.question[code](about, detail),
      })),
    },
  }
}

/** Which figure each is: what the catalogue does not have, or has for something else, is asked. */
function openMeasures(
  given: Extract,
  uses: ReadonlyMap<string, MeasureUse>,
  known: ReadonlyMap<string, IndicatorRow>,
): Open[] {
  const open: Open[] = []
  const fresh = new Map<string, string>()
  for (const { code: name, unit } of given.measures) {
    const as = uses.get(name)
    if (!as) {
      open.push({ code: 'measure', about: name })
      continue
    }
    if (as.use === 'none') continue
    const row = known.get(as.code)
    if (as.use === 'known') {
      if (!row) open.push({ code: 'unknownIndicator', about: name, detail: { code: as.code } })
      else if (row.held_by_counties)
        open.push({ code: 'deliveredIndicator', about: name, detail: { title: row.title } })
      else if (unit !== '' && !as.sameUnit && unit.toLowerCase() !== row.unit.toLowerCase())
        open.push({ code: 'unit', about: name, detail: { unit, known: row.unit } })
      continue
    }
    if (row || fresh.has(as.code))
      open.push({ code: 'codeTaken', about: name, detail: { code: as.code, title: row?.title ?? fresh.get(as.code)! } })
    fresh.set(as.code, name)
    if (as.title.trim().length < 3 || as.definition.trim().length < 10 || as.unit.trim() === '')
      open.push({ code: 'words', about: name })
  }
  const kept = given.measures.some(({ code }) => (uses.get(code)?.use ?? 'none') !== 'none')
  if (!kept && open.length === 0) open.push({ code: 'noMeasure', about: '' })
  return open
}

type Table = {
  parts: Pick<Extract, 'measures' | 'areas' | 'cuts' | 'periods' | 'dimensions' | 'of'>
  leftOut: Extract['leftOut']
  open: Open[]
  fault: Mapped['fault']
}

function statementsOf(
  given: Extract,
  mapping: Mapping,
  uses: ReadonlyMap<string, MeasureUse>,
  known: ReadonlyMap<string, IndicatorRow>,
  keys: readonly string[],
): Table {
  const measures = distinct<ExtractMeasure>((one) => one.said!.indicator)
  const areas = distinct<Extract['areas'][number]>((one) => one.key || `${one.kind}|${one.name}`)
  const periods = distinct<Extract['periods'][number]>((one) => `${one.from}/${one.until}`)
  const cuts = distinct<ExtractCut>((one) => one.key)
  const plans = given.measures.map((measure) => planFor(measure, uses.get(measure.code), known, mapping))
  const fixed = mapping.time ? readTime(mapping.time) : null
  const time = fixed && { from: fixed.from, until: addDays(fixed.to, 1), label: labelOf(fixed) }
  const cutAt = given.cuts.map((cut) => cuts.at(cutOf(cut.key)))
  const areaAt = given.areas.map((area, n) => ({ ...area, key: keys[n]! }))
  const statements: Parameters<typeof columns>[0][number][] = []
  const seen = new Map<string, number>()
  const leftOut: Extract['leftOut'] = []
  const timings = new Map<string, Set<string>>()
  const { of } = given
  for (let at = 0; at < of.measure.length; at++) {
    const plan = plans[of.measure[at]!]
    const printed = of.period[at] === -1 ? time : given.periods[of.period[at]!]!
    if (!plan || !printed) continue
    const area = of.area[at] === -1 ? mapping.area && { key: mapping.area, name: '' } : areaAt[of.area[at]!]!
    if (!area) continue
    const period = plan.on === null ? printed : onDay(printed, plan.on)
    const one = {
      measure: measures.at(plan.measure),
      area: areas.at(area),
      cut: cutAt[of.cut[at]!] ?? cuts.at(cutOf('')),
      period: periods.at(period),
      value: of.mark[at] === 0 ? of.value[at]! : null,
      mark: markNames[of.mark[at]!] ?? null,
      line: of.line[at]!,
      quality: of.quality[at] ?? null,
    }
    const about = `${one.measure}/${one.area}/${one.cut}/${one.period}`
    const before = seen.get(about)
    if (before !== undefined) {
      const first = statements[before]!
      const detail = { firstLine: String(first.line), area: area.key || area.name }
      if (first.value !== one.value || first.mark !== one.mark)
        return { ...nothing(leftOut), fault: { code: 'contradiction', line: one.line, detail } }
      leftOut.push({ line: one.line, why: 'repeated', detail })
      continue
    }
    if (statements.length >= mostStatements) throw new UnreadableFile('too-large', null, { limit: '1 Mio. Werte' })
    seen.set(about, statements.push(one) - 1)
    const name = given.measures[of.measure[at]!]!.code
    timings.set(name, (timings.get(name) ?? new Set()).add(addDays(period.from, 1) === period.until ? 'day' : 'span'))
  }
  return {
    parts: {
      measures: measures.list,
      areas: areas.list,
      cuts: cuts.list.length > 0 ? cuts.list : [cutOf('')],
      periods: periods.list,
      dimensions: [...new Set(cuts.list.flatMap(({ dims }) => Object.keys(dims)))].map((code) => ({
        code,
        label: code,
      })),
      of: columns(statements),
    },
    leftOut,
    open: openTimings(timings, uses, known),
    fault: null,
  }
}

const nothing = (leftOut: Extract['leftOut']): Table => ({
  parts: { measures: [], areas: [], cuts: [cutOf('')], periods: [], dimensions: [], of: columns([]) },
  leftOut,
  open: [],
  fault: null,
})

/** A figure that counts on a day says nothing about a year, and the other way round; both at once is two figures. */
function openTimings(
  timings: ReadonlyMap<string, ReadonlySet<string>>,
  uses: ReadonlyMap<string, MeasureUse>,
  known: ReadonlyMap<string, IndicatorRow>,
): Open[] {
  return [...timings].flatMap(([name, found]): Open[] => {
    const as = uses.get(name)
    const wanted = as?.use === 'known' ? known.get(as.code)?.timing : undefined
    const [only] = found
    if (found.size === 1 && (wanted === undefined || wanted === only)) return []
    return [{ code: 'timing', about: name, detail: { wanted: wanted ?? 'both' } }]
  })
}

function planFor(
  { label }: ExtractMeasure,
  as: MeasureUse | undefined,
  known: ReadonlyMap<string, IndicatorRow>,
  { source }: Mapping,
): { measure: ExtractMeasure; on: string | null } | null {
  if (!as || as.use === 'none') return null
  const row = known.get(as.code)
  if (as.use === 'new') {
    const { title, definition, unit, additive, decimals } = as
    const own = { title: title.trim(), definition: definition.trim(), unit: unit.trim(), source, decimals }
    const said = { indicator: as.code, additive, own }
    return { measure: { statistic: '', statisticLabel: '', code: as.code, label: title, unit, said }, on: as.on }
  }
  // Statistic and measure carry what is known of breaks and bases; the figure is the same, whatever file it comes from.
  return {
    measure: {
      statistic: row?.statistic ?? '',
      statisticLabel: '',
      code: row?.measure ?? as.code,
      label: row?.title ?? label,
      unit: row?.unit ?? '',
      said: { indicator: as.code, additive: row?.additive ?? false, own: null },
    },
    on: as.on,
  }
}

/** "2023" of a figure that counts on 31 December is that day; any other time stays what it is. */
function onDay(period: Extract['periods'][number], on: string): Extract['periods'][number] {
  const year = period.from.slice(0, 4)
  if (period.from !== `${year}-01-01` || period.until !== `${Number(year) + 1}-01-01`) return period
  const day = `${year}-${on}`
  // 30 February is no day, and nobody moves it to another.
  return readTime(day) === null ? period : { from: day, until: addDays(day, 1), label: day }
}

const plain = (text: string) => text.replace(/[|=]/g, '/')

/** The offices' own form: "GES=GESW", so that two files of one figure speak of the same part. */
function cutOf(text: string): ExtractCut {
  const parts = (text === '' ? [] : JSON.parse(text)) as [name: string, value: string, label: string][]
  const own = parts.map(([name, value, label]) => [plain(name), plain(value), label] as const)
  return {
    key: own.map(([name, value]) => `${name}=${value}`).join('|'),
    dims: Object.fromEntries(own.map(([name, value]) => [name, value])),
    label: own.map(([, , label]) => label).join(', '),
  }
}
