// Expected rights on minutes after they were sent: organisations with a seat object, those who lead answer, everybody in the body reads. Written by hand.
import type { FunctionMatrix, HttpMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
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
const delegates = 'chair delegate deputy'
const see = `${sent} member`
const post = (meeting: string, path: (id: Ids) => string, body: (id: Ids) => unknown) => (w: World) => ({
  method: 'POST' as const,
  url: `/meetings/${w.id[meeting]}${path(w.id)}`,
  body: body(w.id),
})
const objecting = { ...doors, 200: delegates, 403: `office guest member ${lapsed}`, 404: 'rest' } as const
const leading = { ...doors, 403: `delegate deputy guest member ${lapsed}`, 404: 'rest' } as const

export const minutesHttp: HttpMatrix = {
  'meetings.raiseObjection': [
    {
      on: 'that were sent',
      send: post(
        'meetingMinuted',
        () => '/objections',
        () => ({ text: 'Für die Prüfung' }),
      ),
      expect: objecting,
    },
    {
      on: 'that were not sent',
      send: post(
        'meetingHeld',
        () => '/objections',
        () => ({ text: 'Für die Prüfung' }),
      ),
      expect: { ...doors, 409: see, 404: 'rest' },
    },
  ],
  'meetings.withdrawObjection': [
    {
      on: 'of the association',
      send: post(
        'meetingMinuted',
        (id) => `/objections/${id.objectionFree}/withdrawal`,
        () => ({}),
      ),
      expect: objecting,
    },
  ],
  'meetings.proposeRectification': [
    {
      on: 'not answered yet',
      send: post(
        'meetingMinuted',
        () => '/rectifications',
        (id) => ({ objection: id.objectionFree, reason: 'Für die Prüfung' }),
      ),
      expect: { ...leading, 200: leads },
    },
    {
      on: 'being answered',
      send: post(
        'meetingMinuted',
        () => '/rectifications',
        (id) => ({ objection: id.minutesObjection, reason: 'Für die Prüfung' }),
      ),
      expect: { ...leading, 409: leads },
    },
  ],
  'meetings.meetingOfPaper': [
    {
      on: 'a rectification',
      send: (w) => ({ method: 'GET', url: `/meeting-papers/${w.id.rectification}` }),
      expect: { ...doors, 200: see, 404: 'rest' },
    },
  ],
}

const raise = (id: Ids, more: { meeting?: string; organisation?: string; item?: string } = {}) =>
  `insert into meetings.minutes_objection (id, meeting, organisation, item, text, raised_on)
   values (gen_random_uuid(), '${more.meeting ?? id.meetingMinuted}', '${more.organisation ?? id.association}', ${more.item ? `'${more.item}'` : 'null'}, 'Probe', clock.today())`
const correct = (id: Ids, more: { id?: string; on?: string } = {}) =>
  `insert into meetings.rectification (id, meeting, objection, reason, made_on)
   values ('${more.id ?? id.bareRectification}', '${id.meetingMinuted}', '${id.objectionFree}', 'Probe', ${more.on ?? 'clock.today()'})`
const withdraw = (id: Ids, day = 'clock.today()') =>
  `update meetings.minutes_objection set withdrawn_on = ${day} where id = '${id.objectionFree}'`

export const minutesTables: SqlMatrix = {
  'meetings.minutes_objection': {
    select: [
      one('of the body', (id) => `select from meetings.minutes_objection where id = '${id.minutesObjection}'`, {
        allowed: see,
        none: 'rest',
      }),
    ],
    insert: [
      one('of the own organisation', (id) => raise(id), { allowed: delegates, denied: 'rest' }),
      one('of another organisation', (id) => raise(id, { organisation: id.county! }), { denied: 'rest' }),
      one('against what was not sent', (id) => raise(id, { meeting: id.meetingHeld! }), { denied: 'rest' }),
    ],
    update: [
      one('not answered yet', (id) => withdraw(id), { allowed: delegates, none: 'rest' }),
      one('on another day', (id) => withdraw(id, `'2027-12-31'`), { denied: delegates, none: 'rest' }),
    ],
    delete: 'closed',
    columns: { update: 'withdrawn_on' },
    worker: 'select',
  },
  'meetings.rectification': {
    select: [
      one('of the body', (id) => `select from meetings.rectification where id = '${id.rectification}'`, {
        allowed: see,
        none: 'rest',
      }),
    ],
    insert: [
      one('as the chairs are shown it', (id) => correct(id), { allowed: leads, denied: 'rest' }),
      one('on another day', (id) => correct(id, { on: `'2026-12-01'` }), { denied: 'rest' }),
      one('on what is no rectification', (id) => correct(id, { id: id.barePaper! }), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
}

export const minutesFunctions: FunctionMatrix = {
  'meetings.minutes_sent_on': { harmless: 'on which day minutes went out, for whoever knows the id of the meeting' },
  'meetings.objections_until': { harmless: 'until when there may be objections, for whoever knows the id' },
  'meetings.approvals': { harmless: 'on which day minutes came up, without a word of them, for whoever knows the id' },
  'meetings.is_approved': { harmless: 'whether minutes are approved, for whoever knows the id of the meeting' },
  'meetings.may_object': [
    one(
      'the minutes of the body',
      (id) => `select from (select meetings.may_object('${id.meetingMinuted}') as may) x where x.may`,
      { allowed: delegates, none: 'rest' },
    ),
  ],
}

const answered = (id: Ids) =>
  `update meetings.rectification set objection = '${id.objectionFree}' where id = '${id.rectification}'`
export const minutesDeeds: Readonly<Record<string, Deed>> = {
  'an objection is raised before the minutes were sent': {
    sql: ({ id }) => raise(id, { meeting: id.meetingHeld! }),
    expect: 'NA403',
  },
  'an objection is about an item of another meeting': {
    sql: ({ id }) => raise(id, { item: id.itemHeld! }),
    expect: 'NA403',
  },
  'the words of an objection change': {
    sql: ({ id }) => `update meetings.minutes_objection set text = 'Anders' where id = '${id.objectionFree}'`,
    expect: 'NA403',
  },
  'a withdrawn objection is withdrawn once more': {
    sql: ({ id }) => `do $$ begin ${withdraw(id)}; ${withdraw(id)}; end $$`,
    expect: 'NA403',
  },
  'the chairs are shown other words': {
    sql: ({ id }) => correct(id).replace(`'Probe'`, `'Anders'`),
    expect: 'NA403',
  },
  'an objection is answered twice at once': {
    sql: ({ id }) => `do $$ begin ${answered(id)}; ${correct(id)}; end $$`,
    expect: 'NA403',
  },
  'what is withdrawn is answered': {
    sql: ({ id }) => `do $$ begin ${withdraw(id)}; ${correct(id)}; end $$`,
    expect: 'NA403',
  },
  'minutes come up before the last day for objections': {
    sql: ({ id }) =>
      `insert into meetings.agenda_item (id, meeting, position, title, approves) values (gen_random_uuid(), '${id.meetingPlanned}', 9, 'Genehmigung', '${id.meetingMinuted}')`,
    expect: 'NA403',
  },
  'an item approves other minutes afterwards': {
    sql: ({ id }) => `update meetings.agenda_item set approves = '${id.meetingMinuted}' where id = '${id.itemPlanned}'`,
    expect: 'NA403',
  },
  'minutes are approved by a released result of a meeting after the last day for objections': {
    sql: ({ id }) =>
      `do $$ begin
        alter table meetings.agenda_item disable trigger user; alter table meetings.meeting disable trigger user; alter table planning.decision disable trigger user;
        update meetings.meeting set day = '2027-03-01' where id = '${id.meetingPlanned}';
        update planning.decision set result = 'agreed' where id = '${id.decisionFresh}';
        insert into meetings.agenda_item (id, meeting, position, title, approves, decision)
          values (gen_random_uuid(), '${id.meetingPlanned}', 9, 'Genehmigung', '${id.meetingMinuted}', '${id.decisionFresh}');
        if not meetings.is_approved('${id.meetingMinuted}') then raise exception 'not so'; end if; end $$`,
    expect: 'done',
  },
  'notes of minutes that were sent change': {
    sql: ({ id }) => `update meetings.agenda_item set notes = 'Anders' where id = '${id.itemMinuted}'`,
    expect: 'NA403',
  },
}

export const minutesRules: Readonly<Record<string, (world: World) => string>> = {
  'meetings.minutes_objection.minutes_objection_withdrawn_later': ({ id }) => withdraw(id, `'2026-01-01'`),
  'meetings.rectification.rectification_says': ({ id }) =>
    `update meetings.rectification set objection = null where id = '${id.rectification}'`,
  'meetings.agenda_item.agenda_item_approves': ({ id }) =>
    `do $$ begin alter table meetings.agenda_item disable trigger item_approval_guard;
      insert into meetings.agenda_item (id, meeting, position, title, approves) select gen_random_uuid(), '${id.meetingPlanned}', 9, 'Genehmigung', '${id.meetingMinuted}' from generate_series(1, 2); end $$`,
}
export const minutesForms =
  `meetings.minutes_objection.minutes_objection_text_check meetings.rectification.rectification_wording_check
meetings.rectification.rectification_reason_check`.split(/\s+/)
