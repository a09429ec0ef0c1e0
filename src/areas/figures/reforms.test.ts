// Reforms of areas through HTTP: a series goes on over them, exactly or marked as estimated, or is interrupted and says why.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Caller, testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, ok } from '#apps/testing-people.ts'
import type { AreaPage, FoundArea, ReformPage, ReformPreview } from './contract/reforms.ts'
import { demoFile, indicatorNamed, readIn, registerFile, seriesOf } from './testing.ts'
import {
  baiern,
  bruck,
  dachau,
  drawn,
  ebersberg,
  glonn,
  joins,
  landInFigures,
  line,
  moosach,
  record,
  reform,
} from './testing-reforms.ts'

const found = async (caller: Caller, search: string) =>
  ok<{ areas: FoundArea[] }>(await caller.get(`/figures/find-areas?search=${encodeURIComponent(search)}`)).areas

test('a reform of areas keeps the time series: predecessors are added up exactly, the area pages tell it, and it can be taken back (B06)', async (t) => {
  const house = await testHouse(t)
  const planner = await landInFigures(house)
  const before = await line(planner, '12411-BEVSTD', glonn)
  assert.equal(drawn(before), '2013 4400, 2014 4500, 2015 4600, 2016 6100')
  const { id: population } = await indicatorNamed(planner, '12411-BEVSTD')
  const { asOf } = await seriesOf(planner, { indicator: population, areas: glonn })
  await house.moveTo('2026-11-22T09:00:00Z')
  const { reforms } = await record(planner, joins)
  assert.equal(reforms[0]?.title, 'Eingliederung: Baiern in Glonn (01.01.2016)')
  assert.equal(
    drawn(await line(house.visitor, '12411-BEVSTD', glonn)),
    '2013 5800 exact, 2014 5920 exact, 2015 6040 exact, 2016 6100',
  )
  assert.equal(
    drawn(await line(planner, '12411-BEVSTD', glonn, { boundaries: 'then' })),
    '2013 4400, 2014 4500, 2015 4600 | 2016 6100',
  )
  assert.equal(
    drawn(await line(planner, '12411-BEVSTD', baiern)),
    '2013 1400, 2014 1420, 2015 1440',
    '"-" after the end is no zero',
  )
  assert.equal(
    drawn(await line(planner, '12411-BEVSTD', glonn, { asOf })),
    drawn(before),
    'a view that was cited keeps its numbers',
  )
  const carried = await line(planner, '12411-BEVSTD', glonn)
  assert.deepEqual(
    carried.reforms.map(({ day, how }) => [day, how]),
    [['2016-01-01', 'exact']],
  )
  assert.deepEqual(
    carried.composed.map((one) => one.parts.map((part) => part.name)),
    [['Glonn'], ['Glonn', 'Baiern']],
  )
  assert.equal(carried.segments[0]?.change?.absolute, 5348 - 5800, 'the change is that of the same ground')

  const [gone] = await found(planner, 'Baiern')
  assert.equal(gone?.until, '2016-01-01')
  const page = ok<AreaPage>(await house.visitor.get(`/figures/areas/${gone!.id}`))
  assert.deepEqual(
    page.states.map(({ key, ars, until }) => [key, ars, until]),
    [[baiern, '091755114113', '2016-01-01']],
  )
  assert.deepEqual(
    page.above.map((one) => one.key),
    ['09', '091', ebersberg],
  )
  assert.deepEqual(
    page.reforms[0]?.parts.filter((part) => part.before.id !== part.after.id).map((part) => part.after.name),
    ['Glonn'],
  )
  const csv = await planner.get(`/figures/series.csv?indicator=${population}&areas=${glonn}`)
  assert.match(String(csv.body), /;5800;.*genau/)

  const { id } = reforms[0]!
  const shown = ok<ReformPage>(await planner.get(`/figures/reforms/${id}`))
  ok(await planner.act(`/figures/reforms/${id}/withdraw`, shown.head.revision))
  assert.equal(drawn(await line(planner, '12411-BEVSTD', glonn)), drawn(before))
  assert.equal((await found(planner, 'Baiern'))[0]?.until, null)
})

test('rates are computed anew from both counts, never added; what does not add up interrupts the line with the reason', async (t) => {
  const house = await testHouse(t)
  const planner = await landInFigures(house)
  await record(planner, joins)
  const quota = await line(planner, '13211-ERWP10', glonn)
  assert.equal(drawn(quota), '2013 3, 2014 3.1, 2015 3.2 | 2016 3.3')
  assert.equal(quota.reforms[0]?.how, 'notAdditive')
  assert.deepEqual(
    quota.segments.map((one) => one.boundariesUntil),
    ['2016-01-01', null],
  )
  const rate = await line(planner, '22421-HZP001', glonn, { per: 1000 })
  const per1000 = (count: number, all: number) => (count / all) * 1000
  assert.deepEqual(rate.segments[0]?.values.slice(0, 4), [
    per1000(14 + 30, 1400 + 4400),
    per1000(15 + 31, 1420 + 4500),
    per1000(18 + 33, 1440 + 4600),
    per1000(60, 6100),
  ])
  await record(
    planner,
    reform('merger', '2016-07-01', [
      { before: bruck, after: '09175131' },
      { before: moosach, after: '09175131' },
    ]),
  )
  assert.equal(
    drawn(await line(planner, '12411-BEVSTD', '09175131')),
    '2013 2500 exact, 2014 unknown exact, 2015 2520 exact',
    'one part is unknown, so the sum is',
  )
})

test('a part is carried with its share and marked as estimated; a county without a share is interrupted (Kreiswechsel)', async (t) => {
  const house = await testHouse(t)
  const planner = await landInFigures(house)
  await record(planner, reform('transfer', '2016-01-01', [{ before: glonn, after: bruck, population: 0.1, land: 0.2 }]))
  const took = await line(planner, '12411-BEVSTD', bruck)
  assert.equal(drawn(took), '2013 1440 estimated, 2014 1460 estimated, 2015 1480 estimated, 2016 1030')
  assert.deepEqual(
    took.composed.at(-1)?.parts.map((part) => [part.key, part.share, part.bases]),
    [
      [bruck, 1, []],
      [glonn, 0.1, ['population']],
    ],
  )
  assert.equal(
    drawn(await line(planner, '12411-BEVSTD', glonn)),
    '2013 3960 estimated, 2014 4050 estimated, 2015 4140 estimated, 2016 6100',
  )
  await record(planner, reform('countyChange', '2016-01-01', [{ before: baiern, after: '09174111' }]))
  for (const county of [ebersberg, dachau]) {
    const { segments, reforms } = await line(planner, '12411-BEVSTD', county)
    assert.equal(segments.length, 2, 'how many people went along is not known')
    assert.equal(reforms[0]?.how, 'share')
  }
})

test('who may not, cannot; and what does not fit is refused in a sentence, with nothing written', async (t) => {
  const house = await testHouse(t)
  const planner = await landInFigures(house)
  const staff = await addPerson(house, planner, {
    name: 'Stefan Stab',
    organisation: planner.organisation,
    roles: ['staff'],
  })
  assert.equal((await staff.post('/figures/reforms', { reforms: [joins] })).status, 403)
  const refused = async (...reforms: ReturnType<typeof reform>[]) =>
    (await planner.post('/figures/reforms', { reforms })).body.code
  assert.equal(
    await refused(reform('incorporation', '2016-01-01', [{ before: baiern, after: '09175999' }])),
    'areaUnknown',
  )
  assert.equal(
    await refused(reform('incorporation', '2016-01-01', [{ before: baiern, after: glonn, population: 0.5 }])),
    'reformUnfit',
  )
  assert.equal(
    await refused(
      reform('split', '2016-01-01', [
        { before: baiern, after: glonn, population: 0.5 },
        { before: baiern, after: bruck, population: 0.3 },
      ]),
    ),
    'sharesUnfit',
  )
  assert.equal(
    await refused(joins, reform('merger', '2016-01-01', [{ before: glonn, after: ebersberg }])),
    'reformUnfit',
  )
  assert.equal(
    drawn(await line(planner, '12411-BEVSTD', glonn)),
    '2013 4400, 2014 4500, 2015 4600, 2016 6100',
    'all or nothing',
  )
  await record(planner, joins)
  assert.equal(await refused(joins), 'reformThere')
  assert.equal(await refused(reform('incorporation', '2018-01-01', [{ before: baiern, after: bruck }])), 'areaEnded')
})

test('a list of changes is read from CSV, shown first, and recorded once: Teilung with shares from people, a former area that no register knows', async (t) => {
  const house = await testHouse(t)
  const planner = await landInFigures(house)
  const rows = [
    'Art der Änderung;Wirksam am;Schlüssel alt;Name alt;Schlüssel neu;Name neu;Einwohner;Fläche in ha',
    `Teilung;01.01.2015;${baiern};Baiern;${glonn};Glonn;300;`,
    `Teilung;01.01.2015;${baiern};Baiern;${bruck};Bruck;100;`,
    `Teilung;01.01.2015;${glonn};;${glonn};;;`,
    `Teilung;01.01.2015;${bruck};;${bruck};;;`,
    `Eingliederung;01.05.1978;09175199;Altdorf;${moosach};Moosach;;`,
    `Namensänderung;01.07.2016;${moosach};Moosach;${moosach};Moosach an der Glonn;;`,
    'Eingliederung;32.01.2015;09175121;Glonn;09175114;Bruck;;',
    'Verlegung;01.01.2015;09175121;Glonn;09175114;Bruck;;',
    `Eingliederung;01.01.2015;09175131;Oberpframmern;09175999;Nirgendwo;;`,
  ]
  const preview = ok<ReformPreview>(await planner.upload('/figures/reforms/file', 'änderungen.csv', rows.join('\n')))
  assert.deepEqual(
    preview.reforms.map((one) => [one.lines, one.state]),
    [
      [[2, 3, 4, 5], 'new'],
      [[6], 'new'],
      [[7], 'new'],
      [[10], 'fault'],
    ],
  )
  assert.match(preview.reforms[3]!.fault!, /09175999 ist hier nicht bekannt.*Gemeindeverzeichnis/)
  assert.deepEqual(preview.leftOut, [
    { line: 8, why: '„32.01.2015“ ist kein Tag' },
    { line: 9, why: '„Verlegung“ ist keine Art der Änderung' },
  ])
  assert.equal((await found(planner, 'Altdorf')).length, 0, 'reading writes nothing')
  const reforms = preview.reforms.filter((one) => one.state === 'new').map((one) => one.input)
  assert.equal(ok<{ reforms: unknown[] }>(await planner.post('/figures/reforms', { reforms })).reforms.length, 3)
  assert.equal(
    (await planner.post('/figures/reforms', { reforms })).body.code,
    'reformThere',
    'the same list again has no effect',
  )
  assert.equal(
    drawn(await line(planner, '12411-BEVSTD', glonn)),
    '2013 5450 estimated, 2014 5565 estimated, 2015 4600, 2016 6100',
  )
  assert.equal(
    drawn(await line(planner, '12411-BEVSTD', bruck)),
    '2013 1350 estimated, 2014 1365 estimated, 2015 1020, 2016 1030',
  )
  const [altdorf] = await found(planner, 'Altdorf')
  assert.deepEqual([altdorf?.key, altdorf?.until, altdorf?.parent], ['09175199', '1978-05-01', 'Ebersberg'])
  assert.deepEqual(
    (await found(planner, 'Moosach')).map((one) => [one.name, one.from, one.until]),
    [
      ['Moosach', null, '2016-07-01'],
      ['Moosach an der Glonn', '2016-07-01', null],
    ],
  )
  assert.equal((await planner.upload('/figures/reforms/file', 'x.csv', 'Name;Ort\nA;B')).body.code, 'noReformColumns')
})

test('whoever is bound to an area that has ceased is told what to do, until another area is entered', async (t) => {
  const house = await testHouse(t)
  const planner = await landInFigures(house)
  const gemeinde = { kind: 'municipality', side: 'public', areaKey: baiern } as const
  const organisation = await addOrganisation(planner, 'Gemeinde Baiern', gemeinde)
  const petra = await addPerson(house, planner, { name: 'Petra Planerin', organisation, roles: ['planner', 'admin'] })
  const owed = async () =>
    ok<{ mine: { kind: string; title: string; because: { clause: string }; state: string }[] }>(
      await petra.get('/worklist'),
    ).mine.filter((one) => one.kind === 'checkArea')
  await record(planner, joins)
  await house.settle()
  const [duty] = await owed()
  assert.equal(duty?.title, 'Baiern (09175113) gibt es seit 01.01.2016 nicht mehr: Gebiet prüfen')
  assert.match(duty!.because.clause, /Eingliederung: Baiern in Glonn.*Glonn \(09175121\)/)
  await house.settle()
  assert.equal((await owed()).length, 1)
  const page = ok<{ head: { revision: number } }>(await petra.get(`/organisations/${organisation}`))
  ok(
    await petra.put(`/organisations/${organisation}`, page.head.revision, {
      name: 'Gemeinde Baiern',
      ...gemeinde,
      areaKey: glonn,
    }),
  )
  await house.settle()
  assert.deepEqual(await owed(), [])
})

test('an older register read in later does not make an area twice, and one that is listed until a reform takes force keeps its end', async (t) => {
  const house = await testHouse(t)
  const planner = await landInFigures(house)
  const older = (on: string) =>
    demoFile(registerFile)
      .toString()
      .replaceAll('30.06.2024 (2. Quartal)', on)
      .replace(';111;Anzing;', ';999;Altanzing;')
  await readIn(planner, 'alt1.csv', older('31.12.2019'))
  await readIn(planner, 'alt2.csv', older('31.12.2018').replace(';116;Egmating;', ';998;Altegmating;'))
  assert.deepEqual(
    (await found(planner, 'Altanzing')).map((one) => [one.key, one.until]),
    [['09175999', '2024-06-30']],
  )
  await record(planner, reform('incorporation', '2028-01-01', [{ before: baiern, after: glonn }]))
  await readIn(
    planner,
    'neu.csv',
    demoFile(registerFile)
      .toString()
      .replaceAll('30.06.2024 (2. Quartal)', '30.09.2026')
      .replace(';Anzing;', ';Anzing am Forst;'),
  )
  assert.deepEqual(
    (await found(planner, 'Baiern')).map((one) => [one.key, one.until]),
    [[baiern, '2028-01-01']],
  )
  assert.equal((await found(planner, 'Anzing am Forst')).length, 1)
})
