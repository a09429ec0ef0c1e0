// Rows of services.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { ServiceContent } from './contract.ts'

export type ServiceRow = {
  id: string
  category: ServiceContent['category']
  description: string
  target_group: string
  area: string | null
  area_title: string | null
  area_name: string | null
  address: string
  capacity: number | null
  capacity_unit: string
  opening: string
  contact: string
  status: 'planned' | 'open' | 'closed'
  from_day: string | null
  until_day: string | null
  answers: string | null
  answers_title: string | null
}

export type ServiceFilter = { area?: string; category?: string; provider?: string; answers?: string; status?: string }

const columns =
  sql.raw(`s.id, s.category, s.description, s.target_group, s.area, a.title as area_title, s.area_name, s.address, s.capacity, s.capacity_unit, s.opening,
  s.contact, s.status, s.from_day, s.until_day, s.answers, m.title as answers_title`)
const joins = sql.raw(
  'join kit.object o on o.id = s.id left join kit.object a on a.id = s.area left join kit.object m on m.id = s.answers',
)

export const services = (db: Database) => ({
  async find(id: string): Promise<ServiceRow | undefined> {
    const { rows } =
      await sql<ServiceRow>`select ${columns} from services.service s ${joins} where s.id = ${id}`.execute(db)
    return rows[0]
  },
  async list(where: ServiceFilter = {}): Promise<ServiceRow[]> {
    const { rows } = await sql<ServiceRow>`select ${columns} from services.service s ${joins} where o.deleted_at is null
      ${where.area ? sql`and s.area = ${where.area}` : sql``} ${where.category ? sql`and s.category = ${where.category}` : sql``}
      ${where.provider ? sql`and o.owner = ${where.provider}` : sql``} ${where.answers ? sql`and s.answers = ${where.answers}` : sql``}
      ${where.status ? sql`and s.status = ${where.status}` : sql``}
      order by o.title collate kit.german, s.id`.execute(db)
    return rows
  },
  async add(id: string, c: ServiceContent): Promise<void> {
    await sql`insert into services.service (id, category, description, target_group, area, area_name, address, capacity, capacity_unit, opening, contact, from_day, answers)
      values (${id}, ${c.category}, ${c.description}, ${c.targetGroup}, ${c.area}, ${c.areaName}, ${c.address}, ${c.capacity}, ${c.capacityUnit}, ${c.opening}, ${c.contact},
        ${c.from}, ${c.answers})`.execute(db)
  },
  async change(id: string, c: ServiceContent): Promise<void> {
    await sql`update services.service set category = ${c.category}, description = ${c.description}, target_group = ${c.targetGroup}, area = ${c.area}, area_name = ${c.areaName},
      address = ${c.address}, capacity = ${c.capacity}, capacity_unit = ${c.capacityUnit}, opening = ${c.opening}, contact = ${c.contact},
      from_day = case when status = 'planned' then ${c.from}::date else from_day end, answers = ${c.answers} where id = ${id}`.execute(
      db,
    )
  },
  async open(id: string, day: string): Promise<void> {
    await sql`update services.service set status = 'open', from_day = ${day}, until_day = null where id = ${id}`.execute(
      db,
    )
  },
  /** `until`: the first day on which it is no longer there. */
  async close(id: string, until: string): Promise<void> {
    await sql`update services.service set status = 'closed', until_day = ${until} where id = ${id}`.execute(db)
  },
})
