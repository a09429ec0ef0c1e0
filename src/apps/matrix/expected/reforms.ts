// Expected rights on reforms of areas: everybody sees them, who plans records them, who recorded one withdraws it. Written by hand.
import type { Effect, HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { joining } from '../worlds/reforms.ts'
import { outside } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (on: string, text: (id: Ids) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w) => text(w.id),
})
const get = (url: string): Request => ({ method: 'GET', url })
const everybody = { 200: 'rest' } as const
const planners = `planner ${outside}`
const part = (reform: string) =>
  `insert into figures.reform_part (reform, before, after, level, whole)
     select r.number, (select min(number) from figures.area), (select max(number) from figures.area), 'municipality', true from figures.reform r where r.id = '${reform}'`
const bare = (id: Ids, recorded = 'clock.now()') =>
  `insert into figures.reform (id, kind, day, source, recorded_at) values ('${id.bareReform}', 'merger', '2021-01-01', 'Probe', ${recorded})`

export const reformsHttp: HttpMatrix = {
  'figures.findAreas': [{ on: 'by name', send: () => get('/figures/find-areas?search=Glonn'), expect: everybody }],
  'figures.area': [{ on: 'a county', send: (w) => get(`/figures/areas/${w.id.area}`), expect: everybody }],
  'figures.reforms': [{ on: 'all', send: () => get('/figures/reforms'), expect: everybody }],
  'figures.reform': [
    { on: 'one that the county recorded', send: (w) => get(`/figures/reforms/${w.id.reform}`), expect: everybody },
  ],
  'figures.makeReforms': [
    {
      on: 'a new one',
      send: () => ({
        method: 'POST',
        url: '/figures/reforms',
        body: { reforms: [joining('09175116', '09175131')] },
      }),
      expect: { 401: 'visitor', 200: planners, 403: 'rest' },
    },
  ],
  'figures.readReforms': [
    {
      on: 'no file',
      send: () => ({
        method: 'POST',
        url: '/figures/reforms/file',
        body: Buffer.alloc(0),
        headers: { 'content-type': 'application/octet-stream' },
      }),
      expect: { 401: 'visitor', 409: planners, 403: 'rest' },
    },
  ],
  'figures.withdrawReform': [
    {
      on: 'one that the county recorded',
      send: (w) => ({ method: 'POST', url: `/figures/reforms/${w.id.reform}/withdraw`, revision: 1, body: {} }),
      expect: { 401: 'visitor', 200: 'planner', 403: 'rest' },
    },
  ],
}

export const reformsTables: SqlMatrix = {
  'figures.reform': {
    select: [
      one('one of the county', (id) => `select from figures.reform where id = '${id.reform}'`, { allowed: 'rest' }),
    ],
    insert: [
      one('a new one of the county', (id) => bare(id), { allowed: 'planner', denied: 'rest' }),
      one('recorded earlier', (id) => bare(id, `'2026-01-01'`), { denied: 'rest' }),
    ],
    update: [
      one('withdrawn', (id) => `update figures.reform set withdrawn_at = clock.now() where id = '${id.reform}'`, {
        allowed: 'planner',
        none: 'rest',
      }),
      one(
        'withdrawn as of last year',
        (id) => `update figures.reform set withdrawn_at = '2026-01-01' where id = '${id.reform}'`,
        { denied: 'planner', none: 'rest' },
      ),
    ],
    delete: 'closed',
    columns: { update: 'withdrawn_at' },
    worker: 'select',
  },
  'figures.reform_part': {
    select: [
      one(
        'those of one of the county',
        (id) =>
          `select from figures.reform_part where reform = (select number from figures.reform where id = '${id.reform}')`,
        {
          allowed: 'rest',
        },
      ),
    ],
    insert: [
      one('with a new reform of the county', (id) => `${bare(id)}; ${part(id.bareReform!)}`, {
        allowed: 'planner',
        denied: 'rest',
      }),
      one('added to one that stands', (id) => part(id.reform!), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
}
