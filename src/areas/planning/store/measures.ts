// Rows of measures.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type MeasureRow = {
  id: string
  what: string
  decision: string
  decision_title: string | null
  decision_edition: number
  lead: string | null
  lead_title: string | null
  accountable_public: string | null
  public_title: string | null
  accountable_free: string | null
  free_title: string | null
  until_day: string | null
  target_group: string
  area: string | null
  area_title: string | null
  area_name: string | null
  benefit: string
  edition: number | null
  agreed_on: string | null
}
/** What is kept of a measure. `until`: the last day on which it is in time. */
export type KeptMeasure = {
  what: string
  lead: string | null
  accountablePublic: string | null
  accountableFree: string | null
  until: string | null
  targetGroup: string
  area: string | null
  areaName: string | null
  benefit: string
}
export type ServiceOfMeasure = {
  measure: string
  id: string
  title: string
  status: 'planned' | 'open' | 'closed'
  from_day: string | null
}

const columns =
  sql.raw(`m.id, m.what, m.decision, d.title as decision_title, m.decision_edition, m.lead, l.title as lead_title, m.accountable_public, p.title as public_title,
  m.accountable_free, f.title as free_title, m.until_day, m.target_group, m.area, a.title as area_title, m.area_name, m.benefit, m.edition, m.agreed_on`)
const joins =
  sql.raw(`join kit.object o on o.id = m.id left join kit.object d on d.id = m.decision left join kit.object l on l.id = m.lead left join kit.object p on p.id = m.accountable_public
  left join kit.object f on f.id = m.accountable_free left join kit.object a on a.id = m.area`)

export const measures = (db: Database) => ({
  async find(id: string): Promise<MeasureRow | undefined> {
    const { rows } =
      await sql<MeasureRow>`select ${columns} from planning.measure m ${joins} where m.id = ${id}`.execute(db)
    return rows[0]
  },
  async list(where: {
    body?: string | undefined
    decision?: string | undefined
    need?: string | undefined
  }): Promise<MeasureRow[]> {
    const { rows } = await sql<MeasureRow>`select ${columns} from planning.measure m ${joins} where o.deleted_at is null
      ${where.body ? sql`and o.body = ${where.body}` : sql``} ${where.decision ? sql`and m.decision = ${where.decision}` : sql``}
      ${where.need ? sql`and exists (select from planning.decision_need x where x.decision = m.decision and x.need = ${where.need})` : sql``}
      order by m.agreed_on desc nulls first, m.id desc`.execute(db)
    return rows
  },
  async add(id: string, decision: { id: string; edition: number }, c: KeptMeasure): Promise<void> {
    await sql`insert into planning.measure (id, what, decision, decision_edition, lead, accountable_public, accountable_free, until_day, target_group, area, area_name, benefit)
      values (${id}, ${c.what}, ${decision.id}, ${decision.edition}, ${c.lead}, ${c.accountablePublic}, ${c.accountableFree}, ${c.until}, ${c.targetGroup}, ${c.area}, ${c.areaName},
        ${c.benefit})`.execute(db)
  },
  /** `edition`: the frozen content this now is; null while it is a draft. */
  async change(id: string, c: KeptMeasure, edition: number | null): Promise<void> {
    await sql`update planning.measure set what = ${c.what}, lead = ${c.lead}, accountable_public = ${c.accountablePublic}, accountable_free = ${c.accountableFree},
      until_day = ${c.until}, target_group = ${c.targetGroup}, area = ${c.area}, area_name = ${c.areaName}, benefit = ${c.benefit}, edition = ${edition} where id = ${id}`.execute(
      db,
    )
  },
  async agree(id: string, edition: number, day: string): Promise<void> {
    await sql`update planning.measure set edition = ${edition}, agreed_on = ${day} where id = ${id}`.execute(db)
  },
  /** Which side an organisation stands on, as far as it has said so. */
  async sides(ids: readonly (string | null)[]): Promise<Map<string, 'public' | 'free' | 'other'>> {
    const wanted = ids.filter((id) => id !== null)
    const { rows } = await sql<{
      id: string
      side: 'public' | 'free' | 'other'
    }>`select id, side from actors.organisation where id = any (${wanted}::uuid[])`.execute(db)
    return new Map(rows.map((row) => [row.id, row.side]))
  },
  /** Has the opening of this service been counted for the lead already? */
  /** Whether it was said already that both sides of the measure work together. */
  async isTied(measure: string): Promise<boolean> {
    const { rows } =
      await sql`select from duties.fact where kind = 'measure.shared' and object = ${measure} limit 1`.execute(db)
    return rows.length > 0
  },
  async isCredited(measure: string, service: string): Promise<boolean> {
    const { rows } =
      await sql`select from duties.fact where kind = 'measure.realised' and subject = ${measure} and object = ${service}`.execute(
        db,
      )
    return rows.length > 0
  },
  /** The services that carry them out, as far as they may be seen. */
  async services(ids: readonly string[]): Promise<ServiceOfMeasure[]> {
    const { rows } =
      await sql<ServiceOfMeasure>`select s.answers as measure, s.id, o.title, s.status, s.from_day from services.service s join kit.object o on o.id = s.id
      where s.answers = any (${[...ids]}::uuid[]) and o.deleted_at is null order by s.from_day nulls last, o.title collate kit.german`.execute(
        db,
      )
    return rows
  },
})
