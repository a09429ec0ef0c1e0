// The command `project`, as a planner or a script calls it: a file in, the same columns with an interval out, nothing else asked.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { clearAway, temporaryFolder } from '#kit/db/managed/test-installation.ts'
import { readGenesisCsv } from '#pure/genesis/csv.ts'
import { populationCsv } from '#pure/projection/official.ts'
import { decodeText } from '#pure/table-file/decode.ts'
import { type Ended, nahtstelle } from './testing.ts'

const folder = temporaryFolder()
after(() => clearAway(folder))
const put = (name: string, content: Buffer | string) => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
const official = new URL('../../areas/figures/demo-data/12411-0018_oberbayern.csv', import.meta.url)
const csv = populationCsv(readGenesisCsv(decodeText(readFileSync(official)).text))
const refused = (ended: Ended, code: number, sentence: RegExp) => {
  assert.equal(ended.code, code, `${ended.out}${ended.told}`)
  assert.equal(ended.out, '')
  assert.match(ended.told, sentence)
  assert.equal(ended.told.trim().split('\n').length, 1, ended.told)
  assert.doesNotMatch(ended.told, /Error|undefined|at .*\.ts/)
}

type Line = { key: string; year: string; population: number; low: number; high: number }
const linesOf = (text: string): Line[] =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [area, sex, from, to, year, population, low, high] = line.split(',')
      return {
        key: [area, sex, from, to].join(),
        year: year!,
        population: Number(population),
        low: Number(low),
        high: Number(high),
      }
    })

test('Upper Bavaria to 2020 from what was known in 2018: whole people in an interval, nearer than the year before, its own error told', async () => {
  const [heading, ...rows] = csv.trim().split('\n')
  const yearOf = (row: string) => row.split(',')[4]!
  const known = [heading, ...rows.filter((row) => yearOf(row) <= '2018')].join('\n')
  const ended = await nahtstelle(['project', put('population.csv', known), '--to', '2020'])
  assert.equal(ended.code, 0, ended.told)
  assert.equal(ended.out.split('\n')[0], 'area,sex,age_from,age_to,year,population,low,high')
  assert.match(
    ended.told,
    /^Probe am eigenen letzten Jahr: 2018, vorausberechnet aus den Zahlen bis 2017, weicht im Mittel je Zahl um \d,\d % ab/,
  )
  const lines = linesOf(ended.out)
  assert.deepEqual([lines.length, new Set(lines.map(({ year }) => year)).size], [2 * 23 * 34, 2])
  const came = new Map(
    rows
      .filter((row) => yearOf(row) === '2020')
      .map((row) => [row.split(',').slice(0, 4).join(), Number(row.split(',')[5])]),
  )
  const before = new Map(
    rows
      .filter((row) => yearOf(row) === '2018')
      .map((row) => [row.split(',').slice(0, 4).join(), Number(row.split(',')[5])]),
  )
  let ours = 0
  let still = 0
  for (const { key, year, population, low, high } of lines) {
    assert.ok(Number.isInteger(population) && low <= population && population <= high, key)
    if (year !== '2020') continue
    ours += Math.abs(population / came.get(key)! - 1)
    still += Math.abs(before.get(key)! / came.get(key)! - 1)
  }
  assert.ok(ours < 0.65 * still, `${ours} against ${still}`)
  // Packed, from standard input, with the last year of each group instead of the first after it: the same.
  const withLast = known.replace(/^(\d+,\w+,\d+),(\d+),/gm, (_, start, to) => `${start},${Number(to) - 1},`)
  const again = await nahtstelle(['project', '-', '--to', '2020'], { input: gzipSync(withLast) })
  assert.equal(again.code, 0, again.told)
  assert.deepEqual(
    linesOf(again.out).map(({ population, low, high }) => [population, low, high]),
    lines.map(({ population, low, high }) => [population, low, high]),
  )
})

test('what is wrong is said in one German sentence with its line; nothing is printed', async () => {
  const good = 'area,sex,age_from,age_to,year,population\nA,t,0,20,2020,5\nA,t,20,,2020,7\n'
  const file = put('good.csv', good)
  const wrong = (text: string, ...words: string[]) =>
    nahtstelle(['project', '-', ...(words.length > 0 ? words : ['--to', '2030'])], { input: text })
  refused(await wrong(good.replace('2020,7', '2020,sieben')), 1, /^Zeile 3: „sieben“ ist keine Bevölkerungszahl/)
  refused(await wrong(good.replace('age_to', 'bis')), 1, /^Zeile 1: In der Kopfzeile fehlt die Spalte „age_to“/)
  refused(await wrong(good, '--to', '2020'), 1, /Die Zahlen reichen schon bis 2020/)
  refused(await nahtstelle(['project', join(folder, 'none.csv'), '--to', '2030']), 1, /lässt sich nicht öffnen/)
  refused(await nahtstelle(['project', file, '--to', 'bald']), 2, /„bald“ ist kein Jahr/)
  refused(
    await nahtstelle(['project', file, '--to', '2030', '--scenario', 'x']),
    2,
    /So lässt sich „project“ nicht aufrufen/,
  )
  const help = await nahtstelle(['help', 'project'])
  assert.match(help.out, /^rechnet eine Bevölkerung voraus/)
  assert.equal(help.code, 0)
  const one = await nahtstelle(['project', file, '--to', '2021'])
  assert.match(one.told, /nur ein Jahr/)
  assert.equal(one.code, 0)
})
