// Handler of the search.
import type { Handlers } from '#kit/http/scene.ts'
import type { search as contract } from './contract.ts'
import { search } from './search.ts'

export const handlers: Handlers<typeof contract> = {
  async find({ q, kinds, most }, { db }) {
    const wanted = kinds?.split(',').filter(Boolean)
    const rows = await search(db).find(q, wanted?.length ? wanted : null, most)
    return {
      hits: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        title: row.title,
        invented: row.invented,
        created: row.created,
        inTitle: row.in_title,
        owner: row.owner && row.owner_title ? { id: row.owner, title: row.owner_title } : null,
        body: row.body && row.body_title ? { id: row.body, title: row.body_title } : null,
      })),
    }
  },
}
