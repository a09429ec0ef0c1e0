// The rules about polls and responses that stand in constraints, each with a statement of the tables' owner that breaks it and nothing else. Written by hand.
import type { World } from '../world.ts'

type Rule = (world: World) => string
const set =
  (table: string, values: (id: World['id']) => string, where: (id: World['id']) => string): Rule =>
  (w) =>
    `update meetings.${table} set ${values(w.id)} where ${where(w.id)}`
const running = (id: World['id']) => `id = '${id.poll}'`
const again =
  (table: string, where: (id: World['id']) => string, other: string): Rule =>
  (w) =>
    `do $$ declare r meetings.${table}; begin select * into strict r from meetings.${table} where ${where(w.id)} limit 1; ${other} insert into meetings.${table} values (r.*); end $$`

export const pollsRules: Readonly<Record<string, Rule>> = {
  'meetings.poll.poll_reminder': set('poll', () => 'remind_on = until_day + 1', running),
  'meetings.poll.poll_place': set('poll', () => `place = ' ', online = ''`, running),
  'meetings.poll.poll_closed_whole': set('poll', (id) => `chosen = '${id.option}'`, running),
  'meetings.poll.poll_withdrawn_whole': set('poll', () => `withdrawn_because = 'Probe'`, running),
  'meetings.poll.poll_settled_whole': set('poll', () => `settled_on = '2027-01-01'`, running),
  'meetings.poll.poll_meeting_key': (w) =>
    `do $$ declare r meetings.poll; begin alter table meetings.poll disable trigger poll_guard;
      update meetings.poll set status = 'closed', withdrawn_because = null, chosen = '${w.id.optionGone}', meeting = '${w.id.meetingPlanned}' where id = '${w.id.pollGone}';
      update meetings.poll set status = 'closed', settled_on = '2027-01-01', chosen = '${w.id.option}', meeting = '${w.id.meetingPlanned}' where id = '${w.id.poll}'; end $$`,
  'meetings.poll_option.poll_option_times': set(
    'poll_option',
    () => 'ends = starts',
    (id) => `id = '${id.option}'`,
  ),
  'meetings.poll_option.poll_option_poll_day_starts_key': again(
    'poll_option',
    (id) => `id = '${id.option}'`,
    'r.id := gen_random_uuid();',
  ),
  'meetings.poll_guest.poll_guest_poll_address_key': again(
    'poll_guest',
    (id) => `poll = '${id.poll}'`,
    'r.id := gen_random_uuid();',
  ),
  'meetings.poll_answer.poll_answer_whose': set(
    'poll_answer',
    () => `voice = 'seat'`,
    (id) => `guest = '${id.pollGuest}'`,
  ),
  'meetings.poll_answer.poll_answer_once': again('poll_answer', (id) => `guest = '${id.pollGuest}'`, ''),
  'meetings.answer_link.answer_link_whose': set(
    'answer_link',
    (id) => `guest = '${id.pollGuest}'`,
    (id) => `person is not null and object = '${id.poll}'`,
  ),
  'meetings.response.response_check': set(
    'response',
    () => `asked = true`,
    (id) => `meeting = '${id.meetingPlanned}'`,
  ),
  'meetings.response.response_once': again('response', () => 'true', ''),
}

export const pollsForms =
  `meetings.poll.poll_status_check meetings.poll.poll_withdrawn_because_check meetings.poll_option.poll_option_id_poll_key
meetings.poll_guest.poll_guest_name_check meetings.poll_guest.poll_guest_address_check meetings.poll_answer.poll_answer_voice_check meetings.response.response_answer_check`.split(
    /\s+/,
  )
