// Services: kept by their provider, opened on a day, closed with a reason; a measure they carry out must be there to be seen.
import assert from 'node:assert/strict'
import test from 'node:test'
import { testHouse } from '#apps/testing.ts'
import { founders, ok } from '#apps/testing-people.ts'
import type { Service } from './contract.ts'

const content = {
  title: 'Tagespflege am Bach',
  category: 'dayCare',
  targetGroup: 'Ältere Menschen',
  areaName: 'Unterhaching',
  capacity: 14,
  capacityUnit: 'Plätze',
  contact: 'Telefon 089 000',
}

test('a service is planned, opened, changed and closed; what was opened stays', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const planned = ok<Service>(await erika.post('/services', content))
  assert.deepEqual(
    [planned.status, planned.object.owner?.id, planned.object.audience],
    ['planned', erika.organisation, 'members'],
  )
  assert.equal((await house.visitor.get(`/services/${planned.object.id}`)).status, 404)
  assert.equal(
    (await erika.act(`/services/${planned.object.id}/opening`, planned.object.revision, { day: '2026-12-01' })).body
      .code,
    'stillToCome',
  )
  assert.equal(
    (
      await erika.act(`/services/${planned.object.id}/closing`, planned.object.revision, {
        lastDay: '2026-11-22',
        reason: 'Umzug',
      })
    ).body.code,
    'notOpen',
  )
  const open = ok<Service>(
    await erika.act(`/services/${planned.object.id}/opening`, planned.object.revision, { day: '2026-11-01' }),
  )
  assert.deepEqual([open.status, open.from], ['open', '2026-11-01'])
  assert.equal(
    (await erika.act(`/services/${planned.object.id}/opening`, open.object.revision, { day: '2026-11-01' })).body.code,
    'alreadyOpen',
  )
  const listed = ok<Service>(
    await erika.put(`/services/${planned.object.id}`, open.object.revision, {
      ...content,
      capacity: 16,
      audience: 'public',
      from: '2020-01-01',
    }),
  )
  assert.deepEqual([listed.capacity, listed.from], [16, '2026-11-01'], 'the day of opening does not move')
  assert.equal(ok<{ services: Service[] }>(await house.visitor.get('/services?category=dayCare')).services.length, 1)
  assert.equal(
    (
      await erika.act(`/services/${planned.object.id}/closing`, listed.object.revision, {
        lastDay: '2026-10-01',
        reason: 'Umzug',
      })
    ).status,
    400,
  )
  const closed = ok<Service>(
    await erika.act(`/services/${planned.object.id}/closing`, listed.object.revision, {
      lastDay: '2026-12-31',
      reason: 'Umzug',
    }),
  )
  assert.deepEqual([closed.status, closed.lastDay], ['closed', '2026-12-31'])
  assert.equal((await erika.put(`/services/${planned.object.id}`, closed.object.revision, content)).body.code, 'closed')
})

test('where it is must be said, and a measure that is not there is refused; nothing is half-written', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  assert.match(
    String((await erika.post('/services', { ...content, areaName: null })).body.message),
    /wo das Angebot ist/,
  )
  assert.equal((await erika.post('/services', { ...content, answers: erika.organisation })).body.code, 'noMeasure')
  assert.equal((await erika.post('/services', { ...content, capacity: -1 })).status, 400)
  assert.equal((await house.visitor.post('/services', content)).status, 401)
  assert.deepEqual(ok<{ services: Service[] }>(await erika.get('/services')).services, [])
})
