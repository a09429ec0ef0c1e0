// The rules of procedure in force of bodies, with the meetings to which they apply: read for all bodies at once.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Rules } from '../rules/binding.ts'
import { meetingsOf } from './grounds.ts'

type Row = Omit<Rules, 'meetings'>

/** Of all bodies, or of these. A body that is over is bound to nothing. */
export async function rulesInForce(db: Database, bodies?: readonly string[]): Promise<Rules[]> {
  const { rows } = await sql<Row>`
    select r.object as id, r.edition, b.id as body, o.owner, cooperation.rules_bind_from(r) as start, b.dissolved_on as "endsOn", r.notice_days as "noticeDays",
        r.notice_strength as "noticeStrength", r.item_days as "itemDays", r.minutes_days as "minutesDays", r.minutes_strength as "minutesStrength"
      from cooperation.body b join kit.object o on o.id = b.id and o.deleted_at is null cross join lateral cooperation.rule_of(b.id) r
     where r.body is not null and (b.dissolved_on is null or clock.today() < b.dissolved_on)
       ${bodies ? sql`and b.id = any (${[...bodies]}::uuid[])` : sql``} order by b.id`.execute(db)
  const meetings = await meetingsOf(
    db,
    rows.map((row) => row.body),
  )
  return rows.map((row) => ({ ...row, meetings: meetings.get(row.body) ?? [] }))
}
