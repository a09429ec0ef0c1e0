// Printed from the migrated schema by tools/print-rows.ts; never edited by hand.
import type { Generated } from 'kysely'

export type ActorsRows = {
  'actors.contact': {
    id: string
    organisation: string
    person: string
    deputy: string | null
    email: string | null
    phone: string | null
    audience: string
    confirmed_on: string
    recorded_at: string
    superseded_at: string | null
  }
  'actors.membership': {
    id: string
    organisation: string
    parent: string
    kind: string
    valid_from: string | null
    valid_until: string | null
    recorded_at: string
    superseded_at: string | null
  }
  'actors.name': {
    id: string
    organisation: string
    name: string
    valid_from: string | null
    valid_until: string | null
    recorded_at: string
    superseded_at: string | null
  }
  'actors.organisation': {
    id: string
    kind: string
    side: string
    legal_form: string | null
    short_name: string | null
    area_key: string | null
    privacy_law: string
    website: string | null
    example: Generated<boolean>
  }
  'actors.relation': {
    id: string
    organisation: string
    target: string | null
    kind: string
    about: Generated<string>
    source: string
    stated_by: string
    stated_on: string
    valid_from: string
    valid_until: string | null
    recorded_at: string
    superseded_at: string | null
  }
  'actors.tag': {
    organisation: string
    family: string
    code: string
  }
}
