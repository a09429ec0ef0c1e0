// Expected rights on meetings in calendars: a subscription belongs to one person alone. Written by hand.
import type { FunctionMatrix, HttpMatrix, Me, SqlCase, SqlMatrix } from '../shapes.ts'
import type { World } from '../world.ts'
import type { Deed } from './deeds.ts'
import { acting, doors, lapsed, sent } from './groups.ts'

const feed =
  (person: (me: Me) => string | null, more: { organisation?: string; at?: string } = {}) =>
  (w: World, me: Me) =>
    `insert into meetings.feed (id, person, organisation, digest, made_at)
    values (gen_random_uuid(), '${person(me) ?? w.id.county}', '${more.organisation ?? me.organisation ?? w.id.county}', '\\x00', ${more.at ?? 'clock.now()'})`
const end = (at: string) => (w: World) => `update meetings.feed set ended_at = ${at} where id = '${w.id.feed}'`
const one = (on: string, sql: SqlCase['sql'], expect: SqlCase['expect']): SqlCase => ({ on, sql, expect })
const others = acting.replace('planner ', '')

export const calendarHttp: HttpMatrix = {
  'meetings.meetingCalendar': [
    {
      on: 'of the body',
      send: (w) => ({ method: 'GET', url: `/meetings/${w.id.meetingPlanned}/calendar` }),
      expect: { ...doors, 200: `${sent} member`, 404: 'rest' },
    },
  ],
  'meetings.calendarFeed': [
    {
      on: 'an address that counts',
      send: (w) => ({ method: 'GET', url: `/calendar/${w.id.feedToken}.ics` }),
      expect: { 200: 'rest' },
    },
    {
      on: 'one that was taken back',
      send: (w) => ({ method: 'GET', url: `/calendar/${w.id.feedGone}.ics` }),
      expect: { 404: 'rest' },
    },
  ],
  'meetings.myFeed': [
    { on: 'one’s own', send: () => ({ method: 'GET', url: '/calendar' }), expect: { ...doors, 200: 'rest' } },
  ],
  'meetings.makeFeed': [
    {
      on: 'one’s own',
      send: () => ({ method: 'POST', url: '/calendar', body: {} }),
      expect: { 401: 'visitor', 403: `${lapsed} unmandated`, 200: 'rest' },
    },
  ],
  'meetings.endFeed': [
    { on: 'one’s own', send: () => ({ method: 'DELETE', url: '/calendar' }), expect: { ...doors, 200: 'rest' } },
  ],
}

export const calendarTables: SqlMatrix = {
  'meetings.feed': {
    select: [
      one('of the planner', (w) => `select id from meetings.feed where id = '${w.id.feed}'`, {
        allowed: 'planner',
        none: 'rest',
      }),
    ],
    insert: [
      one(
        'one’s own',
        feed((me) => me.person),
        { allowed: others, refused: 'planner', denied: 'rest' },
      ),
      one('for somebody else', (w, me) => feed(() => w.id.root!)(w, me), { denied: 'rest' }),
      one('for another organisation', (w, me) => feed((my) => my.person, { organisation: w.id.otherBody! })(w, me), {
        denied: 'rest',
      }),
      one(
        'at another time',
        feed((me) => me.person, { at: `'2026-01-01'` }),
        { denied: 'rest' },
      ),
    ],
    update: [
      one('of the planner', end('clock.now()'), { allowed: 'planner', none: 'rest' }),
      // Without a condition nothing is read, so that only the policy on changing stands between.
      one('whatever there is', () => 'update meetings.feed set ended_at = clock.now()', {
        allowed: 'planner',
        none: 'rest',
      }),
      one('at another time', end(`'2026-01-01'`), { denied: 'planner', none: 'rest' }),
    ],
    delete: 'closed',
    columns: { select: 'ended_at id made_at organisation person', update: 'ended_at' },
    worker: 'select delete',
  },
}

export const calendarFunctions: FunctionMatrix = {
  'meetings.open_feed': [
    one(
      'an address that counts',
      (w) => `select from (select meetings.open_feed('${w.id.feedToken}') as o) x where o is not null`,
      {
        allowed: 'rest',
      },
    ),
    one(
      'one that was taken back',
      (w) => `select from (select meetings.open_feed('${w.id.feedGone}') as o) x where o is not null`,
      {
        none: 'rest',
      },
    ),
  ],
}

const opens = (w: World) => `meetings.open_feed('${w.id.feedToken}') is not null`
const after = (statement: string, w: World) =>
  `do $$ begin if not ${opens(w)} then raise exception 'not so'; end if; ${statement}; if ${opens(w)} then raise exception 'still open'; end if; end $$`

export const calendarDeeds: Readonly<Record<string, Deed>> = {
  'a subscription ends with the mandate': {
    sql: (w) =>
      after(
        `update access.mandate set superseded_at = clock.now() where person = '${w.id.plannerPerson}' and superseded_at is null`,
        w,
      ),
    expect: 'done',
  },
  'a subscription ends with the account': {
    sql: (w) => after(`update access.account set closed_at = clock.now() where person = '${w.id.plannerPerson}'`, w),
    expect: 'done',
  },
}
