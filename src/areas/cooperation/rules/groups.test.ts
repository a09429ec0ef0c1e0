// When a working group reports and when it is near its end.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween } from '#kit/clock/days.ts'
import { matching, memberLines, sidesOf } from '../screens/member-lines.ts'
import { namesIn, sameName } from '../screens/pasted-names.ts'
import { alarmDays, phaseOf, reportPeriods } from './groups.ts'

test('a group is ending from four weeks before its first day without it, and closed from that day on', () => {
  assert.deepEqual(
    ['2027-11-02', '2027-11-03', '2027-11-30', '2027-12-01'].map((today) => phaseOf('2027-12-01', today)),
    ['running', 'ending', 'ending', 'closed'],
  )
})

test('reports follow each other without gap, end with the group, and none falls into its last four weeks but the last', () => {
  const days = fc.integer({ min: 1, max: 1500 })
  const every = fc.option(fc.integer({ min: 1, max: 24 }))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), days, every, (offset, length, months) => {
      const start = addDays('2024-01-01', offset)
      const until = addDays(start, length)
      const periods = reportPeriods(start, until, months)
      assert.equal(periods[0]!.from, start)
      assert.equal(periods.at(-1)!.due, addDays(until, -1))
      assert.deepEqual(
        periods.map((one) => one.last),
        periods.map((_, at) => at === periods.length - 1),
      )
      for (const [at, one] of periods.entries()) {
        assert.ok(one.opens >= one.from && one.opens <= one.due && one.until > one.due)
        if (at > 0) assert.equal(one.from, addDays(periods[at - 1]!.due, 1))
        if (!one.last) assert.ok(daysBetween(one.due, until) > alarmDays)
      }
    }),
  )
})

test('a pasted list gives each name once, without bullets, and finds names however they are written', () => {
  assert.deepEqual(namesIn('1. Caritas\n- AWO; Diakonie\n• caritas \n\n'), ['Caritas', 'AWO', 'Diakonie'])
  assert.ok(sameName('Jugendämter München-Land', 'jugendamter muenchen land') === false)
  assert.ok(sameName('Kreisverband München–Land', 'KREISVERBAND MÜNCHEN-LAND'))
})

test('members are one line per organisation, counted by side without guests, and found by department or person', () => {
  const seat = (id: string, title: string, side: 'public' | 'free', more: object = {}) => ({
    id: `${id}-${Math.abs(JSON.stringify(more).length)}`,
    organisation: { id, title },
    side,
    unit: null,
    constituency: null,
    voting: true,
    guest: false,
    from: '2026-01-01',
    until: null,
    delegates: [],
    ...more,
  })
  const lines = memberLines({
    purposes: [{ organisation: 'c', fields: ['education'], reason: 'Übergänge' }],
    seats: [
      seat('a', 'Landkreis', 'public', { unit: { id: 'u', title: 'Geschäftsbereich 2' } }),
      seat('a', 'Landkreis', 'public', { unit: { id: 'v', title: 'Stabsstelle' } }),
      seat('b', 'Caritas', 'free', {
        delegates: [{ person: { id: 'p', title: 'Sigrid Mitarbeit' }, role: 'delegate' }],
      }),
      seat('c', 'Schulamt', 'public', { guest: true, voting: false }),
    ],
  })
  assert.deepEqual(
    lines.map((line) => [line.organisation.title, line.units.length, line.guest]),
    [
      ['Landkreis', 2, false],
      ['Caritas', 0, false],
      ['Schulamt', 0, true],
    ],
  )
  assert.deepEqual(sidesOf(lines), { public: 1, free: 1, other: 0 })
  assert.deepEqual(
    ['stabsstelle', 'geschaftsbereich', 'sigrid', 'nichts'].map((words) => matching(lines, words).length),
    [1, 1, 1, 0],
  )
})
