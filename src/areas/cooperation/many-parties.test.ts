// Twenty-four parties at once: offered, reminded and invited in one act each, and everybody hears of each thing once.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addPerson, again, foundBody, ok } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Agreement } from './contract.ts'
import { bagOberbayern } from './fixtures/bag-oberbayern.ts'
import { draftOf } from './fixtures/fixture.ts'

const district = bagOberbayern.founder.name

test('24 parties at once: one act asks all of them to sign, one reminds those that have not, one invites them, each person gets one mail for each (B10)', async (t) => {
  const house = await testHouse(t, { at: '2026-12-01T08:00:00Z' })
  const founded = await foundBody(house, bagOberbayern)
  const { body, organisation } = founded
  let { founder } = founded
  const parties = bagOberbayern.agreement.parties
  const term = { from: '2026-01-01', until: null, basis: 'Gemeinsame Stelle' }
  assert.equal(parties.length, 24)
  const speakers = new Map<string, string>()
  for (const name of parties.filter((one) => one !== district)) {
    // Invited is enough to be written to.
    const email = `stimme${speakers.size}@example.org`
    const { person } = ok<{ person: string }>(
      await founder.post(`/organisations/${organisation(name)}/persons`, {
        name: `Stimme ${name}`,
        email,
        mandates: [{ role: 'head', ...term }],
      }),
    )
    ok(
      await founder.post(`/bodies/${body}/mandates`, {
        organisation: organisation(name),
        role: 'delegate',
        person,
        ...term,
      }),
    )
    speakers.set(name, person)
  }
  // Somebody who speaks for two of them.
  const [first, second] = [...speakers.keys()] as [string, string]
  ok(
    await founder.post(`/organisations/${organisation(second)}/mandates`, {
      person: speakers.get(first),
      role: 'head',
      ...term,
    }),
  )
  const sent = async (what: string) =>
    (
      await house.asOwner((db) =>
        sql<{ person: string; n: number }>`select person, count(*)::int as n from mail.message
          where template = 'notice' and data->>'what' = ${what} group by 1`.execute(db),
      )
    ).rows
  const { id } = ok<{ id: string }>(
    await founder.post(`/bodies/${body}/agreements`, draftOf(bagOberbayern, organisation, {})),
  )
  assert.equal((await founder.post(`/agreements/${id}/reminders`)).body.code, 'notOffered')
  ok(await founder.act(`/agreements/${id}/offer`, 1))
  await house.settle()
  const owed = async () =>
    ok<{ duties: Duty[] }>(await founder.get(`/duties?because=${id}`)).duties.filter((one) => one.kind === 'sign')
  assert.equal((await owed()).length, 24)
  const asked = await sent('agreement.toSign')
  assert.equal(asked.length, 24)
  assert.ok(asked.every((one) => one.n === 1))
  const sign = async (name: string) =>
    ok(
      await founder.post(`/agreements/${id}/signatures`, {
        edition: 1,
        organisation: organisation(name),
        day: '2026-12-01',
        place: 'München',
        capacity: 'Leitung',
        source: name === district ? null : 'Urkunde im Ordner',
      }),
    )
  const late = parties.slice(-3)
  for (const name of parties.filter((one) => !late.includes(one))) await sign(name)
  assert.deepEqual(ok(await founder.post(`/agreements/${id}/reminders`)), { parties: 3 })
  assert.equal((await founder.post(`/agreements/${id}/reminders`)).body.code, 'remindedToday')
  await house.settle()
  const reminded = async () => (await sent('agreement.stillToSign')).map((one) => [one.person, one.n]).toSorted()
  const three = late.map((name) => speakers.get(name)!)
  assert.deepEqual(await reminded(), three.map((person) => [person, 1]).toSorted())
  for (const name of late) await sign(name)
  await house.settle()
  assert.equal((await founder.post(`/agreements/${id}/reminders`)).body.code, 'nobodyMissing')
  assert.equal(ok<Agreement>(await founder.get(`/agreements/${id}`)).state, 'inForce')
  assert.ok((await owed()).every((one) => one.state === 'done'))
  // The figures that 23 of them owe arose in one go, for each the same.
  const meets = ok<{ duties: Duty[] }>(await founder.get(`/duties?because=${id}`)).duties
  assert.deepEqual(
    [meets.filter((one) => one.kind === 'meet').length > 0, new Set((await owed()).map((one) => one.due)).size],
    [true, 1],
  )
  // The day after, again: one mail each, not one for each party somebody speaks for.
  await house.moveTo('2026-12-02T08:00:00Z')
  founder = await again(house, founder)
  const meeting = ok<{ object: { id: string; revision: number } }>(
    await founder.post('/meetings', { body, day: '2027-02-10', starts: '10:00', place: 'München' }),
  ).object
  ok(await founder.act(`/meetings/${meeting.id}/items`, meeting.revision, { title: 'Begrüßung' }))
  const chair = await chairs(house, founded, founder)
  for (const kind of ['agenda', 'invitation']) {
    const { papers } = ok<{ papers: { kind: string; object: string; edition: number }[] }>(
      await founder.post(`/meetings/${meeting.id}/papers`, { kind }),
    )
    const paper = papers.find((one) => one.kind === kind)!
    for (const who of chair) ok(await who.post('/releases', { object: paper.object, edition: paper.edition }))
  }
  const { object } = ok<{ object: { revision: number } }>(await founder.get(`/meetings/${meeting.id}`))
  ok(await founder.act(`/meetings/${meeting.id}/invitation`, object.revision, {}))
  await house.settle()
  const invited = await sent('meeting.invited')
  assert.ok(invited.length >= 24)
  assert.ok(invited.every((one) => one.n === 1))
})

async function chairs(
  house: Awaited<ReturnType<typeof testHouse>>,
  { body, organisation }: Awaited<ReturnType<typeof foundBody>>,
  founder: Parameters<typeof addPerson>[1],
) {
  const one = await addPerson(house, founder, {
    name: 'Bea Bezirk',
    roles: ['planner'],
    body: { id: body, role: 'chair' },
  })
  const other = await addPerson(house, founder, {
    name: 'Ludwig Land',
    organisation: organisation('Landkreis Ebersberg'),
    roles: ['planner'],
    body: { id: body, role: 'chair' },
  })
  return [one, other]
}
