// Expected rights on concerns, topics and the backlog: every member sees and brings, chairs and office bundle alike, nobody's words change. Written by hand.
import type { FunctionMatrix, HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import type { World } from '../world.ts'
import { concernCode } from '../worlds/concerns.ts'
import { doors, lapsed, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (on: string, sql: (id: Ids) => string, expect: SqlCase['expect']): SqlCase => ({
  on,
  expect,
  sql: (w) => sql(w.id),
})
const leads = 'chair office'
const see = `${sent} member`
const leadsOnly = { ...doors, 200: leads, 403: `delegate deputy guest member ${lapsed}`, 404: 'rest' } as const
const ofBody = { 401: 'visitor', 200: leads, 404: 'unmandated', 403: 'rest' } as const
const shown = { ...doors, 200: see, 404: 'rest' } as const
/** What belongs to the body itself is seen by those who are sent into it; at home, an organisation sees what it has brought. */
const inBody = { ...doors, 200: sent, 404: 'rest' } as const
const leadsInBody = { ...doors, 200: leads, 403: `delegate deputy guest ${lapsed}`, 404: 'rest' } as const
const ofGroup = { ...doors, 200: 'planner', 403: `stranger ${lapsed}`, 404: 'rest' } as const
const act =
  (name: string, path: string, body: (id: Ids) => unknown, method: 'POST' | 'PUT' = 'PUT') =>
  (w: World): Request => ({
    method,
    url: `${path.replace('%', w.id[name]!)}`,
    revision: w.revision[name]!,
    body: body(w.id),
  })
const words = { title: 'Zur Prüfung', text: 'Für die Prüfung' }
const topicWords = { title: 'Zur Prüfung', level: 'strategic' }

export const concernsHttp: HttpMatrix = {
  'meetings.bringConcern': [
    {
      on: 'before the body',
      send: (w) => ({ method: 'POST', url: '/concerns', body: { ...words, body: w.id.body } }),
      expect: {
        401: 'visitor',
        200: 'admin head planner staff chair office delegate deputy member',
        409: 'stranger elsewhere',
        403: 'rest',
      },
    },
  ],
  'meetings.getConcern': [
    { on: 'of the body', send: (w) => ({ method: 'GET', url: `/concerns/${w.id.concern}` }), expect: shown },
  ],
  'meetings.bundleConcern': [
    {
      on: 'that stands for itself',
      send: act('concern', '/concerns/%/topic', ({ topic }) => ({ topic })),
      expect: leadsOnly,
    },
    {
      on: 'into a topic that is closed',
      send: act('concern', '/concerns/%/topic', ({ topicGone }) => ({ topic: topicGone })),
      expect: { ...doors, 409: leads, 403: `delegate deputy guest member ${lapsed}`, 404: 'rest' },
    },
  ],
  'meetings.closeConcern': [
    {
      on: 'that stands for itself',
      send: act('concern', '/concerns/%/closing', () => ({ because: 'Für die Prüfung' })),
      expect: leadsOnly,
    },
  ],
  'meetings.setBox': [
    {
      on: 'of the body',
      send: (w) => ({ method: 'PUT', url: `/bodies/${w.id.body}/box`, body: { state: 'off' } }),
      expect: ofBody,
    },
  ],
  'meetings.boxByKey': [
    { on: 'by its link', send: (w) => ({ method: 'GET', url: `/boxes/${w.id.boxKey}` }), expect: { 200: 'rest' } },
    { on: 'that is not public', send: (w) => ({ method: 'GET', url: `/boxes/${w.id.body}` }), expect: { 404: 'rest' } },
  ],
  'meetings.dropConcern': [
    {
      on: 'by its link',
      send: (w) => ({
        method: 'POST',
        url: `/boxes/${w.id.boxKey}/concerns`,
        body: { ...words, code: 'ABCDEFGHJKMNPQRSTVWX' },
      }),
      expect: { 200: 'rest' },
    },
    {
      on: 'that is not public',
      send: (w) => ({
        method: 'POST',
        url: `/boxes/${w.id.body}/concerns`,
        body: { ...words, code: 'ABCDEFGHJKMNPQRSTVWX' },
      }),
      expect: { 409: 'rest' },
    },
  ],
  'meetings.concernByCode': [
    {
      on: 'that was sent without a name',
      send: () => ({ method: 'GET', url: `/concern-codes/${concernCode}` }),
      expect: { 200: 'rest' },
    },
    {
      on: 'made up',
      send: () => ({ method: 'GET', url: `/concern-codes/${'Z'.repeat(20)}` }),
      expect: { 404: 'rest' },
    },
  ],
  'meetings.getBacklog': [
    {
      on: 'of the body',
      send: (w) => ({ method: 'GET', url: `/bodies/${w.id.body}/backlog` }),
      expect: { 401: 'visitor', 200: sent, 404: 'unmandated', 403: 'rest' },
    },
  ],
  'meetings.setFocus': [
    {
      on: 'of the body',
      send: (w) => ({ method: 'PUT', url: `/bodies/${w.id.body}/focus`, body: { words: ['Pflege'] } }),
      expect: ofBody,
    },
  ],
  'meetings.makeTopic': [
    {
      on: 'of the body',
      send: (w) => ({ method: 'POST', url: '/topics', body: { ...topicWords, body: w.id.body } }),
      expect: { 401: 'visitor', 200: leads, 403: 'rest' },
    },
  ],
  'meetings.getTopic': [
    { on: 'of the body', send: (w) => ({ method: 'GET', url: `/topics/${w.id.topic}` }), expect: inBody },
    {
      on: 'that waits in a working group',
      send: (w) => ({ method: 'GET', url: `/topics/${w.id.topicGroup}` }),
      expect: { ...doors, 200: 'planner stranger', 404: 'rest' },
    },
  ],
  'meetings.changeTopic': [
    { on: 'of the body', send: act('topic', '/topics/%', () => topicWords), expect: leadsInBody },
  ],
  'meetings.closeTopic': [
    {
      on: 'of the body',
      send: act('topic', '/topics/%/closing', () => ({ because: 'Für die Prüfung' })),
      expect: leadsInBody,
    },
  ],
  'meetings.ripenTopic': [
    { on: 'of the body', send: act('topic', '/topics/%/ripeness', () => ({ ripe: true })), expect: leadsInBody },
    {
      on: 'that waits in a working group',
      send: act('topicGroup', '/topics/%/ripeness', () => ({ ripe: true })),
      expect: ofGroup,
    },
  ],
  'meetings.sponsorTopic': [
    {
      on: 'of the body',
      send: act('topic', '/topics/%/sponsorship', () => ({ sponsoring: true })),
      expect: { ...doors, 200: 'chair office delegate deputy', 403: `guest ${lapsed}`, 404: 'rest' },
    },
  ],
  'meetings.moveTopic': [
    {
      on: 'raised in the body',
      send: act('topicOperative', '/topics/%/moves', ({ body }) => ({ to: body, reason: 'Für die Prüfung' }), 'POST'),
      expect: leadsInBody,
    },
    {
      on: 'back from a working group',
      send: act('topicGroup', '/topics/%/moves', (id) => ({ to: id.groupParent, reason: 'Für die Prüfung' }), 'POST'),
      expect: ofGroup,
    },
  ],
}

const add = { allowed: leads, denied: 'rest' } as const
const topic = (id: Ids, more = '') =>
  `insert into meetings.topic (id, body, at_body, level, made_on) values ('${id.bareTopic}', '${id.body}', '${more || id.body}', 'strategic', '2027-01-15')`
const concern = (id: Ids, origin = 'member', on = '2027-01-15') =>
  `insert into meetings.concern (id, body, origin, text, received_on, code) values ('${id.bareConcern}', '${id.body}', '${origin}', 'Für die Prüfung', '${on}',
     ${origin === 'box' ? `'\\x00'` : 'null'})`
const sponsor = (id: Ids, name: string, organisation: string) =>
  `insert into meetings.topic_sponsor (topic, organisation, since) values ('${id[name]}', '${id[organisation]}', '2027-01-15')`
const move = (id: Ids, name: string, from: string, to: string, organisation: string) =>
  `insert into meetings.topic_move (id, topic, from_body, to_body, reason, on_day, organisation)
   values (gen_random_uuid(), '${id[name]}', '${id[from]}', '${id[to]}', 'Für die Prüfung', '2027-01-15', '${id[organisation]}')`

export const concernsTables: SqlMatrix = {
  'meetings.backlog': {
    select: [
      one('of the body', (id) => `select from meetings.backlog where body = '${id.body}'`, {
        allowed: sent,
        none: 'rest',
      }),
    ],
    insert: [
      one(
        'of the body',
        (id) =>
          `insert into meetings.backlog (body, focus) values ('${id.body}', '{Pflege}') on conflict (body) do update set focus = excluded.focus`,
        add,
      ),
      one('of the working group', (id) => `insert into meetings.backlog (body) values ('${id.group}')`, {
        allowed: 'planner',
        denied: 'rest',
      }),
    ],
    update: [
      one('of the body', (id) => `update meetings.backlog set public = true where body = '${id.body}'`, {
        allowed: leads,
        none: 'rest',
      }),
    ],
    delete: 'closed',
    columns: { update: 'focus public token' },
    worker: 'select',
  },
  'meetings.topic': {
    select: [
      one('of the body', (id) => `select from meetings.topic where id = '${id.topic}'`, {
        allowed: sent,
        none: 'rest',
      }),
      one('that waits in a working group', (id) => `select from meetings.topic where id = '${id.topicGroup}'`, {
        allowed: 'planner stranger',
        none: 'rest',
      }),
    ],
    insert: [
      one('of the body', (id) => topic(id), add),
      one('waiting somewhere else from the beginning', (id) => topic(id, id.group), { denied: 'rest' }),
    ],
    update: [
      one('of the body', (id) => `update meetings.topic set description = 'Neu' where id = '${id.topic}'`, {
        allowed: leads,
        none: 'rest',
      }),
      one('where it waits', (id) => `update meetings.topic set ripe_on = '2027-01-15' where id = '${id.topicGroup}'`, {
        allowed: 'planner',
        none: 'rest',
      }),
    ],
    delete: 'closed',
    columns: { update: 'closed_because closed_on description level ripe_on target_group' },
    worker: 'select',
  },
  'meetings.concern': {
    select: [
      one('of the association', (id) => `select from meetings.concern where id = '${id.concern}'`, {
        allowed: see,
        none: 'rest',
      }),
      one('through the box', () => `select from meetings.concern where origin = 'box'`, {
        allowed: sent,
        none: 'rest',
      }),
    ],
    insert: [
      one('in the name of the association', (id) => concern(id), {
        allowed: 'chair office delegate deputy member',
        denied: 'rest',
      }),
      one('as if it came through the box', (id) => concern(id, 'box'), { denied: 'rest' }),
      one('as if it had come before', (id) => concern(id, 'member', '2026-12-01'), { denied: 'rest' }),
    ],
    update: [
      one(
        'that stands for itself',
        (id) =>
          `update meetings.concern set topic = '${id.topic}', bundled_on = '2027-01-15' where id = '${id.concern}'`,
        { allowed: leads, none: 'rest' },
      ),
      one(
        'into a topic that is closed',
        (id) =>
          `update meetings.concern set topic = '${id.topicGone}', bundled_on = '2027-01-15' where id = '${id.concern}'`,
        { denied: leads, none: 'rest' },
      ),
      one(
        'into a topic of another body',
        (id) =>
          `update meetings.concern set topic = '${id.topicGroup}', bundled_on = '2027-01-15' where id = '${id.concern}'`,
        { denied: leads, none: 'rest' },
      ),
    ],
    delete: 'closed',
    columns: { update: 'bundled_on closed_because closed_on topic' },
    worker: 'select insert',
  },
  'meetings.concern_drop': {
    select: 'closed',
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    worker: 'select delete',
  },
  'meetings.topic_sponsor': {
    select: [
      one('of the body', (id) => `select from meetings.topic_sponsor where topic = '${id.topic}'`, {
        allowed: sent,
        none: 'rest',
      }),
    ],
    insert: [
      one('for the own organisation', (id) => sponsor(id, 'topicOperative', 'association'), {
        allowed: 'chair office delegate deputy',
        denied: 'rest',
      }),
      one('for another', (id) => sponsor(id, 'topicOperative', 'others'), { denied: 'rest' }),
      one('of what is closed', (id) => sponsor(id, 'topicGone', 'association'), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: [
      one('of the own organisation', (id) => `delete from meetings.topic_sponsor where topic = '${id.topic}'`, {
        allowed: 'chair office delegate deputy',
        none: 'rest',
      }),
    ],
    worker: 'select',
  },
  'meetings.topic_move': {
    select: [
      one('into a working group', (id) => `select from meetings.topic_move where topic = '${id.topicGroup}'`, {
        allowed: 'planner stranger',
        none: 'rest',
      }),
    ],
    insert: [
      one('raised in the body', (id) => move(id, 'topicOperative', 'body', 'body', 'association'), add),
      one('in the name of another', (id) => move(id, 'topicOperative', 'body', 'body', 'county'), { denied: 'rest' }),
      one('back from a working group', (id) => move(id, 'topicGroup', 'group', 'groupParent', 'county'), {
        allowed: 'planner',
        denied: 'rest',
      }),
      one(
        'to a body that is no group of its own',
        (id) => move(id, 'topicOperative', 'body', 'otherBody', 'association'),
        {
          denied: 'rest',
        },
      ),
      one('of what is closed', (id) => move(id, 'topicGone', 'body', 'body', 'association'), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
}

export const concernsFunctions: FunctionMatrix = {
  'meetings.concern_ways': [
    one('of the association', (id) => `select from meetings.concern_ways(array['${id.concern}']::uuid[])`, {
      allowed: see,
      none: 'rest',
    }),
  ],
  'meetings.topic_ways': [
    one('of the body', (id) => `select from meetings.topic_ways(array['${id.topic}']::uuid[])`, {
      allowed: sent,
      none: 'rest',
    }),
  ],
  'meetings.box_by_key': { harmless: 'says to whoever holds the link, or to all where it is public, whose box it is' },
  'meetings.drop_concern': { harmless: 'leaves words in a box that chair or office have opened, and says nothing' },
  'meetings.concern_by_code': {
    harmless: 'says to whoever holds the code of a hundred bits what was sent with it and what became of it',
  },
}
