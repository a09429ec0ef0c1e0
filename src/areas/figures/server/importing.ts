// Reading in official files: look at it in a thread, show what it would do, then write all of it or nothing.
import { createHash } from 'node:crypto'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { ImportPreview } from '../contract/import.ts'
import type { figures as contract } from '../contract.ts'
import { draftStore } from '../store/tables.ts'
import { commitFile } from './import/commit.ts'
import { asRefusal } from './import/look.ts'
import { previewOf } from './import/preview.ts'
import type { Hints } from './import/read-file.ts'
import { readInThread } from './import/read-in-thread.ts'

type Ours = Pick<Handlers<typeof contract>, 'readFile' | 'preview' | 'commit' | 'discard'>

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
const hintsOf = ({ preview }: { preview: ImportPreview }): Hints => ({
  validOn: preview.register?.validOn ?? preview.boundaries?.validOn,
})

export const importing: Ours = {
  async readFile({ validOn }, { db, actor, at, today, upload }) {
    if (!upload || upload.bytes.length === 0) throw new Refusal('noFile')
    const extract = await read(upload.bytes, upload.name, { validOn })
    const sha256 = createHash('sha256').update(upload.bytes).digest('hex')
    const id = newId(at)
    const preview = await previewOf(db, extract, {
      id,
      fileName: upload.name,
      size: upload.bytes.length,
      sha256,
      at,
      today,
    })
    await draftStore(db).keep(
      { id, fileName: upload.name, sha256, bytes: upload.bytes, preview, created: at },
      actor.person,
      actor.organisation!,
    )
    return preview
  },
  async preview({ id }, { db, at, today }) {
    const draft = await draftStore(db).find(id)
    if (!draft) throw new NotFound()
    // What stands there may have changed since: the effect is counted anew.
    return previewOf(db, await read(draft.bytes, draft.fileName, hintsOf(draft)), {
      id,
      fileName: draft.fileName,
      size: draft.bytes.length,
      sha256: draft.sha256,
      at,
      today,
    })
  },
  async commit({ id, attribution }, { db, actor, at, today, record }) {
    const draft = await draftStore(db).find(id)
    if (!draft) throw new NotFound()
    // Only now the shapes themselves are wanted; for a look their names are enough.
    const extract = await read(draft.bytes, draft.fileName, { ...hintsOf(draft), keep: true })
    // Which areas exist here may have changed since it was shown.
    const { fileName, sha256, bytes } = draft
    const preview =
      extract.shapes.length > 0
        ? await previewOf(db, extract, { id, fileName, size: bytes.length, sha256, at, today })
        : draft.preview
    const done = await commitFile(db, extract, attribution ? { ...preview, attribution } : preview, {
      at,
      today,
      person: actor.person,
      organisation: actor.organisation!,
    })
    await draftStore(db).remove(id)
    await record({ object: done.table, many: done.written + done.revised, after: done.content })
    const { table, written, revised, unchanged, indicators } = done
    return { table: { id: table, title: draft.preview.title }, written, revised, unchanged, indicators }
  },
  async discard({ id }, { db }) {
    await draftStore(db).remove(id)
    return {}
  },
}
