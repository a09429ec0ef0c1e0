// Runs every case as SQL on the application's login, in a transaction that access.open has opened for the subject, each behind a savepoint.
import type pg from 'pg'
import type { TestHouse } from '../testing.ts'
import type { Mismatch, Tally } from './run-http.ts'
import type { Effect, SqlCase, SqlMatrix } from './shapes.ts'
import { everybody, expand, type Subject } from './subjects.ts'
import type { World } from './world.ts'

export type Probe = { where: string; one: SqlCase; expected: ReadonlyMap<Subject, string> }

const closedStatement = (table: string, verb: string) =>
  ({
    select: `select from ${table}`,
    insert: `insert into ${table} default values`,
    update: `update ${table} set %`,
    delete: `delete from ${table}`,
  })[verb]!

/** The cases of tables; a closed right is tried by everybody too. `columnOf`: some column of the table, for an update. */
export function tableProbes(matrix: SqlMatrix, columnOf: (table: string) => string): Probe[] {
  return Object.entries(matrix).flatMap(([table, rights]) =>
    (['select', 'insert', 'update', 'delete'] as const).flatMap((verb) => {
      const right = rights[verb]
      const column = columnOf(table)
      const cases: readonly SqlCase[] =
        right === 'closed'
          ? [
              {
                on: 'any row',
                sql: () => closedStatement(table, verb).replace('%', `${column} = ${column}`),
                expect: { denied: 'rest' },
              },
            ]
          : right
      return cases.map((one) => ({
        where: `${verb} ${table} | ${one.on}`,
        one,
        expected: expand(one.expect, `${verb} ${table} | ${one.on}`),
      }))
    }),
  )
}

export const functionProbes = (functions: Readonly<Record<string, readonly SqlCase[]>>): Probe[] =>
  Object.entries(functions).flatMap(([name, cases]) =>
    cases.map((one) => ({ where: `${name} | ${one.on}`, one, expected: expand(one.expect, `${name} | ${one.on}`) })),
  )

/** A right that refuses has a code of its own; a rule (check, unique, wrong input) another; anything else is a fault of the case. */
function effectOf(error: unknown): string {
  const { code = '', message } = error as { code?: string; message: string }
  // 55000: a view that cannot be written at all.
  if (['42501', 'NA403', 'NA401', '55000'].includes(code)) return 'denied' satisfies Effect
  if (code.startsWith('23') || code === 'NA400' || code === 'NA412') return 'refused' satisfies Effect
  return `${code} ${message}`
}

/** Nothing, false and null have no effect. */
function seen(results: pg.QueryResult | pg.QueryResult[]): Effect {
  const result = Array.isArray(results) ? results.at(-1)! : results
  if (result.command !== 'SELECT') return (result.rowCount ?? 0) > 0 ? 'allowed' : 'none'
  const first = Object.values((result.rows[0] as Record<string, unknown> | undefined) ?? { no: true })[0]
  return result.rows.length === 0 || first === false || first === null ? 'none' : 'allowed'
}

export async function runSql(
  house: TestHouse,
  world: World,
  probes: readonly Probe[],
  subjects: readonly Subject[] = everybody,
): Promise<Tally> {
  const tally: Tally = { combinations: 0, mismatches: [] }
  const waiting = [...subjects]
  const lane = async () => {
    for (let subject = waiting.shift(); subject; subject = waiting.shift()) {
      const found = await runAs(house.house.pool, world, subject, probes)
      tally.combinations += probes.length
      tally.mismatches.push(...found)
    }
  }
  await Promise.all([lane(), lane()])
  return tally
}

async function runAs(pool: pg.Pool, world: World, subject: Subject, probes: readonly Probe[]): Promise<Mismatch[]> {
  const { token, person, organisation } = world.subjects[subject]
  const client = await pool.connect()
  try {
    await client.query('begin')
    // Somebody whose mandate is over is not let in at all: what is left is what anybody may do.
    await client.query('savepoint probe')
    if (token)
      await client
        .query('select access.open($1, $2)', [token, organisation])
        .catch(() => client.query('rollback to savepoint probe'))
    const outcomes = probes.map(async ({ where, one, expected }) => {
      const text = one.sql(world, { person, organisation })
      client.query('savepoint probe').catch(() => undefined)
      const done = client.query(text).then(seen, effectOf)
      const settled = client.query('set constraints all immediate').then(() => null, effectOf)
      client.query('rollback to savepoint probe').catch(() => undefined)
      const got = await done
      // A rule that waits for the commit speaks here; after a refusal the transaction only says that it is broken.
      const late = await settled
      const all = got === 'allowed' && late !== null ? late : got
      return all === expected.get(subject) ? null : { where, subject, expected: expected.get(subject)!, got: all }
    })
    return (await Promise.all(outcomes)).filter((one) => one !== null)
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}
