// The rules about concerns and topics that stand in constraints and triggers, each with a statement of the tables' owner that breaks it. Written by hand.
import type { World } from '../world.ts'
import type { Deed } from './deeds.ts'

type Rule = (world: World) => string
const set =
  (table: string, values: string, where: (id: World['id']) => string): Rule =>
  (w) =>
    `update meetings.${table} set ${values} where ${where(w.id)}`
const at = (name: string) => (id: World['id']) => `id = '${id[name]}'`
const ofBody = (id: World['id']) => `body = '${id.body}'`

export const concernsRules: Readonly<Record<string, Rule>> = {
  'meetings.backlog.backlog_public': set('backlog', 'public = true, token = null', ofBody),
  'meetings.backlog.backlog_focus': set('backlog', `focus = '{a,b,c,d,e,f,g,h}'`, ofBody),
  'meetings.backlog.backlog_token_key': (w) =>
    `insert into meetings.backlog (body, token) select '${w.id.otherBody}', token from meetings.backlog where body = '${w.id.body}'`,
  'meetings.topic.topic_closed_whole': set('topic', 'closed_because = null', at('topicGone')),
  'meetings.concern.concern_code': set('concern', `code = '\\x00'`, at('concern')),
  'meetings.concern.concern_code_key': (w) =>
    `do $$ declare r meetings.concern; begin select * into strict r from meetings.concern where origin = 'box'; r.id := '${w.id.bareConcern}'; insert into meetings.concern values (r.*); end $$`,
  'meetings.concern.concern_bundled_whole': set('concern', 'bundled_on = null', at('concernInTopic')),
  'meetings.concern.concern_closed_whole': set('concern', 'closed_because = null', at('concernClosed')),
  'meetings.concern.concern_closed_or_bundled': set(
    'concern',
    `closed_on = '2027-01-15', closed_because = 'Probe'`,
    at('concernInTopic'),
  ),
}

export const concernsForms =
  `meetings.backlog.backlog_token_check meetings.topic.topic_level_check meetings.topic.topic_closed_because_check meetings.concern.concern_origin_check
meetings.concern.concern_text_check meetings.concern.concern_closed_because_check meetings.concern_drop.concern_drop_title_check
meetings.concern_drop.concern_drop_text_check meetings.topic_move.topic_move_reason_check`.split(/\s+/)

const item = (w: World, topic: string, meeting = 'meetingPlanned') =>
  `insert into meetings.agenda_item (id, meeting, position, title, concerning) values (gen_random_uuid(), '${w.id[meeting]}', 90, 'Probe', '${w.id[topic]}')`

export const concernsDeeds: Readonly<Record<string, Deed>> = {
  'the words of a concern change': {
    sql: (w) => `update meetings.concern set text = 'anders' where id = '${w.id.concern}'`,
    expect: 'NA403',
  },
  'a strategic topic comes onto the agenda of its body': { sql: (w) => item(w, 'topic'), expect: 'done' },
  'a closed topic comes onto an agenda': { sql: (w) => item(w, 'topicGone'), expect: 'NA403' },
  'an operative topic comes before the plenary and nobody raised it': {
    sql: (w) => item(w, 'topicOperative'),
    expect: 'NA403',
  },
  'a topic comes onto an agenda where it does not wait': { sql: (w) => item(w, 'topicGroup'), expect: 'NA403' },
  'a move takes its topic along': {
    sql: (w) =>
      `do $$ begin insert into meetings.topic_move (id, topic, from_body, to_body, reason, on_day, organisation)
        values (gen_random_uuid(), '${w.id.topicGroup}', '${w.id.group}', '${w.id.groupParent}', 'Probe', '2027-01-15', '${w.id.county}');
        if not exists (select from meetings.topic where id = '${w.id.topicGroup}' and at_body = '${w.id.groupParent}') then raise exception 'not so'; end if; end $$`,
    expect: 'done',
  },
}
