// Handlers of history and news. News read sealed numbers only, so nothing slips in behind the last visit.
import { sql } from 'kysely'
import type { Handlers } from '#kit/http/scene.ts'
import type { journal as contract, NewsItem } from './contract.ts'
import { journal } from './journal.ts'

export const handlers: Handlers<typeof contract> = {
  async history({ id }, { db }) {
    return { entries: await journal(db).of(id) }
  },
  async news({ since }, { db, actor }) {
    const { rows: own } = await sql<{ seen: number; seen_before: number; head: number }>`
      select a.seen, a.seen_before, coalesce((select max(number) from journal.entry), 0) as head from access.account a where a.person = ${actor.person}`.execute(
      db,
    )
    const from = since ?? own[0]?.seen ?? 0
    const { rows } = await sql<NewsItem>`
      select e.number, e.at, e.verb, w.title as organisation, e.object, o.kind, o.title, e.because
        from journal.entry e join kit.object o on o.id = e.object and o.deleted_at is null left join kit.object w on w.id = e.organisation
       where e.number > ${from} and e.person is distinct from ${actor.person} order by e.number desc limit 30`.execute(
      db,
    )
    return { items: rows, head: own[0]?.head ?? 0, since: from }
  },
  async seen({ number }, { db }) {
    await sql`select access.mark_seen(${number})`.execute(db)
    return {}
  },
}
