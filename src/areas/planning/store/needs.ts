// Rows of needs and of what they rest on.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Grade, NeedContent } from '../contract/needs.ts'

export type NeedRow = {
  id: string
  state: 'draft' | 'stated'
  target_group: string
  area: string | null
  area_title: string | null
  area_name: string | null
  benefit: string
  description: string
  edition: number | null
  stated_on: string | null
  withdrawn_on: string | null
  withdrawn_because: string | null
  drafted: string
  on_agenda: string | null
  decided: string | null
  in_measure: string | null
  answered: string | null
}
export type EvidenceRow = {
  id: string
  grade: Grade
  source: string | null
  source_kind: string | null
  source_title: string | null
  source_edition: number | null
  holder: string | null
  holder_title: string | null
  indicator: string | null
  indicator_title: string | null
  area: string | null
  area_title: string | null
  from_day: string | null
  until_day: string | null
  cut: string
  shown: string | null
  as_of: string
  note: string
}
/** A piece of evidence as it is kept: its source is settled, its edition fixed. */
export type KeptEvidence = {
  grade: Grade
  source: string | null
  edition: number | null
  holder: string | null
  indicator: string | null
  area: string | null
  from: string | null
  until: string | null
  cut: string
  shown: string | null
  asOf: string
  note: string
}

// The day on which each further step was reached, as far as the reader may see that step.
const steps =
  sql.raw(`(select min((l.at at time zone 'Europe/Berlin')::date) from trail.link l join kit.object m on m.id = l.target and m.kind = 'meeting'
    where l.source = n.id and l.kind = 'discussedIn' and l.withdrawn_at is null) as on_agenda,
  (select min(d.recorded_on) from planning.decision_need x join planning.decision d on d.id = x.decision where x.need = n.id) as decided,
  (select min(m.agreed_on) from planning.decision_need x join planning.measure m on m.decision = x.decision where x.need = n.id) as in_measure,
  (select min(s.from_day) from planning.decision_need x join planning.measure m on m.decision = x.decision join trail.link l on l.source = m.id and l.kind = 'answeredBy'
    and l.withdrawn_at is null join services.service s on s.id = l.target and s.status <> 'planned' where x.need = n.id) as answered`)
const columns =
  sql.raw(`n.id, n.state, n.target_group, n.area, a.title as area_title, n.area_name, n.benefit, n.description, n.edition, n.stated_on, n.withdrawn_on, n.withdrawn_because,
  (o.created at time zone 'Europe/Berlin')::date as drafted`)
const joins = sql.raw('join kit.object o on o.id = n.id left join kit.object a on a.id = n.area')

export const needs = (db: Database) => ({
  async find(id: string): Promise<NeedRow | undefined> {
    const { rows } =
      await sql<NeedRow>`select ${columns}, ${steps} from planning.need n ${joins} where n.id = ${id}`.execute(db)
    return rows[0]
  },
  async list(where: { body?: string | undefined; owner?: string | undefined }): Promise<NeedRow[]> {
    const { rows } =
      await sql<NeedRow>`select ${columns}, ${steps} from planning.need n ${joins} where o.deleted_at is null
      ${where.body ? sql`and o.body = ${where.body}` : sql``} ${where.owner ? sql`and o.owner = ${where.owner}` : sql``}
      order by coalesce(n.stated_on, '-infinity') desc, o.created desc, n.id`.execute(db)
    return rows
  },
  async add(id: string, c: NeedContent): Promise<void> {
    await sql`insert into planning.need (id, target_group, area, area_name, benefit, description)
      values (${id}, ${c.targetGroup}, ${c.area}, ${c.areaName}, ${c.benefit}, ${c.description})`.execute(db)
  },
  /** `edition`: the frozen content this now is; null while it is a draft. */
  async change(id: string, c: NeedContent, edition: number | null): Promise<void> {
    await sql`update planning.need set target_group = ${c.targetGroup}, area = ${c.area}, area_name = ${c.areaName}, benefit = ${c.benefit}, description = ${c.description},
      edition = ${edition} where id = ${id}`.execute(db)
  },
  async state(id: string, edition: number, day: string): Promise<void> {
    await sql`update planning.need set state = 'stated', edition = ${edition}, stated_on = ${day} where id = ${id}`.execute(
      db,
    )
  },
  /** Was the body told already that there is nothing left to deal with? */
  async isSettled(id: string): Promise<boolean> {
    const { rows } = await sql`select from duties.fact where kind = 'need.settled' and object = ${id}`.execute(db)
    return rows.length > 0
  },
  async withdraw(id: string, because: string, day: string): Promise<void> {
    await sql`update planning.need set withdrawn_on = ${day}, withdrawn_because = ${because} where id = ${id}`.execute(
      db,
    )
  },
  async evidence(need: string): Promise<EvidenceRow[]> {
    const { rows } =
      await sql<EvidenceRow>`select e.id, e.grade, e.source, s.kind as source_kind, s.title as source_title, e.source_edition, e.holder, h.title as holder_title,
        e.indicator, i.title as indicator_title, e.area, a.title as area_title, e.from_day, e.until_day, e.cut, e.shown, e.as_of, e.note
      from planning.evidence e left join kit.object s on s.id = e.source left join kit.object h on h.id = e.holder
      left join kit.object i on i.id = e.indicator left join kit.object a on a.id = e.area where e.need = ${need} order by e.position, e.id`.execute(
        db,
      )
    return rows
  },
  /** Replaces the evidence of the current text; a piece that was there stays the same row, and what an earlier edition rested on stays in that edition. */
  async keepEvidence(
    need: string,
    pieces: readonly (KeptEvidence & { id: string })[],
    before: readonly EvidenceRow[],
  ): Promise<void> {
    const there = new Set(before.map((row) => row.id))
    await sql`delete from planning.evidence where need = ${need} and not id = any (${pieces.map((piece) => piece.id)}::uuid[])`.execute(
      db,
    )
    for (const [position, e] of pieces.entries()) {
      if (there.has(e.id))
        await sql`update planning.evidence set position = ${position}, note = ${e.note} where id = ${e.id}`.execute(db)
      else
        await sql`insert into planning.evidence (id, need, position, grade, source, source_edition, holder, indicator, area, from_day, until_day, cut, shown, as_of, note)
          values (${e.id}, ${need}, ${position}, ${e.grade}, ${e.source}, ${e.edition}, ${e.holder}, ${e.indicator}, ${e.area}, ${e.from}, ${e.until}, ${e.cut}, ${e.shown},
            ${e.asOf}, ${e.note})`.execute(db)
    }
  },
  /** The latest frozen edition of something visible. */
  async latestEdition(object: string): Promise<number | null> {
    const { rows } = await sql<{
      number: number | null
    }>`select max(number) as number from kit.edition where object = ${object}`.execute(db)
    return rows[0]?.number ?? null
  },
  async hasEdition(object: string, number: number): Promise<boolean> {
    const { rows } = await sql`select from kit.edition where object = ${object} and number = ${number}`.execute(db)
    return rows.length > 0
  },
})
