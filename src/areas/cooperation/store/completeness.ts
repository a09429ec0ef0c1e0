// Who sits in a body, what they are and deal with, what they bring, and how the search for the missing stands.
import { sql } from 'kysely'
import { type Discipline, type Field, fieldOf } from '#areas/actors/contract.ts'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { ContributionKind, SearchState } from '../contract/completeness.ts'
import type { ActorCode } from '../rules/actors.ts'

export type SeatedRow = {
  organisation: string
  organisation_title: string
  unit: string | null
  unit_title: string | null
  guest: boolean
  kind: string | null
  side: 'public' | 'free' | 'other' | null
  roles: string[]
  fields: Field[]
}
export type CellRow = {
  organisation: string
  kind: ContributionKind
  text: string
  source: string | null
  recorded_on: string
}
export type SearchRow = {
  actor: ActorCode
  state: SearchState
  organisation: string | null
  organisation_title: string | null
  note: string
  recorded_on: string
}

export const completeness = (db: Database) => ({
  /** One row for each seat of today; what a department says of itself counts for its seat beside what its house says. */
  async seated(body: string): Promise<SeatedRow[]> {
    const { rows } = await sql<Omit<SeatedRow, 'fields'> & { tagged: Field[]; disciplines: Discipline[] }>`
      select s.organisation, o.title as organisation_title, s.unit, u.title as unit_title, s.guest, a.kind, a.side,
        coalesce((select array_agg(distinct t.code) from actors.tag t where t.organisation in (s.organisation, s.unit) and t.family = 'role'), '{}') as roles,
        coalesce((select array_agg(distinct t.code) from actors.tag t where t.organisation = coalesce(s.unit, s.organisation) and t.family = 'field'), '{}') as tagged,
        coalesce((select w.disciplines from actors.organisation w where w.id = coalesce(s.unit, s.organisation)), '{}') as disciplines
      from cooperation.seat s join kit.object o on o.id = s.organisation left join kit.object u on u.id = s.unit left join actors.organisation a on a.id = s.organisation
      where s.body = ${body} and s.superseded_at is null and s.valid_from <= clock.today() and (s.valid_until is null or clock.today() < s.valid_until)
      order by o.title collate kit.german, u.title collate kit.german nulls first`.execute(db)
    return rows.map(({ tagged, disciplines, ...row }) => ({
      ...row,
      fields: [...new Set([...tagged, ...disciplines.map(fieldOf).filter((field) => field !== null)])],
    }))
  },
  async cells(body: string): Promise<CellRow[]> {
    const { rows } =
      await sql<CellRow>`select organisation, kind, text, source, recorded_on from cooperation.contribution where body = ${body} and superseded_at is null`.execute(
        db,
      )
    return rows
  },
  async mayContribute(body: string, organisation: string, source: string | null): Promise<boolean> {
    const { rows } = await sql<{
      may: boolean
    }>`select cooperation.may_contribute(${body}, ${organisation}, ${source}) as may`.execute(db)
    return rows[0]!.may
  },
  /** Replaces what was stated before; an empty text takes it back. */
  async contribute(
    c: { body: string; organisation: string; kind: ContributionKind; text: string; source: string | null },
    at: string,
  ): Promise<void> {
    await sql`update cooperation.contribution set superseded_at = clock.now()
      where body = ${c.body} and organisation = ${c.organisation} and kind = ${c.kind} and superseded_at is null`.execute(
      db,
    )
    if (c.text !== '')
      await sql`insert into cooperation.contribution (id, body, organisation, kind, text, source, recorded_on, recorded_at)
        values (${newId(at)}, ${c.body}, ${c.organisation}, ${c.kind}, ${c.text}, ${c.source}, clock.today(), clock.now())`.execute(
        db,
      )
  },
  async searches(body: string): Promise<SearchRow[]> {
    const { rows } = await sql<SearchRow>`
      select m.actor, m.state, m.organisation, o.title as organisation_title, m.note, m.recorded_on from cooperation.missing_actor m
        left join kit.object o on o.id = m.organisation where m.body = ${body} and m.superseded_at is null`.execute(db)
    return rows
  },
  async noteSearch(
    body: string,
    s: { actor: ActorCode; state: SearchState; organisation: string | null; note: string },
    at: string,
  ): Promise<void> {
    await sql`update cooperation.missing_actor set superseded_at = clock.now() where body = ${body} and actor = ${s.actor} and superseded_at is null`.execute(
      db,
    )
    await sql`insert into cooperation.missing_actor (id, body, actor, state, organisation, note, recorded_on, recorded_at)
      values (${newId(at)}, ${body}, ${s.actor}, ${s.state}, ${s.organisation}, ${s.note}, clock.today(), clock.now())`.execute(
      db,
    )
  },
})
