// The three fixtures through two simulated years: exactly the duties and alarms that their clauses ask for, each with its clause, none false, none missing.
// All conduct is invented.
import assert from 'node:assert/strict'
import test from 'node:test'
import { ok } from '#apps/testing-people.ts'
import { registerFile } from '#areas/figures/testing.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Body, Election } from './contract.ts'
import { ag78, committee } from './fixtures/ag-78.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'
import { bagOberbayern } from './fixtures/bag-oberbayern.ts'
import { draftOf } from './fixtures/fixture.ts'
import { becameDue, mailed, type Simulation, simulate, strayMails } from './testing-simulation.ts'

const start = '2027-01-01'
const end = '2028-12-31'

/** Announced by the office; on its day one candidate is put up, elected and accepts. */
async function elect(
  { as, body, post, go, house }: Simulation,
  who: string,
  constituency: string,
  dates: { announced: string; day: string; from: string },
) {
  await go(dates.announced)
  const groups = ok<Body>(await (await as()).get(`/bodies/${body}`)).constituencies
  const { id } = await post('Erika Muster', `/bodies/${body}/elections`, {
    constituency: groups.find((one) => one.name === constituency)!.id,
    day: dates.day,
    from: dates.from,
  })
  await go(dates.day)
  const { person, organisation } = await as(who)
  await post(who, `/elections/${id}/candidates`, { person, organisation })
  const { candidates, head } = ok<Election>(await (await as()).get(`/elections/${id}`))
  const votes = [{ candidate: candidates[0]!.id, votes: 5 }]
  ok(await (await as()).act(`/elections/${id}/rounds`, head.revision, { present: 5, votes }))
  await post(who, `/elections/${id}/answer`, { accepts: true })
}
const agName = ag78.body.name
const agMeet = '§ 2 Abs. 1 Zahl der Treffen'
const agBefore = '§ 2 Abs. 2 Vor dem Jugendhilfeausschuss'
const agNotice = '§ 3 Abs. 1 Einladung'
const agExpected = [
  `notice | ${agName} | 2027-02-07 | done | ${agNotice}`,
  `before | ${agName} | 2027-02-24 | done | ${agBefore} | soon 2027-02-10`,
  // The committee has moved its session.
  `before | ${agName} | 2027-06-02 | withdrawn | ${agBefore}`,
  // The meeting has moved.
  `notice | ${agName} | 2027-06-04 | done | ${agNotice} | soon 2027-05-21`,
  `before | ${agName} | 2027-06-16 | done | ${agBefore} | soon 2027-06-02`,
  // Invited too late: a "soll" asks for its reason.
  `notice | ${agName} | 2027-10-03 | doneLate | ${agNotice} | soon 2027-09-19, due 2027-10-03, asked 2027-10-04`,
  `before | ${agName} | 2027-10-20 | done | ${agBefore} | soon 2027-10-06`,
  `meet | ${agName} | 2027-12-31 | done | ${agMeet}`,
  `notice | ${agName} | 2028-02-06 | done | ${agNotice}`,
  `before | ${agName} | 2028-02-23 | done | ${agBefore} | soon 2028-02-09`,
  // Called off four days after it was planned.
  `notice | ${agName} | 2028-05-14 | withdrawn | ${agNotice}`,
  // "In der Regel": said beforehand, never overdue.
  `before | ${agName} | 2028-05-31 | missed | ${agBefore} | foreseen 2028-04-19, soon 2028-05-17, due 2028-05-31`,
  `notice | ${agName} | 2028-08-27 | done | ${agNotice}`,
  `notice | ${agName} | 2028-10-08 | done | ${agNotice}`,
  `before | ${agName} | 2028-10-25 | done | ${agBefore} | soon 2028-10-11`,
  // The term ends and nobody calls an election.
  `reelect | ${agName} | 2028-11-20 | overdue | REELECT | soon 2028-11-06, due 2028-11-20, overdue 2028-11-21, escalated 2028-12-04, heads 2028-12-18`,
  `meet | ${agName} | 2028-12-31 | done | ${agMeet}`,
  `meet | ${agName} | 2029-12-31 | notYet | ${agMeet}`,
]

test('a working group under § 78 SGB VIII, two years: moved dates, a late invitation, a usual meeting left out, a term that ends unnoticed', async (t) => {
  const sim = await simulate(t, ag78, start, agExpected)
  const { as, body, go, hold, invite, plan, shift, speaks, house } = sim
  const chair = 'Jugendring Musterfeld (Beispiel)'
  const keep = async (days: string[]) => {
    const { head } = ok<{ head: { revision: number } }>(await (await as()).get(`/bodies/${body}`))
    ok(await (await as()).put(`/bodies/${body}/sessions`, head.revision, { committee, days }))
    await house.settle()
  }
  /** Planned, invited and held. */
  const meet = async (planned: string, day: string, invited: string) => {
    await go(planned)
    const id = await plan(day)
    await go(invited)
    await invite(id)
    await go(day)
    await hold(id)
  }
  await keep(['2027-03-17', '2027-06-23', '2027-11-10'])
  const asked = [
    await speaks('2026-11-30', chair),
    await speaks('2028-11-30', chair),
    await speaks('2028-12-01', chair),
  ]
  assert.deepEqual(
    asked,
    [['kein Sitz'], ['chair Torsten Vogt'], []],
    'the past and the future, asked on the first day',
  )
  await meet('2027-01-10', '2027-02-17', '2027-01-20')
  await go('2027-04-01')
  await keep(['2027-03-17', '2027-07-07', '2027-11-10'])
  await go('2027-04-05')
  const second = await plan('2027-06-09')
  await go('2027-05-10')
  await shift(second, '2027-06-14')
  await go('2027-05-25')
  await invite(second)
  await go('2027-06-14')
  await hold(second)
  await meet('2027-09-01', '2027-10-13', '2027-10-06')
  await go('2028-01-03')
  await keep(['2027-03-17', '2027-07-07', '2027-11-10', '2028-03-15', '2028-06-21', '2028-11-15'])
  await meet('2028-01-10', '2028-02-16', '2028-01-20')
  await go('2028-04-24')
  const off = await plan('2028-05-24')
  await go('2028-04-28')
  const { object } = ok<{ object: { revision: number } }>(await (await as()).get(`/meetings/${off}`))
  ok(await (await as()).act(`/meetings/${off}/cancellation`, object.revision, { reason: 'Keine Themen' }))
  await meet('2028-07-03', '2028-09-06', '2028-08-10')
  await go('2028-09-10')
  await meet('2028-09-10', '2028-10-18', '2028-09-20')
  await go(end)
  assert.deepEqual(await becameDue(sim), agExpected)
  assert.equal(await strayMails(sim), 0)
  assert.deepEqual(await mailed(sim, 'reelect'), {
    '2028-11-20 soon': ['Erika Muster', 'Torsten Vogt'],
    '2028-11-20 due': ['Erika Muster', 'Torsten Vogt'],
    '2028-11-20 overdue': ['Erika Muster', 'Torsten Vogt'],
    // The chair is vacant by now.
    '2028-11-20 escalated': ['Erika Muster'],
    '2028-11-20 heads': ['Erika Muster'],
  })
  assert.deepEqual([await speaks('2027-01-01', chair), await speaks('2028-12-31', chair)], [['chair Torsten Vogt'], []])
})
