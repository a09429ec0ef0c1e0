// The Datenspur through HTTP: walked both ways, masked where the reader may not look, exported in the words of PROV.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, founders, ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import { duties } from '#kit/duties/duties.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Audience } from '#kit/ref.ts'
import type { Neighbour, Station, Step } from './contract.ts'
import { type LinkKind, trail } from './trail.ts'

type Walk = { start: Station; stations: Station[]; steps: Step[]; openDuties: { subject: string; kind: string }[] }
const at = '2026-11-22T08:00:00Z'

/** table → need → (internal) decision → measure → service, of one county; and somebody of another organisation. */
async function chain(t: TestContext) {
  const house = await testHouse(t)
  const erika = await founders(house)
  const other = await addOrganisation(erika, 'Verband (Beispiel)', { kind: 'association', side: 'free' })
  const anna = await addPerson(house, erika, { name: 'Anna Verband', organisation: other })
  const as = <T>(
    who: TestPerson,
    work: (
      db: Parameters<typeof trail>[0],
      actor: NonNullable<Parameters<Parameters<typeof inTransaction<T>>[3]>[1]>,
    ) => Promise<T>,
  ) =>
    inTransaction(
      house.house.pool,
      { token: who.cookie.slice(who.cookie.indexOf('=') + 1), organisation: who.organisation },
      null,
      (db, actor) => work(db, actor!),
    )
  const id: Record<string, string> = {}
  await as(erika, async (db, actor) => {
    const make = async (name: string, kind: string, audience: Audience) => {
      id[name] = newId(at)
      await objects(db).make({
        id: id[name],
        kind,
        title: `Titel ${name}`,
        owner: erika.organisation,
        author: erika.person,
        audience,
      })
      await objects(db).freeze(id[name], { name }, actor)
    }
    await make('table', 'officialTable', 'public')
    await make('need', 'need', 'public')
    await make('decision', 'decision', 'organisation')
    await make('measure', 'measure', 'members')
    await make('service', 'service', 'public')
    const link = (kind: LinkKind, from: string, to: string, reason: string | null = null) =>
      trail(db).link(
        actor,
        actor.mandates[0]!,
        kind,
        { id: id[from]!, edition: 1 },
        { id: id[to]!, edition: 1 },
        reason,
      )
    await link('evidenceFor', 'table', 'need')
    await link('decidedIn', 'need', 'decision', 'Geheimer Grund')
    await link('ledTo', 'decision', 'measure')
    await link('answeredBy', 'measure', 'service')
    // The same link twice is one.
    await link('answeredBy', 'measure', 'service')
  })
  const walk = async (who: { get: TestPerson['get'] }, from: string) => ok<Walk>(await who.get(`/trail/${id[from]}`))
  return { house, erika, anna, id, as, walk }
}

test('from any station the whole way is found, forwards and backwards', async (t) => {
  const { erika, id, walk } = await chain(t)
  const forwards = await walk(erika, 'table')
  assert.deepEqual(
    forwards.steps
      .map((step) => [step.kind, step.forwards, step.depth])
      .toSorted((a, b) => Number(a[2]) - Number(b[2])),
    [
      ['evidenceFor', true, 1],
      ['decidedIn', true, 2],
      ['ledTo', true, 3],
      ['answeredBy', true, 4],
    ],
  )
  const backwards = await walk(erika, 'service')
  assert.equal(backwards.steps.length, 4)
  assert.ok(backwards.steps.every((step) => !step.forwards))
  const middle = await walk(erika, 'decision')
  assert.deepEqual(middle.steps.map((step) => step.forwards).toSorted(), [false, false, true, true])
  assert.deepEqual(new Set(middle.stations.map((station) => station.id)), new Set(Object.values(id)))
  const step = forwards.steps[0]!
  assert.deepEqual(
    [step.person?.title, step.organisation?.id, step.role !== null, step.sourceEdition, step.targetEdition],
    ['Erika Muster', erika.organisation, true, 1, 1],
  )
})

test('what the reader may not see is a station without a name, with whom to ask, and the way goes on behind it', async (t) => {
  const { house, erika, anna, id, walk } = await chain(t)
  const seen = await walk(anna, 'table')
  assert.equal(seen.stations.length, 5)
  const masked = seen.stations.find((station) => station.id === id.decision)!
  assert.deepEqual(
    [masked.visible, masked.kind, masked.title, masked.created, masked.owner?.id],
    [false, null, null, null, erika.organisation],
  )
  const step = seen.steps.find((one) => one.target === id.decision)!
  assert.deepEqual([step.person, step.organisation, step.role, step.reason], [null, null, null, null])
  assert.ok(!JSON.stringify(seen).includes('Geheimer Grund') && !JSON.stringify(seen).includes('Titel decision'))
  assert.equal(seen.stations.find((station) => station.id === id.service)?.title, 'Titel service')
  const visitor = await walk(house.visitor, 'table')
  assert.deepEqual(
    visitor.stations
      .filter((station) => !station.visible)
      .map((station) => station.id)
      .toSorted(),
    [id.decision, id.measure].toSorted(),
  )
  assert.ok(!JSON.stringify(visitor).includes('Erika Muster'), 'persons are not named to visitors')
  for (const who of [anna, house.visitor]) assert.equal((await who.get(`/trail/${id.decision}`)).status, 404)
  assert.equal((await house.visitor.get(`/trail/${newId(at)}`)).status, 404)
})

test('direct neighbours are only those that one may see', async (t) => {
  const { erika, anna, id } = await chain(t)
  const around = async (who: TestPerson) =>
    ok<{ before: Neighbour[]; after: Neighbour[] }>(await who.get(`/trail/${id.need}/around`))
  assert.deepEqual(
    [(await around(erika)).before.map((one) => one.id), (await around(erika)).after.map((one) => one.id)],
    [[id.table], [id.decision]],
  )
  assert.deepEqual([(await around(anna)).before.map((one) => one.id), (await around(anna)).after], [[id.table], []])
})

test('a withdrawn link is no way any more', async (t) => {
  const { erika, id, as, walk } = await chain(t)
  await as(erika, (db) => trail(db).withdraw('ledTo', id.decision!, id.measure!))
  assert.deepEqual((await walk(erika, 'table')).steps.map((step) => step.kind).toSorted(), ['decidedIn', 'evidenceFor'])
})

test('a way in a circle ends', async (t) => {
  const { erika, id, as, walk } = await chain(t)
  await as(erika, (db, actor) => trail(db).link(actor, null, 'derivedFrom', { id: id.service! }, { id: id.table! }))
  const { steps, stations } = await walk(erika, 'need')
  assert.equal(stations.length, 5)
  assert.ok(steps.length >= 5)
})

test('a missing step shows as its open duty', async (t) => {
  const { house, erika, id, walk } = await chain(t)
  await house.asOwner((db) =>
    duties(db).owe(
      {
        kind: 'realise',
        title: 'Ein Angebot fehlt',
        debtor: erika.organisation,
        creditor: erika.organisation,
        subject: id.measure!,
        becauseText: '§ 1',
        strength: 'should',
        period: { from: '2026-01-01', until: '2028-01-01' },
        opens: '2026-01-01',
        due: '2027-12-31',
        body: null,
        owner: erika.organisation,
        audience: 'organisation',
        readers: [],
      },
      at,
      [],
    ),
  )
  assert.deepEqual(
    (await walk(erika, 'table')).openDuties.map((duty) => [duty.kind, duty.subject]),
    [['realise', id.measure]],
  )
  assert.deepEqual((await walk(house.visitor, 'table')).openDuties, [])
})

test('PROV-JSON: every name is a qualified name of a declared prefix, every relation ends at something that is there', async (t) => {
  const { erika, anna, id } = await chain(t)
  const reply = await erika.get(`/trail/${id.table}/prov.json`)
  assert.equal(reply.status, 200)
  const raw = reply.body as unknown
  const document = (raw instanceof Uint8Array ? JSON.parse(Buffer.from(raw).toString()) : raw) as Record<
    string,
    Record<string, Record<string, unknown>>
  >
  const known = [
    'prefix',
    'entity',
    'activity',
    'agent',
    'wasDerivedFrom',
    'wasGeneratedBy',
    'used',
    'wasAssociatedWith',
    'wasAttributedTo',
    'actedOnBehalfOf',
  ]
  assert.deepEqual(
    Object.keys(document).filter((table) => !known.includes(table)),
    [],
  )
  const prefixes = Object.keys(document.prefix!)
  const declared = (name: string) => name.startsWith('_:') || prefixes.includes(name.slice(0, name.indexOf(':')))
  for (const [table, rows] of Object.entries(document))
    if (table !== 'prefix')
      for (const [name, row] of Object.entries(rows)) {
        assert.ok(declared(name), name)
        for (const key of Object.keys(row)) assert.ok(declared(key), key)
      }
  const there = (kind: string, name: unknown) => assert.ok(document[kind]?.[name as string], `${kind} ${String(name)}`)
  for (const row of Object.values(document.wasDerivedFrom!)) {
    there('entity', row['prov:generatedEntity'])
    there('entity', row['prov:usedEntity'])
    there('activity', row['prov:activity'])
  }
  for (const row of Object.values(document.used!)) there('entity', row['prov:entity'])
  for (const row of Object.values(document.wasGeneratedBy!)) there('entity', row['prov:entity'])
  for (const row of Object.values(document.wasAssociatedWith!)) there('agent', row['prov:agent'])
  for (const row of Object.values(document.wasAttributedTo!)) there('agent', row['prov:agent'])
  for (const row of Object.values(document.actedOnBehalfOf!)) {
    there('agent', row['prov:delegate'])
    there('agent', row['prov:responsible'])
  }
  assert.equal(Object.keys(document.entity!).length, 5)
  assert.equal(Object.keys(document.wasDerivedFrom!).length, 4)
  const foreign = await anna.get(`/trail/${id.table}/prov.json`)
  const text = foreign.body instanceof Uint8Array ? Buffer.from(foreign.body).toString() : JSON.stringify(foreign.body)
  assert.ok(!text.includes('Titel decision') && !text.includes('Geheimer Grund'))
})
