// What triggers hold for every login, also for the owner of the tables, whom no policy stops; and what they do by themselves. Written by hand.
import type { World } from '../world.ts'
import { registersDeeds } from './registers-rules.ts'

/** `done`: it works and nothing contradicts; otherwise the code of the refusal. */
export type Deed = { sql: (world: World) => string; expect: 'done' | 'NA403' | 'NA400' }

/** Statements and what must hold after each, as one block. */
const block = (...steps: readonly (readonly [statement: string, then: string])[]) =>
  `do $$ begin ${steps.map(([statement, then]) => `${statement}; if not (${then}) then raise exception 'not so'; end if;`).join(' ')} end $$`

export const deeds: Readonly<Record<string, Deed>> = {
  ...registersDeeds,
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
  'a deciding body resolves': {
    sql: (w) =>
      block(
        [`update cooperation.body set form = 'deciding' where id = '${w.id.body}'`, 'true'],
        [
          `insert into kit.edition (object, number, content, at) values ('${w.id.decisionOpen}', 2, '{}', clock.now())`,
          'true',
        ],
        [`update planning.decision set result = 'resolved', edition = 2 where id = '${w.id.decisionOpen}'`, 'true'],
      ),
    expect: 'done',
  },
  'a forum resolves': {
    sql: (w) => `update planning.decision set result = 'resolved', edition = 2 where id = '${w.id.decisionOpen}'`,
    expect: 'NA403',
  },
}
