// On how many shortest paths between two others a node lies. Exact, after U. Brandes, "A Faster Algorithm for Betweenness Centrality",
// Journal of Mathematical Sociology 25(2), 2001: one search from each node, then the shares are added up backwards.
import type { Graph } from './graph.ts'

type Search = { order: number[]; paths: Float64Array; before: number[][] }

/** Every step is one long. */
function breadthFirst({ size, around }: Graph, from: number): Search {
  const order = [from]
  const paths = new Float64Array(size)
  const distance = new Int32Array(size).fill(-1)
  const before: number[][] = Array.from({ length: size }, () => [])
  paths[from] = 1
  distance[from] = 0
  for (let at = 0; at < order.length; at += 1) {
    const node = order[at]!
    for (const { to } of around[node]!) {
      if (distance[to] === -1) {
        distance[to] = distance[node]! + 1
        order.push(to)
      }
      if (distance[to] === distance[node]! + 1) {
        paths[to]! += paths[node]!
        before[to]!.push(node)
      }
    }
  }
  return { order, paths, before }
}

/** Sums of 1/weight in another order differ in their last digits; such lengths are the same. */
const same = (a: number, b: number) => Math.abs(a - b) < 1e-9

/** A step is the shorter the more ties it has: its length is 1/weight (Dijkstra with a binary heap). */
function byStrength({ size, around }: Graph, from: number): Search {
  const order: number[] = []
  const paths = new Float64Array(size)
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const done = new Uint8Array(size)
  const before: number[][] = Array.from({ length: size }, () => [])
  const heap: [number, number][] = []
  const push = (length: number, node: number) => {
    let at = heap.push([length, node]) - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      if (heap[up]![0] <= heap[at]![0]) break
      ;[heap[up], heap[at]] = [heap[at]!, heap[up]!]
      at = up
    }
  }
  const pop = (): number | undefined => {
    const top = heap[0]
    const last = heap.pop()
    if (!top || !last) return undefined
    if (heap.length > 0) {
      heap[0] = last
      for (let at = 0; ; ) {
        const left = 2 * at + 1
        let least = at
        if (left < heap.length && heap[left]![0] < heap[least]![0]) least = left
        if (left + 1 < heap.length && heap[left + 1]![0] < heap[least]![0]) least = left + 1
        if (least === at) break
        ;[heap[least], heap[at]] = [heap[at]!, heap[least]!]
        at = least
      }
    }
    return top[1]
  }
  paths[from] = 1
  distance[from] = 0
  push(0, from)
  for (let node = pop(); node !== undefined; node = pop()) {
    if (done[node]) continue
    done[node] = 1
    order.push(node)
    for (const { to, weight } of around[node]!) {
      if (done[to]) continue
      const length = distance[node]! + 1 / weight
      const equal = same(length, distance[to]!)
      if (!equal && length > distance[to]!) continue
      if (!equal) {
        distance[to] = length
        paths[to] = 0
        before[to] = []
        push(length, to)
      }
      paths[to]! += paths[node]!
      before[to]!.push(node)
    }
  }
  return { order, paths, before }
}

/** For each node the number of pairs of others whose shortest path leads over it; several equally short paths share the pair. */
export function betweenness(graph: Graph, options: { weighted?: boolean } = {}): number[] {
  const search = options.weighted ? byStrength : breadthFirst
  const between = new Float64Array(graph.size)
  for (let from = 0; from < graph.size; from += 1) {
    const { order, paths, before } = search(graph, from)
    const share = new Float64Array(graph.size)
    for (let at = order.length - 1; at > 0; at -= 1) {
      const node = order[at]!
      for (const earlier of before[node]!) share[earlier]! += (paths[earlier]! / paths[node]!) * (1 + share[node]!)
      between[node]! += share[node]!
    }
  }
  // Each pair was met from both of its ends.
  return [...between].map((value) => value / 2)
}

/** As a share of all pairs of others, between 0 and 1. */
export const shareOfPairs = (value: number, size: number): number =>
  size < 3 ? 0 : value / (((size - 1) * (size - 2)) / 2)
