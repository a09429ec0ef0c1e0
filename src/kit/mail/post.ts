// Posting: a mail is written in the transaction of its cause and sent afterwards, once per dedupe key.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type Post = {
  /** The same key is one mail, however often it is posted. */
  dedupe: string
  person: string
  /** For whom the recipient reads it. */
  organisation: string | null
  template: 'duties.reminder' | 'notice'
  /** What the template needs: `stage` of a reminder, `what` of a notice. Never a text of somebody. */
  data?: Readonly<Record<string, string>>
  object?: string | null
}

/** As a chore. While somebody is away it goes to whoever stands in, once also where both were to get it. Returns false when it was posted before. */
export async function postAsChore(db: Database, post: Post): Promise<boolean> {
  const { rows } = await sql<{
    posted: boolean
  }>`select mail.post(replace(${post.dedupe}, ${post.person}::text, r.id::text), r.id, ${post.organisation}, null, ${post.template},
    ${JSON.stringify(post.data ?? {})}::jsonb, ${post.object ?? null}) as posted
    from access.recipient(${post.person}, ${post.organisation}, ${post.object ?? null}) as r (id)`.execute(db)
  return rows[0]!.posted
}

/** As a chore: to somebody without an account, who is known only by name and address. Returns false when it was posted before. */
export async function postToAddress(
  db: Database,
  post: Omit<Post, 'person' | 'organisation' | 'template'> & { address: string },
): Promise<boolean> {
  const { rows } = await sql<{ posted: boolean }>`
    select mail.post(${post.dedupe}, null, null, ${post.address}, 'notice', ${JSON.stringify(post.data ?? {})}::jsonb, ${post.object ?? null}) as posted`.execute(
    db,
  )
  return rows[0]!.posted
}
