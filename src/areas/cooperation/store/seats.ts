// Seats over time, letters of delegation and the end of a body.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type DaySeat = {
  id: string
  organisation: string
  organisation_title: string
  unit: string | null
  unit_title: string | null
  side: 'public' | 'free' | 'other' | null
  constituency_name: string | null
  voting: boolean
  guest: boolean
}
export type PastSeat = {
  id: string
  organisation: string
  organisation_title: string
  unit: string | null
  unit_title: string | null
  voting: boolean
  guest: boolean
  valid_from: string
  valid_until: string | null
  ended_because: string | null
  heir: string | null
  heir_title: string | null
  doubles: string | null
  kept: boolean
}
export type DelegationRow = {
  id: string
  organisation: string
  organisation_title: string
  person: string
  person_title: string
  deputy: string | null
  deputy_title: string | null
  from_day: string
  until_day: string | null
  signed_by: string
  signed_on: string
  source: string | null
  ended: boolean
}
export type NewDelegation = {
  id: string
  body: string
  organisation: string
  person: string
  deputy: string | null
  from: string
  until: string | null
  signedBy: string
  signedOn: string
  source: string | null
  mandate: string
  deputyMandate: string | null
}

/** What an organisation was called on a day; without a dated name its title of today. */
const called = (
  organisation: string,
  day: string,
) => sql`coalesce((select n.name from actors.name n where n.organisation = ${sql.ref(organisation)} and n.superseded_at is null
  and (n.valid_from is null or n.valid_from <= ${day}) and (n.valid_until is null or ${day} < n.valid_until) limit 1), (select t.title from kit.object t where t.id = ${sql.ref(organisation)}))`

const letters = sql`select d.id, d.organisation, o.title as organisation_title, d.person, p.title as person_title, d.deputy, v.title as deputy_title, d.from_day, d.until_day,
  d.signed_by, d.signed_on, d.source, not exists (select from access.mandate m where m.person = d.person and m.organisation = d.organisation and m.body = d.body
    and m.superseded_at is null and (m.until_day is null or m.until_day > clock.today())) as ended
  from cooperation.delegation d join kit.object x on x.id = d.id and x.deleted_at is null join kit.object o on o.id = d.organisation join kit.object p on p.id = d.person
  left join kit.object v on v.id = d.deputy`

export const seats = (db: Database) => ({
  async on(body: string, day: string): Promise<DaySeat[]> {
    const { rows } =
      await sql<DaySeat>`select * from (select s.id, s.organisation, ${called('s.organisation', day)} as organisation_title, s.unit,
        case when s.unit is not null then ${called('s.unit', day)} end as unit_title, a.side, c.name as constituency_name, s.voting, s.guest
      from cooperation.seat s left join actors.organisation a on a.id = s.organisation left join cooperation.constituency c on c.id = s.constituency
      where s.body = ${body} and s.superseded_at is null and s.valid_from <= ${day} and (s.valid_until is null or ${day} < s.valid_until)
      ) d order by d.organisation_title collate kit.german, d.unit_title collate kit.german nulls first`.execute(db)
    return rows
  },
  async history(body: string): Promise<PastSeat[]> {
    const { rows } =
      await sql<PastSeat>`select s.id, s.organisation, o.title as organisation_title, s.unit, u.title as unit_title, s.voting, s.guest, s.valid_from, s.valid_until,
        s.ended_because, h.id as heir, x.title as heir_title, s.doubles, s.kept
      from cooperation.seat s join kit.object o on o.id = s.organisation left join kit.object u on u.id = s.unit
      left join lateral (select coalesce(n.unit, n.organisation) as id from cooperation.seat n join cooperation.seat before on before.id = n.continues
        where n.body = s.body and n.superseded_at is null and n.valid_from = s.valid_until and n.id <> s.id and before.organisation = s.organisation
          and before.unit is not distinct from s.unit limit 1) h on true
      left join kit.object x on x.id = h.id
      where s.body = ${body} and s.superseded_at is null order by o.title collate kit.german, s.valid_from`.execute(db)
    return rows
  },
  async keep(seat: string): Promise<boolean> {
    const done =
      await sql`update cooperation.seat set kept = true where id = ${seat} and superseded_at is null and doubles is not null and not kept`.execute(
        db,
      )
    return done.numAffectedRows === 1n
  },
  /** As a chore: the seats of what was merged go on with its successor. */
  async move(from: string, to: string, day: string): Promise<{ body: string; seat: string; doubled: boolean }[]> {
    const { rows } = await sql<{
      body: string
      seat: string
      doubled: boolean
    }>`select moved_in as body, moved_seat as seat, doubled from cooperation.move_seats(${from}, ${to}, ${day})`.execute(
      db,
    )
    return rows
  },
  async addDelegation(d: NewDelegation): Promise<void> {
    await sql`insert into cooperation.delegation (id, body, organisation, person, deputy, from_day, until_day, signed_by, signed_on, source, mandate, deputy_mandate)
      values (${d.id}, ${d.body}, ${d.organisation}, ${d.person}, ${d.deputy}, ${d.from}, ${d.until}, ${d.signedBy}, ${d.signedOn}, ${d.source}, ${d.mandate}, ${d.deputyMandate})`.execute(
      db,
    )
  },
  async delegations(body: string): Promise<DelegationRow[]> {
    const { rows } =
      await sql<DelegationRow>`${letters} where d.body = ${body} order by o.title collate kit.german, d.from_day desc`.execute(
        db,
      )
    return rows
  },
  async delegation(id: string): Promise<DelegationRow | undefined> {
    const { rows } = await sql<DelegationRow>`${letters} where d.id = ${id}`.execute(db)
    return rows[0]
  },
  /** The latest proposal to dissolve the body. */
  async dissolution(body: string): Promise<{ id: string; day: string; because: string; released: boolean } | null> {
    const { rows } = await sql<{ id: string; day: string; because: string; released: boolean }>`
      select o.id, e.content->>'day' as day, e.content->>'because' as because, cooperation.is_released(o.id, e.number) as released
        from kit.object o join kit.edition e on e.object = o.id where o.kind = 'dissolution' and o.body = ${body} and o.deleted_at is null order by e.number desc limit 1`.execute(
      db,
    )
    return rows[0] ?? null
  },
  async dissolve(dissolution: string): Promise<string | null> {
    const { rows } = await sql<{ day: string | null }>`select cooperation.dissolve(${dissolution}) as day`.execute(db)
    return rows[0]!.day
  },
  async isOver(body: string): Promise<boolean> {
    const { rows } = await sql<{ over: boolean }>`select cooperation.is_over(${body}) as over`.execute(db)
    return rows[0]!.over
  },
  /** As a chore: what bodies that are over still share with those who acted in them. */
  async leftOpen(): Promise<
    { body: string; parent: string | null; object: string; readers: string[]; members: string[] }[]
  > {
    const { rows } = await sql<{
      body: string
      parent: string | null
      object: string
      readers: string[]
      members: string[]
    }>`
      select b.id as body, g.parent, o.id as object, o.readers,
        array(select distinct s.organisation from cooperation.seat s where s.body = b.id and s.superseded_at is null and s.valid_until = b.dissolved_on and not s.guest) as members
      from cooperation.body b left join cooperation.working_group g on g.body = b.id join kit.object o on o.body = b.id and o.id <> b.id and b.id = any (o.readers)
      where b.dissolved_on <= clock.today() order by b.id`.execute(db)
    return rows
  },
  /** Members of running groups for which nobody acts there. */
  async unsent(): Promise<{ body: string; name: string; edition: number; organisation: string; since: string }[]> {
    const { rows } = await sql<{ body: string; name: string; edition: number; organisation: string; since: string }>`
      select distinct g.body, o.title as name, g.edition, s.organisation, b.founded_on as since
      from cooperation.working_group g join kit.object o on o.id = g.body join cooperation.body b on b.id = g.body join cooperation.seat s on s.body = g.body
      where g.closed_on is null and clock.today() < g.until_day and s.superseded_at is null and not s.guest
        and s.valid_from <= clock.today() and (s.valid_until is null or clock.today() < s.valid_until)
        and not exists (select from access.mandate m where m.body = g.body and m.organisation = s.organisation and m.superseded_at is null
          and m.role in ('chair', 'delegate') and (m.until_day is null or m.until_day > clock.today()))
        and not exists (select from duties.standing d where d.kind = 'nameDelegate' and d.debtor = s.organisation and d.creditor = g.body
          and d.state in ('notYet', 'open', 'overdue', 'waived')) order by 1, 4`.execute(db)
    return rows
  },
  /** Open duties to name somebody whose organisation has somebody there now. */
  async named(): Promise<{ duty: string; organisation: string; body: string }[]> {
    const { rows } = await sql<{ duty: string; organisation: string; body: string }>`
      select d.id as duty, d.debtor as organisation, d.creditor as body from duties.standing d
      where d.kind = 'nameDelegate' and d.state in ('notYet', 'open', 'overdue') and exists (select from access.mandate m
        where m.body = d.creditor and m.organisation = d.debtor and m.superseded_at is null and m.role in ('chair', 'delegate')
          and (m.until_day is null or m.until_day > clock.today()))`.execute(db)
    return rows
  },
})
