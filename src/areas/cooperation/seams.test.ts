// Seams through HTTP and on the application's login: two owners of equal rank, what holds needs both; frictions, reviews; two mandates side by side.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, again, founders, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Database } from '#kit/db/database.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Comparison } from './contract/comparisons.ts'
import type { Seam, SeamLine } from './contract/seams.ts'
import { reviewRound } from './rules/seams.ts'

const text = {
  subject: 'Junge Menschen unter 25 ohne Ausbildung',
  basisA: '§ 16h SGB II',
  basisB: '§ 13 SGB VIII',
  handover: [{ what: 'Anmeldung zum Erstgespräch', from: 'a', when: 'binnen einer Woche', how: 'mit Einwilligung' }],
  procedure: 'Beide Seiten laden gemeinsam ein.',
  reviewMonths: 12,
}

async function start(t: TestContext) {
  const house = await testHouse(t)
  const jugendamt = await founders(house, { name: 'Jugendamt Musterland (Beispiel)', kind: 'authority' })
  const id = await addOrganisation(jugendamt, 'Jobcenter Musterland (Beispiel)', { kind: 'authority' })
  const jobcenter = await addPerson(house, jugendamt, {
    name: 'Jana Jobcenter',
    organisation: id,
    roles: ['admin', 'planner'],
  })
  const other = await addOrganisation(jugendamt, 'Verband Musterland (Beispiel)', { kind: 'association', side: 'free' })
  const verband = await addPerson(house, jugendamt, {
    name: 'Vera Verband',
    organisation: other,
    roles: ['admin', 'planner'],
  })
  const seam = ok<{ id: string }>(
    await jobcenter.post('/seams', {
      name: 'Übergang in Ausbildung (Beispiel)',
      other: jugendamt.organisation,
      ...text,
    }),
  ).id
  const read = async (who: TestPerson = jugendamt) => ok<Seam>(await who.get(`/seams/${seam}`))
  const write = async (who: TestPerson, more: object = {}) => {
    const { edition, revision } = await read(who)
    return who.post(`/seams/${seam}/text`, { ...text, edition, revision, ...more })
  }
  const offer = async (who: TestPerson) => {
    const { edition, revision } = await read(who)
    return who.post(`/seams/${seam}/offer`, { edition, revision })
  }
  const release = async (who: TestPerson, edition?: number) =>
    who.post(`/seams/${seam}/releases`, { edition: edition ?? (await read(who)).edition })
  return { house, jugendamt, jobcenter, verband, seam, read, write, offer, release }
}

test('a seam has two owners of equal rank, and a single one never makes it hold', async (t) => {
  const { jugendamt, jobcenter, verband, read, write, offer, release } = await start(t)
  for (const owner of [jugendamt, jobcenter]) {
    const { may, state } = await read(owner)
    assert.deepEqual([state, may.write, may.release, may.review], ['draft', true, false, false], owner.name)
    ok(await write(owner, { procedure: `Geschrieben von ${owner.name}` }))
  }
  assert.deepEqual((await read(verband)).may, { write: false, release: false, review: false, state: true })
  assert.equal((await write(verband)).status, 403)
  assert.equal((await release(jobcenter)).body.code, 'seamNotOffered')
  ok(await offer(jobcenter))
  assert.equal(ok<{ agreed: boolean }>(await release(jobcenter)).agreed, false)
  assert.equal((await release(jobcenter)).body.code, 'seamReleasedAlready')
  assert.deepEqual([(await read()).state, (await read()).inForce], ['offered', null])
  assert.equal((await release(verband)).status, 403)
  assert.equal(ok<{ agreed: boolean }>(await release(jugendamt)).agreed, true)
  const agreed = await read()
  assert.deepEqual(
    [agreed.state, agreed.inForce?.edition, agreed.inForce?.since, agreed.nextReview],
    ['agreed', 1, '2026-11-22', '2027-11-22'],
  )
  assert.deepEqual(Object.keys(agreed.released[0]!), ['organisation', 'at'], 'no person is shown')

  ok(await write(jugendamt, { procedure: 'Neu' }))
  const next = await read(jobcenter)
  assert.deepEqual([next.edition, next.state, next.inForce?.edition], [2, 'draft', 1])
  assert.equal(next.inForce?.text.procedure, 'Geschrieben von Jana Jobcenter', 'what was agreed stays as it was')
  assert.equal((await release(jobcenter, 1)).body.code, 'seamChanged')
  ok(await offer(jugendamt))
  ok(await release(jugendamt))
  assert.equal((await read()).inForce?.edition, 1)
  const stale = await jobcenter.post(`/seams/${next.head.id}/text`, { ...text, edition: 2, revision: next.revision })
  assert.equal(stale.body.code, 'seamChanged')
})

test('with raw SQL on the application’s login nobody gives the other owner’s release or changes what is fixed', async (t) => {
  const { house, jugendamt, jobcenter, verband, seam, offer, release } = await start(t)
  ok(await offer(jobcenter))
  ok(await release(jobcenter))
  const as = (who: TestPerson, statement: string) =>
    inTransaction(
      house.house.pool,
      { token: who.cookie.slice(who.cookie.indexOf('=') + 1), organisation: who.organisation },
      null,
      (db: Database) => sql.raw(statement).execute(db),
    ).then(
      (done) => (done.numAffectedRows === 0n ? 'nothing' : 'done'),
      (error: { code?: string }) => error.code ?? 'fault',
    )
  const key = (organisation: string, person: string, edition = 1) =>
    `insert into cooperation.seam_release (seam, edition, organisation, person, at) values ('${seam}', ${edition}, '${organisation}', '${person}', clock.now())`
  assert.equal(await as(jobcenter, key(jugendamt.organisation, jobcenter.person)), 'NA403')
  assert.equal(await as(jobcenter, key(jugendamt.organisation, jugendamt.person)), '42501')
  assert.equal(await as(jobcenter, key(jobcenter.organisation, jobcenter.person)), '23505')
  assert.equal(await as(verband, key(verband.organisation, verband.person)), 'NA403')
  assert.equal(
    await as(jobcenter, `update cooperation.seam_edition set procedure = 'Anders' where seam = '${seam}'`),
    'NA403',
  )
  assert.equal(await as(jobcenter, `update cooperation.seam set owner_b = owner_a where id = '${seam}'`), '42501')
  assert.equal(await as(jobcenter, `delete from cooperation.seam_release where seam = '${seam}'`), '42501')
  const owner = await house
    .asOwner((db) => sql.raw(key(jugendamt.organisation, verband.person)).execute(db))
    .then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
  assert.equal(
    owner,
    'NA403',
    'not even the owner of the tables releases in the name of somebody who does not act there',
  )
  assert.equal(await as(jugendamt, key(jugendamt.organisation, jugendamt.person)), 'done')
})

test('whoever acts for both owners releases for one of them only', async (t) => {
  const { house, jugendamt, jobcenter, offer, release } = await start(t)
  ok(
    await jobcenter.post(`/organisations/${jobcenter.organisation}/mandates`, {
      person: jugendamt.person,
      role: 'planner',
      from: '2026-01-01',
      basis: 'Test',
    }),
  )
  const both = {
    ...jugendamt,
    ...(await house.signIn(jugendamt.email, { for: jobcenter.organisation })),
    organisation: jobcenter.organisation,
  }
  ok(await offer(jugendamt))
  ok(await release(jugendamt))
  assert.equal((await release(both)).body.code, 'releasedForOther')
})

test('both owners are asked for the review on the same day in the same words, and a single one does not end it', async (t) => {
  const { house, jugendamt, jobcenter, seam, offer, release } = await start(t)
  ok(await offer(jobcenter))
  ok(await release(jobcenter))
  ok(await release(jugendamt))
  await house.settle()
  const dutiesOf = async (who: TestPerson) =>
    ok<{ duties: Duty[] }>(await who.get(`/duties?subject=${seam}`)).duties.map((duty) => ({
      debtor: duty.debtor!.id,
      title: duty.title,
      due: duty.due,
      clause: duty.because.clause,
      state: duty.state,
    }))
  assert.deepEqual(await dutiesOf(jugendamt), [], 'not a year ahead')
  await house.moveTo('2027-10-15T08:00:00Z')
  let [left, right] = [await again(house, jobcenter), await again(house, jugendamt)]
  const asked = await dutiesOf(left)
  assert.equal(asked.length, 2)
  const [one, two] = asked
  assert.notEqual(one!.debtor, two!.debtor)
  assert.deepEqual({ ...one, debtor: '' }, { ...two, debtor: '' })
  assert.deepEqual([one!.due, one!.state], ['2027-11-22', 'open'])
  assert.match(one!.clause, /Überprüfung jedes Jahr/)
  ok(await left.post(`/seams/${seam}/reviews`, { note: 'Läuft gut' }))
  const halfway = await dutiesOf(left)
  assert.deepEqual(
    [left.organisation, right.organisation].map((id) => halfway.find((duty) => duty.debtor === id)!.state),
    ['done', 'open'],
  )
  assert.equal(ok<Seam>(await left.get(`/seams/${seam}`)).nextReview, '2027-11-22', 'one of two has looked')
  ok(await right.post(`/seams/${seam}/reviews`, {}))
  assert.equal(ok<Seam>(await right.get(`/seams/${seam}`)).nextReview, '2028-10-15')
  await house.moveTo('2028-09-10T08:00:00Z')
  ;[left, right] = [await again(house, jobcenter), await again(house, jugendamt)]
  assert.deepEqual((await dutiesOf(left)).map(({ state }) => state).toSorted(), ['done', 'done', 'open', 'open'])
  const { edition, revision } = ok<Seam>(await left.get(`/seams/${seam}`))
  ok(await left.post(`/seams/${seam}/text`, { ...text, procedure: 'Neues Verfahren', edition, revision }))
  const draft = ok<Seam>(await right.get(`/seams/${seam}`))
  ok(await right.post(`/seams/${seam}/offer`, { edition: draft.edition, revision: draft.revision }))
  for (const owner of [left, right]) ok(await owner.post(`/seams/${seam}/releases`, { edition: 2 }))
  await house.settle()
  assert.deepEqual(
    (await dutiesOf(left)).map(({ state }) => state),
    ['done', 'done', 'done', 'done'],
    'agreeing anew is a review, and begins a new year',
  )
})

test('an owner is merged: from the day on the successor has its side, what was agreed holds on, and the review is its own', async (t) => {
  const { house, jugendamt, jobcenter, seam, read, offer, release } = await start(t)
  ok(await offer(jugendamt))
  ok(await release(jugendamt))
  ok(await release(jobcenter))
  await house.settle()
  const owners = async () => {
    const { a, b } = await read(await again(house, jugendamt))
    return [a.id, b.id].toSorted()
  }
  assert.deepEqual(await owners(), [jugendamt.organisation, jobcenter.organisation].toSorted())
  await house.moveTo('2027-03-01T08:00:00Z')
  const now = await again(house, jobcenter)
  const heir = await addOrganisation(now, 'Jobcenter Nord (Beispiel)', { kind: 'authority' })
  ok(
    await now.post(`/organisations/${jobcenter.organisation}/successors`, {
      successors: [heir],
      day: '2027-02-28',
      because: 'Zusammenlegung zweier Jobcenter',
      continues: false,
    }),
  )
  await house.settle()
  assert.deepEqual(await owners(), [jugendamt.organisation, heir].toSorted())
  const next = await read(await again(house, jugendamt))
  assert.equal(next.state, 'agreed', 'the keys of the former owner still count for its side')
  await house.moveTo('2027-11-01T08:00:00Z')
  const owed = ok<{ duties: Duty[] }>(await (await again(house, jugendamt)).get(`/duties?subject=${seam}`)).duties.map(
    (duty) => duty.debtor?.id,
  )
  assert.deepEqual(owed.toSorted(), [jugendamt.organisation, heir].toSorted())
})

test('the round of a review runs until both have looked', () => {
  const round = (...reviews: ['a' | 'b', string][]) =>
    reviewRound(
      '2026-01-31',
      12,
      reviews.map(([side, onDay]) => ({ side, onDay })),
    )
  assert.deepEqual(round(), { from: '2026-01-31', due: '2027-01-31', reviewed: [] })
  assert.deepEqual(round(['a', '2026-05-01'], ['a', '2026-09-01']), {
    from: '2026-01-31',
    due: '2027-01-31',
    reviewed: ['a'],
  })
  assert.equal(round(['a', '2026-05-01'], ['b', '2026-06-01']).due, '2027-06-01')
  assert.deepEqual(round(['a', '2026-05-01'], ['b', '2026-06-01'], ['b', '2027-02-01']).reviewed, ['b'])
})

test('a friction is stated by an organisation and settled by the same', async (t) => {
  const { jugendamt, jobcenter, verband, seam, read } = await start(t)
  const { friction } = ok<{ friction: string }>(
    await verband.post(`/seams/${seam}/frictions`, { text: 'Zwei Termine an zwei Tagen für dieselbe Sache' }),
  )
  const settle = (who: TestPerson) =>
    who.post(`/seams/${seam}/frictions/${friction}/settlement`, { how: 'Ein gemeinsamer Termin' })
  assert.equal((await settle(jobcenter)).status, 403)
  const line = async () => ok<{ seams: SeamLine[] }>(await jugendamt.get('/seams')).seams[0]!
  assert.deepEqual([(await line()).frictions, (await line()).mine], [1, true])
  ok(await settle(verband))
  assert.equal((await settle(verband)).body.code, 'frictionSettled')
  assert.deepEqual([(await line()).frictions, (await read()).frictions[0]!.settledHow], [0, 'Ein gemeinsamer Termin'])
})

test('two mandates stand side by side with their places in the law and the seams at which they meet', async (t) => {
  const { jugendamt, jobcenter, verband, seam } = await start(t)
  const { id } = ok<{ id: string }>(await jugendamt.post('/comparisons/supply'))
  assert.equal((await jobcenter.post('/comparisons/supply')).body.code, 'comparisonThere')
  const comparison = async () => ok<Comparison>(await verband.get(`/comparisons/${id}`))
  const { leftLaw, rightLaw, rows, checkedOn } = await comparison()
  assert.deepEqual([leftLaw, rightLaw, checkedOn], ['SGB II', 'SGB VIII', '2026-11-22'])
  for (const aspect of ['Ziel', 'Für wen', 'Mittel', 'Fristen', 'Daten', 'Wer trägt es'])
    assert.ok(
      rows.some((row) => row.aspect === aspect),
      aspect,
    )
  for (const row of rows) assert.match(`${row.leftBasis} ${row.rightBasis}`, /SGB (II|VIII).*SGB VIII/)
  ok(await jobcenter.post(`/seams/${seam}/links`, { object: id, linked: true }))
  assert.deepEqual(
    (await comparison()).seams.map((one) => one.id),
    [seam],
  )
  assert.equal((await verband.post(`/seams/${seam}/links`, { object: id, linked: false })).status, 403)
  ok(await jugendamt.post(`/seams/${seam}/links`, { object: id, linked: false }))
  assert.deepEqual((await comparison()).seams, [])
  const own = {
    title: 'Eigener Vergleich',
    leftName: 'Eins',
    leftLaw: 'SGB XII',
    rightName: 'Zwei',
    rightLaw: 'SGB XI',
    rows: [{ aspect: 'Ziel', left: 'x', right: 'y' }],
  }
  const made = ok<{ id: string }>(await verband.post('/comparisons', own)).id
  assert.equal((await jobcenter.put(`/comparisons/${made}`, 1, own)).status, 403)
  ok(await verband.put(`/comparisons/${made}`, 1, { ...own, rows: [...own.rows, { aspect: 'Mittel' }] }))
  assert.equal(ok<Comparison>(await jobcenter.get(`/comparisons/${made}`)).rows.length, 2)
})
