// Seats over time: they outlive a merger, rest on a letter, end with a reason; and a body ends when both chairs say so.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, again, foundBody, join, ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { stateFact } from '#kit/duties/duties.ts'
import type { Delegation, SeatOnDay, SeatPast } from './contract/seats.ts'
import type { Body } from './contract.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'
import { procedureTemplates } from './rules/procedure.ts'

const caritas = 'Caritas im Landkreis München'
const awo = 'Arbeiterwohlfahrt Kreisverband München-Land'
const units = [
  'Geschäftsbereich 2 – Jugend, Arbeit und Soziales',
  'Geschäftsbereich 3 – Infrastruktur und Gesundheit',
] as const
type History = {
  seats: SeatPast[]
  doubles: { seat: string; other: string; name: string }[]
  dissolution: { id: string; released: boolean } | null
  dissolvedOn: string | null
}

async function arge(t: TestContext) {
  const house = await testHouse(t)
  const founded = await foundBody(house, argeMuenchen)
  return { house, ...founded, body: founded.body }
}
type Arge = Awaited<ReturnType<typeof arge>>

/** What the area of organisations states when a unit goes up in another. */
const merged = ({ house, founder }: Arge, from: string, to: string, day: string) =>
  house
    .asOwner((db) =>
      stateFact(
        db,
        { kind: 'organisation.merged', organisation: founder.organisation, subject: to, object: from, day },
        '2026-11-22T08:00:00Z',
        null,
        [],
      ),
    )
    .then(() => house.settle())
const on = async (who: TestPerson, body: string, day: string) =>
  ok<{ there: boolean; seats: SeatOnDay[] }>(await who.get(`/bodies/${body}/representation?on=${day}`))
const unitsOn = async (who: TestPerson, body: string, day: string) =>
  (await on(who, body, day)).seats.flatMap((seat) => (seat.unit ? [seat.unit.title] : []))
const asApp = ({ house }: Arge, who: TestPerson, statement: ReturnType<typeof sql>) =>
  inTransaction(
    house.house.pool,
    { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
    null,
    (db) => statement.execute(db),
  )

test('a merged department keeps the trail of its seat: before the day it sits itself, from the day on its successor', async (t) => {
  const all = await arge(t)
  const { founder, body, organisation } = all
  const successor = await addOrganisation(founder, 'Geschäftsbereich 5 – Soziales und Gesundheit', {
    kind: 'unit',
    side: 'public',
    parent: founder.organisation,
  })
  await merged(all, organisation(units[0]), successor, '2026-10-01')
  assert.ok((await unitsOn(founder, body, '2026-09-30')).includes(units[0]))
  const after = await unitsOn(founder, body, '2026-10-01')
  assert.ok(after.includes('Geschäftsbereich 5 – Soziales und Gesundheit') && !after.includes(units[0]))
  assert.equal(after.length, 4, 'nothing is lost')
  const history = async () => ok<History>(await founder.get(`/bodies/${body}/seats`))
  const [old] = (await history()).seats.filter((seat) => seat.unit?.title === units[0])
  assert.deepEqual([old?.from, old?.until, old?.continuedBy?.id], ['2017-05-15', '2026-10-01', successor])
  assert.deepEqual((await history()).doubles, [])
  // A second one goes up in the same: the office is asked.
  await merged(all, organisation(units[1]), successor, '2026-11-01')
  assert.equal((await unitsOn(founder, body, '2026-11-22')).length, 4)
  const [double, ...more] = (await history()).doubles
  assert.deepEqual([double?.name, more], ['Geschäftsbereich 5 – Soziales und Gesundheit', []])
  ok(await founder.post(`/bodies/${body}/seats/${double!.seat}/keep`))
  assert.deepEqual((await history()).doubles, [])
  assert.equal((await founder.post(`/bodies/${body}/seats/${double!.seat}/keep`)).body.code, 'nothingDouble')
  ok(
    await founder.post(`/bodies/${body}/seats/${double!.seat}/end`, {
      because: 'Ein Sitz genügt.',
      until: '2026-12-01',
    }),
  )
  assert.equal((await unitsOn(founder, body, '2026-12-01')).length, 3)
  assert.equal((await history()).seats.find((seat) => seat.until === '2026-12-01')?.because, 'Ein Sitz genügt.')
  await assert.rejects(
    asApp(all, founder, sql`update cooperation.seat set kept = true where body = ${body} and superseded_at is null`),
  )
})

test('a renamed member is called on every day as it was called then', async (t) => {
  const all = await arge(t)
  const { founder, body, organisation, house } = all
  const severin = await addPerson(house, founder, {
    name: 'Severin Haslinger',
    organisation: organisation(caritas),
    roles: ['admin', 'head'],
  })
  ok(
    await severin.put(`/organisations/${severin.organisation}`, 1, {
      name: 'Caritas München-Land',
      kind: 'association',
      side: 'free',
      since: '2026-11-01',
    }),
  )
  const names = async (day: string) => (await on(founder, body, day)).seats.map((seat) => seat.organisation.title)
  assert.ok((await names('2026-10-31')).includes(caritas))
  assert.ok((await names('2026-11-01')).includes('Caritas München-Land'))
})

test('a letter of delegation sends a person and a deputy of the sender, and nobody else writes it', async (t) => {
  const all = await arge(t)
  const { house, founder, body, organisation } = all
  const severin = await addPerson(house, founder, {
    name: 'Severin Haslinger',
    organisation: organisation(caritas),
    roles: ['admin', 'head'],
  })
  const sigrid = await addPerson(house, severin, { name: 'Sigrid Mitarbeit', roles: ['staff'] })
  const letter = {
    organisation: severin.organisation,
    person: sigrid.person,
    deputy: severin.person,
    from: '2026-11-22',
    until: '2029-01-01',
    signedBy: 'Severin Haslinger, Geschäftsführung',
    signedOn: '2026-11-20',
  }
  const write = (who: TestPerson, more: object = {}) => who.post(`/bodies/${body}/delegations`, { ...letter, ...more })
  assert.equal((await write(founder)).body.code, 'sendsItself')
  assert.equal((await write(sigrid)).body.code, 'sendsItself')
  assert.equal((await write(severin, { organisation: organisation(awo) })).body.code, 'sendsItself')
  assert.equal((await write(severin, { deputy: sigrid.person })).body.code, 'deputyIsPerson')
  assert.equal((await write(severin, { signedOn: '2026-11-23' })).body.code, 'dayInFuture')
  assert.equal((await write(severin, { person: founder.person })).status, 400)
  const { id } = ok<{ id: string }>(await write(severin))
  assert.equal((await write(severin)).body.code, 'holdsAlready')
  const shown = ok<Delegation>(await sigrid.get(`/delegations/${id}`))
  assert.deepEqual(
    [shown.organisation.title, shown.person.title, shown.deputy?.title, shown.until, shown.source, shown.ended],
    [caritas, 'Sigrid Mitarbeit', 'Severin Haslinger', '2029-01-01', null, false],
  )
  const seat = (await on(founder, body, '2028-12-31')).seats.find((one) => one.organisation.title === caritas)!
  assert.deepEqual(
    seat.people.map((one) => [one.person.title, one.role, one.basis]),
    [
      [
        'Severin Haslinger',
        'deputy',
        'Entsendungsschreiben vom 20.11.2026, unterzeichnet von Severin Haslinger, Geschäftsführung',
      ],
      [
        'Sigrid Mitarbeit',
        'delegate',
        'Entsendungsschreiben vom 20.11.2026, unterzeichnet von Severin Haslinger, Geschäftsführung',
      ],
    ],
  )
  assert.equal(
    (await on(founder, body, '2029-01-01')).seats.find((one) => one.organisation.title === caritas)!.people.length,
    0,
  )
  // The scan hangs on the letter, for those who read the letter.
  ok(await severin.upload(`/objects/${id}/files`, 'entsendung.pdf', '%PDF-1.4\n%%EOF\n'))
  const frida = await addPerson(house, founder, {
    name: 'Frida Fremd',
    organisation: await addOrganisation(founder, 'Verein Fremd', { kind: 'association', side: 'free' }),
    roles: ['planner'],
  })
  assert.equal((await frida.get(`/delegations/${id}`)).status, 404)
  await assert.rejects(
    asApp(
      all,
      founder,
      sql`insert into cooperation.delegation (id, body, organisation, person, from_day, signed_by, signed_on, mandate)
      select ${id}, body, organisation, person, from_day, 'selbst', signed_on, mandate from cooperation.delegation`,
    ),
  )
})

test('the office enters a letter that reached it on paper, and says from where it knows', async (t) => {
  const all = await arge(t)
  const { founder, body, organisation } = all
  const { person } = ok<{ person: string }>(
    await founder.post(`/organisations/${organisation(awo)}/persons`, { name: 'Gabriele Stadler' }),
  )
  const { id } = ok<{ id: string }>(
    await founder.post(`/bodies/${body}/delegations`, {
      organisation: organisation(awo),
      person,
      from: '2026-11-22',
      signedBy: 'Vorstand der AWO',
      signedOn: '2026-11-19',
      source: 'Schreiben im Ordner der Geschäftsstelle',
    }),
  )
  assert.equal(
    ok<Delegation>(await founder.get(`/delegations/${id}`)).source,
    'Schreiben im Ordner der Geschäftsstelle',
  )
})

test('a body ends when both chairs have released its end: seats, rights and open duties go, the archive stays', async (t) => {
  const all = await arge(t)
  const { house, body, organisation } = all
  let { founder } = all
  const term = { from: '2026-01-01', basis: 'Wahl' }
  ok(
    await founder.post(`/bodies/${body}/mandates`, {
      organisation: founder.organisation,
      role: 'chair',
      person: founder.person,
      ...term,
    }),
  )
  let severin = await addPerson(house, founder, {
    name: 'Severin Haslinger',
    organisation: organisation(caritas),
    roles: ['admin', 'head'],
    body: { id: body, role: 'chair' },
  })
  const agreement = ok<{ id: string }>(
    await founder.post(`/bodies/${body}/agreements`, { title: 'Absprache', parties: [], clauses: [] }),
  ).id
  const gone = await addPerson(house, founder, {
    name: 'Gabriele Stadler',
    organisation: organisation(awo),
    body: { id: body, role: 'delegate' },
  })
  const owed = async (kind: string) =>
    ok<{ duties: Duty[] }>(await founder.get(`/duties?body=${body}`)).duties.filter((duty) => duty.kind === kind)
  const rules = ok<{ object: string; edition: number }>(
    await founder.post(`/bodies/${body}/rules`, { procedure: procedureTemplates.arge, validFrom: '2026-11-22' }),
  )
  ok(await founder.post('/releases', rules))
  ok(await severin.post('/releases', rules))
  await house.settle()
  assert.deepEqual(
    (await owed('nameStandIn')).map((duty) => duty.state),
    ['open', 'open'],
  )
  const acting = async (day: string) =>
    ok<{ mandates: unknown[] }>(await founder.get(`/mandates?body=${body}&on=${day}`)).mandates.length
  const propose = (day: string, because = 'Die Aufgabe ist erfüllt.') =>
    founder.post(`/bodies/${body}/dissolution`, { day, because })
  assert.equal((await propose('2026-11-21')).body.code, 'dissolutionPast')
  const { id } = ok<{ id: string }>(await propose('2027-02-01'))
  ok(await founder.post('/releases', { object: id, edition: 1 }))
  await house.settle()
  const history = async () => ok<History>(await founder.get(`/bodies/${body}/seats`))
  assert.deepEqual([(await history()).dissolvedOn, (await history()).dissolution?.released], [null, false])
  ok(await severin.post('/releases', { object: id, edition: 1 }))
  await house.settle()
  assert.equal((await history()).dissolvedOn, '2027-02-01')
  assert.equal((await propose('2027-03-01')).body.code, 'dissolutionDecided')
  assert.equal((await on(founder, body, '2027-01-31')).seats.length, 10)
  assert.deepEqual((await on(founder, body, '2027-02-01')).seats, [])
  assert.deepEqual(
    [await acting('2027-01-31'), await acting('2027-02-01')],
    [4, 0],
    'rights end on the day, not before',
  )
  assert.deepEqual(
    (await owed('nameStandIn')).map((duty) => duty.state),
    ['open', 'open'],
    'until then everything is owed',
  )
  await house.moveTo('2027-02-01T08:00:00Z')
  founder = await again(house, founder)
  severin = await again(house, severin)
  assert.equal(ok<Body>(await severin.get(`/bodies/${body}`)).standing, 'dissolved')
  const sent = await house.signIn(gone.email, { for: gone.organisation, password: 'nahtstelle-test' })
  assert.equal((await sent.get(`/bodies/${body}`)).body.code, 'mandateEnded')
  const kept = await owed('nameStandIn')
  assert.deepEqual(
    kept.map((duty) => [duty.state, duty.withdrawnBecause]),
    Array.from({ length: 2 }, () => ['withdrawn', 'Gegenstandslos, weil das Gremium aufgelöst ist.']),
  )
  await house.moveTo('2027-02-02T08:00:00Z')
  founder = await again(house, founder)
  severin = await again(house, severin)
  const everything = ok<{ duties: Duty[] }>(await founder.get(`/duties?body=${body}`)).duties
  assert.ok(everything.every((duty) => !['open', 'overdue', 'notYet'].includes(duty.state)))
  assert.equal((await owed('nameStandIn')).length, 2, 'and none of it arises anew')
  assert.equal(
    (
      await founder.post(`/bodies/${body}/groups`, {
        name: 'Nachher',
        shortName: 'NH',
        task: 'Weiter',
        result: 'Nichts',
        lead: founder.organisation,
        until: '2028-01-01',
      })
    ).status,
    403,
    'nobody runs it any more',
  )
  assert.equal((await founder.post('/releases', { object: id, edition: 1 })).status === 200, false)
  assert.equal((await severin.get(`/agreements/${agreement}`)).status, 200, 'its members read the archive')
  const seats = await asApp(all, founder, sql`update cooperation.body set mission = 'Anders' where id = ${body}`)
  assert.equal(seats.numAffectedRows, 0n)
})

test('a guest has a place and no vote, and is not counted among the members', async (t) => {
  const { house, founder, body } = await arge(t)
  const school = await addOrganisation(founder, 'Schulamt (Beispiel)', { kind: 'authority', side: 'public' })
  await join(house, founder, body, { organisation: school, guest: true })
  const seat = ok<Body>(await founder.get(`/bodies/${body}`)).seats.find((one) => one.organisation.id === school)!
  assert.deepEqual([seat.guest, seat.voting], [true, false])
  const line = ok<{ bodies: { id: string; members: number }[] }>(await founder.get('/bodies')).bodies.find(
    (one) => one.id === body,
  )!
  assert.equal(line.members, 7)
})

test('the planning office runs the business of the body, without a vote and without a key', async (t) => {
  const all = await arge(t)
  const { house, founder, body, organisation } = all
  const office = 'Stabsstelle Sozialplanung'
  const olga = await addPerson(house, founder, {
    name: 'Olga Planung',
    organisation: founder.organisation,
    body: { id: body, role: 'office' },
  })
  const unit = organisation(office)
  const deciding = ok<{ id: string }>(
    await founder.post('/bodies', {
      name: 'Beschließendes Gremium (Beispiel)',
      shortName: 'BG',
      mission: 'Für die Prüfung',
      form: 'deciding',
      seats: [{ organisation: founder.organisation, unit, voting: false }, { organisation: organisation(caritas) }],
    }),
  ).id
  const votes = (await on(founder, deciding, '2026-11-22')).seats.map((seat) => [seat.unit?.title ?? null, seat.voting])
  assert.deepEqual(votes, [
    [null, true],
    [office, false],
  ])
  const { id } = ok<{ id: string }>(
    await olga.post(`/bodies/${body}/agreements`, {
      title: 'Absprache',
      reviewOn: '2030-01-31',
      parties: [founder.organisation, organisation(caritas)],
      clauses: [{ number: '§ 1', text: 'Wir sprechen uns ab.', strength: 'must' }],
    }),
  )
  ok(await olga.act(`/agreements/${id}/offer`, 1))
  assert.equal((await olga.post('/releases', { object: id, edition: 1 })).body.code, 'notChair')
  const { seats, others } = ok<{ seats: SeatOnDay[]; others: { person: { title: string }; role: string }[] }>(
    await founder.get(`/bodies/${body}/representation`),
  )
  assert.ok(
    seats.every((seat) => seat.people.every((one) => one.role !== 'office')),
    'the office sits on no seat',
  )
  assert.ok(others.some((one) => one.person.title === 'Olga Planung' && one.role === 'office'))
})
