// The projection beside what one would do without it: nothing changes, a straight line, their mean, Hamilton and Perry. Errors on the
// offices' own figures (left out where they are not at hand), the time on a made-up country.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readGenesisCsv } from '#pure/genesis/csv.ts'
import { populationCsv } from '#pure/projection/official.ts'
import { constant, hamiltonPerry, linear } from '#pure/projection/peers.ts'
import { blockOf, type Population, until } from '#pure/projection/population.ts'
import { meanError, project } from '#pure/projection/project.ts'
import { columns, readPopulation } from '#pure/projection/read.ts'
import { structureOf } from '#pure/projection/structure.ts'
import { decodeText } from '#pure/table-file/decode.ts'
import type { Row } from './row.ts'

const sources = join(process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data', 'statistics')
const percent = (share: number) => `${(100 * share).toFixed(2)} %`
const average = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
const text = (file: string) => decodeText(gunzipSync(readFileSync(join(sources, file)))).text

export async function projection(): Promise<Row[]> {
  return [...(existsSync(sources) ? measured() : []), time()]
}

function measured(): Row[] {
  const bavaria = structureOf(
    readPopulation(populationCsv(readGenesisCsv(text('genesis_2021-08/12411-0018_bayern.csv.gz')))),
  ).population
  const counties = totals('genesis_2020-02/12411-0015.csv.gz', 5)
  const municipalities = totals('regionaldatenbank_2017-10/12411-01-01-5_00.csv.gz', 8)
  const short = bavaria.years.flatMap((known, k) =>
    k < 1 ? [] : bavaria.years.slice(k + 1).map((year): [number, number] => [known, year]),
  )
  const ten: [number, number][] = [2000, 2002, 2004, 2006, 2008].map((known) => [known, known + 10])
  const rows: [string, Population, [number, number][], number][] = [
    ['by county, sex and 17 age groups', bavaria, short, 1],
    ['by county', bavaria, short, 34],
    ['by county, 10 years', counties, ten, 1],
    [
      'by municipality, 2 to 4 years after the census of 2011',
      municipalities,
      [
        [2011, 2015],
        [2012, 2015],
        [2013, 2015],
      ],
      1,
    ],
  ]
  return rows.map(([job, population, spans, parts]) => compare(job, population, spans, parts))
}

/** One number per area and year from a table of many measures: the total of both sexes, where every year knows it. */
function totals(file: string, digits: number): Population {
  const { rows } = readGenesisCsv(text(file))
  const wanted = rows.filter(({ area, dimensions }) => area.key.length === digits && (dimensions.GES?.total ?? true))
  const years = new Set(wanted.map(({ period }) => period.to.slice(0, 4))).size
  const counts = new Map<string, number>()
  for (const { area, cell } of wanted) if (cell.value) counts.set(area.key, (counts.get(area.key) ?? 0) + 1)
  const lines = wanted.flatMap(({ area, period, cell }) =>
    counts.get(area.key) === years ? [`${area.key},t,0,,${period.to.slice(0, 4)},${cell.value}`] : [],
  )
  return structureOf(readPopulation([columns.join(','), ...lines].join('\n'))).population
}

function compare(job: string, population: Population, spans: [number, number][], parts: number): Row {
  const block = blockOf(population)
  const errors = {
    ours: [] as number[],
    still: [] as number[],
    line: [] as number[],
    mean: [] as number[],
    perry: [] as number[],
  }
  const inside: number[] = []
  for (const [known, year] of spans) {
    const before = until(population, known)
    const y = population.years.indexOf(year)
    const came = population.values.subarray(y * block, (y + 1) * block)
    const { values, low, high } = project(before, year)
    const said = values.subarray(values.length - block)
    const still = constant(before)
    const line = linear(before, year - known)
    errors.ours.push(meanError(said, came, parts))
    errors.still.push(meanError(still, came, parts))
    errors.line.push(meanError(line, came, parts))
    errors.mean.push(
      meanError(
        still.map((one, at) => (one + line[at]!) / 2),
        came,
        parts,
      ),
    )
    if (population.groups.length > 1) errors.perry.push(meanError(hamiltonPerry(before, year - known), came, parts))
    const from = values.length - block
    inside.push(average([...came].map((one, at) => (one >= low[from + at]! && one <= high[from + at]! ? 1 : 0))))
  }
  const perry = errors.perry.length > 0 ? `, Hamilton–Perry ${percent(average(errors.perry))}` : ''
  return {
    job: `projection, mean absolute error ${job}${parts === 1 ? ` (${percent(average(inside))} inside the 80 % interval)` : ''}`,
    ours: percent(average(errors.ours)),
    peer: `mean of constant and linear ${percent(average(errors.mean))}, constant ${percent(average(errors.still))}, linear ${percent(average(errors.line))}${perry}`,
    ratio: (average(errors.ours) / average(errors.mean)).toFixed(2),
    size: `${population.areas.length} areas, ${spans.length} spans from ${spans[0]!.join('–')} to ${spans.at(-1)!.join('–')}`,
  }
}

/** 11,000 municipalities, two sexes, 18 groups, six years known, twenty to come. */
function time(): Row {
  const areas = Array.from({ length: 11_000 }, (_, a) => String(1_001_001 + a * 1_361).padStart(8, '0'))
  const groups = Array.from({ length: 18 }, (_, g) => ({ from: 5 * g, to: g === 17 ? null : 5 * g + 5 }))
  const years = [2015, 2016, 2017, 2018, 2019, 2020]
  const population = {
    areas,
    sexes: ['m', 'w'],
    groups,
    years,
    values: new Float64Array(years.length * areas.length * 36),
  }
  for (let at = 0; at < population.values.length; at += 1) {
    const [line, y, g] = [Math.floor(at / 18) % 22_000, Math.floor(at / 396_000), at % 18]
    const size = 20 + ((line * 7_919) % 400)
    population.values[at] = Math.round(
      size * (1 + 0.004 * y * ((line % 7) - 3)) * (g > 13 ? 1 - (g - 13) * 0.2 : 1) * (1 + ((at * 31) % 17) / 100),
    )
  }
  const rounds = [0, 1, 2].map(() => {
    const cpu = process.cpuUsage()
    const began = performance.now()
    project(population, 2040)
    const { user } = process.cpuUsage(cpu)
    return [performance.now() - began, user / 1000] as const
  })
  const [wall, cpu] = [0, 1].map((i) => Math.min(...rounds.map((round) => round[i]!)))
  const plain = performance.now()
  for (let h = 1; h <= 20; h += 1) linear(population, h)
  return {
    job: 'projection, intervals and whole numbers included (goal: at most 1 s)',
    ours: `${(wall! / 1000).toFixed(2)} s (${(cpu! / 1000).toFixed(2)} s of one processor)`,
    peer: `straight lines: ${((performance.now() - plain) / 1000).toFixed(2)} s`,
    ratio: '',
    size: '11,000 areas × 2 sexes × 18 ages × 20 years',
  }
}
