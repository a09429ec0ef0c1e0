// What is said about the involvement of organisations, and what is really there.
import { sql } from 'kysely'
import { type Discipline, type Field, fieldOf } from '#areas/actors/contract.ts'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { Degree, InvolvementState } from '../contract/involvement.ts'
import type { Seated } from '../rules/actors.ts'

export type SaidRow = {
  organisation: string
  organisation_title: string
  own: boolean
  influence: Degree | null
  interest: Degree | null
  contribution: string
  state: InvolvementState | null
  source: string | null
  recorded_on: string
  recorded_at: string
}
type Statement = Omit<SaidRow, 'organisation_title' | 'recorded_on' | 'recorded_at'>

export const involvements = (db: Database) => ({
  async of(about: string): Promise<SaidRow[]> {
    const { rows } = await sql<SaidRow>`
      select i.organisation, o.title as organisation_title, i.own, i.influence, i.interest, i.contribution, i.state, i.source, i.recorded_on, i.recorded_at
      from cooperation.involvement i join kit.object o on o.id = i.organisation and o.deleted_at is null
      where i.about = ${about} and i.superseded_at is null order by o.title collate kit.german`.execute(db)
    return rows
  },
  /** Each with what it is and deals with, as a seat would count. */
  async actors(organisations: readonly string[]): Promise<Seated[]> {
    const { rows } = await sql<Omit<Seated, 'fields'> & { tagged: Field[]; disciplines: Discipline[] }>`
      select o.id, o.title, o.title as house, a.kind, a.side, coalesce(a.disciplines, '{}') as disciplines,
        coalesce((select array_agg(distinct t.code) from actors.tag t where t.organisation = o.id and t.family = 'role'), '{}') as roles,
        coalesce((select array_agg(distinct t.code) from actors.tag t where t.organisation = o.id and t.family = 'field'), '{}') as tagged
      from kit.object o left join actors.organisation a on a.id = o.id where o.id = any (${[...organisations]}::uuid[])`.execute(
      db,
    )
    return rows.map(({ tagged, disciplines, ...row }) => ({
      ...row,
      fields: [...new Set([...tagged, ...disciplines.map(fieldOf).filter((field) => field !== null)])],
    }))
  },
  /** Who is in this by a joint measure. */
  async sharing(about: string): Promise<string[]> {
    const { rows } = await sql<{ organisation: string }>`
      select f.organisation from duties.fact f where f.kind = 'measure.shared' and f.object = ${about}
      union select f.subject from duties.fact f where f.kind = 'measure.shared' and f.object = ${about} and f.subject is not null`.execute(
      db,
    )
    return rows.map((row) => row.organisation)
  },
  async may(about: string, organisation: string, own: boolean): Promise<boolean> {
    const { rows } = await sql<{
      may: boolean
    }>`select cooperation.may_involve(${about}, ${organisation}, ${own}) as may`.execute(db)
    return rows[0]!.may
  },
  /** Replaces what this voice has said before; an empty statement only takes it back. */
  async state(about: string, s: Statement, by: string, at: string): Promise<void> {
    await sql`update cooperation.involvement set superseded_at = clock.now()
      where about = ${about} and organisation = ${s.organisation} and own = ${s.own} and superseded_at is null`.execute(
      db,
    )
    if (s.influence || s.interest || s.contribution || s.state)
      await sql`insert into cooperation.involvement (id, about, organisation, own, influence, interest, contribution, state, source, stated_by, recorded_on, recorded_at)
        values (${newId(at)}, ${about}, ${s.organisation}, ${s.own}, ${s.influence}, ${s.interest}, ${s.contribution}, ${s.state}, ${s.source}, ${by}, clock.today(), clock.now())`.execute(
        db,
      )
  },
  async topicsOf(about: string): Promise<Field[]> {
    const { rows } = await sql<{
      code: Field
    }>`select code from cooperation.subject_topic where about = ${about} order by code`.execute(db)
    return rows.map((row) => row.code)
  },
  async setTopics(about: string, topics: readonly Field[]): Promise<void> {
    await sql`delete from cooperation.subject_topic where about = ${about}`.execute(db)
    await sql`insert into cooperation.subject_topic (about, code) select ${about}, x from unnest(${[...new Set(topics)]}::text[]) x`.execute(
      db,
    )
  },
})
