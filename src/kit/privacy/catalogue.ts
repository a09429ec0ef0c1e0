// The data catalogue as data: every table that holds something about persons, with every column, why, how long and who sees it.
// The record of processing and the draft assessment are printed from it; a test compares it with the migrated schema.
export type Activity = 'access' | 'mandates' | 'cooperation' | 'record' | 'mail' | 'files'
/** identity: names or stands for a person. contact: reaches a person. secret: proves who somebody is. conduct: what somebody did in office.
 * content: free text in which a person may occur. technical: says nothing by itself. */
export type Nature = 'identity' | 'contact' | 'secret' | 'conduct' | 'content' | 'technical'
export type Kept =
  | 'account'
  | 'session'
  | 'attempt'
  | 'invitation'
  | 'mandate'
  | 'object'
  | 'record'
  | 'reply'
  | 'mail'
  | 'contact'
  | 'draft'
  | 'absence'
  | 'feed'
  | 'poll'
export type SeenBy = 'self' | 'nobody' | 'members' | 'asObject' | 'recipient' | 'importer' | 'openers'

export type Held = {
  /** schema.table */
  table: string
  activity: Activity
  kept: Kept
  seen: SeenBy
  columns: Readonly<Record<string, Nature>>
}

const columns = (list: Partial<Record<Nature, string>>): Record<string, Nature> =>
  Object.fromEntries(
    Object.entries(list).flatMap(([nature, names]) => names.split(' ').map((name) => [name, nature as Nature])),
  )

/** Short form: natures with the names of their columns. */
export const held = (
  table: string,
  activity: Activity,
  kept: Kept,
  seen: SeenBy,
  list: Partial<Record<Nature, string>>,
): Held => ({
  table,
  activity,
  kept,
  seen,
  columns: columns(list),
})

export const kitCatalogue: readonly Held[] = [
  held('privacy.opening', 'record', 'record', 'openers', {
    identity: 'person asked_by second',
    content: 'cause reason',
    technical: 'id organisation from_day until_day asked_at answer answered_at closes_on',
  }),
  held('access.act_link', 'access', 'invitation', 'nobody', {
    identity: 'person',
    secret: 'digest',
    technical: 'organisation object created expires used_at',
  }),
  held('access.account', 'access', 'account', 'self', {
    identity: 'person',
    contact: 'email',
    secret: 'salt proof totp totp_step totp_pending',
    conduct: 'seen seen_before',
    technical: 'closed_at created',
  }),
  held('access.session', 'access', 'session', 'nobody', {
    identity: 'person',
    secret: 'digest previous',
    technical: 'id created renewed expires stage',
  }),
  held('access.attempt', 'access', 'attempt', 'nobody', { contact: 'email', technical: 'id source at good' }),
  held('access.invitation', 'access', 'invitation', 'nobody', {
    identity: 'person',
    contact: 'email',
    secret: 'digest',
    technical: 'purpose created expires used_at',
  }),
  held('access.mandate', 'mandates', 'mandate', 'members', {
    identity: 'person granted_by',
    conduct: 'role from_day until_day',
    content: 'basis',
    technical: 'id organisation body recorded_at superseded_at superseded_by',
  }),
  held('access.absence', 'mandates', 'absence', 'members', {
    identity: 'person represented_by recorded_by',
    conduct: 'from_day until_day',
    technical: 'id organisation body recorded_at ended_at',
  }),
  held('kit.object', 'cooperation', 'object', 'asObject', {
    identity: 'author readers',
    content: 'title',
    technical: 'id kind owner body audience purpose invented revision created deleted_at erased_at',
  }),
  held('kit.edition', 'cooperation', 'object', 'asObject', {
    identity: 'person',
    content: 'content',
    technical: 'object number at organisation',
  }),
  held('kit.reply', 'cooperation', 'reply', 'nobody', {
    identity: 'person',
    content: 'body',
    technical: 'key digest status revision at',
  }),
  held('journal.entry', 'record', 'record', 'asObject', {
    identity: 'person',
    conduct: 'verb at',
    technical: 'id xid organisation mandate object revision because many digest number chain',
  }),
  held('journal.content', 'record', 'record', 'asObject', { content: 'before after', technical: 'entry salt' }),
  held('trail.link', 'record', 'record', 'asObject', {
    identity: 'person',
    conduct: 'kind at',
    content: 'reason',
    technical: 'id source source_edition target target_edition organisation mandate withdrawn_at',
  }),
  held('mail.message', 'mail', 'mail', 'recipient', {
    identity: 'person',
    contact: 'address',
    secret: 'data',
    technical: 'id dedupe organisation template object created send_after sent_at attempts trouble',
  }),
  held('files.file', 'files', 'object', 'asObject', {
    content: 'name',
    technical: 'fixed id hangs_on type size sha256',
  }),
  held('files.chunk', 'files', 'object', 'asObject', { content: 'bytes', technical: 'sha256 position' }),
  held('search.entry', 'cooperation', 'object', 'asObject', { content: 'title text words', technical: 'object' }),
]

/** Names of columns that make one think of a person. */
export const personal =
  /(^|_)(e?mail|phone|fax|address|person|persons|author|deputy|contact|birth|name|(granted|recorded|created|made|signed|sent)_by|signature|readers|totp|proof|secret|source)($|_)/

export type Column = { table: string; column: string }
/** What a schema and a catalogue do not agree on, in sentences. `impersonal`: schema.table.column → why it is not about persons. */
export function disagreements(
  schema: readonly Column[],
  catalogue: readonly Held[],
  impersonal: Readonly<Record<string, string>>,
): string[] {
  const faults: string[] = []
  const listed = new Map(catalogue.map((entry) => [entry.table, entry]))
  const there = new Set(schema.map(({ table, column }) => `${table}.${column}`))
  for (const { table, column } of schema) {
    const entry = listed.get(table)
    if (entry && !(column in entry.columns)) faults.push(`${table}.${column} is missing from the data catalogue`)
    if (!entry && personal.test(column) && !(`${table}.${column}` in impersonal))
      faults.push(
        `${table}.${column} looks personal: list its table in the data catalogue, or say in impersonal why it is not`,
      )
  }
  for (const { table, columns } of catalogue)
    for (const column of Object.keys(columns))
      if (!there.has(`${table}.${column}`))
        faults.push(`${table}.${column} is in the data catalogue, but not in the schema`)
  for (const name of Object.keys(impersonal))
    if (!there.has(name)) faults.push(`${name} is called impersonal, but is not in the schema`)
  return faults
}
