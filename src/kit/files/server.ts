// Handlers of files.
import { Forbidden, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { files as contract, StoredFile } from './contract.ts'
import { type FileRow, files } from './files.ts'
import { recognise } from './kinds.ts'

const shown = (row: FileRow): StoredFile => ({
  id: row.id,
  name: row.name,
  type: row.type,
  size: row.size,
  by: row.by,
  at: row.at,
  revision: row.revision,
  mayRemove: row.may_remove,
})

export const handlers: Handlers<typeof contract> = {
  async list({ id }, { db }) {
    const target = await objects(db).get(id)
    return { files: (await files(db).of(id)).map(shown), mayAdd: target.may_change && target.kind !== 'file' }
  },
  async add({ id }, { db, upload, actor, at, record }) {
    const on = await objects(db).get(id)
    if (!on.may_change || on.kind === 'file') throw new Forbidden()
    if (!upload) throw new Refusal('noFile')
    const known = recognise(upload.name, upload.bytes)
    if ('refused' in known) throw new Refusal(known.refused, { name: upload.name })
    const file = await files(db).store(on, actor.person, at, {
      name: upload.name,
      type: known.type,
      bytes: upload.bytes,
    })
    const row = (await files(db).find(file))!
    // By reference: a file's name may name a person.
    await record({ object: id, after: { file, type: row.type, size: row.size, sha256: row.sha256.toString('hex') } })
    return { file: shown(row) }
  },
  async download({ id }, { db }) {
    const row = await files(db).find(id)
    if (!row) throw new NotFound()
    return { name: row.name, type: row.type, bytes: await files(db).content(row) }
  },
  async remove({ id }, { db, target, record }) {
    if (!target.may_change) throw new Forbidden()
    const row = (await files(db).find(id))!
    if (row.fixed) throw new Refusal('fixed')
    await objects(db).remove(id, true)
    await record({ object: row.hangs_on, before: { file: id }, after: null })
    return {}
  },
  async restore({ id }, { db, record }) {
    const row = await files(db).find(id)
    const on = row && (await objects(db).find(row.hangs_on))
    if (!on || on.deleted_at) throw new Refusal('gone')
    await objects(db).remove(id, false)
    await record({ object: on.id, after: { file: id } })
    return {}
  },
}
