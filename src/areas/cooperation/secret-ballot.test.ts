// The electronic secret ballot: what stands in the database, journal, replies and write-ahead log while it is open and afterwards links no seat to a vote.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { addPerson, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import { roleNames } from '#kit/db/managed/login.ts'
import { testCluster } from '#kit/db/managed/test-database.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Body, Election } from './contract.ts'
import { bagOberbayern } from './fixtures/bag-oberbayern.ts'
import { blankPaper, type Paper, signedPaper } from './rules/papers.ts'
import { adopt, asApp, procedure, twoChairs } from './testing-keys.ts'

const counties = ['Ebersberg', 'Dachau', 'Erding', 'Freising', 'Miesbach', 'Starnberg']

/** As if the body had adopted rules of procedure that allow it. */
const allow = (house: TestHouse) =>
  house.asOwner((db) =>
    sql
      .raw(`create or replace function cooperation.election_rules(p_body uuid, out quorum text, out majority text, out secret_ballot boolean, out term_alarm_months integer,
        out interim text, out notice_days integer, out edition integer) language plpgsql stable security definer set search_path = '' as $$
        begin quorum := 'none'; majority := 'cast'; secret_ballot := true; term_alarm_months := 6; interim := 'office'; notice_days := 14; edition := 1; end $$`)
      .execute(db),
  )

async function voting(t: TestContext) {
  const house = await testHouse(t)
  const { founder, body, organisation } = await foundBody(house, bagOberbayern)
  const local = ok<Body>(await founder.get(`/bodies/${body}`)).constituencies.find((one) => one.chair === 'elected')!.id
  const people = await Promise.all(
    counties.map((name) =>
      addPerson(house, founder, {
        name: `Vertretung ${name}`,
        organisation: organisation(`Landkreis ${name}`),
        roles: ['planner'],
        body: { id: body, role: 'delegate' },
      }),
    ),
  )
  const call = () =>
    founder.post(`/bodies/${body}/elections`, { constituency: local, day: '2026-11-22', method: 'electronic' })
  const shown = async (id: string, by: TestPerson = founder) => ok<Election>(await by.get(`/elections/${id}`))
  const step = async (id: string, name: string) =>
    founder.act(`/elections/${id}/ballot`, (await shown(id)).head.revision, { step: name })
  const draw = async (id: string, who: TestPerson): Promise<Paper & { seat: string; sent: string[] }> => {
    const { papers } = await shown(id, who)
    const blank = await blankPaper(papers!.modulus)
    const seat = papers!.mine[0]!.seat
    const { signature } = ok<{ signature: string }>(
      await who.post(`/elections/${id}/papers`, { seat, blinded: blank.blinded }),
    )
    return { ...(await signedPaper(blank, signature, papers!.modulus))!, seat, sent: [blank.blinded, signature] }
  }
  const cast = (id: string, paper: Paper, candidate: string | null, answer = candidate ? 'for' : 'abstained') =>
    house.visitor.post('/ballots', { election: id, mark: paper.mark, signature: paper.signature, answer, candidate })
  return { house, founder, body, people, call, shown, step, draw, cast }
}
const code = (reply: { status: number; body: Record<string, unknown> }) => [reply.status, reply.body.code]

/** Every table of the database as text, as a backup would hold it: name → rows in the order in which they lie. */
const everything = (house: TestHouse) =>
  house.asOwner(async (db) => {
    const { rows } = await sql<{
      name: string
    }>`select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')`.execute(db)
    const all = new Map<string, string[]>()
    for (const { name } of rows)
      all.set(
        name,
        (
          await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t order by t.ctid`.execute(db)
        ).rows.map((one) => one.row),
      )
    return all
  })

test('without a rule of the body there is no ballot at the device', async (t) => {
  const { call } = await voting(t)
  assert.deepEqual(code(await call()), [409, 'secretNotAllowed'])
})

test('a ballot at the device is called only while the rules that both chairs adopted allow it', async (t) => {
  const all = await twoChairs(t)
  const { office, body } = all
  const { constituencies } = ok<Body>(await office.get(`/bodies/${body}`))
  const call = () =>
    office.post(`/bodies/${body}/elections`, {
      constituency: constituencies.find((one) => one.chair === 'elected')!.id,
      day: '2026-11-22',
      method: 'electronic',
    })
  const put = ok<{ object: string; edition: number }>(
    await office.post(`/bodies/${body}/rules`, {
      procedure: { ...procedure, secretBallot: true },
      validFrom: '2026-11-22',
    }),
  )
  ok(await all.a.post('/releases', put))
  assert.deepEqual(code(await call()), [409, 'secretNotAllowed'], 'one key allows nothing')
  ok(await all.b.post('/releases', put))
  const { id } = ok<{ id: string }>(await call())
  // Taken back by both, papers are not even drawn for what was called before.
  await adopt(all, { secretBallot: false })
  const { head } = ok<Election>(await office.get(`/elections/${id}`))
  assert.notEqual((await office.act(`/elections/${id}/ballot`, head.revision, { step: 'draw' })).status, 200)
  const forged = sql`select cooperation.lead_election(${id}, 'draw', '{}')`
  await assert.rejects(asApp(all, all.a, forged), /cannot be taken now/)
})

test('nothing in the database, journal, backup or write-ahead log links a seat to its vote; double, late, foreign and guessed votes are refused', async (t) => {
  const { house, founder, people, call, shown, step, draw, cast } = await voting(t)
  await allow(house)
  const id = ok<{ id: string }>(await call()).id
  for (const who of people.slice(0, 2))
    ok(await who.post(`/elections/${id}/candidates`, { person: who.person, organisation: who.organisation }))
  const [a, b] = (await shown(id)).candidates.map((one) => one.id) as [string, string]
  const before = await house.asOwner((db) =>
    sql<{ lsn: string }>`select pg_current_wal_flush_lsn()::text as lsn`.execute(db),
  )
  ok(await step(id, 'draw'))
  await house.settle()

  // Drawing: one paper for a seat, for its own people only.
  const papers: (Paper & { seat: string; sent: string[] })[] = []
  for (const who of people.slice(0, 4)) papers.push(await draw(id, who))
  assert.deepEqual(code(await step(id, 'cast')), [409, 'tooFewDrawn'])
  for (const who of people.slice(4)) papers.push(await draw(id, who))
  const again = (by: TestPerson, seat: string) => by.post(`/elections/${id}/papers`, { seat, blinded: '12345' })
  assert.deepEqual(code(await again(people[0]!, papers[0]!.seat)), [409, 'drawnAlready'])
  assert.deepEqual(code(await again(people[0]!, papers[1]!.seat)), [409, 'notYourSeat'])
  assert.equal((await again(founder, papers[1]!.seat)).status, 403)
  assert.deepEqual(
    (await shown(id, people[0]!)).papers!.mine,
    [{ seat: papers[0]!.seat, drawn: true }],
    'one sees only one’s own seat',
  )
  assert.equal((await shown(id)).papers!.drawn, 6)
  const refused = { status: 409, body: (await cast(id, papers[0]!, a)).body }
  assert.equal(refused.body.code, 'paperDoesNotCount', 'before papers are cast')
  ok(await step(id, 'cast'))

  // Casting: in another order than drawn, from nobody.
  const order = [3, 0, 5, 1, 4, 2]
  const votes: [number, string | null][] = order.map((at) => [at, at < 3 ? a : at < 5 ? b : null])
  for (const [at, choice] of votes.slice(0, 5)) ok(await cast(id, papers[at]!, choice))
  const same = async (what: Promise<{ status: number; body: unknown }>, why: string) => {
    const { status, body } = await what
    assert.deepEqual({ status, body }, refused, why)
  }
  const [early, late] = [papers[3]!, papers[2]!]
  await same(cast(id, early, b), 'a second time')
  await same(cast(id, { mark: 'ab'.repeat(32), signature: late.signature }, a), 'guessed')
  await same(cast(id, { mark: late.mark, signature: '4711' }, a), 'not signed')
  await same(cast(id, late, founder.person), 'for somebody who does not stand')
  await same(cast(founder.person, late, a), 'in another election')
  // The same through SQL on the application's own login, also with nothing where a mark belongs.
  for (const paper of [
    "null, null, 'abstained', null",
    "decode(repeat('ab', 32), 'hex'), null, 'abstained', null",
    "null, 4711, 'abstained', null",
  ])
    await assert.rejects(house.house.pool.query(`select cooperation.cast_paper('${id}', ${paper})`), { code: 'NA403' })
  await unlinked(house, papers, 'while papers are cast')
  await orderIsRandom(house, founder, id)
  ok(await cast(id, late, votes[5]![1]))

  const closed = ok<Election>(await step(id, 'close'))
  assert.deepEqual(
    [
      closed.status,
      closed.rounds[0]!.present,
      closed.rounds[0]!.abstained,
      closed.rounds[0]!.votes.map((one) => one.votes),
    ],
    ['decided', 6, 1, [3, 2]],
  )
  await same(cast(id, late, b), 'after the close')
  const after = await unlinked(house, papers, 'afterwards')
  for (const paper of papers)
    for (const rows of after.values())
      assert.ok(
        rows.every((row) => !row.includes(paper.mark)),
        'no mark is left',
      )
  const { rows } = await house.asOwner((db) =>
    sql<{
      one: number
    }>`select count(distinct x)::int as one from (select xmin::text as x from cooperation.ballot union all select xmin::text from cooperation.ballot_draw) t`.execute(
      db,
    ),
  )
  assert.equal(rows[0]!.one, 1, 'all papers and all draws were written anew by one transaction')
  const { rows: journal } = await house.asOwner((db) =>
    sql<{
      verb: string
      after: { step?: string; seats?: string[] }
    }>`select e.verb, c.after from journal.entry e join journal.content c on c.entry = e.id where e.object = ${id} order by e.id`.execute(
      db,
    ),
  )
  assert.deepEqual(
    journal.map((one) => `${one.verb} ${one.after?.step ?? ''}`.trim()),
    [
      'election.announced',
      'election.nominated',
      'election.nominated',
      'election.ballotStep draw',
      'election.keyMade',
      'election.ballotStep cast',
      'election.ballotStep close',
    ],
  )
  assert.equal(journal.at(-1)!.after.seats!.length, 6)
  await logIsSilent(house, t, before.rows[0]!.lsn)
})

/** No value of a paper stands beside a seat or person, no transaction wrote both, no column joins them. */
async function unlinked(
  house: TestHouse,
  papers: readonly { seat: string; mark: string; signature: string; sent: string[] }[],
  when: string,
) {
  const all = await everything(house)
  for (const { mark, signature, sent } of papers)
    for (const [name, rows] of all) {
      assert.ok(
        rows.every((row) => ![signature, ...sent].some((secret) => row.includes(secret))),
        `${when}: ${name} holds what was signed`,
      )
      if (name !== 'cooperation.ballot')
        assert.ok(
          rows.every((row) => !row.includes(mark)),
          `${when}: ${name} holds a mark`,
        )
    }
  const ids = new Set(all.get('cooperation.ballot')!.map((row) => row.slice(1, 37)))
  for (const [name, rows] of all)
    if (name !== 'cooperation.ballot')
      assert.ok(
        rows.every((row) => ![...ids].some((id) => row.includes(id))),
        `${when}: ${name} names a ballot`,
      )
  const { rows } = await house.asOwner((db) =>
    sql<{
      joined: number
    }>`select count(*)::int as joined from cooperation.ballot b join cooperation.ballot_draw d on d.xmin = b.xmin
      where (select count(distinct x.xmin::text) from cooperation.ballot x) > 1 or b.ctid = d.ctid and b.mark is not null`.execute(
      db,
    ),
  )
  assert.equal(rows[0]!.joined, 0, `${when}: no transaction wrote a paper and a draw`)
  const { rows: columns } = await house.asOwner((db) =>
    sql<{
      name: string
    }>`select a.attname as name from pg_attribute a where a.attrelid = 'cooperation.ballot'::regclass and a.attnum > 0
    intersect select a.attname from pg_attribute a where a.attrelid = 'cooperation.ballot_draw'::regclass and a.attnum > 0 order by 1`.execute(
      db,
    ),
  )
  assert.deepEqual(
    columns.map((one) => one.name),
    ['election', 'number'],
  )
  return all
}

/** The close is tried twelve times and taken back: neither papers nor draws ever lie in the order in which they came. */
async function orderIsRandom(house: TestHouse, founder: TestPerson, id: string) {
  await house.asOwner((db) =>
    sql
      .raw(
        `do $$ begin grant select on cooperation.ballot to ${roleNames.app}; create policy ballot_test on cooperation.ballot for select to ${roleNames.app} using (true); end $$`,
      )
      .execute(db),
  )
  const orders = { papers: new Set<string>(), draws: new Set<string>() }
  for (let time = 0; time < 12; time += 1)
    await inTransaction(
      house.house.pool,
      { token: founder.cookie.slice(founder.cookie.indexOf('=') + 1), organisation: founder.organisation },
      null,
      async (db) => {
        await sql`select cooperation.lead_election(${id}, 'close', '{}')`.execute(db)
        const of = async (table: string, column: string) =>
          (
            await sql<{
              o: string
            }>`select string_agg(coalesce(${sql.raw(column)}::text, '-'), ' ' order by ctid) as o from ${sql.raw(table)}`.execute(
              db,
            )
          ).rows[0]!.o
        orders.papers.add(await of('cooperation.ballot', 'candidacy'))
        orders.draws.add(await of('cooperation.ballot_draw', 'seat'))
        throw new Error('taken back')
      },
    ).catch((error: Error) => assert.equal(error.message, 'taken back'))
  assert.ok(orders.papers.size > 1 && orders.draws.size > 4, `${orders.papers.size} and ${orders.draws.size} orders`)
  await house.asOwner((db) =>
    sql
      .raw(
        `do $$ begin drop policy ballot_test on cooperation.ballot; revoke select on cooperation.ballot from ${roleNames.app}; end $$`,
      )
      .execute(db),
  )
}

/** In the write-ahead log: apart from the close, no transaction touches both tables, and all draws lie before the first paper. */
async function logIsSilent(house: TestHouse, t: TestContext, from: string) {
  const cluster = await testCluster()
  t.after(() => cluster.stop())
  const {
    rows: [where],
  } = await house.asOwner((db) => sql<{ name: string }>`select current_database() as name`.execute(db))
  const admin = new pg.Client({ ...cluster.admin, database: where!.name })
  await admin.connect()
  try {
    const there = await admin.query(`select from pg_available_extensions where name = 'pg_walinspect'`)
    if (there.rowCount === 0)
      return t.diagnostic('pg_walinspect is not installed here: the write-ahead log was not read')
    await admin.query('create extension pg_walinspect')
    // What was committed may still wait to be written; only what is written can be read.
    await admin.query('checkpoint')
    const { rows } = await admin.query<{ xid: string; papers: boolean; draws: boolean; first: string }>(`
      with named as (select pg_relation_filenode('cooperation.ballot')::text as papers, pg_relation_filenode('cooperation.ballot_draw')::text as draws),
        touched as (select xid, start_lsn, block_ref like '%/' || n.papers || ' %' as papers, block_ref like '%/' || n.draws || ' %' as draws
          from pg_get_wal_records_info('${from}'::pg_lsn, pg_current_wal_flush_lsn()) w, named n where resource_manager = 'Heap' and record_type like 'INSERT%')
      select xid::text, bool_or(papers) as papers, bool_or(draws) as draws, min(start_lsn)::text as first from touched where papers or draws group by xid order by min(start_lsn)`)
    const single = rows.filter((one) => !(one.papers && one.draws))
    assert.ok(single.length >= 12, `the log shows ${single.length} draws and papers`)
    const firstPaper = single.findIndex((one) => one.papers)
    assert.ok(
      single.slice(firstPaper).every((one) => one.papers),
      'every draw lies before the first paper',
    )
    assert.ok(rows.length - single.length >= 1, 'the close wrote both')
  } finally {
    await admin.end()
  }
}
