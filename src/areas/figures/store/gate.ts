// Tables behind the gate, their runs, and the ledger of what was released.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Content } from '../rules/gate.ts'
import type { Fault, Outcome } from '../server/gate/protecting.ts'

export type GuardedRow = {
  id: string
  title: string
  owner: string
  definition: string
  threshold: number
  dimensions: string[]
  edition: number
  from_day: string
  until_day: string
  file_name: string
  recorded_at: string
}
export type ContentRow = { edition: number; from_day: string; until_day: string; rows: Content }
export type ProtectionRow = {
  id: string
  guarded: string
  edition: number
  threshold: number
  after: string[]
  audience: 'body' | 'public'
  body: string | null
  body_title: string | null
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  ordered_at: string
  began_at: string | null
  stop: boolean
  hidden: number | null
  fault: Fault | null
  proposed_by: string | null
}
export type ReleaseRow = {
  id: string
  title: string
  owner: string
  owner_title: string
  guarded: string
  protection: string
  edition: number
  threshold: number
  dimensions: string[]
  trees: Content['trees']
  definition: string
  from_day: string
  until_day: string
  audience: 'body' | 'public'
  body: string | null
  body_title: string | null
  released_at: string
  withdrawn_at: string | null
  reason: string | null
  invented: boolean
}

const guarded =
  sql.raw(`select g.id, o.title, o.owner, g.definition, g.threshold, g.dimensions, g.edition, c.from_day, c.until_day, c.file_name, c.recorded_at
  from figures.guarded_table g join kit.object o on o.id = g.id join figures.guarded_content c on c.guarded = g.id and c.edition = g.edition`)
const protections =
  sql.raw(`select p.id, p.guarded, p.edition, p.threshold, p.after, p.audience, p.body, b.title as body_title, p.state, p.ordered_at, p.began_at, p.stop,
  p.hidden, p.fault, p.proposed_by from figures.protection p left join kit.object b on b.id = p.body`)
const releases =
  sql.raw(`select r.id, o.title, o.owner, coalesce(w.title, '') as owner_title, r.guarded, r.protection, r.edition, r.threshold, r.dimensions, r.trees, r.definition, r.from_day, r.until_day,
  r.audience, r.body, b.title as body_title, r.released_at, r.withdrawn_at, r.reason, o.invented
  from figures.release r join kit.object o on o.id = r.id left join kit.object w on w.id = o.owner left join kit.object b on b.id = r.body`)

export const gateStore = (db: Database) => ({
  async make(table: { id: string; definition: string; threshold: number; dimensions: readonly string[] }) {
    await sql`insert into figures.guarded_table (id, definition, threshold, dimensions)
      values (${table.id}, ${table.definition}, ${table.threshold}, ${[...table.dimensions]}::text[])`.execute(db)
  },
  async keep(c: { guarded: string; edition: number; from: string; until: string; fileName: string; rows: Content }) {
    await sql`insert into figures.guarded_content (guarded, edition, from_day, until_day, file_name, rows, recorded_at)
      values (${c.guarded}, ${c.edition}, ${c.from}::date, ${c.until}::date, ${c.fileName}, ${JSON.stringify(c.rows)}::jsonb, clock.now())`.execute(
      db,
    )
  },
  async changeTo(id: string, to: { edition?: number; threshold?: number }) {
    await sql`update figures.guarded_table set edition = coalesce(${to.edition ?? null}, edition), threshold = coalesce(${to.threshold ?? null}, threshold)
      where id = ${id}`.execute(db)
  },
  async find(id: string): Promise<GuardedRow | undefined> {
    const { rows } = await sql<GuardedRow>`${guarded} where g.id = ${id}`.execute(db)
    return rows[0]
  },
  async list(): Promise<GuardedRow[]> {
    const { rows } = await sql<GuardedRow>`${guarded} where o.deleted_at is null order by c.recorded_at desc`.execute(
      db,
    )
    return rows
  },
  async content(id: string, edition: number): Promise<ContentRow> {
    const { rows } = await sql<ContentRow>`select edition, from_day, until_day, rows from figures.guarded_content
      where guarded = ${id} and edition = ${edition}`.execute(db)
    return rows[0]!
  },
  /** The latest run about a table. */
  async latest(table: string): Promise<ProtectionRow | undefined> {
    const { rows } = await sql<ProtectionRow>`
      ${protections} where p.guarded = ${table} order by p.number desc limit 1`.execute(db)
    return rows[0]
  },
  /** The latest run about each table. */
  async runs(): Promise<Map<string, ProtectionRow>> {
    const { rows } =
      await sql<ProtectionRow>`${protections} where p.number in (select max(number) from figures.protection group by guarded)`.execute(
        db,
      )
    return new Map(rows.map((row) => [row.guarded, row]))
  },
  async protection(id: string): Promise<ProtectionRow | undefined> {
    const { rows } = await sql<ProtectionRow>`${protections} where p.id = ${id}`.execute(db)
    return rows[0]
  },
  async outcome(id: string): Promise<Outcome | null> {
    const { rows } = await sql<{
      result: Outcome | null
    }>`select result from figures.protection where id = ${id}`.execute(db)
    return rows[0]?.result ?? null
  },
  /** False while another run about the same table goes on. */
  async order(
    p: Pick<ProtectionRow, 'id' | 'guarded' | 'edition' | 'threshold' | 'audience' | 'body'>,
  ): Promise<boolean> {
    const done =
      await sql`insert into figures.protection (id, guarded, edition, threshold, after, audience, body, ordered_at)
      values (${p.id}, ${p.guarded}, ${p.edition}, ${p.threshold}, array(select r.id from figures.release r where r.guarded = ${p.guarded} order by r.number),
        ${p.audience}, ${p.body}, clock.now()) on conflict (guarded) where state in ('waiting', 'running') do nothing`.execute(
        db,
      )
    return done.numAffectedRows === 1n
  },
  async stop(id: string) {
    await sql`update figures.protection set stop = true where id = ${id}`.execute(db)
  },
  async propose(id: string, person: string | null) {
    await sql`update figures.protection set proposed_by = ${person}, proposed_at = ${person === null ? sql`null` : sql`clock.now()`}
      where id = ${id}`.execute(db)
  },
  async begin(id: string) {
    await sql`update figures.protection set state = 'running', began_at = clock.now() where id = ${id}`.execute(db)
  },
  /** How far it has come. True while it is wanted. */
  async goesOn(id: string, hidden: number | null): Promise<boolean> {
    const { rows } = await sql<{
      stop: boolean
    }>`update figures.protection set hidden = ${hidden} where id = ${id} and state = 'running'
      returning stop`.execute(db)
    return rows[0]?.stop === false
  },
  async end(id: string, outcome: Outcome | Fault | null) {
    const state = outcome === null ? 'cancelled' : typeof outcome === 'string' ? 'failed' : 'done'
    const fault = typeof outcome === 'string' ? outcome : null
    const result = state === 'done' ? JSON.stringify(outcome) : null
    await sql`update figures.protection set state = ${state}, fault = ${fault}, result = ${result}::jsonb, ended_at = clock.now()
      where id = ${id} and state = 'running'`.execute(db)
  },
  /** Everything that stands in the release is taken from what was proven. */
  async release(id: string, p: ProtectionRow, person: string) {
    await sql`insert into figures.release (id, protection, guarded, edition, threshold, dimensions, trees, definition, from_day, until_day, audience, body, cells,
        certificate, system, hidden, released_by, released_at)
      select ${id}, p.id, p.guarded, p.edition, p.threshold, g.dimensions, p.result -> 'trees', g.definition, c.from_day, c.until_day, p.audience, p.body, p.result -> 'cells',
        p.result -> 'certificate', p.result -> 'system',
        array(select x from jsonb_array_elements_text(p.result -> 'suppressed') with ordinality y (x, n) order by y.n), ${person}, clock.now()
        from figures.protection p join figures.guarded_table g on g.id = p.guarded join figures.guarded_content c on c.guarded = p.guarded and c.edition = p.edition
       where p.id = ${p.id}`.execute(db)
  },
  async withdraw(id: string, reason: string): Promise<boolean> {
    const done =
      await sql`update figures.release set withdrawn_at = clock.now(), reason = ${reason} where id = ${id} and withdrawn_at is null`.execute(
        db,
      )
    return done.numAffectedRows === 1n
  },
  async released(id: string): Promise<ReleaseRow | undefined> {
    const { rows } = await sql<ReleaseRow>`${releases} where r.id = ${id}`.execute(db)
    return rows[0]
  },
  /** Of one table, or all that one may see, newest first. */
  async releases(table?: string): Promise<ReleaseRow[]> {
    const { rows } =
      await sql<ReleaseRow>`${releases} ${table ? sql`where r.guarded = ${table}` : sql``} order by r.number desc`.execute(
        db,
      )
    return rows
  },
  async cells(id: string): Promise<{ groups: string[]; value: number | null }[]> {
    const { rows } = await sql<{
      cells: { groups: string[]; value: number | null }[]
    }>`select cells from figures.release where id = ${id}`.execute(db)
    return rows[0]!.cells
  },
  async proof(id: string): Promise<{ certificate: unknown; system: unknown }> {
    const { rows } = await sql<{
      certificate: unknown
      system: unknown
    }>`select certificate, system from figures.release where id = ${id}`.execute(db)
    return rows[0]!
  },
  async hidden(id: string): Promise<string[]> {
    const { rows } = await sql<{ hidden: string[] }>`select hidden from figures.release where id = ${id}`.execute(db)
    return rows[0]!.hidden
  },
  /** A table that was thrown away and never released. */
  async forget(id: string) {
    await sql`delete from figures.protection where guarded = ${id}`.execute(db)
    await sql`delete from figures.guarded_content where guarded = ${id}`.execute(db)
  },
})
