// A seat is offered, never given: no right before the organisation has said yes, by whichever way it says so.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { addOrganisation, addPerson, again, agree, ok, type TestPerson } from '#apps/testing-people.ts'
import { openPool } from '#kit/db/database.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { outbox } from '#kit/mail/outbox.ts'
import type { SeatOffer } from './contract/offers.ts'
import type { Body } from './contract.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'
import { asApp, awo, twoChairs } from './testing-keys.ts'

test('whoever is asked has no right until it has said yes, from the mail, in person or through the office; a no and a silence give none (A22, B31)', async (t) => {
  const all = await twoChairs(t)
  const { house, body } = all
  const enter = async (name: string) => addOrganisation(all.office, name, { kind: 'association', side: 'free' })
  const [school, clinic, guild, parish] = [
    await enter('Schulverbund (Beispiel)'),
    await enter('Klinik (Beispiel)'),
    await enter('Innung (Beispiel)'),
    await enter('Gemeinde (Beispiel)'),
  ] as [string, string, string, string]
  const head = (name: string, organisation: string) =>
    addPerson(house, all.office, { name, organisation, roles: ['admin', 'head'] })
  let sara = await head('Sara Schule', school)
  let klaus = await head('Klaus Klinik', clinic)
  const offer = (organisation: string, more: object = {}) =>
    all.a.post(`/bodies/${body}/seats`, { seats: [{ organisation, ...more }] })
  const seated = async (organisation: string) =>
    ok<Body>(await all.office.get(`/bodies/${body}`)).seats.some((seat) => seat.organisation.id === organisation)
  const offers = async (who: TestPerson = all.office) =>
    ok<{ offers: SeatOffer[] }>(await who.get(`/bodies/${body}/seat-offers`)).offers
  const duty = async (organisation: string) =>
    ok<{ duties: Duty[] }>(await all.office.get(`/duties?debtor=${organisation}`)).duties.findLast(
      (one) => one.kind === 'acceptSeat' && one.withdrawnBecause === null,
    )!

  for (const [organisation, more] of [[school], [clinic], [guild, { guest: true }], [parish]] as [string, object?][])
    assert.deepEqual(ok<{ seats: string[] }>(await offer(organisation, more)).seats, [], 'asked, not given')
  const twice = await offer(school)
  assert.equal(twice.body.code, 'offerThere')
  await house.settle()

  // Asked: in the list of the body, a question with a day, no seat and no right.
  assert.deepEqual(
    (await offers()).map((one) => [one.organisation.title, one.state, one.guest]),
    [
      ['Gemeinde (Beispiel)', 'asked', false],
      ['Innung (Beispiel)', 'asked', true],
      ['Klinik (Beispiel)', 'asked', false],
      ['Schulverbund (Beispiel)', 'asked', false],
    ],
  )
  assert.deepEqual(
    (await offers(sara)).map((one) => [one.organisation.id, one.mine]),
    [[school, true]],
    'who is asked does not see whom else',
  )
  assert.deepEqual(
    [await seated(school), (await duty(school)).state, (await duty(school)).due],
    [false, 'open', '2026-12-06'],
  )
  const { object } = ok<{ object: { id: string } }>(
    await all.office.post('/meetings', { body, day: '2026-12-20', starts: '08:00', place: 'Hier' }),
  )
  assert.equal((await sara.get(`/meetings/${object.id}`)).status, 404)
  const send = { organisation: school, role: 'delegate', person: sara.person, from: '2026-11-22', basis: 'Test' }
  assert.equal((await sara.post(`/bodies/${body}/mandates`, send)).status === 200, false, 'nobody is sent to no seat')
  for (const chair of [all.a, all.b, all.office])
    await assert.rejects(
      asApp(
        all,
        chair,
        sql`insert into cooperation.seat (id, body, organisation, valid_from, recorded_at) values (gen_random_uuid(), ${body}, ${school}, '2026-11-22', clock.now())`,
      ),
      /a seat is offered/,
    )
  await assert.rejects(
    asApp(
      all,
      all.a,
      sql`update cooperation.seat_offer set answer = 'accepted', answered_on = clock.today() where organisation = ${school}`,
    ),
  )

  // Reminded in the mail, and answered by its button.
  await house.moveTo('2026-11-23T08:00:00Z')
  all.office = await again(house, all.office)
  const token = (
    await house.asOwner((db) =>
      sql<{ token: string }>`select m.data->>'token' as token from mail.message m join duties.duty d on d.id = m.object
        where m.person = ${sara.person} and d.kind = 'acceptSeat' and m.data ? 'token'`.execute(db),
    )
  ).rows[0]?.token
  assert.ok(token, 'the question came by mail')
  const worker = openPool(house.logins.worker, 1)
  t.after(() => worker.end())
  const mails = await outbox(worker, { address: 'http://nahtstelle.example', pageOf: () => '' })
  const question = mails.find((mail) => mail.text.includes(`/mitteilung/${token}`))!
  assert.match(
    question.text,
    /wartet eine Anfrage auf Ihre Antwort.*Angefragt: Schulverbund \(Beispiel\)\s+Angefragt von: /s,
  )
  assert.doesNotMatch(question.text, /zugesagt/i, 'who is asked has promised nothing')
  ok(await house.visitor.post(`/duty-links/${token}/statement`, { day: '2026-11-23', text: 'Wir nehmen den Sitz an.' }))
  // In person, with the account.
  klaus = await again(house, klaus)
  const agreed = { day: '2026-11-23', text: 'Wir sind dabei.' }
  ok(await klaus.post(`/duties/${(await duty(clinic)).id}/statements`, agreed))
  // Told to the office, by whom and when.
  ok(
    await all.office.post(`/bodies/${body}/notifications`, {
      duty: (await duty(guild)).id,
      teller: 'Gerda Gilde',
      toldOn: '2026-11-23',
      effect: 'state',
      text: 'Wir kommen gern als Gast.',
    }),
  )
  await house.settle()
  assert.deepEqual(
    [await seated(school), await seated(clinic), await seated(guild), await seated(parish)],
    [true, true, true, false],
  )
  const guest = ok<Body>(await all.office.get(`/bodies/${body}`)).seats.find((one) => one.organisation.id === guild)!
  assert.deepEqual([guest.guest, guest.voting, guest.from], [true, false, '2026-11-23'], 'not before the answer')
  sara = await again(house, sara)
  ok(await sara.post(`/bodies/${body}/mandates`, { ...send, from: '2026-11-23' }))

  // A no, with its reason; asked anew, and taken back.
  const left = (await offers()).filter((one) => one.state === 'asked')
  assert.deepEqual(
    left.map((one) => one.organisation.id),
    [parish],
  )
  ok(
    await all.office.post(`/bodies/${body}/notifications`, {
      duty: (await duty(parish)).id,
      teller: 'Paula Pfarr',
      toldOn: '2026-11-23',
      effect: 'reason',
      text: 'Uns fehlt die Zeit.',
    }),
  )
  await house.settle()
  const [declined] = await offers()
  assert.equal(declined?.state, 'declined')
  assert.match(declined?.because ?? '', /Nach Mitteilung von Paula Pfarr am 23.11.2026: Uns fehlt die Zeit/)
  assert.equal(await seated(parish), false)
  all.a = await again(house, all.a)
  ok(await all.a.post(`/bodies/${body}/seats`, { seats: [{ organisation: parish }] }))
  await house.settle()
  const [asked] = await offers()
  assert.equal(asked?.state, 'asked')
  const gone = await duty(parish)
  ok(await all.a.post(`/bodies/${body}/seat-offers/${asked!.id}/withdrawal`))
  assert.equal((await all.a.post(`/bodies/${body}/seat-offers/${asked!.id}/withdrawal`)).body.code, 'offerSettled')
  await house.settle()
  assert.deepEqual([await offers(), gone.state], [[], 'open'])
  assert.equal(ok<{ duty: Duty }>(await all.office.get(`/duties/${gone.id}`)).duty.state, 'withdrawn')
})

test('whoever has signed has taken its seat: a department of a party is given one at once, by hand or by raw SQL', async (t) => {
  const all = await twoChairs(t)
  const { office, body, organisation } = all
  const unit = await addOrganisation(office, 'Fachstelle der AWO (Beispiel)', {
    kind: 'unit',
    side: 'free',
    parent: organisation(awo),
  })
  const seat = { organisation: organisation(awo), unit }
  const give = async () =>
    ok<{ seats: string[]; offers: string[] }>(await office.post(`/bodies/${body}/seats`, { seats: [seat] }))
  const raw = sql`insert into cooperation.seat (id, body, organisation, unit, valid_from, recorded_at) values (gen_random_uuid(), ${body}, ${seat.organisation}, ${unit}, '2026-11-22', clock.now())`
  await assert.rejects(asApp(all, office, raw), /a seat is offered/)
  await agree(all.founded, argeMuenchen)
  assert.equal((await give()).seats.length, 1)
})

test('taken back and offered again with the same words it is asked again at once, and no length of a message keeps it from being asked (C07)', async (t) => {
  const all = await twoChairs(t)
  const { house, office, body } = all
  const parish = await addOrganisation(office, 'Gemeinde (Beispiel)', { kind: 'association', side: 'free' })
  const duties = async (organisation: string) =>
    ok<{ duties: Duty[] }>(await office.get(`/duties?debtor=${organisation}`)).duties.filter(
      (one) => one.kind === 'acceptSeat',
    )
  const ask = async (organisation: string, more: object = {}) =>
    ok<{ id: string }>(
      await office.post(`/involvement/${body}/offers`, {
        organisation,
        actor: 'welfare',
        guest: false,
        text: 'Wirken Sie mit?',
        ...more,
      }),
    ).id
  let first = await ask(parish)
  for (const times of [1, 2, 3]) {
    await house.settle()
    const asked = await duties(parish)
    assert.deepEqual(
      asked.map((one) => one.state).toSorted(),
      ['open', ...Array.from({ length: times - 1 }, () => 'withdrawn')],
      `asked ${times} times`,
    )
    ok(await all.a.post(`/bodies/${body}/seat-offers/${first}/withdrawal`))
    first = await ask(parish)
  }

  // A message may be as long as it likes: the ground of the question is cut, the offer keeps the whole.
  const clinic = await addOrganisation(office, 'Klinik (Beispiel)', { kind: 'health', side: 'public' })
  await ask(clinic, { text: 'ä'.repeat(1000) })
  await house.settle()
  const [long] = await duties(clinic)
  const bytes = new TextEncoder().encode(long!.because.clause).length
  assert.ok(long!.because.clause.endsWith('ä…') && bytes > 1800 && bytes <= 2003, `${bytes} bytes`)
  const shown = ok<{ offers: SeatOffer[] }>(await office.get(`/bodies/${body}/seat-offers`)).offers
  assert.equal(shown.find((one) => one.organisation.id === clinic)?.message.length, 1000)
})
