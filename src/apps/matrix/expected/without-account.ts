// Expected rights on what people do who never sign in: links in mails, and what the office was told. Written by hand.
import type { FunctionMatrix, HttpMatrix, Request, SqlMatrix } from '../shapes.ts'
import { doors, home, lapsed, sent } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const nowhere = 'x'.repeat(40)

const telling = (owner: string) => (w: { id: Readonly<Record<string, string>> }) =>
  `insert into cooperation.notification (id, body, duty, organisation, teller, told_on, effect, text, recorded_at)
    values ('${w.id[owner]}', '${w.id.body}', '${w.id.duty}', '${w.id.county}', 'Wer', '2027-01-10', 'state', 'Probe', clock.now())`

export const withoutAccountTables: SqlMatrix = {
  'access.act_link': {
    select: 'closed',
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    worker: 'select delete',
  },
  'cooperation.notification': {
    select: [
      {
        on: 'about the duty of the county',
        sql: (w) => `select from cooperation.notification where id = '${w.id.notification}'`,
        expect: { allowed: `${home} ${sent} member`, none: 'rest' },
      },
    ],
    insert: [
      { on: 'just begun', sql: telling('bareNotification'), expect: { allowed: 'office', denied: 'rest' } },
      { on: 'on what is no notification', sql: telling('chaired'), expect: { denied: 'rest' } },
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
}

export const withoutAccountFunctions: FunctionMatrix = {
  'access.look_at_act': { harmless: 'says only to whoever holds the token what its mail said' },
  'access.open_by_act': {
    harmless: 'opens only for whoever holds a token that was never used, which stands only in a mail',
  },
  'duties.shown_by_link': { harmless: 'says only to whoever holds the token what its mail said' },
}

export const withoutAccountHttp: HttpMatrix = {
  'duties.linked': [{ on: 'a made-up link', send: () => get(`/duty-links/${nowhere}`), expect: { 404: 'rest' } }],
  'duties.stateByLink': [
    {
      on: 'a made-up link',
      send: () => post(`/duty-links/${nowhere}/statement`, { day: '2027-01-10', text: 'Probe' }),
      expect: { 409: 'rest' },
    },
  ],
  'duties.reasonByLink': [
    {
      on: 'a made-up link',
      send: () => post(`/duty-links/${nowhere}/reason`, { because: 'Für die Prüfung' }),
      expect: { 409: 'rest' },
    },
  ],
  'figures.deliverByLink': [
    {
      on: 'a made-up link',
      send: () => post(`/duty-links/${nowhere}/delivery`, { value: 1 }),
      expect: { 409: 'rest' },
    },
  ],
  'cooperation.tell': [
    {
      on: 'about a duty that is done elsewhere',
      send: (w) =>
        post(`/bodies/${w.id.body}/notifications`, {
          duty: w.id.duty,
          teller: 'Wer',
          toldOn: '2027-01-10',
          effect: 'state',
          text: 'Probe',
        }),
      expect: { 401: 'visitor', 404: 'unmandated', 409: 'office', 403: `rest ${lapsed}` },
    },
  ],
  'cooperation.toldOf': [
    {
      on: 'the duty of the county to the body',
      send: (w) => get(`/duties/${w.id.duty}/notifications`),
      expect: { ...doors, 200: `${home} ${sent}`, 404: 'rest' },
    },
  ],
}
