import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSolver } from '#kit/solver/highs.ts'
import { attackByFilling, attackWithAllProgrammes } from './testing-attacker.ts'
import { attackAll, publish } from './testing-releases.ts'
import { randomWorld } from './testing-worlds.ts'

const solver = await openSolver()
/** So many questions to the clock may be asked: the same on every machine. */
const patience = (count: number) => {
  let asked = 0
  return () => {
    asked += 1
    return asked <= count ? 100 : 0
  }
}
const rounds = Number(process.env.NAHTSTELLE_LONG_ROUNDS ?? 16)

test('Theorem: in histories of 2 to 10 releases no reader and no contributor opens a cell, by programmes and by all whole-number fillings', () => {
  let releases = 0
  let primary = 0
  let filled = 0
  let unproven = 0
  for (let seed = 1; seed <= rounds; seed += 1) {
    const wholeNumbers = seed % 2 === 0
    const world = randomWorld(seed, wholeNumbers)
    const count = [3, 60, 800][seed % 3]!
    const published = publish(world, solver, () => ({ left: patience(count), seconds: 1, wholeNumbers, seed }))
    const attacked = attackAll(published.releases, wholeNumbers)
    assert.deepEqual(attacked.opened, [], `world ${seed} (${world.name})`)
    releases += published.releases.length
    unproven += published.unproven
    primary += attacked.primary
    filled += Number(attacked.filled)
  }
  assert.ok(releases > rounds && primary > 4 * rounds, `${releases} releases, ${primary} primary cells`)
  // Where not even a moment is left the answer is that there is none, never an open one.
  assert.ok(unproven < releases / 20, `${unproven} releases without proof`)
  assert.ok(filled >= rounds / 4, `${filled} worlds were filled`)
})

test('The attackers of the tests see what is there: primary cells alone are opened, by programmes and by fillings', () => {
  let byProgrammes = 0
  let byFillings = 0
  for (let seed = 1; seed <= 8; seed += 1) {
    const { views } = randomWorld(seed)
    const careless = views
      .slice(0, 2)
      .map((view) => ({ ...view, suppressed: view.cells.filter(({ sensitive }) => sensitive).map(({ id }) => id) }))
    byProgrammes += attackWithAllProgrammes(careless, null).opened.length
    byFillings += attackByFilling(careless, null, 3000)?.length ?? 0
  }
  assert.ok(byProgrammes > 10 && byFillings > 5, `${byProgrammes} and ${byFillings}`)
})
