/**
 * The offices' own codes for what the older CSV layout only spells out, so that a series from both layouts is one series.
 * Codes from the catalogue of characteristics of Statistisches Bundesamt ("Merkmale"); what is not listed gets a code made of its label.
 */
import type { Attribute } from './table.ts'

export type Characteristic = { code: string; label: string; read: (label: string) => Attribute | null }

const total = (label: string): Attribute => ({ code: '', label, total: true })

export function isTotal(label: string): boolean {
  return /^(insgesamt|zusammen)\b/i.test(label.trim()) // also "Insgesamt (ohne Doppelzählungen)"
}

const sexes: Readonly<Record<string, string>> = {
  männlich: 'GESM',
  Männer: 'GESM',
  weiblich: 'GESW',
  Frauen: 'GESW',
}
const nationalities: Readonly<Record<string, string>> = {
  Deutsche: 'NATD',
  deutsch: 'NATD',
  'Ausländer(innen)': 'NATA',
  Ausländer: 'NATA',
  ausländisch: 'NATA',
}

function readAge(label: string): Attribute | null {
  const three = (n: string | undefined) => (n ?? '').padStart(3, '0')
  const under = /^unter (\d+) Jahren?$|^unter (\d+) Jahr$/.exec(label)
  if (under) return { code: `ALT000B${(under[1] ?? under[2] ?? '').padStart(2, '0')}`, label, total: false }
  const between = /^(\d+) bis unter (\d+) Jahre$/.exec(label)
  if (between) return { code: `ALT${three(between[1])}B${(between[2] ?? '').padStart(2, '0')}`, label, total: false }
  const closed = /^(\d+) bis (\d+) Jahre$/.exec(label)
  if (closed) return { code: `ALT${three(closed[1])}B${three(closed[2])}`, label, total: false }
  const over = /^(\d+) (?:Jahre und (?:mehr|älter)|und mehr Jahre)$/.exec(label)
  return over ? { code: `ALT${three(over[1])}UM`, label, total: false } : null
}

const fromTable = (codes: Readonly<Record<string, string>>) => (label: string) => {
  const code = codes[label]
  return code === undefined ? null : { code, label, total: false }
}

/** Characteristics that are recognised by their attributes alone, because the layout may not name them. */
const known: Characteristic[] = [
  { code: 'GES', label: 'Geschlecht', read: fromTable(sexes) },
  { code: 'NAT', label: 'Nationalität', read: fromTable(nationalities) },
  { code: 'ALT', label: 'Altersgruppen', read: readAge },
]

/** The one characteristic of which all these labels are attributes (totals and gaps aside), or null. */
export function recogniseAttributes(labels: Iterable<string>): Characteristic | null {
  const all = new Set(labels)
  const own = [...all].filter((label) => label !== '' && !isTotal(label))
  // A single attribute among gaps ("Ausländer" over one of three columns) subdivides one measure, not the table.
  if (own.length === 0 || (own.length === 1 && all.has(''))) return null
  return known.find((one) => own.every((label) => one.read(label) !== null)) ?? null
}

/** A gap in the heading is the total of the characteristic: "Durchschnittsalter; männlich; weiblich" begins with all. */
export function attributeOf(characteristic: Characteristic, label: string): Attribute {
  if (label === '') return total('Insgesamt')
  return isTotal(label) ? total(label) : (characteristic.read(label) ?? plainAttribute(label))
}

export function plainAttribute(label: string): Attribute {
  return label === '' || isTotal(label) ? total(label || 'Insgesamt') : { code: slug(label), label, total: false }
}

const measureCodes: readonly (readonly [tables: string, label: string, code: string])[] = [
  ['11111', 'Gebietsfläche', 'FLC006'],
  ['12411', 'Bevölkerungsstand', 'BEVSTD'],
  ['12612', 'Lebendgeborene', 'BEV001'],
  ['12613', 'Gestorbene', 'BEV002'],
  ['13211', 'Arbeitslose', 'ERWP06'],
  ['13211', 'Arbeitslose insgesamt', 'ERWP06'],
  ['13211', 'Arbeitslosenquote bez. abh. zivile Erwerbspers.', 'ERWP09'],
  ['13211', 'Arbeitslosenquote bez. auf alle zivile Erwerbsp.', 'ERWP10'],
  // Until 2007 with those in part-time residential care, since 2009 without: two measures, not one.
  ['22411-02-01', 'Pflegebedürftige', 'PFL001'],
  ['22411-02-01', 'ambulante Pflege', 'PFL005'],
  ['22411-02-01', 'Pflegebedürftige der Pflegeheime', 'PFL006'],
  ['22411-02-01', 'Pflegegeldempfänger', 'PFL007'],
  ['22411-02-01', 'Pflegebedürft.d.Pflegeheime m.vollstat.Dauerpflege', 'PFL011'],
  ['22411-02-01', 'Pflegebedürftige der Pflegeheime m.Kurzzeitpflege', 'PFL012'],
  ['22411-02-01', 'Pflegebedürftige der Pflegeheime m.teilstat.Pflege', 'PFL013'],
  ['22411', 'Pflegebedürftige', 'PFL016'],
  ['22411', 'ambulante Pflege', 'PFL017'],
  ['22411', 'Pflegebedürftige der Pflegeheime, vollstationär', 'PFL018'],
  ['22411', 'Pflegebedürft.d.Pflegeheime Dauerpflege, vollstat.', 'PFL019'],
  ['22411', 'Pflegebed.d.Pflegeheime vollstat. Kurzzeitpflege', 'PFL020'],
  ['22411', 'Pflegegeldempfänger', 'PFL021'],
  ['22411', 'nachrichtlich: teilstationäre Pflege', 'PFL022'],
  ['22411', 'mit erheblich eingeschränkter Alltagskompetenz', 'PFL023'],
  ['22411', 'nachrichtl.: o.Pflegest m.erheb.eingesch.Alltagsk.', 'PFL024'],
]

/** The code of a measure: the office's for its first word, the rest of the stacked heading behind slashes (ERWP06/auslaender). */
export function measureCode(table: string, labels: readonly string[]): string {
  const [first = '', ...rest] = labels
  const official = measureCodes.find(([tables, label]) => table.startsWith(tables) && label === first)?.[2]
  return [official ?? slug(first), ...rest.map(slug)].join('/')
}

const plain: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

export function slug(label: string): string {
  return label
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => plain[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
