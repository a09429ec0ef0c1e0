// Expected rights on areas, successors, contacts, positions and drafts of lists. Written by hand.

import type { Effect, FunctionMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { acting } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (
  on: string,
  text: (id: Ids, me: { person: string | null; organisation: string | null }) => string,
  expect: Expected<Effect>,
): SqlCase => ({
  on,
  sql: (w, me) => text(w.id, me),
  expect,
})
const ours = 'admin head planner'
const listers = 'admin planner member stranger elsewhere'
const quoted = (value: string | null) => (value === null ? 'null' : `'${value}'`)
const area = (organisation: string) =>
  `insert into actors.competence (id, organisation, area_key, recorded_at) values (gen_random_uuid(), '${organisation}', '09175', clock.now())`
const succession = (predecessor: string, successor: string, day = '2027-01-01') =>
  `insert into actors.succession (id, predecessor, successor, day, because, recorded_at) values (gen_random_uuid(), '${predecessor}', '${successor}', '${day}', 'Prüfung', clock.now())`
const position = (organisation: string, person: string, unit: string | null = null) =>
  `insert into actors.position (id, person, organisation, unit, title, valid_from, recorded_at) values (gen_random_uuid(), '${person}', '${organisation}', ${quoted(unit)}, 'Prüfung', '2027-01-01', clock.now())`
const draft = (person: string | null, organisation: string | null) =>
  `insert into actors.import_draft (id, person, organisation, file_name, content, created) values (gen_random_uuid(), ${quoted(person)}, ${quoted(organisation)}, 'x', '{}', clock.now())`
const contact = (id: Ids, person: string, columns: string, values: string) =>
  `insert into actors.contact (id, organisation, person, audience, recorded_at, ${columns}) values (gen_random_uuid(), '${id.county}', '${person}', 'members', clock.now(), ${values})`
const shut = { insert: 'closed', update: 'closed', delete: 'closed' } as const

export const actorsMoreTables: SqlMatrix = {
  'actors.competence': {
    select: [
      one(
        'of the county, which is public',
        (id) => `select from actors.competence where organisation = '${id.county}'`,
        {
          allowed: 'rest',
        },
      ),
      one(
        'of a department, which is for those who act here',
        (id) => `select from actors.competence where organisation = '${id.unitTeam}'`,
        { allowed: acting, none: 'rest' },
      ),
    ],
    insert: [
      one('of the county', (id) => area(id.county!), { allowed: ours, denied: 'rest' }),
      one('of a department of the county', (id) => area(id.unitTeam!), { allowed: ours, denied: 'rest' }),
    ],
    update: [
      one(
        'of the county, closed',
        (id) => `update actors.competence set superseded_at = clock.now() where organisation = '${id.county}'`,
        {
          allowed: ours,
          none: 'rest',
        },
      ),
      one(
        'of the county, left open',
        (id) => `update actors.competence set superseded_at = null where organisation = '${id.county}'`,
        {
          denied: ours,
          none: 'rest',
        },
      ),
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select',
  },
  'actors.succession': {
    select: [
      one('of a department', (id) => `select from actors.succession where predecessor = '${id.unitGone}'`, {
        allowed: acting,
        none: 'rest',
      }),
    ],
    insert: [
      one('a department into another', (id) => succession(id.unitTeam!, id.unitHeir!), {
        allowed: ours,
        denied: 'rest',
      }),
      one('a department into strangers', (id) => succession(id.unitTeam!, id.strangers!), { denied: 'rest' }),
      one('strangers into a department', (id) => succession(id.strangers!, id.unitTeam!), { denied: 'rest' }),
      one('a department into another, in advance', (id) => succession(id.unitTeam!, id.unitHeir!, '2027-06-01'), {
        denied: 'rest',
      }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'actors.position': {
    select: [
      one('of the planner', (id) => `select from actors.position where id = '${id.position}'`, {
        allowed: 'admin planner',
        none: 'rest',
      }),
    ],
    insert: [
      one('in the county', (id) => position(id.county!, id.plannerPerson!), { allowed: 'admin', denied: 'rest' }),
      one('in the county, of an organisation', (id) => position(id.county!, id.strangers!), { denied: 'rest' }),
      one('in the county, in a department of others', (id) => position(id.county!, id.plannerPerson!, id.strangers!), {
        denied: 'rest',
      }),
    ],
    update: [
      one(
        'of the planner, closed',
        (id) => `update actors.position set superseded_at = clock.now() where id = '${id.position}'`,
        {
          allowed: 'admin',
          none: 'rest',
        },
      ),
      one(
        'of the planner, left open',
        (id) => `update actors.position set superseded_at = null where id = '${id.position}'`,
        {
          denied: 'admin',
          none: 'rest',
        },
      ),
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: '',
  },
  'actors.confirmation': { select: 'closed', ...shut, worker: 'select delete' },
  'actors.import_draft': {
    select: [
      one('that of the planner', (id) => `select from actors.import_draft where id = '${id.list}'`, {
        allowed: 'planner',
        none: 'rest',
      }),
    ],
    insert: [
      one('one’s own', (_, me) => draft(me.person, me.organisation), { allowed: listers, denied: 'rest' }),
      one('in the name of another', (id, me) => draft(id.root!, me.organisation), { denied: 'rest' }),
      one(
        'for another organisation',
        (id, me) => draft(me.person, id.others === me.organisation ? id.county! : id.others!),
        {
          denied: 'rest',
        },
      ),
    ],
    update: 'closed',
    delete: [
      one('that of the planner', (id) => `delete from actors.import_draft where id = '${id.list}'`, {
        allowed: 'planner',
        none: 'rest',
      }),
    ],
    worker: 'select delete',
  },
  'actors.contact_today': {
    select: [
      one(
        'of the county, for all who work here',
        (id) => `select from actors.contact_today where organisation = '${id.county}'`,
        {
          allowed: acting,
          none: 'rest',
        },
      ),
    ],
    ...shut,
    worker: 'select',
  },
}

/** Further cases of tables that others write down. */
export const moreOfContact: readonly SqlCase[] = [
  one('of the county, as confirmed by somebody else', (id) => contact(id, id.root!, 'confirmed_on', 'clock.today()'), {
    denied: 'rest',
  }),
  one('of the county, as handed over', (id) => contact(id, id.plannerPerson!, 'origin', `'handedOver'`), {
    denied: 'rest',
  }),
  one('of the county, as named in advance', (id) => contact(id, id.plannerPerson!, 'named_on', 'clock.today() + 1'), {
    denied: 'rest',
  }),
]
/** Refused by the same rule for everybody on this login, before any right is asked. */
export const publicAlone: SqlCase = one(
  'of the county, for everybody, without a deputy',
  (id) =>
    `insert into actors.contact (id, organisation, person, audience, recorded_at) values (gen_random_uuid(), '${id.county}', '${id.plannerPerson}', 'public', clock.now())`,
  { refused: 'rest' },
)
export const moreOfOrganisation: readonly SqlCase[] = [
  one('how the county signs', (id) => `update actors.organisation set signing = 'joint' where id = '${id.county}'`, {
    allowed: 'admin',
    denied: 'head planner',
    none: 'rest',
  }),
]
export const moreOfMembership: readonly SqlCase[] = [
  one(
    'of the association in the county, ending, before it was closed',
    (id) =>
      `insert into actors.membership (id, organisation, parent, kind, valid_until, recorded_at) values (gen_random_uuid(), '${id.association}', '${id.county}', 'member', '2027-06-01', clock.now())`,
    { refused: 'member', denied: 'rest' },
  ),
]

export const actorsMoreFunctions: FunctionMatrix = {
  'actors.ask_contact': [
    one('of the county', (id) => `select actors.ask_contact('${id.county}')`, { allowed: ours, denied: 'rest' }),
  ],
  'actors.confirm_contact': [
    one('that of the county', (id) => `select actors.confirm_contact('${id.county}', true)`, {
      allowed: 'planner',
      denied: 'rest',
    }),
  ],
  'actors.just_closed': {
    harmless: 'says of a membership that one already knows whether it was closed at this instant',
  },
  'actors.look_at_contact': [
    one('a link that counts', (id) => `select organisation from actors.look_at_contact('${id.contactLink}')`, {
      allowed: 'rest',
    }),
    one('an unknown link', () => `select organisation from actors.look_at_contact('unknown')`, { none: 'rest' }),
  ],
  'actors.open_contact_link': [
    one('a link that counts', (id) => `select actors.open_contact_link('${id.contactLink}')`, { allowed: 'rest' }),
    one('an unknown link', () => `select actors.open_contact_link('unknown')`, { none: 'rest' }),
  ],
  'actors.public_contact': [
    one(
      'that of the association, meant for everybody',
      (id) => `select person from actors.public_contact('${id.association}')`,
      {
        allowed: 'rest',
      },
    ),
    one('that of the county, meant for members', (id) => `select person from actors.public_contact('${id.county}')`, {
      none: 'rest',
    }),
  ],
}
