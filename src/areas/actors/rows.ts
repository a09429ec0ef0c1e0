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
  'actors.correction': {
    id: string
    task: string
    entry: string | null
    organisation: string
    proposal: unknown
    reason: string
    stated_on: string
    decision: string | null
    decided_on: string | null
    answer: string | null
  }
  'actors.guarantee': {
    id: string
    task: string
    organisation: string
    area_key: string | null
    since: string
    ended_on: string | null
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
  'actors.provision': {
    id: string
    guarantee: string
    organisation: string | null
    name: string
    valid_from: string
    valid_until: string | null
    recorded_at: string
    superseded_at: string | null
  }
  'actors.responsibility': {
    id: string
    task: string
    role: string
    level: string
    bearer: string
    organisation: string | null
    jointly: Generated<boolean>
    area_key: string | null
    valid_from: string | null
    valid_until: string | null
    basis: string
    source: string
    source_url: string | null
    checked_on: string | null
    note: Generated<string>
    recorded_at: string
    superseded_at: string | null
  }
  'actors.task': {
    id: string
    law: string
    clause: string
    strength: string
    situations: Generated<string[]>
    summary: Generated<string>
  }
}
