// Printed from the migrated schema by tools/print-rows.ts; never edited by hand.
import type { Generated, GeneratedAlways } from 'kysely'

export type CooperationRows = {
  'cooperation.agreement': {
    id: string
    edition: Generated<number>
    preamble: Generated<string>
    review_on: string | null
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
  'cooperation.constituency': {
    id: string
    body: string
    name: string
    chair: string | null
    term_years: number | null
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
  'cooperation.interim': {
    mandate: string
    body: string
    constituency: string
  }
  'cooperation.party': {
    agreement: string
    edition: number
    organisation: string
  }
  'cooperation.release': {
    object: string
    edition: number
    body: string
    person: string
    organisation: string
    mandate: string
    at: string
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
  }
  'cooperation.tally': {
    election: string
    number: number
    candidacy: string
    votes: number
    again: Generated<boolean>
  }
}
