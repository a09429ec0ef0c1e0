// Printed from the migrated schema by tools/print-rows.ts; never edited by hand.
import type { ColumnType, Generated } from 'kysely'

export type ActorsRows = {
  'actors.competence': {
    id: string
    organisation: string
    area_key: string
    area_name: string | null
    valid_from: string | null
    valid_until: string | null
    recorded_at: string
    superseded_at: string | null
  }
  'actors.confirmation': {
    digest: Buffer
    contact: string
    person: string
    created: string
    expires: string
    used_at: string | null
  }
  'actors.contact': {
    id: string
    organisation: string
    person: string
    deputy: string | null
    email: string | null
    phone: string | null
    audience: string
    confirmed_on: string | null
    recorded_at: string
    superseded_at: string | null
    deputy_email: string | null
    deputy_phone: string | null
    hours: string | null
    reply_days: number | null
    confirm_months: Generated<number>
    origin: Generated<string>
    named_on: Generated<string>
  }
  'actors.contact_today': {
    id: ColumnType<string, never, never>
    organisation: ColumnType<string, never, never>
    person: ColumnType<string, never, never>
    deputy: ColumnType<string | null, never, never>
    handed_over: ColumnType<boolean | null, never, never>
    email: ColumnType<string | null, never, never>
    phone: ColumnType<string | null, never, never>
    deputy_email: ColumnType<string | null, never, never>
    deputy_phone: ColumnType<string | null, never, never>
    hours: ColumnType<string | null, never, never>
    reply_days: ColumnType<number | null, never, never>
    confirm_months: ColumnType<number, never, never>
    audience: ColumnType<string, never, never>
    confirmed_on: ColumnType<string | null, never, never>
    named_on: ColumnType<string, never, never>
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
  'actors.import_draft': {
    id: string
    person: string
    organisation: string
    file_name: string
    content: unknown
    created: string
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
    level: string | null
    disciplines: Generated<string[]>
    signing: Generated<string>
    dissolved_on: string | null
    dissolved_because: string | null
  }
  'actors.position': {
    id: string
    person: string
    organisation: string
    unit: string | null
    title: string
    discipline: string | null
    valid_from: string
    valid_until: string | null
    recorded_at: string
    superseded_at: string | null
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
    field: string | null
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
  'actors.succession': {
    id: string
    predecessor: string
    successor: string
    day: string
    because: string
    recorded_at: string
  }
  'actors.tag': {
    organisation: string
    family: string
    code: string
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
