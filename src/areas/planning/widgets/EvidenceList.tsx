// The evidence of a need as it is read: figures with source, edition and time as a table, voices as a list.
import { Card } from '#kit/ui/Card.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Evidence } from '../contract/needs.ts'
import { periodText } from '../texts/dates.de.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'

const t = screens.need

export const valueText = (piece: Evidence) => (piece.withheld ? t.withheld(piece.holder) : (piece.shown ?? t.seeSource))

export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return <EmptyState title={t.noEvidence} />
  const figures = evidence.filter((piece) => piece.grade === 'figures')
  const voices = evidence.filter((piece) => piece.grade !== 'figures')
  return (
    <Stack>
      {figures.length > 0 ? (
        <Columns min={300}>
          {figures.map((piece) => (
            <Figure key={piece.id} piece={piece} />
          ))}
        </Columns>
      ) : null}
      {voices.length > 0 ? (
        <>
          <h3 className="ns-h3">{t.voices}</h3>
          <ul>
            {voices.map((piece) => (
              <li key={piece.id}>
                <strong>{texts.grades[piece.grade]}</strong>
                {`: ${piece.note}`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Stack>
  )
}

/** A number never stands alone: what, where, when, its source and edition. */
const Figure = ({ piece }: { piece: Evidence }) => (
  <Card title={piece.indicator?.title ?? piece.source?.title ?? piece.holder ?? '–'}>
    <p>
      <strong>{valueText(piece)}</strong>
    </p>
    <p>{[piece.area?.title, periodText(piece.from, piece.until)].filter(Boolean).join(' · ')}</p>
    {piece.note ? <p>{piece.note}</p> : null}
    {piece.indicator ? (
      <p>
        <ObjectLink kind="indicator" id={piece.indicator.id}>
          {t.toIndicator}
        </ObjectLink>
      </p>
    ) : null}
    <p>
      <small>
        {`${t.source}: `}
        {piece.source ? (
          <ObjectLink kind={piece.source.kind} id={piece.source.id}>
            {piece.source.title}
          </ObjectLink>
        ) : (
          (piece.holder ?? '–')
        )}
        {piece.sourceEdition
          ? `, ${t.editionOf(piece.sourceEdition)} · ${t.asOf(formatDay(piece.asOf.slice(0, 10)))}`
          : null}
      </small>
    </p>
  </Card>
)
