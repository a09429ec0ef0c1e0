// What triggers hold for every login, also for the owner of the tables, whom no policy stops; and what they do by themselves. Written by hand.
import type { World } from '../world.ts'
import { calendarDeeds } from './calendar.ts'
import { checksDeeds } from './checks.ts'
import { circulationsDeeds } from './circulations.ts'
import { concernsDeeds } from './concerns-rules.ts'
import { gateDeeds } from './gate-rules.ts'
import { minutesDeeds } from './minutes.ts'
import { pollsDeeds } from './polls.ts'
import { reformsDeeds } from './reforms-rules.ts'
import { registersDeeds } from './registers-rules.ts'
import { votesDeeds } from './votes.ts'

/** `done`: it works and nothing contradicts; otherwise the code of the refusal. */
export type Deed = { sql: (world: World) => string; expect: 'done' | 'NA403' | 'NA400' }

/** Statements and what must hold after each, as one block. */
const block = (...steps: readonly (readonly [statement: string, then: string])[]) =>
  `do $$ begin ${steps.map(([statement, then]) => `${statement}; if (${then}) is not true then raise exception 'not so'; end if;`).join(' ')} end $$`

const key = (w: World, object: string, edition = 1) =>
  `insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
    values ('${object}', ${edition}, '${w.id.body}', '${w.subjects.chair.person}', '${w.id.association}', '${w.id.chairMandate}', clock.now())`
const mandate = (person: string, organisation: string, body: string) =>
  `insert into access.mandate (id, person, organisation, body, role, from_day, basis, recorded_at)
    values (gen_random_uuid(), '${person}', '${organisation}', '${body}', 'chair', '2027-01-01', 'Probe', clock.now())`
const away = (person: string, organisation: string) =>
  `insert into access.absence (id, person, organisation, from_day, until_day, recorded_by, recorded_at)
    values (gen_random_uuid(), '${person}', '${organisation}', '2027-01-20', '2027-02-20', '${person}', clock.now())`

/** Both keys: the county gets its chair back first. */
const both = (w: World, object: string, edition = 1) =>
  `${mandate(w.subjects.planner.person!, w.id.county!, w.id.body!)}; ${key(w, object, edition)};
    insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
    select '${object}', ${edition}, '${w.id.body}', m.person, m.organisation, m.id, clock.now() from access.mandate m
     where m.person = '${w.subjects.planner.person}' and m.body = '${w.id.body}' and m.role = 'chair' and m.superseded_at is null`

export const deeds: Readonly<Record<string, Deed>> = {
  ...calendarDeeds,
  ...pollsDeeds,
  ...minutesDeeds,
  ...circulationsDeeds,
  ...concernsDeeds,
  ...registersDeeds,
  ...reformsDeeds,
  ...checksDeeds,
  ...gateDeeds,
  ...votesDeeds,
  'a delegate gives a key': {
    sql: (w) => `insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
      values ('${w.id.agreement}', 1, '${w.id.body}', '${w.subjects.delegate.person}', '${w.id.association}', '${w.id.delegateMandate}', clock.now())`,
    expect: 'NA403',
  },
  'a chair gives a key in something of another body': {
    sql: (w) => `insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
      values ('${w.id.internal}', 1, '${w.id.body}', '${w.subjects.chair.person}', '${w.id.association}', '${w.id.chairMandate}', clock.now())`,
    expect: 'NA403',
  },
  'a duty gets another debtor': {
    sql: (w) => `update duties.duty set debtor = '${w.id.association}' where id = '${w.id.duty}'`,
    expect: 'NA403',
  },
  'what was withdrawn is owed again': {
    sql: (w) => `update duties.duty set withdrawn_on = null, withdrawn_because = null where id = '${w.id.dutyGone}'`,
    expect: 'NA403',
  },
  'a reason is given twice': {
    sql: (w) => `do $$ begin
      update duties.duty set reasoned_on = '2026-12-01', reasoned_because = 'Probe' where id = '${w.id.dutyShould}';
      update duties.duty set reasoned_because = 'Anders' where id = '${w.id.dutyShould}'; end $$`,
    expect: 'NA403',
  },
  'a duty is waived twice': {
    sql: (w) => `do $$ begin
      update duties.duty set waived_on = '2026-12-01', waived_because = 'Probe' where id = '${w.id.duty}';
      update duties.duty set waived_because = 'Anders' where id = '${w.id.duty}'; end $$`,
    expect: 'NA403',
  },
  'a key is given in a body that is over': {
    sql: (w) => `do $$ begin update cooperation.body set dissolved_on = founded_on where id = '${w.id.body}';
      insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
      values ('${w.id.agreement}', 1, '${w.id.body}', '${w.subjects.chair.person}', '${w.id.association}', '${w.id.chairMandate}', clock.now()); end $$`,
    expect: 'NA403',
  },
  'a working group begins without the keys': {
    sql: (
      w,
    ) => `insert into cooperation.working_group (body, parent, mandate, edition, task, result, lead, report_to, until_day)
      values ('${w.id.otherBody}', '${w.id.body}', '${w.id.mandateWaiting}', 1, 'Für die Prüfung der Rechte', 'Ein Ergebnis', '${w.id.association}', '${w.id.body}', '2028-01-01')`,
    expect: 'NA403',
  },
  'a working group lives longer than its mandate says': {
    sql: (w) => `update cooperation.working_group set until_day = '2030-01-01' where body = '${w.id.group}'`,
    expect: 'NA403',
  },
  'a letter of delegation rests on the mandate of somebody else': {
    sql: (
      w,
    ) => `insert into cooperation.delegation (id, body, organisation, person, from_day, signed_by, signed_on, source, mandate)
      values ('${w.id.bareLetter}', '${w.id.body}', '${w.id.association}', '${w.id.helperPerson}', '2027-01-01', 'Vorstand', '2027-01-01', 'Schreiben', '${w.id.delegateMandate}')`,
    expect: 'NA403',
  },
  'a seat that coincides with none is kept beside it': {
    sql: (w) => `update cooperation.seat set voting = voting, kept = false where id = '${w.id.seat}'`,
    expect: 'NA403',
  },
  'an area gets another name while it is closed': {
    sql: (w) => {
      const area = `(select number from figures.area where id = '${w.id.area}')`
      return `do $$ declare r figures.area_state; begin
        update figures.area_state set name = 'Anders', superseded_at = clock.now() where area = ${area} and superseded_at is null returning * into r;
        r.superseded_at := null; insert into figures.area_state values (r.*); end $$`
    },
    expect: 'NA403',
  },
  'an observation gets another value': {
    sql: (w) =>
      `update figures.observation set value = 97, superseded_at = clock.now() where delivery = '${w.id.delivery}'`,
    expect: 'NA403',
  },
  'an object gets another owner': {
    sql: (w) =>
      `update kit.object set owner = '${w.id.strangers}', revision = revision + 1 where id = '${w.id.public}'`,
    expect: 'NA403',
  },
  'what was erased gets a title': {
    sql: (w) => `update kit.object set title = 'Wieder da', revision = revision + 1 where id = '${w.id.erased}'`,
    expect: 'NA403',
  },
  'a file follows its object': {
    sql: (w) =>
      block([
        `update kit.object set audience = 'organisation', revision = revision + 1 where id = '${w.id.inBody}'`,
        `(select audience from kit.object where id = '${w.id.file}') = 'organisation'`,
      ]),
    expect: 'done',
  },
  'a file goes and comes back with its object': {
    sql: (w) =>
      block(
        [
          `update kit.object set deleted_at = clock.now(), revision = revision + 1 where id = '${w.id.inBody}'`,
          `(select deleted_at is not null from kit.object where id = '${w.id.file}')`,
        ],
        [
          `update kit.object set deleted_at = null, revision = revision + 1 where id = '${w.id.inBody}'`,
          `(select deleted_at is null from kit.object where id = '${w.id.file}')`,
        ],
      ),
    expect: 'done',
  },
  'a new title is found': {
    sql: (w) =>
      block([
        `update kit.object set title = 'Quittenbrot', revision = revision + 1 where id = '${w.id.public}'`,
        `exists (select from search.entry where object = '${w.id.public}' and words @@ search.query('Quittenbrot'))`,
      ]),
    expect: 'done',
  },
  'what is erased is found by nothing': {
    sql: (w) =>
      block([
        `perform kit.erase('${w.id.gone}')`,
        `not exists (select from search.entry where object = '${w.id.gone}' and length(words) > 0)`,
      ]),
    expect: 'done',
  },
  'a decision takes up other words than those of its edition': {
    sql: (w) =>
      block(
        [
          `insert into kit.edition (object, number, content, at) values ('${w.id.decisionOpen}', 2, '{"text": "Anders", "result": "recommended"}', clock.now())`,
          'true',
        ],
        [`update planning.decision set edition = 2 where id = '${w.id.decisionOpen}'`, 'true'],
      ),
    expect: 'NA403',
  },
  'an older edition is released': {
    sql: (w) =>
      block(
        [
          `insert into kit.edition (object, number, content, at) values ('${w.id.agreement}', 2, '{}', clock.now())`,
          'true',
        ],
        [key(w, w.id.agreement!), 'true'],
      ),
    expect: 'NA403',
  },
  'what was handed back is released': { sql: (w) => key(w, w.id.rulesObject!, 2), expect: 'NA403' },
  'a deputy gives the key of a chair that is there': {
    sql: (w) => `insert into cooperation.release (object, edition, body, person, organisation, mandate, on_behalf, at)
      values ('${w.id.agreement}', 1, '${w.id.body}', '${w.subjects.deputy.person}', '${w.id.association}', '${w.id.deputyMandate}', '${w.subjects.chair.person}', clock.now())`,
    expect: 'NA403',
  },
  'a delegate hands back': {
    sql: (w) => `insert into cooperation.objection (object, edition, body, person, organisation, mandate, reason, at)
      values ('${w.id.agreement}', 1, '${w.id.body}', '${w.subjects.delegate.person}', '${w.id.association}', '${w.id.delegateMandate}', 'Nein, so nicht', clock.now())`,
    expect: 'NA403',
  },
  'what is released is handed back': {
    sql: (w) => `insert into cooperation.objection (object, edition, body, person, organisation, mandate, reason, at)
      values ('${w.id.decision}', 1, '${w.id.body}', '${w.subjects.chair.person}', '${w.id.association}', '${w.id.chairMandate}', 'Nein, so nicht', clock.now())`,
    expect: 'NA403',
  },
  'a deadlock where nothing hangs': {
    sql: (w) =>
      `insert into cooperation.deadlock (object, edition, body, effect, on_day) values ('${w.id.agreement}', 1, '${w.id.body}', 'mediation', clock.today())`,
    expect: 'NA403',
  },
  'a publication of what is not released': {
    sql: (w) =>
      `insert into cooperation.publication (id, object, edition) values ('${w.id.barePublication}', '${w.id.decisionOpen}', 1)`,
    expect: 'NA403',
  },
  'a delegate stands in': {
    sql: (w) =>
      block(
        [`update cooperation.stand_in set ended_at = clock.now()`, 'true'],
        [
          `insert into cooperation.stand_in (id, body, chair, organisation, deputy, deputy_organisation, named_at)
      values (gen_random_uuid(), '${w.id.body}', '${w.subjects.chair.person}', '${w.id.association}', '${w.subjects.delegate.person}', '${w.id.association}', clock.now())`,
          'true',
        ],
      ),
    expect: 'NA403',
  },
  'a second chair of the same organisation': {
    sql: (w) => mandate(w.subjects.delegate.person!, w.id.association!, w.id.body!),
    expect: 'NA403',
  },
  'a third chair': {
    sql: (w) =>
      block(
        [mandate(w.subjects.planner.person!, w.id.county!, w.id.body!), 'true'],
        [mandate(w.subjects.elsewhere.person!, w.id.others!, w.id.body!), 'true'],
      ),
    expect: 'NA403',
  },
  'a purpose that was closed counts again': {
    sql: (w) =>
      block(
        [`update access.purpose set superseded_at = clock.now() where organisation = '${w.id.county}'`, 'true'],
        [`update access.purpose set superseded_at = null where organisation = '${w.id.county}'`, 'true'],
      ),
    expect: 'NA403',
  },
  'a statement that was closed counts again': {
    sql: () =>
      block(
        [`update cooperation.involvement set superseded_at = clock.now()`, 'true'],
        [`update cooperation.involvement set superseded_at = null`, 'true'],
      ),
    expect: 'NA403',
  },
  'an absence of a stranger': { sql: (w) => away(w.id.strangerPerson!, w.id.county!), expect: 'NA400' },
  'two absences at once': { sql: (w) => away(w.subjects.delegate.person!, w.id.association!), expect: 'NA400' },
  'an invitation before the keys': {
    sql: (w) => `update meetings.meeting set status = 'invited' where id = '${w.id.meetingPlanned}'`,
    expect: 'NA403',
  },
  'rules of another body': {
    sql: (
      w,
    ) => `insert into cooperation.rules (body, edition, object, valid_from, meets_per_year, notice_days, quorum, majority, keys_for, interim)
      values ('${w.id.body}', 9, '${w.id.bareRules}', '2027-02-01', 2, 14, 'none', 'consensus', '{}', 'office')`,
    expect: 'NA403',
  },
  'both keys open it to the body': {
    sql: (w) =>
      block(
        [both(w, w.id.decisionOpen!), 'true'],
        ['perform 1', `exists (select from access.opening where object = '${w.id.decisionOpen}' and widest = 'body')`],
      ),
    expect: 'done',
  },
  'attendance after released minutes': {
    sql: (w) =>
      block(
        [
          `insert into meetings.paper (id, meeting, kind) values ('${w.id.barePaper}', '${w.id.meetingHeld}', 'minutes')`,
          'true',
        ],
        [
          `insert into kit.edition (object, number, content, at) values ('${w.id.barePaper}', 1, meetings.paper_content('${w.id.meetingHeld}', 'minutes'), clock.now())`,
          `not meetings.is_settled('${w.id.meetingHeld}', 'minutes')`,
        ],
        [both(w, w.id.barePaper!), 'true'],
        [
          `insert into meetings.attendance (meeting, organisation, state) values ('${w.id.meetingHeld}', '${w.id.strangers}', 'absent')`,
          'true',
        ],
      ),
    expect: 'NA403',
  },
  'a deputy gives the key of the absent chair that has named it': {
    sql: (w) =>
      block(
        [away(w.subjects.chair.person!, w.id.association!).replace('2027-01-20', '2027-01-15'), 'true'],
        [
          `insert into cooperation.release (object, edition, body, person, organisation, mandate, on_behalf, at)
      values ('${w.id.agreement}', 1, '${w.id.body}', '${w.subjects.deputy.person}', '${w.id.association}', '${w.id.deputyMandate}', '${w.subjects.chair.person}', clock.now())`,
          'true',
        ],
      ),
    expect: 'done',
  },
  'rules without keys hold once both have adopted them': {
    sql: (w) =>
      block(
        [
          `insert into kit.edition (object, number, content, at) values ('${w.id.rulesObject}', 3, '{}', clock.now())`,
          `cooperation.needs_keys('${w.id.body}', 'agenda')`,
        ],
        [
          `insert into cooperation.rules (body, edition, object, valid_from, meets_per_year, notice_days, quorum, majority, keys_for, interim)
      values ('${w.id.body}', 3, '${w.id.rulesObject}', '2027-01-01', 2, 14, 'none', 'consensus', '{}', 'office')`,
          `cooperation.needs_keys('${w.id.body}', 'agenda')`,
        ],
        [both(w, w.id.rulesObject!, 3), `not cooperation.needs_keys('${w.id.body}', 'agenda')`],
      ),
    expect: 'done',
  },
  'a vote is carried by the majority that the rules name, and by no other': {
    sql: () =>
      block(
        ['perform 1', `meetings.is_carried('simple', 9, 2, 1) and not meetings.is_carried('simple', 9, 1, 2)`],
        ['perform 1', `meetings.is_carried('entitled', 9, 5, 0) and not meetings.is_carried('entitled', 9, 4, 0)`],
      ),
    expect: 'done',
  },
  'a quorum is reached with the share it asks for and not below': {
    sql: () =>
      block(
        ['perform 1', `meetings.is_quorate('half', 4, 2) and meetings.is_quorate('twoThirds', 3, 2)`],
        ['perform 1', `not meetings.is_quorate('half', 5, 2) and not meetings.is_quorate('twoThirds', 4, 2)`],
        ['perform 1', `meetings.is_quorate('none', 9, 1) and not meetings.is_quorate('none', 9, 0)`],
      ),
    expect: 'done',
  },
  'a paper is current until something of it changes': {
    sql: (w) =>
      block(
        [
          `insert into meetings.paper (id, meeting, kind) values ('${w.id.barePaper}', '${w.id.meetingHeld}', 'minutes')`,
          `not meetings.is_current('${w.id.meetingHeld}', 'minutes')`,
        ],
        [
          `insert into kit.edition (object, number, content, at) values ('${w.id.barePaper}', 1, meetings.paper_content('${w.id.meetingHeld}', 'minutes'), clock.now())`,
          `meetings.is_current('${w.id.meetingHeld}', 'minutes')`,
        ],
        [
          `insert into meetings.attendance (meeting, organisation, state) values ('${w.id.meetingHeld}', '${w.id.strangers}', 'absent')`,
          `not meetings.is_current('${w.id.meetingHeld}', 'minutes')`,
        ],
      ),
    expect: 'done',
  },
  'whoever acts for the organisation no longer is its contact no longer': {
    sql: (w) => {
      const asked = (person: string) =>
        `(select person from actors.contact_today where organisation = '${w.id.association}') = '${person}'`
      return block(
        ['perform 1', asked(w.id.memberPerson!)],
        [
          `update access.mandate set superseded_at = clock.now() where person = '${w.id.memberPerson}' and superseded_at is null`,
          asked(w.id.associationPerson!),
        ],
      )
    },
    expect: 'done',
  },
  'a file carries the purpose of what it hangs on': {
    sql: (w) =>
      block([
        `insert into files.file (id, hangs_on, name, type, size, sha256) values ('${w.id.barePaper}', '${w.id.forYouth}', 'Probe', 'text/plain', 1, sha256(''))`,
        `(select purpose from kit.object where id = '${w.id.barePaper}') = 'youth'`,
      ]),
    expect: 'done',
  },
  'what an indicator is gathered for binds its deliveries': {
    sql: (w) =>
      block([
        `update figures.indicator set purpose = 'care' where id = '${w.id.indicator}'`,
        `(select purpose from kit.object where id = '${w.id.delivery}') = 'care'`,
      ]),
    expect: 'done',
  },
  'a forum resolves': {
    sql: (w) => `do $$ begin
      insert into kit.edition (object, number, content, at) values ('${w.id.decisionOpen}', 2, '{}', clock.now());
      update planning.decision set result = 'resolved', edition = 2 where id = '${w.id.decisionOpen}'; end $$`,
    expect: 'NA403',
  },
}
