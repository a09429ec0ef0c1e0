// How organisations hang together and change, through HTTP on a real database.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, founders, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Event, OrganisationOn } from './contract/structure.ts'
import type { Organisation, OrganisationLine } from './contract.ts'

const page = async (by: TestPerson, id: string) => ok<Organisation>(await by.get(`/organisations/${id}`))
const on = async (by: TestPerson, id: string, day: string) =>
  ok<OrganisationOn>(await by.get(`/organisations/${id}/on?day=${day}`))
const events = async (by: TestPerson, id: string) =>
  ok<{ events: Event[] }>(await by.get(`/organisations/${id}/events`)).events
const names = (state: OrganisationOn) => state.represents.map((one) => one.nameThen)
const facts = (house: TestHouse, kind: string) =>
  house.asOwner(
    async (db) =>
      (
        await sql<{
          organisation: string
          subject: string
          object: string
          day: string
        }>`select organisation, subject, object, day from duties.fact where kind = ${kind} order by at, id`.execute(db)
      ).rows,
  )

test('an association represents its members on any day, with their members, under the names of that day', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const liga = await addOrganisation(erika, 'Arbeitsgemeinschaft der freien Wohlfahrtspflege', {
    kind: 'association',
    side: 'free',
  })
  const awo = await addOrganisation(erika, 'AWO Kreisverband', { kind: 'association', side: 'free' })
  const house1 = await addOrganisation(erika, 'AWO Beratungsstelle', { kind: 'provider', side: 'free' })
  const late = await addOrganisation(erika, 'Tafel', { kind: 'association', side: 'free' })
  const join = (id: string, parent: string, from: string, until: string | null = null) =>
    erika.post(`/organisations/${id}/memberships`, { parent, kind: 'member', from, until })
  ok(await join(awo, liga, '2018-01-01'))
  ok(await join(house1, awo, '2020-01-01'))
  ok(await join(late, liga, '2024-07-01', '2026-01-01'))
  ok(
    await erika.post(`/organisations/${awo}/correction`, {
      name: 'AWO Kreisverband Land',
      kind: 'association',
      side: 'free',
      parent: liga,
      since: '2022-01-01',
    }),
  )
  assert.deepEqual(names(await on(erika, liga, '2017-12-31')), [])
  assert.deepEqual(names(await on(erika, liga, '2018-01-01')), ['AWO Kreisverband'])
  assert.deepEqual(names(await on(erika, liga, '2021-12-31')), ['AWO Kreisverband', 'AWO Beratungsstelle'])
  assert.deepEqual(names(await on(erika, liga, '2025-12-31')), [
    'AWO Kreisverband Land',
    'Tafel',
    'AWO Beratungsstelle',
  ])
  assert.deepEqual(names(await on(erika, liga, '2026-01-01')), ['AWO Kreisverband Land', 'AWO Beratungsstelle'])
  assert.equal((await on(erika, liga, '2026-01-01')).represents.at(-1)!.via.id, awo)
  assert.equal((await join(late, liga, '2025-01-01')).body.code, 'alreadyMember')
  assert.equal((await join(liga, house1, '2021-01-01')).body.code, 'circle')
  ok(await join(late, liga, '2026-06-01'))
  assert.equal(
    (await erika.post(`/organisations/${late}/memberships/end`, { parent: liga, until: '2026-05-01' })).body.code,
    'endBeforeBeginning',
  )
  assert.deepEqual(
    (await events(erika, awo)).map((one) => [one.day, one.kind]),
    [
      ['2022-01-01', 'named'],
      ['2020-01-01', 'memberCame'],
      ['2018-01-01', 'joined'],
    ],
  )
})

test('a membership is entered by the member itself, and ended by either side', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const liga = await addOrganisation(erika, 'Liga', { kind: 'association', side: 'free' })
  const awo = await addOrganisation(erika, 'AWO', { kind: 'association', side: 'free' })
  const lisa = await addPerson(house, erika, { name: 'Lisa Liga', organisation: liga, roles: ['admin'] })
  const anna = await addPerson(house, erika, { name: 'Anna Awo', organisation: awo, roles: ['admin'] })
  const member = { parent: liga, kind: 'member', from: '2026-01-01' }
  assert.equal((await lisa.post(`/organisations/${awo}/memberships`, member)).status, 403)
  ok(await anna.post(`/organisations/${awo}/memberships`, member))
  assert.equal(
    (await erika.post(`/organisations/${awo}/memberships/end`, { parent: liga, until: '2026-12-01' })).status,
    403,
  )
  ok(await lisa.post(`/organisations/${awo}/memberships/end`, { parent: liga, until: '2027-01-01' }))
  const state = await on(lisa, liga, '2026-12-31')
  assert.deepEqual([names(state), state.represents[0]!.until], [['AWO'], '2027-01-01'])
  assert.deepEqual(names(await on(lisa, liga, '2027-01-01')), [])
})

test('an organisation works in several areas without being entered twice, and is found in each of them', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const ikg = await addOrganisation(erika, 'Israelitische Kultusgemeinde München und Oberbayern', {
    kind: 'church',
    side: 'free',
  })
  const area = (key: string, name: string, more: object = {}) =>
    erika.post(`/organisations/${ikg}/areas`, { key, name, ...more })
  ok(await area('09162', 'Landeshauptstadt München'))
  ok(await area('9184', 'Landkreis München', { from: '2020-01-01' }))
  assert.equal((await area('09184', 'Noch einmal')).body.code, 'areaThere')
  assert.equal((await area('9184x', 'Unsinn')).status, 400)
  const found = async (key: string) =>
    ok<{ organisations: OrganisationLine[] }>(await erika.get(`/organisations?area=${key}`)).organisations.filter(
      (one) => one.id === ikg,
    ).length
  assert.deepEqual(
    [await found('09162'), await found('09184'), await found('09184112'), await found('091'), await found('09175')],
    [1, 1, 1, 1, 0],
  )
  ok(await erika.post(`/organisations/${ikg}/areas/end`, { key: '09162', until: '2026-01-01' }))
  assert.deepEqual(
    (await page(erika, ikg)).areas.map((one) => one.key),
    ['09184'],
  )
  assert.deepEqual(
    (await on(erika, ikg, '2019-06-01')).areas.map((one) => one.key),
    ['09162'],
  )
})

test('a department goes into another: it ends, its own departments move on, and whoever holds seats is told by a fact', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house, { name: 'Landkreis Muster (Beispiel)' })
  const unit = (name: string, parent: string) => addOrganisation(erika, name, { kind: 'unit', side: 'public', parent })
  const social = await unit('Sozialamt (Beispiel)', erika.organisation)
  const youth = await unit('Jugendamt (Beispiel)', erika.organisation)
  const team = await unit('Team Wohnen (Beispiel)', social)
  const both = await unit('Amt für Jugend und Soziales (Beispiel)', erika.organisation)
  const goes = (id: string, more: object = {}) =>
    erika.post(`/organisations/${id}/successors`, {
      successors: [both],
      day: '2026-10-01',
      because: 'Organisationsverfügung',
      ...more,
    })
  assert.equal((await goes(social, { day: '2027-01-01' })).body.code, 'inFuture')
  assert.equal((await goes(social, { successors: [social] })).body.code, 'alreadySuccessor')
  ok(await goes(social))
  ok(await goes(youth))
  assert.equal((await goes(youth)).body.code, 'alreadyOver')
  assert.deepEqual(
    (await facts(house, 'organisation.merged'))
      .map((one) => [one.organisation, one.subject, one.object, one.day].join(' '))
      .toSorted(),
    [social, youth].map((gone) => [erika.organisation, both, gone, '2026-10-01'].join(' ')).toSorted(),
  )
  const gone = await page(erika, social)
  assert.deepEqual([gone.dissolvedOn, gone.successors[0]?.organisation.id], ['2026-10-01', both])
  assert.deepEqual(
    (await page(erika, both)).predecessors.map((one) => one.organisation.id).toSorted(),
    [social, youth].toSorted(),
  )
  assert.deepEqual(names(await on(erika, erika.organisation, '2026-09-30')), [
    'Amt für Jugend und Soziales (Beispiel)',
    'Jugendamt (Beispiel)',
    'Sozialamt (Beispiel)',
    'Team Wohnen (Beispiel)',
  ])
  assert.deepEqual(names(await on(erika, erika.organisation, '2026-10-01')), [
    'Amt für Jugend und Soziales (Beispiel)',
    'Team Wohnen (Beispiel)',
  ])
  assert.equal(
    (await on(erika, erika.organisation, '2026-10-01')).represents.find((one) => one.organisation.id === team)?.via.id,
    both,
  )
  assert.deepEqual(
    (await events(erika, social)).map((one) => one.kind),
    ['dissolved', 'unitWent', 'wasUnit', 'wentInto'],
  )
  assert.equal((await erika.post(`/organisations/${social}/end`, { day: null })).body.code, 'hasSuccessor')
  const listed = async (query = '') =>
    ok<{ organisations: OrganisationLine[] }>(await erika.get(`/organisations${query}`)).organisations.some(
      (one) => one.id === social,
    )
  assert.deepEqual([await listed(), await listed('?former=true')], [false, true])
})

test('nobody makes another organisation go into a third one, or end, by no path', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const awo = await addOrganisation(erika, 'AWO', { kind: 'association', side: 'free' })
  const own = await addOrganisation(erika, 'Eigene Abteilung', {
    kind: 'unit',
    side: 'public',
    parent: erika.organisation,
  })
  await addPerson(house, erika, { name: 'Anna Awo', organisation: awo, roles: ['admin'] })
  const move = { day: '2026-10-01', because: 'Übernahme' }
  assert.equal((await erika.post(`/organisations/${awo}/successors`, { ...move, successors: [own] })).status, 403)
  assert.equal(
    (await erika.post(`/organisations/${own}/successors`, { ...move, successors: [awo] })).body.code,
    'foreignSuccessor',
  )
  assert.equal((await erika.post(`/organisations/${awo}/end`, move)).status, 403)
  ok(await erika.post(`/organisations/${own}/end`, move))
  assert.equal((await page(erika, own)).dissolvedBecause, 'Übernahme')
  ok(await erika.post(`/organisations/${own}/end`, { day: null }))
  assert.equal((await page(erika, own)).dissolvedOn, null)
})

test('whoever entered an organisation corrects it until somebody is at home there, and the parent goes on describing its departments', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const awo = await addOrganisation(erika, 'Awo', { kind: 'provider', side: 'other' })
  const details = {
    name: 'AWO Kreisverband',
    kind: 'association',
    side: 'free',
    level: 'local',
    disciplines: ['youth', 'care'],
  }
  assert.equal((await page(erika, awo)).may.correct, true)
  ok(await erika.post(`/organisations/${awo}/correction`, details))
  await house.settle()
  const corrected = await page(erika, awo)
  assert.deepEqual(
    [corrected.head.title, corrected.kind, corrected.side, corrected.level, corrected.disciplines],
    ['AWO Kreisverband', 'association', 'free', 'local', ['youth', 'care']],
  )
  const anna = await addPerson(house, erika, { name: 'Anna Awo', organisation: awo, roles: ['admin'] })
  assert.equal((await page(erika, awo)).may.correct, false)
  assert.equal((await erika.post(`/organisations/${awo}/correction`, { ...details, name: 'Gekapert' })).status, 403)
  const unit = await addOrganisation(anna, 'Fachstelle', { kind: 'unit', side: 'free', parent: awo })
  const paul = await addPerson(house, anna, { name: 'Paul Planer', roles: ['planner'] })
  ok(
    await paul.post(`/organisations/${unit}/correction`, {
      name: 'Fachstelle Pflege',
      kind: 'unit',
      side: 'free',
      parent: awo,
    }),
  )
  assert.equal((await erika.post(`/organisations/${unit}/correction`, { ...details, name: 'Fremd' })).status, 403)
  await house.settle()
  assert.equal((await page(erika, unit)).head.title, 'Fachstelle Pflege')
})

test('two heads of equal rank: whether they sign together is said by the administration, not by one of them', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const awo = await addOrganisation(erika, 'AWO', { kind: 'association', side: 'free' })
  const anna = await addPerson(house, erika, { name: 'Anna Admin', organisation: awo, roles: ['admin'] })
  const one = await addPerson(house, anna, { name: 'Hanna Haupt', roles: ['head'] })
  const two = await addPerson(house, anna, { name: 'Karl Kopf', roles: ['head'], from: '2026-06-01' })
  ok(await anna.post(`/organisations/${awo}/signing`, { signing: 'joint' }))
  const shown = await page(one, awo)
  assert.deepEqual([shown.signing, shown.heads.map((head) => head.title)], ['joint', ['Hanna Haupt', 'Karl Kopf']])
  assert.equal((await one.post(`/organisations/${awo}/signing`, { signing: 'single' })).status, 403)
  assert.equal((await erika.post(`/organisations/${awo}/signing`, { signing: 'single' })).status, 403)
  assert.deepEqual(
    (await on(two, awo, '2026-05-31')).heads.map((head) => head.person.id),
    [one.person],
  )
  const asked = await house.asOwner((db) =>
    sql<{
      signing: string
      heads: number
    }>`select actors.signing(${awo}) as signing, (select count(*)::int from actors.heads(${awo}, '2026-06-01')) as heads`.execute(
      db,
    ),
  )
  assert.deepEqual(asked.rows, [{ signing: 'joint', heads: 2 }])
})

test('kinds beyond welfare, both kinds of Jobcenter, and Bezirk apart from Regierungsbezirk', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const add = (name: string, kind: string, side = 'public') =>
    erika.post('/organisations', { name, kind, side, example: name.includes('(Beispiel)') })
  for (const [name, kind, side] of [
    ['Polizeiinspektion (Beispiel)', 'police', 'public'],
    ['Mittelschule (Beispiel)', 'school', 'public'],
    ['Pfarrei (Beispiel)', 'church', 'free'],
    ['Jobcenter Ost (Beispiel)', 'jobcentreJoint', 'public'],
    ['Jobcenter West (Beispiel)', 'jobcentreMunicipal', 'public'],
    ['Tischlerei (Beispiel)', 'company', 'other'],
    ['Nachbarschaftstisch (Beispiel)', 'initiative', 'free'],
    ['Gruppe am Abend (Beispiel)', 'selfHelp', 'free'],
  ] as const)
    ok(await add(name, kind, side))
  assert.equal((await add('Regierungsbezirk Oberbayern', 'district')).status, 400)
  ok(await add('Bezirk Oberbayern', 'district'))
  const found = ok<{ organisations: OrganisationLine[] }>(
    await erika.get('/organisations?level=supralocal'),
  ).organisations
  assert.deepEqual(
    found.map((one) => one.name),
    ['Bezirk Oberbayern'],
  )
})

test('a freelancer is entered once, as organisation and person, and then invited', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const id = await addOrganisation(erika, 'Franziska Frei (Beispiel)', { kind: 'freelancer', side: 'other' })
  const { people } = await page(erika, id)
  assert.deepEqual(
    people.map((one) => one.person.title),
    ['Franziska Frei'],
  )
  const franziska = await addPerson(house, erika, { name: 'Franziska Frei', organisation: id, roles: ['admin'] })
  assert.equal(franziska.person, people[0]!.person.id)
})
