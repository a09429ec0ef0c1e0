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
  'cooperation.constituency': {
    id: string
    body: string
    name: string
    chair: string | null
    term_years: number | null
  }
  'cooperation.deadlock': {
    object: string
    edition: number
    body: string
    effect: string
    on_day: string
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
}
