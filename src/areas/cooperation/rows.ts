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
