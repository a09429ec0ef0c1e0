// Expected rights on notices of parties that leave an agreement. Written by hand.
import type { Effect, HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { doors, home, lapsed, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
type Me = { person: string; organisation: string }
const one = (on: string, text: (id: Ids, me: Me) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w, me) => text(w.id, { person: me.person ?? w.id.root!, organisation: me.organisation ?? w.id.county! }),
})
const readers = `${home} ${sent} member stranger`

type More = { organisation?: string; kind?: string; on?: string; reason?: string; paper?: boolean; at?: string }
const notice = (more: More) => (id: Ids, me: Me) =>
  `insert into cooperation.termination (id, agreement, edition, organisation, kind, declared_on, effective_on, reason, capacity, person, signatory, source, recorded_by, recorded_at)
    values (gen_random_uuid(), '${id.agreementInForce}', 1, '${more.organisation ? id[more.organisation] : me.organisation}', '${more.kind ?? 'ordinary'}', '2027-01-15', '${more.on ?? '2027-03-01'}',
      '${more.reason ?? ''}', 'Leitung', ${more.paper ? 'null' : `'${me.person}'`}, ${more.paper ? `'Frieda Fremd'` : 'null'}, ${more.paper ? `'Schreiben'` : 'null'}, '${me.person}', ${more.at ?? 'clock.now()'})`
const step = (set: (me: Me) => string) => (id: Ids, me: Me) =>
  `update cooperation.termination set ${set(me)} where id = '${id.termination}'`
const back = (me: Me, because = 'null') =>
  `taken_back_on = clock.today(), taken_back_by = '${me.person}', taken_back_because = ${because}`

export const terminationsTables: SqlMatrix = {
  'cooperation.termination': {
    select: [
      one('of strangers', (id) => `select from cooperation.termination where id = '${id.termination}'`, {
        allowed: readers,
        none: 'rest',
      }),
    ],
    insert: [
      one('for the own organisation', notice({}), {
        allowed: 'admin head planner member',
        refused: 'elsewhere',
        denied: 'rest',
      }),
      one('for the county, from paper', notice({ organisation: 'county', paper: true }), {
        allowed: 'office',
        denied: 'rest',
      }),
      one('for the county, as if somebody had declared it here', notice({ organisation: 'county' }), {
        allowed: 'admin head planner',
        denied: 'rest',
      }),
      one('shorter than agreed', notice({ on: '2027-02-01' }), { denied: 'rest' }),
      one('to a day on which it cannot end', notice({ on: '2027-03-15' }), { denied: 'rest' }),
      one('as if it had been recorded before', notice({ at: `'2026-12-01'` }), { denied: 'rest' }),
      one('without the agreed period, for a reason', notice({ kind: 'extraordinary', reason: 'Weil es nicht geht' }), {
        allowed: 'admin head planner member',
        refused: 'elsewhere',
        denied: 'rest',
      }),
    ],
    update: [
      one('taken back', step(back), { allowed: 'stranger', denied: 'chair office', none: 'rest' }),
      one(
        'taken back, from paper',
        step((me) => back(me, `'Schreiben vom 10. Januar'`)),
        { allowed: 'stranger office', denied: 'chair', none: 'rest' },
      ),
      one(
        'the seat stays',
        step((me) => `seat_answer = 'keep', answered_by = '${me.person}', answered_on = clock.today()`),
        { allowed: 'chair office', denied: 'stranger', none: 'rest' },
      ),
      one(
        'a second signature where one is enough',
        step((me) => `second = '${me.person}', second_on = clock.today()`),
        { denied: 'chair office stranger', none: 'rest' },
      ),
      one(
        'another day',
        step(() => `effective_on = '2027-02-01'`),
        { denied: 'rest' },
      ),
    ],
    delete: 'closed',
    columns: {
      update: 'second second_on taken_back_on taken_back_by taken_back_because seat_answer answered_by answered_on',
    },
    worker: 'select',
  },
}

const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const hidden = 'unmandated elsewhere'

export const terminationsHttp: HttpMatrix = {
  'cooperation.terminations': [
    {
      on: 'of an agreement in force',
      send: (w) => ({ method: 'GET', url: `/agreements/${w.id.agreementInForce}/terminations` }),
      expect: { ...doors, 200: readers, 404: 'rest' },
    },
  ],
  'cooperation.terminate': [
    {
      on: 'for the own organisation; strangers have given notice already',
      send: (w) => post(`/agreements/${w.id.agreementInForce}/terminations`, { capacity: 'Leitung' }),
      expect: {
        401: 'visitor',
        404: hidden,
        200: 'admin head planner member',
        409: 'stranger',
        403: `rest ${lapsed}`,
      },
    },
    {
      on: 'recorded for the county from paper',
      send: (w) =>
        post(`/agreements/${w.id.agreementInForce}/terminations`, {
          capacity: 'Leitung',
          organisation: w.id.county,
          signatory: 'Erika Muster',
          source: 'Schreiben im Ordner',
        }),
      expect: {
        ...doors,
        404: hidden,
        200: 'admin head planner office',
        403: `checker staff counsellor ${lapsed}`,
        409: 'rest',
      },
    },
  ],
  'cooperation.secondTermination': [
    {
      on: 'where one signature is enough',
      send: (w) => post(`/agreements/${w.id.agreementInForce}/terminations/${w.id.termination}/second`),
      expect: { ...doors, 404: hidden, 409: 'rest' },
    },
  ],
  'cooperation.takeBackTermination': [
    {
      on: 'of strangers, from paper',
      send: (w) =>
        post(`/agreements/${w.id.agreementInForce}/terminations/${w.id.termination}/retraction`, {
          because: 'Schreiben vom 10. Januar',
        }),
      expect: { ...doors, 404: hidden, 200: 'stranger office', 409: 'rest' },
    },
  ],
  'cooperation.settleSeats': [
    {
      on: 'of strangers',
      send: (w) =>
        post(`/agreements/${w.id.agreementInForce}/terminations/${w.id.termination}/seats`, { answer: 'keep' }),
      expect: { 401: 'visitor', 404: hidden, 200: 'chair office', 403: `rest ${lapsed}` },
    },
  ],
}
