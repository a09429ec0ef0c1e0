// Printed from the migrated schema by tools/print-rows.ts; never edited by hand.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export type KitRows = {
  'access.absence': {
    id: string
    person: string
    organisation: string
    body: string | null
    from_day: string
    until_day: string
    represented_by: string | null
    recorded_by: string
    recorded_at: string
    ended_at: string | null
  }
  'access.account': {
    person: string
    email: string
    salt: Buffer | null
    proof: Buffer | null
    totp: Buffer | null
    totp_step: number | null
    totp_pending: Buffer | null
    seen: Generated<number>
    seen_before: Generated<number>
    closed_at: string | null
    created: string
  }
  'access.act_link': {
    digest: Buffer
    person: string
    organisation: string
    object: string
    created: string
    expires: string
    used_at: string | null
  }
  'access.attempt': {
    id: GeneratedAlways<number>
    email: string
    source: string
    at: string
    good: boolean
  }
  'access.first_link': {
    digest: Buffer
    created: string
  }
  'access.invitation': {
    digest: Buffer
    person: string
    email: string
    purpose: string
    created: string
    expires: string
    used_at: string | null
  }
  'access.mandate': {
    id: string
    person: string
    organisation: string
    body: string | null
    role: string
    from_day: string
    until_day: string | null
    basis: string
    granted_by: string | null
    recorded_at: string
    superseded_at: string | null
    superseded_by: string | null
  }
  'access.opening': {
    object: string
    edition: number
    widest: string
    at: string
  }
  'access.purpose': {
    id: string
    organisation: string
    body: string
    fields: string[]
    reason: string
    bound_by: string
    recorded_at: string
    superseded_at: string | null
  }
  'access.seal': {
    one: Generated<boolean>
    secret: string
  }
  'access.session': {
    id: string
    digest: Buffer
    previous: Buffer | null
    person: string
    created: string
    renewed: string
    expires: string
    stage: Generated<string>
  }
  'clock.setting': {
    one: Generated<boolean>
    instant: string | null
  }
  'duties.duty': {
    id: string
    kind: string
    debtor: string
    creditor: string
    subject: string | null
    because: string | null
    because_edition: number | null
    because_text: string
    strength: string
    period_from: string
    period_until: string
    opens: string
    due: string
    needed: Generated<number>
    waived_on: string | null
    waived_because: string | null
    because_number: string | null
    foresees: string | null
    reasoned_on: string | null
    reasoned_because: string | null
    withdrawn_on: string | null
    withdrawn_because: string | null
    have: Generated<number>
    done_on: string | null
    settled: Generated<boolean>
  }
  'duties.evidence': {
    duty: string
    fact: string
  }
  'duties.fact': {
    id: string
    kind: string
    organisation: string
    subject: string | null
    object: string
    day: string
    about: string
    at: string
    entry: number | null
    handled_at: string | null
  }
  'duties.reminder': {
    duty: string
    stage: string
    on_day: string
    due: string
  }
  'duties.standing': {
    id: ColumnType<string, never, never>
    kind: ColumnType<string, never, never>
    debtor: ColumnType<string, never, never>
    creditor: ColumnType<string, never, never>
    subject: ColumnType<string | null, never, never>
    because: ColumnType<string | null, never, never>
    because_edition: ColumnType<number | null, never, never>
    because_text: ColumnType<string, never, never>
    strength: ColumnType<string, never, never>
    period_from: ColumnType<string, never, never>
    period_until: ColumnType<string, never, never>
    opens: ColumnType<string, never, never>
    due: ColumnType<string, never, never>
    needed: ColumnType<number, never, never>
    waived_on: ColumnType<string | null, never, never>
    waived_because: ColumnType<string | null, never, never>
    because_number: ColumnType<string | null, never, never>
    foresees: ColumnType<string | null, never, never>
    reasoned_on: ColumnType<string | null, never, never>
    reasoned_because: ColumnType<string | null, never, never>
    withdrawn_on: ColumnType<string | null, never, never>
    withdrawn_because: ColumnType<string | null, never, never>
    have: ColumnType<number, never, never>
    done_on: ColumnType<string | null, never, never>
    settled: ColumnType<boolean, never, never>
    planned: ColumnType<number | null, never, never>
    state: ColumnType<string | null, never, never>
  }
  'duties.statement': {
    id: string
    duty: string
    organisation: string
    day: string
    text: string
    at: string
  }
  'files.chunk': {
    sha256: Buffer
    position: number
    bytes: Buffer
  }
  'files.file': {
    id: string
    hangs_on: string
    name: string
    type: string
    size: number
    sha256: Buffer
    fixed: Generated<boolean>
  }
  'jobs.run': {
    name: string
    day: string
    at: string
    trouble: string | null
  }
  'journal.content': {
    entry: number
    salt: Buffer
    before: unknown
    after: unknown
  }
  'journal.entry': {
    id: GeneratedAlways<number>
    xid: string
    at: string
    person: string | null
    organisation: string | null
    mandate: string | null
    verb: string
    object: string
    revision: number
    because: string | null
    many: number | null
    digest: Buffer
    number: number | null
    chain: Buffer | null
  }
  'kit.edition': {
    object: string
    number: number
    content: unknown
    at: string
    person: string | null
    organisation: string | null
  }
  'kit.installation': {
    one: Generated<boolean>
    name: Generated<string>
    demo: Generated<boolean>
    address: string | null
  }
  'kit.object': {
    id: string
    kind: string
    title: string
    owner: string | null
    body: string | null
    author: string | null
    audience: string
    readers: Generated<string[]>
    invented: Generated<boolean>
    revision: Generated<number>
    created: string
    deleted_at: string | null
    erased_at: string | null
    purpose: string | null
  }
  'kit.reply': {
    key: string
    person: string
    digest: string
    status: number | null
    body: unknown
    revision: number | null
    at: string
  }
  'mail.message': {
    id: string
    dedupe: string
    person: string | null
    organisation: string | null
    address: string | null
    template: string
    data: Generated<unknown>
    object: string | null
    created: string
    send_after: string
    sent_at: string | null
    attempts: Generated<number>
    trouble: string | null
  }
  'migration.step': {
    number: string
    name: string
    checksum: string
    ran_at: string
  }
  'privacy.opening': {
    id: string
    person: string
    organisation: string
    cause: string
    from_day: string
    until_day: string
    asked_by: string
    second: string
    asked_at: string
    answer: string | null
    reason: string | null
    answered_at: string | null
    closes_on: string | null
  }
  'search.entry': {
    object: string
    title: string
    text: Generated<string>
    words: GeneratedAlways<string | null>
  }
  'trail.link': {
    id: string
    kind: string
    source: string
    source_edition: number | null
    target: string
    target_edition: number | null
    at: string
    person: string | null
    organisation: string | null
    mandate: string | null
    reason: string | null
    withdrawn_at: string | null
  }
}
