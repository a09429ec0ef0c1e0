// When something falls due, tried on days.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween, yearOf } from '#kit/clock/days.ts'
import { chairFault, figurePeriods, meetPeriods, standingOf } from './rules.ts'

test('twice a year: whole calendar years, the first in proportion, too short a rest belongs to the next', () => {
  assert.deepEqual(
    meetPeriods('2017-05-15', '2017-06-01', 2).map(({ from, due, needed }) => [from, due, needed]),
    [
      ['2017-05-15', '2017-12-31', 1],
      ['2018-01-01', '2018-12-31', 2],
    ],
  )
  assert.deepEqual(
    meetPeriods('2026-11-22', '2026-11-22', 2).map(({ from, due, needed }) => [from, due, needed]),
    [['2026-11-22', '2027-12-31', 2]],
  )
  assert.deepEqual(
    meetPeriods('2026-01-01', '2026-03-01', 2).map(({ from, needed }) => [from, needed]),
    [
      ['2026-01-01', 2],
      ['2027-01-01', 2],
    ],
  )
})

test('no day after the beginning is without a period, none has two, and none asks for more than the clause', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2016-01-01', n))
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 1, max: 12 }), (start, later, perYear) => {
      const today = addDays(start, later)
      const periods = meetPeriods(start, today, perYear)
      assert.equal(periods[0]!.from, start)
      for (const [index, period] of periods.entries()) {
        if (index > 0) assert.equal(period.from, periods[index - 1]!.until)
        assert.ok(period.needed >= 1 && period.needed <= perYear)
        // Never asked for at a higher rate than the clause says.
        assert.ok(period.needed <= Math.ceil((perYear * daysBetween(period.from, period.until)) / 365))
      }
      assert.ok(periods.at(-1)!.until > today && yearOf(periods.at(-1)!.due) >= yearOf(today) + 1)
      // A later look adds periods and changes none.
      assert.deepEqual(meetPeriods(start, addDays(today, 400), perYear).slice(0, periods.length), periods)
    }),
  )
})

test('a figure of a year is due in the next, opens eight weeks before, and never for the time before the agreement', () => {
  const time = { period: 'year', due: '03-31' } as const
  assert.deepEqual(
    figurePeriods('2026-11-22', '2026-11-22', time).map(({ from, opens, due }) => [from, opens, due]),
    [['2026-01-01', '2027-02-03', '2027-03-31']],
  )
  assert.deepEqual(
    figurePeriods('2026-03-01', '2026-03-01', time).map(({ opens, due }) => [opens, due]),
    [
      ['2026-03-01', '2026-03-31'],
      ['2027-02-03', '2027-03-31'],
    ],
  )
  assert.deepEqual(
    figurePeriods('2026-11-22', '2026-11-22', { period: 'quarter', weeks: 4 }).map(({ from, due }) => [from, due]),
    [
      ['2026-10-01', '2027-01-28'],
      ['2027-01-01', '2027-04-28'],
      ['2027-04-01', '2027-07-28'],
      ['2027-07-01', '2027-10-28'],
    ],
  )
})

test('the standing of a body has its grounds', () => {
  const body = { dissolvedOn: null, inForce: false, chairs: 0, keys: 2, document: true }
  assert.equal(standingOf(body, '2026-01-01'), 'informal')
  assert.equal(standingOf({ ...body, inForce: true, chairs: 1 }, '2026-01-01'), 'agreed')
  assert.equal(standingOf({ ...body, inForce: true, chairs: 2 }, '2026-01-01'), 'constituted')
  assert.equal(standingOf({ ...body, inForce: true, chairs: 2, document: false }, '2026-01-01'), 'agreed')
  assert.equal(standingOf({ ...body, inForce: true, chairs: 2, dissolvedOn: '2026-01-01' }, '2026-01-01'), 'dissolved')
})

test('two chairs: different persons, organisations and constituencies', () => {
  const first = [{ person: 'p', organisation: 'o', constituency: 'c' }]
  assert.equal(chairFault({ person: 'p', organisation: 'x', constituency: 'd' }, first, 2), 'chairOfTwo')
  assert.equal(chairFault({ person: 'q', organisation: 'o', constituency: 'd' }, first, 2), 'chairOfOrganisation')
  assert.equal(chairFault({ person: 'q', organisation: 'x', constituency: 'c' }, first, 2), 'chairOfConstituency')
  assert.equal(chairFault({ person: null, organisation: 'x', constituency: 'd' }, first, 2), null)
  assert.equal(chairFault({ person: 'q', organisation: 'x', constituency: 'd' }, first, 1), 'chairsComplete')
})
