// What the migrated database has and to whom it gives rights, asked of its catalogue: the matrix must name all of it.

import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { roleNames } from '#kit/db/managed/login.ts'

export type Relation = { name: string; column: string; app: Record<string, string | null>; worker: string }
export type Routine = { name: string; definer: boolean; app: boolean; open: boolean }

const foreign = sql`('pg_catalog', 'information_schema', 'pg_toast', 'pgboss')`

/** Tables and views with the rights of the application's login (columns, where not all) and the worker's. */
export async function relations(db: Database): Promise<Relation[]> {
  const { rows } = await sql<Relation>`
    select n.nspname || '.' || c.relname as name, (select quote_ident(attname) from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = '' order by attnum limit 1) as column,
      (select jsonb_object_agg(v, case when has_table_privilege(${roleNames.app}, c.oid, v) then '*' when v <> 'delete' and has_any_column_privilege(${roleNames.app}, c.oid, v) then
         (select string_agg(attname, ' ' order by attname collate "C") from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and has_column_privilege(${roleNames.app}, c.oid, attnum, v)) end)
         from unnest(array['select', 'insert', 'update', 'delete']) v) as app,
      (select coalesce(string_agg(v, ' '), '') from unnest(array['select', 'insert', 'update', 'delete']) v
        where case when v = 'delete' then has_table_privilege(${roleNames.worker}, c.oid, v) else has_any_column_privilege(${roleNames.worker}, c.oid, v) end
          -- A right without a policy is none.
          and (c.relkind = 'v' or not c.relrowsecurity or exists (select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and ${roleNames.worker}::name = any (p.roles) and p.cmd in ('ALL', upper(v))))) as worker
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ${foreign} and n.nspname not like 'pg_%' and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition order by 1`.execute(
    db,
  )
  return rows
}

/** Functions that can be called (triggers cannot). open: executable by everybody. */
export async function routines(db: Database): Promise<Routine[]> {
  const { rows } = await sql<Routine>`
    select n.nspname || '.' || p.proname as name, p.prosecdef as definer, has_function_privilege(${roleNames.app}, p.oid, 'execute') as app,
      p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0) as open
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname not in ${foreign} and n.nspname not like 'pg_%' and p.prorettype <> 'trigger'::regtype order by 1`.execute(
    db,
  )
  return rows
}

/** Functions with the owner's rights that look names up where the caller may put something. */
export async function loosePaths(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname not in ${foreign} and n.nspname not like 'pg_%' and p.prosecdef and not coalesce(p.proconfig, '{}') @> array['search_path=""'] order by 1`.execute(
    db,
  )
  return rows.map((row) => row.name)
}

/** Where a login could put an operator, a function or a type that something of the house would find instead of the server's own. */
export async function creating(db: Database, logins: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select login || ' in ' || n.nspname as name from unnest(${[...logins]}::text[]) login, pg_namespace n
     where has_schema_privilege(login, n.oid, 'create') and n.nspname not like 'pg\_toast%'
    union all select login || ': ' || what from unnest(${[...logins]}::text[]) login, unnest(array['create', 'temporary']) what
     where has_database_privilege(login, current_database(), what)`.execute(db)
  return rows.map((row) => row.name)
}
