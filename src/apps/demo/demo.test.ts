// The example is built through the API alone, and its Datenspur is whole. The browser stories look at it; this test is the quick look.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '../testing.ts'
import { buildDemo, demoRoutes } from './demo.ts'

test('the example Oberbayern is built as its persons, and the trail leads from the figure to the service and back', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'nst-demo-'))
  const memory = join(folder, 'demo.json')
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const house = await testHouse(t, {
    demo: true,
    at: '2026-11-22T08:00:00Z',
    also: async (app) => demoRoutes(app, memory),
  })
  const firstLink = 'first-link-of-the-demo-test-0123456789'
  await house.asOwner((db) =>
    sql`insert into access.first_link (digest, created) values (${createHash('sha256').update(firstLink).digest()}, clock.now())`.execute(
      db,
    ),
  )
  await buildDemo({
    owner: house.logins.owner,
    worker: house.logins.worker,
    open: house,
    chores: house.worker,
    firstLink,
    memory,
    say: () => undefined,
  })
  const theresa = await house.signIn('theresa.lindner@beispiel.example', { password: 'nahtstelle' })
  const { made } = (await house.visitor.get('/demo/tour')).body as unknown as { made: Record<string, string> }
  const walk = (await theresa.get(`/trail/${made.need}`)).body as unknown as { stations: { kind: string | null }[] }
  const kinds = new Set(walk.stations.map((station) => station.kind))
  for (const kind of ['officialTable', 'delivery', 'need', 'meeting', 'decision', 'measure', 'service'])
    assert.ok(kinds.has(kind), `${kind} is missing in ${[...kinds]}`)

  // The district's body has adopted its rules with both keys, agreed on something without a vote, and asked a department for a seat.
  const rules = (await theresa.get(`/bodies/${made.bag}/rules`)).body as unknown as {
    inForce: { procedure: { majority: string } } | null
  }
  const { votes } = (await theresa.get(`/bodies/${made.bag}`)).body as unknown as { votes: boolean }
  const agreed = (await theresa.get(`/decisions/${made.arrangement}`)).body as unknown as { result: string }
  assert.deepEqual([votes, rules.inForce?.procedure.majority, agreed.result], [false, 'consensus', 'agreed'])
  const { rows: asked } = await house.asOwner((db) =>
    sql<{
      unit: string
    }>`select u.title as unit from cooperation.seat_offer f join kit.object u on u.id = f.unit where f.answer is null`.execute(
      db,
    ),
  )
  assert.ok(asked.length > 0 && asked.every(({ unit }) => unit.includes('(Beispiel)')), 'a seat is asked for')

  const { rows: late } = await house.asOwner((db) =>
    sql<{ debtor: string; title: string; state: string }>`select w.title as debtor, o.title, d.state
    from duties.standing d join kit.object o on o.id = d.id join kit.object w on w.id = d.debtor where d.state in ('overdue', 'doneLate')`.execute(
      db,
    ),
  )
  assert.deepEqual(
    late.filter((row) => !row.debtor.includes('(Beispiel)')),
    [],
    'only an organisation named "(Beispiel)" is ever late',
  )
  assert.ok(
    late.some((row) => row.debtor.includes('(Beispiel)')),
    'and one is, so that late is seen',
  )
  const { rows: real } = await house.asOwner((db) =>
    sql<{ kind: string; title: string }>`select kind, title from kit.object
    where not invented and kind not in ('organisation', 'area', 'indicator', 'officialTable', 'person', 'task', 'comparison')`.execute(
      db,
    ),
  )
  assert.deepEqual(real, [], 'whatever was done carries "erfundener Ablauf"')
})
