// Expected rights on seats that are offered. `elsewhere` acts for the organisation that was asked. Written by hand.
import type { FunctionMatrix, HttpMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import { doors, lapsed, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (on: string, sql: (id: Ids) => string, expect: SqlCase['expect']): SqlCase => ({
  on,
  expect,
  sql: (w) => sql(w.id),
})
const leads = 'chair office'
const offer =
  (more: { by?: string; about?: string } = {}) =>
  (id: Ids) =>
    `insert into cooperation.seat_offer (id, body, organisation, from_day, offered_by, offered_at, about, actor, message)
   values ('${id.bareOffer}', '${id.body}', '${id.strangers}', '2027-01-01', ${more.by ?? '(access.actor()).person'}, clock.now(),
     ${more.about ? `'${id[more.about]}', 'school', 'Wirken Sie mit?'` : `null, null, ''`})`
const settle =
  (set: string, on = '2027-01-15') =>
  (id: Ids) =>
    `update cooperation.seat_offer set answer = '${set}', answered_on = '${on}' where id = '${id.offer}'`

export const offersHttp: HttpMatrix = {
  'cooperation.seatOffers': [
    {
      on: 'the body',
      send: (w) => ({ method: 'GET', url: `/bodies/${w.id.body}/seat-offers` }),
      expect: { ...doors, 404: 'unmandated', 200: 'rest' },
    },
  ],
  'cooperation.withdrawOffer': [
    {
      on: 'of others, not yet answered',
      send: (w) => ({ method: 'POST', url: `/bodies/${w.id.body}/seat-offers/${w.id.offer}/withdrawal`, body: {} }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: leads, 403: `rest ${lapsed}` },
    },
  ],
}

export const offersTables: SqlMatrix = {
  'cooperation.seat_offer': {
    select: [
      one('of others', (id) => `select from cooperation.seat_offer where id = '${id.offer}'`, {
        allowed: `${sent} elsewhere`,
        none: 'rest',
      }),
    ],
    insert: [
      one('to strangers', offer(), { allowed: leads, denied: 'rest' }),
      one('for what they deal with there, with words', offer({ about: 'inBody' }), { allowed: leads, denied: 'rest' }),
      one('for what is dealt with elsewhere', offer({ about: 'otherBody' }), { denied: 'rest' }),
      one('in the name of somebody else', (id) => offer({ by: `'${id.root}'` })(id), { denied: 'rest' }),
    ],
    update: [
      one('taken back', settle('withdrawn'), { allowed: leads, none: 'rest' }),
      one('taken back on another day', settle('withdrawn', '2027-01-14'), { denied: leads, none: 'rest' }),
      one('declined for them', settle('declined'), { denied: leads, none: 'rest' }),
      one('in other words', (id) => `update cooperation.seat_offer set message = 'Anders' where id = '${id.offer}'`, {
        denied: 'rest',
      }),
    ],
    delete: 'closed',
    columns: {
      insert: 'about actor body constituency from_day guest id message offered_at offered_by organisation unit',
      update: 'answer answered_on',
    },
    worker: 'select update',
  },
}

export const offersFunctions: FunctionMatrix = {
  'cooperation.has_signed': { harmless: 'who has signed what a body agreed on, which everybody in it may know' },
}
