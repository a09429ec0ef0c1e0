// Expected rights on boundaries: public like every official file, read in by whoever plans, never changed. Written by hand.
import type { Effect, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { home } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (on: string, text: (id: Ids) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w) => text(w.id),
})
const number = (id: Ids, name: string) => `(select number from figures.official_table where id = '${id[name]}')`
const keep = (id: Ids, table: string) =>
  `insert into figures.boundary (official, level, valid_on, keys, shapes) values (${number(id, table)}, 'municipality', '2024-01-01', '{99999000}', 'x')`

export const boundariesTables: SqlMatrix = {
  'figures.boundary': {
    select: [
      one(
        'of a file of shapes',
        (id) => `select from figures.boundary where official = ${number(id, 'boundaryTable')}`,
        {
          allowed: 'rest',
        },
      ),
      one(
        'of one that is hidden',
        (id) =>
          `select from figures.boundary b where not exists (select from figures.official_table t where t.number = b.official and t.id in ('${id.boundaryTable}', '${id.bareBoundaryTable}'))`,
        { allowed: home, none: 'rest' },
      ),
    ],
    insert: [
      one('of a file of shapes of the county', (id) => keep(id, 'bareBoundaryTable'), {
        allowed: 'planner',
        denied: 'rest',
      }),
      one('of a table that has none', (id) => keep(id, 'table'), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: '',
  },
}

export const boundariesForms = `
figures.boundary.boundary_level_check figures.boundary.boundary_keys_check figures.boundary.boundary_shapes_check`
  .split(/\s+/)
  .filter(Boolean)
