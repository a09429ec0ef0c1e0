// Expected rights on the tables of organisations. Written by hand.
import type { FunctionMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import { moreOfContact, moreOfMembership, moreOfOrganisation, publicAlone } from './actors-more-tables.ts'
import { acting } from './groups.ts'

const row = (
  on: string,
  table: string,
  where: (id: Readonly<Record<string, string>>) => string,
  allowed: string,
): SqlCase => ({
  on,
  sql: (w) => `select from actors.${table} where ${where(w.id)}`,
  expect: allowed === 'rest' ? { allowed } : { allowed, none: 'rest' },
})
const change = (on: string, text: (id: Readonly<Record<string, string>>) => string, allowed: string): SqlCase => ({
  on,
  sql: (w) => text(w.id),
  expect: { allowed, none: 'rest' },
})
const add = (on: string, text: (id: Readonly<Record<string, string>>) => string, allowed: string): SqlCase => ({
  on,
  sql: (w) => text(w.id),
  expect: allowed ? { allowed, denied: 'rest' } : { denied: 'rest' },
})
const ours = 'admin head planner'
const name = (organisation: string) =>
  `insert into actors.name (id, organisation, name, valid_from, recorded_at) values (gen_random_uuid(), '${organisation}', 'Anders', '2027-01-01', clock.now())`
const joins = (organisation: string, parent: string, kind: string) =>
  `insert into actors.membership (id, organisation, parent, kind, recorded_at) values (gen_random_uuid(), '${organisation}', '${parent}', '${kind}', clock.now())`
const contact = (organisation: string, person: string) =>
  `insert into actors.contact (id, organisation, person, audience, confirmed_on, recorded_at) values (gen_random_uuid(), '${organisation}', '${person}', 'members', clock.today(), clock.now())`

export const actorsTables: SqlMatrix = {
  'actors.organisation': {
    select: [
      row('the county, which is public', 'organisation', (id) => `id = '${id.county}'`, 'rest'),
      row('the association', 'organisation', (id) => `id = '${id.association}'`, acting),
    ],
    insert: [
      add(
        'an organisation that the planner has just made',
        (id) =>
          `insert into actors.organisation (id, kind, side, privacy_law) values ('${id.bare}', 'other', 'other', 'DSGVO')`,
        'planner',
      ),
    ],
    update: [
      change('the county', (id) => `update actors.organisation set website = null where id = '${id.county}'`, ours),
      change(
        'the association',
        (id) => `update actors.organisation set website = null where id = '${id.association}'`,
        'member',
      ),
      {
        on: 'over to another',
        sql: (w) => `update actors.organisation set id = '${w.id.strangers}' where id = '${w.id.county}'`,
        expect: { denied: 'rest' },
      },
      ...moreOfOrganisation,
    ],
    delete: 'closed',
    columns: {
      update:
        'kind side legal_form short_name area_key privacy_law website example level disciplines signing dissolved_on dissolved_because',
    },
    worker: 'select',
  },
  'actors.name': {
    select: [row('of the association', 'name', (id) => `organisation = '${id.association}'`, acting)],
    insert: [
      add('of the county', (id) => name(id.county!), ours),
      add('of the association', (id) => name(id.association!), 'member'),
      add('of strangers', (id) => name(id.strangers!), 'stranger'),
    ],
    update: [
      change(
        'of the association, closed',
        (id) => `update actors.name set superseded_at = clock.now() where organisation = '${id.association}'`,
        'member',
      ),
      {
        on: 'of the association, left open',
        sql: (w) => `update actors.name set superseded_at = null where organisation = '${w.id.association}'`,
        expect: { denied: 'member', none: 'rest' },
      },
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select',
  },
  'actors.membership': {
    select: [row('of the association', 'membership', (id) => `organisation = '${id.association}'`, acting)],
    insert: [
      add('the county as a member of another', (id) => joins(id.county!, id.strangers!, 'member'), ours),
      add('the county as a department of another', (id) => joins(id.county!, id.strangers!, 'unit'), ''),
      add('another as a department of the county', (id) => joins(id.strangers!, id.county!, 'unit'), ''),
      ...moreOfMembership,
    ],
    update: [
      change(
        'of the association, closed',
        (id) => `update actors.membership set superseded_at = clock.now() where organisation = '${id.association}'`,
        // Either side ends what belongs to both.
        `member ${ours}`,
      ),
      {
        on: 'of the association, left open',
        sql: (w) => `update actors.membership set superseded_at = null where organisation = '${w.id.association}'`,
        expect: { denied: `member ${ours}`, none: 'rest' },
      },
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select',
  },
  'actors.contact': {
    select: [
      row('of the county, for all who work here', 'contact', (id) => `organisation = '${id.county}'`, acting),
      row(
        'of the association, for everybody, as far as the association can be seen',
        'contact',
        (id) => `organisation = '${id.association}'`,
        acting,
      ),
    ],
    insert: [
      {
        on: 'of strangers, who acts there',
        sql: (w) => contact(w.id.strangers!, w.id.strangerPerson!),
        expect: { allowed: 'stranger', denied: 'rest' },
      },
      {
        on: 'of strangers, who does not act there',
        sql: (w) => contact(w.id.strangers!, w.id.plannerPerson!),
        expect: { refused: 'rest' },
      },
      ...moreOfContact,
      publicAlone,
    ],
    update: [
      change(
        'of the county, closed',
        (id) => `update actors.contact set superseded_at = clock.now() where organisation = '${id.county}'`,
        ours,
      ),
      {
        on: 'of the county, left open',
        sql: (w) => `update actors.contact set superseded_at = null where organisation = '${w.id.county}'`,
        expect: { denied: ours, none: 'rest' },
      },
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select insert update',
  },
}

export const actorsFunctions: FunctionMatrix = {
  'actors.may_describe': [
    {
      on: 'the county',
      sql: (w) => `select actors.may_describe('${w.id.county}')`,
      expect: { allowed: ours, none: 'rest' },
    },
    {
      on: 'a department of the county',
      sql: (w) => `select actors.may_describe('${w.id.unitTeam}')`,
      expect: { allowed: ours, none: 'rest' },
    },
  ],
}
