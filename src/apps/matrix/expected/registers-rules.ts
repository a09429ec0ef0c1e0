// The rules of the registers that stand in constraints, and what their triggers hold for every login. Written by hand.
import type { World } from '../world.ts'

type Deed = { sql: (world: World) => string; expect: 'done' | 'NA403' | 'NA400' }
const one = (table: string, set: string) => () =>
  `update ${table} set ${set} where ctid = (select ctid from ${table} limit 1)`

export const registersRules: Readonly<Record<string, (world: World) => string>> = {
  'actors.correction.correction_check': one('actors.correction', `decision = 'accepted', decided_on = null`),
  'actors.guarantee.guarantee_check': one('actors.guarantee', 'ended_on = since'),
  'actors.guarantee.guarantee_once': (w) =>
    `insert into actors.guarantee (id, task, organisation, since) values (gen_random_uuid(), '${w.id.task}', '${w.id.county}', '2027-01-01')`,
  'actors.provision.provision_check': one('actors.provision', 'valid_until = valid_from'),
  'actors.responsibility.responsibility_check': one(
    'actors.responsibility',
    `valid_from = '2026-01-01', valid_until = '2026-01-01'`,
  ),
  'cooperation.friction.friction_check': one('cooperation.friction', `settled_on = '2027-01-01', settled_how = null`),
  'cooperation.seam.seam_check': one('cooperation.seam', 'owner_b = owner_a'),
  'cooperation.seam_release.seam_release_side': (w) =>
    `update cooperation.seam_release set side = case side when 'a' then 'b' else 'a' end where ctid = (select ctid from cooperation.seam_release where seam = '${w.id.seamAgreed}' limit 1)`,
  'cooperation.seam_release.seam_release_seam_edition_person_key': (w) =>
    `insert into cooperation.seam_release (seam, edition, organisation, person, at, side) select seam, edition, '${w.id.association}', '${w.subjects.planner.person}', clock.now(),
      case side when 'a' then 'b' else 'a' end from cooperation.seam_release where seam = '${w.id.seamOffered}' and person = '${w.subjects.planner.person}'`,
}

export const registersForms = `
actors.correction.correction_decision_check actors.correction.correction_reason_check actors.guarantee.guarantee_area_key_check actors.provision.provision_name_check
actors.responsibility.responsibility_area_key_check actors.responsibility.responsibility_basis_check actors.responsibility.responsibility_bearer_check
actors.responsibility.responsibility_level_check actors.responsibility.responsibility_role_check actors.responsibility.responsibility_source_check
actors.responsibility.responsibility_source_url_check actors.task.task_clause_check actors.task.task_law_check actors.task.task_situations_check actors.task.task_strength_check
cooperation.comparison.comparison_left_law_check cooperation.comparison.comparison_left_name_check cooperation.comparison.comparison_right_law_check cooperation.comparison.comparison_right_name_check
cooperation.comparison_row.comparison_row_aspect_check cooperation.comparison_row.comparison_row_place_check cooperation.friction.friction_settled_how_check cooperation.friction.friction_text_check
cooperation.seam_release.seam_release_side_check cooperation.seam_review.seam_review_side_check
cooperation.seam_edition.seam_edition_number_check cooperation.seam_edition.seam_edition_review_months_check cooperation.seam_edition.seam_edition_subject_check`
  .split(/\s+/)
  .filter(Boolean)

const release = (w: World, seam: string, organisation: string, person: string) =>
  `insert into cooperation.seam_release (seam, edition, organisation, person, at) values ('${w.id[seam]}', 1, '${w.id[organisation]}', '${w.id[person]}', clock.now())`

export const registersDeeds: Readonly<Record<string, Deed>> = {
  'an owner of a seam releases what was put forward': {
    sql: (w) => release(w, 'seamOffered', 'association', 'memberPerson'),
    expect: 'done',
  },
  'somebody else releases a seam for its owner': {
    sql: (w) => release(w, 'seamOffered', 'association', 'strangerPerson'),
    expect: 'NA403',
  },
  'somebody who is only sent by the owner releases its seam': {
    sql: (w) => release(w, 'seamOffered', 'association', 'chairPerson'),
    expect: 'NA403',
  },
  'a third organisation releases a seam': {
    sql: (w) => release(w, 'seamOffered', 'strangers', 'strangerPerson'),
    expect: 'NA403',
  },
  'the draft of a seam is released': {
    sql: (w) => release(w, 'seam', 'association', 'memberPerson'),
    expect: 'NA403',
  },
  'an older edition of a seam is released': {
    sql: (w) =>
      `do $$ begin insert into cooperation.seam_edition (seam, number, subject) values ('${w.id.seamOffered}', 2, 'Neu'); ${release(w, 'seamOffered', 'association', 'memberPerson')}; end $$`,
    expect: 'NA403',
  },
  'the words of a seam that was put forward are changed': {
    sql: (w) => `update cooperation.seam_edition set procedure = 'Anders' where seam = '${w.id.seamOffered}'`,
    expect: 'NA403',
  },
  'a seam gets a second draft': {
    sql: (w) => `insert into cooperation.seam_edition (seam, number, subject) values ('${w.id.seam}', 2, 'Zweiter')`,
    expect: 'NA403',
  },
  'the editions of a seam skip a number': {
    sql: (w) => `insert into cooperation.seam_edition (seam, number, subject) values ('${w.id.seamAgreed}', 3, 'Neu')`,
    expect: 'NA403',
  },
  'a responsibility that was replaced comes back': {
    sql: (
      w,
    ) => `do $$ begin update actors.responsibility set superseded_at = clock.now() where id = '${w.id.taskEntry}';
      update actors.responsibility set superseded_at = null where id = '${w.id.taskEntry}'; end $$`,
    expect: 'NA403',
  },
}
