// Days that suit a meeting, and what answers come to: the smallest cases by hand, the rest against counting one by one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Poll, PollAnswer } from './contract/polls.ts'
import { proposeDays, reasonsFor } from './rules/days.ts'
import { forecastOf } from './rules/forecast.ts'
import { tallyOf } from './rules/tally.ts'
import { seatsNeeded } from './rules.ts'

const known = {
  from: '2027-03-15',
  until: '2027-05-31',
  areaKey: '09184',
  earliest: '2027-03-20',
  taken: [
    { day: '2027-04-13', title: '4. Sitzung', same: true },
    { day: '2027-04-14', title: '2. Sitzung AG', same: false },
  ],
  owed: [{ title: 'vor dem Jugendhilfeausschuss', opens: '2027-04-01', due: '2027-04-20' }],
  nameOf: (holiday: string) => holiday,
}
const said = (day: string) => reasonsFor(day, known).map(({ kind, weight }) => `${weight} ${kind}`)

test('every day says why it is good or bad: holidays of the Land, bridge days, other meetings, the weeks before a session', () => {
  assert.deepEqual(said('2027-03-29'), ['bad holiday'])
  assert.deepEqual(said('2027-05-28'), ['hard betweenHolidays', 'hard tooLate'])
  assert.deepEqual(said('2027-04-13'), ['bad sameBody', 'good fulfils'])
  assert.deepEqual(said('2027-04-14'), ['hard samePeople', 'good fulfils'])
  assert.deepEqual(said('2027-04-15'), ['good fulfils', 'good free'])
  assert.deepEqual(said('2027-04-21'), ['hard tooLate'])
  assert.deepEqual(said('2027-03-17'), ['hard notice'])
  assert.deepEqual(said('2027-03-23'), ['good free'])
  assert.deepEqual(
    reasonsFor('2026-12-28', { ...known, earliest: '2026-12-01', owed: [] }).map(({ kind }) => kind),
    ['yearEnd'],
  )
})

test('what is proposed has nothing against it, keeps what was agreed first, and lies apart', () => {
  const proposed = proposeDays(known).filter((one) => one.proposed)
  assert.deepEqual(
    proposed.map(({ day }) => day),
    ['2027-04-01', '2027-04-06', '2027-04-08'],
  )
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 }),
      fc.array(fc.record({ at: fc.integer({ min: 0, max: 60 }), same: fc.boolean() }), { maxLength: 40 }),
      (shift, meetings) => {
        const dayAt = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
        const taken = meetings.map(({ at, same }) => ({ day: dayAt(shift + at), title: 'x', same }))
        const days = proposeDays({
          ...known,
          from: dayAt(shift),
          until: dayAt(shift + 60),
          earliest: dayAt(shift + 5),
          taken,
        })
        for (const { day, reasons, proposed: is } of days) {
          assert.ok(reasons.length > 0, `${day} says nothing`)
          const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
          assert.ok(weekday >= 1 && weekday <= 5)
          if (is) assert.ok(reasons.every(({ weight }) => weight === 'good'))
        }
        assert.ok(days.filter((one) => one.proposed).length <= 3)
      },
    ),
  )
})

const answer = fc.option(fc.constantFrom<PollAnswer>('yes', 'ifNeeded', 'no'), { nil: undefined })
const asked = fc.record({
  seats: fc.array(
    fc.record({ answer, voting: fc.boolean(), group: fc.constantFrom('öffentlich', 'frei', null), gone: fc.boolean() }),
    {
      maxLength: 12,
    },
  ),
  quorum: fc.constantFrom<NonNullable<Poll['quorum']>>('none', 'half', 'twoThirds'),
  leaders: fc.array(answer, { maxLength: 3 }),
})
const option = { id: 'o', day: '2027-04-01', starts: '14:00', ends: null }

test('the tally counts each seat of the day once, in all and in its constituency, and the quorum is what the rules ask of these seats', () => {
  fc.assert(
    fc.property(asked, ({ seats, quorum, leaders }) => {
      const named = (id: string) => ({ id, title: id })
      const given = (one: PollAnswer | undefined) => (one ? { o: one } : {})
      const poll = {
        quorum,
        guests: [],
        seats: seats.map(({ voting, group, gone }, at) => ({
          organisation: named(`s${at}`),
          unit: null,
          constituency: group,
          voting,
          from: '2026-01-01',
          until: gone ? '2027-04-01' : null,
        })),
        leaders: leaders.map((_, at) => ({ voice: 'chair' as const, organisation: named(`c${at}`) })),
        answers: [
          ...seats.map((seat, at) => ({
            voice: 'seat' as const,
            organisation: named(`s${at}`),
            unit: null,
            guest: null,
            answers: given(seat.answer),
          })),
          ...leaders.map((one, at) => ({
            voice: 'chair' as const,
            organisation: named(`c${at}`),
            unit: null,
            guest: null,
            answers: given(one),
          })),
        ],
      }
      const tally = tallyOf(option, poll)
      const there = seats.filter((seat) => !seat.gone)
      const count = (of: typeof there, said: PollAnswer | undefined) => of.filter((seat) => seat.answer === said).length
      assert.deepEqual(tally.seats, {
        yes: count(there, 'yes'),
        ifNeeded: count(there, 'ifNeeded'),
        no: count(there, 'no'),
        open: count(there, undefined),
        of: there.length,
      })
      for (const { name, count: group } of tally.constituencies)
        assert.equal(group.of, there.filter((seat) => seat.group === name).length)
      assert.equal(
        tally.constituencies.reduce((sum, group) => sum + group.count.of, 0),
        there.length,
      )
      assert.equal(tally.allLead, leaders.length > 0 && leaders.every((one) => one === 'yes' || one === 'ifNeeded'))
      const voting = there.filter((seat) => seat.voting)
      if (voting.length === 0) return assert.equal(tally.quorum, null)
      const needed = seatsNeeded(quorum, voting.length)
      const sure = count(voting, 'yes') >= needed
      assert.equal(tally.quorum?.reached === 'yes', sure)
      assert.equal(tally.quorum?.reached === 'no', voting.length - count(voting, 'no') < needed)
    }),
  )
})

test('the forecast of a meeting counts a deputy as its seat, and says no only when the open answers cannot help', () => {
  const seat = (id: string, voting = true) => ({
    organisation: { id, title: id },
    unit: null,
    voting,
    deputy: true,
    state: null,
  })
  const voting = {
    rules: { edition: 1, quorum: 'half' as const, majority: 'simple' as const },
    entitled: 3,
    noted: 0,
    present: 0,
    quorate: false,
  }
  const of = (answers: Record<string, 'comes' | 'deputy' | 'declines'>) =>
    forecastOf({
      attendance: [seat('a'), seat('b'), seat('c'), seat('d', false)],
      voting,
      responses: {
        mine: [],
        seen: 0,
        seats: Object.entries(answers).map(([organisation, one]) => ({ organisation, unit: null, answer: one })),
      },
    })
  assert.deepEqual(of({ a: 'comes', b: 'deputy', d: 'comes' }), {
    comes: 2,
    deputy: 1,
    declines: 0,
    open: 1,
    quorum: { reached: 'yes', needed: 2, entitled: 3 },
  })
  assert.equal(of({ a: 'declines', d: 'comes' }).quorum?.reached, 'open')
  assert.equal(of({ a: 'declines', b: 'declines' }).quorum?.reached, 'no')
})
