// The log of one person opens only with cause, by two people, for a week; the opening is recorded and the person sees it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { testHouse } from '#apps/testing.ts'
import { addPerson, again, founders, ok } from '#apps/testing-people.ts'
import type { LogLine, Opening } from './contract.ts'

test('what one person did is put together only with cause, by two others, for seven days, and the person sees it', async (t) => {
  const house = await testHouse(t)
  const admin = await founders(house)
  const head = await addPerson(house, admin, { name: 'Helga Leitung', roles: ['head'] })
  const staff = await addPerson(house, admin, { name: 'Stefan Mitarbeit', roles: ['planner'] })
  const colleague = await addPerson(house, admin, { name: 'Kim Kollegin', roles: ['staff'] })
  ok(
    await staff.post('/organisations', {
      name: 'Neue Initiative (Beispiel)',
      kind: 'initiative',
      side: 'free',
      example: true,
    }),
  )
  const asked = {
    person: staff.person,
    second: head.person,
    cause: 'Am 20. November wurde eine Organisation doppelt eingetragen.',
    from: '2026-11-01',
    until: '2026-11-23',
  }
  const code = async (by: typeof admin, body: object) =>
    (await by.post('/privacy/openings', body)).body.code as unknown as string | undefined
  assert.equal(await code(admin, { ...asked, second: admin.person }), 'twoOthers')
  assert.equal(await code(admin, { ...asked, person: head.person }), 'twoOthers')
  assert.equal(await code(admin, { ...asked, second: colleague.person }), 'notOfOurs')
  assert.equal(await code(admin, { ...asked, until: '2027-11-01' }), 'spanTooLong')
  assert.equal(await code(admin, { ...asked, cause: 'nur so' }), 'invalidInput')
  assert.equal((await staff.post('/privacy/openings', { ...asked, person: colleague.person })).status, 403)
  const { id } = ok<{ id: string }>(await admin.post('/privacy/openings', asked))
  const states = async (by: typeof admin) =>
    ok<{ openings: Opening[] }>(await by.get('/privacy/openings')).openings.map(({ state, cause }) => [state, cause])

  assert.deepEqual(await states(staff), [['asked', asked.cause]], 'the person is not left in the dark')
  assert.deepEqual(await states(colleague), [])
  assert.equal((await admin.post(`/privacy/openings/${id}/reading`)).body.code, 'notOpen')
  assert.equal((await admin.post(`/privacy/openings/${id}/answer`, { agree: true })).body.code, 'onlySecond')
  assert.equal((await head.post(`/privacy/openings/${id}/answer`, { agree: false })).body.code, 'reasonMissing')
  ok(await head.post(`/privacy/openings/${id}/answer`, { agree: true }))
  assert.equal((await head.post(`/privacy/openings/${id}/answer`, { agree: true })).body.code, 'answeredBefore')
  const { lines } = ok<{ lines: LogLine[] }>(await admin.post(`/privacy/openings/${id}/reading`))
  assert.deepEqual(
    lines.map(({ verb, title }) => [verb, title]),
    [['organisation.made', 'Neue Initiative (Beispiel)']],
  )
  assert.equal((await staff.post(`/privacy/openings/${id}/reading`)).status, 403)
  assert.equal((await colleague.post(`/privacy/openings/${id}/reading`)).status, 404)
  const history = ok<{ entries: { verb: string }[] }>(await admin.get(`/history/${admin.organisation}`)).entries
  assert.deepEqual(
    history.map(({ verb }) => verb).filter((verb) => verb.startsWith('log.')),
    ['log.read', 'log.answered', 'log.asked'],
    'asking, agreeing and reading are recorded, and whose log it was is not said there',
  )

  await house.moveTo('2026-11-29T12:00:00Z')
  assert.equal((await (await again(house, admin)).post(`/privacy/openings/${id}/reading`)).body.code, 'notOpen')
  assert.deepEqual(await states(await again(house, staff)), [['closed', asked.cause]])
})
