// Organisations, people and mandates through HTTP on a real database.
import assert from 'node:assert/strict'
import test from 'node:test'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, founders, ok } from '#apps/testing-people.ts'
import type { Organisation, OrganisationLine } from './contract.ts'

test('an organisation has side, kind, area and legal form apart, and is found by kind and side', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house, { name: 'Landkreis München', areaKey: '09184' })
  const unit = await addOrganisation(erika, 'Stabsstelle Sozialplanung', { kind: 'unit', parent: erika.organisation })
  const caritas = await addOrganisation(erika, 'Caritas', {
    kind: 'association',
    side: 'free',
    legalForm: 'e. V.',
    privacyLaw: 'KDG',
  })
  const county = ok<Organisation>(await erika.get(`/organisations/${erika.organisation}`))
  assert.deepEqual(
    [county.kind, county.side, county.areaKey, county.units.map((one) => one.id)],
    ['county', 'public', '09184', [unit]],
  )
  const found = async (query: string) =>
    ok<{ organisations: OrganisationLine[] }>(await erika.get(`/organisations?${query}`)).organisations.map(
      (one) => one.name,
    )
  assert.deepEqual(await found('side=free'), ['Caritas'])
  assert.deepEqual(await found('kind=unit'), ['Stabsstelle Sozialplanung'])
  assert.deepEqual(await found('search=sozialpl'), ['Stabsstelle Sozialplanung'])
  assert.equal(ok<Organisation>(await erika.get(`/organisations/${caritas}`)).privacyLaw, 'KDG')
})

test('wrong details are refused in a sentence and nothing is written', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const post = (name: string, more: object = {}) =>
    erika.post('/organisations', { name, kind: 'county', side: 'public', ...more })
  const key = await post('Landkreis Nirgends', { areaKey: '9184' })
  assert.deepEqual([key.status, (key.body.fields as unknown as { path: string }[])[0]!.path], [400, 'areaKey'])
  assert.match(String(key.body.message), /fünf Ziffern/)
  assert.equal((await post('Landkreis Nirgends', { areaKey: '99184' })).status, 400)
  assert.equal((await post('Verein (Beispiel)')).status, 400, 'made-up organisations say so')
  assert.equal((await post('Abteilung', { kind: 'unit' })).status, 400)
  ok(await post('Landkreis Ebersberg', { areaKey: '09175' }))
  const twice = await post('landkreis ebersberg')
  assert.deepEqual([twice.status, twice.body.code], [409, 'nameTaken'])
})

test('a renamed organisation keeps its old name with its end', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house, { name: 'Landratsamt Alt' })
  const details = { name: 'Landratsamt Neu', kind: 'county', side: 'public', since: '2026-07-01' }
  ok(await erika.put(`/organisations/${erika.organisation}`, 2, details))
  const shown = ok<Organisation>(await erika.get(`/organisations/${erika.organisation}`))
  assert.deepEqual(
    [shown.head.title, shown.formerNames],
    ['Landratsamt Neu', [{ name: 'Landratsamt Alt', until: '2026-07-01' }]],
  )
  const stale = await erika.put(`/organisations/${erika.organisation}`, 2, { ...details, name: 'Landratsamt Anders' })
  assert.equal(stale.status, 412)
})

test('whoever makes an organisation sends its first person; after that the organisation decides itself', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const caritas = await addOrganisation(erika, 'Caritas', { kind: 'association', side: 'free' })
  const anna = await addPerson(house, erika, { name: 'Anna Admin', organisation: caritas, roles: ['admin', 'head'] })
  const bert = await addPerson(house, anna, { name: 'Bert Beispiel' })
  assert.equal(ok<{ actingFor: { id: string } }>(await bert.get('/session')).actingFor.id, caritas)
  const late = await erika.post(`/organisations/${caritas}/persons`, {
    name: 'Eingeschmuggelt',
    email: 'x@example.org',
    mandates: [{ role: 'admin', from: '2026-01-01', basis: 'Test' }],
  })
  assert.equal(late.status, 403)
  assert.equal(
    (
      await erika.post(`/organisations/${caritas}/mandates`, {
        person: erika.person,
        role: 'admin',
        from: '2026-01-01',
        basis: 'Test',
      })
    ).status,
    403,
  )
  assert.equal(
    (
      await bert.post(`/organisations/${caritas}/mandates`, {
        person: bert.person,
        role: 'admin',
        from: '2026-01-01',
        basis: 'Test',
      })
    ).status,
    403,
  )
  assert.equal(
    (await erika.put(`/organisations/${caritas}`, 1, { name: 'Gekapert', kind: 'association', side: 'free' })).status,
    403,
  )
})

test('mandates: not over before they begin, not twice, not backwards', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel', roles: ['staff'], until: '2027-01-01' })
  const grant = (more: object) =>
    erika.post(`/organisations/${erika.organisation}/mandates`, {
      person: bert.person,
      role: 'staff',
      from: '2026-01-01',
      basis: 'Verfügung',
      ...more,
    })
  assert.equal((await grant({ from: '2025-01-01', until: '2026-11-22' })).body.code, 'mandateOver')
  assert.deepEqual([(await grant({})).status, (await grant({})).body.code], [409, 'alreadyHolds'])
  assert.equal((await grant({ from: '2027-01-01', until: '2026-12-31' })).status, 400)
  ok(await grant({ from: '2027-01-01' }))
  const again = await erika.post(`/organisations/${erika.organisation}/persons`, { name: 'bert beispiel' })
  assert.equal(again.body.code, 'personThere')
})

test('a right ends with its mandate, at once and in a sentence; what it was before stays to be seen', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel', roles: ['planner'] })
  const all = async () =>
    ok<{ mandates: { id: string; person: { id: string }; role: string; until: string | null; current: boolean }[] }>(
      await erika.get(`/mandates?organisation=${erika.organisation}`),
    ).mandates
  const mandate = (await all()).find((one) => one.person.id === bert.person)!
  assert.equal((await bert.get('/worklist')).status, 200)
  assert.equal((await bert.post(`/mandates/${mandate.id}/end`, { because: 'selbst gegangen' })).status, 403)
  assert.equal(
    (await erika.post(`/mandates/${mandate.id}/end`, { until: '2026-01-01', because: 'rückwirkend' })).body.code,
    'endBeforeToday',
  )
  ok(await erika.post(`/mandates/${mandate.id}/end`, { because: 'Stelle gewechselt' }))
  const gone = await bert.get('/worklist')
  assert.deepEqual([gone.status, gone.body.code], [403, 'mandateEnded'])
  assert.match(String(gone.body.message), /beendet/)
  const past = (await all()).find((one) => one.person.id === bert.person)!
  assert.deepEqual([past.until, past.current], ['2026-11-22', false])
  assert.equal((await erika.post(`/mandates/${mandate.id}/end`, { because: 'noch einmal' })).body.code, 'alreadyEnded')
  const admin = (await all()).find((one) => one.role === 'admin')!
  assert.equal((await erika.post(`/mandates/${admin.id}/end`, { because: 'aus Versehen' })).body.code, 'lastAdmin')
})

test('a contact is somebody who acts there', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel', roles: ['staff'] })
  const other = await addOrganisation(erika, 'Caritas', { kind: 'association', side: 'free' })
  const carla = await addPerson(house, erika, { name: 'Carla Caritas', organisation: other })
  const at = `/organisations/${erika.organisation}/contact`
  assert.equal((await erika.put(at, 2, { person: carla.person })).body.code, 'contactNotActing')
  ok(await erika.put(at, 2, { person: bert.person, deputy: erika.person, email: 'sozialplanung@example.org' }))
  const { contact } = ok<Organisation>(await carla.get(`/organisations/${erika.organisation}`))
  assert.deepEqual(
    [contact?.person.id, contact?.deputy?.id, contact?.confirmedOn],
    [bert.person, erika.person, null],
    'named, but not confirmed by Bert yet',
  )
})
