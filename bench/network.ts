// The network of a region (150 associations and providers, 24 authorities, 60 bodies): what computing its measures costs beside the plainest
// thing one could do, a breadth-first search from every node that only counts how far the others are; and what its page asks of the server.
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
import { structureOf, tiesOf } from '#areas/cooperation/rules/network.ts'
import type { Graph } from '#pure/network/graph.ts'
import { layout } from '#pure/network/layout.ts'
import type { Row } from './row.ts'

const organisations = 174
const bodies = 60
const rounds = 7
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** The same region every time: each body takes 8 to 24 members from its neighbourhood and a few from afar. */
const membersOf = (body: number): number[] => [
  ...new Set(
    Array.from(
      { length: 8 + (body % 17) },
      (_, n) => (n % 5 === 4 ? body * 31 + n * 47 : body * 3 + n) % organisations,
    ),
  ),
]

/** All distances, and nothing else. */
function allPairs({ size, around }: Graph): number {
  let sum = 0
  for (let from = 0; from < size; from += 1) {
    const distance = new Int32Array(size).fill(-1)
    const queue = [from]
    distance[from] = 0
    for (let at = 0; at < queue.length; at += 1)
      for (const { to } of around[queue[at]!]!)
        if (distance[to] === -1) {
          distance[to] = distance[queue[at]!]! + 1
          sum += distance[to]
          queue.push(to)
        }
  }
  return sum
}

const timed = (work: () => unknown) => {
  const times = Array.from({ length: rounds + 1 }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return median(times.slice(1))
}

export async function network(): Promise<Row[]> {
  const nodes = Array.from({ length: organisations }, (_, n) => ({ id: `${n}`, title: `${n}` }))
  const hubs = Array.from({ length: bodies }, (_, body) => ({
    members: membersOf(body).map(String),
    parties: body % 2 === 0 ? membersOf(body).map(String) : [],
    deliver: [],
  }))
  const graph = tiesOf(nodes, hubs, [])
  const size = `${organisations} organisations, ${bodies} bodies, ${graph.edges.length} ties`
  const ours = timed(() => structureOf(nodes, graph))
  const peer = timed(() => allPairs(graph))
  const drawn = timed(() => layout(graph, { width: 900, height: 780 }))
  return [
    {
      job: 'network: degree, betweenness (steps and strength), bridges, parts',
      ours: `${ours.toFixed(0)} ms`,
      peer: `${peer.toFixed(0)} ms (all distances by plain search)`,
      ratio: (ours / peer).toFixed(1),
      size,
    },
    { job: 'network: places of the picture', ours: `${drawn.toFixed(0)} ms`, peer: '', ratio: '', size },
    ...(await asked()),
  ]
}

/** The page of the network and of the directory over HTTP, as a planner. */
async function asked(): Promise<Row[]> {
  const closing: (() => Promise<void>)[] = []
  try {
    const house = await testHouse({ after: (fn: () => Promise<void>) => void closing.push(fn) })
    const erika = await founders(house)
    const id = (kind: string) => `overlay(overlay(md5('${kind}' || n) placing '7' from 13) placing '8' from 17)::uuid`
    await house.asOwner(async (db) => {
      const run = (text: string) => sql.raw(text).execute(db)
      for (const table of ['kit.object', 'actors.organisation', 'cooperation.body', 'cooperation.seat'])
        await run(`alter table ${table} disable trigger user`)
      await run(`insert into kit.object (id, kind, title, owner, author, audience, created)
        select ${id('o')}, 'organisation', 'Organisation ' || n, ${id('o')}, '${erika.person}', 'members', clock.now() from generate_series(0, ${organisations - 1}) n`)
      await run(`insert into actors.organisation (id, kind, side, privacy_law)
        select ${id('o')}, 'association', 'free', 'DSGVO' from generate_series(0, ${organisations - 1}) n`)
      await run(`insert into kit.object (id, kind, title, owner, body, author, audience, created)
        select ${id('b')}, 'body', 'Gremium ' || n, '${erika.organisation}', ${id('b')}, '${erika.person}', 'members', clock.now() from generate_series(0, ${bodies - 1}) n`)
      await run(`insert into cooperation.body (id, short_name, mission, form, founded_on)
        select ${id('b')}, 'G' || n, 'Auftrag', 'forum', clock.today() - 90 from generate_series(0, ${bodies - 1}) n`)
      for (let body = 0; body < bodies; body += 1)
        await run(`insert into cooperation.seat (id, body, organisation, valid_from, recorded_at)
          select gen_random_uuid(), (select ${id('b')} from (values (${body})) v (n)), ${id('o')}, clock.today() - 90, clock.now() from unnest(array[${membersOf(body)}]) n`)
    })
    const ask = async (path: string) => {
      const times: number[] = []
      for (let round = 0; round <= rounds; round += 1) {
        const began = performance.now()
        const reply = await erika.get(path)
        if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
        if (round > 0) times.push(performance.now() - began)
      }
      return `${median(times).toFixed(0)} ms`
    }
    const size = `${organisations} organisations, ${bodies} bodies`
    return [
      { job: 'GET /network', ours: await ask('/network'), peer: '', ratio: '', size },
      { job: 'GET /directory', ours: await ask('/directory'), peer: '', ratio: '', size },
    ]
  } finally {
    for (const close of closing) await close()
  }
}
