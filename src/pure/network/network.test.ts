// The measures of the network against a published example, against brute force on random graphs, and by their properties.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { betweenness, shareOfPairs } from './betweenness.ts'
import { cuts } from './cuts.ts'
import { components, type Edge, type Graph, graphOf } from './graph.ts'
import { boxOf, placeLabels } from './labels.ts'
import { layout } from './layout.ts'
import { overlaps } from './overlap.ts'

/** Marriages of the families of Florence: J. F. Padgett and C. K. Ansell (1993), as collected with R. Breiger and P. Pattison (1986). */
const marriages =
  'Acciaiuoli-Medici Castellani-Peruzzi Castellani-Strozzi Castellani-Barbadori Medici-Barbadori Medici-Ridolfi Medici-Tornabuoni Medici-Albizzi Medici-Salviati Salviati-Pazzi Peruzzi-Strozzi Peruzzi-Bischeri Strozzi-Ridolfi Strozzi-Bischeri Ridolfi-Tornabuoni Tornabuoni-Guadagni Albizzi-Ginori Albizzi-Guadagni Bischeri-Guadagni Guadagni-Lamberteschi'
    .split(' ')
    .map((pair) => pair.split('-') as [string, string])
const families = [...new Set(marriages.flat())].sort()
const florence = graphOf(
  families.length,
  marriages.map(([a, b]) => ({ a: families.indexOf(a), b: families.indexOf(b), weight: 1 })),
)

test('the families of Florence: betweenness as published, the Medici between half of all others', () => {
  const published: Record<string, number> = {
    Medici: 0.521978,
    Guadagni: 0.254579,
    Albizzi: 0.212454,
    Salviati: 0.142857,
    Ridolfi: 0.113553,
    Bischeri: 0.104396,
    Strozzi: 0.102564,
    Barbadori: 0.093407,
    Tornabuoni: 0.091575,
    Castellani: 0.054945,
    Peruzzi: 0.021978,
  }
  const found = betweenness(florence).map((value) => shareOfPairs(value, families.length))
  for (const [at, family] of families.entries())
    assert.ok(Math.abs(found[at]! - (published[family] ?? 0)) < 1e-5, `${family}: ${found[at]}`)
  // All weights alike: strength changes nothing.
  assert.deepEqual(
    betweenness(florence, { weighted: true }).map((value) => value.toFixed(9)),
    betweenness(florence).map((value) => value.toFixed(9)),
  )
})

test('the families of Florence: without the Medici, Acciaiuoli stands alone and Pazzi hangs on Salviati', () => {
  const { bridges, nodes } = cuts(florence)
  const names = (edge: number) =>
    [florence.edges[edge]!.a, florence.edges[edge]!.b]
      .map((node) => families[node])
      .sort()
      .join('-')
  assert.deepEqual(bridges.map(names).sort(), [
    'Acciaiuoli-Medici',
    'Albizzi-Ginori',
    'Guadagni-Lamberteschi',
    'Medici-Salviati',
    'Pazzi-Salviati',
  ])
  assert.deepEqual(
    nodes.map((node) => families[node]),
    ['Albizzi', 'Guadagni', 'Medici', 'Salviati'],
  )
})

/** Small graphs with strengths from 1 to 3. */
const graphs = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.tuple(
      fc.constant(size),
      fc.array(
        fc.record({ a: fc.nat(size - 1), b: fc.nat(size - 1), weight: fc.constantFrom(1, 2, 4) }) as fc.Arbitrary<Edge>,
        { maxLength: 16 },
      ),
    ),
  )
  .map(([size, edges]) => graphOf(size, edges))

/** Every path without a repeated node, walked one by one. */
function allPaths(graph: Graph, from: number, to: number, weighted: boolean): { length: number; over: number[] }[] {
  const found: { length: number; over: number[] }[] = []
  const walk = (path: number[], length: number) => {
    const node = path.at(-1)!
    if (node === to) return void found.push({ length, over: path.slice(1, -1) })
    for (const step of graph.around[node]!)
      if (!path.includes(step.to)) walk([...path, step.to], length + (weighted ? 1 / step.weight : 1))
  }
  walk([from], 0)
  return found
}
function bruteForce(graph: Graph, weighted: boolean): number[] {
  const between = new Array<number>(graph.size).fill(0)
  for (let from = 0; from < graph.size; from += 1)
    for (let to = from + 1; to < graph.size; to += 1) {
      const paths = allPaths(graph, from, to, weighted)
      const least = Math.min(...paths.map((path) => path.length))
      const shortest = paths.filter((path) => path.length - least < 1e-9)
      for (const { over } of shortest) for (const node of over) between[node]! += 1 / shortest.length
    }
  return between
}

for (const weighted of [false, true])
  test(`betweenness ${weighted ? 'by strength' : 'by steps'} is what walking every path finds`, () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const found = betweenness(graph, { weighted })
        for (const [node, value] of bruteForce(graph, weighted).entries())
          assert.ok(Math.abs(found[node]! - value) < 1e-6)
      }),
      { numRuns: 150 },
    )
  })

const parts = (graph: Graph, without = -1) => new Set(components(graph, without).filter((part) => part >= 0)).size

test('a bridge or a node that holds together is exactly what splits a part when it is taken away', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const { bridges, nodes } = cuts(graph)
      const whole = parts(graph)
      for (const edge of graph.edges.keys()) {
        const left = graphOf(
          graph.size,
          graph.edges.filter((_, at) => at !== edge),
        )
        assert.equal(bridges.includes(edge), parts(left) > whole)
      }
      for (let node = 0; node < graph.size; node += 1) {
        const alone = graph.around[node]!.length === 0
        assert.equal(nodes.includes(node), !alone && parts(graph, node) > whole)
      }
    }),
    { numRuns: 300 },
  )
})

test('a chain of a hundred thousand is no problem, and all between its ends hold it together', () => {
  const size = 100_000
  const chain = graphOf(
    size,
    Array.from({ length: size - 1 }, (_, a) => ({ a, b: a + 1, weight: 1 })),
  )
  const { bridges, nodes } = cuts(chain)
  assert.deepEqual([bridges.length, nodes.length], [size - 1, size - 2])
})

test('several ties between two are one edge that is stronger, and nobody is tied to itself', () => {
  const graph = graphOf(3, [
    { a: 1, b: 0, weight: 1 },
    { a: 0, b: 1, weight: 2 },
    { a: 2, b: 2, weight: 1 },
  ])
  assert.deepEqual(graph.edges, [{ a: 0, b: 1, weight: 3 }])
  assert.deepEqual(components(graph), [0, 0, 1])
})

test('the way over the stronger ties is the shorter one', () => {
  // 0–1 directly but loosely; 0–2–1 with three ties each.
  const graph = graphOf(3, [
    { a: 0, b: 1, weight: 1 },
    { a: 0, b: 2, weight: 3 },
    { a: 2, b: 1, weight: 3 },
  ])
  assert.deepEqual(betweenness(graph), [0, 0, 0])
  assert.deepEqual(betweenness(graph, { weighted: true }), [0, 0, 1])
})

test('the same network always has the same places, inside the field and none twice', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const field = { width: 600, height: 400, margin: 20 }
      const places = layout(graph, field)
      assert.deepEqual(layout(graph, field), places)
      for (const { x, y } of places) assert.ok(x >= 19.9 && x <= 580.1 && y >= 19.9 && y <= 380.1, `${x} ${y}`)
      assert.equal(new Set(places.map(({ x, y }) => `${x} ${y}`)).size, graph.size)
    }),
    { numRuns: 60 },
  )
})

test('neighbours lie closer than strangers', () => {
  const places = layout(florence, { width: 800, height: 600 })
  const apart = (a: number, b: number) => Math.hypot(places[a]!.x - places[b]!.x, places[a]!.y - places[b]!.y)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const tied = florence.edges.map(({ a, b }) => apart(a, b))
  const all = families.flatMap((_, a) => families.slice(a + 1).map((__, b) => apart(a, a + 1 + b)))
  assert.ok(mean(tied) < mean(all) * 0.7, `${mean(tied)} of ${mean(all)}`)
})

test('names cover neither each other nor foreign points, and whoever is first has a place', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const field = { width: 420, height: 300 }
      const places = layout(graph, { ...field, margin: 40 })
      const names = places.map((_, n) => 'Landkreis'.padEnd(9 + n, 'x'))
      const labels = placeLabels(places, names, field, [graph.size - 1])
      const boxes = labels.flatMap((label, n) => (label ? [{ n, ...boxOf(label, names[n]!) }] : []))
      for (const [at, a] of boxes.entries()) {
        for (const b of boxes.slice(at + 1))
          assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top)
        for (const [n, { x, y }] of places.entries())
          assert.ok(n === a.n || x <= a.left || x >= a.right || y <= a.top || y >= a.bottom)
      }
      assert.deepEqual(placeLabels(places, names, field, [graph.size - 1]), labels)
    }),
    { numRuns: 100 },
  )
  assert.deepEqual(
    placeLabels([{ x: 50, y: 50 }], ['Landkreis'], { width: 20, height: 20 }),
    [null],
    'no room, no name',
  )
})

test('bodies overlap when most members and a subject are the same, and only then', () => {
  const a = { id: 'a', members: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], topics: ['care', 'housing'] }
  const b = { id: 'b', members: ['1', '2', '3', '4', '5', '6', '7', '10', '11'], topics: ['care'] }
  assert.deepEqual(overlaps([a, b]), [
    { a: 'a', b: 'b', shared: ['1', '2', '3', '4', '5', '6', '7'], of: 9, topics: ['care'] },
  ])
  assert.deepEqual(overlaps([a, { ...b, topics: ['youth'] }]), [], 'other subjects')
  assert.deepEqual(overlaps([a, { ...b, members: ['1', '2', '3', '20', '21'] }]), [], 'three of five')
  assert.deepEqual(overlaps([a, { ...b, members: ['1', '2'] }]), [], 'too few to say anything')
})
