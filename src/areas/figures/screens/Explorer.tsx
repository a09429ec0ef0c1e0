// /zahlen: one selection, seen as map, line, comparison and table. Filters stand in the address.
import { Button } from '#kit/ui/Button.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { IndicatorHead } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { catalogueTexts } from '../texts/catalogue.de.ts'
import { comparisonTexts } from '../texts/comparison.de.ts'
import { gateTexts } from '../texts/gate.de.ts'
import { screens } from '../texts/screens.de.ts'
import { Filters } from './Filters.tsx'
import { SliceView } from './SliceView.tsx'
import { type Selection, searchOf, selectionOf } from './selection.ts'

const remote = client(figures)
const t = screens.explorer
/** What is shown first, as long as nobody has chosen: people in need of care, else whatever has values. */
const firstCode = '22411-PFL016'

export function ExplorerPage({
  search,
  onSearch,
}: {
  search: Record<string, string>
  onSearch: (next: Record<string, string>) => void
}) {
  const { actingFor } = useSession()
  const mayImport = useHolds()(['planner'], actingFor?.id)
  const load = useLoad(remote.indicators, {})
  const readIn = mayImport ? (
    <Button variant="primary" icon="upload" to="/zahlen/einlesen">
      {t.readIn}
    </Button>
  ) : undefined
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={t.lead}
        main={readIn}
        actions={
          <>
            <Button icon="chart" to={`/zahlen/vergleich?${new URLSearchParams(search)}`}>
              {comparisonTexts.toCompareShort}
            </Button>
            <Button to="/zahlen/katalog">{catalogueTexts.toCatalogue}</Button>
            <Button to="/zahlen/lieferungen">{t.deliveries}</Button>
            <Button to="/zahlen/freigaben">{gateTexts.list.title}</Button>
            <Button to="/zahlen/tabellen">{t.tables}</Button>
            <Button to="/zahlen/gebiete">{t.areas}</Button>
          </>
        }
      />
      <Loading load={load}>
        {({ indicators }) => {
          const some = indicators.filter((one) => one.latest)
          if (some.length === 0)
            return (
              <EmptyState title={t.none} action={readIn}>
                {mayImport ? t.noneHint : t.noneHintOthers}
              </EmptyState>
            )
          return (
            <Explore
              indicators={indicators}
              some={some}
              selection={selectionOf(search)}
              onSelection={(next) => onSearch(searchOf(next))}
            />
          )
        }}
      </Loading>
    </Stack>
  )
}

type Exploring = {
  indicators: readonly IndicatorHead[]
  some: readonly IndicatorHead[]
  selection: Selection
  onSelection: (next: Selection) => void
}

function Explore({ indicators, some, selection, onSelection }: Exploring) {
  const chosen =
    indicators.find((one) => one.id === selection.indicator) ?? some.find((one) => one.code === firstCode) ?? some[0]!
  const page = useLoad(remote.indicator, { id: chosen.id }, { keep: true })
  const full: Selection = {
    ...selection,
    indicator: chosen.id,
    ...(chosen.levels.length === 1 && chosen.levels[0] === 'municipality' ? { level: 'municipality' as const } : {}),
  }
  return (
    <Loading load={page}>
      {(indicator) => (
        <>
          <Filters
            indicators={indicators}
            chosen={chosen}
            indicator={indicator}
            selection={full}
            onSelection={onSelection}
          />
          <SliceView chosen={chosen} indicator={indicator} selection={full} onSelection={onSelection} />
        </>
      )}
    </Loading>
  )
}
