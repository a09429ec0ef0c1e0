// Reads and writes which organisation sees to a task of the law, and who does it.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'

type Named = { id: string; title: string }
export type GuaranteeRow = {
  id: string
  task: string
  organisation: Named
  areaKey: string | null
  since: string
  providers: { id: string; organisation: Named | null; name: string; from: string; until: string | null }[]
}
export type GuaranteedTask = GuaranteeRow & { title: string; law: string; clause: string }

const columns = sql`g.id, g.task, jsonb_build_object('id', o.id, 'title', o.title) as organisation, g.area_key as "areaKey", g.since,
  coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'organisation', case when w.id is not null then jsonb_build_object('id', w.id, 'title', w.title) end,
      'name', coalesce(w.title, p.name), 'from', p.valid_from, 'until', p.valid_until) order by p.valid_from, p.name)
    from actors.provision p left join kit.object w on w.id = p.organisation where p.guarantee = g.id and p.superseded_at is null), '[]') as providers`

export const guarantees = (db: Database) => ({
  async of(task: string): Promise<GuaranteeRow[]> {
    const { rows } =
      await sql<GuaranteeRow>`select ${columns} from actors.guarantee g join kit.object o on o.id = g.organisation
      where g.task = ${task} and g.ended_on is null order by o.title collate kit.german`.execute(db)
    return rows
  },
  /** Every open guarantee of a task that is a must. As the worker: all of them. */
  async ofMust(): Promise<GuaranteedTask[]> {
    const { rows } = await sql<GuaranteedTask>`select ${columns}, k.title, t.law, t.clause
      from actors.guarantee g join kit.object o on o.id = g.organisation join actors.task t on t.id = g.task join kit.object k on k.id = t.id
      where g.ended_on is null and t.strength = 'must' and k.deleted_at is null and o.deleted_at is null`.execute(db)
    return rows
  },
  /** Duties to find a provider that are not fulfilled: who, which task, from which day on. As the worker: all of them. */
  async unfulfilled(): Promise<{ debtor: string; task: string; day: string }[]> {
    const { rows } = await sql<{
      debtor: string
      task: string
      day: string
    }>`select d.debtor, d.subject as task, d.period_from as day from duties.standing d
      where d.kind = 'provide' and d.state in ('notYet', 'open', 'overdue')`.execute(db)
    return rows
  },
  async make(task: string, organisation: string, areaKey: string | null, since: string, at: string): Promise<string> {
    const id = newId(at)
    await sql`insert into actors.guarantee (id, task, organisation, area_key, since) values (${id}, ${task}, ${organisation}, ${areaKey}, ${since})`.execute(
      db,
    )
    return id
  },
  /** One that was stated today and is taken back today keeps one day, so that it stays on record. */
  async end(id: string): Promise<void> {
    await sql`update actors.guarantee set ended_on = greatest(clock.today(), since + 1) where id = ${id}`.execute(db)
  },
  async addProvider(
    guarantee: string,
    p: { organisation: string | null; name: string; from: string; until: string | null },
    at: string,
  ): Promise<string> {
    const id = newId(at)
    await sql`insert into actors.provision (id, guarantee, organisation, name, valid_from, valid_until, recorded_at)
      values (${id}, ${guarantee}, ${p.organisation}, ${p.name}, ${p.from}, ${p.until}, clock.now())`.execute(db)
    return id
  },
  async closeProvider(id: string): Promise<void> {
    await sql`update actors.provision set superseded_at = clock.now() where id = ${id} and superseded_at is null`.execute(
      db,
    )
  },
})
