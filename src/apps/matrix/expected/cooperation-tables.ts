// Expected rights on the tables of bodies, agreements and releases. Written by hand.
import type { Effect, FunctionMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { acting, home, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (
  on: string,
  text: (id: Ids, me: { person: string; organisation: string }) => string,
  expect: Expected<Effect>,
): SqlCase => ({
  on,
  expect,
  sql: (w, me) => text(w.id, { person: me.person ?? w.id.root!, organisation: me.organisation ?? w.id.county! }),
})
const see = (on: string, from: (id: Ids) => string, allowed: string) =>
  one(on, (id) => `select from cooperation.${from(id)}`, { allowed, none: 'rest' })
const leads = 'chair office'
const add = { allowed: leads, denied: 'rest' } as const
const change = { allowed: leads, none: 'rest' } as const
const blocked = { denied: leads, none: 'rest' } as const
const ofDraft = `${home} ${sent} member`
const ofOffered = `${home} ${sent} member stranger`

const party = (agreement: string) => (id: Ids) =>
  `insert into cooperation.party (agreement, edition, organisation) values ('${id[agreement]}', 1, '${id.others}')`
const clause = (agreement: string) => (id: Ids) =>
  `insert into cooperation.clause (agreement, edition, number, place, text, strength) values ('${id[agreement]}', 1, '§ 9', 9, 'Probe', 'must')`
const sign =
  (more: { organisation?: string; person?: string; source?: string; at?: string; day?: string }) =>
  (id: Ids, me: { person: string; organisation: string }) =>
    `insert into cooperation.signature (id, agreement, edition, organisation, day, place, capacity, person, source, recorded_by, recorded_at) values (gen_random_uuid(), '${id.agreement}', 1,
    '${more.organisation ? id[more.organisation] : me.organisation}', ${more.day ?? `'2027-01-10'`}, 'Ort', 'Leitung', ${more.person ?? `'${me.person}'`}, ${more.source ?? 'null'}, '${me.person}', ${more.at ?? 'clock.now()'})`
const key =
  (more: { mandate?: string; person?: string; object?: string }) =>
  (id: Ids, me: { person: string; organisation: string }) =>
    `insert into cooperation.release (object, edition, body, person, organisation, mandate, at) values ('${id[more.object ?? 'agreement']}', 1, '${id.body}',
    '${more.person ? id[more.person] : me.person}', '${me.organisation}', '${id[more.mandate ?? 'chairMandate']}', clock.now())`

export const cooperationTables: SqlMatrix = {
  'cooperation.body': {
    select: [see('the body', (id) => `body where id = '${id.body}'`, acting)],
    insert: [
      one(
        'one that the planner has just founded',
        (id) =>
          `insert into cooperation.body (id, short_name, mission, form, founded_on) values ('${id.bareBody}', 'Neu', 'Probe', 'forum', '2027-01-01')`,
        { allowed: 'planner', denied: 'rest' },
      ),
    ],
    update: [
      one('the body', (id) => `update cooperation.body set mission = 'Anders' where id = '${id.body}'`, change),
      one('fewer keys', (id) => `update cooperation.body set keys = 1 where id = '${id.body}'`, { denied: 'rest' }),
    ],
    delete: 'closed',
    columns: { update: 'short_name mission area_key' },
    worker: 'select',
  },
  'cooperation.constituency': {
    select: [see('of the body', (id) => `constituency where body = '${id.body}'`, acting)],
    insert: [
      one(
        'of the body',
        (id) =>
          `insert into cooperation.constituency (id, body, name) values (gen_random_uuid(), '${id.body}', 'Neue')`,
        add,
      ),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.seat': {
    select: [see('of the body', (id) => `seat where id = '${id.seat}'`, acting)],
    insert: [
      one(
        'of others, unasked',
        (id) =>
          `insert into cooperation.seat (id, body, organisation, valid_from, recorded_at) values (gen_random_uuid(), '${id.body}', '${id.others}', '2027-01-01', clock.now())`,
        { denied: 'rest' },
      ),
      one(
        'of strangers, who have signed what the body agreed on',
        (id) =>
          `insert into cooperation.seat (id, body, organisation, valid_from, recorded_at) values (gen_random_uuid(), '${id.body}', '${id.strangers}', '2027-01-01', clock.now())`,
        add,
      ),
      one(
        'of a member, as its other seat goes on',
        (id) =>
          `insert into cooperation.seat (id, body, organisation, valid_from, recorded_at) values (gen_random_uuid(), '${id.body}', '${id.association}', '2027-02-01', clock.now())`,
        add,
      ),
    ],
    update: [
      one('closed', (id) => `update cooperation.seat set superseded_at = clock.now() where id = '${id.seat}'`, change),
      one('kept beside none', (id) => `update cooperation.seat set kept = true where id = '${id.seat}'`, blocked),
      one('left open', (id) => `update cooperation.seat set superseded_at = null where id = '${id.seat}'`, blocked),
    ],
    delete: 'closed',
    columns: { update: 'superseded_at kept' },
    worker: 'select',
  },
  'cooperation.agreement': {
    select: [
      see('in writing', (id) => `agreement where id = '${id.agreementDraft}'`, ofDraft),
      see('to be signed', (id) => `agreement where id = '${id.agreement}'`, ofOffered),
    ],
    insert: [
      one('just begun', (id) => `insert into cooperation.agreement (id) values ('${id.bareAgreement}')`, add),
      one('on what is no agreement', (id) => `insert into cooperation.agreement (id) values ('${id.chaired}')`, {
        denied: 'rest',
      }),
    ],
    update: [
      one(
        'in writing',
        (id) => `update cooperation.agreement set preamble = 'Anders' where id = '${id.agreementDraft}'`,
        change,
      ),
      one(
        'in writing, the next edition',
        (id) => `update cooperation.agreement set edition = 2 where id = '${id.agreementDraft}'`,
        blocked,
      ),
      one(
        'to be signed, as it is',
        (id) => `update cooperation.agreement set preamble = 'Anders' where id = '${id.agreement}'`,
        blocked,
      ),
      one(
        'to be signed, the next edition',
        (id) => `update cooperation.agreement set edition = 2 where id = '${id.agreement}'`,
        change,
      ),
      one(
        'to be signed, the edition after',
        (id) => `update cooperation.agreement set edition = 3 where id = '${id.agreement}'`,
        blocked,
      ),
    ],
    delete: 'closed',
    columns: { update: 'edition preamble review_on ends_on notice notice_months notice_to extraordinary sign_by' },
    worker: 'select',
  },
  'cooperation.party': {
    select: [see('in writing', (id) => `party where agreement = '${id.agreementDraft}'`, ofDraft)],
    insert: [
      one('in writing', party('agreementDraft'), add),
      one('to be signed', party('agreement'), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: [
      one('in writing', (id) => `delete from cooperation.party where agreement = '${id.agreementDraft}'`, change),
      one(
        'to be signed',
        (id) => `delete from cooperation.party where agreement = '${id.agreement}' and organisation = '${id.county}'`,
        blocked,
      ),
    ],
    worker: 'select',
  },
  'cooperation.clause': {
    select: [see('in writing', (id) => `clause where agreement = '${id.agreementDraft}'`, ofDraft)],
    insert: [
      one('in writing', clause('agreementDraft'), add),
      one('to be signed', clause('agreement'), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: [
      one('in writing', (id) => `delete from cooperation.clause where agreement = '${id.agreementDraft}'`, change),
      one('to be signed', (id) => `delete from cooperation.clause where agreement = '${id.agreement}'`, blocked),
    ],
    worker: 'select',
  },
  'cooperation.signature': {
    select: [see('of strangers', (id) => `signature where agreement = '${id.agreement}'`, ofOffered)],
    insert: [
      one('for the own organisation', sign({}), {
        allowed: 'admin head planner member',
        refused: 'elsewhere',
        denied: 'rest',
      }),
      one('for the county', sign({ organisation: 'county' }), { allowed: 'admin head planner', denied: 'rest' }),
      one('for the county, from paper', sign({ organisation: 'county', person: 'null', source: `'Urkunde'` }), {
        allowed: 'office',
        denied: 'rest',
      }),
      one(
        'for the county, from paper, as if somebody had signed here',
        sign({ organisation: 'county', source: `'Urkunde'` }),
        { denied: 'rest' },
      ),
      one('as if it had been recorded before', sign({ at: `'2026-12-01'` }), { denied: 'rest' }),
      one('for a day to come', sign({ day: `'2027-02-01'` }), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.release': {
    select: [see('by the chair', (id) => `release where object = '${id.chaired}'`, `${sent} member`)],
    insert: [
      one('one’s own key', key({}), { allowed: 'chair', denied: 'rest' }),
      one('a second key to the same', key({ object: 'chaired' }), { refused: 'chair', denied: 'rest' }),
      one('with the mandate of another', key({ mandate: 'delegateMandate' }), { denied: 'rest' }),
      one('in the name of another', key({ person: 'memberPerson' }), { denied: 'rest' }),
      one(
        'the key of the chair',
        (id, me) => key({ person: 'chairPerson' })(id, { ...me, organisation: id.association! }),
        {
          allowed: 'chair',
          denied: 'rest',
        },
      ),
      one('of something that is not in the body', key({ object: 'internal' }), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
}

export const cooperationFunctions: FunctionMatrix = {
  'cooperation.runs': [
    one('the body', (id) => `select cooperation.runs('${id.body}')`, { allowed: leads, none: 'rest' }),
  ],
  'cooperation.is_agreed': { harmless: 'whether a body rests on an agreement in force, not what it says' },
  'cooperation.is_released': { harmless: 'whether both keys were given, for the policies' },
}
