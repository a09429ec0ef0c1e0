// Comparison through HTTP on official figures: intervals, funnel, neighbours across the border, statistical neighbours, course. What is marked as made up is.
import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { founders, ok, type TestPerson } from '#apps/testing-people.ts'
import type { AlikeAreas, Comparison, Course } from './contract/comparison.ts'
import { sharedBorders } from './server/comparison/borders.ts'
import { indicatorNamed, mapOf, readIn, registerFile } from './testing.ts'
import { flat, inCare } from './testing-reforms.ts'

const closing: (() => Promise<void>)[] = []
let house: TestHouse
let planner: TestPerson
const id: Record<string, string> = {}
const [ebersberg, oberpframmern, grafing, haar] = ['09175', '09175131', '09175122', '09184123']
/** Made up, for municipalities on the day of the register: cases in help, with states. */
const help = {
  [oberpframmern]: [5],
  [grafing]: [30],
  '09175112': ['.'],
  '09175114': ['-'],
  '09175115': [24],
  [haar]: [60],
  '09175121': [9],
}
/** Made up: ten years; a leap in the last year of the first, noise in the second, a state in the third. */
const years = Array.from({ length: 10 }, (_, n) => `${2013 + n}-12-31`)
const courses = {
  '09175': [100, 108, 95, 101, 99, 104, 97, 103, 98, 210],
  '09174': [20, 14, 25, 19, 23, 17, 26, 15, 21, 27],
  '09177': [50, 52, '.', 49, 51, 50, 48, 52, 50, 51],
}

const query = (words: Record<string, string>) => new URLSearchParams(words).toString()
const compare = async (words: Record<string, string>) =>
  ok<Comparison>(await house.visitor.get(`/figures/comparison?${query(words)}`))
const alike = async (words: Record<string, string>) =>
  ok<AlikeAreas>(await house.visitor.get(`/figures/comparison/alike?${query(words)}`))
const course = async (words: Record<string, string>) =>
  ok<Course>(await house.visitor.get(`/figures/comparison/course?${query(words)}`))
const near = (found: number | null | undefined, wanted: number, within: number) =>
  assert.ok(typeof found === 'number' && Math.abs(found - wanted) <= within, `${found} is not ${wanted}`)

before(async () => {
  house = await testHouse(
    { after: (close: () => Promise<void>) => void closing.push(close) },
    { boundaries: { keyPrefix: '091', out: join(tmpdir(), 'nahtstelle-boundaries-test') } },
  )
  planner = await founders(house)
  for (const file of [
    registerFile,
    '12411-0015_oberbayern.csv',
    '22411-02-02-4_oberbayern.csv',
    '22411-02-03-4_oberbayern.csv',
    '13211-02-05-4_oberbayern.csv',
  ])
    await readIn(planner, file)
  await readIn(planner, 'hilfe.csv', flat(inCare, ['2022-12-31'], help))
  await readIn(planner, 'verlauf.csv', flat({ ...inCare, code: 'HZP002', label: 'Neue Fälle' }, years, courses))
  for (const code of [
    '22411-PFL016',
    '22411-PFL022',
    '12411-BEVSTD',
    '13211-ERWP06',
    '13211-ERWP10',
    '22421-HZP001',
    '22421-HZP002',
  ])
    id[code] = (await indicatorNamed(planner, code)).id
})
after(async () => {
  for (const close of closing) await close()
})

test('rates with intervals and funnel limits around the Regierungsbezirk, computed by hand from the same official counts; no rank where intervals meet', async () => {
  const care = { indicator: id['22411-PFL016']!, area: ebersberg }
  const found = await compare(care)
  assert.deepEqual([found.period.from, found.per, found.noInterval, found.rows.length], ['2017-12-31', 1000, null, 23])
  const counts = await mapOf(planner, { indicator: id['22411-PFL016'], from: '2017-12-31' })
  const people = await mapOf(planner, { indicator: id['12411-BEVSTD'], from: '2017-12-31' })
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, one) => all + (one ?? 0), 0)
  const theta = (sum(counts.values) / sum(people.values)) * 1000
  near(found.benchmark?.value, theta, 1e-9)
  assert.deepEqual([found.benchmark?.kind, found.benchmark?.name, found.benchmark?.areas], ['summed', 'Oberbayern', 23])
  for (const row of found.rows) {
    const [x, n] = [counts.values[counts.keys.indexOf(row.key)]!, people.values[people.keys.indexOf(row.key)]!]
    near(row.value, (x / n) * 1000, 1e-9)
    // Byar's approximation (Breslow and Day 1987), another way to the same interval.
    near(row.low, ((x * (1 - 1 / (9 * x) - 1.96 / (3 * Math.sqrt(x))) ** 3) / n) * 1000, 0.002)
    near(row.high, (((x + 1) * (1 - 1 / (9 * (x + 1)) + 1.96 / (3 * Math.sqrt(x + 1))) ** 3) / n) * 1000, 0.002)
    const z = (x - (theta * n) / 1000) / Math.sqrt((theta * n) / 1000)
    if (Math.abs(z) > 3.2) assert.equal(row.lies, z > 0 ? 'above998' : 'below998', row.name)
    if (Math.abs(z) < 1.9) assert.equal(row.lies, 'within', row.name)
  }
  const own = found.rows.find((row) => row.own)!
  // Chance does not explain the distance, but so far apart these counties lie in general: both are said.
  assert.deepEqual([own.key, own.lies, own.liesWide], [ebersberg, 'below998', 'within'])
  assert.ok(found.funnel!.factor > 1 && found.funnel!.areas === 23)
  assert.deepEqual(found.standing, { rank: null, overlaps: 2, of: 23 })
  assert.equal(found.rows.filter((row) => row.toOwn === 'open').length, 2)
  const munich = await compare({ ...care, area: '09178' })
  assert.deepEqual(munich.standing, { rank: 23, overlaps: 0, of: 23 }, 'a place where no interval meets')
})

test('neighbouring areas across the border are included by default and can be left out, and what is missing is said (B43)', async () => {
  const asked = { indicator: id['22421-HZP001']!, area: oberpframmern, level: 'municipality' }
  const found = await compare(asked)
  const across = found.rows.filter((row) => row.across)
  assert.deepEqual(
    across.map((row) => row.parent).sort(),
    across
      .map(() => '09184')
      .concat([])
      .sort(),
  )
  assert.ok(across.length >= 2 && found.borders.across === across.length, JSON.stringify(across.map((row) => row.name)))
  assert.ok(found.rows.filter((row) => row.parent === ebersberg).length === 21)
  const without = await compare({ ...asked, across: 'without' })
  assert.deepEqual(
    without.rows.map((row) => row.parent),
    without.rows.map(() => ebersberg),
  )
  const around = await compare({ ...asked, set: 'around' })
  assert.ok(around.rows.every((row) => row.own || row.borders) && around.rows.some((row) => row.across))
  assert.equal((await compare({ ...asked, area: grafing })).borders.edge, false)
  const outer = await compare({ indicator: id['22411-PFL016']!, area: '09171' })
  assert.deepEqual([outer.borders.state, outer.borders.edge], ['known', true], 'behind Altötting the map ends')
  const refused = await house.visitor.get(`/figures/comparison?${query({ ...asked, area: '09175999' })}`)
  assert.equal(refused.body.code, 'noSuchArea')
})

test('borders are real common borders: the same pairs as by comparing every stretch of every outline', async () => {
  const reply = await house.visitor.get('/figures/boundaries/counties')
  const { topology } = reply.body as unknown as { topology: Topology }
  const found = sharedBorders(topology)
  const layer = Object.values(topology.objects)[0] as GeometryCollection<{ key: string }>
  const owners = new Map<string, Set<string>>()
  for (const one of feature(topology, layer).features) {
    const { coordinates, type } = one.geometry as Polygon | MultiPolygon
    for (const ring of type === 'Polygon' ? coordinates : coordinates.flat())
      for (const [n, point] of ring.slice(1).entries()) {
        const stretch = [point.join(' '), ring[n]!.join(' ')].sort().join('|')
        owners.set(stretch, (owners.get(stretch) ?? new Set()).add(one.properties.key))
      }
  }
  const pairs = new Set(
    [...owners.values()].flatMap((some) =>
      [...some].flatMap((a) => [...some].flatMap((b) => (a < b ? [`${a}-${b}`] : []))),
    ),
  )
  const ours = [...found.of].flatMap(([a, others]) => [...others].flatMap((b) => (a < b ? [`${a}-${b}`] : [])))
  assert.deepEqual(ours.sort(), [...pairs].sort())
  assert.ok(pairs.size > 40 && pairs.has('09175-09184') && !pairs.has('09171-09184'))
  const edge = new Set([...owners.values()].flatMap((some) => (some.size === 1 ? [...some] : [])))
  assert.deepEqual([...found.edge].sort(), [...edge].sort())
})

test('states stay states: unknown is no number and has no interval, "–" counts as nought, and an area of which nothing is said is shown', async () => {
  const found = await compare({ indicator: id['22421-HZP001']!, area: grafing, level: 'municipality' })
  const at = (key: string) => found.rows.find((row) => row.key === key)!
  assert.deepEqual(
    [at('09175112').value, at('09175112').mark, at('09175112').low, at('09175112').lies],
    [null, 'unknown', null, null],
  )
  const nil = at('09175114')
  assert.deepEqual([nil.value, nil.mark, nil.count, nil.low], [null, 'nil', 0, 0])
  near(nil.high, (3.689 / nil.people!) * 1000, 0.001)
  assert.deepEqual([at('09175111').value, at('09175111').mark], [null, null])
  assert.equal(found.benchmark?.areas, 5)
  assert.equal(found.benchmark?.missing, 16)
  const empty = await compare({ indicator: id['22421-HZP001']!, area: '09175112', level: 'municipality' })
  assert.equal(empty.standing, null)
  const file = await house.visitor.get(
    `/figures/comparison.csv?${query({ indicator: id['22421-HZP001']!, area: grafing, level: 'municipality' })}`,
  )
  const lines = Buffer.from(file.body as unknown as Uint8Array)
    .toString('utf8')
    .split('\r\n')
  assert.match(lines.find((line) => line.startsWith('09175112'))!, /;;\.;unbekannt oder geheim zu halten;/)
  assert.match(lines.find((line) => line.startsWith('09175122'))!, /eigenes Gebiet;2022-12-31;2022-12-31;2,1/)
  assert.equal(lines.length, found.rows.length + 2)
  // A measure that is no longer collected: even "–" says nothing.
  const ended = await compare({ indicator: id['22411-PFL022']!, area: ebersberg, from: '2017-12-31' })
  assert.ok(ended.ended && ended.rows.every((row) => row.count === null && row.low === null))
})

test('where chance cannot be told the reason is said: quotas, no population of that day, absolute values, the population itself', async () => {
  const reason = async (words: Record<string, string>) => {
    const found = await compare({ area: ebersberg, ...words })
    assert.ok(found.rows.every((row) => row.low === null && row.lies === null) && found.funnel === null)
    assert.ok(found.rows.some((row) => row.value !== null))
    return found.noInterval
  }
  assert.equal(await reason({ indicator: id['13211-ERWP10']! }), 'notAdditive')
  assert.equal(await reason({ indicator: id['22411-PFL016']!, from: '2019-12-31' }), 'noPopulation')
  assert.equal(await reason({ indicator: id['22411-PFL016']!, as: 'value' }), 'asked')
  assert.equal(await reason({ indicator: id['12411-BEVSTD']! }), 'isPopulation')
})

test('statistical neighbours by an open formula: each distance can be computed again from what is printed, weights count, the outcome does not choose', async () => {
  const asked = { indicator: id['22411-PFL016']!, area: ebersberg }
  const found = await alike(asked)
  assert.deepEqual(
    found.leftOut.map((one) => one.id),
    [id['22411-PFL016']],
  )
  assert.ok(found.traits.every((one) => one.id !== id['22411-PFL016']))
  assert.equal(
    found.traits.find((one) => one.unusable === 'gaps')?.weight,
    0,
    'the area is known for three cities only',
  )
  const weights = found.traits.reduce((sum, one) => sum + one.weight, 0)
  for (const one of found.nearest) {
    const square = one.parts.reduce((sum, part) => {
      const trait = found.traits.find((each) => each.id === part.id)!
      return sum + (trait.weight * (part.own - part.other) ** 2) / trait.deviation! ** 2
    }, 0)
    near(one.distance, Math.sqrt(square / weights), 1e-9)
    near(
      one.parts.reduce((sum, part) => sum + part.share, 0),
      1,
      1e-9,
    )
  }
  assert.deepEqual(
    found.nearest.map((one) => one.distance).toSorted((a, b) => a - b),
    found.nearest.map((one) => one.distance),
  )
  const bySize = await alike({ ...asked, traits: `${id['12411-BEVSTD']}:1,${id['13211-ERWP06']}:0` })
  assert.notDeepEqual(
    bySize.nearest.map((one) => one.key),
    found.nearest.map((one) => one.key),
  )
  assert.ok(bySize.nearest.every((one) => one.parts.length === 1))
  const set = await compare({ ...asked, set: 'alike' })
  assert.deepEqual(
    set.rows.map((row) => row.key).sort(),
    [ebersberg, ...found.nearest.slice(0, 5).map((one) => one.key)].sort(),
  )
  const held = ok<{ id: string }>(
    await planner.post('/figures/indicators', {
      code: 'PROBE',
      title: 'Plätze der Probe',
      definition: 'Plätze am 31. Dezember.',
      unit: 'Plätze',
      source: 'Erhebung',
    }),
  )
  const refused = await house.visitor.get(`/figures/comparison/alike?${query({ ...asked, traits: `${held.id}:1` })}`)
  assert.equal(refused.body.code, 'notPublicTrait')
})

test('the course: a planted leap is hinted at, noise is not, a state is left out and counted, and nothing is computed across a break (B17)', async () => {
  const leap = await course({ indicator: id['22421-HZP002']!, area: ebersberg })
  const hints = leap.runs.flatMap((run) => run.hints)
  assert.deepEqual(
    hints.map((one) => [one.period.from, one.count, one.side]),
    [['2022-12-31', 210, 'above']],
  )
  assert.ok(hints[0]!.high < 210 && hints[0]!.low < hints[0]!.expected)
  const noise = await course({ indicator: id['22421-HZP002']!, area: '09174' })
  assert.deepEqual(
    noise.runs.flatMap((run) => run.hints),
    [],
  )
  assert.deepEqual(
    noise.runs.map((run) => [run.looked, run.of, run.trend?.direction]),
    [[5, 'counts', 'none']],
  )
  const gap = await course({ indicator: id['22421-HZP002']!, area: '09177' })
  assert.deepEqual([gap.states, gap.runs[0]?.points], [1, 9])
  const care = await course({ indicator: id['22411-PFL016']!, area: ebersberg })
  assert.deepEqual(
    care.runs.map((run) => [run.basis?.code, run.from, run.last, run.points, run.noTrend]),
    [
      ['care-levels', '2009-12-31', '2009-12-31', 1, 'few'],
      ['care-levels-2011', '2011-12-31', '2015-12-31', 3, 'few'],
      ['care-grades-2017', '2017-12-31', '2017-12-31', 1, 'few'],
      ['care-grades-2019', '2019-12-31', '2019-12-31', 1, 'few'],
    ],
  )
  const people = await course({ indicator: id['12411-BEVSTD']!, area: ebersberg })
  assert.deepEqual(
    people.runs.slice(0, 2).map((run) => [run.basis?.code, run.last]),
    [
      ['census-1987', '2010-12-31'],
      ['census-2011', '2018-12-31'],
    ],
  )
  const work = await course({ indicator: id['13211-ERWP06']!, area: ebersberg })
  assert.deepEqual(
    work.runs.map((run) => [run.points, run.trend?.direction]),
    [[6, 'none']],
  )
  assert.deepEqual(
    (await course({ indicator: id['13211-ERWP10']!, area: ebersberg })).runs.map((run) => run.noTrend),
    ['notWhole'],
  )
})
