// The proof of the two lines of access: every endpoint through HTTP, every table and every function with the owner's rights through SQL
// on the application's login, each as everybody; compared with what was written down by hand. What is not written down is a fault.
import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { parts } from '../areas.ts'
import { testHouse } from '../testing.ts'
import { creating, loosePaths, relations, routines } from './catalogue.ts'
import { builders, functions, http, tables } from './expected/all.ts'
import { forms, rules } from './expected/constraints.ts'
import { deeds } from './expected/deeds.ts'
import { type Mismatch, runHttp } from './run-http.ts'
import { constraints, runDeeds, runRules } from './run-rules.ts'
import { functionProbes, runSql, tableProbes } from './run-sql.ts'
import type { SqlCase } from './shapes.ts'
import { everybody } from './subjects.ts'
import { buildWorld } from './world.ts'

const closing: (() => Promise<void>)[] = []
after(async () => {
  for (const close of closing) await close()
})
const house = await testHouse({ after: (close: () => Promise<void>) => void closing.push(close) })
const world = await buildWorld(house, builders)
const there = await house.asOwner(async (db) => ({
  relations: await relations(db),
  routines: await routines(db),
  loose: await loosePaths(db),
  creating: await creating(db, [house.logins.app.user, house.logins.worker.user, house.logins.backup.user]),
  constraints: await constraints(db),
}))
const tried = Object.fromEntries(
  Object.entries(functions).filter((entry): entry is [string, readonly SqlCase[]] => Array.isArray(entry[1])),
)
const columnOf = (table: string) => there.relations.find((relation) => relation.name === table)?.column ?? 'id'
const counted: string[] = []
const written = () =>
  house.asOwner(
    async (db) =>
      (
        await sql`select (select count(*) from journal.entry) as entries, (select count(*) from kit.object) as objects, (select sum(revision) from kit.object) as revisions`.execute(
          db,
        )
      ).rows,
  )

const words = (text: string) => text.split(' ').filter(Boolean).toSorted()
/** What is there and not written down (+), and what is written down and not there (−). */
const difference = (expected: readonly string[], present: readonly string[]) =>
  [
    ...present.filter((name) => !expected.includes(name)).map((name) => `+ ${name}`),
    ...expected.filter((name) => !present.includes(name)).map((name) => `− ${name}`),
  ].join('\n')
const told = (mismatches: readonly Mismatch[]) => {
  const lines = new Map<string, string[]>()
  for (const { where, subject, expected, got } of mismatches) {
    const line = `${where}: expected ${expected}, got ${got}`
    lines.set(line, [...(lines.get(line) ?? []), subject])
  }
  return [...lines].map(([line, subjects]) => `${line} — ${subjects.join(' ')}`).join('\n')
}

test('every endpoint is in the matrix, and nothing else', () => {
  const endpoints = Object.entries(parts).flatMap(([area, { contract }]) =>
    Object.keys(contract).map((name) => `${area}.${name}`),
  )
  assert.equal(difference(Object.keys(http), endpoints), '')
})

test('every table and view is in the matrix, with the rights of both logins', () => {
  assert.equal(
    difference(
      Object.keys(tables),
      there.relations.map((one) => one.name),
    ),
    '',
  )
  for (const { name, app, worker } of there.relations) {
    const expected = tables[name]!
    assert.deepEqual(words(worker), words(expected.worker), `the worker on ${name}`)
    for (const verb of ['select', 'insert', 'update', 'delete'] as const) {
      if (expected[verb] === 'closed') assert.equal(app[verb], null, `${verb} on ${name} is closed`)
      else
        assert.deepEqual(
          words(app[verb] ?? ''),
          words((verb === 'delete' ? undefined : expected.columns?.[verb]) ?? '*'),
          `columns for ${verb} on ${name}`,
        )
    }
  }
})

test('every function with the owner’s rights that the application may call is in the matrix; none is open to everybody', () => {
  const callable = [...new Set(there.routines.filter((one) => one.definer && one.app).map((one) => one.name))]
  assert.equal(difference(Object.keys(functions), callable), '')
  assert.deepEqual(
    there.routines.filter((one) => one.open).map((one) => one.name),
    [],
    'revoke all on function … from public',
  )
  assert.deepEqual(there.loose, [], "set search_path = ''")
  assert.deepEqual(there.creating, [], 'no login can make what a function without a path of its own might find')
})

test('HTTP answers everybody as expected', async () => {
  const before = await written()
  const { combinations, mismatches } = await runHttp(house, world, http)
  assert.deepEqual(await written(), before, 'no probe may change the world')
  counted.push(`${combinations} × HTTP`)
  assert.equal(mismatches.length, 0, told(mismatches))
})

test('SQL on the application’s login gives everybody what is expected', async () => {
  const { combinations, mismatches } = await runSql(house, world, [
    ...tableProbes(tables, columnOf),
    ...functionProbes(tried),
  ])
  counted.push(`${combinations} × SQL`)
  assert.equal(mismatches.length, 0, told(mismatches))
})

test('every constraint is a rule with a proof, or a form', async () => {
  assert.equal(difference([...Object.keys(rules), ...forms], there.constraints), '')
  const { combinations, mismatches } = await runRules(house, world, rules)
  counted.push(`${combinations} rules`)
  assert.equal(mismatches.length, 0, told(mismatches))
})

test('what triggers hold, they hold for every login', async () => {
  const { combinations, mismatches } = await runDeeds(house, world, deeds)
  counted.push(`${combinations} deeds`)
  assert.equal(mismatches.length, 0, told(mismatches))
})

test('summary', () => {
  console.log(
    `authorisation matrix: ${everybody.length} subjects, ${counted.join(', ')}, ${Object.keys(http).length} endpoints, ${Object.keys(tables).length} tables, ${Object.keys(functions).length} functions`,
  )
})
