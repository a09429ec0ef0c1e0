// A municipality beside the counties: with a key of its own, found under its county, with a seat and with figures of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, founders, ok } from '#apps/testing-people.ts'
import type { OrganisationLine } from '#areas/actors/contract.ts'
import { readIn, registerFile } from './testing.ts'

test('a municipality is found under its county, has a seat, and delivers figures of its own area only', async (t) => {
  const house = await testHouse(t)
  const office = await founders(house, { name: 'Landkreis Ebersberg', areaKey: '09175' })
  await readIn(office, registerFile)
  const anzing = await addOrganisation(office, 'Gemeinde Anzing', {
    kind: 'municipality',
    side: 'public',
    areaKey: '09175111',
  })
  const found = async (query: string) =>
    ok<{ organisations: OrganisationLine[] }>(await office.get(`/organisations?${query}`)).organisations.map(
      (one) => one.name,
    )
  assert.deepEqual(await found('area=09175&level=municipal'), ['Gemeinde Anzing'])
  assert.deepEqual(await found('area=09174&level=municipal'), [])
  const { id: body } = ok<{ id: string }>(
    await office.post('/bodies', {
      name: 'Runde der Gemeinden',
      shortName: 'Runde',
      mission: 'Zahlen der Gemeinden',
      form: 'forum',
      constituencies: [{ name: 'Alle', chair: null }],
      seats: [{ organisation: office.organisation }, { organisation: anzing }],
    }),
  )
  const gerda = await addPerson(house, office, {
    name: 'Gerda Gemeinde',
    organisation: anzing,
    roles: ['planner'],
    body: { id: body, role: 'delegate' },
  })
  const indicator = ok<{ id: string }>(
    await office.post('/figures/indicators', {
      code: 'KITA',
      title: 'Plätze in Kindertagesstätten',
      definition: 'Genehmigte Plätze am 31. Dezember.',
      unit: 'Plätze',
      source: 'Erhebung der Gemeinden',
      timing: 'day',
      inclusion: 'alle Träger',
      heldByCounties: true,
      additive: true,
      decimals: 0,
      direction: 'more',
    }),
  ).id
  const deliver = (area: string) =>
    gerda.post('/figures/deliveries', {
      kind: 'figure',
      indicator,
      area,
      from: '2025-12-31',
      until: '2026-01-01',
      value: 120,
    })
  for (const other of ['09175135', '09175']) assert.equal((await deliver(other)).body.code, 'foreignArea')
  ok(await deliver('09175111'))
})
