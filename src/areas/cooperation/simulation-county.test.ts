// The third fixture through two simulated years, as the others in simulation.test.ts: exactly the expected duties and alarms. All conduct is invented.
import assert from 'node:assert/strict'
import test from 'node:test'
import { ok } from '#apps/testing-people.ts'
import { readIn, registerFile } from '#areas/figures/testing.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'
import { draftOf } from './fixtures/fixture.ts'
import {
  becameDue,
  elect,
  end,
  minutesRule,
  noticeRule,
  type Owed,
  simulate,
  start,
  strayMails,
  termRule,
} from './testing-simulation.ts'

const argeName = argeMuenchen.body.name
const county = 'Landkreis München'
const caritas = 'Caritas im Landkreis München'
const awo = 'Arbeiterwohlfahrt Kreisverband München-Land'
const brk = 'Bayerisches Rotes Kreuz Kreisverband München'
const late = 'Paritätischer Bezirksverband Oberbayern'
const argeMeet = '§ 2 Abs. 1 Treffen'
const argeFigure = '§ 3 Zahlen des Landkreises'
const standIn = 'Geschäftsordnung, Fassung 1: Stellvertretung eines abwesenden Vorsitzes'
const task = 'Arbeitskreis Fachkräfte'
const mandate = (what: string) => `Auftrag der Arbeitsgruppe „${task}“ (Fassung 1), ${what}`
const parties = argeMuenchen.agreement.parties.toSorted(new Intl.Collator('de').compare)
const argeExpected = [
  // The county's chair names who stands in; the other does not: a "soll" asks for its reason.
  `nameStandIn | ${caritas} | 2027-01-29 | overdue | ${standIn} | soon 2027-01-15, due 2027-01-29, asked 2027-01-30`,
  `nameStandIn | ${county} | 2027-01-29 | done | ${standIn}`,
  `nameDelegate | ${awo} | 2027-03-01 | done | ${mandate('Mitglieder')}`,
  // Only a deputy came, in whose place nobody was delegated: refused, and still owed.
  `nameDelegate | ${brk} | 2027-03-01 | doneLate | ${mandate('Mitglieder')} | soon 2027-02-15, due 2027-03-01, overdue 2027-03-02`,
  `deliver | ${county} | 2027-03-31 | done | ${argeFigure}`,
  // The meeting has moved: the invitation is asked for when no more items are handed in, three weeks before the new day.
  `notice | ${argeName} | 2027-05-12 | done | ${noticeRule} | soon 2027-05-05`,
  `minutes | ${argeName} | 2027-06-23 | done | ${minutesRule} | soon 2027-06-09`,
  `groupReport | ${task} | 2027-07-31 | done | ${mandate('Berichtspflicht')} | soon 2027-07-17`,
  // One chair releases the agenda at once, the other a week later.
  `release | ${argeName} | 2027-10-25 | done | Geschäftsordnung, Fassung 1: gemeinsame Freigabe (Fassung 1) | soon 2027-10-11`,
  // Eight days before the meeting instead of fourteen.
  `notice | ${argeName} | 2027-10-27 | doneLate | ${noticeRule} | soon 2027-10-20, due 2027-10-27, overdue 2027-10-28`,
  // Nobody renews the group: it ends on its day.
  `groupEnd | ${argeName} | 2027-11-30 | done | ${mandate('Laufzeit')} | soon 2027-11-16, due 2027-11-30`,
  `groupReport | ${task} | 2027-11-30 | done | ${mandate('Berichtspflicht')} | soon 2027-11-16`,
  // The minutes are a "soll": both chairs are asked why, and say it.
  `minutes | ${argeName} | 2027-12-08 | reasoned | ${minutesRule} | soon 2027-11-24, due 2027-12-08, asked 2027-12-09`,
  `meet | ${argeName} | 2027-12-31 | done | ${argeMeet}`,
  // An edition that was changed while it was being signed.
  ...parties.map(
    (name) => `sign | ${name} | 2028-02-16 | withdrawn | Fassung 2, zur Unterschrift gegeben am 05.01.2028`,
  ),
  ...parties.map((name) =>
    name === late
      ? `sign | ${name} | 2028-02-29 | doneLate | Fassung 3, zur Unterschrift gegeben am 15.01.2028 | soon 2028-02-15, due 2028-02-29, asked 2028-03-01`
      : `sign | ${name} | 2028-02-29 | done | Fassung 3, zur Unterschrift gegeben am 15.01.2028`,
  ),
  `deliver | ${county} | 2028-03-31 | doneLate | ${argeFigure} | soon 2028-03-17, due 2028-03-31, overdue 2028-04-01, escalated 2028-04-14`,
  `notice | ${argeName} | 2028-04-05 | done | ${noticeRule} | soon 2028-03-29`,
  `minutes | ${argeName} | 2028-05-17 | done | ${minutesRule}`,
  `reelect | ${argeName} | 2028-12-17 | done | ${termRule}`,
  // The last meeting of the second year is not even planned.
  `meet | ${argeName} | 2028-12-31 | open | ${argeMeet} | foreseen 2028-11-05, soon 2028-12-17, due 2028-12-31`,
  `deliver | ${county} | 2029-03-31 | notYet | ${argeFigure}`,
  `meet | ${argeName} | 2029-12-31 | notYet | ${argeMeet}`,
  `review | ${argeName} | 2031-05-15 | notYet | Überprüfung am 15.05.2031, wie in der Vereinbarung genannt`,
]

test('a county and its associations, two years: a merged department, a deputy without delegation, a group that ends, a missing signature, a late key', async (t) => {
  const sim = await simulate(t, argeMuenchen, start, argeExpected)
  const {
    add,
    as,
    agreement,
    body,
    founded,
    go,
    hold,
    house,
    indicators,
    invite,
    minute,
    organisation,
    plan,
    post,
    present: put,
    release,
    shift,
    speaks,
  } = sim
  const office = 'Erika Muster'
  const [gone, successor] = [argeMuenchen.organisations[2]!.name, argeMuenchen.organisations[0]!.name]
  await readIn(await as(), registerFile)
  await go('2027-01-10')
  await add(await as(), { name: 'Dora Amt', roles: ['planner'], body: { id: body, role: 'deputy' } })
  const { person, organisation: home } = await as('Dora Amt')
  await post('Ruth Obermaier', `/bodies/${body}/stand-in`, { person, organisation: home })

  await go('2027-02-01')
  const group = await post(office, `/bodies/${body}/groups`, {
    name: task,
    shortName: 'AK Fachkräfte',
    task: 'Vorschläge gegen den Mangel an Fachkräften erarbeiten',
    result: 'Bericht mit drei Vorschlägen',
    lead: organisation(caritas),
    leader: (await as('Severin Haslinger')).person,
    members: [awo, brk].map((name) => ({ organisation: organisation(name) })),
    until: '2027-12-01',
    reportEvery: 6,
  })
  await release(group.id, 1)
  const { id: circle } = await post(office, `/group-mandates/${group.id}/opening`)
  const send = async (name: string, role: string, from: string) => {
    const sent = await as(name)
    await post('Severin Haslinger', `/bodies/${circle}/mandates`, {
      organisation: sent.organisation,
      role,
      person: sent.person,
      from,
      basis: 'Schreiben',
    })
  }
  await go('2027-02-10')
  await send('Gabriele Stadler', 'delegate', '2027-02-10')
  const deputy = await as('Korbinian Wimmer')
  const refused = await (await as('Severin Haslinger')).post(`/bodies/${circle}/mandates`, {
    organisation: deputy.organisation,
    role: 'deputy',
    person: deputy.person,
    from: '2027-02-10',
    basis: 'Schreiben',
  })
  assert.deepEqual([refused.status, refused.body.code], [409, 'deputyWithoutDelegation'])
  const spring = await plan('2027-05-12')
  const deliver = async () => {
    const { owed } = ok<{ owed: Owed[] }>(await (await as('Ruth Obermaier')).get('/figures/deliveries'))
    const { period, duty, area, indicator } = owed.find(
      (one) => one.kind === 'deliver' && ['open', 'overdue'].includes(one.state),
    )!
    await post('Ruth Obermaier', '/figures/deliveries', {
      kind: 'figure',
      indicator: indicator.id,
      area: area!.key,
      ...period,
      value: 12,
      duty,
    })
  }
  await go('2027-03-10')
  await send('Korbinian Wimmer', 'delegate', '2027-03-10')
  await deliver()
  await go('2027-04-20')
  await shift(spring, '2027-05-26')
  await go('2027-05-06')
  await invite(spring)
  await go('2027-05-26')
  await hold(spring)
  await go('2027-06-15')
  await minute(spring)
  await go('2027-07-20')
  await post('Severin Haslinger', `/bodies/${circle}/reports`, { text: 'Zwei Vorschläge liegen vor.' })
  await go('2027-09-01')
  await post(office, `/organisations/${organisation(gone)}/successors`, {
    successors: [organisation(successor)],
    day: '2027-09-01',
    because: 'Neuer Zuschnitt der Geschäftsbereiche',
  })
  await go('2027-10-11')
  const autumn = await plan('2027-11-10')
  const meeting = ok<{ object: { revision: number } }>(await (await as()).get(`/meetings/${autumn}`)).object
  ok(await (await as()).act(`/meetings/${autumn}/items`, meeting.revision, { title: 'Fachkräfte' }))
  const agenda = await put(autumn, 'agenda', ['Ruth Obermaier'])
  await house.settle()
  await go('2027-10-18')
  await release(agenda.object, agenda.edition, ['Severin Haslinger'])
  await house.settle()
  await go('2027-11-02')
  await put(autumn, 'invitation', ['Ruth Obermaier', 'Severin Haslinger'])
  const ready = ok<{ object: { revision: number } }>(await (await as()).get(`/meetings/${autumn}`)).object
  ok(await (await as()).act(`/meetings/${autumn}/invitation`, ready.revision))
  await go('2027-11-10')
  await hold(autumn)
  await go('2027-11-25')
  await post('Severin Haslinger', `/bodies/${circle}/reports`, { text: 'Der dritte Vorschlag liegt vor.' })
  await go('2027-12-10')
  const { duties: owed } = ok<{ duties: Duty[] }>(await (await as()).get(`/duties?subject=${autumn}`))
  await post('Severin Haslinger', `/duties/${owed.find((one) => one.kind === 'minutes')!.id}/reason`, {
    because: 'Zwei Absätze werden noch abgestimmt',
  })

  const draft = draftOf(argeMuenchen, organisation, indicators)
  const shown = async () =>
    ok<{ head: { revision: number }; edition: number }>(await (await as()).get(`/agreements/${agreement}`))
  const offer = async (preamble: string, signBy?: string) => {
    ok(await (await as()).put(`/agreements/${agreement}`, (await shown()).head.revision, { ...draft, preamble }))
    await house.settle()
    ok(
      await (await as()).act(`/agreements/${agreement}/offer`, (await shown()).head.revision, signBy ? { signBy } : {}),
    )
    await house.settle()
  }
  const sign = async (party: string, day: string) =>
    post(office, `/agreements/${agreement}/signatures`, {
      edition: 3,
      organisation: organisation(party),
      day,
      place: 'München',
      capacity: 'Leitung',
      source: party === founded.founder.name || party === county ? null : 'Urkunde im Ordner der Geschäftsstelle',
    })
  await go('2028-01-05')
  await offer('Zweite Fassung')
  await go('2028-01-15')
  await offer('Dritte Fassung', '2028-02-29')
  await go('2028-02-01')
  for (const party of parties) if (party !== late) await sign(party, '2028-02-01')
  await go('2028-03-20')
  await sign(late, '2028-03-20')
  const third = await plan('2028-04-19')
  await go('2028-04-03')
  await invite(third)
  await go('2028-04-19')
  await hold(third)
  await go('2028-04-20')
  await deliver()
  await minute(third)
  await elect(sim, 'Severin Haslinger', 'Freie Wohlfahrtspflege', {
    announced: '2028-09-01',
    day: '2028-11-15',
    from: '2029-01-01',
    votes: 6,
  })
  await go(end)
  assert.deepEqual(await becameDue(sim), argeExpected)
  assert.equal(await strayMails(sim), 0)
  const lead = await speaks('2027-02-01', successor)
  assert.deepEqual(lead, ['chair Ruth Obermaier', 'deputy Dora Amt'])
  assert.deepEqual(
    [
      await speaks('2017-05-14', caritas),
      await speaks('2025-12-31', caritas),
      await speaks('2026-01-01', caritas),
      await speaks('2028-12-31', caritas),
      await speaks('2029-01-01', caritas),
      await speaks('2031-12-31', caritas),
      await speaks('2032-01-01', caritas),
      await speaks('2027-08-31', gone),
      await speaks('2027-09-01', gone),
      await speaks('2035-01-01', awo),
    ],
    [
      ['kein Sitz'],
      [],
      ['chair Severin Haslinger'],
      ['chair Severin Haslinger'],
      ['chair Severin Haslinger'],
      ['chair Severin Haslinger'],
      [],
      ['chair Ruth Obermaier', 'deputy Dora Amt'],
      ['kein Sitz'],
      ['delegate Gabriele Stadler'],
    ],
  )
})
