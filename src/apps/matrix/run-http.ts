// Sends every case as every subject through the real server. What a request writes is rolled back where it would have been
// committed, after all deferred rules were asked: so no probe disturbs another one.
import type pg from 'pg'
import type { TestHouse } from '../testing.ts'
import type { HttpMatrix } from './shapes.ts'
import { everybody, expand } from './subjects.ts'
import type { World } from './world.ts'

export type Mismatch = { where: string; subject: string; expected: string; got: string }
export type Tally = { combinations: number; mismatches: Mismatch[] }

/** From now on nothing is committed on this house's pool. Returns the way back. */
export function withoutCommits(pool: pg.Pool): () => void {
  const connect = pool.connect.bind(pool)
  const careful = (client: pg.PoolClient) =>
    new Proxy(client, {
      get(there, name) {
        const value = Reflect.get(there, name, there) as unknown
        if (name === 'query')
          return (...words: unknown[]) => {
            // A reading ends without being waited for; it is read only, so there is nothing to take back.
            if (words[0] !== 'commit' || words.length > 1)
              return (there.query as (...all: unknown[]) => unknown)(...words)
            return there.query('set constraints all immediate').then(() => there.query('rollback'))
          }
        return typeof value === 'function' ? value.bind(there) : value
      },
    })
  pool.connect = (async () => careful(await connect())) as typeof pool.connect
  return () => {
    pool.connect = connect
  }
}

export async function runHttp(house: TestHouse, world: World, matrix: HttpMatrix): Promise<Tally> {
  const tally: Tally = { combinations: 0, mismatches: [] }
  const back = withoutCommits(house.house.pool)
  const probes = Object.entries(matrix).flatMap(([endpoint, cases]) =>
    cases.flatMap((one) => {
      const where = `${endpoint} | ${one.on}`
      const expected = expand(one.expect, where)
      return everybody.map((subject) => ({ where, one, subject, expected: expected.get(subject)! }))
    }),
  )
  try {
    const lane = async () => {
      for (let probe = probes.shift(); probe; probe = probes.shift()) {
        const { caller, person, organisation } = world.subjects[probe.subject]
        const request = probe.one.send(world, { person, organisation })
        const based = request.revision === undefined ? {} : { 'if-match': `"${request.revision}"` }
        const reply = await caller.raw(request.method, request.url, request.body, { ...based, ...request.headers })
        tally.combinations += 1
        if (String(reply.status) !== probe.expected)
          tally.mismatches.push({
            where: probe.where,
            subject: probe.subject,
            expected: probe.expected,
            got: `${reply.status} ${JSON.stringify(reply.body).slice(0, 160)}`,
          })
      }
    }
    await Promise.all([lane(), lane(), lane()])
  } finally {
    back()
  }
  return tally
}
