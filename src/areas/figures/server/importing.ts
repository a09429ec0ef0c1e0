// Reading in official files: look at it in a thread, show what it would do, then write all of it or nothing.
import { createHash } from 'node:crypto'
import type { Database } from '#kit/db/database.ts'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { ImportPreview } from '../contract/import.ts'
import type { Mapping, MappingStep } from '../contract/mapping.ts'
import type { figures as contract } from '../contract.ts'
import { recall, toRemember } from '../rules/mapping.ts'
import { mappingStore } from '../store/mappings.ts'
import { type Draft, draftStore } from '../store/tables.ts'
import { applyMapping } from './import/apply-mapping.ts'
import { commitFile } from './import/commit.ts'
import type { Extract } from './import/extract.ts'
import { asRefusal } from './import/look.ts'
import { previewOf } from './import/preview.ts'
import { proposeFigures, shapeOfFile } from './import/proposal.ts'
import type { Hints } from './import/read-file.ts'
import { readInThread } from './import/read-in-thread.ts'

type Ours = Pick<
  Handlers<typeof contract>,
  'readFile' | 'preview' | 'commit' | 'discard' | 'assign' | 'mappings' | 'forgetMapping'
>

/** @throws Refusal noDay, unreadable or unsafeFile, whose sentence says what to do. */
const read = (bytes: Uint8Array, fileName: string, hints: Hints) =>
  readInThread(bytes, fileName, hints)
    .then((extract) => {
      if (extract.shownOnly === 'day') throw new Refusal('noDay')
      if (extract.shownOnly === 'format') throw new UnreadableFile('unknown-format', null, { format: extract.format })
      return extract
    })
    .catch((error) => {
      throw asRefusal(error)
    })
/** A day that the file does not print was named when it was first read. */
const hintsOf = ({ preview, mapping }: Pick<Draft, 'preview' | 'mapping'>): Hints => ({
  validOn: preview.register?.validOn ?? preview.boundaries?.validOn,
  wish: { mapping },
})

type Read = { extract: Extract; mapping: MappingStep | null }

/** A table of which a person says what it holds, as the columns that the store knows; any other file as it is. */
async function withMapping(db: Database, extract: Extract, organisation: string): Promise<Read> {
  if (!extract.mapped) return { extract, mapping: null }
  const kept = await mappingStore(db).ofShape(organisation, shapeOfFile(extract))
  const { extract: applied, step } = await applyMapping(db, extract, extract.mapped).catch((error) => {
    throw asRefusal(error)
  })
  return { extract: applied, mapping: { ...step, remembered: kept ? { id: kept.id, at: kept.at } : null } }
}

/** The first look: as last time, or as the table leaves no choice about. */
async function firstMapping(db: Database, extract: Extract, organisation: string): Promise<Mapping | null> {
  if (!extract.mapped) return null
  const kept = await mappingStore(db).ofShape(organisation, shapeOfFile(extract))
  const mapping = kept ? recall(kept.mapping, extract.mapped.look) : extract.mapped.mapping
  return proposeFigures(db, extract, mapping)
}

export const importing: Ours = {
  async readFile({ validOn }, { db, actor, at, today, upload }) {
    if (!upload || upload.bytes.length === 0) throw new Refusal('noFile')
    const { bytes, name: fileName } = upload
    const first = await read(bytes, fileName, { validOn, wish: { mapping: null } })
    const mapping = await firstMapping(db, first, actor.organisation!)
    const again = mapping === null ? first : await read(bytes, fileName, { wish: { mapping } })
    const done = await withMapping(db, again, actor.organisation!)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const id = newId(at)
    const about = { id, fileName, size: bytes.length, sha256, at, today, mapping: done.mapping }
    const preview = await previewOf(db, done.extract, about)
    await draftStore(db).keep(
      { id, fileName, sha256, bytes, preview, mapping, created: at },
      actor.person,
      actor.organisation!,
    )
    return preview
  },
  async preview({ id }, { db, actor, at, today }) {
    const draft = await draftStore(db).find(id)
    if (!draft) throw new NotFound()
    // What stands there may have changed since: the effect is counted anew.
    return previewOfDraft(db, draft, actor.organisation!, { at, today })
  },
  async assign({ id, ...mapping }, { db, actor, at, today }) {
    const draft = await draftStore(db).find(id)
    if (!draft) throw new NotFound()
    if (draft.mapping === null) throw new Refusal('needsNoMapping')
    const preview = await previewOfDraft(db, { ...draft, mapping }, actor.organisation!, { at, today })
    await draftStore(db).assign(id, mapping)
    return preview
  },
  async commit({ id, attribution }, { db, actor, at, today, record }) {
    const draft = await draftStore(db).find(id)
    if (!draft) throw new NotFound()
    // Only now the shapes themselves are wanted; for a look their names are enough.
    const found = await read(draft.bytes, draft.fileName, { ...hintsOf(draft), keep: true })
    const { extract, mapping } = await withMapping(db, found, actor.organisation!)
    if (mapping && mapping.questions.length > 0)
      throw new Refusal('openQuestions', {
        count: String(mapping.questions.length),
        first: mapping.questions[0]!.sentence,
      })
    // Which areas exist here may have changed since it was shown, and what its columns are has been said since.
    const { fileName, sha256, bytes } = draft
    const preview =
      extract.shapes.length > 0 || mapping
        ? await previewOf(db, extract, { id, fileName, size: bytes.length, sha256, at, today })
        : draft.preview
    const done = await commitFile(db, extract, attribution ? { ...preview, attribution } : preview, {
      at,
      today,
      person: actor.person,
      organisation: actor.organisation!,
    })
    if (mapping)
      await mappingStore(db).keep({
        id: newId(at),
        organisation: actor.organisation!,
        shape: shapeOfFile(found),
        title: preview.title,
        mapping: toRemember(mapping.mapping),
      })
    await draftStore(db).remove(id)
    const content = mapping ? { ...Object(done.content), mapping: mapping.mapping } : done.content
    await record({ object: done.table, many: done.written + done.revised, after: content })
    const { table, written, revised, unchanged, indicators } = done
    return { table: { id: table, title: preview.title }, written, revised, unchanged, indicators }
  },
  async discard({ id }, { db }) {
    await draftStore(db).remove(id)
    return {}
  },
  async mappings(_, { db, actor }) {
    const rows = await mappingStore(db).list(actor.organisation!)
    return {
      mappings: rows.map(({ id, title, mapping, at }) => ({
        id,
        title,
        columns: mapping.columns.filter(({ role }) => role !== 'empty').length,
        measures: mapping.measures.filter(({ as }) => as.use !== 'none').length,
        at,
      })),
    }
  },
  async forgetMapping({ id }, { db, actor, record }) {
    const gone = await mappingStore(db).forget(id, actor.organisation!)
    if (!gone) throw new NotFound()
    await record({ object: actor.organisation!, before: { title: gone.title, mapping: gone.mapping } })
    return {}
  },
}

async function previewOfDraft(
  db: Database,
  draft: Draft,
  organisation: string,
  when: { at: string; today: string },
): Promise<ImportPreview> {
  const { id, fileName, sha256, bytes } = draft
  const found = await read(bytes, fileName, hintsOf(draft))
  const { extract, mapping } = await withMapping(db, found, organisation)
  return previewOf(db, extract, { id, fileName, size: bytes.length, sha256, ...when, mapping })
}
