// Expected rights on what duties of all kinds bring: statements, reasons, invitations, announced changes, session days. Written by hand.
import type { HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import { acting, doors, home, lapsed, outside, sent } from './groups.ts'

const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
/** Those who act for the county in what it owes. */
const owing = 'admin head planner staff'
const inTheBody = `${home} ${sent}`
const byDebtor = {
  ...doors,
  200: owing,
  409: `checker counsellor ${sent}`,
  404: `unmandated ${outside}`,
} as const

export const dutiesHttp: HttpMatrix = {
  'duties.state': [
    {
      on: 'a report of the county',
      send: (w) => post(`/duties/${w.id.dutyReport}/statements`, { day: '2027-01-05', text: 'Berichtet' }),
      expect: byDebtor,
    },
    {
      on: 'what is done elsewhere',
      send: (w) => post(`/duties/${w.id.duty}/statements`, { day: '2027-01-05', text: 'Geliefert' }),
      expect: { ...doors, 409: inTheBody, 404: `unmandated ${outside}` },
    },
  ],
  'duties.reason': [
    {
      on: 'a "soll" of the county',
      send: (w) => post(`/duties/${w.id.dutyShould}/reason`, { because: 'Für die Prüfung' }),
      expect: byDebtor,
    },
    {
      on: 'a "muss" of the county',
      send: (w) => post(`/duties/${w.id.dutyReport}/reason`, { because: 'Für die Prüfung' }),
      expect: { ...doors, 409: inTheBody, 404: `unmandated ${outside}` },
    },
  ],
  'cooperation.sessions': [
    {
      on: 'the body',
      send: (w) => ({ method: 'GET', url: `/bodies/${w.id.body}/sessions` }),
      expect: { ...doors, 404: 'unmandated', 200: 'rest' },
    },
  ],
  'cooperation.keepSessions': [
    {
      on: 'the body',
      send: (w) => ({
        method: 'PUT',
        url: `/bodies/${w.id.body}/sessions`,
        revision: w.revision.body!,
        body: { committee: 'Ausschuss', days: ['2027-07-01'] },
      }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'chair office', 403: `rest ${lapsed}` },
    },
  ],
  'services.announceChange': [
    {
      on: 'internal to the county',
      send: (w) => post(`/services/${w.id.serviceInternal}/announcements`, { day: '2027-03-01', what: 'Neue Zeiten' }),
      expect: { ...doors, 200: owing, 403: `checker counsellor ${lapsed}`, 404: 'rest' },
    },
  ],
}

const one = (
  on: string,
  text: (id: Readonly<Record<string, string>>, organisation: string) => string,
  expect: SqlCase['expect'],
): SqlCase => ({ on, expect, sql: (w, me) => text(w.id, me.organisation ?? w.id.county!) })
const statement =
  (duty: string, more: { organisation?: string; day?: string; at?: string } = {}) =>
  (id: Readonly<Record<string, string>>, own: string) =>
    `insert into duties.statement (id, duty, organisation, day, text, at) values (gen_random_uuid(), '${id[duty]}', '${more.organisation ? id[more.organisation] : own}',
    ${more.day ?? 'clock.today()'}, 'Probe', ${more.at ?? 'clock.now()'})`
const mine = { allowed: owing, denied: 'rest' } as const
const never = { denied: 'rest' } as const

export const dutiesTables: SqlMatrix = {
  'duties.statement': {
    select: [
      one('about a report of the county', (id) => `select from duties.statement where duty = '${id.dutyReport}'`, {
        allowed: inTheBody,
        none: 'rest',
      }),
    ],
    insert: [
      one('about what the county owes', statement('dutyReport'), mine),
      one('about what the body owes', statement('dutyOwn'), { allowed: 'chair office', denied: 'rest' }),
      one('about what is no longer owed', statement('dutyGone'), never),
      one('in the name of another organisation', statement('dutyReport', { organisation: 'others' }), never),
      one('about what is still to come', statement('dutyReport', { day: "'2030-01-01'" }), never),
      one('as of last year', statement('dutyReport', { at: "'2026-01-01'" }), never),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select insert',
  },
  'cooperation.session_day': {
    select: [
      one('of the body', (id) => `select from cooperation.session_day where body = '${id.body}'`, {
        allowed: acting,
        none: 'rest',
      }),
    ],
    insert: [
      one(
        'of the body',
        (id) =>
          `insert into cooperation.session_day (body, committee, day) values ('${id.body}', 'Ausschuss', '2027-09-01')`,
        { allowed: 'chair office', denied: 'rest' },
      ),
    ],
    update: 'closed',
    delete: [
      one('of the body', (id) => `delete from cooperation.session_day where body = '${id.body}'`, {
        allowed: 'chair office',
        none: 'rest',
      }),
    ],
    worker: 'select',
  },
}
/** Settling a duty: the creditor waives, the debtor gives the reason of a "soll", and nobody does the other's part along with the own. */
export const settling: readonly SqlCase[] = [
  one(
    'a reason for a "soll" of the county',
    (id) =>
      `update duties.duty set reasoned_on = clock.today(), reasoned_because = 'Probe' where id = '${id.dutyShould}'`,
    { allowed: owing, denied: 'chair office', none: 'rest' },
  ),
  one(
    'a reason as of last year',
    (id) =>
      `update duties.duty set reasoned_on = '2026-01-01', reasoned_because = 'Probe' where id = '${id.dutyShould}'`,
    { denied: `${owing} chair office`, none: 'rest' },
  ),
  one(
    'a reason, and waived along with it',
    (id) =>
      `update duties.duty set reasoned_on = clock.today(), reasoned_because = 'Probe', waived_on = clock.today(), waived_because = 'Probe' where id = '${id.dutyShould}'`,
    { denied: `${owing} chair office`, none: 'rest' },
  ),
  one(
    'what the body owes to itself, waived by those who run it',
    (id) => `update duties.duty set waived_on = clock.today(), waived_because = 'Probe' where id = '${id.dutyOwn}'`,
    { denied: 'chair office', none: 'rest' },
  ),
]
