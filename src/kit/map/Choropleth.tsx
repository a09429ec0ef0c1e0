// The map of one figure: five classes, hatched states, the same words for pointer and keyboard, its table one key away.
import { type ReactNode, useId, useMemo, useState } from 'react'
import type { Topology } from 'topojson-specification'
import { PictureFrame, useWidth } from '#kit/charts/PictureFrame.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { countedValue, type Figure, type FigureState, figureWords } from '#kit/ui/figure-state.ts'
import { A } from '#kit/ui/Link.tsx'
import type { Loose } from '#kit/ui/props.ts'
import { texts } from '#kit/ui/texts.de.ts'
import { ValueText } from '#kit/ui/ValueText.tsx'
import { type ClassScale, limitsOf } from './classes.ts'
import { MapAreas } from './MapAreas.tsx'
import { MapLegend } from './MapLegend.tsx'
import { type AreaFeature, outlinesOf } from './outline.ts'

type Props = {
  title: string
  topology: Topology
  values: Readonly<Record<string, Figure>>
  nameOf: (key: string) => string
  unit: string
  attribution: ReactNode
} & Loose<{
  object: string
  labelOf: (key: string) => string
  period: string
  decimals: number
  scale: ClassScale
  breaks: readonly number[]
  selected: string
  onSelect: (key: string) => void
  toOf: (key: string) => string
  keyOf: (area: AreaFeature) => string
  source: ReactNode
}>

/** Boundaries of kit/geo carry their key as a property, others as the id of the feature. */
const idOf = (area: AreaFeature) => String(area.properties?.key ?? area.id)

export function Choropleth(props: Props) {
  const {
    title,
    topology,
    values,
    nameOf,
    unit,
    period,
    decimals,
    scale = { kind: 'sequential' },
    keyOf = idOf,
  } = props
  const base = useId()
  const [box, width] = useWidth()
  const [at, setAt] = useState<string>()
  const [own, setOwn] = useState<string>()
  const drawn = useMemo(() => outlinesOf(topology, props.object, keyOf, width), [topology, props.object, keyOf, width])
  const keys = drawn.outlines.map((outline) => outline.key)
  const figureOf = (key: string): Figure => values[key] ?? { value: null }
  const counted = keys.flatMap((key) => countedValue(figureOf(key)) ?? [])
  const limits = props.breaks ?? limitsOf(counted, scale)
  const states = new Set(keys.flatMap((key): FigureState[] => (values[key]?.state ? [values[key].state] : [])))
  const selected = props.selected ?? own
  const select = (key: string) => {
    setOwn(key)
    props.onSelect?.(key)
  }
  const say = (key: string) => {
    const figure = figureOf(key)
    const words = values[key] ? figureWords(figure, unit, decimals) : texts.figure.noArea
    return [`${nameOf(key)}: ${words}`, figure.note].filter(Boolean).join(' – ')
  }
  const picture = (
    <div className="ns-map">
      <div ref={box} className="ns-map__board">
        <MapAreas
          base={base}
          title={`${title}. ${texts.figure.mapKeys}`}
          outlines={drawn.outlines}
          width={width}
          height={drawn.height}
          figureOf={figureOf}
          limits={limits}
          kind={scale.kind}
          labelOf={props.labelOf ?? nameOf}
          say={say}
          at={at}
          onAt={setAt}
          selected={selected}
          onSelect={select}
        />
      </div>
      <MapLegend limits={limits} scale={scale} unit={unit} states={states} base={base} decimals={decimals} />
    </div>
  )
  return (
    <PictureFrame
      title={title}
      subtitle={[unit, period].filter(Boolean).join(', ')}
      picture={picture}
      hint={selected ? say(selected) : texts.figure.pointMap}
      readout={at ? say(at) : ''}
      source={props.source}
      notes={<p className="ns-figure__source">{props.attribution}</p>}
      table={
        <DataTable
          caption={`${title} (${unit})`}
          dense
          rows={keys}
          rowKey={(key) => key}
          selected={(key) => key === selected}
          columns={[
            {
              id: 'area',
              header: texts.figure.area,
              main: true,
              sortBy: nameOf,
              cell: (key) => (props.toOf ? <A to={props.toOf(key)}>{nameOf(key)}</A> : nameOf(key)),
            },
            {
              id: 'value',
              header: texts.figure.value,
              align: 'end',
              sortBy: (key) => countedValue(figureOf(key)),
              cell: (key) => <ValueText {...figureOf(key)} decimals={decimals} />,
            },
          ]}
        />
      }
    />
  )
}
