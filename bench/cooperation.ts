// Lists, worklist and network of a full region, each against a bare Fastify and pg that reads the same rows without sign-in and rights, in turn.
import Fastify from 'fastify'
import { sql } from 'kysely'
import pg from 'pg'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
import { fillRegion, size } from './cooperation-world.ts'
import { openLoad } from './load.ts'
import type { Row } from './row.ts'

const rounds = 3
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** The address, and the rows that the peer reads for it, as the owner of the tables. */
const pages = (me: { organisation: string; body: string }) => [
  {
    job: 'worklist: what we owe and what is promised to us',
    path: '/worklist',
    bare: `select d.*, o.title from duties.standing d join kit.object o on o.id = d.id where d.debtor = '${me.organisation}' or o.body in (select body from access.mandate where organisation = '${me.organisation}' and body is not null)`,
  },
  {
    job: 'worklist of all my bodies',
    path: '/worklist?whose=bodies',
    bare: `select d.*, o.title from duties.standing d join kit.object o on o.id = d.id where o.body in (select body from access.mandate where organisation = '${me.organisation}' and body is not null) order by d.due limit 100`,
  },
  {
    job: 'duties of a body in five years',
    path: `/duties?body=${me.body}`,
    bare: `select d.*, o.title from duties.standing d join kit.object o on o.id = d.id where o.body = '${me.body}' order by d.due`,
  },
  {
    job: 'page of a body',
    path: `/bodies/${me.body}`,
    bare: `select b.*, o.title, (select jsonb_agg(s.*) from cooperation.seat s where s.body = b.id) as seats from cooperation.body b join kit.object o on o.id = b.id where b.id = '${me.body}'`,
  },
  {
    job: 'directory of who works with whom',
    path: '/directory',
    bare: `select o.id, o.title, (select jsonb_agg(distinct s.organisation) from cooperation.seat s where s.body = o.id) as members from kit.object o where o.kind = 'body'`,
  },
  {
    job: 'list of all bodies',
    path: '/bodies',
    bare: `select b.*, o.title, (select count(*) from cooperation.seat s where s.body = b.id) as members, (select count(*) from duties.standing d join kit.object x on x.id = d.id where x.body = b.id and d.state = 'overdue') as overdue from cooperation.body b join kit.object o on o.id = b.id`,
  },
  {
    job: 'list of all organisations',
    path: '/organisations',
    bare: `select g.*, o.title, (select count(*) from access.mandate m where m.organisation = g.id) as people from actors.organisation g join kit.object o on o.id = g.id order by o.title`,
  },
]

/** Fastify tells pages apart by their path alone. */
const peerPath = (path: string) => path.replace(/\?.*/, '/narrowed')

export async function cooperation(): Promise<Row[]> {
  const closing: (() => unknown)[] = []
  try {
    const house = await testHouse({ after: (fn: () => Promise<void>) => void closing.push(fn) })
    const me = await founders(house)
    await fillRegion(house, me)
    const { rows: led } = await house.asOwner((db) =>
      sql<{
        id: string
      }>`select m.body as id from access.mandate m where m.role = 'chair' and m.person = ${me.person}`.execute(db),
    )
    const asked = pages({ organisation: me.organisation, body: led[0]!.id })
    const url = await house.url()
    const pool = new pg.Pool({ ...house.logins.owner, max: 10 })
    const bare = Fastify()
    for (const page of asked) bare.get(peerPath(page.path), async () => (await pool.query(page.bare)).rows)
    const peer = await bare.listen({ port: 0, host: '127.0.0.1' })
    closing.push(
      () => pool.end(),
      () => bare.close(),
    )
    const { load, close } = openLoad()
    closing.push(close)
    const headers = { cookie: me.cookie, 'x-acting-for': me.organisation }
    const rows: Row[] = []
    for (const { job, path } of asked) {
      const ours: number[] = []
      const theirs: number[] = []
      const tails: number[] = []
      for (let round = -1; round < rounds; round++) {
        const other = await load(`${peer}${peerPath(path)}`, { connections: 4, requests: 12 })
        const own = await load(`${url}/api${path}`, { connections: 4, requests: 40, headers })
        if (own.faults + other.faults > 0) throw new Error(`${path}: ${own.faults} and ${other.faults} faults`)
        if (round < 0) continue
        ours.push(own.perSecond)
        theirs.push(other.perSecond)
        tails.push(own.p95)
      }
      rows.push({
        job: `${job} (goal: read p95 at most 150 ms)`,
        ours: `${median(ours).toFixed(1)}/s, p95 ${median(tails).toFixed(0)} ms`,
        peer: `bare Fastify + pg, the same rows: ${median(theirs).toFixed(1)}/s`,
        ratio: median(ours.map((rate, round) => rate / theirs[round]!)).toFixed(2),
        size: `${size.authorities} authorities, ${size.associations} associations, ${size.persons} persons, ${size.bodies} bodies, ${size.years} years; 4 connections`,
      })
    }
    return rows
  } finally {
    for (const close of closing.reverse()) await close()
  }
}
