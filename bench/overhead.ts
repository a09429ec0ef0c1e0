// What sign-in, rights and row-level security cost: our route against the same query on a bare Fastify and pg, in the same run.
import Fastify from 'fastify'
import pg from 'pg'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
import { load } from './load.ts'
import type { Row } from './row.ts'

const rounds = 5
const size = { connections: 32, requests: 3000 }
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

export async function overhead(): Promise<Row[]> {
  const closing: (() => Promise<void>)[] = []
  try {
    const house = await testHouse({ after: (fn) => void closing.push(fn) })
    const erika = await founders(house)
    const url = await house.url()
    const pool = new pg.Pool({ ...house.logins.owner, max: 10 })
    const bare = Fastify()
    bare.get('/entry', async () => {
      const { rows } = await pool.query('select id, kind, title, revision from kit.object where id = $1', [erika.organisation])
      return rows[0]
    })
    const peer = await bare.listen({ port: 0, host: '127.0.0.1' })
    closing.push(async () => {
      await bare.close()
      await pool.end()
    })
    const headers = { cookie: erika.cookie, 'x-acting-for': erika.organisation }
    const ours: number[] = []
    const theirs: number[] = []
    const tails: number[] = []
    await load(`${url}/api/trail/${erika.organisation}/around`, { ...size, requests: 500, headers })
    await load(`${peer}/entry`, { ...size, requests: 500 })
    for (let round = 0; round < rounds; round++) {
      const mine = await load(`${url}/api/trail/${erika.organisation}/around`, { ...size, headers })
      const other = await load(`${peer}/entry`, size)
      if (mine.faults + other.faults > 0) throw new Error(`${mine.faults} and ${other.faults} faults`)
      ours.push(mine.perSecond)
      theirs.push(other.perSecond)
      tails.push(mine.p99 / mine.p50)
    }
    return [
      {
        job: 'signed-in read with rights and row-level security, 32 connections', ours: `${median(ours).toFixed(0)}/s`, peer: `bare Fastify + pg, one query: ${median(theirs).toFixed(0)}/s`,
        ratio: (median(ours) / median(theirs)).toFixed(2), size: `${rounds} rounds of ${size.requests}`,
      },
      { job: 'p99 / p50 of the same', ours: median(tails).toFixed(1), peer: 'goal: at most 10', ratio: '', size: '32 connections' },
    ]
  } finally {
    for (const close of closing.reverse()) await close()
  }
}
