// What sign-in, rights and row-level security cost: one object read through the kit against the same row read by a bare Fastify and pg, in the
// same process, on the same database, round by round in turn; and a real page's endpoint beside it.
import Fastify from 'fastify'
import pg from 'pg'
import { z } from 'zod'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
import { contract } from '#kit/http/contract.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { serve } from '#kit/http/serve.ts'
import { head } from '#kit/objects/objects.ts'
import { Id, ObjectHead } from '#kit/ref.ts'
import { openLoad } from './load.ts'
import type { Row } from './row.ts'

const rounds = 9
const size = { connections: 32, requests: 3000 }
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Reads one object as every endpoint with a target does: session, mandate, visibility, revision. */
const entry = contract({
  read: {
    method: 'GET',
    path: '/bench/:id',
    summary: 'One object',
    who: 'signedIn',
    target: '*',
    params: z.object({ id: Id }),
    reply: z.object({ object: ObjectHead }),
  },
})
const handlers: Handlers<typeof entry> = { read: async (_input, { target }) => ({ object: head(target) }) }

export async function overhead(): Promise<Row[]> {
  const closing: (() => unknown)[] = []
  try {
    const house = await testHouse(
      { after: (fn: () => Promise<void>) => void closing.push(fn) },
      { also: async (app, own) => serve(app, 'bench', entry, own, handlers, {}) },
    )
    const erika = await founders(house)
    const url = await house.url()
    const pool = new pg.Pool({ ...house.logins.owner, max: 10 })
    const bare = Fastify()
    bare.get('/entry/:id', async (request) => {
      const { rows } = await pool.query('select * from kit.object where id = $1', [
        (request.params as { id: string }).id,
      ])
      return rows[0]
    })
    const peer = await bare.listen({ port: 0, host: '127.0.0.1' })
    closing.push(
      () => pool.end(),
      () => bare.close(),
    )
    const { load, close } = openLoad()
    closing.push(close)

    const headers = { cookie: erika.cookie, 'x-acting-for': erika.organisation }
    const jobs = {
      peer: () => load(`${peer}/entry/${erika.organisation}`, size),
      kit: () => load(`${url}/api/bench/${erika.organisation}`, { ...size, headers }),
      page: () => load(`${url}/api/trail/${erika.organisation}/around`, { ...size, headers }),
    }
    type Job = keyof typeof jobs
    const rates: Record<Job, number[]> = { peer: [], kit: [], page: [] }
    const tails: number[] = []
    for (let round = -1; round < rounds; round++)
      for (const [name, job] of Object.entries(jobs) as [Job, (typeof jobs)[Job]][]) {
        const one = await job()
        if (one.faults > 0) throw new Error(`${name}: ${one.faults} faults`)
        // The first round warms everything up.
        if (round < 0) continue
        rates[name].push(one.perSecond)
        if (name === 'kit') tails.push(one.p99 / one.p50)
      }
    const ratio = (name: Job) => median(rates[name].map((rate, round) => rate / rates.peer[round]!)).toFixed(2)
    const rate = (name: Job) => `${median(rates[name]).toFixed(0)}/s`
    const row = (job: string, name: Job): Row => ({
      job,
      ours: rate(name),
      peer: `bare Fastify + pg, the same row: ${rate('peer')}`,
      ratio: ratio(name),
      size: `${rounds} rounds of ${size.requests} in turn`,
    })
    return [
      row('one object with sign-in, rights and row-level security, 32 connections (goal: at least 0.6)', 'kit'),
      row('the neighbours of an object on its Datenspur: one more query with two joins', 'page'),
      {
        job: 'p99 / p50 of the first',
        ours: median(tails).toFixed(1),
        peer: 'goal: at most 10',
        ratio: '',
        size: '32 connections',
      },
    ]
  } finally {
    for (const close of closing.reverse()) await close()
  }
}
