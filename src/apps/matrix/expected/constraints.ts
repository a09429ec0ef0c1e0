// The rules that stand in constraints: each with a statement of the tables' owner that breaks it and nothing else. Forms (words, ranges,
// what must not be blank) are listed below by name. A constraint that is in neither is a fault. Written by hand.
import type { World } from '../world.ts'
import { boundariesForms } from './boundaries.ts'
import { catalogueForms, catalogueRules } from './catalogue.ts'
import { checksForms, checksRules } from './checks.ts'
import { circulationsForms, circulationsRules } from './circulations.ts'
import { columnMappingsForms, columnMappingsRules } from './column-mappings.ts'
import { concernsForms, concernsRules } from './concerns-rules.ts'
import { gateForms, gateRules } from './gate-rules.ts'
import { minutesForms, minutesRules } from './minutes.ts'
import { pollsForms, pollsRules } from './polls-rules.ts'
import { reformsForms, reformsRules } from './reforms-rules.ts'
import { registersForms, registersRules } from './registers-rules.ts'

type Ids = Readonly<Record<string, string>>
export type Rule = (world: World) => string

/** Changes one row so that it breaks the rule. */
const change =
  (table: string, set: string, where: string | ((id: Ids) => string) = 'true'): Rule =>
  (w) =>
    `update ${table} set ${set} where ctid = (select ctid from ${table} where ${typeof where === 'string' ? where : where(w.id)} limit 1)`
/** Writes a row that is there once more, with another key. */
const twice =
  (table: string, where = 'true', other = 'r.id := gen_random_uuid();'): Rule =>
  () =>
    `do $$ declare r ${table}; begin select * into strict r from ${table} where ${where} limit 1; ${other} insert into ${table} overriding system value values (r.*); end $$`

export const rules: Readonly<Record<string, Rule>> = {
  ...pollsRules,
  ...minutesRules,
  ...circulationsRules,
  ...registersRules,
  ...reformsRules,
  ...catalogueRules,
  ...columnMappingsRules,
  ...checksRules,
  ...gateRules,
  ...concernsRules,
  'access.account.account_email': twice(
    'access.account',
    'closed_at is null',
    'select o.id into r.person from kit.object o where not exists (select from access.account c where c.person = o.id) limit 1;',
  ),
  'access.mandate.mandate_check': change('access.mandate', `role = 'chair'`, 'body is null'),
  'access.mandate.mandate_check1': change('access.mandate', 'until_day = from_day'),
  'access.purpose.purpose_check': change('access.purpose', 'body = organisation'),
  'access.purpose.purpose_once': twice('access.purpose', 'superseded_at is null'),
  'access.session.session_digest_key': twice('access.session'),
  'actors.competence.competence_check': change(
    'actors.competence',
    `valid_from = '2026-01-01', valid_until = '2026-01-01'`,
  ),
  'actors.competence.competence_once': twice('actors.competence', 'superseded_at is null'),
  'actors.contact.contact_check': change('actors.contact', 'deputy = person'),
  'actors.contact.contact_one': twice('actors.contact', 'superseded_at is null'),
  'actors.membership.membership_check': change('actors.membership', 'parent = organisation'),
  'actors.membership.membership_check1': change(
    'actors.membership',
    `valid_from = '2026-01-01', valid_until = '2026-01-01'`,
  ),
  'actors.membership.membership_once': twice('actors.membership', 'superseded_at is null'),
  'actors.organisation.organisation_dissolved': change(
    'actors.organisation',
    `dissolved_on = null`,
    'dissolved_on is not null',
  ),
  'actors.position.position_check': change('actors.position', 'unit = organisation'),
  'actors.position.position_check1': change('actors.position', 'valid_until = valid_from'),
  'actors.succession.succession_check': change('actors.succession', 'successor = predecessor'),
  'actors.succession.succession_once': twice('actors.succession'),
  'actors.name.name_check': change('actors.name', `valid_from = '2026-01-01', valid_until = '2026-01-01'`),
  'actors.name.name_once': twice('actors.name', 'superseded_at is null'),
  'actors.relation.relation_check': change('actors.relation', 'target = organisation'),
  'actors.relation.relation_check1': change('actors.relation', 'valid_until = valid_from'),
  'actors.relation.relation_check2': change('actors.relation', 'target = null'),
  'actors.relation.relation_field': change('actors.relation', `field = 'age'`, `kind <> 'influences'`),
  'actors.relation.relation_once': twice('actors.relation', 'superseded_at is null'),
  'cooperation.involvement.involvement_check': change('cooperation.involvement', 'own = true', 'not own'),
  'cooperation.involvement.involvement_check1': change('cooperation.involvement', `influence = 'high'`, 'own'),
  'cooperation.involvement.involvement_check2': change('cooperation.involvement', `interest = null, contribution = ''`),
  'cooperation.involvement.involvement_once': twice('cooperation.involvement', 'superseded_at is null'),
  'cooperation.contribution.contribution_once': twice('cooperation.contribution', 'superseded_at is null'),
  'cooperation.missing_actor.missing_actor_check': change('cooperation.missing_actor', `state = 'notNeeded'`),
  'cooperation.missing_actor.missing_actor_check1': change('cooperation.missing_actor', 'organisation = null'),
  'cooperation.missing_actor.missing_actor_once': twice('cooperation.missing_actor', 'superseded_at is null'),
  'cooperation.public_page.public_page_body_key': (w) =>
    `insert into cooperation.public_page (id, body) values ('${w.id.barePage}', '${w.id.body}')`,
  'cooperation.body.body_check': change('cooperation.body', 'dissolved_on = founded_on - 1'),
  'cooperation.body.body_keys_check': change('cooperation.body', 'keys = 0'),
  'cooperation.constituency.constituency_body_name_key': twice('cooperation.constituency'),
  'cooperation.delegation.delegation_check': change(
    'cooperation.delegation',
    'deputy = person, deputy_mandate = mandate',
  ),
  'cooperation.delegation.delegation_check1': change('cooperation.delegation', 'until_day = from_day'),
  'cooperation.delegation.delegation_check2': change('cooperation.delegation', 'deputy_mandate = mandate'),
  'access.absence.absence_check': change('access.absence', 'until_day = from_day'),
  'access.absence.absence_check1': change('access.absence', 'represented_by = person'),
  'cooperation.publication.publication_object_edition_key': twice(
    'cooperation.publication',
    'true',
    'r.id := r.object;',
  ),
  'cooperation.release.release_side': twice(
    'cooperation.release',
    'true',
    `r.constituency := (select id from cooperation.constituency limit 1);
    update cooperation.release set constituency = r.constituency where object = r.object and edition = r.edition and organisation = r.organisation;
    r.organisation := r.body; r.person := r.body;`,
  ),
  'cooperation.rules.rules_agreement_whole': change('cooperation.rules', 'agreement_edition = 1'),
  'cooperation.rules.rules_deadlock_whole': change('cooperation.rules', 'deadlock = null'),
  'cooperation.rules.rules_items_before_invitation': change('cooperation.rules', 'item_days = 1'),
  'cooperation.stand_in.stand_in_check': change('cooperation.stand_in', 'deputy = chair'),
  'cooperation.stand_in.stand_in_of_chair': twice(
    'cooperation.stand_in',
    'ended_at is null',
    'r.id := gen_random_uuid(); r.deputy := r.body; r.deputy_organisation := r.body;',
  ),
  'cooperation.stand_in.stand_in_organisation': twice(
    'cooperation.stand_in',
    'ended_at is null',
    'r.id := gen_random_uuid(); r.deputy := r.body; r.chair := r.organisation;',
  ),
  'cooperation.stand_in.stand_in_person': twice(
    'cooperation.stand_in',
    'ended_at is null',
    'r.id := gen_random_uuid(); r.deputy_organisation := r.body; r.chair := r.body;',
  ),
  'cooperation.seat_offer.seat_offer_duty_key': twice(
    'cooperation.seat_offer',
    `answer is null and duty is not null`,
    `r.id := gen_random_uuid(); r.answer := 'declined'; r.answered_on := '2027-01-01';`,
  ),
  'cooperation.seat_offer.seat_offer_open': twice(
    'cooperation.seat_offer',
    `answer is null and duty is not null`,
    'r.id := gen_random_uuid(); r.duty := null;',
  ),
  'cooperation.seat_offer.seat_offer_answered': change('cooperation.seat_offer', `answered_on = '2027-01-01'`),
  'cooperation.seat_offer.seat_offer_seat': change(
    'cooperation.seat_offer',
    `answer = 'accepted', answered_on = '2027-01-01'`,
  ),
  'meetings.attendance.attendance_once': twice('meetings.attendance', 'true', ''),
  'planning.resolution.resolution_item_key': twice('planning.resolution', 'true', 'r.decision := gen_random_uuid();'),
  'meetings.feed.feed_digest_key': twice(
    'meetings.feed',
    'ended_at is null',
    `r.id := gen_random_uuid(); r.ended_at := r.made_at;`,
  ),
  'meetings.feed.feed_one': twice(
    'meetings.feed',
    'ended_at is null',
    `r.id := gen_random_uuid(); r.digest := '\\x00';`,
  ),
  'meetings.paper.paper_meeting_kind_key': twice('meetings.paper', 'true', 'r.id := r.meeting;'),
  'cooperation.ballot.ballot_check': change('cooperation.ballot', `answer = 'for', candidacy = null`),
  'cooperation.ballot.ballot_election_number_mark_key': twice('cooperation.ballot', 'mark is not null'),
  'cooperation.candidacy.candidacy_once': twice('cooperation.candidacy', 'withdrawn_on is null'),
  'cooperation.election.election_check': change('cooperation.election', 'term_from = day - 1'),
  'cooperation.election.election_check1': change('cooperation.election', 'term_until = term_from'),
  'cooperation.election.election_one': (w) =>
    `do $$ declare r cooperation.election; begin select * into strict r from cooperation.election where id = '${w.id.electionOpen}'; r.id := '${w.id.bareElection}'; insert into cooperation.election values (r.*); end $$`,
  'cooperation.round.round_check': change('cooperation.round', 'present = entitled + 1'),
  'cooperation.round.round_check1': change('cooperation.round', 'witness = recorded_by, witness_for = recorded_for'),
  'cooperation.release.release_object_edition_person_key': twice(
    'cooperation.release',
    'true',
    'select o.id into r.organisation from kit.object o where o.id <> r.organisation limit 1;',
  ),
  'cooperation.seat.seat_check': change('cooperation.seat', 'unit = organisation'),
  'cooperation.seat.seat_check1': change('cooperation.seat', 'valid_until = valid_from'),
  'cooperation.seat.seat_guest': change(
    'cooperation.seat',
    'guest = true, voting = true, superseded_at = clock.now()',
    'superseded_at is null',
  ),
  'cooperation.seat.seat_kept': change(
    'cooperation.seat',
    'kept = true, superseded_at = clock.now()',
    'superseded_at is null',
  ),
  'cooperation.seat.seat_once': twice('cooperation.seat', 'superseded_at is null'),
  'cooperation.annex.annex_agreement_edition_file_key': twice('cooperation.annex', 'true', 'r.place := 99;'),
  'cooperation.agreement.agreement_notice_check': change(
    'cooperation.agreement',
    'notice_months = null',
    'notice_months is not null',
  ),
  'cooperation.agreement.agreement_review_check': change(
    'cooperation.agreement',
    'review_on = null',
    'sign_by is not null',
  ),
  'cooperation.constitution.constitution_check': change('cooperation.constitution', 'object = null, edition = null'),
  'cooperation.constitution.constitution_check1': change('cooperation.constitution', 'edition = null'),
  'cooperation.termination.termination_once': twice('cooperation.termination'),
  'cooperation.termination.termination_check': change('cooperation.termination', 'effective_on = declared_on'),
  'cooperation.termination.termination_check1': change(
    'cooperation.termination',
    'person = recorded_by, second = recorded_by',
  ),
  'cooperation.termination.termination_check2': change('cooperation.termination', `kind = 'extraordinary'`),
  'cooperation.termination.termination_check3': change('cooperation.termination', 'source = null'),
  'cooperation.signature.signature_once': twice('cooperation.signature'),
  'cooperation.signature.signature_check': change('cooperation.signature', 'person = null, source = null'),
  'privacy.opening.opening_check': change('privacy.opening', 'until_day = from_day'),
  'privacy.opening.opening_check1': change('privacy.opening', 'asked_by = person'),
  'privacy.opening.opening_check2': change('privacy.opening', 'second = asked_by'),
  'privacy.opening.opening_check3': change('privacy.opening', `answer = 'refused', reason = 'Probe'`),
  'privacy.opening.opening_check4': change('privacy.opening', 'closes_on = clock.today()'),
  'privacy.opening.opening_check5': change('privacy.opening', `answer = 'refused', answered_at = clock.now()`),
  'cooperation.working_group.working_group_check': change('cooperation.working_group', 'parent = body'),
  'cooperation.working_group.working_group_mandate_key': (w) =>
    `do $$ declare r cooperation.working_group; begin select * into strict r from cooperation.working_group limit 1; r.body := '${w.id.otherBody}'; insert into cooperation.working_group values (r.*); end $$`,
  'duties.duty.duty_check': change('duties.duty', 'period_until = period_from'),
  'duties.duty.duty_check1': change('duties.duty', 'due = opens - 1'),
  'duties.duty.duty_check2': change('duties.duty', `waived_on = '2026-01-01', waived_because = null`),
  'duties.duty.duty_reason_of_should': change(
    'duties.duty',
    `reasoned_on = '2026-12-01', reasoned_because = 'Probe'`,
    `strength = 'must'`,
  ),
  'duties.duty.duty_reason_whole': change('duties.duty', `reasoned_on = '2026-12-01'`, `strength = 'should'`),
  'duties.duty.duty_withdrawal_whole': change('duties.duty', `withdrawn_on = '2026-12-01'`, 'withdrawn_on is null'),
  'duties.duty.duty_once': (w) =>
    `do $$ declare r duties.duty; begin select * into strict r from duties.duty where id = '${w.id.duty}'; r.id := '${w.id.inBody}'; insert into duties.duty values (r.*); end $$`,
  'figures.area_state.area_state_area': twice(
    'figures.area_state',
    'superseded_at is null and valid_until is null',
    `r.key := '09998';`,
  ),
  'figures.area_state.area_state_check': change(
    'figures.area_state',
    `valid_from = '2026-01-01', valid_until = '2026-01-01'`,
  ),
  'figures.area_state.area_state_key': twice(
    'figures.area_state',
    'superseded_at is null and valid_until is null',
    'select number into r.area from figures.area where number <> r.area limit 1; update figures.area_state set superseded_at = recorded_at where area = r.area;',
  ),
  'figures.basis.basis_code_key': twice('figures.basis', 'true', 'r.number := 9999;'),
  'figures.break.break_statistic_from_day_kind_measures_key': twice('figures.break'),
  'figures.cut.cut_key_key': twice('figures.cut', 'true', 'r.number := 9999999;'),
  'figures.delivery.delivery_check': change('figures.delivery', 'until_day = from_day'),
  'figures.delivery.delivery_check1': change(
    'figures.delivery',
    `kind = 'comment', comment = 'x', value = 1, mark = 'nil'`,
  ),
  'figures.delivery.delivery_check2': change('figures.delivery', 'value = null, mark = null', `kind = 'figure'`),
  'figures.delivery.delivery_check3': change(
    'figures.delivery',
    'official = (select min(number) from figures.official_table)',
    `kind = 'figure'`,
  ),
  'figures.delivery.delivery_check4': change('figures.delivery', `kind = 'confirmation', official = null`),
  'figures.delivery.delivery_check5': change('figures.delivery', `kind = 'comment', comment = ' '`),
  'figures.delivery.delivery_once': (w) =>
    `do $$ declare r figures.delivery; begin select * into strict r from figures.delivery limit 1; r.id := '${w.id.bareDelivery}'; insert into figures.delivery values (r.*); end $$`,
  'figures.indicator.indicator_code_key': (w) =>
    `do $$ declare r figures.indicator; begin select * into strict r from figures.indicator limit 1; r.id := '${w.id.bareIndicator}'; r.number := 9999; insert into figures.indicator overriding system value values (r.*); end $$`,
  'figures.observation.observation_check': change('figures.observation', 'until_day = from_day'),
  'figures.observation.observation_check1': change('figures.observation', `value = 1, mark = 'nil'`),
  'figures.observation.observation_check2': change('figures.observation', 'official = null, delivery = null'),
  'figures.observation.observation_delivered': twice(
    'figures.observation',
    'delivery is not null and superseded_at is null',
    '',
  ),
  'figures.observation.observation_official': twice(
    'figures.observation',
    'delivery is null and superseded_at is null',
    '',
  ),
  'figures.official_table.official_table_published_check': change('figures.official_table', 'published = false'),
  'figures.official_table.official_table_sha256_key': (w) =>
    `do $$ declare r figures.official_table; begin select * into strict r from figures.official_table limit 1; r.id := '${w.id.bareTable}'; r.number := 9999; insert into figures.official_table overriding system value values (r.*); end $$`,
  'files.file.file_check': change('files.file', 'hangs_on = id'),
  'journal.entry.entry_number_key': twice('journal.entry', 'number is not null', 'r.id := 999999999;'),
  'mail.message.message_check': change('mail.message', 'person = null, address = null'),
  'mail.message.message_dedupe_key': twice('mail.message'),
  'meetings.agenda_item.agenda_item_check': (w) =>
    `update meetings.agenda_item set removed_at = clock.now(), decision = '${w.id.decision}' where id = '${w.id.itemHeld}'`,
  'meetings.agenda_item.agenda_item_decision_key': (w) =>
    `update meetings.agenda_item set removed_at = null, decision = '${w.id.decision}' where meeting = '${w.id.meetingPlanned}'`,
  'meetings.meeting.meeting_body_number_key': (w) =>
    `do $$ declare r meetings.meeting; begin select * into strict r from meetings.meeting limit 1; r.id := '${w.id.bareMeeting}'; insert into meetings.meeting values (r.*); end $$`,
  'meetings.meeting.meeting_check': change('meetings.meeting', `starts = '14:00', ends = '13:00'`),
  'meetings.meeting.meeting_check1': change('meetings.meeting', `place = '', online = ''`),
  'meetings.meeting.meeting_check2': change('meetings.meeting', `status = 'cancelled', cancelled_because = null`),
  'planning.decision.decision_check': change(
    'planning.decision',
    `result = 'recommended', addressee = null, set_aside = null`,
  ),
  'planning.decision.decision_check1': change('planning.decision', `result = 'agreed', set_aside = 'Grund'`),
  'planning.evidence.evidence_check': change('planning.evidence', 'until_day = from_day', 'from_day is not null'),
  'planning.evidence.evidence_check1': change('planning.evidence', `source_edition = null`, 'source is not null'),
  'planning.evidence.evidence_check2': change('planning.evidence', 'until_day = null', 'from_day is not null'),
  'planning.evidence.evidence_check3': change(
    'planning.evidence',
    `grade = 'figures', source = null, source_edition = null, note = 'x'`,
  ),
  'planning.evidence.evidence_check4': change(
    'planning.evidence',
    `grade = 'practice', source = null, source_edition = null, note = ''`,
  ),
  'planning.measure.measure_check': change('planning.measure', 'edition = null', 'agreed_on is not null'),
  'planning.measure.measure_check1': change(
    'planning.measure',
    'accountable_free = accountable_public',
    'accountable_public is not null',
  ),
  'planning.measure.measure_two_sided': change('planning.measure', 'lead = null', 'agreed_on is not null'),
  'planning.need.need_check': change('planning.need', 'edition = null', `state = 'stated'`),
  'planning.need.need_check1': change('planning.need', 'stated_on = null', `state = 'stated'`),
  'planning.need.need_complete': change('planning.need', `benefit = ' '`, `state = 'stated'`),
  'planning.need.need_withdrawn': change('planning.need', `withdrawn_because = 'Nur so'`, 'withdrawn_on is null'),
  'services.service.service_check': change('services.service', `from_day = '2026-01-01', until_day = '2026-01-01'`),
  'services.service.service_check1': change('services.service', 'area = null, area_name = null'),
  'services.service.service_check2': change('services.service', `status = 'open', from_day = null`),
  'services.service.service_check3': change(
    'services.service',
    `status = 'closed', from_day = '2026-01-01', until_day = null`,
  ),
  'trail.link.link_check': change('trail.link', 'target = source, source_edition = null, target_edition = null'),
  'trail.link.link_check1': change('trail.link', `kind = 'setAside', reason = ' '`),
  'trail.link.link_once': twice('trail.link', 'withdrawn_at is null'),
}

/** Words of a list, ranges, patterns, not blank; and keys that a foreign key holds anyway. */
export const forms = `
cooperation.involvement.involvement_influence_check cooperation.involvement.involvement_interest_check cooperation.involvement.involvement_source_check
cooperation.involvement.involvement_state_check cooperation.seat_offer.seat_offer_actor_check
cooperation.subject_topic.subject_topic_code_check
access.purpose.purpose_fields_check access.purpose.purpose_reason_check figures.indicator.indicator_purpose_check kit.object.object_purpose_check
access.account.account_email_check access.invitation.invitation_purpose_check access.mandate.mandate_basis_check access.seal.seal_one_check access.session.session_stage_check
actors.competence.competence_area_key_check actors.competence.competence_area_name_check actors.contact.contact_confirm_months_check actors.contact.contact_deputy_email_check
actors.contact.contact_deputy_phone_check actors.contact.contact_hours_check actors.contact.contact_origin_check actors.contact.contact_reply_days_check
actors.organisation.organisation_disciplines_check actors.organisation.organisation_dissolved_because_check actors.organisation.organisation_level_check actors.organisation.organisation_signing_check
actors.position.position_discipline_check actors.position.position_title_check actors.succession.succession_because_check
access.account.account_email_check access.opening.opening_widest_check access.invitation.invitation_purpose_check access.mandate.mandate_basis_check access.seal.seal_one_check access.session.session_stage_check
actors.contact.contact_audience_check actors.contact.contact_email_check actors.contact.contact_phone_check actors.membership.membership_kind_check actors.name.name_name_check
actors.organisation.organisation_area_key_check actors.organisation.organisation_kind_check actors.organisation.organisation_legal_form_check actors.organisation.organisation_privacy_law_check
actors.organisation.organisation_short_name_check actors.organisation.organisation_side_check actors.organisation.organisation_website_check clock.setting.setting_one_check
cooperation.agreement.agreement_edition_check cooperation.body.body_area_key_check cooperation.body.body_form_check cooperation.body.body_mission_check cooperation.body.body_short_name_check
cooperation.deadlock.deadlock_effect_check cooperation.objection.objection_reason_check cooperation.rules.rules_deadlock_check cooperation.rules.rules_deadlock_days_check
cooperation.rules.rules_group_months_check cooperation.rules.rules_interim_check cooperation.rules.rules_keys_for_check cooperation.rules.rules_majority_check
cooperation.rules.rules_meets_per_year_check cooperation.rules.rules_notice_days_check cooperation.rules.rules_quorum_check cooperation.rules.rules_stand_in_check
cooperation.rules.rules_term_alarm_months_check cooperation.rules.rules_notice_strength_check cooperation.rules.rules_item_days_check cooperation.rules.rules_minutes_days_check
cooperation.rules.rules_minutes_strength_check cooperation.rules.rules_objection_days_check meetings.paper.paper_kind_check
cooperation.ballot.ballot_answer_check cooperation.candidacy.candidacy_consent_source_check cooperation.candidacy.candidacy_election_id_key cooperation.candidacy.candidacy_source_check
cooperation.election.election_because_check cooperation.election.election_majority_check cooperation.election.election_method_check cooperation.election.election_occasion_check
cooperation.election.election_role_check cooperation.election.election_source_check cooperation.election.election_status_check cooperation.round.round_abstained_check
cooperation.round.round_against_check cooperation.round.round_invalid_check cooperation.round.round_number_check cooperation.round.round_outcome_check
cooperation.round.round_struck_because_check cooperation.tally.tally_votes_check
cooperation.clause.clause_duty_check cooperation.clause.clause_number_check cooperation.clause.clause_strength_check cooperation.clause.clause_text_check
cooperation.constituency.constituency_chair_check cooperation.constituency.constituency_id_body_key cooperation.constituency.constituency_name_check cooperation.constituency.constituency_term_years_check
cooperation.signature.signature_capacity_check cooperation.signature.signature_place_check cooperation.signature.signature_source_check
cooperation.agreement.agreement_notice_months_check cooperation.agreement.agreement_notice_to_check cooperation.termination.termination_capacity_check
cooperation.termination.termination_kind_check cooperation.termination.termination_seat_answer_check cooperation.termination.termination_second_signatory_check
cooperation.termination.termination_signatory_check cooperation.termination.termination_source_check cooperation.termination.termination_taken_back_because_check
cooperation.annex.annex_title_check cooperation.party.party_signing_check cooperation.signature.signature_signatory_check privacy.opening.opening_answer_check
privacy.opening.opening_cause_check privacy.opening.opening_reason_check
cooperation.notification.notification_effect_check cooperation.notification.notification_teller_check cooperation.notification.notification_text_check
cooperation.founding.founding_content_check cooperation.founding.founding_made_check cooperation.session_day.session_day_committee_check duties.duty.duty_foresees duties.duty.duty_number duties.statement.statement_text_check
cooperation.delegation.delegation_signed_by_check cooperation.delegation.delegation_source_check cooperation.seat.seat_ended_because_check
cooperation.working_group.working_group_check1 cooperation.working_group.working_group_report_every_check cooperation.working_group.working_group_result_check cooperation.working_group.working_group_task_check
duties.duty.duty_because_text_check duties.duty.duty_needed_check duties.duty.duty_strength_check duties.reminder.reminder_stage_check
figures.answer.answer_text_check figures.answer.answer_verdict_check figures.area.area_number_key figures.area_state.area_state_area_km2_check figures.area_state.area_state_ars_check
figures.area_state.area_state_key_check figures.area_state.area_state_kind_check figures.area_state.area_state_name_check figures.area_state.area_state_population_check
figures.break.break_kind_check figures.break.break_measures_check figures.delivery.delivery_edition_check figures.delivery.delivery_kind_check figures.delivery.delivery_mark_check
figures.import_draft.import_draft_sha256_check figures.indicator.indicator_code_check figures.indicator.indicator_decimals_check figures.indicator.indicator_definition_check
figures.indicator.indicator_direction_check figures.indicator.indicator_edition_check figures.indicator.indicator_number_key figures.indicator.indicator_timing_check figures.indicator.indicator_unit_check
figures.observation.observation_mark_check figures.official_table.official_table_attribution_check figures.official_table.official_table_code_check figures.official_table.official_table_format_check
figures.official_table.official_table_number_key figures.official_table.official_table_sha256_check figures.official_table.official_table_source_check figures.slice.slice_level_check figures.slice.slice_statements_check
files.chunk.chunk_bytes_check files.chunk.chunk_position_check files.file.file_name_check files.file.file_sha256_check files.file.file_size_check journal.entry.entry_verb_check
kit.edition.edition_number_check kit.installation.installation_one_check kit.object.object_audience_check kit.object.object_kind_check kit.object.object_revision_check kit.object.object_title_check kit.reply.reply_key_check
meetings.agenda_item.agenda_item_level_check meetings.agenda_item.agenda_item_position_check meetings.agenda_item.agenda_item_title_check meetings.attendance.attendance_state_check
cooperation.seat_offer.seat_offer_answer_check meetings.vote.vote_in_favour_check meetings.vote.vote_against_check meetings.vote.vote_abstained_check
meetings.meeting.meeting_cancelled_because_check meetings.meeting.meeting_number_check meetings.meeting.meeting_status_check
planning.answer.answer_reason_check planning.decision.decision_result_check planning.decision.decision_set_aside_check planning.decision.decision_text_check planning.evidence.evidence_grade_check
planning.measure.measure_what_check planning.need.need_area_name_check planning.need.need_state_check planning.need.need_withdrawn_because_check
services.service.service_area_name_check services.service.service_capacity_check services.service.service_category_check services.service.service_status_check services.service.service_target_group_check
trail.link.link_kind_check
actors.relation.relation_field_check actors.relation.relation_kind_check actors.relation.relation_source_check actors.tag.tag_code_check actors.tag.tag_family_check
cooperation.body_topic.body_topic_code_check cooperation.contribution.contribution_kind_check cooperation.contribution.contribution_source_check cooperation.contribution.contribution_text_check
cooperation.missing_actor.missing_actor_actor_check cooperation.missing_actor.missing_actor_state_check cooperation.public_page.public_page_withdrawn_through_check`
  .split(/\s+/)
  .filter(Boolean)
  .concat(
    circulationsForms,
    minutesForms,
    pollsForms,
    registersForms,
    reformsForms,
    catalogueForms,
    boundariesForms,
    checksForms,
    concernsForms,
    gateForms,
    columnMappingsForms,
  )
