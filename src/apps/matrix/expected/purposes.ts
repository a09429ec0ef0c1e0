// Expected rights on purposes: who binds whom, and who then sees what. Written by hand.
import type { Effect, FunctionMatrix, HttpMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { acting, doors, home, lapsed, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (
  on: string,
  text: (id: Ids, me: { organisation: string }) => string,
  expect: Expected<Effect>,
): SqlCase => ({
  on,
  expect,
  sql: (w, me) => text(w.id, { organisation: me.organisation ?? w.id.county! }),
})
const leads = 'chair office'
const members = `${home} ${sent} member`
const leading = {
  401: 'visitor',
  403: `${home} delegate deputy guest member stranger elsewhere ${lapsed}`,
} as const
const binding =
  (organisation: string, more: { by?: string; at?: string } = {}) =>
  (id: Ids, me: { organisation: string }) =>
    `update access.purpose set superseded_at = clock.now() where superseded_at is null and organisation = '${id[organisation]}';
     insert into access.purpose (id, organisation, body, fields, reason, bound_by, recorded_at)
     values (gen_random_uuid(), '${id[organisation]}', '${id.body}', '{work}', 'Probe', '${more.by ? id[more.by] : me.organisation}', ${more.at ?? 'clock.now()'})`

export const purposesHttp: HttpMatrix = {
  'cooperation.bindPurpose': [
    {
      on: 'the county in the body',
      send: (w) => ({
        method: 'POST',
        url: `/bodies/${w.id.body}/purposes`,
        body: { organisation: w.id.county, fields: ['care', 'age'], reason: 'Für die Prüfung' },
      }),
      expect: { ...leading, 200: leads, 404: 'unmandated' },
    },
    {
      on: 'the own organisation',
      send: (w) => ({
        method: 'POST',
        url: `/bodies/${w.id.body}/purposes`,
        body: { organisation: w.id.association, fields: [], reason: '' },
      }),
      expect: { ...leading, 409: leads, 404: 'unmandated' },
    },
  ],
  'objects.purposeOf': [
    {
      on: 'for a field for which the county takes part',
      send: (w) => ({ method: 'GET', url: `/objects/${w.id.forCare}/purpose` }),
      expect: { ...doors, 200: members, 404: 'rest' },
    },
    {
      on: 'for a field for which it does not',
      send: (w) => ({ method: 'GET', url: `/objects/${w.id.forYouth}/purpose` }),
      expect: { ...doors, 200: `${sent} member`, 404: 'rest' },
    },
  ],
  'objects.bind': [
    {
      on: 'what the association brought into the body',
      send: (w) => ({
        method: 'POST',
        url: `/objects/${w.id.forCare}/purpose`,
        revision: w.revision.forCare!,
        body: { purpose: 'age' },
      }),
      expect: { ...doors, 200: 'chair office delegate member', 403: `${home} deputy guest ${lapsed}`, 404: 'rest' },
    },
    {
      on: 'something internal, which has no body',
      send: (w) => ({
        method: 'POST',
        url: `/objects/${w.id.internal}/purpose`,
        revision: w.revision.internal!,
        body: { purpose: 'age' },
      }),
      expect: { ...doors, 409: home, 404: 'rest' },
    },
  ],
}

export const purposesTables: SqlMatrix = {
  'access.purpose': {
    select: [
      one('of the county', (id) => `select from access.purpose where organisation = '${id.county}'`, {
        allowed: acting,
        none: 'rest',
      }),
    ],
    insert: [
      one('of the county', binding('county'), { allowed: leads, denied: 'rest' }),
      one('of the association', binding('association'), { denied: 'rest' }),
      one('of the association, as if the county had said so', binding('association', { by: 'county' }), {
        denied: 'rest',
      }),
      one('as if it had been said before', binding('county', { at: `'2026-01-01'` }), { denied: 'rest' }),
    ],
    update: [
      one(
        'lifted',
        (id) => `update access.purpose set superseded_at = clock.now() where organisation = '${id.county}'`,
        {
          allowed: leads,
          none: 'rest',
        },
      ),
      one(
        'at another time',
        (id) => `update access.purpose set superseded_at = '2026-01-01' where organisation = '${id.county}'`,
        {
          denied: leads,
          none: 'rest',
        },
      ),
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select',
  },
}

const bind = (on: string, name: string, expect: Expected<Effect>) =>
  one(on, (id) => `select from (select access.bind('${id[name]}', 'age') as done) x where done`, expect)
export const purposesFunctions: FunctionMatrix = {
  'access.bind': [
    bind('what the association brought into the body', 'forCare', {
      allowed: 'chair office delegate member',
      denied: `${home} deputy guest`,
      none: 'rest',
    }),
    bind('for a field for which the county does not take part', 'forYouth', {
      allowed: 'chair office delegate member',
      denied: 'deputy guest',
      none: 'rest',
    }),
    bind('something internal', 'internal', { denied: home, none: 'rest' }),
    bind('the body itself', 'body', { denied: acting, none: 'rest' }),
  ],
}
