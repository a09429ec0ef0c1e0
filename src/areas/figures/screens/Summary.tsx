// The slice in a few figures: its sum with its basis, the areas above, and what must be known before comparing.
import { KeyFigure } from '#kit/ui/KeyFigure.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import type { MapSlice } from '../contract/shapes.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords } from '../widgets/parts.tsx'

const t = screens.explorer

export function Summary({ slice, names }: { slice: MapSlice; names: ReadonlyMap<string, string> }) {
  const period = periodWords(slice.period)
  const basis = slice.basis?.label ?? t.noBasis
  const { sum, rate } = slice
  return (
    <Stack>
      <Columns min={240}>
        {sum ? (
          <KeyFigure
            label={t.sumOf(names.size)}
            value={sum.counted === 0 ? null : sum.value}
            unit={slice.unit}
            decimals={slice.decimals}
            period={period}
            source={slice.sources[0]?.attribution}
            note={[
              `${t.basis}: ${basis}`,
              ...(sum.complete ? [] : [t.incomplete(sum.missing)]),
              ...(sum.nil > 0 ? [t.nilCounted(sum.nil)] : []),
            ].join(' · ')}
          />
        ) : null}
        {slice.above.map((one) => (
          <KeyFigure
            key={one.key}
            label={one.name}
            value={one.value}
            state={one.mark ?? undefined}
            unit={slice.unit}
            decimals={slice.decimals}
            period={period}
            note={`${t.basis}: ${basis}`}
          />
        ))}
      </Columns>
      {rate ? <p>{t.rateOf(rate.per, rate.on, rate.basis?.label ?? t.noBasis)}</p> : null}
      {slice.ended ? <Notice tone="warning" title={t.ended} /> : null}
      {slice.otherBases.map((one) => (
        <Notice key={one.code} tone="info" title={t.otherBasis(one.label)} />
      ))}
    </Stack>
  )
}
