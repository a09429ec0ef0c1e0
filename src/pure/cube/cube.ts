/**
 * A data cube (JSON-stat, SDMX-JSON) as statements: every cell of the grid of its dimensions. Which dimension is the area and which the time, a
 * cube says itself or by the names that the standard gives; the others subdivide, and one may hold the measures.
 */
import type { Role } from '#pure/grid/columns.ts'
import type { LookColumn, TableLook } from '#pure/grid/look.ts'
import { readTime } from '#pure/grid/periods.ts'
import { type CutPart, cutText, isTotalWord, type Plan } from '#pure/grid/plan.ts'
import { readAreaKey } from '#pure/keys/area-key.ts'
import type { Cell, Mark } from '#pure/table-file/cell.ts'
import { type Collected, openCollector } from '#pure/table-file/collect.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'

export type Category = { code: string; label: string; unit?: string }
export type CubeDimension = {
  id: string
  label: string
  role: 'time' | 'geo' | 'metric' | null
  categories: Category[]
}
export type CubeCell = { at: readonly number[]; value: unknown; status: string | null }
export type Cube = {
  title: string
  source: string | null
  dimensions: CubeDimension[]
  cells: Iterable<CubeCell>
  /** How many cells the grid has; those that nobody fills are counted, not invented. */
  size: number
}

const geoNames = /^(ref_?area|geo|region|area|kreise?|gemein|dland|regbez|territory|raumeinheit)/i
const timeNames = /^(time_?period|time|zeit|jahr|year|stag|smonat|semest)/i
const metricNames = /^(indicator|measure|variable|concept|statistics|contentscode|wert)/i
const mostCells = 3_000_000

/** `plan`: what each dimension is, as a person says; totals by the label or code of a category. */
export type CubePlan = Pick<Plan, 'roles' | 'totals'>

const roleNames = { time: 'time', geo: 'key', metric: 'measure-name' } as const

/** What a person must see of a cube, and what its dimensions seem to be. */
export function lookAtCube(cube: Cube): TableLook {
  const of = pickDimensions(cube)
  return {
    title: cube.title,
    source: cube.source,
    licence: null,
    time: null,
    described: true,
    columns: cube.dimensions.map(({ id, label, categories }, d): LookColumn => {
      const role = (['time', 'geo', 'metric'] as const).find((name) => of[name] === d)
      const [first] = categories
      const single = categories.length === 1 && !isTotalWord(first!.label) && !isTotalWord(first!.code)
      return {
        name: id,
        times: [],
        unit: label === id ? '' : label,
        samples: categories.slice(0, 6).map(({ code, label }) => (code === label ? code : `${code} ${label}`)),
        role: role ? roleNames[role] : single ? null : categories.length < 2 ? 'empty' : 'dimension',
        words: categories.slice(0, 60).map(({ label }) => label),
        different: categories.length,
        signs: [],
        style: null,
      }
    }),
  }
}

function pickDimensions(cube: Cube): Record<'time' | 'geo' | 'metric', number> {
  const pick = (role: CubeDimension['role'], names: RegExp) => {
    const declared = cube.dimensions.findIndex((one) => one.role === role)
    return declared >= 0 ? declared : cube.dimensions.findIndex((one) => one.role === null && names.test(one.id))
  }
  const named = pick('geo', geoNames)
  const geo =
    named >= 0
      ? named
      : cube.dimensions.findIndex(
          (one) => one.categories.length > 0 && one.categories.every(({ code }) => /^0\d{4,}$/.test(code)),
        )
  return { time: pick('time', timeNames), metric: pick('metric', metricNames), geo }
}

export function readCube(cube: Cube, plan?: CubePlan): Collected {
  if (cube.size > mostCells) throw new UnreadableFile('too-large', null, { limit: '3 Mio. Zellen' })
  const planned = (role: Role) => cube.dimensions.findIndex(({ id }) => plan?.roles.get(id) === role)
  const { time, geo, metric } = plan
    ? { time: planned('time'), geo: planned('key'), metric: planned('measure-name') }
    : pickDimensions(cube)
  const book = openCollector()
  const periods = cube.dimensions[time]?.categories.map(({ code, label }) => readTime(code) ?? readTime(label)) ?? []
  const areas = cube.dimensions[geo]?.categories.map(({ code, label }) => areaOf(code, label)) ?? []
  const measures = cube.dimensions[metric]?.categories.map(({ code, label, unit }) =>
    book.measure({ code, label, unit: unit ?? '' }),
  )
  const only = measures ?? [book.measure({ code: 'value', label: cube.title, unit: '' })]
  let filled = 0
  let cells = 0
  for (const { at, value, status } of cube.cells) {
    cells++
    if (at.some((n, d) => n < 0 || n >= (cube.dimensions[d]?.categories.length ?? 0)))
      throw new UnreadableFile('broken-header', cells, { missing: 'dimension' })
    const cell = cellOf(value, status)
    if (cell === null) {
      if (value !== null && value !== undefined && value !== '')
        book.leaveOut(cells, 'value', { text: String(value), column: '' })
      continue
    }
    const period = time < 0 ? null : (periods[at[time]!] ?? null)
    if (time >= 0 && period === null) {
      book.leaveOut(cells, 'period', { text: cube.dimensions[time]?.categories[at[time]!]?.code ?? '' })
      continue
    }
    filled++
    const parts = cube.dimensions.flatMap((one, d) => {
      if (d === time || d === geo || d === metric) return []
      const { code, label } = one.categories[at[d]!]!
      const own: CutPart[] = [[one.id, code, label]]
      if (!plan) return one.categories.length < 2 ? [] : own
      return plan.roles.get(one.id) !== 'dimension' || plan.totals.get(one.id) === label ? [] : own
    })
    book.say({
      measure: only[metric < 0 ? 0 : at[metric]!]!,
      area: geo < 0 ? -1 : book.area(areas[at[geo]!]!),
      period: period === null ? -1 : book.period(period),
      cut: book.cut(plan ? cutText(parts) : parts.map(([id, code]) => `${id}=${code}`).join('|')),
      line: cells,
      cell,
      quality: plan && cell.mark === null && status && !/^[an]$/i.test(status) ? status.slice(0, 8) : null,
    })
  }
  if (filled === 0) throw new UnreadableFile('no-rows', 1)
  if (cube.size > filled + book.leftOutCount())
    book.leaveOut(1, 'empty-cells', { column: cube.title, count: cube.size - filled })
  if (geo < 0) book.ask(1, 'no-area-column')
  if (time < 0) book.ask(1, 'no-time', { columns: 1, first: cube.title })
  return book.done({ title: cube.title, source: cube.source })
}

/** "09175", "DE_09175", or a code of another list (NUTS), which stays as it is. */
function areaOf(code: string, label: string) {
  const read = readAreaKey(code.replace(/^(DE|AGS|ARS|GEO)[_:-]/i, ''))
  if (read.ok && !read.repaired) return { key: read.key, name: label, kind: read.level as string }
  return { key: code, name: label, kind: 'other' }
}

/** SDMX code list CL_OBS_STATUS 2.2 for cells without a value; the marks of German offices are taken as they are. */
const marks: Readonly<Record<string, Mark>> = {
  '-': 'nil',
  '.': 'unknown',
  '/': 'unreliable',
  '...': 'later',
  '…': 'later',
  x: 'meaningless',
  M: 'meaningless', // missing: data cannot exist
  L: 'unknown', // exists, not collected
  O: 'unknown', // missing
  Q: 'unknown', // suppressed
  U: 'unreliable', // low reliability
}

function cellOf(value: unknown, status: string | null): Cell | null {
  if (typeof value === 'number') return Number.isFinite(value) ? { value, mark: null } : null
  if (typeof value === 'string' && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value.trim()))
    return { value: Number(value), mark: null }
  const mark =
    marks[typeof value === 'string' ? value.trim() : ''] ??
    (value === null || value === undefined || value === '' ? marks[status ?? ''] : undefined)
  return mark === undefined ? null : { value: null, mark }
}
