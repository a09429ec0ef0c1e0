// Handlers of lists: read in a thread, show what it would do, then enter all of it or nothing; and the register as a file.

import type { Database } from '#kit/db/database.ts'
import { separated } from '#kit/documents/separated.ts'
import { mostRows } from '#kit/files/read-rows.ts'
import { readRowsInThread } from '#kit/files/rows-in-thread.ts'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { FileOut, Handlers } from '#kit/http/scene.ts'
import { whomToAskAt } from '#kit/ref.ts'
import type { ListPreview } from '../contract/lists.ts'
import type { actors } from '../contract.ts'
import { findColumns, listFields, readLine, type Said } from '../rules/list-columns.ts'
import { type Judged, judge, type Registered } from '../rules/list-verdicts.ts'
import { type ListDraft, lists } from '../store/lists.ts'
import { list } from '../texts/list.de.ts'
import { enterList } from './lists/enter.ts'
import { naming, vocabulary } from './lists/vocabulary.ts'

type Part = Pick<
  Handlers<typeof actors>,
  'readList' | 'listPreview' | 'commitList' | 'discardList' | 'listTemplate' | 'registerFile'
>

export const listHandlers: Part = {
  async readList(_, { db, actor, at, upload }) {
    if (!upload || upload.bytes.length === 0) throw new Refusal('noFile')
    const rows = await readRowsInThread(upload.bytes)
    if (rows.length > mostRows) throw new Refusal('tooManyRows', { most: String(mostRows) })
    const id = await lists(db).keep(upload.name, rows, actor.person, actor.organisation!, at)
    return (await previewOf(db, { id, fileName: upload.name, rows })).preview
  },
  async listPreview({ id }, { db }) {
    return (await previewOf(db, await draft(db, id))).preview
  },
  async commitList({ id, decisions, invite }, scene) {
    const { db, actor, at, today, record } = scene
    const found = await draft(db, id)
    const { judged, register } = await previewOf(db, found)
    const faults = judged.filter((one) => one.verdict === 'fault' && decisions[String(one.said.line)] !== 'skip')
    if (faults.length > 0) throw new Refusal('listHasFaults', { count: String(faults.length) })
    const kept = judged.map((one) => (one.verdict === 'fault' ? { ...one, verdict: 'known' as const } : one))
    const done = await enterList(
      kept,
      register,
      decisions,
      { invite, fileName: found.fileName },
      { db, at, today, actor, record },
    )
    if (done.made + done.changed + done.persons === 0) throw new Refusal('nothingToEnter')
    await lists(db).discard(id)
    await record({ object: actor.organisation!, many: done.made + done.changed + done.persons, after: done })
    return done
  },
  async discardList({ id }, { db }) {
    await draft(db, id)
    await lists(db).discard(id)
    return {}
  },
  async listTemplate(): Promise<FileOut> {
    const { template, fields } = list
    const given = listFields.filter((field) => field !== 'firstName' && field !== 'lastName')
    const order = given.map((field) => fields[field])
    const help = (['kind', 'side', 'level', 'disciplines', 'role'] as const).map((field) => [
      template.words(fields[field], wordsOf(field)),
    ])
    return separated(template.file, [order, ...template.rows, ...help])
  },
  async registerFile(_, { db, today, house }): Promise<FileOut> {
    const { fields, register } = list
    const columns = [
      'name',
      'shortName',
      'kind',
      'side',
      'level',
      'legalForm',
      'areaKey',
      'privacyLaw',
      'website',
      'disciplines',
    ] as const
    const rows = (await lists(db).register()).map((row) => [
      row.name,
      row.short_name ?? '',
      naming.shown('kind', row.kind),
      naming.shown('side', row.side),
      naming.shown('level', row.level),
      row.legal_form ?? '',
      row.area_key ?? '',
      naming.shown('privacyLaw', row.privacy_law),
      row.website ?? '',
      naming.shown('disciplines', row.disciplines),
      row.parents ?? '',
      row.areas ?? '',
      row.bodies ?? '',
      row.dissolved_on ?? '',
      whomToAskAt(house.address(), row.id),
    ])
    return separated(register.file(today), [[...columns.map((field) => fields[field]), ...register.columns], ...rows])
  },
}

const wordsOf = (field: 'kind' | 'side' | 'level' | 'disciplines' | 'role'): string =>
  [...new Set(labelled[field])].join(', ')
const labelled = {
  kind: [...new Set(vocabulary.kinds.values())].map((one) => naming.shown('kind', one)),
  side: [...new Set(vocabulary.sides.values())].map((one) => naming.shown('side', one)),
  level: [...new Set(vocabulary.levels.values())].map((one) => naming.shown('level', one)),
  disciplines: [...new Set(vocabulary.disciplines.values())].map((one) => naming.shown('disciplines', [one])),
  role: [...new Set(vocabulary.roles.values())].map((one) => naming.roleName(one)),
}

async function draft(db: Database, id: string): Promise<ListDraft> {
  const found = await lists(db).find(id)
  if (!found) throw new NotFound()
  return found
}

/** What stands in the register may have changed since: the effect is judged anew each time. */
async function previewOf(
  db: Database,
  { id, fileName, rows }: ListDraft,
): Promise<{ preview: ListPreview; judged: Judged[]; register: Registered[] }> {
  const columns = findColumns(rows, vocabulary.headings)
  if (!columns) throw new Refusal('unreadable', { code: 'broken-header' })
  const said = rows
    .slice(columns.row + 1)
    .map((row) => readLine(row, columns, vocabulary))
    .filter((one): one is Said => one !== null)
  if (said.length === 0) throw new Refusal('unreadable', { code: 'no-rows' })
  const register = await lists(db).registered()
  const judged = judge(said, register, naming)
  const counts = { new: 0, known: 0, changed: 0, unclear: 0, fault: 0 }
  for (const one of judged) counts[one.verdict] += 1
  const preview: ListPreview = {
    id,
    fileName,
    columns: columns.headings.map((heading, at) => {
      const field = columns.fields[at]
      return { heading, means: field ? list.fields[field] : null }
    }),
    lines: judged.map((one) => ({
      line: one.said.line,
      name: one.said.name,
      person: one.said.person ?? null,
      verdict: one.verdict,
      personVerdict: one.personVerdict,
      says: one.says,
      candidates: one.candidates,
    })),
    counts,
    persons: judged.filter((one) => one.personVerdict === 'new').length,
    withAddress: judged.filter((one) => one.personVerdict === 'new' && one.said.email && one.said.role).length,
  }
  return { preview, judged, register }
}
