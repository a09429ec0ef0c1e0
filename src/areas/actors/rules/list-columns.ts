// From the cells of a list to what its lines say: columns are found by their headings, words by what people write. Any table gives findings or sentences.
import { readAreaKey } from '#pure/keys/area-key.ts'
import type { Discipline, HomeRole, Level, OrganisationKind, PrivacyLaw, Side } from '../contract/kinds.ts'

export const listFields = [
  'name',
  'shortName',
  'kind',
  'side',
  'level',
  'legalForm',
  'areaKey',
  'privacyLaw',
  'website',
  'parent',
  'disciplines',
  'person',
  'firstName',
  'lastName',
  'email',
  'role',
] as const
export type Field = (typeof listFields)[number]
export type ListRow = { line: number; cells: string[] }

/** What a line says; what is not said is not there. */
export type Said = {
  line: number
  name: string
  shortName?: string
  kind?: OrganisationKind
  side?: Side
  level?: Level
  legalForm?: string
  areaKey?: string
  privacyLaw?: 'DSGVO' | 'KDG' | 'DSG-EKD'
  website?: string
  parent?: string
  disciplines?: Discipline[]
  person?: string
  email?: string
  role?: HomeRole
  faults: string[]
  notes: string[]
}
export type Vocabulary = {
  headings: Readonly<Record<Field, readonly string[]>>
  fields: Readonly<Record<Field, string>>
  kinds: ReadonlyMap<string, OrganisationKind>
  sides: ReadonlyMap<string, Side>
  levels: ReadonlyMap<string, Level>
  disciplines: ReadonlyMap<string, Discipline>
  laws: ReadonlyMap<string, (typeof PrivacyLaw.options)[number]>
  roles: ReadonlyMap<string, HomeRole>
  says: {
    nameMissing: string
    nameLong: string
    tooLong: (field: string) => string
    word: (field: string, word: string) => string
    jobcentre: string
    key: (key: string) => string
    keyRepaired: (key: string) => string
    website: (address: string) => string
    email: (address: string) => string
    emailAlone: string
  }
}

/** A heading or a word for comparing: lower case, umlauts written out, nothing but letters, digits and single blanks. */
export const headingOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

export type Columns = { row: number; fields: (Field | null)[]; headings: string[] }

/** The row of headings among the first ten: the first one with a column for the name. Null when there is none. */
export function findColumns(rows: readonly ListRow[], headings: Vocabulary['headings']): Columns | null {
  for (const [at, row] of rows.slice(0, 10).entries()) {
    const taken = new Set<Field>()
    const fields = row.cells.map((cell) => {
      const heading = headingOf(cell)
      const field = listFields.find((one) => !taken.has(one) && headings[one].includes(heading)) ?? null
      if (field) taken.add(field)
      return field
    })
    if (taken.has('name')) return { row: at, fields, headings: row.cells.map((cell) => cell.trim()) }
  }
  return null
}

const longest: Partial<Record<Field, number>> = {
  shortName: 60,
  legalForm: 100,
  website: 300,
  email: 200,
  person: 200,
  parent: 200,
}
/** What a spreadsheet writes before a text so that it is not taken for a formula is not part of it. */
const plain = (cell: string) =>
  cell
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .replace(/\s+/g, ' ')

export function readLine(row: ListRow, columns: Columns, words: Vocabulary): Said | null {
  const cells = new Map<Field, string>()
  for (const [at, field] of columns.fields.entries()) {
    const cell = plain(row.cells[at] ?? '')
    if (field && cell !== '') cells.set(field, cell)
  }
  if (cells.size === 0 || (cells.size === 1 && cells.get('name')?.startsWith('#'))) return null
  const said: Said = { line: row.line, name: cells.get('name') ?? '', faults: [], notes: [] }
  const { says, fields } = words
  if (said.name === '') said.faults.push(says.nameMissing)
  if (said.name.length > 200) said.faults.push(says.nameLong)
  for (const [field, most] of Object.entries(longest) as [Field, number][])
    if ((cells.get(field)?.length ?? 0) > most) said.faults.push(says.tooLong(fields[field]))
  const word = <T>(field: Field, known: ReadonlyMap<string, T>): T | undefined => {
    const given = cells.get(field)
    if (given === undefined) return undefined
    const found = known.get(headingOf(given)) ?? known.get(headingOf(given.replace(/[()]/g, ' ')))
    if (found === undefined)
      said.faults.push(
        field === 'kind' && headingOf(given) === 'jobcenter' ? says.jobcentre : says.word(fields[field], given),
      )
    return found
  }
  for (const field of ['shortName', 'legalForm', 'parent'] as const) {
    const given = cells.get(field)
    if (given !== undefined) said[field] = given
  }
  assign(said, 'kind', word('kind', words.kinds))
  assign(said, 'side', word('side', words.sides))
  assign(said, 'level', word('level', words.levels))
  assign(said, 'privacyLaw', word('privacyLaw', words.laws))
  assign(said, 'role', word('role', words.roles))
  readDisciplines(said, cells.get('disciplines'), words)
  readKey(said, cells.get('areaKey'), says)
  readWebsite(said, cells.get('website'), says)
  const person = cells.get('person') ?? [cells.get('firstName'), cells.get('lastName')].filter(Boolean).join(' ')
  if (person.length >= 2) said.person = person
  const email = cells.get('email')?.toLowerCase()
  if (email !== undefined) {
    if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(email)) said.faults.push(says.email(email))
    else if (said.person === undefined) said.faults.push(says.emailAlone)
    else said.email = email
  }
  return said
}

function assign<K extends keyof Said>(said: Said, key: K, value: Said[K] | undefined): void {
  if (value !== undefined) said[key] = value
}

function readDisciplines(said: Said, given: string | undefined, { disciplines, fields, says }: Vocabulary): void {
  if (given === undefined) return
  const found = new Set<Discipline>()
  for (const part of given.split(/[,;/|]/).map((one) => one.trim())) {
    if (part === '') continue
    const one = disciplines.get(headingOf(part))
    if (one) found.add(one)
    else said.faults.push(says.word(fields.disciplines, part))
  }
  if (found.size > 0) said.disciplines = [...found]
}

function readKey(said: Said, given: string | undefined, says: Vocabulary['says']): void {
  if (given === undefined) return
  const read = readAreaKey(given)
  if (!read.ok || (read.key.length !== 5 && read.key.length !== 8)) {
    said.faults.push(says.key(given))
    return
  }
  said.areaKey = read.key
  if (read.repaired) said.notes.push(says.keyRepaired(read.key))
}

function readWebsite(said: Said, given: string | undefined, says: Vocabulary['says']): void {
  if (given === undefined) return
  const address = /^https?:\/\//i.test(given) ? given : `https://${given}`
  if (URL.canParse(address) && /^[^\s]+\.[^\s]+$/.test(given)) said.website = address
  else said.faults.push(says.website(given))
}
