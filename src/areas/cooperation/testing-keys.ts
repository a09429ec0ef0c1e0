// Two chairs of two sides, their deputies and the office, for tests of what needs both keys.
import type { TestContext } from 'node:test'
import type { RawBuilder } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addPerson, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Database } from '#kit/db/database.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'
import { procedureTemplates } from './rules/procedure.ts'

export const caritas = 'Caritas im Landkreis München'
export const awo = 'Arbeiterwohlfahrt Kreisverband München-Land'
/** Without a day for handing in items, so that a test may choose any notice. */
export const procedure = { ...procedureTemplates.arge, itemDays: null }

/** The ARGE: the county's chair A and the free side's chair B, each with a deputy, a delegate, and the founder in the office. */
export async function twoChairs(t: TestContext, at?: string, form: 'forum' | 'deciding' = 'forum') {
  const house = await testHouse(t, at ? { at } : {})
  const founded = await foundBody(house, { ...argeMuenchen, body: { ...argeMuenchen.body, form } })
  const { founder: office, body, organisation } = founded
  const person = (
    name: string,
    home: string,
    role: 'chair' | 'deputy' | 'delegate',
    roles: readonly ('admin' | 'planner')[] = [],
  ) => addPerson(house, office, { name, organisation: home, roles, body: { id: body, role } })
  const a = await person('Anna Amt', office.organisation, 'chair', ['planner'])
  const b = await person('Berta Verband', organisation(caritas), 'chair')
  const deputyA = await person('Dora Amt', office.organisation, 'deputy', ['planner'])
  const deputyB = await person('Dirk Verband', organisation(caritas), 'deputy')
  const delegate = await person('Gabriele Stadler', organisation(awo), 'delegate')
  return { house, founded, office, a, b, deputyA, deputyB, delegate, body, organisation }
}
export type TwoChairs = Awaited<ReturnType<typeof twoChairs>>

/** Raw SQL on the application's connection, opened with this person's session. */
export const asApp = <T>({ house }: Pick<TwoChairs, 'house'>, who: TestPerson, statement: RawBuilder<T>) =>
  inTransaction(
    house.house.pool,
    { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
    null,
    (db: Database) => statement.execute(db),
  )

/** Proposes rules and has both chairs release them. */
export async function adopt(all: TwoChairs, change: object = {}, validFrom = '2026-11-22') {
  const put = ok<{ object: string; edition: number }>(
    await all.office.post(`/bodies/${all.body}/rules`, { procedure: { ...procedure, ...change }, validFrom }),
  )
  for (const chair of [all.a, all.b]) ok(await chair.post('/releases', put))
  return put
}
