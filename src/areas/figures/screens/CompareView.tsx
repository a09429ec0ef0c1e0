// What the comparison says: first the sentence, then the values with their intervals, the funnel, the table and where it all comes from.
import type { ReactNode } from 'react'
import { BarCompare } from '#kit/charts/BarCompare.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { figureWords } from '#kit/ui/figure-state.ts'
import { formatInstant, formatNumber } from '#kit/ui/format.ts'
import { Cluster, Columns, Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Comparison } from '../contract/comparison.ts'
import { figures } from '../contract.ts'
import { comparisonTexts as t } from '../texts/comparison.de.ts'
import { screens } from '../texts/screens.de.ts'
import { needWith } from '../widgets/evidence.ts'
import { periodWords, SourceList } from '../widgets/parts.tsx'
import { CompareFunnel } from './CompareFunnel.tsx'
import { CompareTable } from './CompareTable.tsx'
import { byName, type Compared, outcomeOf, unitOf } from './compared.ts'

const remote = client(figures)
/** More bars than this nobody reads; the funnel and the table have them all. */
const mostBars = 40
/** Below so many cases numbers are called small. */
const smallCount = 100

type Props = { compared: Compared; area: string; nameOf: (key: string) => string; onCompared: (next: Compared) => void }

export function CompareView({ compared, area, nameOf, onCompared }: Props) {
  const { indicator, level, cut, as, from, until, set, across, against, traits } = compared
  const asked = {
    ...{ indicator: indicator ?? '', area, level, cut, as, set, across, against },
    ...(from && until ? { from, until } : {}),
    ...(traits && set === 'alike' ? { traits } : {}),
  }
  const load = useLoad(remote.comparison, asked, { keep: true })
  const { from: _from, until: _until, ...timeless } = compared
  if (load.error)
    return (
      <Notice
        tone="info"
        title={load.error.message}
        action={from ? <Button onClick={() => onCompared(timeless)}>{screens.explorer.otherTime}</Button> : null}
      />
    )
  return (
    <Loading load={load}>
      {(comparison) => (
        <Stack gap="l">
          <Verdict comparison={comparison} nameOf={nameOf}>
            <Take comparison={comparison} />
          </Verdict>
          {comparison.noInterval === 'noPopulation' && from ? (
            <div>
              <Button small onClick={() => onCompared(timeless)}>
                {t.otherTime}
              </Button>
            </div>
          ) : null}
          <Around comparison={comparison} nameOf={nameOf} />
          <Columns min={420} gap="l">
            <Plot comparison={comparison} nameOf={nameOf} />
            <CompareFunnel comparison={comparison} nameOf={nameOf} />
          </Columns>
          <Section
            title={t.table.title}
            actions={
              <Button small icon="download" to={addressOf(figures.comparisonFile, asked).url}>
                {t.table.csv}
              </Button>
            }
          >
            <CompareTable comparison={comparison} nameOf={nameOf} />
          </Section>
          <Origins comparison={comparison} />
        </Stack>
      )}
    </Loading>
  )
}

type Shown = { comparison: Comparison; nameOf: (key: string) => string }

/** The outcome as a sentence; uncertainty before rank, and a rank only where chance cannot have made it. */
/** `children`: what may be done with it. */
export function Verdict({ comparison, nameOf, children }: Shown & { children?: ReactNode }) {
  const own = comparison.rows.find((row) => row.own)
  if (!own) return null
  const outcome = outcomeOf(comparison)
  const name = nameOf(own.key)
  const period = periodWords(comparison.period)
  const unit = unitOf(comparison)
  const value = figureWords({ value: own.value, state: own.mark ?? undefined }, unit, comparison.decimals)
  if (outcome === 'noNumber') return <Notice tone="info" title={t.verdict.noNumber(name, value, period)} />
  const { benchmark, standing, noInterval } = comparison
  const against = benchmark ? `${t.benchmark(benchmark)}: ${formatNumber(benchmark.value, comparison.decimals)}` : ''
  const side = own.lies?.startsWith('below') ? 'below' : 'above'
  const title = {
    open: t.verdict.title.open,
    within: t.verdict.title.within,
    usual: t.verdict.title.usual,
    apart: side === 'below' ? t.verdict.title.low : t.verdict.title.high,
  }[outcome]
  const sentence = {
    open: noInterval ? t.noInterval[noInterval] : '',
    within: t.verdict.within(against, (own.count ?? 0) < smallCount),
    usual: t.verdict.usual(against),
    apart: t.verdict.apart(against, side),
  }[outcome]
  return (
    <Notice tone="info" title={title}>
      <Stack gap="s">
        <p>
          {own.low === null || own.high === null
            ? t.verdict.bare(name, value, period)
            : t.verdict.value(name, value, period, formatNumber(own.low, 1), formatNumber(own.high, 1))}
        </p>
        {sentence ? <p>{sentence}</p> : null}
        {standing ? (
          <p>
            {standing.rank === null
              ? t.verdict.notRanked(standing.overlaps, standing.of)
              : t.verdict.ranked(standing.rank, standing.of)}
          </p>
        ) : own.low !== null ? (
          <p>{t.verdict.alone}</p>
        ) : null}
        {children}
      </Stack>
    </Notice>
  )
}

/** The one step into a need: with the source in its edition, the time and the moment of asking. */
function Take({ comparison }: { comparison: Comparison }) {
  const { actingFor } = useSession()
  const mayPlan = useHolds()(['planner', 'head', 'staff', 'counsellor'], actingFor?.id)
  const own = comparison.rows.find((row) => row.own)
  const source = comparison.sources[own?.sourceOf ?? -1]
  if (!mayPlan || !own || !source) return null
  const { indicator, period, cut, asOf } = comparison
  const evidence = { source: source.id, edition: source.edition, indicator, area: own.id, ...period, cut, asOf }
  return (
    <ButtonRow>
      <Button variant="primary" icon="add" to={needWith(evidence)}>
        {t.take}
      </Button>
    </ButtonRow>
  )
}

/** Which areas border, and which are missing: nothing is left out without a word. */
function Around({ comparison, nameOf }: Shown) {
  const { borders, rows } = comparison
  const across = byName(rows, nameOf).filter((row) => row.across)
  const words = [
    ...(across.length > 0 ? [t.borders.across(across.map((row) => nameOf(row.key)))] : []),
    ...(borders.state === 'known' ? [] : [t.borders[borders.state]]),
    ...(borders.unlisted.length > 0 ? [t.borders.unlisted(borders.unlisted)] : []),
    ...(borders.edge ? [t.borders.edge] : []),
  ]
  return words.length === 0 ? null : (
    <ul>
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

export function Plot({ comparison, nameOf }: Shown) {
  const { rows, benchmark } = comparison
  if (rows.length > mostBars) return null
  return (
    <div>
      <BarCompare
        title={comparison.noInterval ? t.plot.bare : t.plot.title}
        unit={unitOf(comparison)}
        period={periodWords(comparison.period)}
        decimals={comparison.decimals}
        order="given"
        source={comparison.sources[0]?.attribution}
        reference={benchmark ? { label: t.benchmark(benchmark), value: benchmark.value } : undefined}
        rows={byName(rows, nameOf).map((row) => ({
          id: row.key,
          label: nameOf(row.key),
          value: row.value,
          own: row.own,
          ...(row.mark ? { state: row.mark } : {}),
          ...(row.low !== null && row.high !== null ? { low: row.low, high: row.high } : {}),
        }))}
      />
      {comparison.noInterval ? null : (
        <p>
          <small>{t.plot.note}</small>
        </p>
      )}
    </div>
  )
}

function Origins({ comparison }: { comparison: Comparison }) {
  const { denominator, basis } = comparison
  return (
    <Section title={screens.explorer.sources}>
      <p>
        {screens.explorer.basis}: {basis?.label ?? screens.explorer.noBasis}
        {denominator && comparison.per
          ? `; ${screens.explorer.rateOf(comparison.per, denominator.on, denominator.basis?.label ?? screens.explorer.noBasis)}`
          : ''}
      </p>
      {comparison.ended ? <Notice tone="warning" title={screens.explorer.ended} /> : null}
      <SourceList sources={comparison.sources} />
      <Cluster>
        <A to={`/zahlen/kennzahlen/${comparison.indicator}`}>{screens.explorer.definition}</A>
      </Cluster>
      <p>
        <small>{screens.explorer.asOf(formatInstant(comparison.asOf))}</small>
      </p>
    </Section>
  )
}
