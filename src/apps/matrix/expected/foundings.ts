// Expected rights on foundings that are being prepared: whoever has begun one, and nobody else. Written by hand.
import type { HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import { doors } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (on: string, sql: (id: Ids) => string, expect: SqlCase['expect']): SqlCase => ({
  on,
  expect,
  sql: (w) => sql(w.id),
})
const draft = { name: 'Gremium in Arbeit', content: { name: 'Anders' } }
const founder = { 401: 'visitor', 200: 'planner', 404: 'rest unmandated', 403: 'ended future' } as const
const finished = { 401: 'visitor', 409: 'planner', 404: 'rest unmandated', 403: 'ended future' } as const
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const insert = (object: string) => (id: Ids) =>
  `insert into cooperation.founding (id, content, changed_at) values ('${id[object]}', '{}', clock.now())`

export const foundingsHttp: HttpMatrix = {
  'cooperation.foundings': [
    { on: 'one’s own', send: () => ({ method: 'GET', url: '/foundings' }), expect: { ...doors, 200: 'rest' } },
  ],
  'cooperation.founding': [
    {
      on: 'that of the planner',
      send: (w) => ({ method: 'GET', url: `/foundings/${w.id.founding}` }),
      expect: founder,
    },
  ],
  'cooperation.beginFounding': [
    {
      on: 'a new one',
      send: () => post('/foundings', draft),
      expect: { 401: 'visitor', 200: 'admin head planner member stranger elsewhere', 403: 'rest' },
    },
  ],
  'cooperation.keepFounding': [
    {
      on: 'that of the planner',
      send: (w) => ({
        method: 'PUT',
        url: `/foundings/${w.id.founding}`,
        body: draft,
        revision: w.revision.founding!,
      }),
      expect: founder,
    },
    {
      on: 'that of the planner, finished',
      send: (w) => ({
        method: 'PUT',
        url: `/foundings/${w.id.foundingDone}`,
        body: draft,
        revision: w.revision.foundingDone!,
      }),
      expect: finished,
    },
  ],
  'cooperation.noteFounding': [
    {
      on: 'that of the planner',
      send: (w) => post(`/foundings/${w.id.founding}/steps`, { step: 'body', outcome: { id: w.id.body } }),
      expect: founder,
    },
    {
      on: 'that of the planner, finished',
      send: (w) => post(`/foundings/${w.id.foundingDone}/steps`, { step: 'body', outcome: { id: w.id.body } }),
      expect: finished,
    },
  ],
  'cooperation.finishFounding': [
    {
      on: 'that of the planner, of which nothing is made yet',
      send: (w) => post(`/foundings/${w.id.founding}/finish`),
      expect: finished,
    },
  ],
}

export const foundingsTables: SqlMatrix = {
  'cooperation.founding': {
    select: [
      one('that of the planner', (id) => `select from cooperation.founding where id = '${id.founding}'`, {
        allowed: 'planner',
        none: 'rest',
      }),
    ],
    insert: [
      one('for the own draft', insert('bareFounding'), { allowed: 'planner', denied: 'rest' }),
      one('for what others see', insert('openFounding'), { denied: 'rest' }),
      one('for a draft of another kind', insert('draft'), { denied: 'rest' }),
    ],
    update: [
      one(
        'that of the planner',
        (id) => `update cooperation.founding set content = '{"name":"Anders"}' where id = '${id.founding}'`,
        { allowed: 'planner', none: 'rest' },
      ),
      one(
        'that of the planner, finished',
        (id) => `update cooperation.founding set content = '{"name":"Anders"}' where id = '${id.foundingDone}'`,
        { none: 'rest' },
      ),
    ],
    delete: 'closed',
    columns: { insert: 'changed_at content id', update: 'changed_at content finished_on made' },
    worker: 'select delete',
  },
}
