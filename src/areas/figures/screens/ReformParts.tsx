// Predecessors and successors of a reform as a table, each area a link.
import { DataTable } from '#kit/ui/DataTable.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { AreaName, ReformPart } from '../contract/reforms.ts'
import { areaTexts } from '../texts/areas.de.ts'
import { shareWords } from './area-words.ts'

const t = areaTexts.reform

export function ReformParts({ parts, caption }: { parts: readonly ReformPart[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      dense
      rows={parts}
      rowKey={(row) => `${row.before.id}${row.after.id}`}
      columns={[
        { id: 'before', header: t.before, main: true, cell: (row) => <Area area={row.before} /> },
        { id: 'how', header: t.how, cell: shareWords },
        { id: 'after', header: t.after, cell: (row) => <Area area={row.after} /> },
      ]}
    />
  )
}

const Area = ({ area }: { area: AreaName }) => (
  <>
    <ObjectLink kind="area" id={area.id}>
      {area.name}
    </ObjectLink>{' '}
    <small>{area.key}</small>
  </>
)
