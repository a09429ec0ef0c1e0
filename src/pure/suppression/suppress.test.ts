import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { openSolver } from '#kit/solver/highs.ts'
import { attack, hiddenOf } from '#pure/attack/attack.ts'
import { readTable } from '#pure/attack/table.ts'
import { suppress } from './suppress.ts'
import { Unprotectable } from './targets.ts'
import { randomTable, reference, type TestTable } from './testing.ts'
import { FaultyRows, tidyTable } from './tidy.ts'

const solver = await openSolver()
/** So many questions to the clock may be asked: the same on every machine. */
const steps = (count: number) => {
  let asked = 0
  const left = () => {
    asked += 1
    return asked <= count ? 100 : 0
  }
  return { left, seconds: 1, wholeNumbers: false, seed: 1 }
}
const sum = (whole: string, parts: string[]) => ({
  terms: { [whole]: -1, ...Object.fromEntries(parts.map((part) => [part, 1])) },
  equals: 0,
})

/** Publishes the coarse release, then the fine one with the coarse one as its history. Null where the figures cannot be protected at all. */
function publish(seed: number, wholeNumbers: boolean, patience: number) {
  const { coarse, fine } = randomTable(seed)
  const first = suppress(readTable(coarse), solver, { ...steps(patience), wholeNumbers })
  const known = { ...coarse, suppressed: [...first.suppressed] }
  const table: TestTable = { ...fine, history: [known] }
  const second = suppress(readTable(table), solver, { ...steps(patience), wholeNumbers })
  return { known, table, first, second }
}

const rounds = Number(process.env.NAHTSTELLE_LONG_ROUNDS ?? 25)

test('Theorem: no suppressed cell can be bounded tighter than its protection interval, over all releases together', () => {
  let published = 0
  for (let seed = 1; seed <= rounds; seed += 1) {
    try {
      const patience = [3, 40, 2000][seed % 3]!
      const { known, table, second } = publish(seed, seed % 2 === 0, patience)
      assert.equal(second.protected, true)
      const releases = [known, { cells: table.cells, equations: table.equations, suppressed: [...second.suppressed] }]
      const system = readTable(releases)
      const hiddenAt = hiddenOf(system)
      const hidden = new Set(system.ids.filter((_, at) => hiddenAt[at] === 1))
      for (const { id, value, sensitive } of releases.flatMap((release) => release.cells)) {
        if (!sensitive) continue
        assert.ok(hidden.has(id), `${seed}: ${id} is published`)
        const [low, high] = reference(releases, hidden, id, seed % 2 === 0)
        assert.ok(low <= value - sensitive.below + 1e-6, `${seed}: ${id} is at least ${low}`)
        assert.ok(high >= value + sensitive.above - 1e-6, `${seed}: ${id} is at most ${high}`)
      }
      published += 1
    } catch (error) {
      if (!(error instanceof Unprotectable)) throw error
    }
  }
  assert.ok(published > rounds / 2, `only ${published} of ${rounds} tables could be published`)
})

test('Theorem: the bound is never above the cost, and the cost never above that of a shorter search', () => {
  for (let seed = 1; seed <= 6; seed += 1) {
    const table = readTable(randomTable(seed, 4, 3).coarse)
    const [short, long] = [2, 4000].map((count) => suppress(table, solver, steps(count)))
    assert.ok(long!.bound! <= long!.cost + 1e-6)
    assert.ok(long!.cost <= short!.cost + 1e-6)
    assert.ok(short!.protected && long!.protected)
  }
})

test('Oracle: with time enough the cost is the least of all protected patterns', () => {
  for (let seed = 1; seed <= 4; seed += 1) {
    const { coarse } = randomTable(seed, 3, 2)
    const system = readTable(coarse)
    const found = suppress(system, solver, steps(20_000))
    const primary = coarse.cells.filter(({ sensitive }) => sensitive).map(({ id }) => id)
    const others = coarse.cells.filter(({ sensitive }) => !sensitive)
    let least = Infinity
    for (let choice = 0; choice < 2 ** others.length; choice += 1) {
      const more = others.filter((_, at) => (choice >> at) & 1)
      const cost = [...more, ...coarse.cells.filter(({ sensitive }) => sensitive)].reduce(
        (total, { value }) => total + Math.max(1, value),
        0,
      )
      if (cost >= least) continue
      const tried = attack(readTable(coarse, [...primary, ...more.map(({ id }) => id)]), solver, {
        left: () => 100,
        wholeNumbers: false,
        who: null,
        everybody: false,
      })
      if (tried!.protected) least = cost
    }
    assert.equal(found.cost, least, `seed ${seed}`)
    assert.ok(Math.abs(found.bound! - least) < 1e-6, `seed ${seed}: bound ${found.bound}`)
  }
})

test('A lone contributor of a secondary cell does not undo it: a costlier cell is kept back instead', () => {
  const cells = [
    { id: 't', value: 30 },
    { id: 'a', value: 2, sensitive: { below: 1, above: 1 }, contributors: { North: 2 } },
    { id: 'b', value: 3, contributors: { South: 3 } },
    { id: 'c', value: 25, contributors: { North: 12, South: 13 } },
  ]
  const table = { cells, equations: [sum('t', ['a', 'b', 'c'])] }
  const { suppressed } = suppress(readTable(table), solver, steps(500))
  const tried = attack(readTable(table, suppressed), solver, {
    left: () => 100,
    wholeNumbers: false,
    who: null,
    everybody: true,
  })
  assert.equal(tried!.protected, true)
  assert.deepEqual(suppressed, ['a', 'c'])
  const anonymous = { ...table, cells: cells.map(({ contributors: _, ...cell }) => cell) }
  assert.deepEqual(suppress(readTable(anonymous), solver, steps(500)).suppressed, ['a', 'b'])
})

test('What nothing can protect is named: published before, or held by its bounds', () => {
  const cells = [
    { id: 't', value: 5 },
    { id: 'a', value: 2, sensitive: { below: 1, above: 1 } },
    { id: 'b', value: 3, min: 3, max: 3 },
  ]
  const table = { cells, equations: [sum('t', ['a', 'b'])] }
  const refused = (input: unknown) => {
    try {
      suppress(readTable(input), solver, steps(500))
      return null
    } catch (error) {
      assert.ok(error instanceof Unprotectable)
      return [error.id, error.why]
    }
  }
  assert.deepEqual(refused({ ...table, history: [{ cells: [cells[0]], equations: [], suppressed: [] }] }), [
    'a',
    'exposed',
  ])
  assert.deepEqual(refused({ ...table, history: [{ ...table, suppressed: [] }] }), ['a', 'published'])
})

test('Counts become a table with all margins; small ones are primary, and wrong rows are named', () => {
  const wishes = {
    dimensions: ['area', 'sex'],
    count: 'n',
    threshold: 3,
    contributor: null,
    trees: new Map([
      [
        'area',
        [
          ['A', 'North'],
          ['B', 'North'],
        ],
      ],
    ]),
  }
  const rows = [
    ['area', 'sex', 'n'],
    ['A', 'f', '2'],
    ['A', 'm', '5'],
    ['B', 'f', '7'],
    ['C', 'm', '1'],
  ]
  const { cells, equations } = tidyTable(rows, wishes)
  const value = (...groups: string[]) => cells.find((cell) => cell.groups.join() === groups.join())!.value
  assert.equal(cells.length, 5 * 3)
  assert.deepEqual([value('*', '*'), value('North', '*'), value('North', 'f'), value('C', 'f')], [15, 14, 9, 0])
  assert.deepEqual(
    cells.filter(({ sensitive }) => sensitive).map(({ groups }) => groups.join()),
    ['C,*', 'C,m', 'A,f'],
  )
  assert.equal(equations.length, 2 * 3 + 5)
  readTable({ cells, equations })
  const fault = (more: string[][], other: object = {}) => {
    try {
      tidyTable([...rows, ...more], { ...wishes, ...other })
      return 'none'
    } catch (error) {
      assert.ok(error instanceof FaultyRows)
      return `${error.code} ${Object.values(error.at)[0]}`
    }
  }
  assert.equal(fault([['A', 'f', '-1']]), 'bad-count 6')
  assert.equal(fault([['North', 'f', '1']]), 'not-finest 6')
  assert.equal(fault([['*', 'f', '1']]), 'star 6')
  assert.equal(fault([['', 'f', '1']]), 'no-value 6')
  assert.equal(fault([], { count: 'm' }), 'no-column m')
  assert.equal(
    fault([], {
      trees: new Map([
        [
          'area',
          [
            ['A', 'B'],
            ['B', 'A'],
          ],
        ],
      ]),
    }),
    'circle A',
  )
})

const library = join(process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data', 'benchmarks/suppression')
test('Library: TABLE8 by count has its proven optimum of 6 cells', { skip: !existsSync(library) }, () => {
  const raw = JSON.parse(gunzipSync(readFileSync(join(library, 'TABLE8.json.gz'))).toString())
  for (const cell of raw.cells) cell.cost = 1
  const found = suppress(readTable(raw), solver, { ...steps(3000), seconds: 100 })
  assert.deepEqual([found.cost, found.bound, found.protected], [6, 6, true])
})
