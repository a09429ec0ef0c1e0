// The network as a table: the same as the picture, for eyes, ears and paper.
import { DataTable } from '#kit/ui/DataTable.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Network, NetworkNode } from '../contract/network.ts'
import { networkTexts } from '../texts/network.de.ts'

const t = networkTexts.map
type Props = { network: Network; nodes: readonly NetworkNode[]; measures: boolean; selected: string | undefined }

export function NetworkTable({ network, nodes, measures, selected }: Props) {
  const hubsOf = (id: string) => network.hubs.filter((hub) => hub.members.includes(id))
  const tiesOf = (id: string) => network.ties.filter((tie) => tie.a === id || tie.b === id)
  const titles = new Map(network.nodes.map((node) => [node.id, node.shortName ?? node.title]))
  return (
    <DataTable
      caption={t.title}
      hideCaption
      rows={nodes}
      rowKey={(node) => node.id}
      selected={(node) => node.id === selected}
      empty={t.noMatch}
      columns={[
        {
          id: 'organisation',
          header: t.organisation,
          main: true,
          sortBy: (node) => node.title,
          cell: (node) => (
            <ObjectLink kind="organisation" id={node.id}>
              {node.title}
            </ObjectLink>
          ),
        },
        {
          id: 'bodies',
          header: t.bodies,
          sortBy: (node) => hubsOf(node.id).length,
          cell: (node) =>
            hubsOf(node.id)
              .map((hub) => hub.shortName)
              .join(', ') || '–',
        },
        {
          id: 'direct',
          header: t.directly,
          sortBy: (node) => tiesOf(node.id).length,
          cell: (node) =>
            tiesOf(node.id)
              .map((tie) =>
                tie.a === node.id
                  ? `${networkTexts.tieKinds[tie.kind]} ${titles.get(tie.b)}`
                  : `${titles.get(tie.a)} ${networkTexts.tieKinds[tie.kind]}`,
              )
              .join('; ') || '–',
        },
        {
          id: 'ties',
          header: t.ties,
          align: 'end',
          sortBy: (node) => node.degree,
          cell: (node) => t.tiesCount(node.degree),
        },
        ...(measures
          ? [
              {
                id: 'between',
                header: t.between,
                align: 'end' as const,
                cell: (node: NetworkNode) => t.share(node.between),
              },
              {
                id: 'strong',
                header: t.betweenStrong,
                align: 'end' as const,
                cell: (node: NetworkNode) => t.share(node.betweenByStrength),
              },
            ]
          : []),
      ]}
    />
  )
}
