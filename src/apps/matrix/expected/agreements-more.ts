// Expected rights on annexes, editions of agreements, and the opening of a person's log. Written by hand.
import type { Effect, FunctionMatrix, HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { doors, home, lapsed, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (
  on: string,
  text: (id: Ids, me: { person: string; organisation: string }) => string,
  expect: Expected<Effect>,
): SqlCase => ({
  on,
  expect,
  sql: (w, me) => text(w.id, { person: me.person ?? w.id.root!, organisation: me.organisation ?? w.id.county! }),
})
const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const leads = 'chair office'
const add = { allowed: leads, denied: 'rest' } as const
const ofDraft = `${home} ${sent} member`
const ofOffered = `${ofDraft} stranger`

const annex = (agreement: string, file: string) => (id: Ids) =>
  `insert into cooperation.annex (agreement, edition, place, title, file) values ('${id[agreement]}', 1, 9, 'Probe', '${id[file]}')`
const opening =
  (more: { by?: string; second?: string; person?: string }) =>
  (id: Ids, me: { person: string; organisation: string }) =>
    `insert into privacy.opening (id, person, organisation, cause, from_day, until_day, asked_by, second, asked_at)
      values (gen_random_uuid(), '${id[more.person ?? 'plannerPerson']}', '${me.organisation}', 'Für die Prüfung der Rechte', '2027-01-01', '2027-01-10',
        '${more.by ? id[more.by] : me.person}', '${id[more.second ?? 'headPerson']}', clock.now())`
const answer = (set: string) => (id: Ids) => `update privacy.opening set ${set} where id = '${id.opening}'`

export const agreementsTables: SqlMatrix = {
  'cooperation.annex': {
    select: [
      one('of the draft', (id) => `select from cooperation.annex where agreement = '${id.agreementDraft}'`, {
        allowed: ofDraft,
        none: 'rest',
      }),
    ],
    insert: [
      one('a file of the draft', annex('agreementDraft', 'looseFile'), add),
      one('a file of another agreement', annex('agreementDraft', 'offeredFile'), { denied: 'rest' }),
      one('to be signed', annex('agreement', 'offeredFile'), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: [
      one('of the draft', (id) => `delete from cooperation.annex where agreement = '${id.agreementDraft}'`, {
        allowed: leads,
        none: 'rest',
      }),
    ],
    worker: 'select',
  },
  'privacy.opening': {
    select: [
      one('asked by the admin about the planner', (id) => `select from privacy.opening where id = '${id.opening}'`, {
        allowed: 'admin head planner',
        none: 'rest',
      }),
    ],
    insert: [
      one('about the planner, with the head', opening({}), {
        allowed: 'admin checker',
        refused: 'head',
        denied: 'rest',
      }),
      one('with oneself as the second', (id, me) => opening({ second: 'adminPerson' })(id, me), {
        allowed: 'head checker',
        refused: 'admin',
        denied: 'rest',
      }),
      one('with somebody of another organisation', opening({ second: 'memberPerson' }), { denied: 'rest' }),
      one('about somebody of another organisation', opening({ person: 'memberPerson' }), { denied: 'rest' }),
      one('in the name of the admin', opening({ by: 'adminPerson' }), { allowed: 'admin', denied: 'rest' }),
    ],
    update: [
      one('agreed', answer(`answer = 'agreed', answered_at = clock.now(), closes_on = clock.today() + 7`), {
        allowed: 'head',
        none: 'rest',
      }),
      one(
        'agreed for a year',
        answer(`answer = 'agreed', answered_at = clock.now(), closes_on = clock.today() + 365`),
        {
          denied: 'head',
          none: 'rest',
        },
      ),
      one('refused without a reason', answer(`answer = 'refused', answered_at = clock.now()`), {
        refused: 'head',
        none: 'rest',
      }),
    ],
    delete: 'closed',
    columns: {
      insert: 'id person organisation cause from_day until_day asked_by second asked_at',
      update: 'answer reason answered_at closes_on',
    },
    worker: 'select',
  },
}

export const agreementsFunctions: FunctionMatrix = {
  'files.fix': [
    one('a file of the agreement', (id) => `select files.fix('${id.looseFile}')`, {
      allowed: 'chair office delegate deputy member',
      denied: 'rest',
    }),
  ],
  'privacy.answers_for': {
    harmless: 'whether somebody sets up, leads or checks an organisation, which all who work here may know',
  },
  'privacy.log_of': [
    one('agreed, about the planner', (id) => `select from privacy.log_of('${id.openedLog}')`, {
      allowed: 'admin head',
      denied: 'rest',
    }),
    one('asked, not agreed', (id) => `select from privacy.log_of('${id.opening}')`, { denied: 'rest' }),
  ],
}

export const agreementsHttp: HttpMatrix = {
  'cooperation.edition': [
    {
      on: 'the draft',
      send: (w) => get(`/agreements/${w.id.agreementDraft}/editions/1`),
      expect: { ...doors, 200: ofDraft, 404: 'rest' },
    },
    {
      on: 'to be signed',
      send: (w) => get(`/agreements/${w.id.agreement}/editions/1`),
      expect: { ...doors, 200: ofOffered, 404: 'rest' },
    },
  ],
  'cooperation.addAnnex': [
    {
      on: 'a file of the draft',
      send: (w) => ({
        method: 'POST',
        url: `/agreements/${w.id.agreementDraft}/annexes`,
        revision: w.revision.agreementDraft!,
        body: { file: w.id.looseFile, title: 'Anlage' },
      }),
      expect: { 401: 'visitor', 404: 'unmandated stranger elsewhere', 200: leads, 403: `rest ${lapsed}` },
    },
  ],
  'cooperation.removeAnnex': [
    {
      on: 'of the draft',
      send: (w) => ({
        method: 'DELETE',
        url: `/agreements/${w.id.agreementDraft}/annexes/1`,
        revision: w.revision.agreementDraft!,
      }),
      expect: { 401: 'visitor', 404: 'unmandated stranger elsewhere', 200: leads, 403: `rest ${lapsed}` },
    },
  ],
  'privacy.openings': [
    { on: 'what concerns me', send: () => get('/privacy/openings'), expect: { ...doors, 200: 'rest' } },
  ],
  'privacy.askOpening': [
    {
      on: 'about the planner, with the head',
      send: (w) =>
        post('/privacy/openings', {
          person: w.id.plannerPerson,
          second: w.id.headPerson,
          cause: 'Für die Prüfung der Rechte',
          from: '2027-01-01',
          until: '2027-01-10',
        }),
      expect: { 401: 'visitor', 200: 'admin checker', 409: 'head', 403: `rest ${lapsed}` },
    },
  ],
  'privacy.answerOpening': [
    {
      on: 'asked by the admin, with the head',
      send: (w) => post(`/privacy/openings/${w.id.opening}/answer`, { agree: true }),
      expect: { ...doors, 200: 'head', 409: 'admin planner', 404: 'rest' },
    },
  ],
  'privacy.readOpening': [
    {
      on: 'agreed, about the planner',
      send: (w) => post(`/privacy/openings/${w.id.openedLog}/reading`),
      expect: { ...doors, 200: 'admin head', 403: `planner ${lapsed}`, 404: 'rest' },
    },
    {
      on: 'not agreed yet',
      send: (w) => post(`/privacy/openings/${w.id.opening}/reading`),
      expect: { ...doors, 409: 'admin head', 403: `planner ${lapsed}`, 404: 'rest' },
    },
  ],
}
