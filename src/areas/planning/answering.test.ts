// A clause says within how many days somebody answers: it takes the place of the general rule, for a need and for a recommendation.
import assert from 'node:assert/strict'
import test from 'node:test'
import { again, ok } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { argeHouse, recommend, releaseByBoth, stateNeed } from './testing.ts'

test('answer: a need and a recommendation are answered within the days of the clause, and the duty names the clause', async (t) => {
  const arge = await argeHouse(t)
  const { house, erika, body, organisation } = arge
  const caritas = organisation('Caritas im Landkreis München')
  const clause = (number: string, duty: object, strength = 'must') => ({
    number,
    heading: 'Antwort',
    text: 'Wortlaut',
    strength,
    duty: { kind: 'answer', ...duty },
  })
  const { id: agreement } = ok<{ id: string }>(
    await erika.post(`/bodies/${body}/agreements`, {
      title: 'Antworten',
      reviewOn: '2035-01-31',
      parties: [erika.organisation, caritas],
      clauses: [
        clause('§ 1', { what: 'need', days: 60 }),
        clause('§ 2', { what: 'recommendation', days: 45, from: 'public' }),
        clause('§ 3', { what: 'recommendation', days: 30, from: 'free' }, 'should'),
      ],
    }),
  )
  ok(await erika.act(`/agreements/${agreement}/offer`, 1))
  for (const party of [erika.organisation, caritas])
    ok(
      await erika.post(`/agreements/${agreement}/signatures`, {
        edition: 1,
        organisation: party,
        day: '2026-11-22',
        place: 'Hier',
        capacity: 'Leitung',
        source: party === erika.organisation ? null : 'Urkunde',
      }),
    )
  await house.settle()
  const need = await stateNeed(arge)
  await house.settle()
  const about = async (subject: string, kind: string, who = erika) =>
    ok<{ duties: Duty[] }>(await who.get(`/duties?subject=${subject}`))
      .duties.filter((duty) => duty.kind === kind)
      .map((duty) => [duty.due, duty.strength, duty.because.clause, duty.because.object, duty.state])
  assert.deepEqual(await about(need.object.id, 'treat'), [['2027-01-21', 'must', '§ 1 Antwort', agreement, 'open']])
  // The county is addressed: the clause for the public side counts, not the shorter one for the other side.
  const decision = await recommend(arge, [need.object.id], { addressee: erika.organisation })
  await releaseByBoth(arge, decision)
  assert.deepEqual(await about(decision.object.id, 'act'), [['2027-01-06', 'must', '§ 2 Antwort', agreement, 'open']])
  await house.moveTo('2027-01-07T08:00:00Z')
  const later = await again(house, erika)
  assert.equal((await about(decision.object.id, 'act', later))[0]![4], 'overdue')
  ok(await later.post(`/decisions/${decision.object.id}/answer`, { reason: 'Im Haushalt nicht vorgesehen' }))
  assert.equal((await about(decision.object.id, 'act', later))[0]![4], 'doneLate')
})
