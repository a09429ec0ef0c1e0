// From the lines of a table to what is projected: which labels are sums, how ages are meant, what is wrong and where.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { project } from './project.ts'
import { BadPopulation, readPopulation } from './read.ts'
import { structureOf } from './structure.ts'
import { writeProjection } from './write.ts'

const heading = 'area,sex,age_from,age_to,year,population'
const read = (...lines: string[]) => structureOf(readPopulation([heading, ...lines].join('\n')))
const at = (fault: string, line: number | null) => (error: unknown) =>
  error instanceof BadPopulation && error.fault === fault && error.line === line

test('ages with their last year and without it are the same groups', () => {
  const without = read('A,t,0,5,2020,5', 'A,t,5,10,2020,5', 'A,t,10,,2020,9')
  const withLast = read('A,t,0,4,2020,5', 'A,t,5,9,2020,5', 'A,t,10,,2020,9')
  const single = read('A,t,0,0,2020,5', 'A,t,1,1,2020,5', 'A,t,2,,2020,9')
  assert.deepEqual(without.population, withLast.population)
  assert.deepEqual(single.population.groups, [
    { from: 0, to: 1 },
    { from: 1, to: 2 },
    { from: 2, to: null },
  ])
  assert.deepEqual(
    withLast.ages.map(({ to }) => to),
    ['4', '9', ''],
  )
})

test('sums are recognised and add up again: all ages, both sexes, the county of its municipalities', () => {
  const people: Record<string, number> = { '09175111': 100, '09175112': 250 }
  const lines: string[] = []
  for (const year of [2018, 2019, 2020])
    for (const area of ['09175', '09175111', '09175112'])
      for (const sex of ['m', 'w', 'insgesamt'])
        for (const [from, to] of [
          [0, ''],
          [0, 20],
          [20, 65],
          [65, ''],
        ] as const) {
          const one = area === '09175' ? 350 : people[area]!
          const parts = from === 0 && to === '' ? 3 : 1
          lines.push(`${area},${sex},${from},${to},${year},${one * parts * (sex === 'insgesamt' ? 2 : 1)}`)
        }
  const structure = read(...lines)
  assert.deepEqual(structure.population.areas, ['09175111', '09175112'])
  assert.deepEqual(structure.population.sexes, ['m', 'w'])
  const csv = [...writeProjection(structure, project(structure.population, 2025), ',')].join('')
  const rows = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  assert.equal(rows.length, 5 * 3 * 3 * 4)
  const value = (area: string, sex: string, from: string, to: string, year: string) =>
    Number(rows.find((row) => row.slice(0, 5).join() === [area, sex, from, to, year].join())![5])
  for (const year of ['2021', '2025'])
    for (const area of ['09175', '09175111', '09175112'])
      for (const sex of ['m', 'w', 'insgesamt']) {
        const whole = value(area, sex, '0', '', year)
        assert.equal(
          whole,
          value(area, sex, '0', '20', year) + value(area, sex, '20', '65', year) + value(area, sex, '65', '', year),
        )
        assert.equal(
          value(area, 'insgesamt', '0', '', year),
          value(area, 'm', '0', '', year) + value(area, 'w', '0', '', year),
        )
        assert.equal(
          value('09175', sex, '0', '', year),
          value('09175111', sex, '0', '', year) + value('09175112', sex, '0', '', year),
        )
      }
  assert.ok(
    rows.every(([, , , , , middle, low, high]) => Number(low) <= Number(middle) && Number(middle) <= Number(high)),
  )
})

test('signs and holes: "-" is nobody, "." unknown; a missing number is taken from its neighbours in time and counted', () => {
  const { population, filled, gone } = read(
    'A,t,0,20,2018,10',
    'A,t,20,65,2018,20',
    'A,t,65,,2018,-',
    'A,t,0,20,2019,.',
    'A,t,20,65,2019,22',
    'A,t,65,,2019,2',
    'A,t,0,20,2020,14',
    'A,t,20,65,2020,24',
    'B,t,0,20,2018,1',
    'B,t,20,65,2018,1',
    'B,t,65,,2018,1',
  )
  assert.deepEqual([...population.values], [10, 20, 0, 12, 22, 2, 14, 24, 2])
  assert.deepEqual([filled, gone], [1, ['B']])
})

test('decimals stay decimals, semicolons semicolons, names with commas are quoted', () => {
  const text = `${heading.replaceAll(',', ';')}\r\n"Stadt; ""A""";t;0;20;2020;1,5\r\n"Stadt; ""A""";t;20;;2020;3,25\r\n`
  const rows = readPopulation(text)
  const structure = structureOf(rows)
  assert.deepEqual([rows.decimals, structure.population.areas], [2, ['Stadt; "A"']])
  const [head, first] = [...writeProjection(structure, project(structure.population, 2021, 2), rows.separator)]
    .join('')
    .split('\n')
  assert.equal(head, `${heading.replaceAll(',', ';')};low;high`)
  assert.match(first!, /^"Stadt; ""A""";t;0;20;2021;1\.\d+;/)
})

test('what is wrong is named with its line', () => {
  const good = 'A,t,0,20,2020,5'
  const wrong: [string[], string, number | null][] = [
    [[good, 'A,t,20,,2020'], 'cells', 3],
    [[good, ',t,20,,2020,5'], 'area', 3],
    [[good, 'A,t,zwanzig,,2020,5'], 'age-from', 3],
    [[good, 'A,t,20,10,2020,5'], 'age-to', 3],
    [[good, 'A,t,20,,20,5'], 'year', 3],
    [[good, 'A,t,20,,2020,1.234.567'], 'population', 3],
    [[good, 'A,t,20,,2020,-5'], 'population', 3],
    [[good, 'A,t,20,,2020,5', good], 'twice', 4],
    [[good, 'A,t,15,,2020,5'], 'ages-overlap', 3],
    [[good, 'A,t,30,,2020,5'], 'ages-gap', 3],
    [[good, '"A,t,20,,2020,5'], 'open-quote', 3],
    [[], 'nobody', null],
  ]
  for (const [lines, fault, line] of wrong) assert.throws(() => read(...lines), at(fault, line), lines.join(' '))
  assert.throws(() => readPopulation(''), at('empty', null))
  assert.throws(() => readPopulation('area,sex,age_from,year,population\n'), at('column-missing', 1))
  assert.throws(() => readPopulation(`${heading},year\n`), at('column-twice', 1))
})
