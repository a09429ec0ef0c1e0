// Expected rights on rules of procedure, stand-ins, what is handed back, publications, papers of meetings, absences and openings. Written by hand.
import type { Effect, FunctionMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { acting, home, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
type Me = { person: string; organisation: string }
const one = (on: string, text: (id: Ids, me: Me) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w, me) =>
    text(
      { ...w.id, deputy: w.subjects.deputy.person!, delegate: w.subjects.delegate.person! },
      { person: me.person ?? w.id.root!, organisation: me.organisation ?? w.id.county! },
    ),
})
const see = (on: string, from: (id: Ids) => string, allowed: string) =>
  one(on, (id) => `select from ${from(id)}`, { allowed, none: 'rest' })
const leads = 'chair office'
const members = `${home} ${sent} member`
const inBody = `${sent} member`

const rules =
  (more: { keys?: string; body?: string; binds?: string } = {}) =>
  (id: Ids, me: Me) =>
    `insert into kit.edition (object, number, content, at, person, organisation) values ('${id.rulesObject}', 3, '{}', clock.now(), '${me.person}', '${me.organisation}');
   insert into cooperation.rules (body, edition, object, valid_from, meets_per_year, notice_days, quorum, majority, keys_for, interim${more.binds ? ', binds_from' : ''})
   values ('${more.body ?? id.body}', 3, '${id.rulesObject}', '2027-02-01', 2, 14, 'none', 'consensus', '{}', 'office'${more.binds ? `, '${more.binds}'` : ''})`
const objection = (more: { mandate?: string }) => (id: Ids, me: Me) =>
  `insert into cooperation.objection (object, edition, body, person, organisation, mandate, reason, at)
   values ('${id.agreement}', 1, '${id.body}', '${me.person}', '${me.organisation}', '${id[more.mandate ?? 'chairMandate']}', 'So nicht', clock.now())`
const absence = (person: (id: Ids, me: Me) => string) => (id: Ids, me: Me) =>
  `insert into access.absence (id, person, organisation, from_day, until_day, recorded_by, recorded_at)
   values (gen_random_uuid(), '${person(id, me)}', '${me.organisation}', '2027-03-01', '2027-03-08', '${me.person}', clock.now())`
const standIn = (chair: (id: Ids, me: Me) => string) => (id: Ids, me: Me) =>
  `update cooperation.stand_in set ended_at = clock.now() where ended_at is null;
   insert into cooperation.stand_in (id, body, chair, organisation, deputy, deputy_organisation, named_at)
   values (gen_random_uuid(), '${id.body}', '${chair(id, me)}', '${me.organisation}', '${id.deputy}', '${id.association}', clock.now())`

export const keysTables: SqlMatrix = {
  'access.absence': {
    select: [see('of the delegate', (id) => `access.absence where id = '${id.absence}'`, inBody)],
    insert: [
      one(
        'one’s own',
        absence((_, me) => me.person),
        { allowed: acting, refused: 'unmandated ended future', denied: 'rest' },
      ),
      one(
        'of the delegate',
        absence((id) => id.delegate!),
        { allowed: 'delegate', denied: `chair office deputy guest member`, refused: 'rest' },
      ),
    ],
    update: [
      one('of the delegate', (id) => `update access.absence set ended_at = clock.now() where id = '${id.absence}'`, {
        allowed: 'delegate',
        none: 'rest',
      }),
      one('at another time', (id) => `update access.absence set ended_at = '2026-01-01' where id = '${id.absence}'`, {
        denied: 'delegate',
        none: 'rest',
      }),
    ],
    delete: 'closed',
    columns: { update: 'ended_at' },
    worker: 'select delete',
  },
  'access.opening': { select: 'closed', insert: 'closed', update: 'closed', delete: 'closed', worker: '' },
  'cooperation.rules': {
    columns: {
      insert:
        'agreement agreement_edition body circulation_days circulation_majority circulation_to_meeting deadlock deadlock_days edition group_months interim item_days keys_for majority meets_per_year minutes_days minutes_strength notice_days notice_strength object objection_days quorum secret_ballot stand_in term_alarm_months text valid_from',
    },
    select: [see('of the body', (id) => `cooperation.rules where object = '${id.rulesObject}'`, members)],
    insert: [
      one('proposed', rules(), { allowed: leads, denied: 'rest' }),
      one(
        'of a body that others lead',
        (id) =>
          `insert into cooperation.rules (body, edition, object, valid_from, meets_per_year, notice_days, quorum, majority, keys_for, interim)
           values ('${id.otherBody}', 1, '${id.bareRules}', '2027-02-01', 2, 14, 'none', 'consensus', '{}', 'office')`,
        { denied: 'rest' },
      ),
      one('binding only from a day of one’s own', rules({ binds: '2099-01-01' }), { denied: 'rest' }),
      one('for another body', (id, me) => rules({ body: id.otherBody! })(id, me), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.stand_in': {
    select: [see('of the chair', (id) => `cooperation.stand_in where body = '${id.body}'`, acting)],
    insert: [
      one(
        'one’s own',
        standIn((_, me) => me.person),
        { allowed: 'chair', denied: 'rest' },
      ),
      one(
        'of the chair',
        standIn((id) => id.chairPerson!),
        { allowed: 'chair', denied: 'rest' },
      ),
    ],
    update: [
      one('one’s own', (id) => `update cooperation.stand_in set ended_at = clock.now() where body = '${id.body}'`, {
        allowed: 'chair',
        none: 'rest',
      }),
      one(
        'at another time',
        (id) => `update cooperation.stand_in set ended_at = '2026-01-01' where body = '${id.body}'`,
        {
          denied: 'chair',
          none: 'rest',
        },
      ),
    ],
    delete: 'closed',
    columns: { update: 'ended_at' },
    worker: 'select',
  },
  'cooperation.objection': {
    select: [see('by the chair', (id) => `cooperation.objection where object = '${id.rulesObject}'`, members)],
    insert: [
      one('of an edition', objection({}), { allowed: 'chair', denied: 'rest' }),
      one(
        'in the name of the chair',
        (id, me) => objection({})(id, { ...me, person: id.chairPerson!, organisation: id.association! }),
        { allowed: 'chair', denied: 'rest' },
      ),
      one('with the mandate of another', objection({ mandate: 'delegateMandate' }), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.deadlock': {
    select: [see('of one key', (id) => `cooperation.deadlock where object = '${id.chaired}'`, inBody)],
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    worker: 'select insert',
  },
  'cooperation.publication': {
    select: [see('of the rules', (id) => `cooperation.publication where id = '${id.publication}'`, sent)],
    insert: [
      one(
        'of a released result',
        (id) =>
          `insert into cooperation.publication (id, object, edition) values ('${id.barePublication}', '${id.decision}', 1)`,
        { allowed: leads, denied: 'rest' },
      ),
      one(
        'on what is no publication',
        (id) =>
          `insert into cooperation.publication (id, object, edition) values ('${id.chaired}', '${id.decision}', 1)`,
        { denied: 'rest' },
      ),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'meetings.paper': {
    select: [see('the agenda', (id) => `meetings.paper where id = '${id.paper}'`, inBody)],
    insert: [
      one(
        'the minutes',
        (id) =>
          `insert into meetings.paper (id, meeting, kind) values ('${id.barePaper}', '${id.meetingHeld}', 'minutes')`,
        { allowed: leads, denied: 'rest' },
      ),
      one(
        'on what is no paper',
        (id) =>
          `insert into meetings.paper (id, meeting, kind) values ('${id.chaired}', '${id.meetingHeld}', 'minutes')`,
        { denied: 'rest' },
      ),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
}

export const keysFunctions: FunctionMatrix = {
  'cooperation.adopted_on': { harmless: 'the day from which rules of procedure are adopted' },
  'cooperation.rule_on': { harmless: 'the rules of procedure of a body are known to whoever knows the body’s id' },
  'cooperation.rule_of': { harmless: 'the same, of today' },
  'cooperation.chair_falls_on': {
    harmless:
      'from which day the last seat of a party that has left is gone, and with it its chair: seats are no secret',
  },
  'cooperation.needs_keys': { harmless: 'whether the rules ask for both keys, for the policies' },
  'meetings.is_settled': { harmless: 'whether a paper is up to date and released, for the triggers' },
}
