// Minutes after they were sent: objections, answers by both chairs, approval in the next meeting, and nothing overwritten by any path.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { again, ok, type TestPerson } from '#apps/testing-people.ts'
import { adopt, asApp, awo, type TwoChairs, twoChairs } from '#areas/cooperation/testing-keys.ts'
import type { Approval } from './contract/minutes-shapes.ts'
import type { Meeting } from './contract.ts'
import { minutesState } from './rules/minutes.ts'
import { paperOf, released } from './testing.ts'

const meet = async (all: TwoChairs, day: string) =>
  ok<Meeting>(await all.office.post('/meetings', { body: all.body, day, starts: '14:00', place: 'Landratsamt' }))
const get = async (who: TestPerson, id: string) => ok<Meeting>(await who.get(`/meetings/${id}`))
const stateOf = (meeting: Meeting, today: string) =>
  minutesState(paperOf(meeting, 'minutes'), meeting.afterwards!, today)

/** A meeting of today with one item, held. */
async function held(all: TwoChairs) {
  const { office } = all
  const { object } = await meet(all, '2026-11-22')
  const listed = ok<Meeting>(await office.post(`/meetings/${object.id}/items`, { title: 'Kurzzeitpflege' }))
  ok(await office.act(`/meetings/${object.id}/holding`, listed.object.revision))
  return { id: object.id, item: listed.items[0]!.id }
}
const keys = async (all: { a: TestPerson; b: TestPerson }, object: string, chairs = [all.a, all.b]) => {
  for (const chair of chairs) ok(await chair.post('/releases', { object, edition: 1 }))
}

test('minutes go from the draft through objections and their answers to the approval in the next meeting, and stay (B21)', async (t) => {
  const all = await twoChairs(t)
  const { house, office, a, b, delegate, organisation } = all
  await adopt(all, { objectionDays: 10 })
  const { id, item } = await held(all)
  assert.deepEqual(stateOf(await get(delegate, id), '2026-11-22'), { state: 'draft' })
  const object = (who: TestPerson, more: object = {}) =>
    who.post(`/meetings/${id}/objections`, { item, text: 'Gesagt war: zehn Plätze, nicht acht.', ...more })
  assert.equal((await object(delegate)).body.code, 'minutesNotSent')
  await released(all, id, 'minutes')
  const soon = await meet(all, '2026-12-01')
  const next = await meet(all, '2026-12-15')
  await house.settle()

  // Sent: for ten days the seats may object; it comes up in the first meeting after that, by itself, for everybody alike.
  const sent = await get(delegate, id)
  assert.deepEqual(
    [sent.afterwards?.sentOn, sent.afterwards?.objectionsUntil, sent.afterwards?.mayObject],
    ['2026-11-22', '2026-12-02', true],
  )
  assert.deepEqual((await get(delegate, soon.object.id)).items, [])
  const up = (await get(delegate, next.object.id)).items[0]!
  assert.deepEqual([up.title, up.approves], ['Genehmigung der Niederschrift der 1. Sitzung vom 22. November 2026', id])
  assert.deepEqual(
    ['2026-12-02', '2026-12-03'].map((day) => stateOf(sent, day).state),
    ['objections', 'onAgenda'],
  )

  // Only those whom an organisation with a seat has sent; the office writes, and does not object.
  assert.equal((await object(office)).status, 403)
  assert.equal((await object(delegate, { item: up.id })).body.code, 'otherItem')
  const one = ok<Meeting>(await object(delegate)).afterwards!.objections[0]!
  assert.deepEqual([one.organisation.id, one.answered, one.mine], [organisation(awo), false, true])
  const two = ok<Meeting>(await object(b, { item: null, text: 'Der Ort fehlt.' })).afterwards!.objections.find(
    ({ id: other }) => other !== one.id,
  )!
  const withdraw = (who: TestPerson, which: string) => who.post(`/meetings/${id}/objections/${which}/withdrawal`, {})
  assert.equal((await withdraw(a, two.id)).status, 403)
  assert.ok(ok<Meeting>(await withdraw(b, two.id)).afterwards!.objections.some(({ withdrawnOn }) => withdrawnOn))
  await house.settle()
  const owed = async () =>
    ok<{ duties: { kind: string; state: string; title: string }[] }>(await a.get(`/duties?subject=${id}`)).duties.find(
      ({ kind }) => kind === 'answerObjection',
    )
  assert.equal((await owed())?.state, 'open')

  // The answer counts with both keys, from whichever side it was proposed; handed back, another one takes its place.
  const answer = (who: TestPerson, more: object) =>
    who.post(`/meetings/${id}/rectifications`, { objection: one.id, item, reason: 'So steht es im Vermerk.', ...more })
  assert.equal((await answer(delegate, { wording: 'zehn Plätze' })).status, 403)
  const first = ok<Meeting>(await answer(b, {})).afterwards!.rectifications[0]!
  assert.equal((await answer(a, { wording: 'zehn Plätze' })).body.code, 'objectionAnswered', 'one at a time')
  ok(await a.post('/releases/objection', { object: first.id, edition: 1, reason: 'Es waren zehn.' }))
  const second = ok<Meeting>(await answer(a, { wording: 'zehn Plätze' })).afterwards!.rectifications.find(
    ({ wording }) => wording !== null,
  )!
  const standing = async () =>
    (await get(delegate, id)).afterwards!.rectifications.find((one) => one.id === second.id)?.state
  await keys(all, second.id, [a])
  assert.equal(await standing(), 'waiting', 'one key')
  assert.equal((await get(delegate, id)).afterwards!.objections.find((x) => x.id === one.id)?.answered, false)
  await keys(all, second.id, [b])
  await house.settle()
  const answered = await get(delegate, id)
  assert.deepEqual(
    [answered.afterwards!.rectifications.map(({ state }) => state).toSorted(), (await owed())?.state],
    [['counts', 'returned'], 'done'],
  )
  assert.equal((await withdraw(delegate, one.id)).body.code, 'objectionAnswered')
  assert.equal(
    ok<{ meeting: { id: string } }>(await b.get(`/meeting-papers/${second.id}`)).meeting.id,
    id,
    'where it is dealt with',
  )

  // Approved once the next meeting agreed and both chairs released that.
  await house.moveTo('2026-12-15T15:00:00Z')
  const then = {
    ...all,
    a: await again(house, a),
    b: await again(house, b),
    office: await again(house, office),
    delegate: await again(house, delegate),
  }
  assert.equal((await object(then.delegate)).body.code, 'objectionsOver')
  const at = next.object.id
  ok(await then.office.act(`/meetings/${at}/holding`, (await get(then.office, at)).object.revision))
  assert.equal(stateOf(await get(then.delegate, id), '2026-12-15').state, 'inMeeting')
  const result = { title: 'Niederschrift genehmigt', result: 'agreed', text: 'Die Niederschrift wird genehmigt.' }
  const decision = ok<Meeting>(await then.office.post(`/meetings/${at}/items/${up.id}/result`, result)).items[0]!
    .result!
  assert.equal(stateOf(await get(then.delegate, id), '2026-12-15').state, 'decided')
  await keys(then, decision.id)
  await house.settle()
  assert.deepEqual(stateOf(await get(then.delegate, id), '2026-12-15'), {
    state: 'approved',
    meeting: { id: at, title: next.object.title },
    day: '2026-12-15',
    corrected: 1,
    later: 0,
  })
  assert.equal((await object(then.delegate)).body.code, 'minutesApproved')

  // A later rectification is an entry of its own, and needs both keys as well; the minutes themselves read as they did.
  await house.moveTo('2026-12-16T15:00:00Z')
  for (const who of ['a', 'b', 'delegate'] as const) then[who] = await again(house, then[who])
  const later = { objection: null, item: null, reason: 'Name verwechselt.' }
  assert.equal((await then.a.post(`/meetings/${id}/rectifications`, later)).body.code, 'rectificationEmpty')
  const third = ok<Meeting>(
    await then.a.post(`/meetings/${id}/rectifications`, { ...later, wording: 'Ort: Landratsamt, Saal 2.' }),
  ).afterwards!.rectifications.at(-1)!
  await keys(then, third.id)
  const now = await get(then.delegate, id)
  const life = stateOf(now, '2026-12-15')
  assert.ok(life.state === 'approved')
  assert.deepEqual([life.corrected, life.later], [1, 1])
  assert.deepEqual([now.items, now.place], [answered.items, 'Landratsamt'])
})

test('with SQL of its own, one chair answers nobody, approves nothing, and changes no minutes that were sent, whatever the rules say later (B21)', async (t) => {
  const all = await twoChairs(t)
  const { house, a, delegate } = all
  await adopt(all, { keysFor: [] })
  const { id, item } = await held(all)
  ok(await a.post(`/meetings/${id}/papers`, { kind: 'minutes' }))
  await house.settle()
  assert.equal(
    (await get(delegate, id)).afterwards!.objectionsUntil,
    '2026-12-06',
    'fourteen days, where the rules say nothing else',
  )
  const minutes = paperOf(await get(a, id), 'minutes').object!
  const objection = ok<Meeting>(await delegate.post(`/meetings/${id}/objections`, { item, text: 'So war es nicht.' }))
    .afterwards!.objections[0]!.id
  // Rules that ask for keys again, and an edition put on top, open nothing.
  await adopt(all, { keysFor: ['minutes'] }, '2026-11-23')
  await asApp(
    all,
    a,
    sql`insert into kit.edition (object, number, content, at, person, organisation) values (${minutes}, 2, '{}', clock.now(), ${a.person}, ${a.organisation})`,
  ).catch(() => undefined)
  const notes = await a.put(`/meetings/${id}/items/${item}/notes`, (await get(a, id)).object.revision, {
    notes: 'Anders.',
  })
  assert.equal(notes.body.code, 'minutesSettled')
  const rectification = sql`insert into meetings.rectification (id, meeting, objection, reason, made_on) values (${minutes}, ${id}, ${objection}, 'Nein.', clock.today())`
  for (const change of [
    sql`update meetings.agenda_item set notes = 'Anders.' where id = ${item}`,
    sql`update meetings.agenda_item set approves = ${id} where id = ${item}`,
    sql`insert into meetings.agenda_item (id, meeting, position, title, approves) values (gen_random_uuid(), ${id}, 2, 'Genehmigt', ${id})`,
    sql`update meetings.minutes_objection set text = 'Alles gut.' where id = ${objection}`,
    sql`update meetings.minutes_objection set withdrawn_on = clock.today() where id = ${objection}`,
    sql`delete from meetings.minutes_objection where id = ${objection}`,
    rectification,
  ])
    await assert.rejects(
      asApp(all, a, change).then(({ rows, numAffectedRows }) => {
        // An update that reaches no row is no change either.
        if ((numAffectedRows ?? 0n) === 0n && rows.length === 0) throw new Error('nothing')
      }),
    )
  await assert.rejects(
    asApp(
      all,
      delegate,
      sql`insert into meetings.minutes_objection (id, meeting, organisation, text, raised_on) values (gen_random_uuid(), ${id}, ${a.organisation}, 'Für andere', clock.today())`,
    ),
  )
})

test('theorem: what was approved stays approved, whatever comes up or is corrected later', () => {
  const approval = fc.record({
    meeting: fc.constant({ id: 'm', title: 'Sitzung' }),
    day: fc.constantFrom('2026-12-15', '2027-01-15', '2027-02-15'),
    state: fc.constantFrom<Approval['state'][]>('onAgenda', 'inMeeting', 'otherwise', 'decided', 'approved'),
  })
  const base = { sentOn: '2026-11-22', objectionsUntil: '2026-12-06', objections: [], rectifications: [] }
  const paper = { object: 'p', settled: true }
  fc.assert(
    fc.property(fc.array(approval, { maxLength: 6 }), fc.array(approval, { maxLength: 3 }), (before, more) => {
      const first = minutesState(paper, { ...base, approvals: before }, '2027-03-01')
      const then = minutesState(paper, { ...base, approvals: [...before, ...more] }, '2027-06-01')
      assert.equal(
        first.state === 'approved',
        before.some(({ state }) => state === 'approved'),
      )
      if (first.state === 'approved') assert.deepEqual(then, first)
    }),
  )
})
