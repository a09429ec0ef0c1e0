// Expected rights on votes and on what may call itself a Beschluss. Only the chair of that body, whom others sent, is among those asked. Written by hand.
import type { FunctionMatrix, HttpMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import type { World } from '../world.ts'
import type { Deed } from './deeds.ts'
import { doors, home, lapsed } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (on: string, sql: (id: Ids) => string, expect: SqlCase['expect']): SqlCase => ({
  on,
  expect,
  sql: (w) => sql(w.id),
})
const leads = { ...doors, 200: 'elsewhere', 403: `${home} ${lapsed}`, 404: 'rest' } as const
const url = (w: World, item: string) => `/meetings/${w.id.voteMeeting}/items/${w.id[item]}/vote`
const based = (w: World) => ({ revision: w.revision.voteMeeting! })
const vote =
  (item: string, more = '1, 0, 0', by = '(access.actor()).person') =>
  (id: Ids) =>
    `insert into meetings.vote (item, meeting, in_favour, against, abstained, recorded_by, recorded_at)
   values ('${id[item]}', '${id.voteMeeting}', ${more}, ${by}, clock.now())`
const correct =
  (item: string, set = 'in_favour = 1') =>
  (id: Ids) =>
    `update meetings.vote set ${set}, recorded_by = (access.actor()).person, recorded_at = clock.now() where item = '${id[item]}'`

export const votesHttp: HttpMatrix = {
  'meetings.recordVote': [
    {
      on: 'an item not yet voted on',
      send: (w) => ({
        method: 'PUT',
        url: url(w, 'itemOpen'),
        ...based(w),
        body: { inFavour: 1, against: 0, abstained: 0 },
      }),
      expect: leads,
    },
    {
      on: 'what was resolved',
      send: (w) => ({
        method: 'PUT',
        url: url(w, 'itemResolved'),
        ...based(w),
        body: { inFavour: 1, against: 0, abstained: 0 },
      }),
      expect: { ...doors, 409: 'elsewhere', 403: `${home} ${lapsed}`, 404: 'rest' },
    },
  ],
  'meetings.takeBackVote': [
    { on: 'voted on', send: (w) => ({ method: 'DELETE', url: url(w, 'itemVoted'), ...based(w) }), expect: leads },
  ],
}

export const votesTables: SqlMatrix = {
  'meetings.vote': {
    select: [
      one('before the minutes are released', (id) => `select from meetings.vote where item = '${id.itemVoted}'`, {
        allowed: 'elsewhere',
        none: 'rest',
      }),
    ],
    insert: [
      one('of the body', vote('itemOpen'), { allowed: 'elsewhere', denied: 'rest' }),
      one('in the name of somebody else', (id) => vote('itemOpen', '1, 0, 0', `'${id.root}'`)(id), { denied: 'rest' }),
      one('more votes than seats', vote('itemOpen', '2, 1, 0'), { refused: 'rest' }),
      one('in a forum', (id) => vote('itemHeld')({ ...id, voteMeeting: id.meetingHeld! }), { denied: 'rest' }),
    ],
    update: [
      one(
        'whatever there is',
        () =>
          'update meetings.vote set in_favour = 1, recorded_by = (access.actor()).person, recorded_at = clock.now()',
        { denied: 'elsewhere', none: 'rest' },
      ),
      one('of the body', correct('itemVoted'), { allowed: 'elsewhere', none: 'rest' }),
      one('what was resolved', correct('itemResolved'), { denied: 'elsewhere', none: 'rest' }),
      one(
        'in the name of somebody else',
        (id) => `update meetings.vote set recorded_by = '${id.root}' where item = '${id.itemVoted}'`,
        { denied: 'elsewhere', none: 'rest' },
      ),
    ],
    delete: [
      // Without a condition nothing is read, so that only the policy on taking back stands between; among them is one that stays.
      one('whatever there is', () => 'delete from meetings.vote', { denied: 'elsewhere', none: 'rest' }),
      one('of the body', (id) => `delete from meetings.vote where item = '${id.itemVoted}'`, {
        allowed: 'elsewhere',
        none: 'rest',
      }),
      one('what was resolved', (id) => `delete from meetings.vote where item = '${id.itemResolved}'`, {
        denied: 'elsewhere',
        none: 'rest',
      }),
    ],
    columns: {
      insert: 'abstained against in_favour item meeting recorded_at recorded_by',
      update: 'abstained against in_favour recorded_at recorded_by',
    },
    worker: '',
  },
  'planning.resolution': {
    select: [
      one('not yet released', (id) => `select from planning.resolution where decision = '${id.resolved}'`, {
        allowed: 'elsewhere',
        none: 'rest',
      }),
    ],
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    worker: '',
  },
}

export const votesFunctions: FunctionMatrix = {
  'meetings.seats_of': { harmless: 'how many seats there are and were represented, which everybody in the body sees' },
  'meetings.is_current': { harmless: 'whether the latest edition of a paper says what stands there now' },
  'meetings.resolve': [
    one(
      'voted on, with a majority',
      (id) => `select from (select meetings.resolve('${id.itemVoted}', '${id.decisionOpen}') as done) x where x.done`,
      { allowed: 'elsewhere', none: 'rest' },
    ),
    one(
      'not voted on',
      (id) => `select from (select meetings.resolve('${id.itemOpen}', '${id.decisionOpen}') as done) x where x.done`,
      { none: 'rest' },
    ),
    one(
      'resolved already',
      (id) =>
        `select from (select meetings.resolve('${id.itemResolved}', '${id.decisionOpen}') as done) x where x.done`,
      { none: 'rest' },
    ),
  ],
}

export const votesDeeds: Readonly<Record<string, Deed>> = {
  'a deciding body resolves without a vote': {
    sql: (w) => `do $$ begin
      update cooperation.body set form = 'deciding' where id = '${w.id.body}';
      insert into kit.edition (object, number, content, at) values ('${w.id.decisionOpen}', 2, '{"text": "Das Gremium empfiehlt.", "result": "resolved"}', clock.now());
      update planning.decision set result = 'resolved', edition = 2 where id = '${w.id.decisionOpen}'; end $$`,
    expect: 'NA403',
  },
  'a Beschluss lies with another item': {
    sql: (w) => `update meetings.agenda_item set decision = '${w.id.resolved}' where id = '${w.id.itemOpen}'`,
    expect: 'NA403',
  },
  'what was voted on is taken off': {
    sql: (w) => `update meetings.agenda_item set removed_at = clock.now() where id = '${w.id.itemVoted}'`,
    expect: 'NA403',
  },
  'attendance under a vote': {
    sql: (w) => `delete from meetings.attendance where meeting = '${w.id.voteMeeting}'`,
    expect: 'NA403',
  },
  'represented without a deputy': {
    sql: (w) =>
      `insert into meetings.attendance (meeting, organisation, state) values ('${w.id.meetingHeld}', '${w.id.strangers}', 'represented')`,
    expect: 'NA403',
  },
  'a vote moves to another item': {
    sql: (w) => `update meetings.vote set item = '${w.id.itemOpen}' where item = '${w.id.itemVoted}'`,
    expect: 'NA403',
  },
}
