// The evidence of a need as it is read: figures with source, edition and time as a table, voices as a list.
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Evidence } from '../contract/needs.ts'
import { texts } from '../texts.de.ts'
import { periodText } from '../texts/dates.de.ts'
import { screens } from '../texts/screens.de.ts'

const t = screens.need

export const valueText = (piece: Evidence) => (piece.withheld ? t.withheld(piece.holder) : (piece.shown ?? t.seeSource))

export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return <EmptyState title={t.noEvidence} />
  const figures = evidence.filter((piece) => piece.grade === 'figures')
  const voices = evidence.filter((piece) => piece.grade !== 'figures')
  return (
    <Stack>
      {figures.length > 0 ? (
        <DataTable
          caption={t.caption}
          hideCaption
          rows={figures}
          rowKey={(row) => row.id}
          columns={[
            { id: 'figure', header: t.figure, main: true, cell: (row) => <Figure piece={row} /> },
            { id: 'area', header: t.area, cell: (row) => row.area?.title ?? '–' },
            { id: 'time', header: t.time, cell: (row) => periodText(row.from, row.until) || '–' },
            { id: 'value', header: t.value, align: 'end', cell: (row) => valueText(row) },
            { id: 'source', header: t.source, cell: (row) => <SourceOf piece={row} /> },
          ]}
        />
      ) : null}
      {voices.length > 0 ? (
        <>
          <h3 className="ns-h3">{t.voices}</h3>
          <ul>{voices.map((piece) => <li key={piece.id}><strong>{texts.grades[piece.grade]}</strong>{`: ${piece.note}`}</li>)}</ul>
        </>
      ) : null}
    </Stack>
  )
}

const Figure = ({ piece }: { piece: Evidence }) => (
  <>
    {piece.indicator ? <ObjectLink kind="indicator" id={piece.indicator.id}>{piece.indicator.title}</ObjectLink> : (piece.source?.title ?? '–')}
    {piece.note ? <><br /><small>{piece.note}</small></> : null}
  </>
)

const SourceOf = ({ piece }: { piece: Evidence }) => (
  <>
    {piece.source ? <ObjectLink kind={piece.source.kind} id={piece.source.id}>{piece.source.title}</ObjectLink> : (piece.holder ?? '–')}
    {piece.sourceEdition ? <><br /><small>{`${t.editionOf(piece.sourceEdition)} · ${t.asOf(formatDay(piece.asOf.slice(0, 10)))}`}</small></> : null}
  </>
)
