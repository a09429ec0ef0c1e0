// A signature that is missing: owed by each party alike, ended by signing; and the moment in which an agreement comes into force is told once.
import assert from 'node:assert/strict'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { agree, foundBody, ok } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { afterSignature } from './chores/derive.ts'
import { ag78 } from './fixtures/ag-78.ts'

const missing = 'Kinderhaus Am Anger (Beispiel)'

test('only who has not signed owes it, until the day named, because of the edition; a signature on paper counts from its own day', async (t) => {
  const house = await testHouse(t, { at: '2026-12-15T08:00:00Z' })
  const founded = await foundBody(house, ag78)
  const { founder, organisation } = founded
  const id = await agree(founded, ag78, { leave: [missing] })
  await house.settle()
  await house.settle()
  const owed = async () =>
    ok<{ duties: Duty[] }>(await founder.get(`/duties?because=${id}`)).duties.map(
      ({ kind, debtor, due, state, strength, because, doneOn }) => [
        kind,
        debtor?.title,
        due,
        state,
        strength,
        because.clause,
        doneOn,
      ],
    )
  const because = 'Fassung 1, zur Unterschrift gegeben am 15.12.2026'
  assert.deepEqual(await owed(), [['sign', missing, '2027-01-26', 'open', 'should', because, null]])
  ok(
    await founder.post(`/agreements/${id}/signatures`, {
      edition: 1,
      organisation: organisation(missing),
      day: '2026-12-02',
      place: 'Musterfeld',
      capacity: 'Leitung',
      source: 'Urkunde im Ordner der Geschäftsstelle',
    }),
  )
  await house.settle()
  assert.deepEqual(
    (await owed()).filter(([kind]) => kind === 'sign'),
    [['sign', missing, '2027-01-26', 'done', 'should', because, '2026-12-02']],
  )
})

test('two workers that see the last signature at once say once that the agreement is in force', async (t) => {
  const house = await testHouse(t, { at: '2026-12-15T08:00:00Z' })
  const founded = await foundBody(house, ag78)
  const id = await agree(founded, ag78)
  const fact = {
    id,
    kind: 'agreement.signed',
    organisation: founded.founder.organisation,
    object: id,
    day: '2026-12-15',
  }
  const look = (pause: number) =>
    house.asOwner(async (db) => {
      await afterSignature(fact, { db, at: '2026-12-15T08:00:00Z', today: '2026-12-15', factsFor: () => [] })
      await wait(pause)
    })
  // The first has seen it and has not finished while the second looks.
  const first = look(1500)
  await wait(500)
  await Promise.all([first, look(0)])
  const { rows } = await house.asOwner((db) =>
    sql<{ n: number }>`select count(*)::int as n from journal.entry where verb = 'agreement.inForce'`.execute(db),
  )
  assert.equal(rows[0]!.n, 1)
})
