// Who owes what, until when, from which clause; and what has changed between two editions, through HTTP.
import assert from 'node:assert/strict'
import test from 'node:test'
import { ok } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Agreement, Comparison, Obligation } from './contract.ts'
import { agreed } from './testing.ts'

type Owed = { edition: number; state: string; sides: { side: { title: string }; obligations: Obligation[] }[] }
const report = (due: string, from: string) => ({ kind: 'report', from, to: 'body', time: { when: 'yearly', due } })

test('the list of obligations names for each party what it owes, until when and from which clause, for any edition, and the difference names each clause that changed (A10)', async (t) => {
  const scene = await agreed(t, [
    { kind: 'meet', perYear: 2 },
    [{ kind: 'report', from: 'parties', to: 'body', time: { when: 'yearly', due: '03-31' } }, 'must'],
    [{ kind: 'inform', days: 30, from: 'free', to: 'body' }, 'should'],
  ])
  const { agreement, county, vera, of, body, verband } = scene
  const path = `/agreements/${agreement}`
  const owed = async (edition?: number) => {
    const found = ok<Owed>(await vera.get(`${path}/obligations${edition ? `?edition=${edition}` : ''}`))
    const lines = found.sides.map(({ side, obligations }) => [
      side.title,
      ...obligations.map((one) => `${one.number} ${one.duty.kind} ${one.strength} ${one.next}`),
    ])
    return [found.edition, found.state, ...lines]
  }
  const first = [
    1,
    'inForce',
    ['Arbeitsgemeinschaft Probe', '§ 1 meet must 2026-12-31'],
    ['Landkreis Probe', '§ 2 report must 2027-03-31'],
    ['Verband Probe', '§ 2 report must 2027-03-31', '§ 3 inform should null'],
  ]
  const meets = (await of('meet')).map((duty) => duty.due).toSorted()
  first[2] = ['Arbeitsgemeinschaft Probe', `§ 1 meet must ${meets[0]}`]
  assert.deepEqual(await owed(), first)
  // It is what has arisen: the same days as the duties themselves.
  const all = ok<{ duties: Duty[] }>(await vera.get(`/duties?because=${agreement}`)).duties
  assert.deepEqual(
    all.filter((duty) => duty.kind === 'report' && duty.due === '2027-03-31').map((duty) => duty.because.number),
    ['§ 2', '§ 2'],
  )
  const shown = async () => ok<Agreement>(await county.get(path))
  ok(
    await county.put(path, (await shown()).head.revision, {
      title: 'Vereinbarung',
      preamble: 'Gemeinsam planen.',
      reviewOn: '2035-11-22',
      noticeRule: { months: 6, to: 'year' },
      parties: [county.organisation, verband],
      clauses: [
        { number: '§ 1', heading: 'meet', text: 'Wortlaut', strength: 'must', duty: { kind: 'meet', perYear: 2 } },
        {
          number: '§ 2',
          heading: 'report',
          text: 'Wortlaut, früher',
          strength: 'must',
          duty: report('02-28', 'public'),
        },
        {
          number: '§ 4',
          heading: 'contact',
          text: 'Ganz anderes steht hier.',
          strength: 'should',
          duty: { kind: 'contact', months: 6 },
        },
      ],
    }),
  )
  assert.deepEqual(await owed(1), first)
  assert.deepEqual(await owed(2), [
    2,
    'planned',
    first[2],
    ['Landkreis Probe', '§ 2 report must 2027-02-28', '§ 4 contact should 2027-05-21'],
    ['Verband Probe', '§ 4 contact should 2027-05-21'],
  ])
  assert.equal((await vera.get(`${path}/obligations?edition=3`)).status, 404)
  const found = ok<Comparison>(await vera.get(`${path}/difference?from=1&to=2`))
  assert.deepEqual(
    found.clauses.map(({ before, after, change }) => [before?.number ?? null, after?.number ?? null, change]),
    [
      ['§ 1', '§ 1', 'same'],
      ['§ 2', '§ 2', 'changed'],
      ['§ 3', null, 'removed'],
      [null, '§ 4', 'added'],
    ],
  )
  assert.deepEqual([found.fields, found.same], [['preamble', 'noticeRule'], false])
  assert.ok(found.parties.every((one) => one.change === 'same'))
  assert.equal(ok<Comparison>(await vera.get(`${path}/difference?from=1&to=1`)).same, true)
  assert.equal((await vera.get(`${path}/difference?from=1&to=9`)).status, 404)
  // Signed by all, the new one is owed and the old one no longer.
  ok(await county.act(`${path}/offer`, (await shown()).head.revision))
  const signature = { edition: 2, day: '2026-11-22', place: 'Hier', capacity: 'Leitung' }
  for (const who of [county, vera]) ok(await who.post(`${path}/signatures`, signature))
  await scene.house.settle()
  assert.deepEqual((await owed(1)).slice(0, 2), [1, 'over'])
  assert.deepEqual((await owed()).slice(0, 2), [2, 'inForce'])
  assert.ok(body)
})
