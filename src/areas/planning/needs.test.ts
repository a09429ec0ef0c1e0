// Needs: drafts that survive everything, statements that are complete, editions that keep what was cited, values that stay with their deliverer.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { addPerson, ok } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Need } from './contract/needs.ts'
import { argeHouse, needContent, stateNeed } from './testing.ts'

test('a draft may be incomplete and only its author sees it, stating it says with a sentence each what is missing', async (t) => {
  const arge = await argeHouse(t)
  const { gabriele, erika, severin, body } = arge
  const draft = ok<Need>(await gabriele.post('/needs', { body, title: 'Tagespflege im Norden' }))
  assert.equal(draft.state, 'draft')
  assert.equal((await erika.get(`/needs/${draft.object.id}`)).status, 404)
  assert.equal(ok<{ needs: unknown[] }>(await severin.get('/needs')).needs.length, 0)
  const refused = await gabriele.act(`/needs/${draft.object.id}/statement`, draft.object.revision)
  assert.equal(refused.status, 400)
  const fields = refused.body.fields as unknown as { path: string; message: string }[]
  assert.deepEqual(
    fields.map((field) => field.path),
    ['targetGroup', 'area', 'benefit', 'evidence'],
  )
  assert.ok(fields.every((field) => field.message.startsWith('Bitte ')))
  const half = ok<Need>(
    await gabriele.put(`/needs/${draft.object.id}`, draft.object.revision, {
      ...needContent(arge),
      evidence: [{ grade: 'practice', note: 'Angehörige fragen jede Woche.' }],
    }),
  )
  const stillNo = await gabriele.act(`/needs/${draft.object.id}/statement`, half.object.revision)
  assert.deepEqual(
    (stillNo.body.fields as unknown as { path: string }[]).map((field) => field.path),
    ['evidence'],
    'voices alone are no figure',
  )
  const kept = ok<Need>(await gabriele.get(`/needs/${draft.object.id}`))
  assert.deepEqual([kept.state, kept.benefit, kept.evidence.length], ['draft', half.benefit, 1])
})

test('a stated need rests on a figure in its edition; a change is a new edition, and the old one stays as it was cited', async (t) => {
  const arge = await argeHouse(t)
  const { gabriele, severin, figures } = arge
  const need = await stateNeed(arge)
  const [piece] = need.evidence
  assert.deepEqual(
    [need.state, need.edition, piece?.source?.id, piece?.sourceEdition],
    ['stated', 1, figures.table, figures.evidence.edition],
  )
  assert.match(
    piece!.shown!,
    new RegExp(`^${figures.value!.toLocaleString('de-DE')} `),
    'the value as the office published it, with its unit',
  )
  const { id: _id, ...again } = { id: '', ...needContent(arge) }
  const changed = ok<Need>(
    await gabriele.put(`/needs/${need.object.id}`, need.object.revision, {
      ...again,
      benefit: 'Entlastung auch am Wochenende.',
      evidence: [
        { id: piece!.id, grade: 'figures', note: 'Stand der Statistik' },
        { grade: 'citizens', note: 'Seniorenbeirat' },
      ],
    }),
  )
  assert.deepEqual(
    [changed.edition, changed.evidence.map((one) => one.id === piece!.id), changed.evidence[0]?.asOf],
    [2, [true, false], piece!.asOf],
  )
  const { editions } = ok<{ editions: { number: number; content: { benefit: string; evidence: unknown[] } }[] }>(
    await severin.get(`/needs/${need.object.id}/editions`),
  )
  assert.deepEqual(
    editions.map((one) => [one.number, one.content.benefit, one.content.evidence.length]),
    [
      [1, need.benefit, 1],
      [2, 'Entlastung auch am Wochenende.', 2],
    ],
  )
  const emptied = await gabriele.put(`/needs/${need.object.id}`, changed.object.revision, { ...again, evidence: [] })
  assert.equal(emptied.status, 400, 'a stated need keeps its evidence')
  assert.equal(
    (await gabriele.act(`/needs/${need.object.id}/statement`, changed.object.revision)).body.code,
    'alreadyStated',
  )
})

test('two write at once: the second is told, with both texts, and nothing is lost', async (t) => {
  const arge = await argeHouse(t)
  const { gabriele, erika } = arge
  const need = await stateNeed(arge)
  const { title, ...rest } = needContent(arge)
  const evidence = [{ id: need.evidence[0]!.id, grade: 'figures' }]
  ok(
    await gabriele.put(`/needs/${need.object.id}`, need.object.revision, {
      title,
      ...rest,
      evidence,
      benefit: 'Text von Gabriele',
    }),
  )
  const late = await erika.put(`/needs/${need.object.id}`, need.object.revision, {
    title,
    ...rest,
    evidence,
    benefit: 'Text von Erika',
  })
  assert.equal(late.status, 412)
  assert.equal((late.body.current as unknown as { benefit: string }).benefit, 'Text von Gabriele')
  assert.equal((late.body.yours as unknown as { benefit: string }).benefit, 'Text von Erika')
  assert.match(String(late.body.message), /Nichts ging verloren/)
  assert.equal((await erika.raw('PUT', `/needs/${need.object.id}`, { title, ...rest }, {})).status, 428)
  const fifty = await Promise.all(
    Array.from({ length: 8 }, () =>
      gabriele.post('/needs', { body: arge.body, title: 'Einmal genügt' }, { 'idempotency-key': 'derselbe-knopf' }),
    ),
  )
  assert.equal(new Set(fifty.map((reply) => ok<Need>(reply).object.id)).size, 1)
})

test('a delivered value stays in the delivery: who may not see it learns whom to ask, also with SQL', async (t) => {
  const arge = await argeHouse(t)
  const { erika, gabriele, house } = arge
  const indicator = ok<{ id: string }>(
    await erika.post('/figures/indicators', {
      code: 'PLAETZE-TP',
      title: 'Plätze der Tagespflege',
      definition: 'Genehmigte Plätze in Einrichtungen der Tagespflege am Stichtag.',
      unit: 'Plätze',
      source: 'eigene Erhebung',
    }),
  )
  const delivered = await erika.post('/figures/deliveries', {
    kind: 'figure',
    indicator: indicator.id,
    area: '09184',
    from: '2025-12-31',
    until: '2026-01-01',
    value: 4827193,
    explanation: 'Zusammengezählt aus drei Listen.',
  })
  const delivery = ok<{ delivery?: { head: { id: string } }; id?: string }>(delivered)
  const source = delivery.delivery?.head.id ?? delivery.id!
  const need = await stateNeed(arge, erika, {
    evidence: [
      {
        ...arge.figures.evidence,
        source,
        edition: 1,
        indicator: indicator.id,
        from: '2025-12-31',
        until: '2026-01-01',
        cut: '',
      },
    ],
  })
  assert.equal(need.evidence[0]?.shown, '4.827.193 Plätze (Erklärung: Zusammengezählt aus drei Listen.)')
  // A delivery is one figure: naming it is enough.
  const named = ok<Need>(
    await erika.post('/needs', {
      body: arge.body,
      title: 'Nur mit Lieferung',
      evidence: [{ grade: 'figures', source }],
    }),
  )
  assert.deepEqual(
    [named.evidence[0]?.shown, named.evidence[0]?.from, named.evidence[0]?.indicator?.id],
    ['4.827.193 Plätze (Erklärung: Zusammengezählt aus drei Listen.)', '2025-12-31', indicator.id],
  )
  const hers = ok<Need>(await gabriele.get(`/needs/${need.object.id}`)).evidence[0]!
  assert.deepEqual([hers.shown, hers.source, hers.withheld, hers.holder], [null, null, true, 'Landkreis München'])
  const editions = JSON.stringify((await gabriele.get(`/needs/${need.object.id}/editions`)).body)
  assert.doesNotMatch(editions, /4\.?827\.?193/, 'no edition carries the value')
  const token = { token: decodeURIComponent(gabriele.cookie.split('=')[1]!), organisation: gabriele.organisation }
  const rows = await inTransaction(
    house.house.pool,
    token,
    {},
    async (db) =>
      (
        await sql<{ shown: string | null }>`select shown from planning.evidence where need = ${need.object.id}`.execute(
          db,
        )
      ).rows,
  )
  assert.deepEqual(rows, [{ shown: null }])
  // The chair's office edits the need without seeing through her eyes: what she may not see stays as it is.
  const { title, ...rest } = needContent(arge)
  const changed = ok<Need>(
    await erika.put(`/needs/${need.object.id}`, need.object.revision, {
      title,
      ...rest,
      evidence: [{ id: need.evidence[0]!.id, grade: 'figures' }],
    }),
  )
  assert.equal(changed.evidence[0]?.shown, '4.827.193 Plätze (Erklärung: Zusammengezählt aus drei Listen.)')
})

test('only who takes part in the body states a need there, and only with sources that exist', async (t) => {
  const arge = await argeHouse(t)
  const { erika, house, body } = arge
  const outside = await addPerson(house, erika, {
    name: 'Otto Fern',
    organisation: ok<{ id: string }>(
      await erika.post('/organisations', {
        name: 'Landkreis Fern (Beispiel)',
        kind: 'county',
        side: 'public',
        example: true,
      }),
    ).id,
    roles: ['admin', 'planner'],
  })
  assert.equal((await outside.post('/needs', { body, title: 'Von außen' })).body.code, 'notOfTheBody')
  const content = needContent(arge)
  const refused = async (piece: object) =>
    (await erika.post('/needs', { body, ...content, evidence: [{ ...content.evidence[0], ...piece }] })).body.code
  assert.equal(await refused({ edition: 99 }), 'noSource')
  assert.equal(await refused({ source: body }), 'noSource')
  assert.equal(await refused({ source: crypto.randomUUID() }), 'noSource')
  assert.equal((await erika.post('/needs', { body, ...content, area: body })).status, 400)
})

test('a draft can be taken away and brought back; what was stated stays', async (t) => {
  const arge = await argeHouse(t)
  const { gabriele, erika } = arge
  const draft = ok<Need>(await gabriele.post('/needs', { body: arge.body, title: 'Nur ein Gedanke' }))
  const gone = ok<{ object: { revision: number } }>(
    await gabriele.delete(`/objects/${draft.object.id}`, draft.object.revision),
  )
  assert.equal((await gabriele.get(`/needs/${draft.object.id}`)).status, 404)
  assert.equal((await erika.act(`/objects/${draft.object.id}/restoration`, gone.object.revision)).status, 404)
  ok(await gabriele.act(`/objects/${draft.object.id}/restoration`, gone.object.revision))
  assert.equal(ok<Need>(await gabriele.get(`/needs/${draft.object.id}`)).object.title, 'Nur ein Gedanke')
  const stated = await stateNeed(arge)
  assert.equal(
    (await gabriele.delete(`/objects/${stated.object.id}`, stated.object.revision)).body.code,
    'somethingRestsOnIt',
  )
  const { head } = ok<{ head: { revision: number } }>(await erika.get(`/agreements/${arge.agreement}`))
  assert.equal((await erika.delete(`/objects/${arge.agreement}`, head.revision)).body.code, 'stays')
})
