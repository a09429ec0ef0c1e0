// The data catalogue of the whole house: what the kit holds, and what the areas hold about persons. A test compares it with the migrated schema.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { type Held, held, kitCatalogue } from '#kit/privacy/catalogue.ts'
import type { Law } from '#kit/privacy/contract.ts'

export const catalogue: readonly Held[] = [
  ...kitCatalogue,
  held('actors.contact', 'mandates', 'contact', 'members', {
    identity: 'person deputy',
    contact: 'email phone deputy_email deputy_phone',
    content: 'hours',
    technical:
      'id organisation audience reply_days confirm_months origin confirmed_on named_on recorded_at superseded_at',
  }),
  held('actors.confirmation', 'mandates', 'invitation', 'nobody', {
    identity: 'person',
    secret: 'digest',
    technical: 'contact created expires used_at',
  }),
  held('meetings.feed', 'access', 'feed', 'self', {
    identity: 'person',
    secret: 'digest',
    technical: 'id organisation made_at ended_at',
  }),
  held('meetings.answer_link', 'access', 'poll', 'nobody', {
    identity: 'person',
    secret: 'digest',
    technical: 'object organisation guest created ended_at',
  }),
  held('meetings.poll_guest', 'cooperation', 'poll', 'asObject', {
    identity: 'name',
    contact: 'address',
    technical: 'id poll',
  }),
  held('actors.position', 'mandates', 'mandate', 'self', {
    identity: 'person',
    conduct: 'title discipline valid_from valid_until',
    technical: 'id organisation unit recorded_at superseded_at',
  }),
  held('actors.import_draft', 'mandates', 'draft', 'importer', {
    identity: 'person',
    content: 'file_name content',
    technical: 'id organisation created',
  }),
  held('actors.relation', 'cooperation', 'record', 'members', {
    content: 'about source',
    technical: 'id organisation target kind field stated_by stated_on valid_from valid_until recorded_at superseded_at',
  }),
  held('cooperation.contribution', 'cooperation', 'record', 'asObject', {
    content: 'text source',
    technical: 'id body organisation kind recorded_on recorded_at superseded_at',
  }),
  held('cooperation.missing_actor', 'cooperation', 'record', 'asObject', {
    content: 'note',
    technical: 'id body actor state organisation recorded_on recorded_at superseded_at',
  }),
  held('cooperation.involvement', 'cooperation', 'record', 'asObject', {
    content: 'contribution source',
    technical: 'id about organisation own influence interest state stated_by recorded_on recorded_at superseded_at',
  }),
  held('cooperation.signature', 'cooperation', 'record', 'asObject', {
    identity: 'person signatory recorded_by',
    conduct: 'day place capacity',
    content: 'source scan',
    technical: 'id agreement edition organisation recorded_at',
  }),
  held('cooperation.termination', 'cooperation', 'record', 'asObject', {
    identity: 'person second signatory second_signatory recorded_by taken_back_by answered_by',
    conduct: 'declared_on second_on capacity taken_back_on answered_on',
    content: 'reason source taken_back_because',
    technical: 'id agreement edition organisation kind effective_on seat_answer recorded_at',
  }),
  held('cooperation.constitution', 'cooperation', 'record', 'asObject', {
    identity: 'recorded_by',
    technical: 'body day file object edition recorded_at',
  }),
  held('cooperation.notification', 'cooperation', 'record', 'asObject', {
    identity: 'teller',
    content: 'text',
    technical: 'id body duty organisation told_on effect recorded_at',
  }),
  held('cooperation.seat_offer', 'cooperation', 'record', 'asObject', {
    identity: 'offered_by',
    content: 'message',
    technical:
      'id body organisation unit constituency guest from_day offered_at duty answer answered_on seat about actor',
  }),
  held('cooperation.founding', 'cooperation', 'draft', 'self', {
    content: 'content',
    technical: 'id made changed_at finished_on',
  }),
  held('meetings.vote', 'cooperation', 'record', 'asObject', {
    identity: 'recorded_by',
    technical: 'item meeting body rules entitled present in_favour against abstained carried recorded_at',
  }),
  held('cooperation.release', 'cooperation', 'record', 'asObject', {
    identity: 'person on_behalf',
    conduct: 'at',
    technical: 'object edition body organisation mandate constituency',
  }),
  held('cooperation.objection', 'cooperation', 'record', 'asObject', {
    identity: 'person',
    conduct: 'at',
    content: 'reason',
    technical: 'object edition body organisation mandate',
  }),
  held('cooperation.seam_release', 'cooperation', 'record', 'asObject', {
    identity: 'person',
    conduct: 'at',
    technical: 'seam edition organisation side',
  }),
  held('cooperation.delegation', 'mandates', 'record', 'asObject', {
    identity: 'person deputy signed_by',
    conduct: 'signed_on',
    content: 'source',
    technical: 'id body organisation from_day until_day mandate deputy_mandate',
  }),
  held('cooperation.stand_in', 'mandates', 'mandate', 'asObject', {
    identity: 'chair deputy',
    technical: 'id body organisation deputy_organisation named_at ended_at',
  }),
  held('cooperation.election', 'cooperation', 'record', 'asObject', {
    content: 'source because',
    technical:
      'id body constituency role occasion day term_from term_until method majority status elected settled_on mandate',
  }),
  held('cooperation.candidacy', 'cooperation', 'record', 'asObject', {
    identity: 'person recorded_by',
    conduct: 'consented_on withdrawn_on',
    content: 'source consent_source',
    technical: 'id election organisation proposed_by recorded_at',
  }),
  held('cooperation.round', 'cooperation', 'record', 'asObject', {
    identity: 'recorded_by lot_by witness',
    content: 'struck_because',
    technical:
      'election number runoff day entitled present against abstained invalid outcome lot lot_for witness_for recorded_for recorded_at',
  }),
  held('figures.answer', 'cooperation', 'record', 'asObject', {
    identity: 'person',
    conduct: 'verdict at',
    content: 'text',
    technical: 'id delivery organisation',
  }),
  held('figures.review', 'cooperation', 'record', 'asObject', {
    identity: 'person',
    conduct: 'step at',
    content: 'text',
    technical: 'number id delivery edition organisation',
  }),
  held('figures.guarded_content', 'cooperation', 'record', 'asObject', {
    content: 'file_name rows',
    technical: 'guarded edition from_day until_day recorded_at',
  }),
  held('figures.protection', 'cooperation', 'record', 'asObject', {
    identity: 'proposed_by',
    conduct: 'proposed_at',
    content: 'result',
    technical:
      'number id guarded edition threshold after audience body state ordered_at began_at ended_at stop hidden fault',
  }),
  held('figures.release', 'cooperation', 'record', 'asObject', {
    identity: 'released_by',
    conduct: 'released_at withdrawn_at',
    content: 'reason cells certificate system',
    technical:
      'number id protection guarded edition threshold dimensions trees definition from_day until_day audience body hidden',
  }),
  held('figures.import_draft', 'cooperation', 'draft', 'importer', {
    identity: 'person',
    content: 'file_name bytes preview mapping',
    technical: 'id organisation sha256 created',
  }),
  held('services.service', 'cooperation', 'object', 'asObject', {
    contact: 'contact',
    content: 'description target_group opening',
    technical: 'id category area area_name address capacity capacity_unit status from_day until_day answers',
  }),
]

/** Columns whose names make one think of a person, and why they are not about one. */
export const impersonal: Readonly<Record<string, string>> = {
  'access.seal.secret': 'the secret of the installation',
  'kit.installation.name': 'the name of the installation',
  'kit.installation.address': 'where the installation is reached',
  'jobs.run.name': 'the name of a run',
  'actors.name.name': 'the name of an organisation',
  'actors.competence.area_name': 'the name of an area',
  'actors.organisation.short_name': 'the name of an organisation',
  'cooperation.rules.secret_ballot': 'whether the rules of a body allow it',
  'cooperation.body.short_name': 'the name of a body',
  'cooperation.constituency.name': 'the name of a group of organisations',
  'actors.provision.name': 'the name of an organisation',
  'actors.responsibility.source': 'the law or publication in which it stands',
  'actors.responsibility.source_url': 'the address of that publication',
  'cooperation.comparison.left_name': 'the name of an institution',
  'cooperation.comparison.right_name': 'the name of an institution',
  'figures.area_state.name': 'the name of an area',
  'figures.area_state.source': 'an official source',
  'figures.reform.source': 'an official source',
  'figures.break.source': 'an official source',
  'figures.indicator.source': 'an official source',
  'figures.official_table.source': 'an official source',
  'figures.official_table.file_name': 'the name of an official file',
  'planning.need.area_name': 'the name of an area',
  'meetings.concern.area_name': 'the name of an area',
  'meetings.concern_drop.area_name': 'the name of an area',
  'meetings.backlog.token': 'the link of a body, the same for everybody',
  'planning.measure.area_name': 'the name of an area',
  'planning.evidence.source': 'the object that is evidence',
  'planning.evidence.source_edition': 'the edition of that object',
}

/** The law under which an organisation processes; the church laws apply to church bodies (Art. 91 DSGVO). */
export async function lawOf(db: Database, organisation: string): Promise<Law> {
  const { rows } = await sql<{
    law: Law
  }>`select privacy_law as law from actors.organisation where id = ${organisation}`.execute(db)
  return rows[0]?.law ?? 'DSGVO'
}
