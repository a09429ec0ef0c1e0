// The funnel of a comparison, with its words: what lies within, how far areas differ in general, and the table as its twin.
import { FunnelPlot } from '#kit/charts/FunnelPlot.tsx'
import { formatNumber } from '#kit/ui/format.ts'
import type { Comparison } from '../contract/comparison.ts'
import { comparisonTexts as t } from '../texts/comparison.de.ts'
import { periodWords } from '../widgets/parts.tsx'
import { CompareTable } from './CompareTable.tsx'
import { unitOf } from './compared.ts'

type Props = { comparison: Comparison; nameOf: (key: string) => string }

export function CompareFunnel({ comparison, nameOf }: Props) {
  const { funnel, benchmark, rows } = comparison
  if (!funnel || !benchmark) return null
  const points = rows.flatMap((row) =>
    row.people === null || row.count === null || row.lies === null
      ? []
      : [
          {
            id: row.key,
            label: nameOf(row.key),
            size: row.people,
            value: row.value ?? 0,
            words: `${nameOf(row.key)}: ${formatNumber(row.value ?? 0, comparison.decimals)}, ${formatNumber(row.people)} ${t.funnel.people}, ${t.lies[row.lies]}`,
            kind: row.own ? ('own' as const) : row.borders ? ('near' as const) : ('other' as const),
          },
        ],
  )
  const own = rows.find((row) => row.own)
  const within = rows.filter((row) => row.lies && row.lies !== 'below998' && row.lies !== 'above998').length
  const spread =
    funnel.phi === null
      ? t.funnel.few
      : funnel.factor > 1
        ? t.funnel.wide(formatNumber(funnel.phi, 1), funnel.areas)
        : t.funnel.notWide(funnel.areas)
  return (
    <FunnelPlot
      title={`${comparison.title}: ${t.funnel.title}`}
      unit={`${unitOf(comparison)}, ${periodWords(comparison.period)}`}
      sizeLabel={t.funnel.people}
      alternative={t.funnel.picture(
        points.length,
        within,
        own ? nameOf(own.key) : '',
        own?.lies ? t.lies[own.lies] : t.verdict.title.open,
      )}
      points={points}
      benchmark={benchmark.value}
      limits={{
        sizes: funnel.people,
        inner: [funnel.low95, funnel.high95],
        outer: [funnel.low998, funnel.high998],
        wide: funnel.factor > 1 ? [funnel.wideLow, funnel.wideHigh] : null,
      }}
      words={{
        ...t.funnel.legend,
        limits: t.funnel.legend.near,
        near: t.funnel.legend.borders,
        benchmark: `${t.funnel.legend.benchmark}: ${formatNumber(benchmark.value, comparison.decimals)}`,
        save: t.funnel.save,
      }}
      file={`${comparison.title} ${comparison.period.from}`}
      source={comparison.sources[0]?.attribution}
      notes={
        <p>
          <small>
            {t.funnel.note} {spread}
          </small>
        </p>
      }
      table={<CompareTable comparison={comparison} nameOf={nameOf} />}
    />
  )
}
