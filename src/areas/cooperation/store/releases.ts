// What the chairs of a body have released together. Other areas ask here; only a chair can give a key, and only its own.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type Key = {
  person: string
  person_title: string
  organisation: string
  organisation_title: string
  at: string
  on_behalf: string | null
  on_behalf_title: string | null
}
export type Returned = Omit<Key, 'on_behalf' | 'on_behalf_title'> & { reason: string }
export type Stuck = {
  object: string
  edition: number
  body: string
  kind: string
  title: string
  audience: string
  effect: 'carryOver' | 'mediation'
  rules: string
  rules_edition: number
  meets_per_year: number
}
export type Chair = {
  mandate: string
  person: string
  person_title: string
  organisation: string
  organisation_title: string
}

export const releases = (db: Database) => ({
  async isReleased(object: string, edition: number): Promise<boolean> {
    const { rows } = await sql<{
      released: boolean
    }>`select cooperation.is_released(${object}, ${edition}) as released`.execute(db)
    return rows[0]!.released
  },
  /** The latest edition of the object that all required chairs have released, or null. */
  async latestReleased(object: string): Promise<number | null> {
    const { rows } = await sql<{
      number: number | null
    }>`select max(e.number) as number from kit.edition e where e.object = ${object} and cooperation.is_released(e.object, e.number)`.execute(
      db,
    )
    return rows[0]!.number
  },
  /** Whether the same thing was put before the chairs again after this fact, and nothing followed from that yet. */
  async presentedSince(fact: { id: string; kind: string; object: string }): Promise<boolean> {
    const { rows } = await sql`select from duties.fact f join duties.fact e on e.id = ${fact.id}
      where f.object = ${fact.object} and f.kind = ${fact.kind} and f.handled_at is null and (f.at, coalesce(f.entry, 0), f.id) > (e.at, coalesce(e.entry, 0), e.id)`.execute(
      db,
    )
    return rows.length > 0
  },
  async latestEdition(object: string): Promise<number | null> {
    const { rows } = await sql<{
      number: number | null
    }>`select max(number) as number from kit.edition where object = ${object}`.execute(db)
    return rows[0]!.number
  },
  async given(object: string, edition: number): Promise<Key[]> {
    const { rows } =
      await sql<Key>`select r.person, p.title as person_title, r.organisation, o.title as organisation_title, r.at, r.on_behalf, b.title as on_behalf_title
      from cooperation.release r join kit.object p on p.id = r.person join kit.object o on o.id = r.organisation left join kit.object b on b.id = r.on_behalf
      where r.object = ${object} and r.edition = ${edition} order by r.at, o.title`.execute(db)
    return rows
  },
  /** How many keys the body asks for. */
  async needed(body: string): Promise<number> {
    const { rows } = await sql<{ keys: number }>`select keys from cooperation.body where id = ${body}`.execute(db)
    return rows[0]?.keys ?? 2
  },
  async chairs(body: string): Promise<Chair[]> {
    const { rows } =
      await sql<Chair>`select m.id as mandate, m.person, p.title as person_title, m.organisation, o.title as organisation_title
      from access.mandate m join kit.object p on p.id = m.person join kit.object o on o.id = m.organisation
      where m.body = ${body} and m.role = 'chair' and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)
      order by o.title collate kit.german`.execute(db)
    return rows
  },
  async give(key: {
    object: string
    edition: number
    body: string
    person: string
    organisation: string
    mandate: string
    onBehalf: string | null
  }): Promise<void> {
    await sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, on_behalf, at)
      values (${key.object}, ${key.edition}, ${key.body}, ${key.person}, ${key.organisation}, ${key.mandate}, ${key.onBehalf}, clock.now())`.execute(
      db,
    )
  },
  /** "So nicht" on this edition, if a chair said so. */
  async returned(object: string, edition: number): Promise<Returned | null> {
    const { rows } =
      await sql<Returned>`select x.person, p.title as person_title, x.organisation, o.title as organisation_title, x.at, x.reason
      from cooperation.objection x join kit.object p on p.id = x.person join kit.object o on o.id = x.organisation where x.object = ${object} and x.edition = ${edition}`.execute(
        db,
      )
    return rows[0] ?? null
  },
  async handBack(x: {
    object: string
    edition: number
    body: string
    person: string
    organisation: string
    mandate: string
    reason: string
  }): Promise<void> {
    await sql`insert into cooperation.objection (object, edition, body, person, organisation, mandate, reason, at)
      values (${x.object}, ${x.edition}, ${x.body}, ${x.person}, ${x.organisation}, ${x.mandate}, ${x.reason}, clock.now())`.execute(
      db,
    )
  },
  async deadlock(
    object: string,
    edition: number,
  ): Promise<{ effect: 'carryOver' | 'mediation'; on_day: string } | null> {
    const { rows } = await sql<{
      effect: 'carryOver' | 'mediation'
      on_day: string
    }>`select effect, on_day from cooperation.deadlock where object = ${object} and edition = ${edition}`.execute(db)
    return rows[0] ?? null
  },
  /** As a chore: editions that hang between the keys longer than the rules of their body allow, and were not noted yet. */
  async deadlocked(): Promise<Stuck[]> {
    const { rows } =
      await sql<Stuck>`select k.object, k.edition, k.body, o.kind, o.title, o.audience, (k.rule).deadlock as effect, (k.rule).object as rules, (k.rule).edition as rules_edition, (k.rule).meets_per_year
      from (select r.object, r.edition, r.body, min(r.at) as since, cooperation.rule_of(r.body) as rule from cooperation.release r
             where not cooperation.is_released(r.object, r.edition) group by 1, 2, 3) k join kit.object o on o.id = k.object
      where o.deleted_at is null and (k.rule).deadlock is not null and (k.since at time zone 'Europe/Berlin')::date + (k.rule).deadlock_days <= clock.today()
        and k.edition = (select max(e.number) from kit.edition e where e.object = k.object)
        and not exists (select from cooperation.objection x where x.object = k.object and x.edition = k.edition)
        and not exists (select from cooperation.deadlock d where d.object = k.object and d.edition = k.edition)
      order by k.since, k.object`.execute(db)
    return rows
  },
  async noteDeadlock(d: { object: string; edition: number; body: string; effect: string }): Promise<void> {
    await sql`insert into cooperation.deadlock (object, edition, body, effect, on_day) values (${d.object}, ${d.edition}, ${d.body}, ${d.effect}, clock.today())`.execute(
      db,
    )
  },
  async publicationOf(object: string): Promise<{ id: string; object: string; edition: number } | null> {
    const { rows } = await sql<{
      id: string
      object: string
      edition: number
    }>`select id, object, edition from cooperation.publication where object = ${object} order by edition desc limit 1`.execute(
      db,
    )
    return rows[0] ?? null
  },
  async publication(id: string): Promise<{ id: string; object: string; edition: number } | null> {
    const { rows } = await sql<{
      id: string
      object: string
      edition: number
    }>`select id, object, edition from cooperation.publication where id = ${id}`.execute(db)
    return rows[0] ?? null
  },
  async askPublication(id: string, object: string, edition: number): Promise<void> {
    await sql`insert into cooperation.publication (id, object, edition) values (${id}, ${object}, ${edition})`.execute(
      db,
    )
  },
})
