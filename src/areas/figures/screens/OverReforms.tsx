// What reforms of areas do to the lines: their marks, of what carried values were made, and the choice of the boundaries.
import type { SeriesBreak } from '#kit/charts/LineChart.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Series } from '../contract/series.ts'
import { yearsOf } from '../rules.ts'
import { areaTexts } from '../texts/areas.de.ts'
import { reformTexts } from '../texts/reforms.de.ts'

const t = areaTexts.line
type Area = Series['areas'][number]

export const interruptionsOf = (area: Area) =>
  area.reforms.filter((one) => one.how === 'share' || one.how === 'notAdditive' || one.how === 'asWas')

/** Every reform once, whichever lines it concerns; where values are carried the lines go on. */
export function marksOf(series: Series): SeriesBreak[] {
  const all = new Map(series.areas.flatMap((area) => area.reforms.map((one) => [one.id, one] as const)))
  return [...all.values()].map((one) => ({
    at: yearsOf(one.day),
    label: one.title,
    detail: reformTexts.passed[one.how],
    joins: true,
  }))
}

type Props = {
  series: Series
  nameOf: (key: string) => string
  boundaries: 'today' | 'then'
  onBoundaries: (next: 'today' | 'then') => void
}

export function OverReforms({ series, nameOf, boundaries, onBoundaries }: Props) {
  const { areas } = series
  const begins = areas.filter((area) => area.beginsWithout)
  if (begins.length + areas.flatMap((area) => area.reforms).length === 0) return null
  const carried = areas.some((area) => area.segments.some((segment) => segment.carried.some(Boolean)))
  return (
    <>
      <RadioGroup
        name="gebietsstand"
        label={t.boundaries}
        inline
        value={boundaries}
        options={[
          { value: 'today', label: t.today },
          { value: 'then', label: t.atItsTime },
        ]}
        onChange={(value) => onBoundaries(value === 'then' ? 'then' : 'today')}
      />
      {carried ? (
        <p>
          <small>{t.key}</small>
        </p>
      ) : null}
      <ul>
        {areas.flatMap((area) =>
          area.reforms.map((one) => (
            <li key={`${area.key}${one.id}`}>
              {nameOf(area.key)}:{' '}
              <ObjectLink kind="reform" id={one.id}>
                {one.title}
              </ObjectLink>
              {` – ${reformTexts.passed[one.how]}`}
            </li>
          )),
        )}
        {areas.flatMap((area) =>
          area.composed.flatMap((one) =>
            one.until && one.parts.length > 1
              ? [
                  <li key={`${area.key}${one.until}`}>
                    {t.composed(nameOf(area.key), one.until, reformTexts.composed(one.parts))}
                  </li>,
                ]
              : [],
          ),
        )}
        {begins.map((area) => (
          <li key={`${area.key}begin`}>{t.begins(nameOf(area.key), area.beginsWithout!)}</li>
        ))}
      </ul>
    </>
  )
}
