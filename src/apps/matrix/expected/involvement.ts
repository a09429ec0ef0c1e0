// Expected rights on the actor analysis and on asking from a gap. Written by hand.
import type { Effect, FunctionMatrix, HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { acting, doors, home, lapsed, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
type Me = { organisation: string }
const one = (on: string, text: (id: Ids, me: Me) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w, me) => text(w.id, { organisation: me.organisation ?? w.id.county! }),
})
const post = (url: string, body: unknown): Request => ({ method: 'POST', url, body })
const leads = 'chair office'
const ofAssociation = 'member chair delegate deputy'
const ofSubject = 'admin head planner staff chair office'
const leading = { 401: 'visitor', 404: 'unmandated', 200: leads, 403: `rest ${lapsed}` } as const

const involved =
  (organisation: string, own: boolean, more: { at?: string; by?: string } = {}) =>
  (id: Ids, me: Me) =>
    `update cooperation.involvement set superseded_at = clock.now() where superseded_at is null;
     insert into cooperation.involvement (id, about, organisation, own, interest, source, stated_by, recorded_on, recorded_at)
     values (gen_random_uuid(), '${id.body}', '${id[organisation]}', ${own}, 'low', ${own ? 'null' : `'Probe'`}, '${more.by ? id[more.by] : me.organisation}', clock.today(), ${more.at ?? 'clock.now()'})`

export const involvementHttp: HttpMatrix = {
  'cooperation.involvement': [
    {
      on: 'of the body',
      send: (w) => ({ method: 'GET', url: `/involvement/${w.id.body}` }),
      expect: { ...doors, 404: 'unmandated', 200: 'rest' },
    },
    {
      on: 'of something internal, which has no body',
      send: (w) => ({ method: 'GET', url: `/involvement/${w.id.internal}` }),
      expect: { ...doors, 409: home, 404: 'rest' },
    },
  ],
  'cooperation.stateInvolvement': [
    {
      on: 'for the own organisation',
      send: (w, me) =>
        post(`/involvement/${w.id.body}/statements`, {
          organisation: me.organisation ?? w.id.county,
          interest: 'medium',
        }),
      expect: {
        401: 'visitor',
        404: 'unmandated',
        200: `admin head planner ${ofAssociation} stranger elsewhere`,
        403: `rest ${lapsed}`,
      },
    },
    {
      on: 'about somebody who is asked, with a source',
      send: (w) =>
        post(`/involvement/${w.id.body}/statements`, {
          organisation: w.id.askedSchool,
          state: 'promised',
          source: 'Telefonat',
        }),
      expect: leading,
    },
  ],
  'cooperation.setSubject': [
    {
      on: 'of the body, which has its own',
      send: (w) => post(`/involvement/${w.id.body}/topics`, { topics: [] }),
      expect: { ...doors, 404: 'unmandated', 409: 'rest' },
    },
    {
      on: 'of what the county brought into the body',
      send: (w) => post(`/involvement/${w.id.inBody}/topics`, { topics: ['care'] }),
      expect: {
        401: 'visitor',
        200: ofSubject,
        403: `checker counsellor delegate deputy guest ${lapsed}`,
        404: 'rest',
      },
    },
  ],
  'cooperation.offerSeat': [
    {
      on: 'to another organisation',
      send: (w) =>
        post(`/involvement/${w.id.body}/offers`, {
          organisation: w.id.askedSchool,
          actor: 'church',
          guest: true,
          text: 'Wirken Sie bitte mit.',
        }),
      expect: leading,
    },
  ],
}

export const involvementTables: SqlMatrix = {
  'cooperation.involvement': {
    select: [
      one(
        'of the association',
        (id) => `select from cooperation.involvement where organisation = '${id.association}'`,
        {
          allowed: acting,
          none: 'rest',
        },
      ),
    ],
    insert: [
      one('of the association, as itself', involved('association', true), { allowed: ofAssociation, denied: 'rest' }),
      one('of the asked school, by others', involved('askedSchool', false), { allowed: leads, denied: 'rest' }),
      one('as if it had been said before', involved('association', true, { at: `'2026-01-01'` }), { denied: 'rest' }),
      one('as if the county had said so', involved('association', true, { by: 'county' }), { denied: 'rest' }),
    ],
    update: [
      one(
        'closed',
        (id) =>
          `update cooperation.involvement set superseded_at = clock.now() where organisation = '${id.association}'`,
        {
          allowed: ofAssociation,
          none: 'rest',
        },
      ),
      one(
        'closed at another time',
        (id) =>
          `update cooperation.involvement set superseded_at = '2026-01-01' where organisation = '${id.association}'`,
        {
          denied: ofAssociation,
          none: 'rest',
        },
      ),
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select',
  },
  'cooperation.subject_topic': {
    select: [
      one('of the need', (id) => `select from cooperation.subject_topic where about = '${id.inBody}'`, {
        allowed: `${home} ${sent}`,
        none: 'rest',
      }),
    ],
    insert: [
      one('of the body', (id) => `insert into cooperation.subject_topic (about, code) values ('${id.body}', 'work')`, {
        allowed: leads,
        denied: 'rest',
      }),
    ],
    update: 'closed',
    delete: [
      one('of the need', (id) => `delete from cooperation.subject_topic where about = '${id.inBody}'`, {
        allowed: ofSubject,
        none: 'rest',
      }),
    ],
    worker: 'select',
  },
}

export const involvementFunctions: FunctionMatrix = {
  'cooperation.may_involve': [
    one(
      'the association, as itself',
      (id) => `select cooperation.may_involve('${id.body}', '${id.association}', true)`,
      {
        allowed: ofAssociation,
        none: 'rest',
      },
    ),
    one(
      'the association, as others',
      (id) => `select cooperation.may_involve('${id.body}', '${id.association}', false)`,
      {
        allowed: leads,
        none: 'rest',
      },
    ),
  ],
}
