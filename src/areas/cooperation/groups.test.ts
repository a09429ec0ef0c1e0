// Working groups over two years: set up by two keys, reported on, renewed or not, closed by themselves; and who sees what of them.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, again, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { GroupLine, GroupPage, ShownMandate } from './contract/groups.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'

const caritas = 'Caritas im Landkreis München'
const awo = 'Arbeiterwohlfahrt Kreisverband München-Land'
type Groups = { own: GroupPage | null; groups: GroupLine[]; may: { propose: boolean } }

/** The ARGE with two chairs, and one organisation of another county. */
async function arge(t: TestContext) {
  const house = await testHouse(t)
  const founded = await foundBody(house, argeMuenchen)
  const { founder, body, organisation } = founded
  ok(
    await founder.post(`/bodies/${body}/mandates`, {
      organisation: founder.organisation,
      role: 'chair',
      person: founder.person,
      from: '2026-01-01',
      basis: 'Berufung',
    }),
  )
  const severin = await addPerson(house, founder, {
    name: 'Severin Haslinger',
    organisation: organisation(caritas),
    roles: ['admin', 'head'],
    body: { id: body, role: 'chair' },
  })
  const neighbours = await addOrganisation(founder, 'Landkreis Nachbarland (Beispiel)')
  return { house, founder, severin, body, organisation, neighbours }
}
type Arge = Awaited<ReturnType<typeof arge>>

const mandate = ({ organisation, neighbours, severin }: Arge, more: object = {}) => ({
  name: 'Arbeitskreis Fachkräfte',
  shortName: 'AK Fachkräfte',
  task: 'Vorschläge gegen den Mangel an Fachkräften erarbeiten',
  result: 'Bericht mit drei Vorschlägen',
  lead: organisation(caritas),
  leader: severin.person,
  members: [
    { organisation: organisation(awo), guest: false },
    { organisation: neighbours, guest: true },
  ],
  until: '2027-12-01',
  reportEvery: 6,
  ...more,
})
async function both({ founder, severin }: Arge, object: string, edition = 1) {
  for (const chair of [founder, severin]) ok(await chair.post('/releases', { object, edition }))
}
/** Proposed, released by both and opened. */
async function opened(all: Arge, more: object = {}) {
  const { founder, body, house } = all
  const { id } = ok<{ id: string }>(await founder.post(`/bodies/${body}/groups`, mandate(all, more)))
  await both(all, id)
  const group = ok<{ id: string }>(await founder.post(`/group-mandates/${id}/opening`)).id
  await house.settle()
  return { mandate: id, group }
}
async function moveTo(all: Arge, day: string) {
  await all.house.moveTo(`${day}T08:00:00Z`)
  all.founder = await again(all.house, all.founder)
  all.severin = await again(all.house, all.severin)
}
const dutiesOf = async (who: TestPerson, query: string, kind: string) =>
  ok<{ duties: Duty[] }>(await who.get(`/duties?${query}`))
    .duties.filter((duty) => duty.kind === kind)
    .map(({ title, due, state, because }) => ({ title, due, state, clause: because.clause }))
const asApp = (all: Arge, who: TestPerson, statement: ReturnType<typeof sql>) =>
  inTransaction(
    all.house.house.pool,
    { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
    null,
    (db) => statement.execute(db),
  )

test('a working group begins only with the keys of both chairs, and is then as they released it', async (t) => {
  const all = await arge(t)
  const { founder, severin, body, organisation } = all
  const gabriele = await addPerson(all.house, founder, {
    name: 'Gabriele Stadler',
    organisation: organisation(awo),
    body: { id: body, role: 'delegate' },
  })
  assert.equal((await gabriele.post(`/bodies/${body}/groups`, mandate(all))).status, 403)
  assert.equal(
    (await founder.post(`/bodies/${body}/groups`, mandate(all, { until: '2026-11-22' }))).body.code,
    'groupOver',
  )
  const { id } = ok<{ id: string }>(await founder.post(`/bodies/${body}/groups`, mandate(all)))
  const open = () => founder.post(`/group-mandates/${id}/opening`)
  assert.equal((await open()).body.code, 'groupNotReleased')
  ok(await founder.post('/releases', { object: id, edition: 1 }))
  assert.equal((await open()).body.code, 'groupNotReleased')
  ok(await severin.post('/releases', { object: id, edition: 1 }))
  const group = ok<{ id: string }>(await open()).id
  assert.equal((await open()).body.code, 'groupOpen')
  const { groups } = ok<Groups>(await severin.get(`/bodies/${body}/groups`))
  assert.deepEqual(
    groups.map((one) => [one.name, one.body, one.state, one.until, one.lead.title]),
    [['Arbeitskreis Fachkräfte', group, 'running', '2027-12-01', caritas]],
  )
  const { own } = ok<Groups>(await severin.get(`/bodies/${group}/groups`))
  assert.deepEqual([own?.parent?.id, own?.result, own?.mandate], [body, 'Bericht mit drei Vorschlägen', id])
  // No login makes or stretches one past the keys.
  const insert = (
    edition: number,
    until: string,
  ) => sql`insert into cooperation.working_group (body, parent, mandate, edition, task, result, lead, report_to, report_every, until_day)
    values (${body}, ${body}, ${id}, ${edition}, 'x', 'y', ${organisation(caritas)}, ${body}, 6, ${until})`
  await assert.rejects(asApp(all, founder, insert(1, '2030-01-01')))
  await assert.rejects(asApp(all, founder, sql`update cooperation.working_group set until_day = '2030-01-01'`))
  await assert.rejects(
    all.house.asOwner((db) => sql`update cooperation.working_group set until_day = '2030-01-01'`.execute(db)),
    /as its mandate says/,
  )
})

test('a group that nobody renews closes by itself: rights end, open duties go to the body, the history stays', async (t) => {
  const all = await arge(t)
  const { body } = all
  const { group, mandate: id } = await opened(all)
  await moveTo(all, '2027-11-02')
  assert.deepEqual(await dutiesOf(all.founder, `body=${body}`, 'groupEnd'), [])
  await moveTo(all, '2027-11-03')
  const end = {
    title: 'Arbeitsgruppe „Arbeitskreis Fachkräfte“ endet am 30.11.2027: verlängern oder enden lassen',
    due: '2027-11-30',
    clause: 'Auftrag der Arbeitsgruppe „Arbeitskreis Fachkräfte“ (Fassung 1), Laufzeit',
  }
  assert.deepEqual(await dutiesOf(all.founder, `body=${body}`, 'groupEnd'), [{ ...end, state: 'open' }])
  const reports = async () =>
    (await dutiesOf(all.severin, `debtor=${group}`, 'groupReport')).map((one) => [one.due, one.state])
  assert.deepEqual(await reports(), [
    ['2027-05-21', 'overdue'],
    ['2027-11-30', 'open'],
  ])
  // A late report still counts for what was due before; the last one is another.
  ok(await all.severin.post(`/bodies/${group}/reports`, { text: 'Zwei Vorschläge liegen vor, der dritte folgt.' }))
  assert.deepEqual(await reports(), [
    ['2027-05-21', 'doneLate'],
    ['2027-11-30', 'done'],
  ])
  await moveTo(all, '2027-11-30')
  const held = async () =>
    ok<{ mandates: { role: string }[] }>(await all.founder.get(`/mandates?body=${group}&on=${'2027-12-01'}`)).mandates
  assert.equal((await all.severin.get(`/bodies/${group}`)).status, 200)
  await moveTo(all, '2027-12-01')
  assert.deepEqual(await held(), [], 'nobody acts there any more')
  assert.equal(ok<{ standing: string }>(await all.founder.get(`/bodies/${group}`)).standing, 'dissolved')
  assert.deepEqual(await dutiesOf(all.founder, `body=${body}`, 'groupEnd'), [{ ...end, state: 'done' }])
  assert.equal(
    (
      await all.severin.post(`/bodies/${group}/mandates`, {
        organisation: all.severin.organisation,
        role: 'delegate',
        person: all.severin.person,
        from: '2027-12-01',
        basis: 'Weiter',
      })
    ).body.code,
    'bodyOver',
  )
  assert.equal(
    (await all.founder.put(`/group-mandates/${id}`, 1, mandate(all, { until: '2028-12-01' }))).body.code,
    'groupClosed',
  )
  const { own } = ok<Groups>(await all.severin.get(`/bodies/${group}/groups`))
  assert.deepEqual(
    [own?.state, own?.reports.map((one) => one.text)],
    ['closed', ['Zwei Vorschläge liegen vor, der dritte folgt.']],
  )
  const past = ok<{ there: boolean; seats: { people: { person: { title: string } }[] }[] }>(
    await all.founder.get(`/bodies/${group}/representation?on=2027-06-01`),
  )
  assert.deepEqual(
    [past.there, past.seats.flatMap((seat) => seat.people.map((one) => one.person.title))],
    [true, ['Severin Haslinger']],
  )
  assert.equal(ok<{ there: boolean }>(await all.founder.get(`/bodies/${group}/representation`)).there, false)
})

test('what a closed group still owed, the body that set it up takes over and can settle', async (t) => {
  const all = await arge(t)
  const { group } = await opened(all, { until: '2027-03-01', reportEvery: null })
  await moveTo(all, '2027-03-01')
  await moveTo(all, '2027-03-02')
  const taken = () => dutiesOf(all.founder, `debtor=${all.body}`, 'groupHandover')
  assert.deepEqual(
    (await taken()).map(({ title, state, due }) => [title, state, due]),
    [
      [
        'Aus der beendeten Arbeitsgruppe „Arbeitskreis Fachkräfte“: Abschlussbericht der Arbeitsgruppe „Arbeitskreis Fachkräfte“',
        'open',
        '2027-03-29',
      ],
    ],
  )
  assert.deepEqual(
    (await dutiesOf(all.founder, `debtor=${group}`, 'groupReport')).map(({ state }) => state),
    ['withdrawn'],
    'there it is owed no longer',
  )
  // The member that never named anybody owes it to nobody now.
  assert.deepEqual(
    (await dutiesOf(all.founder, `creditor=${group}`, 'nameDelegate')).map(({ state }) => state),
    ['withdrawn'],
  )
  ok(
    await all.founder.post(`/bodies/${group}/reports`, { text: 'Der Bericht wurde im Gremium selbst fertiggestellt.' }),
  )
  assert.deepEqual(
    (await taken()).map(({ state }) => state),
    ['done'],
  )
})

test('a renewal needs both keys before the end, and then the group goes on and its people with it', async (t) => {
  const all = await arge(t)
  const { group, mandate: id } = await opened(all)
  const sent = { organisation: all.organisation(awo), from: '2026-11-22', basis: 'Schreiben' }
  const send = (name: string, until: string | null) =>
    all.founder.post(`/bodies/${group}/mandates`, {
      ...sent,
      role: 'delegate',
      until,
      newPerson: { name, email: `${name.split(' ')[1]!.toLowerCase()}@example.org` },
    })
  ok(await send('Gabriele Stadler', null))
  ok(await send('Karl Kurz', '2027-06-01'))
  await moveTo(all, '2027-11-10')
  const revision = async () => ok<ShownMandate>(await all.founder.get(`/group-mandates/${id}`)).head.revision
  ok(await all.founder.put(`/group-mandates/${id}`, await revision(), mandate(all, { until: '2028-12-01' })))
  ok(await all.founder.post('/releases', { object: id, edition: 2 }))
  await all.house.settle()
  const until = async () => ok<Groups>(await all.founder.get(`/bodies/${group}/groups`)).own?.until
  assert.equal(await until(), '2027-12-01', 'one key renews nothing')
  ok(await all.severin.post('/releases', { object: id, edition: 2 }))
  await all.house.settle()
  assert.equal(await until(), '2028-12-01')
  assert.deepEqual(
    (await dutiesOf(all.founder, `body=${all.body}`, 'groupEnd')).map((one) => one.state),
    ['done'],
  )
  assert.deepEqual(
    (await dutiesOf(all.founder, `debtor=${group}`, 'groupReport')).map((one) => one.due),
    ['2027-05-21', '2027-11-30'],
    'a renewal asks for nothing twice',
  )
  // Everybody who acted until the former end acts until the new one; whoever was sent for less does not.
  const acting = async (day: string) =>
    ok<{ mandates: { role: string; until: string; basis: string }[] }>(
      await all.founder.get(`/mandates?body=${group}&on=${day}`),
    ).mandates
  await moveTo(all, '2028-06-01')
  assert.deepEqual((await acting('2028-06-01')).map((one) => [one.role, one.until]).toSorted(), [
    ['chair', '2028-12-01'],
    ['delegate', '2028-12-01'],
    ['office', '2028-12-01'],
  ])
  assert.ok(
    (await acting('2028-06-01')).every((one) => one.basis.endsWith('verlängert mit der Arbeitsgruppe (Fassung 2)')),
  )
  assert.equal((await all.founder.post(`/bodies/${group}/prolongation`)).body.code, 'nothingToProlong')
  // Nobody is asked to send anew before a day that nobody outlasts.
  assert.deepEqual(await dutiesOf(all.founder, `body=${group}`, 'resend'), [])
  // And shorter by both keys is shorter for everybody.
  ok(await all.founder.put(`/group-mandates/${id}`, await revision(), mandate(all, { until: '2028-11-01' })))
  await both(all, id, 3)
  await all.house.settle()
  assert.deepEqual(await acting('2028-11-01'), [])
  assert.equal((await acting('2028-10-31')).length, 3)
  await moveTo(all, '2028-11-01')
  assert.equal(ok<Groups>(await all.founder.get(`/bodies/${group}/groups`)).own?.state, 'closed')
})

test('the body may say that a group ends as agreed, once that is the question, and the question is answered', async (t) => {
  const all = await arge(t)
  const { mandate: id, group } = await opened(all)
  const conclude = () => all.founder.post(`/group-mandates/${id}/conclusion`)
  assert.equal((await conclude()).body.code, 'groupNotEnding')
  assert.equal(ok<{ standing: string }>(await all.founder.get(`/bodies/${group}`)).standing, 'constituted')
  await moveTo(all, '2027-11-10')
  ok(await conclude())
  assert.deepEqual(
    (await dutiesOf(all.founder, `body=${all.body}`, 'groupEnd')).map((one) => one.state),
    ['done'],
  )
  const shown = ok<ShownMandate>(await all.severin.get(`/group-mandates/${id}`))
  assert.deepEqual([shown.state, shown.concluding, shown.may.conclude], ['ending', true, false])
  await moveTo(all, '2027-12-01')
  assert.equal((await conclude()).body.code, 'groupClosed')
})

test('a guest of another county sees the group and nothing that the body behind it keeps to itself', async (t) => {
  const all = await arge(t)
  const { founder, body, neighbours, house } = all
  const { group, mandate: id } = await opened(all)
  const nina = await addPerson(house, founder, {
    name: 'Nina Nachbar',
    organisation: neighbours,
    body: { id: group, role: 'guest' },
  })
  const draft = {
    title: 'Absprache',
    parties: [],
    clauses: [{ number: '§ 1', text: 'Für den Kreis selbst.', strength: 'must' }],
  }
  const ofParent = ok<{ id: string }>(await founder.post(`/bodies/${body}/agreements`, draft)).id
  const ofGroup = ok<{ id: string }>(await founder.post(`/bodies/${group}/agreements`, draft)).id
  const { own } = ok<Groups>(await nina.get(`/bodies/${group}/groups`))
  assert.deepEqual([own?.task, own?.mandate], ['Vorschläge gegen den Mangel an Fachkräften erarbeiten', null])
  assert.equal((await nina.get(`/agreements/${ofGroup}`)).status, 200)
  assert.equal((await nina.get(`/agreements/${ofParent}`)).status, 404)
  assert.equal((await nina.get(`/group-mandates/${id}`)).status, 404)
  assert.deepEqual(ok<{ duties: Duty[] }>(await nina.get(`/duties?body=${body}`)).duties, [])
  assert.equal((await nina.post(`/bodies/${group}/reports`, { text: 'Ein Gast berichtet nicht.' })).status, 403)
  // And when the group is over, the guest's right is too.
  await moveTo(all, '2027-12-01')
  const after = await house.signIn(nina.email, { for: nina.organisation, password: 'nahtstelle-test' })
  assert.equal((await after.get(`/agreements/${ofGroup}`)).body.code, 'mandateEnded')
  assert.equal((await all.severin.get(`/agreements/${ofGroup}`)).status, 200, 'the body reads what its group has left')
})

test('a member for whom nobody acts is asked to name somebody, because the mandate says so, until it has', async (t) => {
  const all = await arge(t)
  const { founder, organisation, house } = all
  const { group } = await opened(all)
  const asked = () => dutiesOf(founder, `creditor=${group}`, 'nameDelegate')
  assert.deepEqual(
    (await asked()).map(({ title, clause, state }) => [title, clause, state]),
    [
      [
        'Vertretung benennen für „Arbeitskreis Fachkräfte“',
        'Auftrag der Arbeitsgruppe „Arbeitskreis Fachkräfte“ (Fassung 1), Mitglieder',
        'open',
      ],
    ],
    'the lead has somebody, a guest owes nobody',
  )
  await house.settle()
  assert.equal((await asked()).length, 1)
  const stand = { organisation: organisation(awo), from: '2026-11-22', basis: 'Schreiben' }
  const newPerson = { name: 'Gabriele Stadler', email: 'gabriele@example.org' }
  assert.equal(
    (await founder.post(`/bodies/${group}/mandates`, { ...stand, role: 'deputy', newPerson })).body.code,
    'deputyWithoutDelegation',
  )
  ok(await founder.post(`/bodies/${group}/mandates`, { ...stand, role: 'delegate', newPerson }))
  await house.settle()
  assert.deepEqual(
    (await asked()).map(({ state }) => state),
    ['done'],
  )
  const { mandates } = ok<{ mandates: { role: string; until: string | null }[] }>(
    await founder.get(`/mandates?body=${group}&organisation=${organisation(awo)}`),
  )
  assert.deepEqual(
    mandates.map((one) => one.until),
    ['2027-12-01'],
    'nobody is sent for longer than the group lives',
  )
})
