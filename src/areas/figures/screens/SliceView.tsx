// Map, line, comparison and table of the same slice, side by side; what is chosen in one is chosen in all.
import type { Topology } from 'topojson-specification'
import { Choropleth } from '#kit/map/Choropleth.tsx'
import type { AreaFeature } from '#kit/map/outline.ts'
import { Button } from '#kit/ui/Button.tsx'
import type { Figure } from '#kit/ui/figure-state.ts'
import { formatInstant } from '#kit/ui/format.ts'
import { Cluster, Columns, Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { AreaList, IndicatorHead, IndicatorPage, MapSlice } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords, SourceList } from '../widgets/parts.tsx'
import { namesOf } from './area-names.ts'
import { Chosen } from './Chosen.tsx'
import { SliceTable } from './SliceTable.tsx'
import { Summary } from './Summary.tsx'
import { type Selection, toggled } from './selection.ts'
import { Trend } from './Trend.tsx'

const remote = client(figures)
const t = screens.explorer
const keyOf = (area: AreaFeature) => String(area.properties?.key ?? area.id)

type Props = {
  chosen: IndicatorHead
  indicator: IndicatorPage
  selection: Selection
  onSelection: (next: Selection) => void
}

export function SliceView({ chosen, indicator, selection, onSelection }: Props) {
  const { indicator: id = chosen.id, level, cut, per, from, until } = selection
  const asked = { indicator: id, level, cut, ...(per ? { per } : {}), ...(from && until ? { from, until } : {}) }
  const slice = useLoad(remote.map, asked, { keep: true })
  const areas = useLoad(remote.areas, { level }, { keep: true })
  if (slice.error) {
    const { from: _from, until: _until, ...timeless } = selection
    return (
      <Notice
        tone="info"
        title={slice.error.message}
        action={from ? <Button onClick={() => onSelection(timeless)}>{t.otherTime}</Button> : null}
      />
    )
  }
  return (
    <Loading load={slice}>
      {(data) => (
        <Loading load={areas}>
          {(list) => (
            <Shown
              slice={data}
              areas={list}
              indicator={indicator}
              selection={selection}
              onSelection={onSelection}
              csv={addressOf(figures.mapFile, asked).url}
            />
          )}
        </Loading>
      )}
    </Loading>
  )
}

type ShownProps = {
  slice: MapSlice
  areas: AreaList
  indicator: IndicatorPage
  selection: Selection
  onSelection: (next: Selection) => void
  csv: string
}

function Shown({ slice, areas, indicator, selection, onSelection, csv }: ShownProps) {
  const names = namesOf(areas)
  const nameOf = (key: string) => names.get(key) ?? key
  const toggle = (key: string) => onSelection({ ...selection, areas: toggled(selection.areas, key) })
  const unit = slice.rate ? `${slice.unit} ${screens.per(slice.rate.per)}` : slice.unit
  return (
    <Stack gap="l">
      <Summary slice={slice} names={names} />
      <Columns min={420} gap="l">
        <Section title={t.map}>
          <SliceMap
            slice={slice}
            unit={unit}
            nameOf={nameOf}
            selected={selection.areas.at(-1) ?? areas.own ?? undefined}
            onSelect={toggle}
          />
        </Section>
        <Section title={t.trend}>
          <Trend slice={slice} unit={unit} nameOf={nameOf} selection={selection} own={areas.own} />
        </Section>
      </Columns>
      <Chosen slice={slice} areas={areas} nameOf={nameOf} selection={selection} onSelection={onSelection} />
      <Section
        title={t.table}
        actions={
          <Button small icon="download" to={csv}>
            {t.csv}
          </Button>
        }
      >
        <SliceTable slice={slice} unit={unit} nameOf={nameOf} selection={selection} onToggle={toggle} />
      </Section>
      <Section title={t.sources}>
        <SourceList sources={slice.sources} />
        <Cluster>
          <A to={`/zahlen/kennzahlen/${indicator.head.id}`}>{t.definition}</A>
        </Cluster>
        <p>
          <small>{t.asOf(formatInstant(slice.asOf))}</small>
        </p>
      </Section>
    </Stack>
  )
}

/** Where a measure has ended even "–" is no zero, so the map shows no value at all. */
const figureAt = (slice: MapSlice, at: number): Figure => {
  const mark = slice.marks[at]
  return mark && !(slice.ended && mark === 'nil') ? { value: null, state: mark } : { value: slice.values[at] ?? null }
}

type MapProps = {
  slice: MapSlice
  unit: string
  nameOf: (key: string) => string
  selected: string | undefined
  onSelect: (key: string) => void
}

function SliceMap({ slice, unit, nameOf, selected, onSelect }: MapProps) {
  const load = useLoad(remote.boundaries, { level: slice.level === 'municipality' ? 'municipalities' : 'counties' })
  if (load.error) return <p>{t.noMap}</p>
  return (
    <Loading load={load} shape="cards">
      {({ attribution, topology }) => (
        <Choropleth
          title={`${slice.title}${slice.cutLabel ? `, ${slice.cutLabel}` : ''}`}
          topology={topology as Topology}
          keyOf={keyOf}
          nameOf={nameOf}
          unit={unit}
          decimals={slice.decimals}
          period={periodWords(slice.period)}
          values={Object.fromEntries(slice.keys.map((key, at) => [key, figureAt(slice, at)]))}
          selected={selected}
          onSelect={onSelect}
          attribution={attribution}
          source={slice.sources[0]?.attribution}
        />
      )}
    </Loading>
  )
}
