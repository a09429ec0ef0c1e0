// What holds a network together: connections and nodes without which it would fall apart (R. Tarjan, "A note on finding the bridges of a graph",
// Information Processing Letters 2, 1974). Without recursion: networks may be long chains.
import type { Graph } from './graph.ts'

export type Cuts = {
  /** Numbers of the edges that are the only connection between two parts. */
  bridges: number[]
  /** Nodes that are the only connection between parts. */
  nodes: number[]
}

export function cuts({ size, around }: Graph): Cuts {
  const seen = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const bridges: number[] = []
  const nodes = new Set<number>()
  let clock = 0
  for (let root = 0; root < size; root += 1) {
    if (seen[root] !== -1) continue
    let children = 0
    const path: { node: number; over: number; next: number }[] = [{ node: root, over: -1, next: 0 }]
    seen[root] = low[root] = clock++
    while (path.length > 0) {
      const here = path.at(-1)!
      const step = around[here.node]![here.next]
      if (step) {
        here.next += 1
        if (step.edge === here.over) continue
        if (seen[step.to] === -1) {
          seen[step.to] = low[step.to] = clock++
          path.push({ node: step.to, over: step.edge, next: 0 })
        } else low[here.node] = Math.min(low[here.node]!, seen[step.to]!)
        continue
      }
      path.pop()
      const up = path.at(-1)
      if (!up) continue
      low[up.node] = Math.min(low[up.node]!, low[here.node]!)
      if (low[here.node]! > seen[up.node]!) bridges.push(here.over)
      if (up.node === root) children += 1
      else if (low[here.node]! >= seen[up.node]!) nodes.add(up.node)
    }
    if (children > 1) nodes.add(root)
  }
  return { bridges: bridges.sort((a, b) => a - b), nodes: [...nodes].sort((a, b) => a - b) }
}
