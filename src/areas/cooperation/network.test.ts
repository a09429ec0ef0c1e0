// The network as it follows from what organisations do together, the directory of bodies, and who is missing in a body.
import assert from 'node:assert/strict'
import test from 'node:test'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, founders, join, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Relation } from '#areas/actors/contract/relations.ts'
import { argeHouse, measureContent, recommend, releaseByBoth, stateNeed } from '#areas/planning/testing.ts'
import type { Completeness } from './contract/completeness.ts'
import type { DirectoryLine, Load, Network } from './contract/network.ts'

const networkOf = async (who: TestPerson) => ok<Network>(await who.get('/network'))
const found = (by: TestPerson, name: string, members: readonly string[], more: object = {}) =>
  by
    .post('/bodies', {
      name,
      shortName: name.slice(0, 30),
      mission: 'Für die Prüfung',
      form: 'forum',
      seats: members.map((organisation) => ({ organisation })),
      ...more,
    })
    .then((reply) => ok<{ id: string }>(reply).id)
type Directory = {
  bodies: DirectoryLine[]
  load: Load[]
  overlaps: { a: { title: string }; b: { title: string }; shared: unknown[]; of: number; topics: string[] }[]
}

test('who sits in the same body is tied; whoever alone sits in two is named as the bridge between them', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const ids = await Promise.all(
    ['A', 'B', 'C', 'D', 'E'].map((name) =>
      addOrganisation(erika, `${name} (Beispiel)`, { kind: 'association', side: 'free' }),
    ),
  )
  const [a, b, c, d, alone] = ids as [string, string, string, string, string]
  await found(erika, 'Eins (Beispiel)', [a, b, c])
  await found(erika, 'Zwei (Beispiel)', [c, d])
  const network = await networkOf(erika)
  const of = (id: string) => network.nodes.find((node) => node.id === id)!
  assert.deepEqual(
    [a, b, c, d, alone].map((id) => of(id).degree),
    [2, 2, 3, 1, 0],
  )
  assert.equal(of(a).part, of(d).part)
  assert.notEqual(of(a).part, of(alone).part)
  // Of six nodes, ten pairs of others: C lies between A–D and B–D.
  assert.deepEqual(
    [a, b, c, d].map((id) => of(id).between),
    [0, 0, 0.2, 0],
  )
  assert.deepEqual(
    network.bridges.map((one) => [one.a.title, one.b.title]),
    [['C (Beispiel)', 'D (Beispiel)']],
  )
  assert.deepEqual(
    network.holds.map((one) => one.organisation.title),
    ['C (Beispiel)'],
  )
  assert.deepEqual(
    network.holds[0]!.between.map((part) => part.names.map((one) => one.title)),
    [['A (Beispiel)', 'B (Beispiel)'], ['D (Beispiel)']],
  )
  assert.ok(network.missing.includes('police') && !network.missing.includes('welfare'))
})

test('a joint measure, an agreement in force and delivered figures tie by themselves, with what they are', async (t) => {
  const arge = await argeHouse(t)
  const { erika, house, organisation } = arge
  const caritas = organisation('Caritas im Landkreis München')
  const before = await networkOf(erika)
  assert.equal(before.hubs[0]!.parties.length, 7)
  assert.ok(!before.nodes.some((node) => node.kind === 'unit'), 'departments count for their house')
  assert.deepEqual(before.ties, [])
  const need = await stateNeed(arge)
  const decision = await recommend(arge, [need.object.id])
  await releaseByBoth(arge, decision)
  const draft = ok<{ object: { id: string; revision: number } }>(
    await erika.post('/measures', { decision: decision.object.id, ...measureContent(arge) }),
  ).object
  ok(await erika.act(`/measures/${draft.id}/agreement`, draft.revision))
  await house.settle()
  const { ties } = await networkOf(erika)
  assert.deepEqual(
    ties.map(({ a, b, kind, object }) => [a, b, kind, object?.id]),
    [[erika.organisation, caritas, 'measure', draft.id]],
  )
})

test('one of the two states a relation with its source, nobody a third, and after its end it is out of the network', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const school = await addOrganisation(erika, 'Schule (Beispiel)', { kind: 'other', side: 'public' })
  const club = await addOrganisation(erika, 'Verein (Beispiel)', { kind: 'initiative', side: 'free' })
  const own = await addPerson(house, erika, { name: 'Susi Schule', organisation: school, roles: ['admin', 'planner'] })
  await addPerson(house, erika, { name: 'Vroni Verein', organisation: club, roles: ['admin'] })
  const relation = { target: club, kind: 'refers', source: 'Absprache vom 3. März 2026', from: '2026-03-03' }
  assert.equal((await erika.post(`/organisations/${school}/relations`, relation)).status, 403, 'about two others')
  const { relation: id } = ok<{ relation: string }>(await own.post(`/organisations/${school}/relations`, relation))
  assert.equal((await own.post(`/organisations/${school}/relations`, relation)).body.code, 'relationThere')
  assert.equal(
    (await own.post(`/organisations/${school}/relations`, { ...relation, target: school })).body.code,
    'relationToItself',
  )
  assert.equal((await own.post(`/organisations/${school}/relations`, { ...relation, source: '' })).status, 400)
  ok(
    await own.post(`/organisations/${school}/relations`, {
      target: null,
      kind: 'influences',
      about: 'Übergang von der Schule in den Beruf',
      field: 'education',
      source: 'Schulprogramm 2025',
    }),
  )
  const network = await networkOf(erika)
  assert.deepEqual(
    network.ties.map((tie) => [tie.kind, tie.source, tie.since]),
    [['refers', 'Absprache vom 3. März 2026', '2026-03-03']],
  )
  // Who influences X? By words of the process, by field, and on a day; with source and day.
  assert.equal(
    (await own.post(`/organisations/${school}/relations`, { ...relation, kind: 'informs', field: 'education' })).body
      .code,
    'fieldOfInfluence',
  )
  const influences = async (query: string) =>
    ok<{ influences: Relation[] }>(await erika.get(`/influences?${query}`)).influences
  const about = 'Übergang von der Schule in den Beruf'
  for (const query of ['', 'search=ubergang%20BERUF', 'field=education', 'search=Beruf&field=education'])
    assert.deepEqual(
      (await influences(query)).map((one) => [one.organisation.id, one.about, one.source, one.statedOn]),
      [[school, about, 'Schulprogramm 2025', '2026-11-22']],
      query,
    )
  for (const query of ['search=Pflege', 'field=care', 'on=2026-11-21']) assert.deepEqual(await influences(query), [])
  assert.equal((await erika.post(`/organisations/${school}/relations/${id}/end`)).status, 403)
  ok(await own.post(`/organisations/${school}/relations/${id}/end`, { until: '2026-11-01' }))
  assert.deepEqual((await networkOf(erika)).ties, [])
  type Relations = { relations: { kind: string; until: string | null; source: string }[] }
  const { relations } = ok<Relations>(await erika.get(`/organisations/${school}/relations`))
  assert.deepEqual(
    relations.map((one) => [one.kind, one.until]),
    [
      ['influences', null],
      ['refers', '2026-11-01'],
    ],
  )
})

test('the directory shows the bodies of an area with topics and load, and hints at two that overlap', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const ids = await Promise.all(
    Array.from({ length: 9 }, (_, n) =>
      addOrganisation(erika, `Verband ${n + 1} (Beispiel)`, { kind: 'association', side: 'free' }),
    ),
  )
  const care = await found(erika, 'Runder Tisch Pflege (Beispiel)', ids, { areaKey: '09184' })
  const age = await found(erika, 'Beirat Alter (Beispiel)', ids.slice(0, 7), { areaKey: '09184149' })
  await found(erika, 'Anderswo (Beispiel)', ids, { areaKey: '09175' })
  const area = async () => ok<Directory>(await erika.get('/directory?area=09184'))
  assert.deepEqual(
    (await area()).bodies.map((one) => one.name),
    ['Beirat Alter (Beispiel)', 'Runder Tisch Pflege (Beispiel)'],
  )
  assert.deepEqual((await area()).overlaps, [], 'without topics nothing is said')
  ok(await erika.put(`/bodies/${care}/topics`, 1, { topics: ['care', 'housing'] }))
  ok(await erika.put(`/bodies/${age}/topics`, 1, { topics: ['age', 'care'] }))
  const { overlaps, load, bodies } = await area()
  assert.deepEqual(
    overlaps.map((one) => [one.a.title, one.b.title, one.shared.length, one.of, one.topics]),
    [['Beirat Alter (Beispiel)', 'Runder Tisch Pflege (Beispiel)', 7, 7, ['care']]],
  )
  assert.deepEqual(
    bodies.map((one) => one.topics),
    [
      ['age', 'care'],
      ['care', 'housing'],
    ],
  )
  assert.deepEqual(
    load.filter((one) => one.organisation.id === ids[8]).map((one) => [one.bodies.length, one.meetings, one.duties]),
    [[1, 0, 0]],
  )
  assert.deepEqual(
    ok<Directory>(await erika.get('/directory?topic=housing')).bodies.map((one) => one.id),
    [care],
  )
})

test('the load of an organisation counts what its bodies held and what it owes there, for the organisation and not for people', async (t) => {
  const { erika, body, house, organisation } = await argeHouse(t, { figures: false })
  const planned = ok<{ object: { id: string; revision: number } }>(
    await erika.post('/meetings', { body, day: '2026-11-20', starts: '10:00', place: 'Saal' }),
  ).object
  ok(await erika.act(`/meetings/${planned.id}/holding`, planned.revision))
  await house.settle()
  const { load, bodies } = ok<Directory>(await erika.get('/directory'))
  assert.equal(bodies[0]!.held, 1)
  const county = load.find((one) => one.organisation.id === erika.organisation)!
  assert.deepEqual([county.bodies.length, county.meetings, county.duties], [1, 1, 0])
  assert.equal(load.find((one) => one.organisation.id === organisation('Caritas im Landkreis München'))!.meetings, 1)
  assert.doesNotMatch(JSON.stringify(load), /Erika|Severin|Gabriele/)
})

test('with its topics a body learns who usually belongs and is missing, until somebody takes the seat', async (t) => {
  const { house, erika, severin, gabriele, body } = await argeHouse(t, { figures: false })
  const view = async (who = erika) => ok<Completeness>(await who.get(`/bodies/${body}/completeness`))
  const missing = (seen: Completeness) =>
    seen.actors.filter((one) => one.usual && one.by.length === 0).map((one) => one.actor)
  assert.deepEqual(missing(await view()), [], 'county and associations are there; more needs topics')
  const revision = ok<{ head: { revision: number } }>(await erika.get(`/bodies/${body}`)).head.revision
  assert.equal((await gabriele.put(`/bodies/${body}/topics`, revision, { topics: ['youth'] })).status, 403)
  ok(await severin.put(`/bodies/${body}/topics`, revision, { topics: ['youth', 'integration'] }))
  const seen = await view()
  assert.deepEqual(missing(seen), [
    'municipality',
    'socialOffice',
    'youthOffice',
    'labour',
    'school',
    'church',
    'police',
    'citizens',
  ])
  assert.deepEqual(
    seen.coverage.map((one) => [one.field, one.public, one.free]),
    [
      ['integration', [], []],
      ['youth', [], []],
    ],
  )
  assert.deepEqual(seen.parity, {
    public: { organisations: 1, seats: 4 },
    free: { organisations: 6, seats: 6 },
    other: { organisations: 0, seats: 0 },
  })
  // The department says what it is: it was there all the time.
  const { units } = ok<{ units: { id: string; title: string }[] }>(
    await erika.get(`/organisations/${erika.organisation}`),
  )
  const youth = units.find((unit) => unit.title.includes('Jugend'))!
  ok(await erika.post(`/organisations/${youth.id}/tags`, { roles: ['youthOffice', 'socialOffice'], fields: ['youth'] }))
  const told = await view()
  assert.deepEqual(missing(told), ['municipality', 'labour', 'school', 'church', 'police', 'citizens'])
  assert.deepEqual(
    told.coverage.find((one) => one.field === 'youth')!.public.map((one) => one.title),
    [youth.title],
  )
  // What was entered as a discipline of the organisation counts in the same words.
  const advice = await addOrganisation(erika, 'Migrationsberatung (Beispiel)', {
    kind: 'association',
    side: 'free',
    disciplines: ['migration', 'safety'],
  })
  await join(house, erika, body, { organisation: advice, guest: true })
  assert.deepEqual(
    (await view()).coverage.find((one) => one.field === 'integration')!.free.map((one) => one.title),
    ['Migrationsberatung (Beispiel)'],
  )
  // The gap becomes a partner: asked, on trial, and with a seat it is no gap any more.
  const school = await addOrganisation(erika, 'Schulverbund (Beispiel)', { kind: 'other', side: 'public' })
  const search = (more: object) => erika.post(`/bodies/${body}/missing-actors`, { actor: 'school', ...more })
  assert.equal((await search({ state: 'contacted' })).body.code, 'whoMissing')
  assert.equal((await search({ state: 'notNeeded' })).body.code, 'whyMissing')
  assert.equal((await gabriele.post(`/bodies/${body}/missing-actors`, { actor: 'school', state: 'open' })).status, 403)
  ok(await search({ state: 'contacted', organisation: school }))
  ok(await search({ state: 'trial', organisation: school, note: 'Gast im Herbst' }))
  const trial = (await view(gabriele)).actors.find((one) => one.actor === 'school')!
  assert.deepEqual([trial.by, trial.search?.state, trial.search?.organisation?.id], [[], 'trial', school])
  ok(await erika.post(`/organisations/${school}/tags`, { roles: ['school'], fields: ['education'] }))
  await join(house, erika, body, { organisation: school })
  assert.ok(!missing(await view()).includes('school'))
})

test('each organisation states what it brings in its own words, and the office may only fill what is empty, with a source', async (t) => {
  const { erika, severin, gabriele, body, organisation } = await argeHouse(t, { figures: false })
  const awo = organisation('Arbeiterwohlfahrt Kreisverband München-Land')
  const brk = organisation('Bayerisches Rotes Kreuz Kreisverband München')
  const state = (who: TestPerson, organisation: string, more: object = {}) =>
    who.post(`/bodies/${body}/contributions`, {
      organisation,
      kind: 'knowledge',
      text: 'Zwölf Beratungsstellen',
      ...more,
    })
  const cells = async (id: string) =>
    ok<Completeness>(await severin.get(`/bodies/${body}/completeness`)).contributions.find(
      (one) => one.organisation.id === id,
    )!
  ok(await state(gabriele, awo))
  assert.equal((await cells(awo)).cells.knowledge?.text, 'Zwölf Beratungsstellen')
  assert.deepEqual((await cells(awo)).cells.data, undefined, 'what is not stated stays empty and is asked for')
  assert.equal((await state(gabriele, brk)).status, 403, 'for another')
  assert.equal((await state(gabriele, brk, { source: 'Gehört' })).status, 403, 'for another, not being the office')
  assert.equal((await state(erika, awo, { source: 'Telefonat', text: 'Anders' })).body.code, 'ownWords')
  assert.equal((await state(erika, brk)).status, 403, 'without a source')
  ok(await state(erika, brk, { source: 'Jahresbericht 2025' }))
  assert.equal((await cells(brk)).cells.knowledge?.source, 'Jahresbericht 2025')
  ok(await state(erika, awo, { source: 'Telefonat', kind: 'data', text: 'Quartalszahlen' }))
  ok(await state(gabriele, awo, { kind: 'data', text: 'Jahreszahlen' }))
  assert.deepEqual(
    [(await cells(awo)).cells.data?.text, (await cells(awo)).cells.data?.source],
    ['Jahreszahlen', null],
    'the organisation itself has the last word',
  )
  ok(await state(gabriele, awo, { text: '' }))
  assert.equal((await cells(awo)).cells.knowledge, undefined)
})
