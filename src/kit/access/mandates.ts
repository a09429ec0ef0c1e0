// Who acts for whom, from when until when. Whether somebody may grant or end a mandate is decided by the database (access.may_grant).
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Role } from '#kit/http/contract.ts'
import { newId } from '#kit/objects/id.ts'
import type { Mandate } from './contract.ts'

export type NewMandate = {
  person: string
  organisation: string
  body: string | null
  role: Role
  from: string
  until: string | null
  basis: string
}
export type MandateRow = {
  id: string
  person: string
  person_title: string
  organisation: string
  organisation_title: string
  body: string | null
  body_title: string | null
  role: Role
  from_day: string
  until_day: string | null
  basis: string
  superseded_at: string | null
}

const select = sql`select m.id, m.person, p.title as person_title, m.organisation, o.title as organisation_title, m.body, b.title as body_title, m.role, m.from_day, m.until_day, m.basis, m.superseded_at
  from access.mandate m join kit.object p on p.id = m.person join kit.object o on o.id = m.organisation left join kit.object b on b.id = m.body`

export const shownMandate = (row: MandateRow, today: string): Mandate => ({
  id: row.id,
  person: { id: row.person, title: row.person_title },
  organisation: { id: row.organisation, title: row.organisation_title },
  body: row.body && row.body_title ? { id: row.body, title: row.body_title } : null,
  role: row.role,
  from: row.from_day,
  until: row.until_day,
  basis: row.basis,
  current: row.from_day <= today && (row.until_day === null || today < row.until_day),
})

export const mandates = (db: Database) => ({
  async find(id: string): Promise<MandateRow | undefined> {
    const { rows } = await sql<MandateRow>`${select} where m.id = ${id}`.execute(db)
    return rows[0]
  },
  /** Recorded and not replaced: past, current and coming. */
  async of(where: { organisation?: string; body?: string; person?: string; role?: Role }): Promise<MandateRow[]> {
    const { rows } = await sql<MandateRow>`${select} where m.superseded_at is null
      ${where.organisation ? sql`and m.organisation = ${where.organisation}` : sql``} ${where.body ? sql`and m.body = ${where.body}` : sql``}
      ${where.person ? sql`and m.person = ${where.person}` : sql``} ${where.role ? sql`and m.role = ${where.role}` : sql``}
      order by o.title collate kit.german, p.title collate kit.german, m.from_day`.execute(db)
    return rows
  },
  async grant(m: NewMandate, by: string, at: string): Promise<string> {
    const id = newId(at)
    await sql`insert into access.mandate (id, person, organisation, body, role, from_day, until_day, basis, granted_by, recorded_at)
      values (${id}, ${m.person}, ${m.organisation}, ${m.body}, ${m.role}, ${m.from}, ${m.until}, ${m.basis}, ${by}, clock.now())`.execute(
      db,
    )
    return id
  },
  /** Closes the row and, where it held before `until`, replaces it by one that ends then. Returns the replacement, or undefined when the database said no. */
  async end(
    old: MandateRow,
    until: string,
    by: string,
    at: string,
  ): Promise<{ replacement: string | null } | undefined> {
    const replacement =
      old.from_day < until
        ? await this.grant(
            {
              person: old.person,
              organisation: old.organisation,
              body: old.body,
              role: old.role,
              from: old.from_day,
              until,
              basis: old.basis,
            },
            by,
            at,
          )
        : null
    const done =
      await sql`update access.mandate set superseded_at = clock.now(), superseded_by = ${replacement} where id = ${old.id} and superseded_at is null`.execute(
        db,
      )
    return done.numAffectedRows === 1n ? { replacement } : undefined
  },
  /** Posts the invitation; 'emailTaken' and 'hasAccount' are refusals. */
  async invite(person: string, email: string): Promise<string> {
    const { rows } = await sql<{ outcome: string }>`select access.invite(${person}, ${email}) as outcome`.execute(db)
    return rows[0]!.outcome
  },
})
