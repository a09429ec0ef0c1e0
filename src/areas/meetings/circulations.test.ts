// Deciding by circulation: never with one key, by seats and by the rules of the body, openly and without anybody's speed, with a Beschluss by the path of a vote.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { again, ok, type TestPerson } from '#apps/testing-people.ts'
import { adopt, asApp, type TwoChairs, twoChairs } from '#areas/cooperation/testing-keys.ts'
import type { Decision } from '#areas/planning/contract/decisions.ts'
import type { Circulation } from './contract/circulations.ts'
import type { Meeting } from './contract.ts'
import { linksIn, mailing } from './testing.ts'

const words = { title: 'Kurzzeitpflege ausbauen', proposal: 'Zehn Plätze werden beantragt.', days: 7 }
const rules = { quorum: 'half', majority: 'simple', circulation: { days: 7, majority: 'simple', toMeeting: true } }
const propose = async (who: TestPerson, body: string, more: object = {}) =>
  ok<Circulation>(await who.post('/circulations', { body, ...words, ...more })).object.id
const get = async (who: TestPerson, id: string) => ok<Circulation>(await who.get(`/circulations/${id}`))
const key = (who: TestPerson, object: string) => who.post('/releases', { object, edition: 1 })
const answer = (who: TestPerson, id: string, said: string, seen: number) =>
  who.raw('PUT', `/circulations/${id}/answer`, { answer: said, seen }, {})

test('a circulation from the two keys over mail and answers to the Beschluss and its announcement (B12, B21)', async (t) => {
  const all = await twoChairs(t, undefined, 'deciding')
  const { house, office, a, b, delegate, body } = all
  const { server, worker } = await mailing(t, house)
  await adopt(all, { ...rules, circulation: null })
  assert.equal((await office.post('/circulations', { body, ...words })).body.code, 'noCirculation')
  await adopt(all, rules)
  const short = await office.post('/circulations', { body, ...words, days: 3 })
  assert.match(String(short.body.message), /mindestens 7 Tage/)
  assert.equal((await delegate.post('/circulations', { body, ...words })).status, 403)

  // Nothing goes out, and nobody reads it, before both have released it.
  const id = await propose(a, body)
  await worker.settle()
  server.mails.length = 0
  ok(await key(a, id))
  await worker.settle()
  assert.deepEqual([(await get(b, id)).state, (await delegate.get(`/circulations/${id}`)).status], ['proposed', 404])
  assert.equal(server.mails.filter(({ subject }) => /Umlauf/.test(subject!)).length, 0)
  ok(await key(b, id))
  await worker.settle()
  await worker.settle()
  const asked = server.mails.filter(({ subject }) => /^Bitte antworten Sie im Umlaufverfahren/.test(subject!))
  const speakers = [a, b, all.deputyA, all.deputyB, delegate].map(({ email }) => email)
  assert.deepEqual(
    asked.map(({ recipients }) => recipients[0]).toSorted(),
    speakers.toSorted(),
    'each once, the office not',
  )
  const running = await get(delegate, id)
  assert.deepEqual(
    [running.state, running.sentOn, running.until, running.seats.length],
    ['running', '2026-11-22', '2026-11-29', 10],
  )

  // Opening a link changes nothing; answers stand by seat, open to all, without a time.
  const link = `/circulation-links/${linksIn(
    asked.find(({ recipients }) => recipients[0] === delegate.email)!,
    '/umlauf',
  )[0]!
    .split('/')
    .at(-1)}`
  type Linked = { state: string; circulation: { seen: number; mine: { answer: string | null }[] } }
  const opened = ok<Linked>(await house.visitor.get(link))
  assert.deepEqual([opened.state, opened.circulation.mine.map((seat) => seat.answer)], ['running', [null]])
  assert.ok((await get(delegate, id)).seats.every((seat) => seat.answer === null))
  ok(await answer(a, id, 'yes', 0))
  ok(await answer(b, id, 'yes', 0))
  assert.equal((await answer(office, id, 'yes', 0)).body.code, 'noVoice', 'the office has no seat')
  await house.moveTo('2026-11-27T08:00:00Z')
  server.mails.length = 0
  await worker.settle()
  await worker.settle()
  assert.deepEqual(
    server.mails
      .filter(({ subject }) => /Antwort im Umlaufverfahren fehlt/.test(subject!))
      .map(({ recipients }) => recipients[0]),
    [delegate.email],
    'who has answered is not reminded, and nobody twice',
  )
  ok(await house.visitor.raw('PUT', link, { answer: 'abstain', seen: 0 }, {}))
  assert.equal((await house.visitor.raw('PUT', link, { answer: 'no', seen: 0 }, {})).body.code, 'answeredSince')
  ok(await house.visitor.raw('PUT', link, { answer: 'no', seen: 1 }, {}))
  const columns = await house.asOwner((db) =>
    sql<{
      name: string
    }>`select column_name as name from information_schema.columns where table_schema = 'meetings' and table_name = 'circulation_answer' order by 1`.execute(
      db,
    ),
  )
  assert.deepEqual(
    columns.rows.map(({ name }) => name),
    ['answer', 'circulation', 'organisation', 'revision', 'unit'],
  )

  // After the last day it is counted by itself, by seats.
  await house.moveTo('2026-11-30T08:00:00Z')
  await worker.settle()
  await house.settle()
  const then = {
    ...all,
    a: await again(house, a),
    b: await again(house, b),
    office: await again(house, office),
    delegate: await again(house, delegate),
  }
  const counted = await get(then.delegate, id)
  const said = (what: string) => counted.seats.filter((seat) => seat.answer === what).length
  assert.deepEqual([counted.state, said('yes'), said('no'), counted.seats.length], ['carried', 5, 1, 10])
  assert.equal((await house.visitor.raw('PUT', link, { answer: 'yes', seen: 2 }, {})).body.code, 'circulationOver')

  // The Beschluss has the words that circulated, counts with both keys, and is made known in the next meeting.
  const next = ok<Meeting>(
    await then.office.post('/meetings', { body, day: '2026-12-15', starts: '14:00', place: 'Landratsamt' }),
  )
  assert.equal((await then.delegate.post(`/circulations/${id}/result`, {})).status, 403)
  const decision = ok<Circulation>(await then.office.post(`/circulations/${id}/result`, {})).decision!
  assert.equal((await then.a.post(`/circulations/${id}/result`, {})).body.code, 'circulationRecorded')
  const reworded = { title: words.title, result: 'resolved', text: 'Zwanzig Plätze werden beantragt.', needs: [] }
  assert.equal((await then.a.put(`/decisions/${decision}`, 1, reworded)).body.code, 'circulated')
  await house.settle()
  assert.equal(
    ok<Meeting>(await then.a.get(`/meetings/${next.object.id}`)).items.length,
    0,
    'not before both have released it',
  )
  for (const chair of [then.a, then.b]) ok(await key(chair, decision))
  await house.settle()
  const shown = ok<Decision>(await then.delegate.get(`/decisions/${decision}`))
  assert.deepEqual(
    [shown.result, shown.text, shown.released, shown.meeting?.kind, shown.meeting?.id],
    ['resolved', words.proposal, true, 'circulation', id],
  )
  const [item] = ok<Meeting>(await then.delegate.get(`/meetings/${next.object.id}`)).items
  assert.deepEqual([item?.title, item?.announces], [`Bekanntgabe: Beschluss im Umlauf „${words.title}“`, id])
  const around = ok<{ after: { object: string }[] }>(await then.delegate.get(`/trail/${id}/around`))
  assert.ok(JSON.stringify(around).includes(decision), 'in the trail')
})

test('a forum decides nothing by circulation, and one seat that wants to discuss brings a proposal to a meeting (B12)', async (t) => {
  const forum = await twoChairs(t)
  await adopt(forum, rules)
  assert.equal((await forum.a.post('/circulations', { body: forum.body, ...words })).body.code, 'noVotes')

  const all = await twoChairs(t, undefined, 'deciding')
  const { house, a, b, delegate, body } = all
  await adopt(all, rules)
  const [id, thin] = [await propose(b, body), await propose(b, body, { title: 'Kaum jemand antwortet' })]
  for (const one of [id, thin]) for (const chair of [a, b]) ok(await key(chair, one))
  await house.settle()
  ok(await answer(a, id, 'yes', 0))
  ok(await answer(delegate, id, 'meeting', 0))
  ok(await answer(b, thin, 'yes', 0))
  await house.moveTo('2026-11-30T08:00:00Z')
  await house.settle()
  const chair = await again(house, a)
  assert.deepEqual([(await get(chair, id)).state, (await get(chair, thin)).state], ['toMeeting', 'notQuorate'])
  assert.equal((await chair.post(`/circulations/${id}/result`, {})).body.code, 'notCarried')
  const resolve = sql<{ done: boolean }>`select meetings.resolve_circulation(${id}, ${body}) as done`
  assert.deepEqual((await asApp(all, chair, resolve)).rows, [{ done: false }])
  const { object } = ok<Meeting>(
    await chair.post('/meetings', { body, day: '2026-12-15', starts: '14:00', place: 'Ort' }),
  )
  await house.settle()
  assert.deepEqual(
    ok<Meeting>(await chair.get(`/meetings/${object.id}`))
      .items.map(({ title }) => title)
      .toSorted(),
    [
      `Beratung aus dem Umlaufverfahren: ${words.title}`,
      'Beratung aus dem Umlaufverfahren: Kaum jemand antwortet',
    ].toSorted(),
  )
})

type Act = 'key' | 'keyTwice' | 'return' | 'deputyKey' | 'forge' | 'send' | 'reword'
type Side = 'a' | 'b'
type Step = { act: Act; side: Side }
const steps = fc.array(
  fc.record({
    act: fc.constantFrom<Act[]>('key', 'key', 'keyTwice', 'return', 'deputyKey', 'forge', 'send', 'reword'),
    side: fc.constantFrom<Side[]>('a', 'b'),
  }),
  { minLength: 1, maxLength: 6 },
)

/** What must come of it: only both keys, given before either hands it back, send it out. */
function expected(order: readonly Step[]): string {
  const given = new Set<Side>()
  for (const { act, side } of order) {
    if (act === 'return') return 'returned'
    if (act === 'key' || act === 'keyTwice') given.add(side)
    if (given.size === 2) return 'running'
  }
  return 'proposed'
}

async function play(all: TwoChairs, order: readonly Step[]): Promise<string> {
  const id = await propose(all[order[0]!.side], all.body)
  for (const { act, side } of order) {
    const who = all[side]
    const other = all[side === 'a' ? 'b' : 'a']
    if (act === 'key' || act === 'keyTwice') await key(who, id)
    if (act === 'keyTwice') await key(who, id)
    if (act === 'return') await who.post('/releases/objection', { object: id, edition: 1, reason: 'So nicht.' })
    if (act === 'deputyKey') await key(side === 'a' ? all.deputyA : all.deputyB, id)
    if (act === 'forge')
      await asApp(
        all,
        who,
        sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
          select ${id}, 1, ${all.body}, ${other.person}, ${other.organisation}, m.id, clock.now() from access.mandate m where m.person = ${other.person} and m.body = ${all.body} and m.role = 'chair'`,
      ).catch(() => undefined)
    if (act === 'send')
      await asApp(all, who, sql`update meetings.circulation set sent_on = clock.today() where id = ${id}`).catch(
        () => undefined,
      )
    if (act === 'reword')
      await asApp(all, who, sql`update meetings.circulation set proposal = 'Anderes' where id = ${id}`).catch(
        () => undefined,
      )
  }
  await all.house.settle()
  const now = await get(all.office, id)
  assert.equal(now.proposal, words.proposal)
  return now.state
}

test('theorem: whatever the order of acts, nothing goes out with one key, and both chairs count alike (B21)', async (t) => {
  const all = await twoChairs(t, undefined, 'deciding')
  await adopt(all, rules)
  const mirrored = (order: readonly Step[]) =>
    order.map(({ act, side }): Step => ({ act, side: side === 'a' ? 'b' : 'a' }))
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      const came = await play(all, order)
      assert.equal(came, expected(order))
      assert.equal(await play(all, mirrored(order)), came)
    }),
    { numRuns: 15 },
  )
})
