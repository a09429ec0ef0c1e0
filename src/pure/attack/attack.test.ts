import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openSolver } from '#kit/solver/highs.ts'
import { chance } from '#pure/suppression/improve.ts'
import { randomTable, reference } from '#pure/suppression/testing.ts'
import { attack } from './attack.ts'
import { FaultyTable, readTable } from './table.ts'

const solver = await openSolver()
const how = { left: () => 1000, wholeNumbers: false, who: null, everybody: false }
const ask = (table: unknown, suppressed: unknown, more: object = {}) =>
  attack(readTable(table, suppressed), solver, { ...how, ...more })!
const sum = (whole: string, parts: string[]) => ({
  terms: { [whole]: -1, ...Object.fromEntries(parts.map((part) => [part, 1])) },
  equals: 0,
})

test('Published example (a row of three): one hidden cell alone is known, two hold each other', () => {
  const cells = [
    { id: 't', value: 10 },
    { id: 'a', value: 2, sensitive: { below: 1, above: 1 } },
    { id: 'b', value: 3 },
    { id: 'c', value: 5 },
  ]
  const table = { cells, equations: [sum('t', ['a', 'b', 'c'])] }
  assert.deepEqual(ask(table, ['a']).cells, [{ id: 'a', low: 2, high: 2, protected: false }])
  assert.deepEqual(ask(table, ['a', 'b']).cells, [
    { id: 'a', low: 0, high: 5, protected: true },
    { id: 'b', low: 0, high: 5, protected: true },
  ])
})

test('Two releases with different patterns open what each alone protects', () => {
  const cells = ['a', 'b', 'c'].map((id, at) => ({
    id,
    value: at + 2,
    ...(id === 'a' ? { sensitive: { below: 1, above: 1 } } : {}),
  }))
  const table = { cells: [{ id: 't', value: 9 }, ...cells], equations: [sum('t', ['a', 'b', 'c'])] }
  const first = { ...table, suppressed: ['a', 'b'] }
  const second = { ...table, suppressed: ['a', 'c'] }
  assert.equal(ask([first], undefined).protected, true)
  assert.equal(ask([second], undefined).protected, true)
  assert.deepEqual(ask([first, second], undefined).cells, [{ id: 'a', low: 2, high: 2, protected: false }])
})

test('A contributor who gave one of two hidden values knows the other', () => {
  const cells = [
    { id: 't', value: 9 },
    { id: 'a', value: 2, sensitive: { below: 1, above: 1 }, contributors: { North: 2 } },
    { id: 'b', value: 3, contributors: { South: 3 } },
    { id: 'c', value: 4, contributors: { North: 4 } },
  ]
  const table = { cells, equations: [sum('t', ['a', 'b', 'c'])] }
  assert.equal(ask(table, ['a', 'b']).protected, true)
  assert.equal(ask(table, ['a', 'b'], { who: 'South' }).protected, false)
  const [a] = ask(table, ['a', 'b'], { everybody: true }).cells
  assert.deepEqual([a!.low, a!.high, a!.protected, a!.by], [2, 2, false, 'South'])
})

test('Whoever once gave a figure knows it, also where a later release of the same figure names somebody else', () => {
  const release = (giver: string) => ({
    cells: [
      { id: 't', value: 5 },
      { id: 'a', value: 2, sensitive: { below: 1, above: 1 } },
      { id: 'b', value: 3, contributors: { [giver]: 3 } },
    ],
    equations: [sum('t', ['a', 'b'])],
    suppressed: ['a', 'b'],
  })
  const opened = (who: string) =>
    ask([release('X'), release('Y')], undefined, { who }).cells.flatMap((cell) => (cell.protected ? [] : [cell.id]))
  assert.deepEqual(opened('Z'), [])
  assert.deepEqual(opened('Y'), ['a'])
  assert.deepEqual(opened('X'), ['a'])
})

test('Oracle: the whole-number interval of every hidden cell is that of all whole-number fillings', () => {
  fc.assert(
    fc.property(fc.nat(1e6), (seed) => {
      const random = chance(seed + 1)
      const { fine } = randomTable(seed, 2, 3)
      const table = {
        cells: fine.cells.filter(({ id }) => !id.startsWith('a0+')),
        equations: fine.equations.slice(0, -4),
      }
      const inner = table.cells.filter(({ id }) => !id.includes('*'))
      const hidden = new Set(inner.filter(() => random() < 0.7).map(({ id }) => id))
      if (hidden.size === 0) return
      const value = new Map(table.cells.map((cell) => [cell.id, cell.value]))
      const seen = new Map<string, [number, number]>()
      const free = [...hidden]
      const most = free.map((id) => Math.min(value.get(`${id.split('/')[0]}/*`)!, value.get(`*/${id.split('/')[1]}`)!))
      const fill = (at: number) => {
        if (at < free.length) {
          const before = value.get(free[at]!)!
          for (let one = 0; one <= most[at]!; one += 1) {
            value.set(free[at]!, one)
            fill(at + 1)
          }
          value.set(free[at]!, before)
          return
        }
        if (
          !table.equations.every(
            ({ terms }) => Object.entries(terms).reduce((total, [id, by]) => total + by * value.get(id)!, 0) === 0,
          )
        )
          return
        for (const id of free) {
          const [low, high] = seen.get(id) ?? [Infinity, -Infinity]
          seen.set(id, [Math.min(low, value.get(id)!), Math.max(high, value.get(id)!)])
        }
      }
      fill(0)
      for (const { id, low, high } of ask(table, free, { wholeNumbers: true }).cells)
        assert.deepEqual([low, high], seen.get(id))
    }),
    { numRuns: 12, seed: 4 },
  )
})

test('Reference: over two releases of merged and single areas, the interval is that of the textbook programme', () => {
  for (let seed = 1; seed <= 6; seed += 1) {
    const random = chance(seed * 31)
    const { coarse, fine } = randomTable(seed)
    const pick = (ids: string[]) => ids.filter((id) => !id.includes('*') && random() < 0.6)
    const one = { ...coarse, suppressed: pick(coarse.cells.map(({ id }) => id)) }
    const shared = new Set(coarse.cells.map(({ id }) => id))
    const two = { ...fine, suppressed: pick(fine.cells.map(({ id }) => id)) }
    const hidden = new Set(
      [...one.suppressed, ...two.suppressed].filter(
        (id) =>
          (!shared.has(id) || one.suppressed.includes(id)) &&
          (!fine.cells.some((cell) => cell.id === id) || two.suppressed.includes(id)),
      ),
    )
    const { cells } = ask([one, two], undefined)
    assert.deepEqual(cells.map(({ id }) => id).sort(), [...hidden].sort())
    for (const { id, low, high } of cells) {
      const [least, most] = reference([one, two], hidden, id, false)
      assert.ok(
        Math.abs(low! - least) < 1e-6 && Math.abs(high! - most) < 1e-6,
        `${seed} ${id}: ${low}–${high}, ${least}–${most}`,
      )
    }
  }
})

test('A corrected figure is another figure: what was published of the first says nothing about the second, what was kept back stays protected', () => {
  const cells = (a: number) => [
    { id: 't', value: a + 7 },
    { id: 'a', value: a, sensitive: { below: 1, above: 1 } },
    { id: 'b', value: 3 },
    { id: 'c', value: 4 },
  ]
  const equations = [sum('t', ['a', 'b', 'c'])]
  const release = (a: number, suppressed: string[]) => ({ cells: cells(a), equations, suppressed })
  const both = ask([release(2, ['a', 'b']), release(1, ['a', 'b'])], undefined)
  // b holds both: of five in the first it leaves at least one, because it is at most four in the second.
  assert.deepEqual(both.cells, [
    { id: 'a · 1', low: 1, high: 5, protected: true },
    { id: 'b', low: 0, high: 4, protected: true },
    { id: 'a', low: 0, high: 4, protected: true },
  ])
  // The second release shows b, which is the same figure in both.
  const opened = ask([release(2, ['a', 'b']), release(1, ['a', 'c'])], undefined)
  assert.deepEqual(
    opened.cells.map(({ id, low, high }) => [id, low, high]),
    [
      ['a · 1', 2, 2],
      ['a', 1, 1],
    ],
  )
})

test('Input that is wrong is named with its place', () => {
  const good = {
    cells: [
      { id: 'a', value: 1 },
      { id: 't', value: 1 },
    ],
    equations: [{ terms: { a: 1, t: -1 }, equals: 0 }],
  }
  const fault = (table: unknown, suppressed?: unknown) => {
    try {
      readTable(table, suppressed)
      return 'none'
    } catch (error) {
      assert.ok(error instanceof FaultyTable)
      return error.code
    }
  }
  assert.equal(fault(good), 'none')
  assert.equal(fault(7), 'no-table')
  assert.equal(fault({ ...good, cells: 7 }), 'no-cells')
  assert.equal(fault({ cells: [{ id: 'a', value: Number.NaN }] }), 'bad-number')
  assert.equal(
    fault({
      cells: [
        { id: 'a', value: 1 },
        { id: 'a', value: 1 },
      ],
    }),
    'twice',
  )
  assert.equal(fault({ cells: [{ id: 'a', value: 1, cost: -1 }] }), 'bad-cost')
  assert.equal(fault({ cells: [{ id: 'a', value: 1, max: 0 }] }), 'outside')
  assert.equal(fault({ cells: [{ id: 'a', value: 1, sensitive: { below: -1 } }] }), 'bad-sensitive')
  assert.equal(fault({ ...good, equations: [{ terms: { b: 1 }, equals: 0 }] }), 'unknown-id')
  assert.equal(fault({ ...good, equations: [{ terms: { a: 1, t: 1 }, equals: 0 }] }), 'unbalanced')
  assert.equal(fault(good, ['z']), 'unknown-suppressed')
})
