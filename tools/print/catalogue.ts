// What the migrated database says about itself, read from its catalogue: the source of the printed row types and schema.
import type pg from 'pg'
import * as house from '../../src/map.ts'

export type Column = {
  schema: string
  table: string
  view: boolean
  name: string
  type: string
  element: string | null
  labels: string[] | null
  nullable: boolean
  generated: boolean
  defaults: boolean
}

/** Schemas that are ours, the kit's first, then the areas in the order of the map. */
export async function ownSchemas(client: pg.Client): Promise<string[]> {
  const kit = [...new Set(Object.values(house.kit).flatMap((room) => room.schemas ?? []))].toSorted()
  const { rows } = await client.query<{ nspname: string }>('select nspname from pg_namespace')
  const there = new Set(rows.map((row) => row.nspname))
  return [...kit, ...Object.keys(house.areas)].filter((name) => there.has(name))
}

/** Every column of every table and view, in the order of the table. Domains count as what they stand on. */
export async function columns(client: pg.Client, schemas: readonly string[]): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select n.nspname as schema, c.relname as "table", c.relkind in ('v', 'm') as view, a.attname as name,
            b.typname as type, e.typname as element, labels.labels,
            not (a.attnotnull or t.typnotnull or case when c.relkind in ('v', 'm') then coalesce(sure.sure, false) else false end) as nullable,
            a.attgenerated <> '' or a.attidentity = 'a' as generated,
            a.atthasdef or a.attidentity <> '' as defaults
       from pg_attribute a
       join pg_class c on c.oid = a.attrelid
       join pg_namespace n on n.oid = c.relnamespace
       join pg_type t on t.oid = a.atttypid
       join pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
       left join pg_type e on e.oid = b.typelem and b.typcategory = 'A'
       left join lateral (select array_agg(l.enumlabel::text order by l.enumsortorder) as labels
                            from pg_enum l where l.enumtypid = coalesce(e.oid, b.oid)) labels on true
       -- A view's column is never null when it is taken from such a column of the same name that no outer join can empty (the
       -- first table of a left join stays whole), or when a comment on the column begins with "not null".
       left join lateral (select pg_get_viewdef(c.oid) as said where c.relkind in ('v', 'm')) v on true
       cross join lateral (
         select coalesce(col_description(c.oid, a.attnum) ~ '^not null', false)
             or (v.said !~* '(right|full) (outer )?join'
                 and exists (select from pg_rewrite r join pg_depend p on p.objid = r.oid and p.classid = 'pg_rewrite'::regclass
                               join pg_attribute f on f.attrelid = p.refobjid and f.attnum = p.refobjsubid
                              where r.ev_class = c.oid and p.refobjid <> c.oid and f.attname = a.attname and f.attnotnull
                                and (v.said !~* 'left (outer )?join'
                                     or p.refobjid = to_regclass(substring(v.said from 'FROM[[:space:]]+[(]*([a-z_]+[.][a-z_]+)'))))) as sure) sure
      where n.nspname = any($1) and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
        and a.attnum > 0 and not a.attisdropped
      order by array_position($1, n.nspname::text), c.relname, a.attnum`,
    [schemas],
  )
  return rows
}

/** Tables of ours that the owner of the tables could read past row-level security. */
export async function tablesWithoutForcedSecurity(client: pg.Client, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
      order by 1`,
    [schemas],
  )
  return rows.map((row) => row.name)
}
