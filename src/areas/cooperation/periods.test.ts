// The periods of clauses and how what has arisen is kept in step, tried on days: nothing is owed twice, adding days takes nothing away.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween } from '#kit/clock/days.ts'
import { foreseenOf } from '#kit/duties/rules.ts'
import type { ClauseDuty } from './contract.ts'
import { type Existing, keep } from './rules/keeping.ts'
import {
  beforePeriod,
  everyMonths,
  informPeriod,
  type KnownMeeting,
  noticePeriod,
  reviewPeriods,
} from './rules/periods.ts'
import { stageOf } from './rules/reminding.ts'
import { type Ground, type Wanted, wantedBy } from './rules/wanted.ts'

const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2016-01-01', n))
const meeting = (id: string, on: string, announced: string | null, held = false) => ({
  id,
  day: on,
  held,
  announced,
  recorded: held ? on : null,
})

test('contacts and reviews: one period after the other without gap or overlap, also across short months; a later look only adds', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 1, max: 36 }), (start, later, months) => {
      const today = addDays(start, later)
      for (const of of [
        (on: string) => everyMonths(start, on, months),
        (on: string) => reviewPeriods(start, on, Math.ceil(months / 12)),
      ]) {
        const periods = of(today)
        assert.equal(periods[0]!.from, start)
        for (const [n, period] of periods.entries()) {
          if (n > 0) assert.equal(period.from, periods[n - 1]!.until)
          assert.ok(period.opens >= period.from && period.opens <= period.due && period.due < period.until)
        }
        assert.ok(periods.at(-1)!.until > today)
        assert.deepEqual(of(addDays(today, 400)).slice(0, periods.length), periods)
      }
    }),
  )
})

test('notice and sessions: counted in whole days, nothing for the time before the agreement, nothing for what was entered afterwards', () => {
  const notice = (on: string, announced: string | null, days: number) =>
    noticePeriod('2027-01-01', meeting('m', on, announced), days)
  assert.deepEqual(notice('2027-03-20', '2027-01-05', 10), {
    from: '2027-03-20',
    until: '2027-03-21',
    opens: '2027-02-10',
    due: '2027-03-10',
    needed: 1,
  })
  assert.equal(notice('2027-01-10', '2027-01-01', 10), null, 'due before the agreement')
  assert.equal(notice('2027-03-20', '2027-03-21', 10), null, 'entered afterwards')
  assert.equal(notice('2027-03-20', null, 10), null, 'never announced')
  assert.equal(notice('2027-03-20', '2027-03-18', 10)!.due, '2027-03-10', 'planned too late is late')
  assert.deepEqual(beforePeriod('2026-11-22', '2027-03-24', 3, 6), {
    from: '2027-01-20',
    until: '2027-03-04',
    opens: '2027-01-20',
    due: '2027-03-03',
    needed: 1,
  })
  assert.equal(beforePeriod('2027-03-01', '2027-03-24', 3, 6), null, 'no two weeks were left')
  assert.equal(informPeriod('2027-01-01', '2027-01-20', '2027-01-02', 30), null)
})

test('foreseen: only while it can be avoided, earlier when more is missing, silent when enough is planned', () => {
  const duty = { state: 'open', due: '2027-12-31', needed: 2, have: 0, planned: 0, foresees: 'meeting' }
  const on = (today: string, more: Partial<typeof duty> = {}) =>
    foreseenOf({ ...duty, ...more }, today)?.missing ?? null
  assert.equal(on('2027-09-10'), 2)
  assert.equal(on('2027-09-09'), null)
  assert.equal(on('2027-11-05', { have: 1 }), 1)
  assert.equal(on('2027-11-04', { have: 1 }), null)
  assert.equal(on('2027-12-30', { have: 1, planned: 1 }), null)
  for (const state of ['notYet', 'overdue', 'done', 'waived', 'withdrawn'])
    assert.equal(on('2027-12-30', { state }), null)
})

test('reminders: each stage once, none sent late; a must goes on to chairs and heads, a soll is asked, in der Regel is left alone', () => {
  const duty = { state: 'open', due: '2027-03-31', strength: 'must' }
  const on = (
    today: string,
    sent: string[],
    more: Partial<typeof duty> & { foreseen?: boolean; arose?: string } = {},
  ) => stageOf({ ...duty, ...more }, sent, today)
  assert.equal(on('2027-03-16', []), null)
  assert.equal(on('2027-03-16', [], { foreseen: true }), 'foreseen')
  assert.equal(on('2027-03-17', ['foreseen']), 'soon')
  assert.equal(on('2027-03-20', ['soon']), null)
  assert.equal(on('2027-03-31', ['soon']), 'due')
  const late = { state: 'overdue' }
  assert.equal(on('2027-04-01', ['soon', 'due'], late), 'overdue')
  assert.equal(on('2027-04-14', ['soon', 'due', 'overdue'], late), 'escalated')
  assert.equal(on('2027-04-28', ['overdue', 'escalated'], late), 'heads')
  assert.equal(on('2027-05-30', ['heads'], late), null)
  assert.equal(on('2027-04-20', [], { ...late, strength: 'should' }), 'asked')
  assert.equal(on('2027-06-20', ['asked'], { ...late, strength: 'should' }), null)
  assert.equal(on('2027-04-20', [], { ...late, strength: 'usual' }), null)
  // What came to be owed only after its day escalates from the day on which it arose.
  assert.equal(on('2027-06-01', [], { ...late, arose: '2027-06-01' }), 'overdue')
  assert.equal(on('2027-06-15', ['overdue'], { ...late, arose: '2027-06-01' }), 'escalated')
  for (const state of ['done', 'doneLate', 'waived', 'notYet', 'reasoned', 'missed', 'withdrawn'])
    assert.equal(on('2027-04-20', [], { state }), null)
})

const clauses: ClauseDuty[] = [
  { kind: 'meet', perYear: 2 },
  { kind: 'before', weeks: 3, span: 6, of: { committee: 'Ausschuss' } },
  { kind: 'notice', days: 10 },
  { kind: 'report', from: 'parties', to: 'represented', time: { when: 'afterMeeting', days: 14 } },
  { kind: 'report', from: 'parties', to: 'body', time: { when: 'yearly', due: '03-31' } },
  { kind: 'contact', months: 5, from: 'parties', to: 'body' },
  { kind: 'review', years: 1 },
]
const ground = (start: string, more: Partial<Ground> = {}): Ground => ({
  id: 'agreement',
  title: 'Vereinbarung',
  edition: 1,
  body: 'body',
  owner: 'a',
  start,
  reviewOn: null,
  reviewed: null,
  endsOn: null,
  leaves: new Map(),
  parties: [
    { id: 'a', side: 'public' },
    { id: 'b', side: 'free' },
  ],
  members: ['a', 'b'],
  counties: ['a'],
  clauses: clauses.map((duty, place) => ({
    number: `§ ${place + 1}`,
    heading: '',
    text: 'Wortlaut',
    strength: 'must',
    duty,
    indicator: null,
  })),
  meetingsOf: () => [],
  committeeDays: () => [],
  titleOf: () => '',
  ...more,
})
const asExisting = (want: Wanted, n: number, edition = 1): Existing => ({
  id: `${edition}-${n}`,
  kind: want.kind,
  debtor: want.debtor,
  creditor: want.creditor,
  subject: want.subject,
  because_edition: edition,
  number: want.number,
  because_text: want.becauseText,
  period_from: want.period.from,
  period_until: want.period.until,
  opens: want.opens,
  due: want.due,
  needed: want.needed,
  touched: false,
})

test('looking again owes nothing twice and withdraws nothing; what moved moves; what was called off is withdrawn', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 700 }), (start, first, then) => {
      const meetings = [meeting('m1', addDays(start, 40), start), meeting('m2', addDays(start, 90), start, true)]
      const known = ground(start, { meetingsOf: () => meetings, committeeDays: () => [addDays(start, 200)] })
      const daysOf = (all: readonly KnownMeeting[]) => (id: string) => all.find((one) => one.id === id)?.day ?? null
      const frame = (today: string) => ({ edition: 1, start, today, dayOf: daysOf(meetings) })
      const today = addDays(start, first)
      const once = keep(wantedBy(known, today), [], frame(today)).owe
      const there = once.map((want, n) => asExisting(want, n))
      assert.deepEqual(keep(wantedBy(known, today), there, frame(today)), { owe: [], move: [], withdraw: [] })
      const later = addDays(today, then)
      const again = keep(wantedBy(known, later), there, frame(later))
      assert.deepEqual([again.move, again.withdraw], [[], []])
      for (const want of again.owe) assert.ok(daysBetween(today, want.due) > 0, 'only what lies ahead is new')
      // A clock that runs backwards takes nothing away.
      const more = [
        ...there,
        ...again.owe.map((want, n) => asExisting(want, n, 1)).map((one) => ({ ...one, id: `x${one.id}` })),
      ]
      assert.deepEqual(keep(wantedBy(known, today), more, frame(today), wantedBy(known, later)).withdraw, [])
      // The planned meeting moves: its notice moves with it, and nothing else happens.
      const movedTo = (days: number) => {
        const all = [meeting('m1', addDays(start, days), start), meetings[1]!]
        const asked = ground(start, { meetingsOf: () => all, committeeDays: () => [addDays(start, 200)] })
        return keep(wantedBy(asked, today), there, { ...frame(today), dayOf: daysOf(all) })
      }
      const change = movedTo(50)
      assert.deepEqual(
        [change.owe, change.withdraw, change.move.map(({ to }) => to.due)],
        [[], [], [addDays(start, 40)]],
      )
      // It moves to a day so near that the last day to invite lies before anybody was bound: nobody is asked for what nobody could do.
      const near = movedTo(3)
      assert.deepEqual([near.owe, near.move, near.withdraw.map((one) => one.because)], [[], [], ['gone']])
      // Called off: withdrawn.
      const gone = keep(
        wantedBy(
          ground(start, { meetingsOf: () => [meetings[1]!], committeeDays: () => [addDays(start, 200)] }),
          today,
        ),
        there,
        { ...frame(today), dayOf: daysOf([meetings[1]!]) },
      )
      assert.deepEqual([gone.owe, gone.move, gone.withdraw.map((one) => one.because)], [[], [], ['cancelled']])
    }),
  )
})

test('twenty-four parties, twenty clauses, five years: computed and kept in step within two seconds', () => {
  const parties = Array.from({ length: 24 }, (_, n) => ({ id: `p${n}`, side: n % 2 ? 'free' : 'public' }))
  const many = ground('2022-01-01', {
    parties,
    members: parties.map((one) => one.id),
    clauses: Array.from({ length: 20 }, (_, n) => ({
      number: `§ ${n}`,
      heading: '',
      text: 'Wortlaut',
      strength: 'must' as const,
      indicator: null,
      duty: { kind: 'contact' as const, months: 3, from: 'parties' as const, to: 'body' as const },
    })),
  })
  const began = performance.now()
  const wanted = wantedBy(many, '2026-12-31')
  assert.ok(wanted.length > 11_000)
  const existing = wanted.map((want, n) => asExisting(want, n))
  const frame = { edition: 1, start: '2022-01-01', today: '2026-12-31', dayOf: () => null }
  assert.deepEqual(keep(wanted, existing, frame), { owe: [], move: [], withdraw: [] })
  const took = performance.now() - began
  console.log(`${wanted.length} duties computed and compared in ${took.toFixed(0)} ms`)
  assert.ok(took < 2000)
})
