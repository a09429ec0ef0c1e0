// What a body shows to everybody: only what both chairs have released, as it stands today, and gone at once when one of them takes it back.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { addPerson, again, ok, type TestPerson } from '#apps/testing-people.ts'
import { argeHouse } from '#areas/planning/testing.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { PublicBody } from './contract/public.ts'
import type { Releases } from './contract.ts'

const awo = 'Arbeiterwohlfahrt Kreisverband München-Land'
const content = {
  introduction: 'Hier planen der Landkreis und die Verbände gemeinsam, wer welche Hilfe bekommt.',
  mission: true,
  members: true,
  meetings: true,
  meetingNote: 'Gäste melden sich bei der Geschäftsstelle an.',
  contacts: true,
}
type Prepared = { page: string; edition: number }

async function open(t: TestContext, more: object = {}) {
  const arge = await argeHouse(t, { figures: false })
  const { erika, body, agreement } = arge
  const prepared = ok<Prepared>(await erika.post(`/bodies/${body}/public-page`, { ...content, agreement, ...more }))
  const face = () => arge.house.visitor.get(`/public/bodies/${body}`)
  const release = (who: TestPerson, edition = prepared.edition) =>
    who.post('/releases', { object: prepared.page, edition })
  return { ...arge, ...prepared, face, release }
}

test('a public page is there for everybody only after both chairs have released the same edition', async (t) => {
  const { house, erika, severin, gabriele, body, page, face, release } = await open(t)
  assert.equal((await face()).status, 404)
  assert.deepEqual(ok(await house.visitor.get('/public/bodies')), { bodies: [] })
  assert.equal((await release(gabriele)).body.code, 'notChair')
  ok(await release(erika))
  assert.equal((await face()).status, 404, 'one key shows nothing')
  assert.equal(ok<Releases>(await release(severin)).released, true)
  const shown = ok<PublicBody>(await face())
  assert.equal(shown.name, 'Öffentlich-freie Arbeitsgemeinschaft Landkreis München')
  assert.equal(shown.members?.length, 10)
  assert.deepEqual(
    shown
      .members!.filter((one) => one.chairs)
      .map((one) => one.name)
      .filter((name, at, all) => all.indexOf(name) === at),
    ['Caritas im Landkreis München', 'Landkreis München'],
  )
  assert.equal(shown.agreement?.clauses.length, 5)
  assert.deepEqual([shown.agreement?.current, shown.agreement?.since], [true, '2017-05-15'])
  assert.equal(ok<{ bodies: { id: string }[] }>(await house.visitor.get('/public/bodies')).bodies[0]?.id, body)
  // A next edition waits for its own keys; until then the last one stays.
  const next = { ...content, introduction: 'Eine neue Einleitung, die erst beide lesen müssen.', basedOn: 1 }
  assert.equal(ok<Prepared>(await erika.post(`/bodies/${body}/public-page`, next)).edition, 2)
  ok(await release(erika, 2))
  assert.equal(ok<PublicBody>(await face()).edition, 1)
  assert.equal((await erika.post(`/bodies/${body}/public-page`, { ...next, basedOn: 1 })).body.code, 'newerPublicPage')
  ok(await release(severin, 2))
  const second = ok<PublicBody>(await face())
  assert.deepEqual([second.edition, second.agreement], [2, undefined], 'what is not named is not shown')
  assert.equal((await erika.post(`/bodies/${body}/public-page`, { ...next, basedOn: 2 })).body.code, 'nothingNew')
  assert.ok(page)
})

test('what was not released stays hidden: no part that the edition does not name, no contact that is for members', async (t) => {
  const { erika, severin, face, release, organisation } = await open(t, {
    mission: false,
    members: false,
    agreement: null,
    meetings: false,
  })
  const county = ok<{ head: { revision: number } }>(await erika.get(`/organisations/${erika.organisation}`))
  ok(
    await erika.put(`/organisations/${erika.organisation}/contact`, county.head.revision, {
      person: erika.person,
      email: 'intern@landkreis.example',
      audience: 'members',
    }),
  )
  ok(await release(erika))
  ok(await release(severin))
  const shown = ok<PublicBody>(await face())
  assert.deepEqual(
    [shown.mission, shown.members, shown.agreement, shown.nextMeeting, shown.contacts, shown.officeContact],
    [null, undefined, undefined, undefined, [], null],
  )
  const text = JSON.stringify(shown)
  assert.doesNotMatch(text, /intern@|Erika Muster|Severin|Gabriele/)
  assert.doesNotMatch(text, new RegExp(organisation(awo)))
})

test('one chair suffices to take the page back, and it does not come back by itself', async (t) => {
  const { house, erika, severin, gabriele, body, page, face, release } = await open(t)
  ok(await release(erika))
  ok(await release(severin))
  type View = { page: { revision: number; shown: number | null; withdrawn: boolean }; may: { withdraw: boolean } }
  const view = ok<View>(await severin.get(`/bodies/${body}/public-page`))
  assert.deepEqual([view.page.shown, view.may.withdraw], [1, true])
  const because = { because: 'Die Mitgliederliste wird geprüft.' }
  assert.equal((await gabriele.act(`/public-pages/${page}/withdrawal`, view.page.revision, because)).status, 403)
  ok(await severin.act(`/public-pages/${page}/withdrawal`, view.page.revision, because))
  assert.equal((await face()).status, 404)
  const after = ok<View>(await erika.get(`/bodies/${body}/public-page`))
  assert.deepEqual([after.page.shown, after.page.withdrawn], [null, true])
  assert.equal(
    (await severin.act(`/public-pages/${page}/withdrawal`, after.page.revision, because)).body.code,
    'notShown',
  )
  // Neither with SQL of its own: what was withdrawn stays so.
  const asErika = (statement: ReturnType<typeof sql>) =>
    inTransaction(
      house.house.pool,
      { token: decodeURIComponent(erika.cookie.split('=')[1]!), organisation: erika.organisation },
      null,
      (db) => statement.execute(db),
    )
  await assert.rejects(
    asErika(sql`update cooperation.public_page set withdrawn_through = 0 where id = ${page}`),
    /withdrawn stays withdrawn/,
  )
  // The same text again is a new edition, and needs both keys anew.
  assert.equal(ok<Prepared>(await erika.post(`/bodies/${body}/public-page`, { ...content, basedOn: 1 })).edition, 2)
  ok(await release(erika, 2))
  assert.equal((await face()).status, 404)
  ok(await release(severin, 2))
  assert.equal(ok<PublicBody>(await face()).edition, 2)
})

test('a person leaves, and all public pages name the deputy at once, and when nobody is left no name is shown', async (t) => {
  const { house, erika, severin, body, organisation, face, release } = await open(t)
  const caritas = organisation('Caritas im Landkreis München')
  // The county stands on the pages of two bodies.
  const other = ok<{ id: string }>(
    await erika.post('/bodies', {
      name: 'Runder Tisch Pflege',
      shortName: 'RT Pflege',
      mission: 'Pflege im Landkreis',
      form: 'forum',
      keys: 1,
      seats: [{ organisation: erika.organisation }, { organisation: caritas }],
    }),
  ).id
  ok(
    await erika.post(`/bodies/${other}/mandates`, {
      organisation: erika.organisation,
      role: 'chair',
      person: erika.person,
      from: '2026-01-01',
      basis: 'Wahl',
    }),
  )
  const vera = await addPerson(house, erika, { name: 'Vera Vorne', roles: ['planner'] })
  const dora = await addPerson(house, erika, { name: 'Dora Danach', roles: ['staff'] })
  const { revision } = ok<{ head: { revision: number } }>(await erika.get(`/organisations/${erika.organisation}`)).head
  ok(
    await erika.put(`/organisations/${erika.organisation}/contact`, revision, {
      person: vera.person,
      deputy: dora.person,
      email: 'vera@landkreis.example',
      phone: '089 1234',
      audience: 'public',
    }),
  )
  ok(await release(erika))
  ok(await release(severin))
  const second = ok<Prepared>(await erika.post(`/bodies/${other}/public-page`, { ...content, agreement: null }))
  ok(await erika.post('/releases', { object: second.page, edition: 1 }))
  const contacts = async () => [
    ok<PublicBody>(await face()).contacts,
    ok<PublicBody>(await house.visitor.get(`/public/bodies/${other}`)).contacts,
  ]
  const named = {
    organisation: 'Landkreis München',
    name: 'Vera Vorne',
    email: 'vera@landkreis.example',
    phone: '089 1234',
    website: null,
  }
  assert.deepEqual(await contacts(), [[named], [named]])

  type People = { people: { person: { id: string }; mandates: { id: string }[] }[] }
  const end = async (who: TestPerson) => {
    const { people } = ok<People>(await erika.get(`/organisations/${erika.organisation}`))
    for (const { id } of people.find(({ person }) => person.id === who.person)!.mandates)
      ok(await erika.post(`/mandates/${id}/end`, { because: 'Wechselt die Stelle' }))
  }
  await end(vera)
  // Her address goes with her: the deputy answers under the name only.
  const deputy = { ...named, name: 'Dora Danach', email: null, phone: null }
  assert.deepEqual(await contacts(), [[deputy], [deputy]])
  await end(dora)
  assert.deepEqual(await contacts(), [[], []])
  assert.ok(body)
})

test('the next meeting follows what was planned, moved and called off', async (t) => {
  const { house, erika, severin, body, face, release } = await open(t)
  ok(await release(erika))
  ok(await release(severin))
  const next = async () => ok<PublicBody>(await face()).nextMeeting
  assert.equal(await next(), null)
  const plan = (day: string) => erika.post('/meetings', { body, day, starts: '14:00', place: 'Landratsamt' })
  type Meeting = { object: { id: string; revision: number } }
  const first = ok<Meeting>(await plan('2027-03-10')).object
  ok(await plan('2027-09-15'))
  assert.equal(await next(), '2027-03-10')
  ok(
    await erika.put(`/meetings/${first.id}`, first.revision, {
      day: '2027-10-01',
      starts: '14:00',
      place: 'Landratsamt',
    }),
  )
  assert.equal(await next(), '2027-09-15')
  await house.moveTo('2027-09-16T08:00:00Z')
  assert.equal(await next(), '2027-10-01')
  const back = await again(house, erika)
  const now = ok<Meeting>(await back.get(`/meetings/${first.id}`)).object
  ok(await back.act(`/meetings/${first.id}/cancellation`, now.revision, { reason: 'Raum nicht frei' }))
  assert.equal(await next(), null)
})

test('everybody gets the same answer, may keep it and asks whether it still holds', async (t) => {
  const { house, erika, severin, body, face, release } = await open(t)
  ok(await release(erika))
  ok(await release(severin))
  const first = await face()
  assert.equal(first.headers['cache-control'], 'public, no-cache')
  assert.equal(first.headers['set-cookie'], undefined)
  const tag = String(first.headers.etag)
  const again = await house.visitor.raw('GET', `/public/bodies/${body}`, undefined, { 'if-none-match': tag })
  assert.equal(again.status, 304)
  assert.deepEqual(ok(await erika.get(`/public/bodies/${body}`)), first.body, 'no more for those who are signed in')
})
