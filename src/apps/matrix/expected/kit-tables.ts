// Expected rights on the kit's other tables. Written by hand.
import type { SqlCase, SqlMatrix, TableMatrix } from '../shapes.ts'
import { settling } from './duties.ts'
import { acting, home, sent } from './groups.ts'

const closed = (worker: string): TableMatrix => ({
  select: 'closed',
  insert: 'closed',
  update: 'closed',
  delete: 'closed',
  worker,
})
const row = (
  on: string,
  table: string,
  where: (id: Readonly<Record<string, string>>) => string,
  allowed: string,
): SqlCase => ({
  on,
  sql: (w) => `select from ${table} where ${where(w.id)}`,
  expect: allowed === 'rest' ? { allowed } : allowed ? { allowed, none: 'rest' } : { none: 'rest' },
})
const readOnly = (select: readonly SqlCase[], worker: string): TableMatrix => ({
  select,
  insert: 'closed',
  update: 'closed',
  delete: 'closed',
  worker,
})
const inTheBody = `${home} ${sent}`

const edition = (on: string, values: (me: string, own: string) => string, allowed: string): SqlCase => ({
  on,
  expect: allowed ? { allowed, denied: 'rest' } : { denied: 'rest' },
  sql: (w, me) => `insert into kit.edition (object, number, content, person, organisation, at)
    values ('${w.id.internal}', 2, '{}', ${values(`'${me.person ?? w.id.root}'`, `'${me.organisation ?? w.id.county}'`).replaceAll('§', w.id.strangers!)})`,
})
const link = (
  on: string,
  source: string,
  target: string,
  allowed: string,
  more: { person?: string; mandate?: string } = {},
): SqlCase => ({
  on,
  expect: allowed ? { allowed, denied: 'rest' } : { denied: 'rest' },
  sql: (
    w,
    me,
  ) => `insert into trail.link (id, kind, source, target, at, person, organisation, mandate) values (gen_random_uuid(), 'evidenceFor', '${w.id[source]}', '${w.id[target]}',
    clock.now(), '${more.person ? w.id[more.person] : (me.person ?? w.id.root)}', '${me.organisation ?? w.id.county}', ${more.mandate ? `'${w.id[more.mandate]}'` : 'null'})`,
})
const waive = (on: string, set: string, expect: SqlCase['expect']): SqlCase => ({
  on,
  sql: (w) => `update duties.duty set ${set} where id = '${w.id.duty}'`,
  expect,
})

export const kitTables: SqlMatrix = {
  'kit.installation': readOnly([row('the one row', 'kit.installation', () => 'true', 'rest')], 'select'),
  'kit.edition': {
    select: [
      row('of something internal', 'kit.edition', (id) => `object = '${id.internal}'`, home),
      row('of something public', 'kit.edition', (id) => `object = '${id.public}'`, 'rest'),
    ],
    insert: [
      edition('of something internal', (me, own) => `${me}, ${own}, clock.now()`, home),
      edition('in the name of another organisation', (me) => `${me}, '§', clock.now()`, ''),
      edition('as of last year', (me, own) => `${me}, ${own}, '2026-01-01'`, ''),
      edition('by nobody', (_, own) => `null, ${own}, clock.now()`, ''),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select insert',
  },
  'kit.reply': {
    select: [row('to the planner', 'kit.reply', (id) => `person = '${id.plannerPerson}'`, 'planner')],
    insert: [
      {
        on: 'to oneself',
        sql: (w, me) =>
          `insert into kit.reply (person, key, digest, at) values ('${me.person ?? w.id.root}', 'probe-key-1', '', clock.now())`,
        expect: { denied: 'visitor ended future', allowed: 'rest' },
      },
      {
        on: 'to another',
        sql: (w) =>
          `insert into kit.reply (person, key, digest, at) values ('${w.id.root}', 'probe-key-1', '', clock.now())`,
        expect: { denied: 'rest' },
      },
    ],
    update: [
      {
        on: 'to the planner',
        sql: (w) => `update kit.reply set status = 200 where person = '${w.id.plannerPerson}'`,
        expect: { allowed: 'planner', none: 'rest' },
      },
      {
        on: 'to the planner, over to another',
        sql: (w) => `update kit.reply set person = '${w.id.root}' where person = '${w.id.plannerPerson}'`,
        expect: { denied: 'planner', none: 'rest' },
      },
    ],
    delete: 'closed',
    worker: 'select delete',
  },

  'access.account': {
    ...readOnly(
      [
        row('of the planner', 'access.account', (id) => `person = '${id.plannerPerson}'`, 'planner'),
        row('of somebody else', 'access.account', (id) => `person = '${id.root}'`, ''),
      ],
      'select',
    ),
    columns: { select: 'person seen seen_before created closed_at' },
  },
  'access.session': closed('select delete'),
  'access.invitation': closed('select delete'),
  'access.attempt': closed('select delete'),
  'access.seal': closed(''),
  'access.first_link': closed(''),

  'journal.entry': readOnly(
    [
      row('about something internal', 'journal.entry', (id) => `object = '${id.internal}'`, home),
      row('about something in the body', 'journal.entry', (id) => `object = '${id.inBody}'`, inTheBody),
      row('about something public', 'journal.entry', (id) => `object = '${id.public}'`, acting),
    ],
    'select',
  ),
  'journal.content': readOnly(
    [
      row(
        'about something internal',
        'journal.content c join journal.entry e on e.id = c.entry',
        (id) => `e.object = '${id.internal}'`,
        home,
      ),
      row(
        'about something in the body',
        'journal.content c join journal.entry e on e.id = c.entry',
        (id) => `e.object = '${id.inBody}'`,
        'admin head planner staff chair office',
      ),
      row(
        'about something public',
        'journal.content c join journal.entry e on e.id = c.entry',
        (id) => `e.object = '${id.public}'`,
        home,
      ),
    ],
    'select',
  ),

  'mail.message': closed('select insert update delete'),
  'clock.setting': closed(''),
  'jobs.run': closed('select insert update'),
  'search.entry': closed(''),
  'migration.step': readOnly([row('all', 'migration.step', () => 'true', 'rest')], ''),

  'duties.duty': {
    select: [row('of the county to the body', 'duties.duty', (id) => `id = '${id.duty}'`, inTheBody)],
    insert: 'closed',
    update: [
      waive('waived today', `waived_on = clock.today(), waived_because = 'Probe'`, {
        allowed: 'chair office',
        denied: 'admin head planner staff',
        none: 'rest',
      }),
      waive('waived as of last year', `waived_on = '2026-01-01', waived_because = 'Probe'`, {
        denied: 'chair office admin head planner staff',
        none: 'rest',
      }),
      ...settling,
      waive('a later date', `due = '2030-01-01'`, { denied: 'rest' }),
    ],
    delete: 'closed',
    columns: { update: 'waived_on waived_because reasoned_on reasoned_because' },
    worker: 'select insert update',
  },
  'duties.fact': readOnly(
    [row('about something in the body', 'duties.fact', (id) => `object = '${id.inBody}'`, inTheBody)],
    'select insert update',
  ),
  'duties.evidence': readOnly(
    [row('of a duty of the county', 'duties.evidence', (id) => `duty = '${id.dutyDone}'`, inTheBody)],
    'select insert',
  ),
  'duties.reminder': readOnly(
    [row('of a duty of the county', 'duties.reminder', (id) => `duty = '${id.dutyDone}'`, inTheBody)],
    'select insert',
  ),
  'duties.standing': readOnly(
    [row('of a duty of the county', 'duties.standing', (id) => `id = '${id.duty}'`, inTheBody)],
    'select',
  ),

  'trail.link': {
    select: [
      row('from something internal', 'trail.link', (id) => `id = '${id.linkOut}'`, home),
      row('from something public', 'trail.link', (id) => `id = '${id.linkOpen}'`, acting),
    ],
    insert: [
      link('from the public to something internal', 'public', 'internal', home),
      link(
        'from the public to something of the county in the body',
        'public',
        'inBody',
        'admin head planner staff chair office',
      ),
      link(
        'from the public to something of the association in the body',
        'public',
        'chaired',
        'chair office delegate deputy member',
      ),
      {
        on: 'set aside something of the body, resting with the own organisation',
        sql: (w, me) => `insert into trail.link (id, kind, source, target, at, person, organisation, reason)
          values (gen_random_uuid(), 'setAside', '${w.id.inBody}', '${me.organisation ?? w.id.county}', clock.now(), '${me.person ?? w.id.root}', '${me.organisation ?? w.id.county}', 'Probe')`,
        expect: { allowed: `${home} ${sent}`, denied: 'rest' },
      },
      {
        on: 'set aside something of the body, resting with another organisation',
        sql: (w, me) => `insert into trail.link (id, kind, source, target, at, person, organisation, reason)
          values (gen_random_uuid(), 'setAside', '${w.id.inBody}', '${w.id.others}', clock.now(), '${me.person ?? w.id.root}', '${me.organisation ?? w.id.county}', 'Probe')`,
        expect: { denied: 'rest' },
      },
      link('from what one may not see', 'ofAssociation', 'public', ''),
      link('in another’s name', 'public', 'internal', '', { person: 'associationPerson' }),
      link('with another’s mandate', 'public', 'internal', '', { mandate: 'delegateMandate' }),
    ],
    update: [
      {
        on: 'withdraw it',
        sql: (w) => `update trail.link set withdrawn_at = clock.now() where id = '${w.id.linkOpen}'`,
        expect: { allowed: home, none: 'rest' },
      },
      {
        on: 'withdraw it as of last year',
        sql: (w) => `update trail.link set withdrawn_at = '2026-01-01' where id = '${w.id.linkOpen}'`,
        expect: { denied: home, none: 'rest' },
      },
      {
        on: 'lead it elsewhere',
        sql: (w) => `update trail.link set target = '${w.id.draft}' where id = '${w.id.linkOpen}'`,
        expect: { denied: 'rest' },
      },
    ],
    delete: 'closed',
    columns: { update: 'withdrawn_at' },
    worker: 'select',
  },

  'files.file': readOnly(
    [row('on something in the body', 'files.file', (id) => `id = '${id.file}'`, inTheBody)],
    'select',
  ),
  'files.chunk': readOnly(
    [row('of a file on something in the body', 'files.chunk', () => `sha256 = sha256('Probe')`, inTheBody)],
    '',
  ),
}
