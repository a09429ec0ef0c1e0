// Breaks every rule that stands in a constraint, as the owner of the tables with all triggers silent: the constraint itself must say no.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { TestHouse } from '../testing.ts'
import type { Rule } from './expected/constraints.ts'
import type { Deed } from './expected/deeds.ts'
import type { Tally } from './run-http.ts'
import type { World } from './world.ts'

/** `schema.table.constraint` of every check, unique and exclusion constraint and every unique index. */
export async function constraints(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname || '.' || k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype in ('c', 'u', 'x') and n.nspname not in ('information_schema', 'pgboss', 'migration') and n.nspname not like 'pg_%'
    union all
    select n.nspname || '.' || c.relname || '.' || i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
     where x.indisunique and not x.indisprimary and not exists (select from pg_constraint k where k.conindid = x.indexrelid)
       and n.nspname not in ('information_schema', 'pgboss', 'migration') and n.nspname not like 'pg_%'
     order by 1`.execute(db)
  return rows.map((row) => row.name)
}

export async function runRules(house: TestHouse, world: World, rules: Readonly<Record<string, Rule>>): Promise<Tally> {
  const tally: Tally = { combinations: 0, mismatches: [] }
  for (const [name, rule] of Object.entries(rules)) {
    const [schema, table, constraint] = name.split('.') as [string, string, string]
    const got = await house.asOwner(async (db) => {
      await sql`savepoint before`.execute(db)
      await sql`alter table ${sql.table(`${schema}.${table}`)} disable trigger user`.execute(db)
      const said = await sql
        .raw(rule(world))
        .execute(db)
        .then(
          (done) => `nothing refused it (${done.numAffectedRows ?? 0n} rows)`,
          (error: { constraint?: string; message: string }) => error.constraint ?? error.message,
        )
      await sql`rollback to savepoint before`.execute(db)
      return said
    })
    tally.combinations += 1
    if (got !== constraint) tally.mismatches.push({ where: name, subject: 'owner', expected: constraint, got })
  }
  return tally
}

/** Does each deed as the owner, with every trigger awake, and compares what the database says at the end of the transaction. */
export async function runDeeds(house: TestHouse, world: World, deeds: Readonly<Record<string, Deed>>): Promise<Tally> {
  const tally: Tally = { combinations: 0, mismatches: [] }
  for (const [where, { sql: text, expect }] of Object.entries(deeds)) {
    const got = await house.asOwner(async (db) => {
      await sql`savepoint before`.execute(db)
      const said = await sql
        .raw(text(world))
        .execute(db)
        .then(() => sql`set constraints all immediate`.execute(db))
        .then(
          () => 'done',
          (error: { code?: string; message: string }) => error.code ?? error.message,
        )
      await sql`rollback to savepoint before`.execute(db)
      return said
    })
    tally.combinations += 1
    if (got !== expect) tally.mismatches.push({ where, subject: 'owner', expected: expect, got })
  }
  return tally
}
