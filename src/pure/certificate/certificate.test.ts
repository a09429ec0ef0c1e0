import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openSolver } from '#kit/solver/highs.ts'
import { attack } from '#pure/attack/attack.ts'
import { readTable, type TableSystem } from '#pure/attack/table.ts'
import { suppress } from '#pure/suppression/suppress.ts'
import { randomTable } from '#pure/suppression/testing.ts'
import { canonical, certificateOf, faultsOf, fillingOf, type PublicTable, publicView } from './certificate.ts'

const solver = await openSolver()
const nobody = { left: () => 60, wholeNumbers: false, who: null, everybody: false }
const method = { name: 'test', version: '0', seed: 1, wholeNumbers: false, threshold: null }

/** A random table with a history, protected, and what anybody sees of it. */
function released(seed: number): { system: TableSystem; view: PublicTable; hidden: string[] } {
  const { coarse, fine } = randomTable(seed)
  const wishes = { left: () => 20, seconds: 2, wholeNumbers: false, seed: 1 }
  const first = suppress(readTable(coarse), solver, wishes)
  const both = { ...fine, history: [{ ...coarse, suppressed: [...first.suppressed] }] }
  const second = suppress(readTable(both), solver, wishes)
  const system = readTable(both, second.suppressed)
  const view = publicView(system)
  return { system, view, hidden: view.cells.flatMap(({ id, value }) => (value === undefined ? [id] : [])) }
}
const seeds = [3, 8, 21]

test('what is hidden does not matter: from any filling that fits, the attacker knows the same of every hidden cell', () => {
  let hiddenCells = 0
  for (const seed of seeds) {
    const { system, view, hidden } = released(seed)
    const filled = fillingOf(view, solver, 10)
    assert.ok(filled)
    const value = new Map(filled.map((cell) => [cell.id, cell.value]))
    for (const { terms, equals } of view.equations) {
      const sum = Object.entries(terms).reduce((total, [id, by]) => total + by * value.get(id)!, 0)
      assert.ok(Math.abs(sum - equals) < 1e-6, 'the filling obeys every sum')
    }
    for (const { id, min = -Infinity, max = Infinity } of view.cells)
      assert.ok(value.get(id)! >= min && value.get(id)! <= max, 'and every bound')
    const truth = attack(system, solver, nobody)!
    const again = attack(readTable({ cells: filled, equations: view.equations }, hidden), solver, nobody)!
    assert.deepEqual(faultsOf(truth.cells, again.cells), [])
    hiddenCells += hidden.length
  }
  assert.ok(hiddenCells > 10, 'there was something to hide')
})

test('nothing of a hidden value is in the released table or its certificate', () => {
  const { system, view, hidden } = released(3)
  const certificate = certificateOf(view, attack(system, solver, nobody)!, { sha256: '', method, contributors: 0 })
  const of = new Set(hidden)
  // Other hidden values, the same public ones: the same papers.
  const filled = fillingOf(view, solver, 10)!
  assert.ok(filled.some(({ id, value }) => of.has(id) && value !== system.value[system.ids.indexOf(id)]))
  const other = readTable({ cells: filled, equations: view.equations }, hidden)
  assert.equal(canonical(publicView(other)), canonical(view))
  const same = certificateOf(view, attack(other, solver, nobody)!, { sha256: '', method, contributors: 0 })
  assert.deepEqual(faultsOf(certificate.attack.known, same.attack.known), [])
  assert.equal(certificate.hidden, hidden.length)
  assert.ok(certificate.attack.narrowest! > 0)
})

test('one table has one text, whatever the order; another table has another', () => {
  const { view } = released(8)
  const shuffled = (seed: number): PublicTable => {
    const order = <T>(list: readonly T[]) => {
      const [all] = fc.sample(fc.shuffledSubarray([...list], { minLength: list.length }), { numRuns: 1, seed })
      return all!
    }
    return {
      cells: order(view.cells),
      equations: order(view.equations).map(({ terms, equals }) => ({
        equals,
        terms: Object.fromEntries(order(Object.entries(terms))),
      })),
    }
  }
  for (const seed of [1, 2, 3]) assert.equal(canonical(shuffled(seed)), canonical(view))
  const shown = view.cells.findIndex(({ value }) => value !== undefined)
  const hiddenAt = view.cells.findIndex(({ value }) => value === undefined)
  const changed = (at: number, more: object) => ({
    ...view,
    cells: view.cells.map((cell, n) => (n === at ? { ...cell, ...more } : cell)),
  })
  for (const other of [
    changed(shown, { value: view.cells[shown]!.value! + 1 }),
    changed(hiddenAt, { value: 1 }),
    changed(hiddenAt, { max: 7 }),
    { ...view, equations: view.equations.slice(1) },
    { ...view, equations: view.equations.map((one, n) => (n === 0 ? { ...one, equals: 1 } : one)) },
  ])
    assert.notEqual(canonical(other), canonical(view))
})

test('a certificate that says another interval, one cell more or one less is found out', () => {
  const known = [
    { id: 'a', low: 0, high: 4 },
    { id: 'b', low: 1, high: null },
  ]
  assert.deepEqual(faultsOf(known, [...known].reverse()), [])
  assert.deepEqual(
    faultsOf(known, [{ id: 'a', low: 0, high: 3 }, known[1]!]).map(({ id }) => id),
    ['a'],
  )
  assert.deepEqual(
    faultsOf(known, [known[0]!, { id: 'b', low: 1, high: 9 }]).map(({ id }) => id),
    ['b'],
  )
  assert.deepEqual(
    faultsOf(known, [known[0]!]).map(({ id }) => id),
    ['b'],
  )
  assert.deepEqual(
    faultsOf([known[0]!], known).map(({ id }) => id),
    ['b'],
  )
})

test('a table that contradicts itself has no filling', () => {
  const equations = [{ terms: { a: 1, b: 1 }, equals: 5 }]
  const cells = [
    { id: 'a', min: 0, max: 2 },
    { id: 'b', min: 0, max: 2 },
  ]
  assert.equal(fillingOf({ cells, equations }, solver, 5), null)
})
