// Expected rights on the tables of needs, decisions and measures. Written by hand.
import type { Effect, FunctionMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { home, sent } from './groups.ts'

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
  one(on, (id) => `select from planning.${from(id)}`, { allowed, none: 'rest' })
const doers = 'admin head planner staff'
const leads = 'chair office'
const inBody = `${home} ${sent}`
const evidence =
  (need: string, more = `'figures', null, null, null, null`) =>
  (id: Ids) =>
    `insert into planning.evidence (id, need, position, grade, source, source_edition, holder, shown, note, as_of) values (gen_random_uuid(), '${id[need]}', 9, ${more.replaceAll('§', id.table!).replaceAll('%', id.delivery!).replaceAll('#', id.county!)}, 'Probe', clock.now())`

export const planningTables: SqlMatrix = {
  'planning.need': {
    select: [
      see('stated', (id) => `need where id = '${id.need}'`, inBody),
      see('a draft', (id) => `need where id = '${id.needDraft}'`, 'planner'),
    ],
    insert: [
      one('a draft of the county', (id) => `insert into planning.need (id) values ('${id.bareNeed}')`, {
        allowed: doers,
        denied: 'rest',
      }),
      one('on what is no need', (id) => `insert into planning.need (id) values ('${id.inBody}')`, { denied: 'rest' }),
    ],
    update: [
      one(
        'stated, what does not count',
        (id) => `update planning.need set area_name = 'Norden' where id = '${id.need}'`,
        { allowed: `${doers} ${leads}`, none: 'rest' },
      ),
      one(
        'stated, other words in the same edition',
        (id) => `update planning.need set benefit = 'Anders' where id = '${id.need}'`,
        { denied: `${doers} ${leads}`, none: 'rest' },
      ),
      one(
        'stated, taken back',
        (id) => `update planning.need set state = 'draft', edition = null, stated_on = null where id = '${id.need}'`,
        { denied: `${doers} ${leads}`, none: 'rest' },
      ),
      one(
        'stated and not dealt with, withdrawn',
        (id) =>
          `update planning.need set withdrawn_on = clock.today(), withdrawn_because = 'Probe' where id = '${id.needFree}'`,
        { allowed: doers, denied: leads, none: 'rest' },
      ),
      one(
        'dealt with, withdrawn',
        (id) =>
          `update planning.need set withdrawn_on = clock.today(), withdrawn_because = 'Probe' where id = '${id.need}'`,
        { denied: `${doers} ${leads}`, none: 'rest' },
      ),
      one(
        'withdrawn, brought back',
        (id) =>
          `update planning.need set withdrawn_on = null, withdrawn_because = null where id = '${id.needWithdrawn}'`,
        { denied: `${doers} ${leads}`, none: 'rest' },
      ),
      one('a draft', (id) => `update planning.need set benefit = 'Anders' where id = '${id.needDraft}'`, {
        allowed: 'planner',
        none: 'rest',
      }),
      one(
        'a draft without a figure, stated',
        (
          id,
        ) => `insert into kit.edition (object, number, content, person, organisation, at) select '${id.needBare}', 1, '{}', (access.actor()).person, (access.actor()).organisation, clock.now() where exists (select from planning.need where id = '${id.needBare}');
          update planning.need set state = 'stated', edition = 1, stated_on = clock.today(), target_group = 'Alle', benefit = 'Alles', area_name = 'Norden' where id = '${id.needBare}'`,
        { denied: 'planner', none: 'rest' },
      ),
    ],
    delete: 'closed',
    worker: 'select',
  },
  'planning.evidence': {
    select: [see('of what is stated', (id) => `evidence where need = '${id.need}'`, inBody)],
    insert: [
      one('practice, for what is stated', evidence('need', `'practice', null, null, null, null`), {
        allowed: `${doers} ${leads}`,
        denied: 'rest',
      }),
      one('a figure of an official table', evidence('need', `'figures', '§', 1, '#', '5'`), {
        allowed: `${doers} ${leads}`,
        denied: 'rest',
      }),
      one('a delivered figure, without its value', evidence('need', `'figures', '%', 1, '#', null`), {
        allowed: doers,
        denied: 'rest',
      }),
      one('a delivered figure, with its value', evidence('need', `'figures', '%', 1, '#', '96'`), { denied: 'rest' }),
    ],
    update: [
      one('the note', (id) => `update planning.evidence set note = 'Anders' where need = '${id.need}'`, {
        allowed: `${doers} ${leads}`,
        none: 'rest',
      }),
    ],
    delete: [
      one('the only figure of what is stated', (id) => `delete from planning.evidence where need = '${id.need}'`, {
        denied: `${doers} ${leads}`,
        none: 'rest',
      }),
    ],
    columns: { update: 'position note' },
    worker: 'select',
  },
  'planning.decision': {
    select: [
      see('released by both', (id) => `decision where id = '${id.decision}'`, inBody),
      see('not yet released', (id) => `decision where id = '${id.decisionOpen}'`, leads),
    ],
    insert: [
      one(
        'of the body',
        (
          id,
        ) => `insert into kit.edition (object, number, content, person, organisation, at) select '${id.bareDecision}', 1, '{"text":"Probe","result":"agreed"}', (access.actor()).person, (access.actor()).organisation, clock.now();
        insert into planning.decision (id, result, text, edition, recorded_on) values ('${id.bareDecision}', 'agreed', 'Probe', 1, '2027-01-10')`,
        { allowed: leads, denied: 'rest' },
      ),
      one(
        'of the body, recorded on a day to come',
        (
          id,
        ) => `insert into kit.edition (object, number, content, person, organisation, at) select '${id.bareDecision}', 1, '{"text":"Probe","result":"agreed"}', (access.actor()).person, (access.actor()).organisation, clock.now();
        insert into planning.decision (id, result, text, edition, recorded_on) values ('${id.bareDecision}', 'agreed', 'Probe', 1, '2027-12-31')`,
        { denied: 'rest' },
      ),
      one(
        'a vote in a forum',
        (id) =>
          `insert into planning.decision (id, result, text, edition, recorded_on) values ('${id.bareDecision}', 'resolved', 'Probe', 1, '2027-01-10')`,
        { denied: 'rest' },
      ),
      one(
        'on what is no decision',
        (id) =>
          `insert into planning.decision (id, result, text, edition, recorded_on) values ('${id.chaired}', 'agreed', 'Probe', 1, '2027-01-10')`,
        { denied: 'rest' },
      ),
    ],
    update: [
      one(
        'not yet released, other words in the same edition',
        (id) => `update planning.decision set text = 'Anders' where id = '${id.decisionOpen}'`,
        { denied: leads, none: 'rest' },
      ),
      one(
        'not yet released, the next edition',
        (
          id,
        ) => `insert into kit.edition (object, number, content, person, organisation, at) select '${id.decisionOpen}', 2, '{"text":"Anders","result":"recommended"}', (access.actor()).person, (access.actor()).organisation, clock.now() where exists (select from planning.decision where id = '${id.decisionOpen}');
        update planning.decision set text = 'Anders', edition = 2 where id = '${id.decisionOpen}'`,
        { allowed: leads, none: 'rest' },
      ),
      one(
        'released by both',
        (id) => `update planning.decision set text = 'Anders', edition = 2 where id = '${id.decision}'`,
        { denied: leads, none: 'rest' },
      ),
      one(
        'not yet released, another origin',
        (id) =>
          `update planning.decision set meeting = '${id.meetingHeld}', edition = 2 where id = '${id.decisionOpen}'`,
        { denied: leads, none: 'rest' },
      ),
    ],
    delete: 'closed',
    worker: 'select',
  },
  'planning.decision_need': {
    select: [
      see('released by both', (id) => `decision_need where decision = '${id.decision}'`, inBody),
      see('not yet released', (id) => `decision_need where decision = '${id.decisionOpen}'`, leads),
    ],
    insert: [
      one(
        'about a need that was withdrawn',
        (id) =>
          `insert into planning.decision_need (decision, need, need_edition) values ('${id.decisionOpen}', '${id.needWithdrawn}', 1)`,
        { denied: 'rest' },
      ),
      one(
        'twice',
        (id) =>
          `insert into planning.decision_need (decision, need, need_edition) values ('${id.decisionOpen}', '${id.need}', 1)`,
        { refused: leads, denied: 'rest' },
      ),
      one(
        'what is not stated',
        (id) =>
          `insert into planning.decision_need (decision, need, need_edition) values ('${id.decisionOpen}', '${id.needDraft}', 1)`,
        { denied: 'rest' },
      ),
    ],
    update: 'closed',
    delete: [
      one('not yet released', (id) => `delete from planning.decision_need where decision = '${id.decisionOpen}'`, {
        allowed: leads,
        none: 'rest',
      }),
      one('released by both', (id) => `delete from planning.decision_need where decision = '${id.decision}'`, {
        none: 'rest',
      }),
    ],
    worker: 'select',
  },
  'planning.answer': {
    select: [see('of the county', (id) => `answer where decision = '${id.decisionAnswered}'`, inBody)],
    insert: [
      one(
        'to what is addressed to the county',
        (id, me) =>
          `insert into planning.answer (decision, organisation, reason, on_day) values ('${id.decisionFresh}', '${me.organisation}', 'Probe', clock.today())`,
        { allowed: doers, denied: 'rest' },
      ),
      one(
        'to what is addressed to the county, in its name',
        (id) =>
          `insert into planning.answer (decision, organisation, reason, on_day) values ('${id.decisionFresh}', '${id.county}', 'Probe', clock.today())`,
        { allowed: doers, denied: 'rest' },
      ),
      one(
        'as of last year',
        (id, me) =>
          `insert into planning.answer (decision, organisation, reason, on_day) values ('${id.decisionFresh}', '${me.organisation}', 'Probe', '2026-01-01')`,
        { denied: 'rest' },
      ),
      one(
        'to what is not yet released',
        (id, me) =>
          `insert into planning.answer (decision, organisation, reason, on_day) values ('${id.decisionOpen}', '${me.organisation}', 'Probe', clock.today())`,
        { denied: 'rest' },
      ),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'planning.measure': {
    select: [
      see('agreed', (id) => `measure where id = '${id.measure}'`, `${inBody} member`),
      see('a draft', (id) => `measure where id = '${id.measureDraft}'`, 'planner'),
    ],
    insert: [
      one(
        'of the county',
        (id) =>
          `insert into planning.measure (id, what, decision, decision_edition) values ('${id.bareMeasure}', 'Probe', '${id.decision}', 1)`,
        { allowed: doers, denied: 'rest' },
      ),
      one(
        'on what is not released',
        (id) =>
          `insert into planning.measure (id, what, decision, decision_edition) values ('${id.bareMeasure}', 'Probe', '${id.decisionOpen}', 1)`,
        { denied: 'rest' },
      ),
    ],
    update: [
      one(
        'agreed, in the same edition',
        (id) => `update planning.measure set what = 'Anders' where id = '${id.measure}'`,
        { denied: `${doers} ${leads}`, none: 'rest' },
      ),
      one(
        'another decision',
        (id) =>
          `update planning.measure set decision = '${id.decisionFresh}', edition = edition + 1 where id = '${id.measure}'`,
        { denied: `${doers} ${leads}`, none: 'rest' },
      ),
      one('a draft', (id) => `update planning.measure set what = 'Anders' where id = '${id.measureDraft}'`, {
        allowed: 'planner',
        none: 'rest',
      }),
      one(
        'a draft, agreed without an edition',
        (id) => `update planning.measure set agreed_on = clock.today() where id = '${id.measureDraft}'`,
        { refused: 'planner', none: 'rest' },
      ),
      one(
        'a draft, agreed as of last year',
        (id) => `update planning.measure set agreed_on = '2026-01-01' where id = '${id.measureDraft}'`,
        { denied: 'planner', none: 'rest' },
      ),
      one(
        'both accountable on one side',
        (id) =>
          `update planning.measure set accountable_public = '${id.association}', accountable_free = null where id = '${id.measureDraft}'`,
        { denied: 'planner', none: 'rest' },
      ),
    ],
    delete: 'closed',
    worker: 'select',
  },
}

export const planningFunctions: FunctionMatrix = {
  'planning.body_votes': { harmless: 'whether the rules of a body give votes' },
}
