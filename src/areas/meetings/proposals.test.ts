// What is due comes onto the agenda: by itself on a meeting that is being planned, by one press on one that is planned already.
import assert from 'node:assert/strict'
import test from 'node:test'
import { testHouse } from '#apps/testing.ts'
import { addPerson, foundBody, ok } from '#apps/testing-people.ts'
import type { Body } from '#areas/cooperation/contract.ts'
import { bagOberbayern } from '#areas/cooperation/fixtures/bag-oberbayern.ts'
import type { Meeting } from './contract.ts'

test('an election that is due or announced comes onto the next agenda (B35)', async (t) => {
  const house = await testHouse(t)
  const { founder, body, organisation } = await foundBody(house, bagOberbayern)
  const hanna = await addPerson(house, founder, {
    name: 'Hanna Ebersberger',
    organisation: organisation('Landkreis Ebersberg'),
    roles: ['planner'],
  })
  const plan = async (day: string) =>
    ok<Meeting>(await founder.post('/meetings', { body, day, starts: '10:00', place: 'Bezirk Oberbayern' }))
  const planned = await plan('2026-12-10')
  assert.deepEqual(planned.items, [], 'nothing is due')
  const chair = { organisation: hanna.organisation, role: 'chair', person: hanna.person, basis: 'Wahl' }
  ok(await founder.post(`/bodies/${body}/mandates`, { ...chair, from: '2026-01-01', until: '2027-02-01' }))
  await house.settle()
  const proposals = async (meeting: Meeting) =>
    ok<{ proposals: { title: string; concerning: string | null }[] }>(
      await founder.get(`/meetings/${meeting.object.id}/proposals`),
    ).proposals
  const due = 'Neuwahl: Vorsitz für Landkreise und kreisfreie Städte (Amtszeit endet am 31.01.2027)'
  assert.deepEqual(await proposals(planned), [{ title: due, concerning: null }])
  const next = await plan('2027-01-14')
  assert.deepEqual(
    next.items.map((one) => one.title),
    [due],
    'a meeting that is being planned begins with it',
  )
  assert.deepEqual(await proposals(planned), [], 'it stands on an agenda')

  const constituency = ok<Body>(await founder.get(`/bodies/${body}`)).constituencies.find(
    (one) => one.chair === 'elected',
  )!.id
  const election = ok<{ id: string }>(
    await founder.post(`/bodies/${body}/elections`, { constituency, day: '2027-01-14' }),
  ).id
  const [announced] = await proposals(next)
  assert.equal(announced!.concerning, election)
  const held = ok<Meeting>(await founder.post(`/meetings/${next.object.id}/items`, announced))
  assert.equal(held.items.at(-1)!.concerning!.id, election, 'the item leads to the election')
  assert.deepEqual(await proposals(next), [])
})
