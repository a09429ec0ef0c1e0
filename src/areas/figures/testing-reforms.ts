// What the tests of reforms share: a house with the register of Oberbayern and figures of some municipalities and counties. The reforms are invented.
import type { Caller, TestHouse } from '#apps/testing.ts'
import { founders, ok } from '#apps/testing-people.ts'
import type { Series } from './contract/series.ts'
import { indicatorNamed, readIn, registerFile, seriesOf } from './testing.ts'

type Measure = { statistic: string; code: string; label: string; unit: string }
export const people: Measure = { statistic: '12411', code: 'BEVSTD', label: 'Bevölkerungsstand', unit: 'Anzahl' }
export const inCare: Measure = { statistic: '22421', code: 'HZP001', label: 'Empfänger von Leistungen', unit: 'Anzahl' }
export const quota: Measure = { statistic: '13211', code: 'ERWP10', label: 'Arbeitslosenquote', unit: 'Prozent' }

/** A flat file as the offices deliver it: areas × days. */
export function flat(
  measure: Measure,
  days: readonly string[],
  rows: Readonly<Record<string, readonly (number | string)[]>>,
): string {
  const heading =
    'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label'
  const lines = Object.entries(rows).flatMap(([key, values]) =>
    values.map(
      (value, at) =>
        `${measure.statistic};Probe;STAG;Stichtag;${days[at]};GEMEIN;Gemeinden;${key};Probe ${key};${value};${measure.unit};${measure.code};${measure.label}`,
    ),
  )
  return `\ufeff${[heading, ...lines].join('\r\n')}\r\n`
}

export const days = ['2013-12-31', '2014-12-31', '2015-12-31', '2016-12-31']
/** Baiern, Glonn, Bruck, Moosach; and the counties of Ebersberg and Dachau. */
export const [baiern, glonn, bruck, moosach, ebersberg, dachau] = [
  '09175113',
  '09175121',
  '09175114',
  '09175128',
  '09175',
  '09174',
] as const

export async function landInFigures(house: TestHouse) {
  const planner = await founders(house, { name: 'Landkreis Ebersberg', areaKey: ebersberg })
  await readIn(planner, registerFile)
  await readIn(
    planner,
    'bevoelkerung.csv',
    flat(people, days, {
      [baiern]: [1400, 1420, 1440, '-'],
      [glonn]: [4400, 4500, 4600, 6100],
      [bruck]: [1000, 1010, 1020, 1030],
      [moosach]: [1500, '.', 1500, 1500],
      [ebersberg]: [133000, 134000, 135000, 136000],
      [dachau]: [144000, 145000, 146000, 148000],
    }),
  )
  await readIn(planner, 'hilfe.csv', flat(inCare, days, { [baiern]: [14, 15, 18, '-'], [glonn]: [30, 31, 33, 60] }))
  await readIn(
    planner,
    'quote.csv',
    flat(quota, days, { [baiern]: [2.0, 2.1, 2.2, '-'], [glonn]: [3.0, 3.1, 3.2, 3.3] }),
  )
  return planner
}

export const line = async (caller: Caller, code: string, area: string, more: Record<string, string | number> = {}) => {
  const indicator = await indicatorNamed(caller, code)
  const series = await seriesOf(caller, { indicator: indicator.id, areas: area, ...more })
  return series.areas[0]!
}
/** Year, value or mark, how it came over the reform; a bar where the line is interrupted. What the register says of 2022 is left out. */
export const drawn = (area: Series['areas'][number]) =>
  area.segments
    .map((one) =>
      one.from
        .map(
          (from, n) =>
            `${from.slice(0, 4)} ${one.values[n] ?? one.marks[n]}${one.carried[n] ? ` ${one.carried[n]}` : ''}`,
        )
        .filter((words) => words < '2022')
        .join(', '),
    )
    .filter(Boolean)
    .join(' | ')

type Part = {
  before: string
  after: string
  whole?: boolean
  population?: number
  land?: number
  beforeName?: string
  afterName?: string
}
export const reform = (kind: string, day: string, parts: readonly Part[]) => ({
  kind,
  day,
  source: 'Verordnung der Regierung (Probe)',
  parts: parts.map((part) => ({
    before: { key: part.before, name: part.beforeName ?? null },
    after: { key: part.after, name: part.afterName ?? null },
    whole: part.whole ?? (part.population === undefined && part.land === undefined && part.before !== part.after),
    population: part.population ?? null,
    land: part.land ?? null,
  })),
})
export const record = async (caller: Caller, ...reforms: ReturnType<typeof reform>[]) =>
  ok<{ reforms: { id: string; title: string }[]; there: number }>(await caller.post('/figures/reforms', { reforms }))
export const joins = reform('incorporation', '2016-01-01', [{ before: baiern, after: glonn }])
