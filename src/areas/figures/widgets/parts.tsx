// Small parts in which a number never stands alone: its state, unit, time and source go with it.
import { ValueText } from '#kit/ui/ValueText.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Mark, Period, Source } from '../contract/shapes.ts'
import { calledPeriod } from '../rules.ts'
import { screens } from '../texts/screens.de.ts'

export const periodWords = ({ from, until }: Period) => screens.period(calledPeriod(from, until))

export function Value({
  value,
  mark,
  unit,
  period,
  decimals,
}: {
  value: number | null
  mark: Mark | null
  unit?: string | undefined
  period?: Period | undefined
  decimals?: number | undefined
}) {
  return (
    <ValueText
      value={value}
      state={mark ?? undefined}
      unit={unit}
      decimals={decimals}
      period={period ? periodWords(period) : undefined}
    />
  )
}

/** Sources as links, each with the words its owner asks for. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  return (
    <ul>
      {sources.map((source) => (
        <li key={source.id}>
          <ObjectLink kind={source.kind} id={source.id}>
            {source.title}
          </ObjectLink>
          <br />
          <small>
            {source.attribution}
            {source.licence ? ` · ${screens.table.licences[source.licence] ?? source.licence}` : ''}
          </small>
        </li>
      ))}
    </ul>
  )
}
