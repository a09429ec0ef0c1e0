// Deliveries: what organisations hand over, confirm or comment; and the answers they get. Earlier contents are editions of the object.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Finding, ReviewState } from '../contract/checks.ts'
import type { DeliveryKind, Mark } from '../contract/shapes.ts'

export type DeliveryRow = {
  id: string
  kind: DeliveryKind
  organisation: string
  organisation_title: string
  indicator: string
  indicator_number: number
  indicator_title: string
  unit: string
  area: string
  area_number: number
  area_key: string
  area_name: string
  from_day: string
  until_day: string
  value: number | null
  mark: Mark | null
  comment: string | null
  official_id: string | null
  official_title: string | null
  duty: string | null
  edition: number
  answers: number
  explanation: string | null
  findings: Finding[]
  undecided: string[]
  review: ReviewState
}
export type NewDelivery = {
  id: string
  kind: DeliveryKind
  organisation: string
  indicator: string
  area: string
  from: string
  until: string
  value: number | null
  mark: Mark | null
  comment: string | null
  official: number | null
  duty: string | null
  explanation: string | null
  findings: readonly Finding[]
  undecided: readonly string[]
}
export type Official = {
  value: number | null
  mark: Mark | null
  from_day: string
  until_day: string
  official: number
  table: string
  title: string
  recorded_at: string
}
export type AnswerRow = {
  verdict: 'used' | 'notYet' | 'notUsed'
  text: string
  at: string
  organisation: string
  title: string
}

const select =
  sql.raw(`select d.id, d.kind, d.organisation, coalesce(w.title, '') as organisation_title, d.indicator, i.number as indicator_number, io.title as indicator_title, i.unit, d.area, a.number as area_number,
  s.key as area_key, s.name as area_name, d.from_day, d.until_day, d.value::float8 as value, d.mark, d.comment, t.id as official_id, ot.title as official_title, d.duty, d.edition,
  (select count(*) from figures.answer x where x.delivery = d.id) as answers, d.explanation, d.findings, d.undecided,
  coalesce((select r.step from figures.review r where r.delivery = d.id and r.edition = d.edition order by r.number desc limit 1), 'delivered') as review
  from figures.delivery d join kit.object o on o.id = d.id and o.deleted_at is null left join kit.object w on w.id = d.organisation
  join figures.indicator i on i.id = d.indicator join kit.object io on io.id = i.id join figures.area a on a.id = d.area
  join figures.area_state s on s.area = a.number and s.superseded_at is null and s.valid_until is null
  left join figures.official_table t on t.number = d.official left join kit.object ot on ot.id = t.id`)

export const deliveryStore = (db: Database) => ({
  async get(id: string): Promise<DeliveryRow | undefined> {
    const { rows } = await sql<DeliveryRow>`${select} where d.id = ${id}`.execute(db)
    return rows[0]
  },
  async of(organisation: string): Promise<DeliveryRow[]> {
    const { rows } =
      await sql<DeliveryRow>`${select} where d.organisation = ${organisation} order by d.from_day desc, io.title collate kit.german`.execute(
        db,
      )
    return rows
  },
  async ofIndicator(indicator: string): Promise<DeliveryRow[]> {
    const { rows } =
      await sql<DeliveryRow>`${select} where d.indicator = ${indicator} order by d.from_day desc, w.title collate kit.german`.execute(
        db,
      )
    return rows
  },
  /** Those that the actor may see, among the deliverers and indicators of a list of duties. */
  async among(organisations: readonly string[], indicators: readonly string[]): Promise<DeliveryRow[]> {
    const { rows } =
      await sql<DeliveryRow>`${select} where d.organisation = any (${[...organisations]}::uuid[]) and d.indicator = any (${[...indicators]}::uuid[])`.execute(
        db,
      )
    return rows
  },
  /** False when the organisation has delivered this already. */
  async make(d: NewDelivery): Promise<boolean> {
    const done =
      await sql`insert into figures.delivery (id, kind, organisation, indicator, area, from_day, until_day, value, mark, comment, official, duty, explanation, findings, undecided)
      values (${d.id}, ${d.kind}, ${d.organisation}, ${d.indicator}, ${d.area}, ${d.from}, ${d.until}, ${d.value}, ${d.mark}, ${d.comment}, ${d.official}, ${d.duty}, ${d.explanation},
        ${JSON.stringify(d.findings)}::jsonb, ${[...d.undecided]}::text[]) on conflict do nothing`.execute(db)
    return done.numAffectedRows === 1n
  },
  async change(
    id: string,
    d: Pick<NewDelivery, 'kind' | 'value' | 'mark' | 'comment' | 'official' | 'explanation' | 'findings' | 'undecided'>,
    edition: number,
  ): Promise<void> {
    await sql`update figures.delivery set kind = ${d.kind}, value = ${d.value}, mark = ${d.mark}, comment = ${d.comment}, official = ${d.official}, explanation = ${d.explanation},
      findings = ${JSON.stringify(d.findings)}::jsonb, undecided = ${[...d.undecided]}::text[], edition = ${edition} where id = ${id}`.execute(
      db,
    )
  },
  async answer(
    id: string,
    delivery: string,
    a: { verdict: string; text: string; person: string; organisation: string; at: string },
  ): Promise<void> {
    await sql`insert into figures.answer (id, delivery, organisation, person, verdict, text, at) values (${id}, ${delivery}, ${a.organisation}, ${a.person}, ${a.verdict}, ${a.text}, ${a.at}::timestamptz)`.execute(
      db,
    )
  },
  async answers(delivery: string): Promise<AnswerRow[]> {
    const { rows } =
      await sql<AnswerRow>`select a.verdict, a.text, a.at, a.organisation, coalesce(w.title, '') as title from figures.answer a left join kit.object w on w.id = a.organisation where a.delivery = ${delivery} order by a.at`.execute(
        db,
      )
    return rows
  },
  /** The latest official value of an area that measures a time before a day: many statistics appear every second year only. */
  async officialValue(indicator: number, area: number, until: string): Promise<Official | undefined> {
    const { rows } = await sql<Official>`
      select o.value::float8 as value, o.mark, o.from_day, o.until_day, o.official, t.id as table, ot.title, o.recorded_at from figures.observation o join figures.cut c on c.number = o.cut and c.key = ''
        join figures.official_table t on t.number = o.official join kit.object ot on ot.id = t.id
       where o.indicator = ${indicator} and o.area = ${area} and o.superseded_at is null and o.delivery is null and o.from_day < ${until} order by o.from_day desc, o.basis desc nulls last limit 1`.execute(
      db,
    )
    return rows[0]
  },
  /** Who checks what is owed to a body: the organisations that run its office; where it has none, those that chair it. */
  async checkersOf(creditor: string): Promise<string[]> {
    const { rows } = await sql<{ organisation: string; role: string }>`
      select distinct m.organisation, m.role from access.mandate m where m.body = ${creditor} and m.role in ('office', 'chair') and m.superseded_at is null
         and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)`.execute(db)
    const office = rows.filter((row) => row.role === 'office').map((row) => row.organisation)
    if (office.length > 0) return office
    const chairs = rows.map((row) => row.organisation)
    if (chairs.length > 0) return chairs
    const { rows: itself } = await sql<{
      id: string
    }>`select id from kit.object where id = ${creditor} and kind = 'organisation'`.execute(db)
    return itself.map((row) => row.id)
  },
})
