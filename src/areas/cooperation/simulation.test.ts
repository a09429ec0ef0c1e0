// Two of the three fixtures through two simulated years: exactly the duties and alarms that their clauses ask for, each with its clause, none false, none
// missing. The third: simulation-county.test.ts.
// All conduct is invented.
import assert from 'node:assert/strict'
import test from 'node:test'
import { ok } from '#apps/testing-people.ts'
import { readIn, registerFile } from '#areas/figures/testing.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Body } from './contract.ts'
import { ag78, committee } from './fixtures/ag-78.ts'
import { bagOberbayern } from './fixtures/bag-oberbayern.ts'
import {
  becameDue,
  elect,
  end,
  mailed,
  minutesRule,
  noticeRule,
  type Owed,
  simulate,
  start,
  strayMails,
  termRule,
} from './testing-simulation.ts'

const agName = ag78.body.name
const agMeet = '§ 2 Abs. 1 Zahl der Treffen'
const agBefore = '§ 2 Abs. 2 Vor dem Jugendhilfeausschuss'
// Agreement and rules of procedure ask for the same: owed once, and both grounds are named.
const agNotice = `§ 3 Abs. 1 Einladung; zugleich ${noticeRule}`
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
  `reelect | ${agName} | 2028-11-20 | overdue | Geschäftsordnung (1. Fassung), Amtszeiten: Neuwahl 6 Monate vor dem Ende ankündigen | soon 2028-11-06, due 2028-11-20, overdue 2028-11-21, escalated 2028-12-04, heads 2028-12-18`,
  `meet | ${agName} | 2028-12-31 | done | ${agMeet}`,
  `meet | ${agName} | 2029-12-31 | notYet | ${agMeet}`,
  `review | ${agName} | 2031-12-31 | notYet | Überprüfung am 31.12.2031, wie in der Vereinbarung genannt`,
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

const bagName = bagOberbayern.body.name
const bagMeet = '§ 3 Abs. 1 Treffen'
const bagDeliver = '§ 4 Abs. 1 Plätze in der Tagespflege'
const bagConfirm = '§ 4 Abs. 2 Amtliche Werte bestätigen'
const local = bagOberbayern.organisations.map(({ name }) => name).toSorted(new Intl.Collator('de').compare)
/** Those that act here themselves. */
const present = ['Landkreis Dachau', 'Landkreis Ebersberg', 'Landkreis München', 'Stadt Ingolstadt']
const each = (make: (name: string, here: boolean) => string) => local.map((name) => make(name, present.includes(name)))
const bagExpected = [
  // Invited four weeks before, as the rules of procedure say: the agreement says nothing about it.
  `notice | ${bagName} | 2027-02-10 | done | ${noticeRule} | soon 2027-02-01`,
  ...each((name, here) =>
    here
      ? `deliver | ${name} | 2027-03-31 | done | ${bagDeliver}`
      : `deliver | ${name} | 2027-03-31 | overdue | ${bagDeliver} | soon 2027-03-17, due 2027-03-31, overdue 2027-04-01, escalated 2027-04-14, heads 2027-04-28`,
  ),
  `minutes | ${bagName} | 2027-04-07 | done | ${minutesRule}`,
  // The chair resigns on 10 May: four weeks.
  `reelect | ${bagName} | 2027-06-07 | done | ${termRule}`,
  ...each((name, here) =>
    here
      ? `confirm | ${name} | 2027-06-30 | reasoned | ${bagConfirm} | soon 2027-06-16`
      : `confirm | ${name} | 2027-06-30 | overdue | ${bagConfirm} | soon 2027-06-16, due 2027-06-30, asked 2027-07-01`,
  ),
  // The meeting has moved, and the invitation with it.
  `notice | ${bagName} | 2027-09-21 | done | ${noticeRule} | soon 2027-09-07`,
  // The minutes come two weeks and two days late: a "muss".
  `minutes | ${bagName} | 2027-11-16 | doneLate | ${minutesRule} | soon 2027-11-02, due 2027-11-16, overdue 2027-11-17, escalated 2027-11-30`,
  `meet | ${bagName} | 2027-12-31 | done | ${bagMeet}`,
  // The rest of the term that was filled.
  `reelect | ${bagName} | 2028-01-01 | done | ${termRule}`,
  `review | ${bagName} | 2028-01-31 | done | Überprüfung am 31.01.2028, wie in der Vereinbarung genannt | soon 2028-01-17`,
  // What the review says is released by both chairs.
  `release | ${bagName} | 2028-02-03 | done | Geschäftsordnung, Fassung 1: gemeinsame Freigabe (Fassung 1) | soon 2028-01-20`,
  `notice | ${bagName} | 2028-03-15 | done | ${noticeRule} | soon 2028-03-01`,
  ...each((name, here) =>
    here
      ? `deliver | ${name} | 2028-03-31 | done | ${bagDeliver} | soon 2028-03-17`
      : `deliver | ${name} | 2028-03-31 | overdue | ${bagDeliver} | soon 2028-03-17, due 2028-03-31, overdue 2028-04-01, escalated 2028-04-14, heads 2028-04-28`,
  ),
  `minutes | ${bagName} | 2028-05-10 | done | ${minutesRule}`,
  ...each(
    (name) =>
      `confirm | ${name} | 2028-06-30 | overdue | ${bagConfirm} | soon 2028-06-16, due 2028-06-30, asked 2028-07-01`,
  ),
  // Planned when it was too late to invite in time.
  `notice | ${bagName} | 2028-11-08 | doneLate | ${noticeRule} | overdue 2028-11-20`,
  // The second meeting was planned only after it had been foreseen that it would be missed.
  `meet | ${bagName} | 2028-12-31 | done | ${bagMeet} | foreseen 2028-11-05`,
  `minutes | ${bagName} | 2029-01-03 | open | ${minutesRule} | soon 2028-12-20`,
  ...each((name) => `deliver | ${name} | 2029-03-31 | notYet | ${bagDeliver}`),
  ...each((name) => `confirm | ${name} | 2029-06-30 | notYet | ${bagConfirm}`),
  `meet | ${bagName} | 2029-12-31 | notYet | ${bagMeet}`,
  `review | ${bagName} | 2031-01-31 | notYet | Überprüfung am 31.01.2031, wie bei der letzten Überprüfung festgelegt`,
]

test('a district with 23 counties and cities, two years: figures of all of them, a chair who resigns, a moved meeting, a review', async (t) => {
  const sim = await simulate(t, bagOberbayern, start, bagExpected)
  const { as, body, go, hold, invite, minute, plan, post, release, shift, speaks, agreement } = sim
  const [jonas, miriam, theresa] = ['Jonas Feichtner', 'Miriam Lechner', 'Theresa Winkler'] as const
  await readIn(await as(), registerFile)
  const people = bagOberbayern.people.filter((one) => present.includes(one.organisation)).map(({ name }) => name)
  const deliver = async () => {
    for (const name of people) {
      const who = await as(name)
      const { owed } = ok<{ owed: Owed[] }>(await who.get('/figures/deliveries'))
      const next = owed.find((one) => one.kind === 'deliver' && one.state === 'open')!
      const { period, duty, area, indicator } = next
      await post(name, '/figures/deliveries', {
        kind: 'figure',
        indicator: indicator.id,
        area: area!.key,
        ...period,
        value: 40,
        duty,
      })
    }
  }
  const ofKind = async (name: string, kind: string) =>
    ok<{ duties: Duty[] }>(await (await as(name)).get(`/duties?because=${agreement}`)).duties.filter(
      (one) => one.kind === kind,
    )
  await go('2027-02-01')
  const [spring, autumn] = [await plan('2027-03-10'), await plan('2027-10-05')]
  await go('2027-02-05')
  await invite(spring, [jonas, miriam])
  await go('2027-03-10')
  await hold(spring)
  await deliver()
  await go('2027-03-20')
  await minute(spring, [jonas, miriam])
  await go('2027-05-10')
  const { mandate } = ok<Body>(await (await as()).get(`/bodies/${body}`)).people.find(
    (one) => one.role === 'chair' && one.person.title === 'Miriam Lechner',
  )!
  await post('Miriam Lechner', `/bodies/${body}/resignations`, { mandate, lastDay: '2027-06-30' })
  const group = 'Landkreise und kreisfreie Städte'
  await elect(sim, 'Theresa Winkler', group, {
    announced: '2027-05-20',
    day: '2027-06-20',
    from: '2027-07-01',
    votes: 20,
  })
  for (const name of people) {
    const own = (await as(name)).organisation
    const duty = (await ofKind(name, 'confirm')).find((one) => one.debtor?.id === own && one.due === '2027-06-30')!
    await post(name, `/duties/${duty.id}/reason`, { because: 'Die Statistik ist noch nicht erschienen' })
  }
  await go('2027-08-02')
  await shift(autumn, '2027-10-19')
  await go('2027-09-10')
  await invite(autumn, [jonas, theresa])
  await elect(sim, 'Theresa Winkler', group, {
    announced: '2027-10-01',
    day: '2027-10-19',
    from: '2028-01-30',
    votes: 20,
  })
  await hold(autumn)
  await go('2027-12-02')
  await minute(autumn, [jonas, theresa])
  await go('2028-01-20')
  const [review] = await ofKind('Jonas Feichtner', 'review')
  const { id: record } = await post('Jonas Feichtner', `/agreements/${review!.because.object}/reviews`, {
    conclusion: 'continue',
    words: 'Gemeinsam besprochen',
    nextOn: '2031-01-31',
  })
  await release(record, 1, ['Jonas Feichtner', 'Theresa Winkler'])
  await go('2028-02-20')
  const third = await plan('2028-04-12')
  await go('2028-03-03')
  await invite(third, [jonas, theresa])
  await go('2028-03-20')
  await deliver()
  await go('2028-04-12')
  await hold(third)
  await go('2028-04-20')
  await minute(third, [jonas, theresa])
  await go('2028-11-20')
  const fourth = await plan('2028-12-06')
  await go('2028-11-22')
  await invite(fourth, [jonas, theresa])
  await go('2028-12-06')
  await hold(fourth)
  await go(end)
  assert.deepEqual(await becameDue(sim), bagExpected)
  assert.equal(await strayMails(sim), 0)
  assert.deepEqual(
    {
      '2025-01-29': await speaks('2025-01-29', 'Landkreis Ebersberg'),
      '2027-06-30': await speaks('2027-06-30', 'Landkreis Ebersberg'),
      '2027-07-01': await speaks('2027-07-01', 'Landkreis Ebersberg'),
      'Dachau 2027-06-30': await speaks('2027-06-30', 'Landkreis Dachau'),
      'Dachau 2027-07-01': await speaks('2027-07-01', 'Landkreis Dachau'),
      'Dachau 2028-01-29': await speaks('2028-01-29', 'Landkreis Dachau'),
      'Dachau 2028-01-30': await speaks('2028-01-30', 'Landkreis Dachau'),
      'Dachau 2031-01-29': await speaks('2031-01-29', 'Landkreis Dachau'),
      'Dachau 2031-01-30': await speaks('2031-01-30', 'Landkreis Dachau'),
      'Bezirk 2035-01-01': await speaks('2035-01-01', 'Bezirk Oberbayern'),
    },
    {
      '2025-01-29': ['kein Sitz'],
      '2027-06-30': ['chair Miriam Lechner'],
      '2027-07-01': [],
      'Dachau 2027-06-30': ['delegate Theresa Winkler'],
      'Dachau 2027-07-01': ['chair Theresa Winkler', 'delegate Theresa Winkler'],
      'Dachau 2028-01-29': ['chair Theresa Winkler', 'delegate Theresa Winkler'],
      'Dachau 2028-01-30': ['chair Theresa Winkler', 'delegate Theresa Winkler'],
      'Dachau 2031-01-29': ['chair Theresa Winkler', 'delegate Theresa Winkler'],
      'Dachau 2031-01-30': ['delegate Theresa Winkler'],
      'Bezirk 2035-01-01': ['chair Jonas Feichtner'],
    },
  )
})
