// An undirected graph of numbered nodes with weighted edges, as the measures of the network read it.

/** `weight`: how many ties two nodes have; the more, the closer. */
export type Edge = { a: number; b: number; weight: number }
export type Neighbour = { to: number; weight: number; edge: number }
export type Graph = { size: number; edges: readonly Edge[]; around: readonly (readonly Neighbour[])[] }

/** Edges between the same two nodes are added up; an edge from a node to itself is none. */
export function graphOf(size: number, edges: readonly Edge[]): Graph {
  const joined = new Map<number, Edge>()
  for (const { a, b, weight } of edges) {
    if (a === b) continue
    const [low, high] = a < b ? [a, b] : [b, a]
    const key = low * size + high
    const there = joined.get(key)
    joined.set(key, { a: low, b: high, weight: (there?.weight ?? 0) + weight })
  }
  const all = [...joined.values()].sort((one, other) => one.a - other.a || one.b - other.b)
  const around: Neighbour[][] = Array.from({ length: size }, () => [])
  for (const [edge, { a, b, weight }] of all.entries()) {
    around[a]!.push({ to: b, weight, edge })
    around[b]!.push({ to: a, weight, edge })
  }
  return { size, edges: all, around }
}

/** Which part of the graph each node belongs to, counted from 0 in the order of its first node; `without`: as if this node were not there (−1). */
export function components({ size, around }: Graph, without = -1): number[] {
  const part = new Array<number>(size).fill(-1)
  let next = 0
  for (let start = 0; start < size; start += 1) {
    if (part[start] !== -1 || start === without) continue
    const waiting = [start]
    part[start] = next
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
      for (const { to } of around[node]!)
        if (to !== without && part[to] === -1) {
          part[to] = next
          waiting.push(to)
        }
    next += 1
  }
  return part
}
