// How a table in whatever shape is to be read: what is proposed, what must be asked, and what is remembered. Pure.
import type { Role } from '#pure/grid/columns.ts'
import type { LookColumn, TableLook } from '#pure/grid/look.ts'
import { readTime } from '#pure/grid/periods.ts'
import { isTotalWord, type Plan } from '#pure/grid/plan.ts'
import type { Mapping, MeasureUse, Question } from '../contract/mapping.ts'

/** What is not known; the sentence is the texts' business. */
export type Open = { code: Question['code']; about: string; detail?: Record<string, string> }

const licences: readonly [RegExp, Exclude<Mapping['licence'], null>][] = [
  [/dl-de[/-]?by|datenlizenz.*namensnennung/i, 'dl-de/by-2-0'],
  [/dl-de[/-]?zero|datenlizenz.*zero/i, 'dl-de/zero-2-0'],
  [/cc[- ]?by[- ]?4/i, 'CC-BY-4.0'],
  [/cc0|cc[- ]?zero/i, 'CC0-1.0'],
]

/** What the table itself leaves no choice about; everything else stays open. */
export function propose(look: TableLook): Mapping {
  const columns = look.columns.flatMap(({ name, role }) => (role === null ? [] : [{ name, role }]))
  const roles = rolesOf({ columns })
  return {
    columns,
    totals: look.columns.flatMap((column) => {
      const words = roles.get(column.name) === 'dimension' ? column.words.filter(isTotalWord) : []
      return words.length === 1 ? [{ name: column.name, word: words[0]! }] : []
    }),
    numbers: styleOf(look, roles),
    signs: [],
    measures: [],
    areas: [],
    level: null,
    time: timeIsOpen(look, roles) ? look.time : null,
    area: null,
    title: look.title.trim().slice(0, 200),
    source: (look.source ?? '').trim().slice(0, 300),
    licence: licences.find(([word]) => word.test(look.licence ?? ''))?.[1] ?? null,
    stateOn: null,
    published: false,
  }
}

export const rolesOf = ({ columns }: Pick<Mapping, 'columns'>): Map<string, Role> =>
  new Map(columns.map(({ name, role }) => [name, role]))

export function planOf(mapping: Mapping): Plan {
  return {
    roles: rolesOf(mapping),
    totals: new Map(mapping.totals.map(({ name, word }) => [name, word])),
    style: mapping.numbers,
    signs: new Map(mapping.signs.map(({ sign, means }) => [sign, means === 'nothing' ? null : means])),
  }
}

const figuresOf = (look: TableLook, roles: ReadonlyMap<string, Role>): LookColumn[] =>
  look.columns.filter(({ name }) => roles.get(name) === 'measure')

/** "1.234" alone says nothing; one "77,9" beside it does. Without any it does not matter. */
function styleOf(look: TableLook, roles: ReadonlyMap<string, Role>): Mapping['numbers'] {
  const styles = new Set(figuresOf(look, roles).map(({ style }) => style))
  if (styles.has('mixed') || (styles.has('comma') && styles.has('point'))) return null
  if (styles.has('point')) return 'point'
  return styles.has('doubtful') && !styles.has('comma') ? null : 'comma'
}

/** Signs in the columns of figures: how often, and where first. */
export function signsOf(look: TableLook, mapping: Mapping): { sign: string; count: number; line: number }[] {
  const all = new Map<string, { sign: string; count: number; line: number }>()
  for (const { signs } of figuresOf(look, rolesOf(mapping)))
    for (const one of signs) {
      const there = all.get(one.sign)
      if (there) {
        there.count += one.count
        there.line = Math.min(there.line, one.line)
      } else all.set(one.sign, { ...one })
    }
  return [...all.values()].sort((a, b) => b.count - a.count)
}

const timeIsOpen = (look: TableLook, roles: ReadonlyMap<string, Role>) =>
  look.columns.length > 0 &&
  ![...roles.values()].includes('time') &&
  (figuresOf(look, roles).length === 0 || figuresOf(look, roles).some(({ times }) => times.length === 0))

/** What the columns, signs and words leave open. Which figure is which, and who the areas are, is asked beside the store. */
export function openIn(look: TableLook, mapping: Mapping): Open[] {
  const roles = rolesOf(mapping)
  const having = (role: Role) =>
    [...roles].filter(([name, own]) => own === role && look.columns.some((c) => c.name === name))
  const open: Open[] = look.columns
    .filter(({ name }) => !roles.has(name))
    .map(({ name, words }) => ({ code: 'column', about: name, detail: { word: words[0] ?? '' } }))
  for (const role of ['key', 'name', 'time', 'measure-name', 'area-kind'] as const)
    if (having(role).length > 1) open.push({ code: 'twoColumns', about: having(role)[1]![0], detail: { role } })
  if (look.columns.length > 0) {
    if (having('key').length + having('name').length === 0 && mapping.area === null)
      open.push({ code: 'area', about: '' })
    if (timeIsOpen(look, roles) && !mapping.time) open.push({ code: 'time', about: '' })
    if (styleOf(look, roles) === null && mapping.numbers === null) open.push({ code: 'numbers', about: '' })
  }
  if (mapping.time && readTime(mapping.time) === null) open.push({ code: 'timeUnreadable', about: mapping.time })
  const said = new Set(mapping.signs.map(({ sign }) => sign))
  for (const { sign } of signsOf(look, mapping)) if (!said.has(sign)) open.push({ code: 'sign', about: sign })
  if (mapping.title.length < 3) open.push({ code: 'title', about: '' })
  if (mapping.source.length < 3) open.push({ code: 'source', about: '' })
  if (mapping.licence === null) open.push({ code: 'licence', about: '' })
  if (mapping.stateOn === null) open.push({ code: 'stateOn', about: '' })
  if (!mapping.published) open.push({ code: 'published', about: '' })
  return open
}

/** The same shape, whatever the order of its columns and however many times stand side by side. */
export const shapeOf = (format: string, look: TableLook, measures: readonly string[]): string =>
  JSON.stringify([format, (look.columns.length > 0 ? look.columns.map(({ name }) => name) : [...measures]).sort()])

/**
 * What holds for the next file of this shape: not its time, its place, the day of its print or that it was published. What was new is known now.
 */
export const toRemember = (mapping: Mapping): Mapping => ({
  ...mapping,
  measures: mapping.measures.map(({ name, as }) => ({
    name,
    as: as.use === 'new' ? ({ use: 'known', code: as.code, on: as.on, sameUnit: true } satisfies MeasureUse) : as,
  })),
  time: null,
  area: null,
  stateOn: null,
  published: false,
})

/** What was remembered, as far as this file has it; what the file says of its own time and title comes from the file. */
export function recall(remembered: Mapping, look: TableLook): Mapping {
  const fresh = propose(look)
  const roles = rolesOf(remembered)
  return {
    ...remembered,
    columns: look.columns.flatMap(({ name }) => (roles.has(name) ? [{ name, role: roles.get(name)! }] : [])),
    // How numbers are written is a matter of the file: what was said of "1.234" once does not hold for the next.
    numbers: fresh.numbers,
    time: fresh.time,
    title: fresh.title || remembered.title,
    source: remembered.source || fresh.source,
    area: null,
    stateOn: null,
    published: false,
  }
}

const counted = /^(anzahl|personen|menschen|einwohner|f(ä|a)lle|haushalte|pl(ä|a)tze|kinder)\b/i
const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** The words of a new figure as far as the table has them; a person completes them. What may be added up is only assumed of what is counted. */
export function newFigure(label: string, unit: string, definition: string): MeasureUse {
  const code = label
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => letters[letter]!)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
  return {
    use: 'new',
    code: `T-${code || 'x'}`.toUpperCase(),
    title: label.slice(0, 200),
    definition,
    unit: unit.slice(0, 40),
    additive: counted.test(unit),
    decimals: 0,
    on: null,
  }
}
