// Reviewing an agreement by its effect: counted by organisation, concluded by both chairs, and asked for again on the day they name.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { ok } from '#apps/testing-people.ts'
import { readIn, registerFile } from '#areas/figures/testing.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { AgreementReview } from './contract/reviews.ts'
import { agreed } from './testing.ts'

type Reply = { reviews: { id: string; released: boolean }[]; measured: AgreementReview | null; nextOn: string | null }
const yearly = { kind: 'report', from: 'parties', to: 'body', time: { when: 'yearly', due: '03-31' } } as const

test('an agreement is reviewed by its effect: each side counted by the same rule, released by two keys, then asked for on the day they name (E23)', async (t) => {
  const scene = await agreed(t, [yearly, { kind: 'deliver', indicator: '', time: { period: 'year', due: '03-31' } }], {
    reviewOn: '2027-11-22',
    indicator: 'Beratungen',
  })
  const { at, of, house, agreement, body } = scene
  await readIn(scene.county, registerFile)
  await at('2027-03-20')
  const mine = (await of('report')).find((duty) => duty.debtor?.id === scene.verband)!
  ok(await scene.vera.post(`/duties/${mine.id}/statements`, { day: '2027-03-20', text: 'Berichtet' }))
  await at('2027-04-10')
  const late = (await of('report')).find((duty) => duty.debtor?.id === scene.county.organisation)!
  ok(await scene.carl.post(`/duties/${late.id}/statements`, { day: '2027-04-10', text: 'Nachgeholt' }))
  const asked = (await of('deliver')).find((duty) => duty.due === '2027-03-31')!
  const figure = {
    kind: 'figure',
    indicator: asked.subject!.id,
    area: '09175',
    from: '2026-01-01',
    until: '2027-01-01',
  }
  const delivered = ok<{ delivery?: { head: { id: string } }; id?: string }>(
    await scene.county.post('/figures/deliveries', { ...figure, value: 12, duty: asked.id }),
  )
  const source = delivered.delivery?.head.id ?? delivered.id
  const areas = ok<{ ids: string[]; keys: string[] }>(await scene.county.get('/figures/areas?level=county'))
  const need = ok<{ object: { id: string; revision: number } }>(
    await scene.county.post('/needs', {
      body,
      title: 'Mehr Beratung',
      targetGroup: 'Familien',
      area: areas.ids[areas.keys.indexOf('09175')],
      benefit: 'Kürzere Wege',
      evidence: [{ grade: 'figures', source }],
    }),
  )
  ok(await scene.county.act(`/needs/${need.object.id}/statement`, need.object.revision))
  await at('2027-11-22')
  const path = `/agreements/${agreement}/reviews`
  const shown = async () => ok<Reply>(await scene.vera.get(path))
  const before = await shown()
  assert.equal(before.nextOn, '2027-11-22')
  assert.deepEqual(
    before.measured!.kept.map(({ debtor, ...counts }) => [debtor.title, ...Object.values(counts)]),
    [
      ['Landkreis Probe', 2, 0, 2, 0, 0],
      ['Verband Probe', 1, 1, 0, 0, 0],
    ],
  )
  assert.deepEqual(
    before.measured!.figures.map(({ indicator, ...uses }) => [indicator.title, ...Object.values(uses)]),
    [['Beratungen', 1, 1, 0, 0]],
  )
  const record = async (content: object) =>
    scene.county.post(path, { words: 'Sie trägt, soll aber früher warnen.', ...content })
  assert.equal((await record({ conclusion: 'change' })).body.code, 'nextReviewMissing')
  assert.equal((await record({ conclusion: 'change', nextOn: '2027-11-22' })).body.code, 'nextReviewPast')
  const { id, edition } = ok<{ id: string; edition: number }>(
    await record({ conclusion: 'change', nextOn: '2028-06-30' }),
  )
  await house.settle()
  assert.deepEqual(
    ok<{ duties: { kind: string; subject: { id: string } | null }[] }>(
      await scene.county.get(`/duties?body=${body}`),
    ).duties.filter((duty) => duty.kind === 'release' && duty.subject?.id === id).length,
    1,
  )
  const state = async () => (await of('review')).map((duty) => [duty.due, duty.state])
  ok(await scene.vera.post('/releases', { object: id, edition }))
  await house.settle()
  assert.deepEqual(await state(), [['2027-11-22', 'open']])
  ok(await scene.carl.post('/releases', { object: id, edition }))
  await house.settle()
  assert.deepEqual(await state(), [
    ['2027-11-22', 'done'],
    ['2028-06-30', 'notYet'],
  ])
  const page = ok<AgreementReview>(await scene.vera.get(`/agreement-reviews/${id}`))
  assert.deepEqual(
    [page.released, page.conclusion, page.from, page.until],
    [true, 'change', '2026-11-22', '2027-11-22'],
  )
  assert.equal((await shown()).nextOn, '2028-06-30')
  assert.equal(
    (await of('review'))[1]!.because.clause,
    'Überprüfung am 30.06.2028, wie bei der letzten Überprüfung festgelegt',
  )
  // What was measured stays as it was, whatever happens later.
  const fixed = { ...page, head: null }
  await at('2028-01-10')
  assert.deepEqual({ ...ok<AgreementReview>(await scene.vera.get(`/agreement-reviews/${id}`)), head: null }, fixed)
})

test('without a day of review nothing is offered, through HTTP and with SQL', async (t) => {
  const { house, body, county, verband } = await agreed(t, [yearly])
  const { id } = ok<{ id: string }>(
    await county.post(`/bodies/${body}/agreements`, {
      title: 'Ohne Überprüfung',
      parties: [county.organisation, verband],
      clauses: [{ number: '§ 1', text: 'Wortlaut', strength: 'must' }],
    }),
  )
  const refused = await county.act(`/agreements/${id}/offer`, 1)
  assert.deepEqual([refused.status, refused.body.code], [409, 'reviewMissing'])
  await assert.rejects(
    inTransaction(
      house.house.pool,
      { token: decodeURIComponent(county.cookie.split('=')[1]!), organisation: county.organisation },
      null,
      (db) => sql`update cooperation.agreement set sign_by = '2026-12-31' where id = ${id}`.execute(db),
    ),
    /agreement_review_check/,
  )
})
