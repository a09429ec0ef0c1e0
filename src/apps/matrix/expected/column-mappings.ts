// Expected rights on what an organisation has said of its files: it alone knows and keeps it, by those who read files in. Written by hand.
import type { Effect, HttpMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import type { World } from '../world.ts'
import { outside } from './groups.ts'

type Ids = Readonly<Record<string, string>>
type Me = { organisation: string }
const one = (on: string, text: (id: Ids, me: Me) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w, me) => text(w.id, { organisation: me.organisation ?? w.id.county! }),
})
const planners = `planner ${outside}`
const keep = (organisation: string, at = 'clock.now()') =>
  `insert into figures.column_mapping (id, organisation, shape, title, mapping, recorded_at) values (gen_random_uuid(), '${organisation}', sha256('x'), 'X', '{}', ${at})`

export const columnMappingsHttp: HttpMatrix = {
  'figures.assign': [
    {
      on: 'a file that says itself what it holds',
      send: (w) => ({ method: 'PUT', url: `/figures/imports/${w.id.preview}/mapping`, body: { columns: [] } }),
      expect: { 401: 'visitor', 409: 'planner', 404: outside, 403: 'rest' },
    },
  ],
  'figures.mappings': [
    {
      on: 'one’s own',
      send: () => ({ method: 'GET', url: '/figures/mappings' }),
      expect: { 401: 'visitor', 200: planners, 403: 'rest' },
    },
  ],
  'figures.forgetMapping': [
    {
      on: 'that of the county',
      send: (w) => ({ method: 'DELETE', url: `/figures/mappings/${w.id.columnMapping}` }),
      expect: { 401: 'visitor', 200: 'planner', 404: outside, 403: 'rest' },
    },
  ],
}

export const columnMappingsTables: SqlMatrix = {
  'figures.column_mapping': {
    select: [
      one('that of the county', (id) => `select from figures.column_mapping where id = '${id.columnMapping}'`, {
        allowed: 'planner',
        none: 'rest',
      }),
    ],
    insert: [
      one('of one’s own organisation', (_, me) => keep(me.organisation), { allowed: planners, denied: 'rest' }),
      one('in the name of another', (id) => keep(id.strangers!), { allowed: 'stranger', denied: 'rest' }),
      one('as of last year', (_, me) => keep(me.organisation, `'2026-01-01'`), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: [
      one('that of the county', (id) => `delete from figures.column_mapping where id = '${id.columnMapping}'`, {
        allowed: 'planner',
        none: 'rest',
      }),
    ],
    worker: '',
  },
}

/** One shape has one mapping. */
export const columnMappingsRules: Readonly<Record<string, (world: World) => string>> = {
  'figures.column_mapping.column_mapping_organisation_shape_key': (w) =>
    `insert into figures.column_mapping (id, organisation, shape, title, mapping, recorded_at)
       select gen_random_uuid(), organisation, shape, title, mapping, recorded_at from figures.column_mapping where id = '${w.id.columnMapping}'`,
}
export const columnMappingsForms = `
figures.column_mapping.column_mapping_shape_check figures.column_mapping.column_mapping_title_check`
  .split(/\s+/)
  .filter(Boolean)
