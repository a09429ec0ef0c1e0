// The duty to name a stand-in: only where the adopted rules ask for one, of both sides alike, and until somebody stands in.
import assert from 'node:assert/strict'
import test from 'node:test'
import { again, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { adopt, twoChairs } from './testing-keys.ts'

test('chairs whose rules let a deputy give the key are asked to name one, both in the same words, and nobody is where no rules say so', async (t) => {
  const all = await twoChairs(t)
  const { house, a, b, deputyA, deputyB, body } = all
  let reader: TestPerson = all.office
  const asked = async () =>
    ok<{ duties: Duty[] }>(await reader.get(`/duties?body=${body}`)).duties.filter(
      (duty) => duty.kind === 'nameStandIn' && duty.creditor?.id === body,
    )
  const states = async () => Object.fromEntries((await asked()).map((duty) => [duty.debtor!.id, duty.state] as const))
  const moveTo = async (day: string) => {
    await house.moveTo(`${day}T08:00:00Z`)
    reader = await again(house, all.office)
  }
  await moveTo('2026-11-23')
  assert.deepEqual(await asked(), [], 'without rules nobody is asked')
  const now = { ...all, office: reader, a: await again(house, a), b: await again(house, b) }
  await adopt(now, { standIn: 'none' }, '2026-11-23')
  await house.settle()
  await moveTo('2026-11-24')
  assert.deepEqual(await asked(), [], 'nor where a release waits for the chair')

  const later = { ...all, office: reader, a: await again(house, a), b: await again(house, b) }
  const { object } = await adopt(later, { standIn: 'deputy' }, '2026-11-24')
  await house.settle()
  const [first, second, ...more] = await asked()
  assert.deepEqual([first!.title, first!.due, first!.because], [second!.title, second!.due, second!.because])
  assert.deepEqual(
    [more.length, first!.due, first!.because.object, first!.because.clause],
    [0, '2026-12-22', object, 'Geschäftsordnung, Fassung 2: Stellvertretung eines abwesenden Vorsitzes'],
  )
  assert.deepEqual(await states(), { [a.organisation]: 'open', [b.organisation]: 'open' })
  const name = (who: TestPerson, deputy: TestPerson) =>
    who.post(`/bodies/${body}/stand-in`, { person: deputy.person, organisation: deputy.organisation })
  ok(await name(later.a, deputyA))
  assert.deepEqual(await states(), { [a.organisation]: 'done', [b.organisation]: 'open' })
  // Taken back, it is asked for anew; given up in the rules, it is owed no longer.
  await moveTo('2026-11-25')
  const chair = await again(house, a)
  ok(await chair.post(`/bodies/${body}/stand-in/end`))
  await moveTo('2026-11-26')
  assert.equal((await asked()).filter((duty) => duty.debtor?.id === a.organisation && duty.state === 'open').length, 1)
  ok(await name(await again(house, b), deputyB))
  const last = { ...all, office: reader, a: await again(house, a), b: await again(house, b) }
  await adopt(last, { standIn: 'none' }, '2026-11-26')
  await house.settle()
  assert.deepEqual((await asked()).map((duty) => duty.state).toSorted(), ['done', 'done', 'withdrawn'])
})
