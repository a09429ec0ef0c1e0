// The documents on which a body stands, and what was in force on a day.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type Document = {
  kind: 'rules' | 'mandate' | 'file' | 'edition' | 'agreement'
  document: string
  edition: number | null
  day: string
  title: string | null
}
export type AgreedRow = { id: string; title: string | null; edition: number; since: string; until: string | null }
export type Constitution = {
  body: string
  day: string
  file: string | null
  object: string | null
  edition: number | null
  by: string
}

/** From when a later edition, signed by all, has taken the place of this one; null: none has. */
const replacedOn = (
  agreement: string,
  edition: string,
) => sql`(select min(r.day) from (select max(s.day) as day from cooperation.party p
    cross join lateral (select count(*) as n, max(y.day) as day from cooperation.signature y
      where y.agreement = p.agreement and y.edition = p.edition and y.organisation = p.organisation) s
   where p.agreement = ${sql.ref(agreement)} and p.edition > ${sql.ref(edition)}
   group by p.edition having count(*) >= 2 and bool_and(s.n >= cooperation.needs_signatures(p.signing))) r)`

export const standings = (db: Database) => ({
  async constitutedBy(body: string, day: string): Promise<Document | null> {
    const { rows } =
      await sql<Document>`select c.kind, c.document, c.edition, c.day, o.title from cooperation.constituted_by(${body}, ${day}) c left join kit.object o on o.id = c.document`.execute(
        db,
      )
    return rows[0] ?? null
  },
  async agreedOn(body: string, day: string): Promise<AgreedRow[]> {
    const { rows } =
      await sql<AgreedRow>`select a.agreement as id, o.title, a.edition, a.since, least(a.until, ${replacedOn('a.agreement', 'a.edition')}) as until from cooperation.agreed_on(${body}, ${day}) a left join kit.object o on o.id = a.agreement`.execute(
        db,
      )
    return rows
  },
  async inForceOn(
    agreement: string,
    day: string,
  ): Promise<{ edition: number; since: string; until: string | null } | null> {
    const { rows } = await sql<{
      edition: number
      since: string
      until: string | null
    }>`select f.edition, f.since, least(f.until, ${replacedOn('f.agreement', 'f.edition')}) as until
      from (select ${agreement}::uuid as agreement, x.* from cooperation.in_force_on(${agreement}, ${day}) x) f`.execute(
      db,
    )
    return rows[0] ?? null
  },
  /** Whether all had signed some edition by then: it was in force before. */
  async wasInForce(agreement: string, day: string): Promise<boolean> {
    const { rows } =
      await sql`select from cooperation.party p cross join lateral (select count(*) as n, max(y.day) as day from cooperation.signature y
          where y.agreement = p.agreement and y.edition = p.edition and y.organisation = p.organisation) s
        where p.agreement = ${agreement} group by p.edition having count(*) >= 2 and bool_and(s.n >= cooperation.needs_signatures(p.signing)) and max(s.day) <= ${day} limit 1`.execute(
        db,
      )
    return rows.length > 0
  },
  /** As they were called on that day. */
  async partiesOn(agreement: string, edition: number, day: string) {
    const { rows } = await sql<{ id: string; title: string; leavesOn: string | null }>`
      select x.* from (select p.organisation as id, coalesce((select n.name from actors.name n where n.organisation = p.organisation and n.superseded_at is null
          and (n.valid_from is null or n.valid_from <= ${day}) and (n.valid_until is null or ${day} < n.valid_until) limit 1), o.title) as title, l.day as "leavesOn"
        from cooperation.party p join kit.object o on o.id = p.organisation
        cross join lateral (select cooperation.leaves_on(p.agreement, p.edition, p.organisation) as day) l
       where p.agreement = ${agreement} and p.edition = ${edition} and (l.day is null or ${day} < l.day)) x order by x.title collate kit.german`.execute(
      db,
    )
    return rows
  },
  async isConstituted(body: string): Promise<boolean> {
    const { rows } = await sql`select from cooperation.constitution where body = ${body}`.execute(db)
    return rows.length > 0
  },
  async constitute(c: Constitution): Promise<void> {
    if (c.file) await sql`select files.fix(${c.file})`.execute(db)
    await sql`insert into cooperation.constitution (body, day, file, object, edition, recorded_by, recorded_at)
      values (${c.body}, ${c.day}, ${c.file}, ${c.object}, ${c.edition}, ${c.by}, clock.now())`.execute(db)
  },
})
