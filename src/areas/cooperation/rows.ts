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
  }
  'cooperation.annex': {
    agreement: string
    edition: number
    place: number
    title: string
    file: string
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
  'cooperation.constituency': {
    id: string
    body: string
    name: string
    chair: string | null
    term_years: number | null
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
  'cooperation.party': {
    agreement: string
    edition: number
    organisation: string
    signing: Generated<string>
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
}
