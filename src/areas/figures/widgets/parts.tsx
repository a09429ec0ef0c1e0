// Small parts in which a number never stands alone: its state, unit, time and source go with it.
import { ValueText } from '#kit/ui/ValueText.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Mark, Period, Source } from '../contract/shapes.ts'
import { calledPeriod } from '../rules.ts'
import { checkTexts } from '../texts/checks.de.ts'
import { screens } from '../texts/screens.de.ts'

export const reviewTones = { delivered: 'neutral', queried: 'warning', checked: 'info', accepted: 'success' } as const
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

/** A value with the explanation that goes with it. */
export function ExplainedValue({
  of: { value, mark, explanation },
  unit,
}: {
  of: { value: number | null; mark: Mark | null; explanation: string | null }
  unit?: string | undefined
}) {
  return (
    <>
      <Value value={value} mark={mark} unit={unit} />
      {explanation ? (
        <>
          <br />
          <small>
            {checkTexts.deliver.explanation}: {explanation}
          </small>
        </>
      ) : null}
    </>
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
            {source.explanation ? ` · ${checkTexts.deliver.explanation}: ${source.explanation}` : ''}
          </small>
        </li>
      ))}
    </ul>
  )
}
