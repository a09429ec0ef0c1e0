// From what organisations do together to their network: who is tied to whom and how strongly, and what holds it together. No organisation is
// valued by this: the words say between whom somebody stands, never who comes first.
import { betweenness, shareOfPairs } from '#pure/network/betweenness.ts'
import { cuts } from '#pure/network/cuts.ts'
import { components, type Edge, type Graph, graphOf } from '#pure/network/graph.ts'

type Named = { id: string; title: string }
export type Meeting = { members: readonly string[]; parties: readonly string[]; deliver: readonly string[] }
export type Structure = {
  degree: number[]
  between: number[]
  betweenByStrength: number[]
  part: number[]
  holds: { organisation: Named; between: { names: Named[]; count: number }[] }[]
  bridges: { a: Named; b: Named }[]
  parts: { names: Named[]; count: number }[]
}

/** How many are named as an example; the others are counted. */
const named = 3

/** A common seat is one tie, a common agreement another, figures for the same body a third; each measure and each stated relation one more. */
export function tiesOf(
  nodes: readonly Named[],
  hubs: readonly Meeting[],
  direct: readonly { a: string; b: string }[],
): Graph {
  const at = new Map(nodes.map((node, index) => [node.id, index]))
  const edges: Edge[] = []
  const allPairs = (ids: readonly string[]) => {
    const known = ids.flatMap((id) => at.get(id) ?? [])
    for (const [index, a] of known.entries()) for (const b of known.slice(index + 1)) edges.push({ a, b, weight: 1 })
  }
  for (const hub of hubs) for (const ids of [hub.members, hub.parties, hub.deliver]) allPairs(ids)
  for (const { a, b } of direct) allPairs([a, b])
  return graphOf(nodes.length, edges)
}

export function structureOf(nodes: readonly Named[], graph: Graph): Structure {
  const part = components(graph)
  const { bridges, nodes: holding } = cuts(graph)
  const share = (values: number[]) => values.map((value) => shareOfPairs(value, graph.size))
  return {
    degree: graph.around.map((neighbours) => neighbours.length),
    between: share(betweenness(graph)),
    betweenByStrength: share(betweenness(graph, { weighted: true })),
    part,
    holds: holding.map((node) => ({ organisation: plain(nodes[node]!), between: partsAround(nodes, graph, node) })),
    bridges: bridges.map((edge) => ({
      a: plain(nodes[graph.edges[edge]!.a]!),
      b: plain(nodes[graph.edges[edge]!.b]!),
    })),
    parts: groups(nodes, part),
  }
}

/** Into which parts its surroundings would fall without it. */
function partsAround(nodes: readonly Named[], graph: Graph, node: number) {
  const without = components(graph, node)
  const around = new Set(graph.around[node]!.map(({ to }) => without[to]!))
  return groups(
    nodes,
    without.map((part) => (around.has(part) ? part : -1)),
  )
}

function groups(nodes: readonly Named[], part: readonly number[]) {
  const found = new Map<number, number[]>()
  for (const [node, number] of part.entries()) if (number >= 0) found.set(number, [...(found.get(number) ?? []), node])
  return [...found.values()]
    .sort((a, b) => b.length - a.length)
    .map((members) => ({ names: members.slice(0, named).map((node) => plain(nodes[node]!)), count: members.length }))
}

const plain = ({ id, title }: Named): Named => ({ id, title })
