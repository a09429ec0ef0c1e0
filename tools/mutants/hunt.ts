// Sets the matrix on each mutant of the database, in two houses at once, and a test on each mutant of the application.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { relations } from '#apps/matrix/catalogue.ts'
import { builders, functions, tables } from '#apps/matrix/expected/all.ts'
import { rules } from '#apps/matrix/expected/constraints.ts'
import { deeds } from '#apps/matrix/expected/deeds.ts'
import { runDeeds, runRules } from '#apps/matrix/run-rules.ts'
import { functionProbes, type Probe, runSql, tableProbes } from '#apps/matrix/run-sql.ts'
import type { SqlCase } from '#apps/matrix/shapes.ts'
import { buildWorld, type World } from '#apps/matrix/world.ts'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { databaseMutants, type Mutant } from './database.ts'
import { equivalent, type Guard, guards, placeOf, provedElsewhere } from './guards.ts'

/** Every tenth mutant, beginning with this one; those whose name contains one of these words; null: all. */
export type Share = number | readonly string[] | null
export type Outcome = { hunted: number; survivors: string[] }
type Ground = { house: TestHouse; world: World; probes: readonly Probe[] }

const mine = <T extends { name: string }>(all: readonly T[], share: Share) =>
  all.filter(({ name }, n) =>
    typeof share === 'number' ? n % 10 === share % 10 : (share?.some((word) => name.includes(word)) ?? true),
  )

async function ground(closing: (() => Promise<void>)[]): Promise<Ground> {
  const house = await testHouse({ after: (close: () => Promise<void>) => void closing.push(close) })
  const world = await buildWorld(house, builders)
  const there = new Map((await house.asOwner(relations)).map((one) => [one.name, one.column]))
  const tried = Object.fromEntries(
    Object.entries(functions).filter((entry): entry is [string, readonly SqlCase[]] => Array.isArray(entry[1])),
  )
  return {
    house,
    world,
    probes: [...tableProbes(tables, (table) => there.get(table) ?? 'id'), ...functionProbes(tried)],
  }
}

async function noticed({ house, world, probes }: Ground, mutant: Mutant): Promise<boolean> {
  if (mutant.rule) return (await runRules(house, world, { [mutant.rule]: rules[mutant.rule]! })).mismatches.length > 0
  const near = mutant.table ? probes.filter((probe) => probe.where.includes(` ${mutant.table} `)) : []
  if (near.length > 0 && (await runSql(house, world, near)).mismatches.length > 0) return true
  if ((await runDeeds(house, world, deeds)).mismatches.length > 0) return true
  return (await runSql(house, world, probes)).mismatches.length > 0
}

export async function huntInDatabase(share: Share, tell: (line: string) => void): Promise<Outcome> {
  const closing: (() => Promise<void>)[] = []
  const survivors: string[] = []
  try {
    const grounds = await Promise.all([ground(closing), ground(closing)])
    const known = await grounds[0].house.asOwner(databaseMutants)
    for (const name of Object.keys(equivalent))
      if (!known.some((mutant) => mutant.name === name)) throw new Error(`there is no mutant any more: ${name}`)
    const all = mine(
      known.filter((mutant) => !(mutant.name in equivalent)),
      share,
    )
    const waiting = [...all]
    const lane = async (on: Ground) => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        const run = (text: string) => on.house.asOwner((db) => sql.raw(text).execute(db))
        await run(mutant.apply)
        const found = await noticed(on, mutant).finally(() => run(mutant.undo))
        if (found) continue
        const test = Object.entries(provedElsewhere).find(([beginning]) => mutant.name.startsWith(beginning))?.[1]
        if (test && !(await passes(test, { NAHTSTELLE_TEST_ALTER: mutant.apply }))) continue
        survivors.push(mutant.name)
        tell(`survived: ${mutant.name}`)
      }
    }
    await Promise.all(grounds.map(lane))
    return { hunted: all.length, survivors }
  } finally {
    for (const close of closing) await close()
  }
}

const patched = ['--import', './tools/mutants/patch.ts']
/** Does a process of its own end well? */
const ends = (words: readonly string[], env: Record<string, string>) =>
  new Promise<boolean>((done) => {
    // Within a test, a test runner of its own would think it is part of it and run nothing.
    const { NODE_TEST_CONTEXT: _, ...own } = process.env
    const child = spawn(process.execPath, [...words], { env: { ...own, ...env }, stdio: 'ignore' })
    child.on('close', (code) => done(code === 0))
  })
const passes = (file: string, env: Record<string, string>, before: readonly string[] = []) =>
  ends([...before, '--test', file], env)

/** A guard that is no longer there, or whose mutant cannot even be loaded, would look as if it had been noticed. */
async function requireGuards(all: readonly Guard[]): Promise<void> {
  for (const guard of all) {
    const { name, file, from } = guard
    if (readFileSync(file, 'utf8').match(placeOf(guard))?.length !== 1)
      throw new Error(`${file} no longer has exactly one: ${from}`)
    const loads = ['--input-type=module', '--eval', `await import(${JSON.stringify(pathToFileURL(file).href)})`]
    if (!(await ends([...patched, ...loads], { NAHTSTELLE_MUTANT: name })))
      throw new Error(`this mutant cannot be loaded: ${name}`)
  }
}

export async function huntInApplication(share: Share, tell: (line: string) => void): Promise<Outcome> {
  const all = mine(guards, share)
  await requireGuards(all)
  const waiting = [...all]
  const survivors: string[] = []
  const lane = async () => {
    for (let guard: Guard | undefined = waiting.shift(); guard; guard = waiting.shift()) {
      const only = guard.only ? [`--test-name-pattern=${guard.only}`] : []
      if (
        !(await passes(guard.test, { NAHTSTELLE_MUTANT: guard.name }, [
          '--import',
          './tools/mutants/patch.ts',
          ...only,
        ]))
      )
        continue
      survivors.push(guard.name)
      tell(`survived: ${guard.name}`)
    }
  }
  await Promise.all([lane(), lane()])
  return { hunted: all.length, survivors }
}
