// Absence: entered by oneself or the own administration, without a reason; reminders go to whoever stands in; it ends by itself and leaves nothing.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { addPerson, again, ok } from '#apps/testing-people.ts'
import { adopt, asApp, twoChairs } from '#areas/cooperation/testing-keys.ts'
import type { Absence } from './contract.ts'

const list = async (who: { get(url: string): Promise<{ status: number; body: unknown }> }) =>
  ok<{ absences: Absence[] }>(await who.get('/absences')).absences

test('an absence is entered by the person or its own administration, only for people of the same organisation, and never twice', async (t) => {
  const all = await twoChairs(t)
  const { office, a, deputyA, b, delegate } = all
  const span = { from: '2026-11-22', until: '2026-11-29' }
  const code = async (who: typeof a, more: object) => (await who.post('/absences', { ...span, ...more })).body.code
  assert.equal(await code(deputyA, { person: a.person }), 'onlyOwnAbsence')
  assert.equal(await code(b, { person: a.person }), 'onlyOwnAbsence')
  assert.equal(await code(a, { representedBy: b.person }), 'notOfOrganisation')
  assert.equal(await code(a, { representedBy: a.person }), 'notOfOrganisation')
  assert.equal(await code(a, { until: '2026-11-22' }), 'absenceOver')
  assert.equal(await code(a, { until: '2028-01-01' }), 'absenceOver')
  const { id } = ok<{ id: string }>(
    await office.post('/absences', { ...span, person: a.person, representedBy: deputyA.person }),
  )
  assert.equal(await code(a, {}), 'absenceTwice')
  assert.deepEqual(
    (await list(a)).map((one) => [one.id, one.now, one.mayEnd]),
    [[id, true, true]],
  )
  assert.deepEqual(
    (await list(b)).map((one) => one.mayEnd),
    [false],
    'those who work with the person know, and no more',
  )
  assert.equal((await b.post(`/absences/${id}/end`)).body.code, 'noAbsence')
  assert.equal((await list(delegate)).length, 1)
  ok(await a.post(`/absences/${id}/end`))
  assert.deepEqual(await list(a), [])
  const forOther = sql`insert into access.absence (id, person, organisation, from_day, until_day, recorded_by, recorded_at)
    values (gen_random_uuid(), ${b.person}, ${b.organisation}, '2026-11-22', '2026-11-29', ${a.person}, clock.now())`
  await assert.rejects(asApp(all, a, forOther))
})

test('reminders about a duty go to whoever stands in while somebody is away, once, and to the person itself afterwards', async (t) => {
  const all = await twoChairs(t)
  const { house, office, a, b, body } = all
  const second = await addPerson(house, office, {
    name: 'Olga Zweite',
    roles: ['planner'],
    body: { id: body, role: 'office' },
  })
  await adopt(all)
  await house.settle()
  const put = ok<{ object: string; edition: number }>(
    await office.post(`/bodies/${body}/rules`, {
      procedure: { ...(await import('#areas/cooperation/testing-keys.ts')).procedure, noticeDays: 30 },
      validFrom: '2026-11-22',
    }),
  )
  ok(await a.post('/absences', { from: '2026-11-22', until: '2026-11-29', representedBy: second.person }))
  await house.settle()
  await house.moveTo('2026-11-23T08:00:00Z')
  const mailed = async (stage: string) =>
    (
      await house.asOwner((db) =>
        sql<{
          person: string
        }>`select m.person from mail.message m join duties.duty d on d.id = m.object where d.subject = ${put.object} and m.data->>'stage' = ${stage}`.execute(
          db,
        ),
      )
    ).rows.map((row) => row.person)
  const soon = await mailed('soon')
  assert.equal(soon.includes(a.person), false)
  assert.equal(soon.filter((person) => person === second.person).length, 1, 'both keys of the mail meet in one person')
  assert.ok(soon.includes(b.person))
  await house.moveTo('2026-12-06T08:00:00Z')
  assert.ok((await mailed('due')).includes(a.person), 'back again')
  const left = await house.asOwner((db) => sql`select from access.absence`.execute(db))
  assert.equal(left.rows.length, 0, 'nothing is left of it')
  assert.deepEqual(await list(await again(house, a)), [])
})
