// A founding that is being prepared: kept for its founder alone, on whatever device, discarded with a way back, and nothing made twice.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, founders, ok, testPassword } from '#apps/testing-people.ts'
import type { Founding } from './contract.ts'

type Open = { foundings: { id: string; name: string; revision: number; begun: boolean }[] }

test('a founding that was begun is gone on with on another device, by its founder and nobody else', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel', roles: ['admin', 'planner'] })
  const content = { name: 'Runder Tisch', members: [{ group: 0 }], chairs: [{ email: 'vera@example.org' }] }
  const { id } = ok<{ id: string }>(await erika.post('/foundings', { name: 'Runder Tisch', content }))

  // Another device is another session.
  const elsewhere = await house.signIn(erika.email, { for: erika.organisation, password: testPassword })
  const kept = await elsewhere.get(`/foundings/${id}`)
  assert.deepEqual(ok<Founding>(kept).content, content)
  assert.deepEqual((await elsewhere.put(`/foundings/${id}`, 1, { name: 'Runder Tisch Pflege', content })).status, 200)
  // The first device has an older state: it is told, and both texts are still there.
  const second = await erika.put(`/foundings/${id}`, 1, { name: 'Anders', content })
  assert.equal(second.status, 412)
  assert.deepEqual(
    ok<Open>(await erika.get('/foundings')).foundings.map((one) => [one.name, one.begun]),
    [['Runder Tisch Pflege', false]],
  )
  // A colleague of the same house sees nothing of it.
  assert.deepEqual(ok<Open>(await bert.get('/foundings')).foundings, [])
  assert.equal((await bert.get(`/foundings/${id}`)).status, 404)
  assert.equal((await bert.put(`/foundings/${id}`, 2, { name: 'Fremd', content })).status, 404)
  const tooLong = { name: 'Lang', content: { text: 'x'.repeat(260_000) } }
  assert.equal((await erika.post('/foundings', tooLong)).status, 400)

  // Discarded, and back again.
  const { revision } = ok<Open>(await erika.get('/foundings')).foundings[0]!
  const gone = ok<{ object: { revision: number } }>(
    await erika.raw('DELETE', `/objects/${id}`, undefined, { 'if-match': `"${revision}"` }),
  )
  assert.deepEqual(ok<Open>(await erika.get('/foundings')).foundings, [])
  ok(await erika.act(`/objects/${id}/restoration`, gone.object.revision))
  assert.deepEqual(ok<Founding>(await erika.get(`/foundings/${id}`)).content, content)
})

test('a founding that was broken off makes nothing twice, and when it is finished it names nobody any more', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const verband = await addOrganisation(erika, 'Verband', { kind: 'association', side: 'free' })
  const chairs = [{ name: 'Vera Verband', email: 'vera@example.org' }]
  const { id } = ok<{ id: string }>(
    await erika.post('/foundings', { name: 'Runder Tisch', content: { name: 'Runder Tisch', chairs } }),
  )
  const note = (step: string, outcome: object) => erika.post(`/foundings/${id}/steps`, { step, outcome })
  const made = async () => ok<Founding>(await erika.get(`/foundings/${id}`)).made
  assert.equal((await erika.post(`/foundings/${id}/finish`)).body.code, 'notFounded')
  ok(await note('body', { sent: true }))
  const seats = [{ organisation: erika.organisation }, { organisation: verband }]
  const found = () =>
    erika.raw(
      'POST',
      '/bodies',
      { name: 'Runder Tisch', shortName: 'RT', mission: 'Sich abstimmen', form: 'forum', seats },
      { 'idempotency-key': `founding:${id}:body` },
    )
  // The answer of the first is lost; whoever goes on sends the same and gets the same body.
  const first = ok<{ id: string }>(await found())
  const again = ok<{ id: string }>(await found())
  assert.equal(again.id, first.id)
  assert.equal(ok<{ bodies: unknown[] }>(await erika.get('/bodies')).bodies.length, 1)
  ok(await note('body', { id: first.id }))
  // What is made stays made, whatever a second device notes late.
  ok(await note('body', { refused: 'Ein Gremium dieses Namens gibt es schon.' }))
  ok(await note('chair-0', { refused: 'Diese Adresse ist vergeben.' }))
  assert.deepEqual(await made(), { body: { id: first.id }, 'chair-0': { refused: 'Diese Adresse ist vergeben.' } })
  assert.equal((await note('Weiter!', { sent: true })).status, 400)
  assert.equal(ok<Open>(await erika.get('/foundings')).foundings[0]!.begun, true)

  ok(await erika.post(`/foundings/${id}/finish`))
  const finished = ok<Founding>(await erika.get(`/foundings/${id}`))
  assert.deepEqual([finished.content, finished.finishedOn], [{ name: 'Runder Tisch' }, '2026-11-22'])
  assert.deepEqual(ok<Open>(await erika.get('/foundings')).foundings, [])
  assert.equal((await note('chair-0', { sent: true })).body.code, 'foundedAlready')
  assert.equal((await erika.put(`/foundings/${id}`, 1, { name: 'Neu', content: {} })).body.code, 'foundedAlready')
})

test('a draft of a founding goes with what was taken away, and after a year in which nobody touched it', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const begin = async (name: string) =>
    ok<{ id: string }>(await erika.post('/foundings', { name, content: { name } })).id
  const left = await begin('Liegen geblieben')
  const discarded = await begin('Verworfen')
  ok(await erika.raw('DELETE', `/objects/${discarded}`, undefined, { 'if-match': '"1"' }))
  const there = async () =>
    (
      await house.asOwner((db) => sql<{ id: string }>`select id from cooperation.founding order by id`.execute(db))
    ).rows.map((row) => row.id)
  assert.deepEqual(await there(), [left, discarded].toSorted())
  await house.moveTo('2026-12-24T08:00:00Z')
  assert.deepEqual(await there(), [left])
  await house.moveTo('2027-11-24T08:00:00Z')
  assert.deepEqual(await there(), [])
})
