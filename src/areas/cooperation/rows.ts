// Printed from the migrated schema by tools/print-rows.ts; never edited by hand.
import type { Generated, GeneratedAlways } from 'kysely'

export type CooperationRows = {
  'cooperation.agreement': {
    id: string
    edition: Generated<number>
    preamble: Generated<string>
    review_on: string | null
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
  'cooperation.friction': {
    id: string
    seam: string
    organisation: string
    text: string
    stated_on: string
    settled_on: string | null
    settled_how: string | null
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
  }
  'cooperation.seam_review': {
    seam: string
    edition: number
    organisation: string
    on_day: string
    note: Generated<string>
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
}
