// What was stated and is no longer needed is withdrawn in the open: with a reason, by its owner, before it was dealt with.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Need } from './contract/needs.ts'
import { type Arge, argeHouse, needContent, recommend, recommendation, stateNeed } from './testing.ts'

const because = { because: 'Die Plätze entstehen schon auf anderem Weg; wir melden sie nicht weiter an.' }
const asApp = ({ house }: Arge, who: TestPerson, statement: ReturnType<typeof sql>) =>
  inTransaction(
    house.house.pool,
    { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
    {},
    (db) => statement.execute(db),
  )

test('a stated need is withdrawn with a reason by its owner: it stays readable, its duty ends, and nothing is decided on it any more', async (t) => {
  const arge = await argeHouse(t)
  const { erika, severin, gabriele, house, body } = arge
  const need = await stateNeed(arge)
  const { id } = need.object
  await house.settle()
  const treat = async () =>
    ok<{ duties: Duty[] }>(await severin.get(`/duties?subject=${id}`)).duties.find((duty) => duty.kind === 'treat')!
  assert.equal((await treat()).state, 'open')
  assert.equal((await severin.act(`/needs/${id}/withdrawal`, need.object.revision, because)).status, 403)
  assert.equal((await gabriele.act(`/needs/${id}/withdrawal`, need.object.revision, { because: '' })).status, 400)
  const gone = ok<Need>(await gabriele.act(`/needs/${id}/withdrawal`, need.object.revision, because))
  assert.deepEqual([gone.state, gone.withdrawn?.because], ['withdrawn', because.because])
  assert.equal((await gabriele.act(`/needs/${id}/withdrawal`, gone.object.revision, because)).body.code, 'withdrawn')
  assert.equal((await gabriele.put(`/needs/${id}`, gone.object.revision, needContent(arge))).body.code, 'withdrawn')

  await house.settle()
  assert.equal((await treat()).state, 'done')
  assert.equal(ok<Need>(await severin.get(`/needs/${id}`)).withdrawn?.because, because.because)
  const { steps } = ok<{ steps: { kind: string; target: string; reason: string | null }[] }>(
    await severin.get(`/trail/${id}`),
  )
  const aside = steps.find((step) => step.kind === 'setAside')
  assert.deepEqual([aside?.target, aside?.reason], [gabriele.organisation, because.because])
  const meeting = ok<Need>(
    await erika.post('/meetings', { body, day: '2027-01-20', starts: '14:00', place: 'Landratsamt' }),
  ).object
  const put = await erika.post(`/meetings/${meeting.id}/items`, { concerning: id })
  assert.equal(put.body.code, 'needWithdrawn', JSON.stringify(put.body))
  const late = await erika.post('/decisions', { body, ...recommendation(arge, [id]) })
  assert.equal(late.body.code, 'needNotStated')
  await house.settle()
  assert.equal((await treat()).state, 'done', 'no second duty arises')
})

test('what the body has dealt with is not withdrawn; a draft is taken away instead', async (t) => {
  const arge = await argeHouse(t)
  const { gabriele } = arge
  const draft = ok<Need>(await gabriele.post('/needs', { body: arge.body, ...needContent(arge) }))
  const early = await gabriele.act(`/needs/${draft.object.id}/withdrawal`, draft.object.revision, because)
  assert.equal(early.body.code, 'notStated')
  const need = await stateNeed(arge)
  await recommend(arge, [need.object.id])
  const late = await gabriele.act(`/needs/${need.object.id}/withdrawal`, need.object.revision, because)
  // The result is not released yet, so the owner's house cannot read it; the database knows it all the same.
  assert.equal(late.status, 403)
})

test('with SQL of its own, nobody withdraws for others, backdates, takes it back or decides on what was withdrawn', async (t) => {
  const arge = await argeHouse(t)
  const { erika, gabriele } = arge
  const need = await stateNeed(arge)
  const { id } = need.object
  const set = (day: ReturnType<typeof sql>) =>
    sql`update planning.need set withdrawn_on = ${day}, withdrawn_because = 'Nur so' where id = ${id}`
  const today = sql`clock.today()`
  await assert.rejects(asApp(arge, erika, set(today)), /withdrawn today, and by whom it belongs to/)
  await assert.rejects(asApp(arge, gabriele, set(sql`clock.today() - 1`)), /withdrawn today/)
  await assert.rejects(
    asApp(arge, gabriele, sql`update planning.need set withdrawn_on = clock.today() where id = ${id}`),
    /need_withdrawn/,
  )
  await asApp(arge, gabriele, set(today))
  await assert.rejects(
    asApp(arge, gabriele, sql`update planning.need set withdrawn_on = null, withdrawn_because = null where id = ${id}`),
    /a withdrawn need does not change/,
  )
  const other = await stateNeed(arge)
  const decision = await recommend(arge, [other.object.id])
  await assert.rejects(
    asApp(
      arge,
      erika,
      sql`insert into planning.decision_need (decision, need, need_edition) values (${decision.object.id}, ${id}, 1)`,
    ),
    /a withdrawn need is not decided upon/,
  )
  await assert.rejects(
    asApp(
      arge,
      gabriele,
      sql`update planning.need set withdrawn_on = clock.today(), withdrawn_because = 'Nur so' where id = ${other.object.id}`,
    ),
    /dealt with is not withdrawn/,
  )
})

test('a stated need is due at the next meeting of its body whose agenda is open, and within half a year where none is planned', async (t) => {
  const arge = await argeHouse(t)
  const { erika, house, body } = arge
  const plan = (day: string) =>
    erika
      .post('/meetings', { body, day, starts: '14:00', place: 'Landratsamt' })
      .then((reply) => ok<Need>(reply).object)
  const dueOf = async (need: Need) => {
    await house.settle()
    const { duties } = ok<{ duties: Duty[] }>(await erika.get(`/duties?subject=${need.object.id}`))
    return duties.filter((duty) => duty.kind === 'treat').map((duty) => duty.due)
  }
  assert.deepEqual(await dueOf(await stateNeed(arge)), ['2027-05-22'])
  await plan('2027-08-01')
  assert.deepEqual(await dueOf(await stateNeed(arge)), ['2027-05-22'], 'half a year is the latest')
  await plan('2027-02-03')
  await plan('2027-01-20')
  assert.deepEqual(await dueOf(await stateNeed(arge)), ['2027-01-20'])
})
