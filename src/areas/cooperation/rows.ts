// Printed from the migrated schema by tools/print-rows.ts; never edited by hand.
import type { Generated, GeneratedAlways } from 'kysely'

export type CooperationRows = {
  'cooperation.agreement': {
    id: string
    edition: Generated<number>
    preamble: Generated<string>
    review_on: string | null
    ends_on: string | null
    notice: Generated<string>
    sign_by: string | null
    notice_months: number | null
    notice_to: string | null
    extraordinary: Generated<boolean>
  }
  'cooperation.annex': {
    agreement: string
    edition: number
    place: number
    title: string
    file: string
  }
  'cooperation.ballot': {
    id: string
    election: string
    number: number
    mark: Buffer | null
    answer: string
    candidacy: string | null
  }
  'cooperation.ballot_draw': {
    election: string
    number: number
    seat: string
  }
  'cooperation.ballot_key': {
    election: string
    number: number
    modulus: number
    exponent: number | null
  }
  'cooperation.body': {
    id: string
    short_name: string
    mission: string
    form: string
    votes: GeneratedAlways<boolean>
    keys: Generated<number>
    founded_on: string
    area_key: string | null
    dissolved_on: string | null
  }
  'cooperation.body_topic': {
    body: string
    code: string
  }
  'cooperation.candidacy': {
    id: string
    election: string
    person: string
    organisation: string
    proposed_by: string
    source: string | null
    consented_on: string | null
    consent_source: string | null
    withdrawn_on: string | null
    recorded_by: string
    recorded_at: string
  }
  'cooperation.clause': {
    agreement: string
    edition: number
    number: string
    place: number
    heading: Generated<string>
    text: string
    strength: string
    duty: unknown
  }
  'cooperation.comparison': {
    id: string
    left_name: string
    left_law: string
    right_name: string
    right_law: string
    note: Generated<string>
    checked_on: string | null
  }
  'cooperation.comparison_row': {
    comparison: string
    place: number
    aspect: string
    left_text: Generated<string>
    left_basis: Generated<string>
    right_text: Generated<string>
    right_basis: Generated<string>
  }
  'cooperation.constituency': {
    id: string
    body: string
    name: string
    chair: string | null
    term_years: number | null
  }
  'cooperation.constitution': {
    body: string
    day: string
    file: string | null
    object: string | null
    edition: number | null
    recorded_by: string
    recorded_at: string
  }
  'cooperation.contribution': {
    id: string
    body: string
    organisation: string
    kind: string
    text: string
    source: string | null
    recorded_on: string
    recorded_at: string
    superseded_at: string | null
  }
  'cooperation.deadlock': {
    object: string
    edition: number
    body: string
    effect: string
    on_day: string
  }
  'cooperation.delegation': {
    id: string
    body: string
    organisation: string
    person: string
    deputy: string | null
    from_day: string
    until_day: string | null
    signed_by: string
    signed_on: string
    source: string | null
    mandate: string
    deputy_mandate: string | null
  }
  'cooperation.election': {
    id: string
    body: string
    constituency: string
    role: string
    occasion: string
    day: string
    term_from: string
    term_until: string
    method: string
    majority: string
    status: Generated<string>
    elected: string | null
    settled_on: string | null
    source: string | null
    because: string | null
    mandate: string | null
  }
  'cooperation.founding': {
    id: string
    content: unknown
    made: Generated<unknown>
    changed_at: string
    finished_on: string | null
  }
  'cooperation.friction': {
    id: string
    seam: string
    organisation: string
    text: string
    stated_on: string
    settled_on: string | null
    settled_how: string | null
  }
  'cooperation.interim': {
    mandate: string
    body: string
    constituency: string
  }
  'cooperation.involvement': {
    id: string
    about: string
    organisation: string
    own: boolean
    influence: string | null
    interest: string | null
    contribution: Generated<string>
    state: string | null
    source: string | null
    stated_by: string
    recorded_on: string
    recorded_at: string
    superseded_at: string | null
  }
  'cooperation.missing_actor': {
    id: string
    body: string
    actor: string
    state: string
    organisation: string | null
    note: Generated<string>
    recorded_on: string
    recorded_at: string
    superseded_at: string | null
  }
  'cooperation.notification': {
    id: string
    body: string
    duty: string
    organisation: string
    teller: string
    told_on: string
    effect: string
    text: string
    recorded_at: string
  }
  'cooperation.objection': {
    object: string
    edition: number
    body: string
    person: string
    organisation: string
    mandate: string
    reason: string
    at: string
  }
  'cooperation.party': {
    agreement: string
    edition: number
    organisation: string
    signing: Generated<string>
  }
  'cooperation.public_page': {
    id: string
    body: string
    withdrawn_through: Generated<number>
  }
  'cooperation.publication': {
    id: string
    object: string
    edition: number
  }
  'cooperation.release': {
    object: string
    edition: number
    body: string
    person: string
    organisation: string
    mandate: string
    at: string
    on_behalf: string | null
    constituency: string | null
  }
  'cooperation.round': {
    election: string
    number: number
    runoff: boolean
    day: string
    entitled: number
    present: number
    against: number
    abstained: number
    invalid: number
    outcome: string
    lot: string | null
    lot_by: string | null
    lot_for: string | null
    witness: string | null
    witness_for: string | null
    struck_because: string | null
    recorded_by: string
    recorded_for: string
    recorded_at: string
  }
  'cooperation.rules': {
    body: string
    edition: number
    object: string
    valid_from: string
    meets_per_year: number
    notice_days: number
    quorum: string
    majority: string
    keys_for: string[]
    stand_in: Generated<string>
    deadlock_days: number | null
    deadlock: string | null
    secret_ballot: Generated<boolean>
    term_alarm_months: Generated<number>
    interim: string
    group_months: number | null
    text: Generated<string>
    agreement: string | null
    agreement_edition: number | null
    notice_strength: Generated<string>
    item_days: number | null
    minutes_days: number | null
    minutes_strength: Generated<string>
    binds_from: string | null
    objection_days: Generated<number>
    circulation_days: number | null
    circulation_majority: string | null
    circulation_to_meeting: boolean | null
  }
  'cooperation.seam': {
    id: string
    owner_a: string
    owner_b: string
  }
  'cooperation.seam_edition': {
    seam: string
    number: number
    subject: string
    basis_a: Generated<string>
    basis_b: Generated<string>
    handover: Generated<unknown>
    procedure: Generated<string>
    review_months: Generated<number>
    revision: Generated<number>
    offered_on: string | null
  }
  'cooperation.seam_link': {
    seam: string
    object: string
  }
  'cooperation.seam_release': {
    seam: string
    edition: number
    organisation: string
    person: string
    at: string
    side: string
  }
  'cooperation.seam_review': {
    seam: string
    edition: number
    organisation: string
    on_day: string
    note: Generated<string>
    side: string
  }
  'cooperation.seat': {
    id: string
    body: string
    organisation: string
    unit: string | null
    constituency: string | null
    voting: Generated<boolean>
    valid_from: string
    valid_until: string | null
    recorded_at: string
    superseded_at: string | null
    guest: Generated<boolean>
    continues: string | null
    doubles: string | null
    kept: Generated<boolean>
    ended_because: string | null
  }
  'cooperation.seat_offer': {
    id: string
    body: string
    organisation: string
    unit: string | null
    constituency: string | null
    guest: Generated<boolean>
    from_day: string
    offered_by: string
    offered_at: string
    duty: string | null
    answer: string | null
    answered_on: string | null
    seat: string | null
    about: string | null
    actor: string | null
    message: Generated<string>
  }
  'cooperation.session_day': {
    body: string
    committee: string
    day: string
  }
  'cooperation.signature': {
    id: string
    agreement: string
    edition: number
    organisation: string
    day: string
    place: string
    capacity: string
    person: string | null
    source: string | null
    recorded_by: string
    recorded_at: string
    signatory: string | null
    scan: string | null
  }
  'cooperation.stand_in': {
    id: string
    body: string
    chair: string
    organisation: string
    deputy: string
    deputy_organisation: string
    named_at: string
    ended_at: string | null
  }
  'cooperation.subject_topic': {
    about: string
    code: string
  }
  'cooperation.tally': {
    election: string
    number: number
    candidacy: string
    votes: number
    again: Generated<boolean>
  }
  'cooperation.termination': {
    id: string
    agreement: string
    edition: number
    organisation: string
    kind: string
    declared_on: string
    effective_on: string
    reason: Generated<string>
    capacity: string
    person: string | null
    signatory: string | null
    second: string | null
    second_on: string | null
    second_signatory: string | null
    source: string | null
    recorded_by: string
    recorded_at: string
    taken_back_on: string | null
    taken_back_by: string | null
    taken_back_because: string | null
    seat_answer: string | null
    answered_by: string | null
    answered_on: string | null
  }
  'cooperation.working_group': {
    body: string
    parent: string
    mandate: string
    edition: number
    task: string
    result: string
    lead: string
    report_to: string
    report_every: number | null
    until_day: string
    closed_on: string | null
  }
}
