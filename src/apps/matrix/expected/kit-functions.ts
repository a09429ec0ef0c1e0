// What the kit's functions with the owner's rights give, and to whom. Each that the application's login may call is either tried here by
// everybody or carries the reason why nothing can be gained by it. Written by hand.
import type { FunctionMatrix, SqlCase } from '../shapes.ts'
import { acting, home, sent } from './groups.ts'

const call = (
  on: string,
  text: (id: Readonly<Record<string, string>>, me: { person: string; organisation: string }) => string,
  expect: SqlCase['expect'],
): SqlCase => ({
  on,
  expect,
  sql: (w, me) =>
    `select ${text(w.id, { person: me.person ?? w.id.root!, organisation: me.organisation ?? w.id.county! })}`,
})
const actorOnly = { none: 'visitor ended future', allowed: 'rest' } as const
const write = (on: string, name: string, allowed: string, because = 'null'): SqlCase =>
  call(
    on,
    (id) => `journal.write('specimen.changed', '${id[name]}', null, null, '{}', ${because}, null)`,
    allowed ? { allowed, denied: 'rest' } : { denied: 'rest' },
  )
const fact = (
  on: string,
  about: { organisation: string; object: string; subject?: string; day?: string; entry?: string },
  allowed: string,
): SqlCase => ({
  on,
  expect: allowed ? { allowed, denied: 'rest' } : { denied: 'rest' },
  // An entry of the same transaction goes before, as a handler writes it.
  sql: (
    w,
  ) => `select duties.state_fact(gen_random_uuid(), 'probe.done', '${w.id[about.organisation]}', ${about.subject ? `'${w.id[about.subject]}'` : 'null'}, '${w.id[about.object]}',
    ${about.day ?? 'clock.today()'}, clock.today(), ${about.entry ?? `journal.write('specimen.changed', '${w.id[about.object]}', null, null, '{}', null, null)`}, '{deliver}') is not null`,
})
export const kitFunctions: FunctionMatrix = {
  'clock.now': { harmless: 'the time of the installation' },
  'access.open': { harmless: 'the only way in: asks for a token that hashes to a living session' },
  'access.open_at': {
    harmless:
      'as access.open; of the object it shows what access.sees allows, which every endpoint with a target tries',
  },
  'access.actor': [call('oneself', (_, { person }) => `(access.actor()).person = '${person}'`, actorOnly)],
  'access.salt_of': { harmless: 'a salt for every address, known or not; useless without the password' },
  'access.sign_in': { harmless: 'asks for the tag of the password, throttled' },
  'access.second_factor': { harmless: 'needs the token of a session that waits for the second factor' },
  'access.second_factor_passed': {
    harmless: 'needs the same token; the code itself is checked by the application (PostgreSQL has no HMAC-SHA-1)',
  },
  'access.second_factor_failed': { harmless: 'counts against oneself' },
  'access.totp_begin': { harmless: 'writes the own account only' },
  'access.totp_pending': [call('one’s own', () => 'access.totp_pending()', { none: 'rest' })],
  'access.totp_confirm': { harmless: 'writes the own account only' },
  'access.totp_end': [call('without the password', () => `access.totp_end('\\x00')`, { none: 'rest' })],
  'access.has_accounts': { harmless: 'says whether the installation is empty' },
  'access.has_totp': { harmless: 'about oneself only' },
  'access.renew': { harmless: 'needs the token' },
  'access.sign_out': { harmless: 'needs the token' },
  'access.redeem': { harmless: 'needs the token of a mail' },
  'access.look_at_invitation': { harmless: 'needs the token of a mail' },
  'access.request_reset': {
    harmless: 'sends a link to the address of the account and nowhere else, three times an hour',
  },
  'access.change_password': [
    call('without the old one', () => `access.change_password('\\x00', '\\x00', '\\x00')`, { none: 'rest' }),
  ],
  'access.first_run': [
    call(
      'of an installation in use',
      () =>
        `access.first_run('${'x'.repeat(30)}', gen_random_uuid(), 'X', gen_random_uuid(), 'X', 'x@example.org', '\\x00', '\\x00')`,
      { none: 'rest' },
    ),
  ],
  'access.mark_seen': { harmless: 'writes the own account only' },
  'access.own_email': [call('of oneself', () => 'access.own_email()', actorOnly)],
  'access.choices': [
    call('of oneself', () => 'count(*) > 0 from access.choices()', {
      none: 'visitor unmandated ended future',
      allowed: 'rest',
    }),
    call(
      'of nobody else',
      (_, { organisation }) => `count(*) > 0 from access.choices() where organisation <> '${organisation}'`,
      { none: 'rest' },
    ),
  ],
  'access.invite': [
    call('somebody at home in the county', (id) => `access.invite('${id.waiting}', 'x@example.org') = 'sent'`, {
      allowed: 'admin',
      denied: 'rest',
    }),
    call(
      'somebody at home in the county whom the office has sent too',
      (id) => `access.invite('${id.waitingBoth}', 'x@example.org') = 'sent'`,
      { allowed: 'admin', denied: 'rest' },
    ),
    call(
      'somebody only sent into the body',
      (id) => `access.invite('${id.waitingDelegate}', 'x@example.org') = 'sent'`,
      { allowed: 'chair office', denied: 'rest' },
    ),
    call('somebody with an account', (id) => `access.invite('${id.plannerPerson}', 'x@example.org') = 'sent'`, {
      none: 'admin',
      denied: 'rest',
    }),
  ],
  'access.may_grant': [
    call('at home in the county', (id) => `access.may_grant('${id.root}', '${id.county}', null, 'staff')`, {
      allowed: 'admin',
      none: 'rest',
    }),
  ],
  'access.may_introduce': [
    call('in the county', (id) => `access.may_introduce('${id.county}')`, {
      allowed: 'admin head planner chair office elsewhere',
      none: 'rest',
    }),
    call('in an organisation of another body', (id) => `access.may_introduce('${id.others}')`, {
      allowed: 'elsewhere',
      none: 'rest',
    }),
  ],

  'journal.write': [
    write('about something internal', 'internal', home),
    write('about a draft', 'draft', 'planner'),
    write('about something in the body', 'inBody', `${home} ${sent}`),
    write('about what is internal to the association', 'ofAssociation', 'member'),
    write('about something public', 'public', `unmandated ${acting}`),
    write('as if a rule had done it', 'public', '', `'§ 1'`),
  ],
  'journal.verify': { harmless: 'names the number and digest of the chain, no content' },
  'journal.head': { harmless: 'names the last number' },

  'duties.state_fact': [
    fact('of the county about something internal', { organisation: 'county', object: 'internal' }, home),
    fact('of the county about something public', { organisation: 'county', object: 'public' }, home),
    fact(
      'of the association about something in the body',
      { organisation: 'association', object: 'chaired' },
      `${sent} member`,
    ),
    fact('of the body about something in it', { organisation: 'body', object: 'inBody' }, 'chair office'),
    fact('of the body about something outside', { organisation: 'body', object: 'public' }, ''),
    fact('about what is still to come', { organisation: 'county', object: 'public', day: "'2030-01-01'" }, ''),
    fact(
      'about a subject that one cannot see',
      { organisation: 'county', object: 'public', subject: 'ofAssociation' },
      '',
    ),
    fact('without an entry', { organisation: 'county', object: 'public', entry: 'null' }, ''),
    fact('with an entry of an earlier transaction', { organisation: 'county', object: 'public', entry: '1' }, ''),
  ],

  'trail.walk': [
    call('from something internal', (id) => `count(*) > 0 from trail.walk('${id.internal}', 8)`, {
      allowed: home,
      none: 'rest',
    }),
    call(
      'whoever acted towards something one may not see',
      (id) => `count(*) > 0 from trail.walk('${id.public}', 8) where source = '${id.internal}' and person is not null`,
      { allowed: home, none: 'rest' },
    ),
    call(
      'that there is something behind the public',
      (id) => `count(*) > 0 from trail.walk('${id.public}', 8) where source = '${id.internal}'`,
      { allowed: 'rest' },
    ),
  ],
  'trail.stations': [
    call('from something internal', (id) => `count(*) > 0 from trail.stations('${id.internal}', 8)`, {
      allowed: home,
      none: 'rest',
    }),
    call(
      'the title of something one may not see',
      (id) => `count(*) > 0 from trail.stations('${id.public}', 8) where id = '${id.internal}' and title is not null`,
      { allowed: home, none: 'rest' },
    ),
    call(
      'whom to ask about it',
      (id) =>
        `count(*) > 0 from trail.stations('${id.public}', 8) where id = '${id.internal}' and owner_title is not null`,
      { allowed: 'rest' },
    ),
  ],
  'trail.rests_on': { harmless: 'says yes about everything that one cannot see' },

  'jobs.send': [
    // There is no such queue; whoever gets so far had the right.
    call('about something public', (id) => `jobs.send('probe', '{"kind":"specimen","id":"${id.public}"}')`, {
      refused: home,
      denied: 'rest',
    }),
    call('about what one may not see', (id) => `jobs.send('probe', '{"kind":"specimen","id":"${id.ofAssociation}"}')`, {
      refused: 'rest',
      denied: 'visitor ended future',
    }),
    call('erasing a person', (id) => `jobs.send('privacy.erase', '{"kind":"person","id":"${id.endedPerson}"}')`, {
      allowed: 'admin',
      denied: 'rest',
      refused: 'unmandated',
    }),
    call('a chore of the house', (id) => `jobs.send('house.daily', '{"kind":"specimen","id":"${id.public}"}')`, {
      denied: 'rest',
    }),
  ],
  'privacy.still_acts': { harmless: 'whether somebody acts for somebody, which all who work here may know' },

  'search.find': [
    call(
      'something internal',
      (id) => `count(*) > 0 from search.find('internal', null, 10) where id = '${id.internal}'`,
      { allowed: home, none: 'rest' },
    ),
    call('something public', (id) => `count(*) > 0 from search.find('public', null, 10) where id = '${id.public}'`, {
      allowed: 'rest',
    }),
  ],
  'search.put': [
    call('what something internal is found by', (id) => `search.put('${id.internal}', 'x') is not null`, {
      allowed: home,
      denied: 'rest',
    }),
    call('what something public is found by', (id) => `search.put('${id.public}', 'x') is not null`, {
      allowed: home,
      denied: 'rest',
    }),
  ],
  'files.store': [
    {
      on: 'on something of the county in the body, as visible as that',
      expect: { allowed: 'admin head planner staff chair office', denied: 'rest' },
      sql: (w, me) => `insert into kit.object (id, kind, title, owner, body, author, audience, readers, created)
        values ('00000000-0000-7000-8000-000000000001', 'file', 'x', '${w.id.county}', '${w.id.body}', '${me.person ?? w.id.root}', 'body', '{${w.id.body}}', clock.now());
        select files.store('00000000-0000-7000-8000-000000000001', '${w.id.inBody}', 'x', 'text/plain', 'x')`,
    },
    call(
      'on an object that is there, without a row for the file',
      (id) => `files.store('${id.internal}', '${id.public}', 'x', 'text/plain', 'x')`,
      { denied: 'rest' },
    ),
  ],
}
