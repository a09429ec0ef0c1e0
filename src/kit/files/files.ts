// Files of objects: stored once per content, in pieces, in the caller's transaction. Areas hang their own documents on with `store`.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Chores } from '#kit/chores/chores.ts'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import { type ObjectRow, objects } from '#kit/objects/objects.ts'

export type FileRow = {
  id: string
  hangs_on: string
  name: string
  type: string
  size: number
  sha256: Buffer
  by: string | null
  at: string
  revision: number
  may_remove: boolean
  fixed: boolean
}

const columns =
  sql.raw(`f.id, f.hangs_on, f.name, f.type, f.size, f.sha256, p.title as by, o.created as at, o.revision, f.fixed,
  not f.fixed and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor())) as may_remove
  from files.file f join kit.object o on o.id = f.id left join kit.object p on p.id = o.author`)

export const files = (db: Database) => ({
  /** Hangs a file on an object that the author may change. Returns the id of the file, which is an object itself. */
  async store(
    on: Pick<ObjectRow, 'id' | 'owner' | 'body' | 'audience' | 'readers'>,
    author: string | null,
    at: string,
    file: { name: string; type: string; bytes: Uint8Array },
  ): Promise<string> {
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'file',
      title: file.name,
      owner: on.owner,
      body: on.body,
      author,
      audience: on.audience,
      readers: on.readers,
    })
    await sql`select files.store(${id}, ${on.id}, ${file.name}, ${file.type}, ${Buffer.from(file.bytes)})`.execute(db)
    return id
  },
  async of(object: string): Promise<FileRow[]> {
    const { rows } =
      await sql<FileRow>`select ${columns} where f.hangs_on = ${object} and o.deleted_at is null order by o.created, f.name collate kit.german`.execute(
        db,
      )
    return rows
  },
  async find(id: string): Promise<FileRow | undefined> {
    const { rows } = await sql<FileRow>`select ${columns} where f.id = ${id}`.execute(db)
    return rows[0]
  },
  /** @throws an Error when the stored content is not what was stored. */
  async content(file: Pick<FileRow, 'sha256' | 'size'>): Promise<Buffer> {
    const { rows } = await sql<{
      bytes: Buffer
    }>`select bytes from files.chunk where sha256 = ${file.sha256} order by position`.execute(db)
    const bytes = Buffer.concat(rows.map((row) => row.bytes))
    if (bytes.length !== file.size || !createHash('sha256').update(bytes).digest().equals(file.sha256))
      throw new Error('a stored file is damaged')
    return bytes
  },
})

/** What was removed thirty days ago loses its name and, with the last file of this content, its content. */
export const filing: Chores = {
  erase: { file: async (id, { db }) => void (await sql`select files.erase(${id})`.execute(db)) },
}
