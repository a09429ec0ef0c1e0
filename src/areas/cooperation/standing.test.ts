// "Stand am …": any past and coming day of a body and its agreement against a timetable written by hand; and no step without its document.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { addOrganisation, join, ok } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Agreement, AgreementState, Body, BodyState } from './contract.ts'
import { procedureTemplates } from './rules/procedure.ts'
import { agreed } from './testing.ts'

const yearly = { kind: 'report', from: 'parties', to: 'body', time: { when: 'yearly', due: '03-31' } } as const
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

test('any past and coming day can be shown: parties, clauses, members, chairs, rules and standing, as the timetable says (A08)', async (t) => {
  const scene = await agreed(t, [yearly], { draft: { noticeRule: { months: 3, to: 'year' } } })
  const { at, house, body, agreement, verband } = scene
  const third = await addOrganisation(scene.county, 'Verein Dritte', { kind: 'association', side: 'free' })
  const release = async ({ object, edition }: { object: string; edition: number }) => {
    for (const who of [scene.vera, scene.carl]) ok(await who.post('/releases', { object, edition }))
    await house.settle()
  }
  await at('2027-02-01')
  const group = ok<Body>(await scene.county.get(`/bodies/${body}`)).constituencies.find(
    (one) => one.name === 'Verbände',
  )!
  const seat = { organisation: third, constituency: group.name }
  await join(house, scene.county, body, seat, { from: '2027-03-01', toldOn: '2027-02-01' })
  await at('2027-04-01')
  const shown = async () => ok<Agreement>(await scene.county.get(`/agreements/${agreement}`))
  ok(
    await scene.county.put(`/agreements/${agreement}`, (await shown()).head.revision, {
      title: 'Vereinbarung zu dritt',
      reviewOn: '2028-11-22',
      endsOn: '2029-01-01',
      noticeRule: { months: 3, to: 'year' },
      parties: [scene.county.organisation, verband, third],
      clauses: [
        { number: '§ 1', text: 'Wortlaut', strength: 'must' },
        { number: '§ 2', text: 'Neu', strength: 'should' },
      ],
    }),
  )
  ok(await scene.county.act(`/agreements/${agreement}/offer`, (await shown()).head.revision))
  const signature = { edition: 2, day: '2027-04-01', place: 'Hier', capacity: 'Leitung' }
  for (const who of [scene.county, scene.vera]) ok(await who.post(`/agreements/${agreement}/signatures`, signature))
  ok(
    await scene.county.post(`/agreements/${agreement}/signatures`, {
      ...signature,
      organisation: third,
      source: 'Urkunde',
    }),
  )
  await at('2027-05-01')
  await release(
    ok(
      await scene.county.post(`/bodies/${body}/rules`, {
        procedure: { ...procedureTemplates.district, standIn: 'none' },
        validFrom: '2027-05-01',
      }),
    ),
  )
  await at('2027-09-30')
  ok(await scene.vera.post(`/agreements/${agreement}/terminations`, { capacity: 'Vorstand' }))
  const { id: end } = ok<{ id: string }>(
    await scene.county.post(`/bodies/${body}/dissolution`, { day: '2028-07-01', because: 'Die Aufgabe ist erledigt.' }),
  )
  await release({ object: end, edition: 1 })
  await at('2027-10-01')

  const ofBody = async (on: string) => {
    const state = ok<BodyState>(await scene.vera.get(`/bodies/${body}/state?on=${on}`))
    return [
      state.standing,
      state.agreements.map((one) => `${one.title} ${one.edition}`).join(),
      state.rules,
      state.members.map((one) => one.organisation.title).join(', '),
      state.acting
        .filter((one) => one.role === 'chair')
        .map((one) => one.person.title)
        .toSorted()
        .join(', '),
      state.constituted?.kind ?? null,
    ]
  }
  const ofAgreement = async (on: string) => {
    const state = ok<AgreementState>(await scene.vera.get(`/agreements/${agreement}/state?on=${on}`))
    return [
      state.state,
      state.edition,
      state.until,
      state.parties.map((one) => one.title).join(', '),
      state.clauses.map((one) => one.number).join(),
    ]
  }
  const two = 'Landkreis Probe, Verband Probe'
  const all = 'Landkreis Probe, Verband Probe, Verein Dritte'
  const chairs = 'Carl Kreis, Vera Verband'
  // The timetable, by hand.
  const timetable: Record<string, [unknown[], unknown[]]> = {
    '2026-11-21': [
      [null, '', null, '', '', null],
      ['notYet', null, null, '', ''],
    ],
    '2026-11-22': [
      ['agreed', 'Vereinbarung zu dritt 1', null, two, chairs, null],
      ['inForce', 1, '2027-04-01', two, '§ 1'],
    ],
    '2027-02-28': [
      ['agreed', 'Vereinbarung zu dritt 1', null, two, chairs, null],
      ['inForce', 1, '2027-04-01', two, '§ 1'],
    ],
    '2027-03-01': [
      ['agreed', 'Vereinbarung zu dritt 1', null, all, chairs, null],
      ['inForce', 1, '2027-04-01', two, '§ 1'],
    ],
    '2027-04-01': [
      ['agreed', 'Vereinbarung zu dritt 2', null, all, chairs, null],
      ['inForce', 2, '2029-01-01', all, '§ 1,§ 2'],
    ],
    '2027-05-01': [
      ['constituted', 'Vereinbarung zu dritt 2', 1, all, chairs, 'rules'],
      ['inForce', 2, '2029-01-01', all, '§ 1,§ 2'],
    ],
    '2027-12-31': [
      ['constituted', 'Vereinbarung zu dritt 2', 1, all, chairs, 'rules'],
      ['inForce', 2, '2029-01-01', all, '§ 1,§ 2'],
    ],
    '2028-01-01': [
      ['constituted', 'Vereinbarung zu dritt 2', 1, all, chairs, 'rules'],
      ['inForce', 2, '2029-01-01', 'Landkreis Probe, Verein Dritte', '§ 1,§ 2'],
    ],
    '2028-07-01': [
      ['dissolved', 'Vereinbarung zu dritt 2', 1, '', '', null],
      ['inForce', 2, '2029-01-01', 'Landkreis Probe, Verein Dritte', '§ 1,§ 2'],
    ],
    '2029-01-01': [
      ['dissolved', '', 1, '', '', null],
      ['over', null, null, '', ''],
    ],
  }
  for (const [on, [ofThe, says]] of Object.entries(timetable)) {
    assert.deepEqual(await ofBody(on), ofThe, `the body on ${on}`)
    assert.deepEqual(await ofAgreement(on), says, `the agreement on ${on}`)
  }
})

test('no step without its document: agreed by the signed edition, constituted by adopted rules or fixed minutes, and the database holds it too (A20)', async (t) => {
  const scene = await agreed(t, [yearly])
  const { house, body, county, vera } = scene
  const now = async () => ok<Body>(await county.get(`/bodies/${body}`))
  const state = async () => ok<BodyState>(await vera.get(`/bodies/${body}/state`))
  assert.deepEqual([(await now()).standing, (await now()).missing], ['agreed', ['document']])
  assert.deepEqual(
    [(await state()).agreed?.kind, (await state()).agreed?.edition, (await state()).constituted],
    ['agreement', 1, null],
  )
  const path = `/bodies/${body}/constitution`
  const code = async (content: object) => (await county.post(path, { day: '2026-11-22', ...content })).body.code
  assert.equal(await code({}), 'constitutionNeedsDocument')
  assert.match(
    String((await county.post(path, { day: '2026-11-22' })).body.message),
    /^Konstituiert ist ein Gremium nur mit einem Dokument\./,
  )
  const upload = async (on: string) =>
    ok<{ file: { id: string; revision: number } }>(
      await county.upload(`/objects/${on}/files`, 'niederschrift.pdf', pdf),
    ).file
  // Another body, which has agreed on nothing yet.
  const bare = ok<{ id: string }>(
    await county.post('/bodies', {
      name: 'Runde',
      shortName: 'Runde',
      mission: 'Reden',
      form: 'forum',
      keys: 1,
      seats: [],
    }),
  ).id
  const draft = ok<{ id: string }>(await county.post(`/bodies/${bare}/agreements`, { title: 'Absprache' })).id
  const foreign = await upload(draft)
  assert.equal(await code({ file: foreign.id }), 'documentOfOther')
  assert.equal(await code({ document: { object: scene.agreement, edition: 1 } }), 'documentNotReleased')
  const minutes = await upload(scene.agreement)
  const direct = (file: string) =>
    inTransaction(
      house.house.pool,
      { token: decodeURIComponent(county.cookie.split('=')[1]!), organisation: county.organisation },
      null,
      (db) =>
        sql`insert into cooperation.constitution (body, day, file, recorded_by, recorded_at) values (${body}, '2026-11-22', ${file}, ${county.person}, clock.now())`.execute(
          db,
        ),
    )
  await assert.rejects(direct(minutes.id), /a fixed file of the body/)
  await assert.rejects(direct(foreign.id), /a fixed file of the body/)
  const early = await county.post(`/bodies/${bare}/constitution`, { day: '2026-11-22', file: foreign.id })
  assert.equal(early.body.code, 'constitutionNeedsAgreement')
  assert.equal(await code({ day: '2026-11-23', file: minutes.id }), 'constitutedInFuture')
  ok(await county.post(path, { day: '2026-11-22', file: minutes.id }))
  assert.equal(await code({ file: minutes.id }), 'constitutedAlready')
  assert.deepEqual([(await now()).standing, (await now()).missing], ['constituted', []])
  const { constituted } = await state()
  assert.deepEqual([constituted?.kind, constituted?.id, constituted?.title], ['file', minutes.id, 'niederschrift.pdf'])
  // It stays.
  assert.notEqual((await county.delete(`/files/${minutes.id}`, minutes.revision)).status, 200)
})
