// Map, time series with breaks, comparison, and a table. The shapes and numbers of this gallery are made up.
import { useState } from 'react'
import type { Topology } from 'topojson-specification'
import { BarCompare } from '#kit/charts/BarCompare.tsx'
import { LineChart } from '#kit/charts/LineChart.tsx'
import { Choropleth } from '#kit/map/Choropleth.tsx'
import { DataTable } from '../../DataTable.tsx'
import type { Figure } from '../../figure-state.ts'
import { Columns, FilterBar, Stack } from '../../Layout.tsx'
import { A } from '../../Link.tsx'
import { PageHead } from '../../PageHead.tsx'
import { Pagination } from '../../Pagination.tsx'
import { Select } from '../../Select.tsx'
import { ValueText } from '../../ValueText.tsx'
import { boundaries, names } from './boundaries.ts'

const years = [2009, 2011, 2013, 2015, 2017, 2019, 2021, 2023]
const line = (start: number, step: number) =>
  years.map((x, index) => ({ x, value: start + step * index + (x >= 2021 ? 6 : 0) + ((index * 7) % 3) }))
const own = line(22, 2.1).map((point) =>
  point.x === 2013
    ? { x: 2013, value: null, state: 'unreliable' as const }
    : { ...point, low: point.value - 2, high: point.value + 2 },
)

const figureFor = (key: string): Figure => {
  const seed = [...key].reduce((sum, letter) => sum + letter.charCodeAt(0) * 7, 0)
  if (key === 'k03') return { value: null, state: 'secret' }
  if (key === 'k07') return { value: null, state: 'later' }
  if (key === 'k09') return { value: null, state: 'unreliable' }
  if (key === 'k05') return { value: null, state: 'nil' }
  if (key === 'k14') return { value: null, state: 'unknown' }
  if (key === 'k16') return { value: null, state: 'meaningless' }
  return { value: 12 + ((seed * 13) % 31) }
}
const values = Object.fromEntries(Object.keys(names).map((key) => [key, figureFor(key)]))

export function FiguresPage() {
  const [area, setArea] = useState('k04')
  const shared = {
    topology: boundaries as unknown as Topology,
    values,
    nameOf: (key: string) => names[key] ?? key,
    labelOf: (key: string) => (names[key] ?? key).replace('Landkreis ', ''),
    unit: 'je 1.000 Einwohner',
    attribution: '© GeoBasis-DE / BKG 2024 (dl-de/by-2-0), vereinfacht',
  }
  return (
    <>
      <PageHead
        kind="Zahlen"
        title="Pflegebedürftige in Oberbayern"
        lead="Dieselbe Auswahl als Karte, Reihe und Vergleich."
      />
      <FilterBar>
        <Select
          name="what"
          label="Zahl"
          options={[{ value: 'a', label: 'Pflegebedürftige je 1.000' }]}
          defaultValue="a"
        />
        <Select name="year" label="Jahr" options={[{ value: '2023', label: '2023' }]} defaultValue="2023" />
      </FilterBar>
      <Columns min={460}>
        <Choropleth
          {...shared}
          title="Pflegebedürftige am 15. Dezember 2023"
          period="2023"
          source="Pflegestatistik"
          selected={area}
          onSelect={setArea}
        />
        <Stack>
          <LineChart
            title="Pflegebedürftige, 2009 bis 2023"
            unit="je 1.000 Einwohner"
            series={[
              { id: 'o', label: 'Ebersberg', points: own, own: true },
              { id: 'b', label: 'Oberbayern', points: line(25, 2) },
              { id: 'm', label: 'Erding', points: line(19, 2.4) },
            ]}
            breaks={[
              {
                at: 2017,
                label: 'Neuer Pflegebegriff 2017',
                detail: 'Pflegegrade statt Pflegestufen: mehr Menschen zählen als pflegebedürftig.',
              },
              { at: 2021, label: 'Zensus 2022', detail: 'Bevölkerung ab 2021 auf neuer Grundlage.' },
            ]}
            source="Statistisches Bundesamt, 22411-02-03-4"
            decimals={1}
          />
          <BarCompare
            title="Mein Landkreis neben seinen Nachbarn"
            unit="je 1.000 Einwohner"
            period="2023"
            decimals={1}
            reference={{ label: 'Oberbayern', value: 38.2 }}
            source="Pflegestatistik"
            rows={[
              { id: 'a', label: 'Landkreis Ebersberg', value: 36.4, low: 34.1, high: 38.7, own: true },
              { id: 'b', label: 'Landkreis Erding', value: 33.9, low: 31.8, high: 36 },
              { id: 'c', label: 'Landkreis München', value: 35.2, low: 34, high: 36.4 },
              { id: 'd', label: 'Landkreis Rosenheim', value: 44.8, low: 42.5, high: 47.1 },
              { id: 'e', label: 'Landkreis Miesbach', value: null, state: 'unreliable' },
            ]}
          />
        </Stack>
        <Choropleth
          {...shared}
          title="Abweichung vom Durchschnitt"
          scale={{ kind: 'diverging', around: 25, label: 'Oberbayern' }}
        />
      </Columns>
    </>
  )
}

const rows = Object.entries(names)
  .slice(0, 8)
  .map(([key, name]) => ({ key, name, figure: figureFor(key), population: 90000 + key.charCodeAt(2) * 1234 }))

export function TablePage() {
  const [page, setPage] = useState(4)
  return (
    <>
      <PageHead kind="Zahlen" title="Alle Gebiete" />
      <DataTable
        caption="Kreise und Städte in Oberbayern"
        rows={rows}
        rowKey={(row) => row.key}
        selected={(row) => row.key === 'k04'}
        sort={{ id: 'name' }}
        columns={[
          {
            id: 'name',
            header: 'Gebiet',
            main: true,
            cell: (row) => <A to="zahlen">{row.name}</A>,
            sortBy: (row) => row.name,
          },
          {
            id: 'people',
            header: 'Einwohner',
            align: 'end',
            cell: (row) => <ValueText value={row.population} />,
            sortBy: (row) => row.population,
          },
          {
            id: 'care',
            header: 'Pflegebedürftige je 1.000',
            align: 'end',
            cell: (row) => <ValueText {...row.figure} decimals={1} />,
            sortBy: (row) => row.figure.value,
          },
          { id: 'source', header: 'Quelle', cell: () => 'Pflegestatistik 2023', phone: 'hide' },
        ]}
        footer="Stand: 15. Dezember 2023"
      />
      <Pagination page={page} pages={12} onPage={setPage} />
    </>
  )
}
