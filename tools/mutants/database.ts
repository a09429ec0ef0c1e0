// Mutants of the database: every policy without its restriction, every trigger silent, every boolean function that decides answering the
// same to everybody, every rule of a constraint gone. Read from the catalogue, so that none can be forgotten.
import { sql } from 'kysely'
import { rules } from '#apps/matrix/expected/constraints.ts'
import type { Database } from '#kit/db/database.ts'
import { roleNames } from '#kit/db/managed/login.ts'

export type Mutant = {
  name: string
  /** The table it concerns; null: it may concern everything. */
  table: string | null
  /** The constraint whose proof must fail. */
  rule?: string
  apply: string
  undo: string
}
const ours = sql`not in ('information_schema', 'pgboss', 'migration', 'pg_catalog', 'pg_toast')`

export async function databaseMutants(db: Database): Promise<Mutant[]> {
  return [...(await policies(db)), ...(await triggers(db)), ...(await deciders(db)), ...(await constraintRules(db))]
}

async function policies(db: Database): Promise<Mutant[]> {
  const { rows } = await sql<{ table: string; policy: string; qual: string | null; check: string | null }>`
    select schemaname || '.' || quote_ident(tablename) as table, policyname as policy, qual, with_check as check from pg_policies
     where schemaname ${ours} and ${roleNames.app}::name = any (roles) order by 1, 2`.execute(db)
  return rows.flatMap(({ table, policy, qual, check }) =>
    (
      [
        ['using', qual],
        ['with check', check],
      ] as const
    ).flatMap(([clause, expression]) =>
      expression === null || expression === 'true'
        ? []
        : [
            {
              name: `${table}: policy ${policy} ${clause} (true)`,
              table: table.replaceAll('"', ''),
              apply: `alter policy ${policy} on ${table} ${clause} (true)`,
              undo: `alter policy ${policy} on ${table} ${clause} (${expression})`,
            },
          ],
    ),
  )
}

async function triggers(db: Database): Promise<Mutant[]> {
  const { rows } = await sql<{ table: string; trigger: string }>`
    select n.nspname || '.' || quote_ident(c.relname) as table, t.tgname as trigger from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and n.nspname ${ours} order by 1, 2`.execute(db)
  return rows.map(({ table, trigger }) => ({
    name: `${table}: without trigger ${trigger}`,
    table: table.replaceAll('"', ''),
    apply: `alter table ${table} disable trigger ${trigger}`,
    undo: `alter table ${table} enable trigger ${trigger}`,
  }))
}

async function deciders(db: Database): Promise<Mutant[]> {
  const { rows } = await sql<{ name: string; head: string; definition: string }>`
    select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as definition,
      format('create or replace function %I.%I(%s) returns boolean language plpgsql %s', n.nspname, p.proname, pg_get_function_arguments(p.oid),
             case when p.prosecdef then 'security definer' else '' end) as head
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname ${ours} and p.prorettype = 'boolean'::regtype and not p.proretset order by 1`.execute(
    db,
  )
  return rows.flatMap(({ name, head, definition }) =>
    ['true', 'false'].map((answer) => ({
      name: `${name} is always ${answer}`,
      table: null,
      apply: `${head} as $mutant$ begin return ${answer}; end $mutant$`,
      undo: definition,
    })),
  )
}

async function constraintRules(db: Database): Promise<Mutant[]> {
  const { rows } = await sql<{ name: string; apply: string; undo: string }>`
    select n.nspname || '.' || c.relname || '.' || k.conname as name, format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as apply,
           format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as undo
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where k.contype in ('c', 'u', 'x')
       -- What a foreign key rests on cannot be dropped by itself.
       and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = k.conindid and k.conindid <> 0)
    union all
    select n.nspname || '.' || c.relname || '.' || i.relname, format('drop index %I.%I', n.nspname, i.relname), pg_get_indexdef(i.oid)
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
     where x.indisunique and not x.indisprimary and not exists (select from pg_constraint k where k.conindid = x.indexrelid)`.execute(
    db,
  )
  return rows
    .filter(({ name }) => name in rules)
    .map(({ name, apply, undo }) => ({ name: `${name}: constraint gone`, table: null, rule: name, apply, undo }))
}
