import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Caller } from '#apps/testing.ts'
import { addOrganisation, addPerson, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Involvement } from '#areas/cooperation/contract/involvement.ts'
import type { SeatOffer } from '#areas/cooperation/contract/offers.ts'
import type { Body } from '#areas/cooperation/contract.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { argeHouse, needContent, stateNeed } from './testing.ts'

const view = async (who: Caller, id: string) => ok<Involvement>(await who.get(`/involvement/${id}`))
const missing = ({ actors }: Involvement) =>
  actors.filter((one) => one.usual && one.by.length === 0).map((one) => one.actor)

test('for a need as for its body: who is missing, two voices beside each other, what was promised and is not there, and from a gap over an offer to a partner', async (t) => {
  const arge = await argeHouse(t)
  const { house, erika, severin, gabriele, body, organisation } = arge
  const as =
    (who: TestPerson) =>
    <T>(statement: ReturnType<typeof sql<T>>) =>
      inTransaction(
        house.house.pool,
        { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
        null,
        (db) => statement.execute(db),
      )
  const { revision } = ok<{ head: { revision: number } }>(await erika.get(`/bodies/${body}`)).head
  ok(await erika.put(`/bodies/${body}/topics`, revision, { topics: ['age', 'youth'] }))
  const draft = ok<{ object: { id: string; revision: number } }>(
    await erika.post('/needs', { body, ...needContent(arge) }),
  ).object
  const need = draft.id
  assert.equal((await erika.get(`/involvement/${need}`)).body.code, 'notAnalysed', 'a draft is nobody else’s yet')
  ok(await erika.act(`/needs/${need}/statement`, draft.revision))

  // A need about age does not ask for school and police, its body does.
  assert.ok(missing(await view(erika, need)).includes('school'))
  assert.equal((await gabriele.post(`/involvement/${need}/topics`, { topics: ['age'] })).status, 403)
  ok(await erika.post(`/involvement/${need}/topics`, { topics: ['age'] }))
  const narrowed = await view(gabriele, need)
  assert.deepEqual([narrowed.topics, narrowed.topicsOfBody, narrowed.body.id], [['age'], false, body])
  const age = ['municipality', 'socialOffice', 'healthOffice', 'church', 'healthCare', 'citizens', 'selfHelp']
  assert.deepEqual(missing(narrowed), age)
  assert.deepEqual(
    ['school', 'police'].map((one) => missing(narrowed).includes(one as never)),
    [false, false],
  )
  assert.ok(missing(await view(erika, body)).includes('police'))

  // The organisation speaks for itself; others with their source; neither replaces the other.
  const awo = organisation('Arbeiterwohlfahrt Kreisverband München-Land')
  const state = (who: Caller, about: string, content: object) => who.post(`/involvement/${about}/statements`, content)
  const own = { organisation: awo, interest: 'high', contribution: 'Zwei Tagespflegen', state: 'promised' }
  assert.equal((await state(gabriele, need, { ...own, influence: 'high' })).body.code, 'onlyOutside')
  ok(await state(gabriele, need, own))
  assert.equal((await state(erika, need, { organisation: awo, influence: 'medium' })).body.code, 'sourceMissing')
  const outside = { organisation: awo, influence: 'medium', contribution: 'Träger', source: 'Protokoll vom 3. März' }
  assert.equal((await state(gabriele, need, { ...outside, organisation: erika.organisation })).status, 403)
  ok(await state(erika, need, outside))
  const line = (seen: Involvement, id: string) => seen.organisations.find((one) => one.organisation.id === id)!
  const read = line(await view(severin, need), awo)
  assert.deepEqual(
    [read.influence, read.interest, read.contribution, read.state, read.really, read.gap, read.may],
    ['medium', 'high', 'Zwei Tagespflegen', 'promised', ['member'], false, 'others'],
  )
  await assert.rejects(
    as(
      gabriele,
    )(sql`insert into cooperation.involvement (id, about, organisation, own, influence, source, stated_by, recorded_on, recorded_at)
      values (gen_random_uuid(), ${need}, ${erika.organisation}, false, 'low', 'Gehört', ${awo}, clock.today(), clock.now())`),
    { code: '42501' },
  )
  // Promised, and nothing of it is there: that shows, and the kind is no longer missing; whoever leaves is missed again.
  const clinic = await addOrganisation(erika, 'Kreisklinik (Beispiel)', { kind: 'health', side: 'public' })
  const told = { organisation: clinic, source: 'Telefonat am 2. November' }
  ok(await state(erika, need, { ...told, state: 'promised' }))
  const promised = await view(erika, need)
  assert.deepEqual([line(promised, clinic).state, line(promised, clinic).gap], ['promised', true])
  assert.ok(!missing(promised).includes('healthCare'))
  ok(await state(erika, need, { ...told, state: 'left' }))
  assert.ok(missing(await view(erika, need)).includes('healthCare'))

  // From the gap to asking somebody, in one step.
  const council = await addOrganisation(erika, 'Seniorenbeirat (Beispiel)', { kind: 'selfHelp', side: 'free' })
  const berta = await addPerson(house, erika, {
    name: 'Berta Beirat',
    organisation: council,
    roles: ['admin', 'planner'],
  })
  const ask = (who: Caller, more: object = {}) =>
    who.post(`/involvement/${need}/offers`, {
      organisation: council,
      actor: 'selfHelp',
      guest: true,
      text: 'Wirken Sie mit?',
      ...more,
    })
  assert.equal((await ask(gabriele)).status, 403)
  assert.equal((await ask(erika, { organisation: awo })).body.code, 'seatTwice')
  const { id: offer } = ok<{ id: string }>(await ask(erika))
  assert.equal((await ask(erika)).body.code, 'offerThere')
  await house.settle()
  assert.deepEqual(
    (await view(gabriele, need)).actors
      .find((one) => one.actor === 'selfHelp')!
      .asked.map((one) => one.organisation.id),
    [council],
  )
  const duty = async (debtor: string, who: Caller = erika) =>
    ok<{ duties: Duty[] }>(await who.get(`/duties?debtor=${debtor}`)).duties.find((one) => one.kind === 'acceptSeat')!
  const question = await duty(council, berta)
  assert.deepEqual([question.state, question.subject?.id], ['open', body])
  assert.match(question.title, /^Gast werden zu „Tagespflege im nördlichen Landkreis“: /)
  assert.match(question.because.clause, /zu „Tagespflege.*“ als Gast mitzuwirken.*Nachricht: „Wirken Sie mit\?“$/)
  const offers = async (who: Caller = erika) =>
    ok<{ offers: SeatOffer[] }>(await who.get(`/bodies/${body}/seat-offers`)).offers
  const shown = (all: readonly SeatOffer[]) => all.map((one) => [one.id, one.about?.id ?? null, one.message, one.mine])
  assert.deepEqual(shown(await offers()), [[offer, need, 'Wirken Sie mit?', false]])
  assert.deepEqual(
    shown(await offers(berta)),
    [[offer, null, 'Wirken Sie mit?', true]],
    'a need of others is not shown',
  )
  await assert.rejects(
    as(erika)(
      sql`update cooperation.seat_offer set answer = 'accepted', answered_on = clock.today() where id = ${offer}`,
    ),
    { code: '42501' },
  )
  const answer = { day: '2026-11-22', text: 'Gerne' }
  assert.equal((await gabriele.post(`/duties/${question.id}/statements`, answer)).body.code, 'onlyDebtor')
  ok(await berta.post(`/duties/${question.id}/statements`, answer))
  await house.settle()
  const seats = async () =>
    ok<Body>(await berta.get(`/bodies/${body}`)).seats.filter((one) => one.organisation.id === council)
  assert.deepEqual(
    (await seats()).map((one) => [one.guest, one.voting]),
    [[true, false]],
  )
  const partner = await view(erika, need)
  assert.ok(!missing(partner).includes('selfHelp'))
  assert.deepEqual(line(partner, council).really, ['guest'])
  assert.equal((await duty(council, berta)).state, 'done')
  assert.deepEqual(await offers(), [])
  await house.settle()
  assert.equal((await seats()).length, 1, 'once only')

  // Somebody who does not act here answers by telephone; a no leaves the gap, and says so.
  const parish = await addOrganisation(erika, 'Dekanat (Beispiel)', { kind: 'church', side: 'other' })
  ok(await ask(erika, { organisation: parish, actor: 'church', guest: false }))
  await house.settle()
  ok(
    await erika.post(`/bodies/${body}/notifications`, {
      duty: (await duty(parish)).id,
      teller: 'Paula Pfarr',
      toldOn: '2026-11-22',
      effect: 'reason',
      text: 'Uns fehlt die Zeit.',
    }),
  )
  await house.settle()
  const church = (await view(erika, need)).actors.find((one) => one.actor === 'church')!
  assert.deepEqual([church.by, church.asked, church.declined.map((one) => one.id)], [[], [], [parish]])
  assert.equal((await seats()).length, 1)
})

test('whoever is asked for a need that is dealt with for one purpose only does not read its title in the question, wherever it goes (C07, D03)', async (t) => {
  const arge = await argeHouse(t)
  const { house, erika, body } = arge
  const { object } = await stateNeed(arge)
  const ask = async (name: string) => {
    const organisation = await addOrganisation(erika, name, { kind: 'association', side: 'free' })
    const words = { organisation, actor: 'selfHelp', guest: true, text: 'Wirken Sie mit?' }
    ok(await erika.post(`/involvement/${object.id}/offers`, words))
    await house.settle()
    const { duties } = ok<{ duties: Duty[] }>(await erika.get(`/duties?debtor=${organisation}`))
    const duty = duties.find((one) => one.kind === 'acceptSeat')!
    return { title: duty.title, clause: duty.because.clause, names: JSON.stringify(duty).includes(object.title) }
  }
  assert.equal((await ask('Beirat Eins (Beispiel)')).names, true, 'nothing is held back')
  const { revision } = ok<{ object: { revision: number } }>(await erika.get(`/needs/${object.id}`)).object
  ok(await erika.act(`/objects/${object.id}/purpose`, revision, { purpose: 'counselling' }))
  const held = await ask('Beirat Zwei (Beispiel)')
  assert.equal(held.names, false)
  const { title } = ok<Body>(await erika.get(`/bodies/${body}`)).head
  assert.deepEqual([held.title, held.clause.includes(title)], [`Gast werden: ${title}`, true])
})
