// What people do where and when, through HTTP on a real database.
import assert from 'node:assert/strict'
import test from 'node:test'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, founders, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Position } from './contract/positions.ts'

type Roles = { positions: Position[]; mandates: { role: string }[]; mayFor: { id: string }[] }
const roles = async (by: TestPerson, person: string) => ok<Roles>(await by.get(`/persons/${person}/roles`))

test('somebody does several things, each for a time, and a change of task ends the old one with the day of the new', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel', roles: ['staff'] })
  const unit = await addOrganisation(erika, 'Jugendamt', { kind: 'unit', side: 'public', parent: erika.organisation })
  const add = (more: object) =>
    erika.post(`/organisations/${erika.organisation}/positions`, {
      person: bert.person,
      title: 'Jugendhilfeplanung',
      discipline: 'youth',
      from: '2025-01-01',
      ...more,
    })
  const first = ok<{ id: string }>(await add({ unit }))
  ok(await add({ title: 'Pflegestützpunkt', discipline: 'care', from: '2026-01-01', until: '2027-01-01' }))
  ok(await add({ title: 'Altenhilfeplanung', discipline: 'age', from: '2026-10-01', instead: first.id }))
  const { positions, mandates } = await roles(bert, bert.person)
  assert.deepEqual(
    positions.map((one) => [one.title, one.from, one.until, one.current, one.unit?.title ?? null]),
    [
      ['Altenhilfeplanung', '2026-10-01', null, true, null],
      ['Pflegestützpunkt', '2026-01-01', '2027-01-01', true, null],
      ['Jugendhilfeplanung', '2025-01-01', '2026-10-01', false, 'Jugendamt'],
    ],
  )
  assert.deepEqual(
    mandates.map((one) => one.role),
    ['staff'],
  )
  assert.equal((await add({ instead: first.id, from: '2026-11-01' })).body.code, 'positionGone')
  assert.equal((await add({ until: '2024-01-01' })).body.code, 'backwards')
  const current = positions[0]!.id
  ok(await erika.post(`/positions/${current}/end`, { until: '2027-04-01' }))
  assert.equal(
    (await erika.post(`/positions/${current}/end`, { until: '2027-05-01' })).status,
    404,
    'a closed row is gone',
  )
  const history = ok<{ entries: { verb: string }[] }>(await bert.get(`/history/${erika.organisation}`)).entries
  assert.deepEqual(
    history.filter(({ verb }) => verb.startsWith('position')).map(({ verb }) => verb),
    ['position.ended', 'position.added', 'position.added', 'position.added'],
  )
})

test('what somebody does is read by the person and its administration, by no colleague and no other organisation', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel', roles: ['staff'] })
  const paula = await addPerson(house, erika, { name: 'Paula Plan', roles: ['planner', 'head'] })
  const awo = await addOrganisation(erika, 'AWO', { kind: 'association', side: 'free' })
  const anna = await addPerson(house, erika, { name: 'Anna Awo', organisation: awo, roles: ['admin'] })
  const position = { person: bert.person, title: 'Fachkraft', from: '2026-01-01' }
  ok(await erika.post(`/organisations/${erika.organisation}/positions`, position))
  assert.equal((await roles(bert, bert.person)).mayFor.length, 0)
  assert.deepEqual(
    (await roles(erika, bert.person)).mayFor.map((one) => one.id),
    [erika.organisation],
  )
  for (const other of [paula, anna]) assert.equal((await other.get(`/persons/${bert.person}/roles`)).status, 403)
  assert.equal((await bert.post(`/organisations/${erika.organisation}/positions`, position)).status, 403)
  assert.equal((await anna.post(`/organisations/${awo}/positions`, position)).body.code, 'notOfHere')
})
