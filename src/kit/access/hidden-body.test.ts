// Who acts for whom is open to everybody who works here, but only where the body itself may be seen: a mandate would otherwise tell that it exists.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, founders, ok } from '#apps/testing-people.ts'
import { newId } from '#kit/objects/id.ts'

test('a mandate in a body that one may not see is not seen either', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const elsewhere = await addOrganisation(erika, 'Verband Anderswo (Beispiel)')
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel', organisation: elsewhere })
  const [open, closed] = [newId('2026-11-22T08:00:00Z'), newId('2026-11-22T08:00:01Z')]
  await house.asOwner(async (db) => {
    for (const [id, audience] of [
      [open, 'members'],
      [closed, 'named'],
    ]) {
      await sql`insert into kit.object (id, kind, title, owner, body, audience, created) values (${id}, 'body', ${`Runde ${audience}`}, ${elsewhere}, ${id}, ${audience}, clock.now())`.execute(
        db,
      )
      await sql`insert into access.mandate (id, person, organisation, body, role, from_day, basis, recorded_at)
        values (gen_random_uuid(), ${bert.person}, ${elsewhere}, ${id}, 'delegate', '2026-01-01', 'Test', clock.now())`.execute(
        db,
      )
    }
  })
  const delegated = async (who: typeof erika) => {
    const { mandates } = ok<{ mandates: { role: string; body: { id: string } | null }[] }>(
      await who.get(`/mandates?person=${bert.person}`),
    )
    return mandates.filter((one) => one.role === 'delegate').map((one) => one.body?.id)
  }
  assert.deepEqual(await delegated(erika), [open])
  assert.deepEqual((await delegated(bert)).sort(), [open, closed].sort())
})
