// Expected rights on the release gate: who plans, checks or leads in the organisation keeps its tables; others see what was released, and only while it
// is not withdrawn. Written by hand.
import type { Effect, FunctionMatrix, HttpCase, HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { lapsed, outside } from './groups.ts'

type Ids = Readonly<Record<string, string>>
type Me = { person: string; organisation: string }
const one = (on: string, text: (id: Ids, me: Me) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w, me) =>
    text(w.id, { person: me.person ?? w.id.plannerPerson!, organisation: me.organisation ?? w.id.county! }),
})
const keepers = 'planner checker head'
const mine = { allowed: keepers, none: 'rest' } as const
const make = { allowed: keepers, denied: 'rest' } as const

/** At a table of the county: whoever works there sees that it exists, but only some may open it. */
const door = (outcome: 200 | 409): HttpCase['expect'] => ({
  401: 'visitor',
  403: `${lapsed} admin staff counsellor`,
  [outcome]: keepers,
  404: 'rest',
})
const on = (
  what: string,
  send: (id: Ids) => Partial<Request> & { url: string },
  expect: HttpCase['expect'],
): HttpCase => ({ on: what, send: (w) => ({ method: 'POST', ...send(w.id) }), expect })
const noFile = { body: Buffer.alloc(0), headers: { 'content-type': 'application/octet-stream' } }
const period = 'columns=g,n&from=2026-01-01&until=2027-01-01'
const openTo = { 401: 'visitor', 409: `${keepers} ${outside}`, 403: 'rest' } as const
const table = '/figures/gate/tables'

export const gateHttp: HttpMatrix = {
  'figures.lookAtTable': [on('no file', () => ({ url: '/figures/gate/look', ...noFile }), openTo)],
  'figures.guardTable': [
    on(
      'no file',
      () => ({ url: `${table}?${period}&title=Probe&definition=Zur%20Probe%20gezählt&threshold=5`, ...noFile }),
      openTo,
    ),
  ],
  'figures.guardAnew': [
    on(
      'no file',
      ({ guarded }) => ({ url: `${table}/${guarded}/editions?${period}`, revision: 1, ...noFile }),
      door(409),
    ),
  ],
  'figures.gate': [on('what there is', () => ({ method: 'GET', url: '/figures/gate' }), { 200: 'rest' })],
  'figures.guarded': [
    on('a table of the county', ({ guarded }) => ({ method: 'GET', url: `${table}/${guarded}` }), door(200)),
  ],
  'figures.setThreshold': [
    on(
      'of a table of the county',
      ({ guarded }) => ({ method: 'PUT', url: `${table}/${guarded}/threshold`, revision: 1, body: { threshold: 10 } }),
      door(200),
    ),
  ],
  'figures.protectTable': [
    on(
      'a table of the county',
      ({ guarded }) => ({ url: `${table}/${guarded}/protect`, body: { audience: 'public' } }),
      door(200),
    ),
    on(
      'for a body in which nobody of the county is',
      ({ guarded, body }) => ({ url: `${table}/${guarded}/protect`, body: { audience: 'body', body } }),
      door(409),
    ),
  ],
  'figures.stopProtecting': [on('nothing runs', ({ guarded }) => ({ url: `${table}/${guarded}/stop` }), door(409))],
  'figures.proposeRelease': [
    on(
      'taking back what another proposed',
      ({ guarded, guardedRun }) => ({
        url: `${table}/${guarded}/propose`,
        body: { run: guardedRun, proposed: false },
      }),
      door(200),
    ),
  ],
  'figures.releaseTable': [
    on(
      'what somebody who checks has proposed',
      ({ guarded, guardedRun }) => ({ url: `${table}/${guarded}/release`, body: { run: guardedRun } }),
      {
        401: 'visitor',
        403: `${lapsed} admin staff counsellor`,
        200: 'planner head',
        409: 'checker',
        404: 'rest',
      },
    ),
  ],
  'figures.discardTable': [
    on('never released', ({ guarded }) => ({ method: 'DELETE', url: `${table}/${guarded}`, revision: 1 }), door(200)),
  ],
  'figures.release': [
    on('released to all', ({ release }) => ({ method: 'GET', url: `/figures/releases/${release}` }), { 200: 'rest' }),
    on('withdrawn', ({ withdrawnRelease }) => ({ method: 'GET', url: `/figures/releases/${withdrawnRelease}` }), {
      200: keepers,
      409: 'rest',
    }),
  ],
  'figures.releaseFile': [
    on('released to all', ({ release }) => ({ method: 'GET', url: `/figures/releases/${release}/file/csv` }), {
      200: 'rest',
    }),
    on(
      'withdrawn',
      ({ withdrawnRelease }) => ({ method: 'GET', url: `/figures/releases/${withdrawnRelease}/file/certificate` }),
      { 200: keepers, 409: 'rest' },
    ),
  ],
  'figures.withdrawRelease': [
    on(
      'a release of the county',
      ({ release }) => ({ url: `/figures/releases/${release}/withdraw`, revision: 1, body: { reason: 'Zur Probe' } }),
      { 401: 'visitor', 200: keepers, 403: 'rest' },
    ),
  ],
}

const protection = (id: Ids, columns: string, values: string) =>
  `insert into figures.protection (id, guarded, edition, threshold, after, audience, ordered_at${columns}) values (gen_random_uuid(), '${id.guarded}', 1, 5, '{}', ${values}`
const content = (id: Ids, at = 'clock.now()') =>
  `insert into figures.guarded_content (guarded, edition, from_day, until_day, file_name, rows, recorded_at)
     values ('${id.guarded}', 2, '2026-01-01', '2027-01-01', 'x', '{}', ${at})`
const release = (id: Ids, by: string) =>
  `insert into figures.release (id, protection, guarded, edition, threshold, dimensions, trees, definition, from_day, until_day, audience, cells, certificate, system, hidden,
     released_by, released_at) select '${id.bareRelease}', '${id.guardedRun}', '${id.guarded}', 1, 5, '{Ort}', '[[]]', 'Probe', '2026-01-01', '2027-01-01', 'public',
     '[{"groups": ["A"], "value": 7}]', '{}', '{}', '{}', '${by}', clock.now()`

export const gateTables: SqlMatrix = {
  'figures.guarded_table': {
    select: [one('of the county', (id) => `select from figures.guarded_table where id = '${id.guarded}'`, mine)],
    insert: [
      one(
        'of the county',
        (id) =>
          `insert into figures.guarded_table (id, definition, threshold, dimensions) values ('${id.bareGuarded}', 'Probe', 5, '{Ort}')`,
        make,
      ),
    ],
    update: [
      one('of the county', (id) => `update figures.guarded_table set threshold = 10 where id = '${id.guarded}'`, mine),
      // Without looking: what one may not read is not written either.
      one('whatever there is', () => 'update figures.guarded_table set threshold = 10', mine),
    ],
    delete: 'closed',
    columns: { update: 'threshold edition' },
    worker: 'select',
  },
  'figures.guarded_content': {
    select: [one('of the county', (id) => `select from figures.guarded_content where guarded = '${id.guarded}'`, mine)],
    insert: [
      one('the next edition', (id) => content(id), make),
      one('as of last year', (id) => content(id, `'2026-01-01'`), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select delete',
  },
  'figures.protection': {
    select: [one('of the county', (id) => `select from figures.protection where guarded = '${id.guarded}'`, mine)],
    insert: [
      one('for all', (id) => protection(id, '', `'public', clock.now())`), make),
      one('that is done', (id) => protection(id, ', state, result', `'public', clock.now(), 'done', '{}')`), {
        denied: 'rest',
      }),
      one(
        'for a body in which nobody of the county is',
        (id) => protection(id, ', body', `'body', clock.now(), '${id.body}')`),
        { denied: 'rest' },
      ),
    ],
    update: [
      one('stopped', (id) => `update figures.protection set stop = true where id = '${id.guardedRun}'`, {
        allowed: 'checker',
        denied: 'planner head',
        none: 'rest',
      }),
      one('stopped, whatever there is', () => 'update figures.protection set stop = true', {
        denied: keepers,
        none: 'rest',
      }),
      one(
        'taken back',
        (id) => `update figures.protection set proposed_by = null, proposed_at = null where id = '${id.guardedRun}'`,
        mine,
      ),
      one(
        'proposed in the name of another',
        (id) => `update figures.protection set proposed_by = '${id.strangerPerson}' where id = '${id.guardedRun}'`,
        { denied: keepers, none: 'rest' },
      ),
    ],
    delete: 'closed',
    columns: { update: 'stop proposed_by proposed_at' },
    worker: 'select update delete',
  },
  'figures.release': {
    select: [
      one('released to all', (id) => `select from figures.release where id = '${id.release}'`, { allowed: 'rest' }),
      one('withdrawn', (id) => `select from figures.release where id = '${id.withdrawnRelease}'`, mine),
    ],
    insert: [
      one('what somebody who checks has proposed', (id, me) => release(id, me.person), {
        allowed: 'planner head',
        denied: 'rest',
      }),
      one('in the name of another', (id) => release(id, id.strangerPerson!), { denied: 'rest' }),
    ],
    update: [
      one(
        'withdrawn as of last year',
        (id) => `update figures.release set withdrawn_at = '2026-01-01', reason = 'Probe' where id = '${id.release}'`,
        { denied: keepers, none: 'rest' },
      ),
      one(
        'withdrawn',
        (id) => `update figures.release set withdrawn_at = clock.now(), reason = 'Probe' where id = '${id.release}'`,
        mine,
      ),
    ],
    delete: 'closed',
    columns: { update: 'withdrawn_at reason' },
    worker: 'select',
  },
}
export const gateFunctions: FunctionMatrix = {
  'figures.keeps': { harmless: 'whether one keeps a table of the own organisation, which one knows oneself' },
}
