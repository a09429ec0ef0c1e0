// What is counted when evidence comes must be what one would count by looking: on any history of facts, waivers, moves and withdrawals.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addPerson, founders, ok } from '#apps/testing-people.ts'
import { addDays } from '#kit/clock/days.ts'
import type { Duty } from './contract.ts'
import { duties, type NewDuty, stateFact } from './duties.ts'

const at = '2026-11-22T08:00:00Z'
const today = '2026-11-22'

/** The same numbers every time. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

async function region(t: Parameters<typeof testHouse>[0]) {
  const house = await testHouse(t)
  const erika = await founders(house)
  const other = ok<{ id: string }>(
    await erika.post('/organisations', {
      name: 'Verband (Beispiel)',
      kind: 'association',
      side: 'free',
      example: true,
    }),
  ).id
  const duty = (more: Partial<NewDuty>): NewDuty => ({
    kind: 'deliver',
    title: 'Probe',
    debtor: erika.organisation,
    creditor: other,
    becauseText: '§ 1',
    strength: 'must',
    period: { from: '2026-01-01', until: '2027-01-01' },
    opens: '2026-10-01',
    due: '2026-12-31',
    body: null,
    owner: erika.organisation,
    audience: 'members',
    readers: [],
    ...more,
  })
  return { house, erika, other, duty }
}

test('whatever happens, what was counted is what the evidence says, and nothing settled waits for anybody', async (t) => {
  const { house, erika, duty } = await region(t)
  const random = numbers(7)
  const below = (n: number) => Math.floor(random() * n)
  const day = () => addDays('2026-01-01', below(500) - 60)
  const ids: string[] = []
  let settled = 0
  const steps: (() => Promise<unknown>)[] = [
    async () => {
      const from = day()
      const opens = addDays(from, below(100))
      const made = await house.asOwner((db) =>
        duties(db).owe(
          duty({
            becauseText: `§ ${ids.length + 1}`,
            strength: (['must', 'should', 'usual'] as const)[below(3)]!,
            needed: 1 + below(3),
            period: { from, until: addDays(from, 1 + below(300)) },
            opens,
            due: addDays(opens, below(200)),
          }),
          at,
          below(2) === 0 ? ['figure.delivered'] : [],
        ),
      )
      ids.push(made!)
    },
    () => {
      const on = addDays(today, -below(300))
      return house.asOwner((db) =>
        stateFact(
          db,
          {
            kind: 'figure.delivered',
            organisation: erika.organisation,
            object: erika.organisation,
            day: on,
            about: day(),
          },
          at,
          null,
          ['deliver'],
        ),
      )
    },
    () =>
      house.asOwner(async (db) => {
        const id = ids[below(ids.length)]!
        if ((await duties(db).get(id))!.state === 'withdrawn') return
        const [from, opens] = [day(), day()]
        const period = { from, until: addDays(from, 1 + below(300)) }
        await duties(db).move(id, { period, opens, due: addDays(opens, below(100)) }, ['figure.delivered'])
      }),
    () => house.asOwner((db) => duties(db).waive(ids[below(ids.length)]!, 'Fällt weg')).catch(() => null),
    () => house.asOwner((db) => duties(db).reason(ids[below(ids.length)]!, 'Kein Anlass')).catch(() => null),
    () => house.asOwner((db) => duties(db).withdraw([ids[below(ids.length)]!], 'Ohne Grund')),
    () =>
      house.asOwner((db) =>
        sql`delete from duties.evidence where (duty, fact) in (select duty, fact from duties.evidence order by fact, duty limit 1 offset ${below(20)})`.execute(
          db,
        ),
      ),
  ]
  for (let n = 0; n < 8; n += 1) await steps[0]!()
  for (let n = 0; n < 150; n += 1) {
    await steps[[0, 1, 1, 1, 1, 2, 2, 3, 4, 5, 6][below(11)]!]!()
    const { rows } = await house.asOwner((db) =>
      sql<{
        id: string
        have: number
        counted: number
        done_on: string | null
        found: string | null
        settled: boolean
        state: string
      }>`
        select d.id, d.have, d.done_on, d.settled, d.state, e.counted, e.found from duties.standing d cross join lateral (
          select count(*)::int as counted, (array_agg(f.day order by f.day))[d.needed] as found from duties.evidence v join duties.fact f on f.id = v.fact
           where v.duty = d.id and f.about >= d.period_from and f.about < d.period_until) e`.execute(db),
    )
    for (const row of rows) {
      if (row.state !== 'withdrawn') assert.deepEqual([row.have, row.done_on], [row.counted, row.found], `step ${n}`)
      const ended = ['done', 'doneLate', 'waived', 'withdrawn'].includes(row.state)
      assert.equal(row.settled, ended, `step ${n}: ${row.state}`)
      settled += Number(ended)
    }
  }
  assert.ok(settled > 500, 'the histories are worth looking at')
})

test('nobody writes by hand how much is fulfilled: the database counts again', async (t) => {
  const { house, duty } = await region(t)
  const id = (await house.asOwner((db) => duties(db).owe(duty({}), at, [])))!
  await house.asOwner((db) =>
    sql`update duties.duty set have = 7, done_on = '2026-11-01', settled = true where id = ${id}`.execute(db),
  )
  const row = (await house.asOwner((db) => duties(db).get(id)))!
  assert.deepEqual([row.have, row.done_on, row.state], [0, null, 'open'])
})

test('a long worklist is read in parts, with the right numbers, and narrowed as a whole', async (t) => {
  const { house, erika, other, duty } = await region(t)
  const anna = await addPerson(house, erika, { name: 'Anna Verband', organisation: other, roles: ['admin', 'planner'] })
  const all = Array.from({ length: 130 }, (_, n) =>
    duty({
      kind: n % 10 === 0 ? 'report' : 'deliver',
      title: `Probe ${n}`,
      becauseText: `§ ${n}`,
      due: addDays('2026-11-01', n),
      opens: n === 129 ? '2026-12-24' : '2026-10-01',
    }),
  )
  await house.asOwner((db) => duties(db).oweAll(all, at, () => []))
  type List = {
    mine: Duty[]
    promised: Duty[]
    counts: { mine: number; promised: number }
    next: Duty | null
    kinds: string[]
  }
  const list = async (who: typeof erika, query = '') => ok<List>(await who.get(`/worklist${query}`))
  const ours = await list(erika)
  assert.deepEqual([ours.mine.length, ours.counts, ours.next?.title], [100, { mine: 129, promised: 0 }, 'Probe 129'])
  assert.deepEqual(
    ours.mine.map((one) => one.title),
    all.slice(0, 100).map((one) => one.title),
    'the earliest first',
  )
  const theirs = await list(anna, '?upTo=200')
  assert.deepEqual([theirs.promised.length, theirs.counts, theirs.next], [129, { mine: 0, promised: 129 }, null])
  const reports = await list(anna, '?kind=report&upTo=5')
  assert.deepEqual(
    [reports.promised.map((one) => one.title), reports.counts.promised, reports.kinds],
    [['Probe 0', 'Probe 10', 'Probe 20', 'Probe 30', 'Probe 40'], 13, ['deliver', 'report']],
  )
  assert.equal((await list(erika, '?due=overdue')).counts.mine, 21)
  assert.equal((await list(erika, '?due=month')).counts.mine, 52)
  assert.equal((await list(erika, `?body=${other}`)).counts.mine, 0)
})
