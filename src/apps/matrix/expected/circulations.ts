// Expected rights on decisions by circulation: only those of a body that votes; of those who are asked, only its chair is among them. Written by hand.
import type { FunctionMatrix, HttpMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import type { World } from '../world.ts'
import type { Deed } from './deeds.ts'
import { doors } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (on: string, sql: (id: Ids) => string, expect: SqlCase['expect']): SqlCase => ({
  on,
  expect,
  sql: (w) => sql(w.id),
})
const inBody = { ...doors, 200: 'elsewhere', 404: 'rest' } as const
const late = { ...doors, 409: 'elsewhere', 404: 'rest' } as const
const send =
  (method: 'POST' | 'PUT', name: string, path: string, body: (id: Ids) => unknown = () => ({})) =>
  (w: World) => ({ method, url: `/circulations/${w.id[name]}${path}`, body: body(w.id) })
const yes = () => ({ answer: 'yes', seen: 1 })
const byLink = (w: World) => `/circulation-links/${w.id.circulationToken}`
const madeUp = `/circulation-links/${'x'.repeat(40)}`

export const circulationsHttp: HttpMatrix = {
  'meetings.circulationRules': [
    {
      on: 'of a body that votes',
      send: (w) => ({ method: 'GET', url: `/bodies/${w.id.voteBody}/circulation-rules` }),
      expect: { 401: 'visitor', 200: 'elsewhere', 404: 'unmandated', 403: 'rest' },
    },
  ],
  'meetings.listCirculations': [
    {
      on: 'all that one may see',
      send: () => ({ method: 'GET', url: '/circulations' }),
      expect: { ...doors, 200: 'rest' },
    },
  ],
  'meetings.getCirculation': [
    { on: 'that runs', send: (w) => ({ method: 'GET', url: `/circulations/${w.id.circulation}` }), expect: inBody },
  ],
  'meetings.proposeCirculation': [
    {
      on: 'in a body that votes',
      send: (w) => ({
        method: 'POST',
        url: '/circulations',
        body: { body: w.id.voteBody, title: 'Probe', proposal: 'Für die Prüfung', days: 7 },
      }),
      expect: { 401: 'visitor', 200: 'elsewhere', 403: 'rest' },
    },
  ],
  'meetings.answerCirculation': [
    { on: 'that runs', send: send('PUT', 'circulation', '/answer', yes), expect: inBody },
    { on: 'that has not gone out', send: send('PUT', 'circulationOpen', '/answer', yes), expect: late },
    { on: 'that was counted', send: send('PUT', 'circulationCarried', '/answer', yes), expect: late },
  ],
  'meetings.recordCirculation': [
    { on: 'that found its majority', send: send('POST', 'circulationCarried', '/result'), expect: inBody },
    { on: 'that runs', send: send('POST', 'circulation', '/result'), expect: late },
    { on: 'that is recorded', send: send('POST', 'circulationDone', '/result'), expect: late },
  ],
  'meetings.endCirculationLinks': [
    {
      on: 'that runs',
      send: send('POST', 'circulation', '/links/end', (id) => ({ organisation: id.others })),
      expect: inBody,
    },
  ],
  'meetings.circulationByLink': [
    { on: 'of the chair', send: (w) => ({ method: 'GET', url: byLink(w) }), expect: { 200: 'rest' } },
    { on: 'made up', send: () => ({ method: 'GET', url: madeUp }), expect: { 404: 'rest' } },
  ],
  'meetings.answerCirculationByLink': [
    { on: 'of the chair', send: (w) => ({ method: 'PUT', url: byLink(w), body: yes() }), expect: { 200: 'rest' } },
    { on: 'made up', send: () => ({ method: 'PUT', url: madeUp, body: yes() }), expect: { 409: 'rest' } },
  ],
}

const put = (id: Ids, more: { id?: string; body?: string; reasons?: string; days?: number; sent?: boolean } = {}) =>
  `insert into meetings.circulation (id, body, proposal, reasons, days, made_on${more.sent ? ', sent_on, until_day, rules' : ''})
   values ('${more.id ?? id.bareCirculation}', '${more.body ?? id.voteBody}', 'Probe', '${more.reasons ?? ''}', ${more.days ?? 60}, clock.today()${more.sent ? `, clock.today(), '2027-03-01', 1` : ''})`
const set = (id: Ids, name: string, values: string) =>
  `update meetings.circulation set ${values} where id = '${id[name]}'`

export const circulationsTables: SqlMatrix = {
  'meetings.circulation': {
    select: [
      one('that runs', (id) => `select from meetings.circulation where id = '${id.circulation}'`, {
        allowed: 'elsewhere',
        none: 'rest',
      }),
    ],
    insert: [
      one('as the chairs are shown it', (id) => put(id), { allowed: 'elsewhere', denied: 'rest' }),
      one('sent from the beginning', (id) => put(id, { sent: true }), { denied: 'rest' }),
      one('made on another day', (id) => put(id).replace('clock.today()', `'2026-12-01'`), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select update',
  },
  'meetings.circulation_answer': {
    select: [
      one('that runs', (id) => `select from meetings.circulation_answer where circulation = '${id.circulation}'`, {
        allowed: 'elsewhere',
        none: 'rest',
      }),
    ],
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
}

const resolve = (id: Ids, name: string) =>
  `select from (select meetings.resolve_circulation('${id[name]}', '${id.decisionOpen}') as done) x where x.done`
export const circulationsFunctions: FunctionMatrix = {
  'meetings.circulation_seats': { harmless: 'which seats of a body have a vote, which everybody in the body sees' },
  'meetings.my_circulation': [
    one('that runs', (id) => `select from meetings.my_circulation('${id.circulation}')`, {
      allowed: 'elsewhere',
      none: 'rest',
    }),
  ],
  'meetings.answer_circulation': [
    one(
      'that runs',
      (id) =>
        `select from (select meetings.answer_circulation('${id.circulation}', null, 'no', 1) as r) x where r = 'kept'`,
      { allowed: 'elsewhere', none: 'rest' },
    ),
  ],
  'meetings.circulation_by_link': { harmless: 'says only to whoever holds the token what its mail said' },
  'meetings.answer_circulation_by_link': {
    harmless: 'answers only for the seat of whom the token was made, which stands only in a mail',
  },
  'meetings.resolve_circulation': [
    one('that found its majority', (id) => resolve(id, 'circulationCarried'), { allowed: 'elsewhere', none: 'rest' }),
    one('that runs', (id) => resolve(id, 'circulation'), { none: 'rest' }),
    one('that is recorded', (id) => resolve(id, 'circulationDone'), { none: 'rest' }),
  ],
  'meetings.settle_circulation': { harmless: 'enters only what a resolution says already, whoever calls it' },
}

export const circulationsDeeds: Readonly<Record<string, Deed>> = {
  'a circulation goes out without its keys': {
    sql: ({ id }) => set(id, 'circulationOpen', 'sent_on = clock.today()'),
    expect: 'NA403',
  },
  'the words that circulate change': {
    sql: ({ id }) => set(id, 'circulation', `proposal = 'Anders'`),
    expect: 'NA403',
  },
  'a circulation is counted before its last day': {
    sql: ({ id }) => set(id, 'circulation', 'settled_on = clock.today()'),
    expect: 'NA403',
  },
  'a forum circulates': { sql: ({ id }) => put(id, { body: id.body! }), expect: 'NA403' },
  'the chairs are shown other reasons': { sql: ({ id }) => put(id, { reasons: 'Andere' }), expect: 'NA403' },
  'seats have fewer days than the rules say': {
    sql: ({ id }) =>
      `do $$ begin insert into kit.edition (object, number, content, at) select '${id.barePaper}', 1, meetings.circulation_content('Probe', '', 3), clock.now(); ${put(id, { id: id.barePaper!, days: 3 })}; end $$`,
    expect: 'NA403',
  },
}

/** The trigger would refuse it first. */
const unguarded = (statement: string) =>
  `do $$ begin alter table meetings.circulation disable trigger circulation_guard; ${statement}; end $$`
export const circulationsRules: Readonly<Record<string, (world: World) => string>> = {
  'meetings.circulation.circulation_sent_whole': ({ id }) => unguarded(set(id, 'circulation', 'until_day = null')),
  'meetings.circulation.circulation_settled_whole': ({ id }) =>
    unguarded(set(id, 'circulationCarried', 'settled_on = null')),
  'meetings.circulation.circulation_decided': ({ id }) =>
    unguarded(set(id, 'circulation', `decision = '${id.decision}'`)),
  'meetings.circulation.circulation_decision_key': ({ id }) =>
    unguarded(set(id, 'circulationCarried', `decision = '${id.circulated}'`)),
  'meetings.circulation_answer.circulation_answer_once': ({ id }) =>
    `insert into meetings.circulation_answer select * from meetings.circulation_answer where circulation = '${id.circulation}'`,
  'meetings.agenda_item.agenda_item_announces': ({ id }) =>
    `insert into meetings.agenda_item (id, meeting, position, title, announces) select gen_random_uuid(), '${id.meetingPlanned}', 9, 'Bekanntgabe', '${id.circulationDone}' from generate_series(1, 2)`,
  'cooperation.rules.rules_circulation_whole': ({ id }) =>
    `update cooperation.rules set circulation_majority = null where body = '${id.voteBody}' and circulation_days is not null`,
}
export const circulationsForms =
  `meetings.circulation.circulation_proposal_check meetings.circulation.circulation_days_check meetings.circulation.circulation_outcome_check
meetings.circulation_answer.circulation_answer_check cooperation.rules.rules_circulation_days_check cooperation.rules.rules_circulation_majority_check`.split(
    /\s+/,
  )
