// Expected rights on polls about dates and on answers to invitations: chairs and office ask and choose, each seat answers for itself. Written by hand.
import type { FunctionMatrix, HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import type { World } from '../world.ts'
import type { Deed } from './deeds.ts'
import { doors, lapsed, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (on: string, sql: (id: Ids) => string, expect: SqlCase['expect']): SqlCase => ({
  on,
  expect,
  sql: (w) => sql(w.id),
})
const leads = 'chair office'
const leadsOnly = { ...doors, 200: leads, 403: `delegate deputy guest member ${lapsed}`, 404: 'rest' } as const
const shown = { ...doors, 200: `${sent} member`, 404: 'rest' } as const
const voices = { ...doors, 200: sent, 409: 'member', 404: 'rest' } as const
const act =
  (name: string, path: string, body: unknown = {}, method: 'POST' | 'PUT' = 'POST') =>
  (w: World): Request => ({
    method,
    url: `/polls/${w.id[name]}${path}`,
    revision: w.revision[name]!,
    body: JSON.parse(JSON.stringify(body).replaceAll('%', w.id.option!)),
  })
const change = { place: 'Rathaus', until: '2027-02-01' }
const two = [
  { day: '2027-03-15', starts: '14:00' },
  { day: '2027-03-16', starts: '14:00' },
]

export const pollsHttp: HttpMatrix = {
  'meetings.proposedDays': [
    {
      on: 'of the body',
      send: (w) => ({ method: 'GET', url: `/bodies/${w.id.body}/meeting-days` }),
      expect: { 401: 'visitor', 200: leads, 404: 'unmandated', 403: 'rest' },
    },
  ],
  'meetings.listPolls': [
    { on: 'all that one may see', send: () => ({ method: 'GET', url: '/polls' }), expect: { ...doors, 200: 'rest' } },
  ],
  'meetings.getPoll': [
    { on: 'of the body', send: (w) => ({ method: 'GET', url: `/polls/${w.id.poll}` }), expect: shown },
  ],
  'meetings.openPoll': [
    {
      on: 'of the body',
      send: (w) => ({
        method: 'POST',
        url: '/polls',
        body: { body: w.id.body, place: 'Landratsamt', until: '2027-02-01', options: two },
      }),
      expect: { 401: 'visitor', 200: leads, 403: 'rest' },
    },
  ],
  'meetings.changePoll': [{ on: 'that runs', send: act('poll', '', change, 'PUT'), expect: leadsOnly }],
  'meetings.answerPoll': [
    {
      on: 'that runs',
      send: act('poll', '/answers', { answers: { '%': 'no' }, seen: 0 }, 'PUT'),
      expect: { ...voices, 200: 'office', 409: 'chair delegate deputy guest member' },
    },
    {
      on: 'that is over',
      send: act('pollGone', '/answers', { answers: { '%': 'no' }, seen: 0 }, 'PUT'),
      expect: { ...doors, 409: `${sent} member`, 404: 'rest' },
    },
  ],
  'meetings.closePoll': [{ on: 'that runs', send: act('poll', '/closing', { option: '%' }), expect: leadsOnly }],
  'meetings.withdrawPoll': [
    { on: 'that runs', send: act('poll', '/withdrawal', { reason: 'Für die Prüfung' }), expect: leadsOnly },
  ],
  'meetings.endPollLinks': [
    {
      on: 'of a guest',
      send: (w) => ({ method: 'POST', url: `/polls/${w.id.poll}/links/end`, body: { guest: w.id.pollGuest } }),
      expect: leadsOnly,
    },
  ],
  'meetings.pollByLink': [
    {
      on: 'of a guest',
      send: (w) => ({ method: 'GET', url: `/poll-links/${w.id.guestToken}` }),
      expect: { 200: 'rest' },
    },
    { on: 'made up', send: () => ({ method: 'GET', url: `/poll-links/${'x'.repeat(40)}` }), expect: { 404: 'rest' } },
    {
      on: 'of an invitation',
      send: (w) => ({ method: 'GET', url: `/poll-links/${w.id.invitationToken}` }),
      expect: { 404: 'rest' },
    },
  ],
  'meetings.answerByLink': [
    {
      on: 'of a guest',
      send: (w) => ({
        method: 'PUT',
        url: `/poll-links/${w.id.guestToken}`,
        body: { answers: { [w.id.option!]: 'yes' }, seen: 1 },
      }),
      expect: { 200: 'rest' },
    },
    {
      on: 'made up',
      send: (w) => ({
        method: 'PUT',
        url: `/poll-links/${'x'.repeat(40)}`,
        body: { answers: { [w.id.option!]: 'yes' }, seen: 1 },
      }),
      expect: { 409: 'rest' },
    },
  ],
  'meetings.respond': [
    {
      on: 'nobody is invited yet',
      send: (w) => ({
        method: 'PUT',
        url: `/meetings/${w.id.meetingPlanned}/response`,
        body: { answer: 'comes', seen: 0 },
      }),
      expect: { ...doors, 409: `${sent} member`, 404: 'rest' },
    },
  ],
  'meetings.invitationByLink': [
    {
      on: 'of a delegate',
      send: (w) => ({ method: 'GET', url: `/invitation-links/${w.id.invitationToken}` }),
      expect: { 200: 'rest' },
    },
    {
      on: 'of a poll',
      send: (w) => ({ method: 'GET', url: `/invitation-links/${w.id.pollToken}` }),
      expect: { 404: 'rest' },
    },
  ],
  'meetings.respondByLink': [
    {
      on: 'nobody is invited yet',
      send: (w) => ({
        method: 'PUT',
        url: `/invitation-links/${w.id.invitationToken}`,
        body: { answer: 'comes', seen: 1 },
      }),
      expect: { 409: 'rest' },
    },
  ],
  'meetings.endInvitationLinks': [
    {
      on: 'of an organisation',
      send: (w) => ({
        method: 'POST',
        url: `/meetings/${w.id.meetingPlanned}/links/end`,
        body: { organisation: w.id.association },
      }),
      expect: leadsOnly,
    },
  ],
}

const see = `${sent} member`
const poll = (id: Ids, more = `'open'`, until = '2027-02-01') =>
  `insert into meetings.poll (id, body, place, until_day, status) values ('${id.barePoll}', '${id.body}', 'Ort', '${until}', ${more})`
const option = (id: Ids, name: string) =>
  `insert into meetings.poll_option (id, poll, day, starts) values (gen_random_uuid(), '${id[name]}', '2027-03-20', '14:00')`
const guest = (id: Ids, name: string) =>
  `insert into meetings.poll_guest (id, poll, name, address) values (gen_random_uuid(), '${id[name]}', 'Gast', 'neu@example.org')`
const add = { allowed: leads, denied: 'rest' } as const

export const pollsTables: SqlMatrix = {
  'meetings.poll': {
    select: [
      one('of the body', (id) => `select from meetings.poll where id = '${id.poll}'`, { allowed: see, none: 'rest' }),
    ],
    insert: [
      one('of the body', (id) => poll(id), add),
      one('over from the beginning', (id) => poll(id, `'open'`, '2027-01-01'), { denied: 'rest' }),
      one('on what is no poll', (id) => poll({ ...id, barePoll: id.chaired! }), { denied: 'rest' }),
    ],
    update: [
      one('that runs', (id) => `update meetings.poll set place = 'Anderswo' where id = '${id.poll}'`, {
        allowed: leads,
        none: 'rest',
      }),
      one('whatever there is', () => `update meetings.poll set place = 'Anderswo'`, { denied: leads, none: 'rest' }),
      one('that is over', (id) => `update meetings.poll set place = 'Anderswo' where id = '${id.pollGone}'`, {
        denied: leads,
        none: 'rest',
      }),
      one(
        'closed on a meeting at another time',
        (id) =>
          `update meetings.poll set status = 'closed', chosen = '${id.option}', meeting = '${id.meetingPlanned}' where id = '${id.poll}'`,
        { denied: leads, none: 'rest' },
      ),
    ],
    delete: 'closed',
    columns: { update: 'chosen meeting online place purpose remind_on status until_day withdrawn_because' },
    worker: 'select',
  },
  'meetings.poll_option': {
    select: [
      one('of the body', (id) => `select from meetings.poll_option where poll = '${id.poll}'`, {
        allowed: see,
        none: 'rest',
      }),
    ],
    insert: [
      one('that runs', (id) => option(id, 'poll'), add),
      one('that is over', (id) => option(id, 'pollGone'), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'meetings.poll_guest': {
    select: [
      one('of the body', (id) => `select name from meetings.poll_guest where poll = '${id.poll}'`, {
        allowed: leads,
        none: 'rest',
      }),
    ],
    insert: [
      one('that runs', (id) => guest(id, 'poll'), add),
      one('that is over', (id) => guest(id, 'pollGone'), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    columns: { select: 'id name poll' },
    worker: 'select delete',
  },
  'meetings.poll_answer': {
    select: [
      one('of a seat', (id) => `select from meetings.poll_answer where poll = '${id.poll}' and voice = 'chair'`, {
        allowed: see,
        none: 'rest',
      }),
      one('of a guest', (id) => `select from meetings.poll_answer where poll = '${id.poll}' and voice = 'guest'`, {
        allowed: leads,
        none: 'rest',
      }),
    ],
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    worker: 'select delete',
  },
  'meetings.answer_link': {
    select: 'closed',
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    worker: 'select delete',
  },
  'meetings.response': {
    select: [
      one(
        'of the seat of the association',
        (id) => `select from meetings.response where meeting = '${id.meetingPlanned}'`,
        { allowed: sent, none: 'rest' },
      ),
    ],
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
}

const kept = (call: string) => `select from (select ${call} as r) x where r = 'kept'`
export const pollsFunctions: FunctionMatrix = {
  'meetings.my_voices': [
    one('in the body', (id) => `select from meetings.my_voices('${id.body}')`, { allowed: sent, none: 'rest' }),
  ],
  'meetings.my_seats': [
    one('of the meeting', (id) => `select from meetings.my_seats('${id.meetingPlanned}')`, {
      allowed: 'chair delegate deputy guest',
      none: 'rest',
    }),
  ],
  'meetings.answer_poll': [
    one('for the first time', (id) => kept(`meetings.answer_poll('${id.poll}', null, '{"${id.option}": "no"}', 0)`), {
      allowed: 'office',
      none: 'rest',
    }),
    one('after the chair', (id) => kept(`meetings.answer_poll('${id.poll}', null, '{"${id.option}": "no"}', 1)`), {
      allowed: 'delegate deputy guest',
      none: 'rest',
    }),
    one(
      'to what was not asked',
      (id) => kept(`meetings.answer_poll('${id.poll}', null, '{"${id.optionGone}": "no"}', 0)`),
      { none: `visitor ${lapsed}`, refused: 'rest' },
    ),
    one('that is over', (id) => kept(`meetings.answer_poll('${id.pollGone}', null, '{"${id.optionGone}": "no"}', 0)`), {
      none: 'rest',
    }),
  ],
  'meetings.poll_by_link': {
    harmless: 'says only to whoever holds the token what its mail said, and what was answered with it',
  },
  'meetings.answer_by_link': { harmless: 'answers only for whom the token was made, which stands only in a mail' },
  'meetings.invitation_by_link': { harmless: 'says only to whoever holds the token what its mail said' },
  'meetings.respond_by_link': {
    harmless: 'answers only for the seat of whom the token was made, which stands only in a mail',
  },
  'meetings.respond': [
    one('nobody is invited yet', (id) => kept(`meetings.respond('${id.meetingPlanned}', null, 'comes', 0)`), {
      none: 'rest',
    }),
  ],
  'meetings.end_links': [
    one(
      'of a guest',
      (id) => `select from (select meetings.end_links('${id.poll}', null, '${id.pollGuest}') as n) x where n > 0`,
      { allowed: leads, denied: 'rest' },
    ),
  ],
}

const raises = (statement: string, then: string) =>
  `do $$ begin ${statement}; if (${then}) is not true then raise exception 'not so'; end if; end $$`
const state = (w: World, token: string) => `meetings.poll_by_link('${w.id[token]}')->>'state'`
export const pollsDeeds: Readonly<Record<string, Deed>> = {
  'a link to a poll ends with the mandate': {
    sql: (w) =>
      raises(
        `update access.mandate set superseded_at = clock.now() where person = '${w.subjects.delegate.person}' and superseded_at is null`,
        `${state(w, 'pollToken')} = 'ended'`,
      ),
    expect: 'done',
  },
  'a poll that is over opens again': {
    sql: (w) =>
      `update meetings.poll set status = 'open', withdrawn_because = null, settled_on = null where id = '${w.id.pollGone}'`,
    expect: 'NA403',
  },
  'a poll says itself when it was settled': {
    sql: (w) =>
      raises(
        `update meetings.poll set status = 'withdrawn', withdrawn_because = 'Probe' where id = '${w.id.poll}'`,
        `exists (select from meetings.poll where id = '${w.id.poll}' and settled_on = clock.today())`,
      ),
    expect: 'done',
  },
  'answers and links are gone when a meeting moves': {
    sql: (w) =>
      raises(
        `update meetings.meeting set day = day + 1 where id = '${w.id.meetingPlanned}'`,
        `not exists (select from meetings.response where meeting = '${w.id.meetingPlanned}') and not exists (select from meetings.answer_link where object = '${w.id.meetingPlanned}')`,
      ),
    expect: 'done',
  },
}
