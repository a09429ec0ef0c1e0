// Expected rights on what held on a day, on the constitution of a body, on obligations, reviews and bulk reminders of an agreement. Written by hand.
import type { Effect, FunctionMatrix, HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { acting, doors, home, lapsed, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
type Me = { person: string; organisation: string }
const one = (on: string, text: (id: Ids, me: Me) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w, me) => text(w.id, { person: me.person ?? w.id.root!, organisation: me.organisation ?? w.id.county! }),
})
const constituted =
  (more: { file?: string; day?: string; by?: string } = {}) =>
  (id: Ids, me: Me) =>
    `insert into cooperation.constitution (body, day, file, recorded_by, recorded_at) values ('${id.group}', '${more.day ?? '2027-01-10'}', '${id[more.file ?? 'groupMinutes']}',
      '${more.by ? id[more.by] : me.person}', clock.now())`

export const standingTables: SqlMatrix = {
  'cooperation.constitution': {
    select: [
      one('of the body', (id) => `select from cooperation.constitution where body = '${id.body}'`, {
        allowed: acting,
        none: 'rest',
      }),
    ],
    insert: [
      one('of the group, with its minutes', constituted(), { allowed: 'planner', denied: 'rest' }),
      one('with a file of something else', constituted({ file: 'offeredFile' }), { denied: 'rest' }),
      one('on a day to come', constituted({ day: '2027-02-01' }), { denied: 'rest' }),
      one('in the name of another', constituted({ by: 'memberPerson' }), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
}

export const standingFunctions: FunctionMatrix = {
  'cooperation.constituted_by': { harmless: 'that a body has a document and which number it has, not what it says' },
  'cooperation.figure_uses': [
    one(
      'of an agreement that asks for no figure',
      (id) => `select from cooperation.figure_uses('${id.agreementInForce}', 1, '2026-01-01', '2027-01-01')`,
      {
        none: 'rest',
      },
    ),
  ],
  'cooperation.agreed_on': { harmless: 'that an agreement was in force on a day, not what it says' },
}

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const readers = `${home} ${sent} member stranger`
const runs = (hidden: string) => ({ 401: 'visitor', 404: hidden, 403: `rest ${lapsed}` }) as const

export const standingHttp: HttpMatrix = {
  'cooperation.bodyState': [
    {
      on: 'of the body',
      send: (w) => get(`/bodies/${w.id.body}/state`),
      expect: { ...doors, 200: acting, 404: 'rest' },
    },
  ],
  'cooperation.agreementState': [
    {
      on: 'in force',
      send: (w) => get(`/agreements/${w.id.agreementInForce}/state?on=2027-01-01`),
      expect: { ...doors, 200: readers, 404: 'rest' },
    },
  ],
  'cooperation.constitute': [
    {
      on: 'the body, which is constituted already',
      send: (w) => post(`/bodies/${w.id.body}/constitution`, { day: '2027-01-10', file: w.id.groupMinutes }),
      expect: { ...runs('unmandated'), 409: 'chair office' },
    },
  ],
  'cooperation.obligations': [
    {
      on: 'of an agreement in force',
      send: (w) => get(`/agreements/${w.id.agreementInForce}/obligations`),
      expect: { ...doors, 200: readers, 404: 'rest' },
    },
  ],
  'cooperation.difference': [
    {
      on: 'of an agreement in force',
      send: (w) => get(`/agreements/${w.id.agreementInForce}/difference?from=1&to=1`),
      expect: { ...doors, 200: readers, 404: 'rest' },
    },
  ],
  'cooperation.remindToSign': [
    {
      on: 'to be signed',
      send: (w) => post(`/agreements/${w.id.agreement}/reminders`),
      expect: { ...runs('unmandated elsewhere'), 200: 'chair office' },
    },
  ],
  'cooperation.agreementReviews': [
    {
      on: 'of an agreement in force',
      send: (w) => get(`/agreements/${w.id.agreementInForce}/reviews`),
      expect: { ...doors, 200: readers, 404: 'rest' },
    },
  ],
  'cooperation.reviewAgreement': [
    {
      on: 'an agreement in force',
      send: (w) =>
        post(`/agreements/${w.id.agreementInForce}/reviews`, {
          conclusion: 'end',
          words: 'Für die Prüfung der Rechte.',
        }),
      expect: { ...runs('unmandated elsewhere'), 200: 'chair office' },
    },
  ],
  'cooperation.agreementReview': [
    {
      on: 'that waits for its keys',
      send: (w) => get(`/agreement-reviews/${w.id.agreementReview}`),
      expect: { ...doors, 200: readers, 404: 'rest' },
    },
  ],
}
