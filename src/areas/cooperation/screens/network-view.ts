// Which part of the network is shown; what is computed on the whole stays as it is.
import type { NetworkLine, NetworkPoint } from '#kit/charts/NetworkPicture.tsx'
import type { Hub, Network, NetworkNode, Tie } from '../contract/network.ts'
import { networkTexts } from '../texts/network.de.ts'

const t = networkTexts.map

/** As it stands in the address. */
export type MapChoice = {
  art?: string
  seite?: string
  gebiet?: string
  gremium?: string
  thema?: string
  wahl?: string
  masse?: string
}

export function shownOf(network: Network, choice: MapChoice): { nodes: NetworkNode[]; hubs: Hub[]; ties: Tie[] } {
  const { art, seite, gebiet, gremium, thema } = choice
  const hubs = network.hubs.filter(
    (hub) =>
      (!gremium || hub.id === gremium) &&
      (!gebiet || hub.areaKey === null || hub.areaKey.startsWith(gebiet) || gebiet.startsWith(hub.areaKey)),
  )
  const inBodies = new Set(hubs.flatMap((hub) => hub.members))
  const inTopic = new Set(
    network.hubs.filter((hub) => thema && (hub.topics as string[]).includes(thema)).flatMap((hub) => hub.members),
  )
  const nodes = network.nodes.filter(
    (node) =>
      (!art || node.kind === art) &&
      (!seite || node.side === seite) &&
      (!gremium || inBodies.has(node.id)) &&
      (!gebiet || (node.areaKey === null ? inBodies.has(node.id) : node.areaKey.startsWith(gebiet))) &&
      (!thema || (node.fields as string[]).includes(thema) || inTopic.has(node.id)),
  )
  const shown = new Set(nodes.map((node) => node.id))
  return {
    nodes,
    hubs: hubs.filter((hub) => hub.members.some((id) => shown.has(id))),
    ties: network.ties.filter((tie) => shown.has(tie.a) && shown.has(tie.b)),
  }
}

/** What is written beside a point is also what it is called. */
const spoken = (label: string, title: string) => (label === title ? title : `${label} (${title})`)

export const pointsOf = (nodes: readonly NetworkNode[], hubs: readonly Hub[]): NetworkPoint[] => [
  ...nodes.map((node) => {
    const label = node.shortName ?? (node.title.length > 34 ? `${node.title.slice(0, 33).trimEnd()}…` : node.title)
    const words = `${spoken(label, node.title)}: ${t.tiedWith(node.degree)}`
    return { id: node.id, label, shape: node.side ?? ('other' as const), words }
  }),
  ...hubs.map((hub) => ({
    id: hub.id,
    label: hub.shortName,
    shape: 'hub' as const,
    words: `${spoken(hub.shortName, hub.title)}: ${t.members(hub.members.length)}`,
  })),
]

export const linesOf = (hubs: readonly Hub[], ties: readonly Tie[]): NetworkLine[] => [
  ...hubs.flatMap((hub) => hub.members.map((member) => ({ a: hub.id, b: member }))),
  ...ties.map(({ a, b }) => ({ a, b, direct: true })),
]

/** "A, B, C und 4 weitere". */
export const someWords = ({ names, count }: { names: readonly { title: string }[]; count: number }): string =>
  `${names.map((one) => one.title).join(', ')}${t.more(count - names.length)}`
