// Expected rights on relations, common words, contributions, missing actors and public pages. Written by hand.
import type { Effect, FunctionMatrix, HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { acting, doors, home, lapsed, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
type Someone = { person: string; organisation: string }
const one = (on: string, text: (id: Ids, me: Someone) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w, me) => text(w.id, { person: me.person ?? w.id.root!, organisation: me.organisation ?? w.id.county! }),
})
const see = (on: string, from: (id: Ids) => string, allowed: string) =>
  one(on, (id) => `select from ${from(id)}`, allowed === 'rest' ? { allowed } : { allowed, none: 'rest' })
const may = (allowed: string) => ({ allowed, denied: 'rest' }) as const
const changes = (allowed: string) => ({ allowed, none: 'rest' }) as const
const nobody = { denied: 'rest' } as const

const ours = 'admin head planner'
const leads = 'chair office'
/** Who may speak for the association in the body: its people at home, and those whom it sends with a voice. */
const ofAssociation = 'member chair delegate deputy'
const ofBody = `${home} ${sent} member`

const relation =
  (from: string, to: string | null, more: { by?: string; at?: string; kind?: string } = {}) =>
  (id: Ids, me: Someone) =>
    `insert into actors.relation (id, organisation, target, kind, about, source, stated_by, stated_on, valid_from, recorded_at) values (gen_random_uuid(), '${id[from]}',
      ${to ? `'${id[to]}'` : 'null'}, '${more.kind ?? 'funds'}', 'Probe', 'Probe', '${more.by ? id[more.by] : me.organisation}', clock.today(), '2027-01-01', ${more.at ?? 'clock.now()'})`
const tag = (organisation: string) => (id: Ids) =>
  `insert into actors.tag (organisation, family, code) values ('${id[organisation]}', 'field', 'youth')`
const contribution =
  (organisation: string | null, source: string | null, at = 'clock.now()') =>
  (id: Ids, me: Someone) =>
    `insert into cooperation.contribution (id, body, organisation, kind, text, source, recorded_on, recorded_at) values (gen_random_uuid(), '${id.body}',
      '${organisation ? id[organisation] : me.organisation}', 'decision', 'Probe', ${source ? `'${source}'` : 'null'}, clock.today(), ${at})`
const search =
  (organisation: string | null, at = 'clock.now()') =>
  (id: Ids) =>
    `insert into cooperation.missing_actor (id, body, actor, state, organisation, recorded_on, recorded_at) values (gen_random_uuid(), '${id.body}', 'police',
      ${organisation ? `'trial', '${id[organisation]}'` : `'open', null`}, clock.today(), ${at})`
const closed = (table: string, where: (id: Ids) => string, allowed: string): SqlCase[] => [
  one('closed', (id) => `update ${table} set superseded_at = clock.now() where ${where(id)}`, changes(allowed)),
  one('left open', (id) => `update ${table} set superseded_at = null where ${where(id)}`, {
    denied: allowed,
    none: 'rest',
  }),
]

export const networkTables: SqlMatrix = {
  'actors.relation': {
    select: [see('of county and association', (id) => `actors.relation where id = '${id.relation}'`, acting)],
    insert: [
      one('of county and association', relation('county', 'association'), may(`${ours} member`)),
      one('of two others', relation('strangers', 'others'), may('stranger elsewhere')),
      one('of the county and a process', relation('county', null, { kind: 'influences' }), may(ours)),
      one('as if the association had said so', relation('county', 'association', { by: 'association' }), may('member')),
      one('as if it had been recorded before', relation('county', 'association', { at: `'2026-12-01'` }), nobody),
      one('of the county and a body', relation('county', 'body'), nobody),
    ],
    update: closed('actors.relation', (id) => `id = '${id.relation}'`, `${ours} member`),
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select',
  },
  'actors.tag': {
    select: [
      see('of the county, which is public', (id) => `actors.tag where organisation = '${id.county}'`, 'rest'),
      see('of the association', (id) => `actors.tag where organisation = '${id.association}'`, acting),
    ],
    insert: [
      one('of the county', tag('county'), may(ours)),
      one('of the association', tag('association'), may('member')),
    ],
    update: 'closed',
    delete: [one('of the county', (id) => `delete from actors.tag where organisation = '${id.county}'`, changes(ours))],
    worker: 'select',
  },
  'cooperation.public_page': {
    select: [see('in preparation', (id) => `cooperation.public_page where id = '${id.publicPage}'`, ofBody)],
    insert: [
      one(
        'a second one of the body',
        (id) => `insert into cooperation.public_page (id, body) values ('${id.barePage}', '${id.body}')`,
        { refused: leads, denied: 'rest' },
      ),
      one(
        'on what is no page',
        (id) => `insert into cooperation.public_page (id, body) values ('${id.chaired}', '${id.body}')`,
        nobody,
      ),
      one(
        'withdrawn before it is there',
        (id) =>
          `insert into cooperation.public_page (id, body, withdrawn_through) values ('${id.barePage}', '${id.body}', 1)`,
        nobody,
      ),
    ],
    update: [
      one(
        'withdrawn',
        (id) => `update cooperation.public_page set withdrawn_through = 1 where id = '${id.publicPage}'`,
        changes('chair'),
      ),
      one(
        'withdrawn before it is written',
        (id) => `update cooperation.public_page set withdrawn_through = 9 where id = '${id.publicPage}'`,
        { denied: 'chair', none: 'rest' },
      ),
    ],
    delete: 'closed',
    columns: { update: 'withdrawn_through' },
    worker: 'select',
  },
  'cooperation.body_topic': {
    select: [see('of the body', (id) => `cooperation.body_topic where body = '${id.body}'`, acting)],
    insert: [
      one(
        'of the body',
        (id) => `insert into cooperation.body_topic (body, code) values ('${id.body}', 'youth')`,
        may(leads),
      ),
    ],
    update: 'closed',
    delete: [
      one('of the body', (id) => `delete from cooperation.body_topic where body = '${id.body}'`, changes(leads)),
    ],
    worker: 'select',
  },
  'cooperation.contribution': {
    select: [see('of the association', (id) => `cooperation.contribution where body = '${id.body}'`, acting)],
    insert: [
      one('of the own organisation', contribution(null, null), may(`${ours} ${ofAssociation}`)),
      one('of the county, in its name', contribution('county', null), may(ours)),
      one('of the county, from elsewhere', contribution('county', 'Telefonat'), may('office')),
      one('of one without a seat', contribution('strangers', 'Telefonat'), nobody),
      one('as if it had been recorded before', contribution(null, null, `'2026-12-01'`), nobody),
    ],
    update: [
      ...closed(
        'cooperation.contribution',
        (id) => `body = '${id.body}' and organisation = '${id.association}'`,
        ofAssociation,
      ),
      one(
        'what the office wrote about the county',
        (id) =>
          `update cooperation.contribution set superseded_at = clock.now() where body = '${id.body}' and organisation = '${id.county}'`,
        changes(`${ours} office`),
      ),
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select',
  },
  'cooperation.missing_actor': {
    select: [see('of the body', (id) => `cooperation.missing_actor where body = '${id.body}'`, acting)],
    insert: [
      one('of the body', search(null), may(leads)),
      one('with somebody on trial', search('strangers'), may(leads)),
      one('with what is no organisation', search('body'), nobody),
      one('as if it had been recorded before', search(null, `'2026-12-01'`), nobody),
    ],
    update: closed('cooperation.missing_actor', (id) => `body = '${id.body}' and superseded_at is null`, leads),
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select',
  },
}

export const networkFunctions: FunctionMatrix = {
  'actors.may_relate': [
    one(
      'county and association',
      (id) => `select actors.may_relate('${id.county}', '${id.association}')`,
      changes(`${ours} member`),
    ),
  ],
  'cooperation.may_contribute': [
    one(
      'for the county, in its name',
      (id) => `select cooperation.may_contribute('${id.body}', '${id.county}', null)`,
      changes(ours),
    ),
    one(
      'for the county, from elsewhere',
      (id) => `select cooperation.may_contribute('${id.body}', '${id.county}', 'Telefonat')`,
      changes('office'),
    ),
  ],
  'cooperation.shown_edition': { harmless: 'the number of the edition that everybody sees anyway, or nothing' },
  'cooperation.public_face': [
    one('released', (id) => `select cooperation.public_face('${id.shownBody}') is not null`, { allowed: 'rest' }),
    one('in preparation', (id) => `select cooperation.public_face('${id.body}') is not null`, { none: 'rest' }),
  ],
  'cooperation.public_bodies': [
    one('released', (id) => `select from cooperation.public_bodies() where id = '${id.shownBody}'`, {
      allowed: 'rest',
    }),
    one('in preparation', (id) => `select from cooperation.public_bodies() where id = '${id.body}'`, { none: 'rest' }),
  ],
}

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const leading = { 401: 'visitor', 404: 'unmandated', 200: leads, 403: `rest ${lapsed}` } as const
const members = { ...doors, 404: 'unmandated', 200: 'rest' } as const

export const networkHttp: HttpMatrix = {
  'actors.relations': [
    {
      on: 'of the county',
      send: (w) => get(`/organisations/${w.id.county}/relations`),
      expect: { ...doors, 200: 'rest' },
    },
    { on: 'of the association', send: (w) => get(`/organisations/${w.id.association}/relations`), expect: members },
  ],
  'actors.stateRelation': [
    {
      on: 'of county and association',
      send: (w) =>
        post(`/organisations/${w.id.county}/relations`, {
          target: w.id.association,
          kind: 'funds',
          source: 'Bescheid',
        }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: `${ours} member`, 403: `rest ${lapsed}` },
    },
  ],
  'actors.influences': [
    { on: 'as far as one may see', send: () => get('/influences'), expect: { ...doors, 200: 'rest' } },
  ],
  'actors.endRelation': [
    {
      on: 'of county and association',
      send: (w) => post(`/organisations/${w.id.county}/relations/${w.id.relation}/end`),
      expect: { 401: 'visitor', 404: 'unmandated', 200: `${ours} member`, 403: `rest ${lapsed}` },
    },
  ],
  'actors.tag': [
    {
      on: 'the county',
      send: (w) => post(`/organisations/${w.id.county}/tags`, { roles: ['labour'], fields: [] }),
      expect: { 401: 'visitor', 200: ours, 403: 'rest' },
    },
  ],
  'cooperation.network': [
    { on: 'as far as one may see', send: () => get('/network'), expect: { ...doors, 200: 'rest' } },
  ],
  'cooperation.directory': [
    { on: 'as far as one may see', send: () => get('/directory'), expect: { ...doors, 200: 'rest' } },
  ],
  'cooperation.setTopics': [
    {
      on: 'of the body',
      send: (w) => ({
        method: 'PUT',
        url: `/bodies/${w.id.body}/topics`,
        revision: w.revision.body!,
        body: { topics: ['youth'] },
      }),
      expect: leading,
    },
  ],
  'cooperation.completeness': [
    { on: 'of the body', send: (w) => get(`/bodies/${w.id.body}/completeness`), expect: members },
  ],
  'cooperation.contribute': [
    {
      on: 'for the own organisation',
      send: (w, me) =>
        post(`/bodies/${w.id.body}/contributions`, {
          organisation: me.organisation ?? w.id.county,
          kind: 'decision',
          text: 'Für die Prüfung',
        }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: `${ours} ${ofAssociation}`, 403: `rest ${lapsed}` },
    },
    {
      on: 'for the county, from elsewhere',
      send: (w) =>
        post(`/bodies/${w.id.body}/contributions`, {
          organisation: w.id.county,
          kind: 'data',
          text: 'Für die Prüfung',
          source: 'Telefonat',
        }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'office', 403: `rest ${lapsed}` },
    },
  ],
  'cooperation.noteSearch': [
    {
      on: 'of the body',
      send: (w) => post(`/bodies/${w.id.body}/missing-actors`, { actor: 'police', state: 'open' }),
      expect: leading,
    },
  ],
  'cooperation.publicPage': [
    { on: 'of the body', send: (w) => get(`/bodies/${w.id.body}/public-page`), expect: members },
  ],
  'cooperation.preparePublicPage': [
    {
      on: 'the next edition',
      send: (w) =>
        post(`/bodies/${w.id.body}/public-page`, {
          introduction: 'Eine neue Einleitung für die Prüfung.',
          mission: true,
          members: false,
          meetings: false,
          contacts: false,
          basedOn: 1,
        }),
      expect: leading,
    },
  ],
  'cooperation.withdrawPublicPage': [
    {
      on: 'what is not shown yet',
      send: (w) => ({
        method: 'POST',
        url: `/public-pages/${w.id.publicPage}/withdrawal`,
        revision: w.revision.publicPage!,
        body: { because: 'Für die Prüfung' },
      }),
      expect: { 401: 'visitor', 404: 'unmandated stranger elsewhere', 409: 'chair', 403: `rest ${lapsed}` },
    },
    {
      on: 'what is shown, by others than its chair',
      send: (w) => ({
        method: 'POST',
        url: `/public-pages/${w.id.shownPage}/withdrawal`,
        revision: w.revision.shownPage!,
        body: { because: 'Für die Prüfung' },
      }),
      expect: { 401: 'visitor', 403: `${home} ${lapsed}`, 404: 'rest' },
    },
  ],
  'cooperation.publicBodies': [
    { on: 'all that is released', send: () => get('/public/bodies'), expect: { 200: 'rest' } },
  ],
  'cooperation.publicBody': [
    { on: 'released', send: (w) => get(`/public/bodies/${w.id.shownBody}`), expect: { 200: 'rest' } },
    { on: 'in preparation', send: (w) => get(`/public/bodies/${w.id.body}`), expect: { 404: 'rest' } },
  ],
}
