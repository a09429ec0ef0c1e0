// Reads and writes tasks of the law and who bears them.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Correction, Entry, EntryIn, Situation, TaskIn } from '../contract/responsibility.ts'

export type TaskRow = {
  id: string
  title: string
  law: string
  clause: string
  strength: TaskIn['strength']
  situations: Situation[]
  summary: string
}
export type EntryRow = Entry & { task: string }
type Named = { id: string; title: string }

const entryColumns = sql`e.id, e.task, e.role, e.level, e.bearer, case when o.id is not null then jsonb_build_object('id', o.id, 'title', o.title) end as organisation,
  e.jointly, e.area_key as "areaKey", e.valid_from as "from", e.valid_until as "until", e.basis, e.source, e.source_url as "sourceUrl", e.checked_on as "checkedOn", e.note`

export const tasks = (db: Database) => ({
  async all(where: { search?: string; situation?: string; law?: string }): Promise<TaskRow[]> {
    const { rows } =
      await sql<TaskRow>`select t.*, o.title from actors.task t join kit.object o on o.id = t.id where o.deleted_at is null
      ${where.search ? sql`and (position(lower(${where.search}) in lower(concat_ws(' ', o.title, t.summary, t.clause, t.law))) > 0)` : sql``}
      ${where.situation ? sql`and ${where.situation} = any (t.situations)` : sql``} ${where.law ? sql`and t.law = ${where.law}` : sql``}
      order by o.title collate kit.german`.execute(db)
    return rows
  },
  async row(id: string): Promise<TaskRow | undefined> {
    const { rows } =
      await sql<TaskRow>`select t.*, o.title from actors.task t join kit.object o on o.id = t.id where t.id = ${id}`.execute(
        db,
      )
    return rows[0]
  },
  async laws(): Promise<string[]> {
    const { rows } = await sql<{
      law: string
    }>`select distinct t.law from actors.task t join kit.object o on o.id = t.id
      where o.deleted_at is null order by 1`.execute(db)
    return rows.map((row) => row.law)
  },
  /** A task with this law, clause and title, if one is there. */
  async like(task: Pick<TaskIn, 'law' | 'clause' | 'title'>): Promise<string | undefined> {
    const { rows } = await sql<{ id: string }>`select t.id from actors.task t join kit.object o on o.id = t.id
      where o.deleted_at is null and t.law = ${task.law} and t.clause = ${task.clause} and lower(o.title) = lower(${task.title}) limit 1`.execute(
      db,
    )
    return rows[0]?.id
  },
  async make(id: string, task: TaskIn, by: { person: string; organisation: string }): Promise<void> {
    await objects(db).make({
      id,
      kind: 'task',
      title: task.title,
      owner: by.organisation,
      author: by.person,
      audience: 'members',
    })
    await sql`insert into actors.task (id, law, clause, strength, situations, summary)
      values (${id}, ${task.law}, ${task.clause}, ${task.strength}, ${task.situations}, ${task.summary})`.execute(db)
  },
  async describe(id: string, task: TaskIn): Promise<void> {
    await sql`update actors.task set law = ${task.law}, clause = ${task.clause}, strength = ${task.strength}, situations = ${task.situations}, summary = ${task.summary}
      where id = ${id}`.execute(db)
  },
  async entries(of: readonly string[]): Promise<EntryRow[]> {
    const { rows } =
      await sql<EntryRow>`select ${entryColumns} from actors.responsibility e left join kit.object o on o.id = e.organisation
      where e.task = any (${[...of]}::uuid[]) and e.superseded_at is null
      order by array_position('{plans,grants,pays,provides}'::text[], e.role), e.area_key nulls first, e.valid_from nulls first, e.bearer`.execute(
        db,
      )
    return rows
  },
  async add(task: string, e: EntryIn, at: string): Promise<string> {
    const id = newId(at)
    await sql`insert into actors.responsibility (id, task, role, level, bearer, organisation, jointly, area_key, valid_from, valid_until, basis, source, source_url, checked_on, note, recorded_at)
      values (${id}, ${task}, ${e.role}, ${e.level}, ${e.bearer}, ${e.organisation}, ${e.jointly}, ${e.areaKey}, ${e.from}, ${e.until}, ${e.basis}, ${e.source}, ${e.sourceUrl},
        ${e.checkedOn}, ${e.note}, clock.now())`.execute(db)
    return id
  },
  /** Closes an entry; returns whether it was there and open. */
  async close(task: string, entry: string): Promise<boolean> {
    const done =
      await sql`update actors.responsibility set superseded_at = clock.now() where id = ${entry} and task = ${task} and superseded_at is null`.execute(
        db,
      )
    return done.numAffectedRows === 1n
  },
  async corrections(task: string): Promise<Correction[]> {
    const { rows } =
      await sql<Correction>`select c.id, c.entry, jsonb_build_object('id', o.id, 'title', o.title) as organisation, c.proposal, c.reason,
        c.stated_on as "statedOn", c.decision, c.decided_on as "decidedOn", c.answer
      from actors.correction c join kit.object o on o.id = c.organisation where c.task = ${task} order by c.decision nulls first, c.id desc`.execute(
        db,
      )
    return rows
  },
  async propose(
    task: string,
    organisation: string,
    c: { entry: string | null; proposal: EntryIn | null; reason: string },
    at: string,
  ): Promise<string> {
    const id = newId(at)
    await sql`insert into actors.correction (id, task, entry, organisation, proposal, reason, stated_on)
      values (${id}, ${task}, ${c.entry}, ${organisation}, ${c.proposal ? JSON.stringify(c.proposal) : null}::jsonb, ${c.reason}, clock.today())`.execute(
      db,
    )
    return id
  },
  /** Returns whether it was still open. */
  async answer(id: string, task: string, decision: 'accepted' | 'declined', answer: string): Promise<boolean> {
    const done =
      await sql`update actors.correction set decision = ${decision}, decided_on = clock.today(), answer = ${answer || null}
      where id = ${id} and task = ${task} and decision is null`.execute(db)
    return done.numAffectedRows === 1n
  },
  /** Counties and cities that are in the register of organisations, by their keys. */
  async namedAreas(): Promise<{ key: string; name: string }[]> {
    const { rows } = await sql<{
      key: string
      name: string
    }>`select a.area_key as key, o.title as name from actors.organisation a join kit.object o on o.id = a.id
      where a.area_key is not null and a.kind in ('county', 'city') and o.deleted_at is null order by o.title collate kit.german`.execute(
      db,
    )
    return rows
  },
  async areaKeys(): Promise<string[]> {
    const { rows } = await sql<{
      key: string
    }>`select distinct area_key as key from actors.responsibility where superseded_at is null and area_key is not null order by 1`.execute(
      db,
    )
    return rows.map((row) => row.key)
  },
  async organisation(id: string): Promise<Named | undefined> {
    const { rows } =
      await sql<Named>`select id, title from kit.object where id = ${id} and kind = 'organisation' and deleted_at is null`.execute(
        db,
      )
    return rows[0]
  },
})
