// From the concern to its effect, through HTTP: brought by a member or without a name, bundled without loss, proposed by the focus, decided, and seen by whoever sent it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { addPerson, again, ok, type TestPerson } from '#apps/testing-people.ts'
import { asApp, awo, caritas, type TwoChairs, twoChairs } from '#areas/cooperation/testing-keys.ts'
import type { Station, Step } from '#kit/trail/contract.ts'
import type { Concern, SentConcern } from './contract/concerns.ts'
import type { Backlog, Topic } from './contract/topics.ts'
import type { Meeting } from './contract.ts'
import { stateOf, stepsOf } from './rules/impulses.ts'

const content = {
  title: 'Schuldnerberatung hat vier Monate Wartezeit',
  text: 'Wer heute anruft, bekommt einen Termin im April.',
}
const bring = async (who: TestPerson, body: string, more: object = {}) =>
  ok<Concern>(await who.post('/concerns', { ...content, ...more, body }))
const make = async (who: TestPerson, body: string, more: object = {}) =>
  ok<Topic>(await who.post('/topics', { title: 'Wartezeit der Schuldnerberatung', level: 'strategic', ...more, body }))
const backlog = async (who: TestPerson, body: string) => ok<Backlog>(await who.get(`/bodies/${body}/backlog`))
type Proposals = { topics: { topic: { id: string; title: string }; grounds: { kind: string; word?: string }[] }[] }
const proposals = async (who: TestPerson, meeting: string) =>
  ok<Proposals>(await who.get(`/meetings/${meeting}/proposals`)).topics
const plan = async (who: TestPerson, body: string, day: string) =>
  ok<Meeting>(await who.post('/meetings', { body, day, starts: '14:00', place: 'Landratsamt' }))
const hold = async (who: TestPerson, { object }: Meeting) => {
  const { revision } = ok<Meeting>(await who.get(`/meetings/${object.id}`)).object
  return ok<Meeting>(await who.act(`/meetings/${object.id}/holding`, revision))
}
/** Both chairs release the result of the item. */
async function decide({ a, b }: Pick<TwoChairs, 'a' | 'b'>, meeting: Meeting, item: string, result: object) {
  const after = ok<Meeting>(await a.post(`/meetings/${meeting.object.id}/items/${item}/result`, result))
  const decision = after.items.find((one) => one.id === item)!.result!.id
  const { edition } = ok<{ edition: number }>(await a.get(`/releases?object=${decision}`))
  for (const chair of [a, b]) ok(await chair.post('/releases', { object: decision, edition }))
  return decision
}
async function moveTo(all: TwoChairs, day: string): Promise<TwoChairs> {
  await all.house.moveTo(`${day}T16:00:00Z`)
  const { house } = all
  const fresh = { a: await again(house, all.a), b: await again(house, all.b), office: await again(house, all.office) }
  return { ...all, ...fresh, delegate: await again(house, all.delegate) }
}

test('who sent a concern sees what became of it, from its receipt to the effect, without asking (A09, B42)', async (t) => {
  let all = await twoChairs(t)
  const { body, house } = all
  const concern = await bring(all.delegate, body)
  const sees = async () => {
    const { way } = ok<Concern>(await all.delegate.get(`/concerns/${concern.object.id}`))
    assert.equal(stepsOf(way).at(-1)!.state, stateOf(way))
    return stateOf(way)
  }
  assert.equal(await sees(), 'received')
  // Both sides see it at once, and neither chair sees more than the other.
  for (const chair of [all.a, all.b])
    assert.deepEqual(
      (await backlog(chair, body)).concerns.map((one) => one.from!.title),
      [awo],
    )
  const topic = await make(all.b, body, { concerns: [concern.object.id] })
  assert.equal(await sees(), 'bundled')
  const meeting = await plan(all.a, body, '2026-12-01')
  const item = ok<Meeting>(await all.a.post(`/meetings/${meeting.object.id}/items`, { concerning: topic.object.id }))
    .items[0]!
  assert.equal(await sees(), 'onAgenda')
  all = await moveTo(all, '2026-12-01')
  const held = await hold(all.office, meeting)
  assert.equal(await sees(), 'unfinished')
  const after = ok<Meeting>(
    await all.a.post(`/meetings/${held.object.id}/items/${item.id}/result`, {
      title: 'Eine Stelle mehr in der Schuldnerberatung',
      result: 'recommended',
      text: 'Die AWO richtet eine Stelle ein.',
      addressee: all.organisation(awo),
    }),
  )
  assert.equal(await sees(), 'decided')
  const decision = after.items[0]!.result!.id
  const told = async () => ok<Concern>(await all.delegate.get(`/concerns/${concern.object.id}`)).way.items[0]!.result
  assert.deepEqual([(await told())!.title, (await told())!.kind], [null, null], 'nothing before the joint release')
  for (const chair of [all.a, all.b]) ok(await chair.post('/releases', { object: decision, edition: 1 }))
  assert.equal(await sees(), 'released')
  assert.deepEqual(
    [(await told())!.kind, (await told())!.title],
    ['recommended', 'Eine Stelle mehr in der Schuldnerberatung'],
  )
  const measure = ok<{ object: { id: string; revision: number } }>(
    await all.delegate.post('/measures', {
      decision,
      title: 'Stelle in der Schuldnerberatung',
      what: 'Eine Stelle in der Schuldnerberatung',
      lead: all.organisation(awo),
      accountablePublic: all.office.organisation,
      accountableFree: all.organisation(awo),
      until: '2027-06-30',
    }),
  )
  assert.equal(await sees(), 'released', 'a draft is nothing yet')
  ok(await all.delegate.act(`/measures/${measure.object.id}/agreement`, measure.object.revision))
  assert.equal(await sees(), 'inMeasure')
  const home = await addPerson(house, all.office, {
    name: 'Paula Planung',
    organisation: all.organisation(awo),
    roles: ['planner'],
  })
  const service = ok<{ object: { id: string; revision: number } }>(
    await home.post('/services', {
      title: 'Schuldnerberatung der AWO',
      category: 'debtCounselling',
      targetGroup: 'Überschuldete',
      areaName: 'Garching',
      answers: measure.object.id,
    }),
  )
  ok(await home.act(`/services/${service.object.id}/opening`, service.object.revision, { day: '2026-12-01' }))
  await house.settle()
  assert.equal(await sees(), 'realised')
  // The Datenspur leads from the concern through topic, meeting and result to the measure.
  const walk = ok<{ stations: Station[]; steps: Step[] }>(await all.delegate.get(`/trail/${concern.object.id}`))
  assert.deepEqual(
    new Set(walk.stations.map(({ kind }) => kind)),
    new Set(['concern', 'topic', 'meeting', 'decision', 'measure', 'service']),
  )
  assert.ok(walk.steps.every(({ forwards }) => forwards))
})

test('a concern through the box is without a sender everywhere, and its code alone says what became of it (A09)', async (t) => {
  const all = await twoChairs(t)
  const { house, body, office, a, delegate } = all
  const drop = (key: string, code: string, who = house.visitor) =>
    who.post(`/boxes/${key}/concerns`, { ...content, code })
  const code = '7K4M9QXT2B8HNV3CDE5F'
  // Closed until chair or office open it; a delegate does not.
  assert.equal((await house.visitor.get(`/boxes/${body}`)).status, 404)
  assert.equal((await drop(body, code)).body.code, 'boxClosed')
  assert.equal((await delegate.raw('PUT', `/bodies/${body}/box`, { state: 'link' }, {})).status, 403)
  const { key } = ok<{ key: string }>(await a.raw('PUT', `/bodies/${body}/box`, { state: 'link' }, {}))
  assert.equal((await backlog(delegate, body)).box.key, key, 'every member may pass the link on')
  assert.equal((await house.visitor.get(`/boxes/${body}`)).status, 404, 'a link is not public')
  // Even where a browser sends the session along, nobody is kept; and the same code twice is one concern.
  const before = await house.asOwner((db) => sql`select from journal.entry`.execute(db))
  ok(await drop(key, code, delegate))
  ok(await drop(key, code))
  const after = await house.asOwner((db) => sql`select from journal.entry`.execute(db))
  assert.equal(after.rows.length, before.rows.length)
  const look = async () => ok<SentConcern>(await house.visitor.get(`/concern-codes/${code}`))
  assert.equal(stateOf(await look()), 'waiting')
  await house.settle()
  await house.moveTo('2026-11-22T12:00:00Z')
  const office2 = await again(house, office)
  const [line] = (await backlog(office2, body)).concerns
  assert.deepEqual([line!.from, line!.object.owner?.id], [null, body])
  assert.equal(stateOf(await look()), 'received')
  // Again, after it was taken in: the same code is the same concern.
  ok(await drop(key, code))
  await house.settle()
  // Not a row in any table of the database names the person or organisation of whoever sent it, beside this concern.
  const { rows } = await house.asOwner((db) =>
    sql<{
      found: number
    }>`select (select count(*) from kit.object o where o.id = ${line!.object.id} and (o.author is not null or o.owner <> ${body}))
      + (select count(*) from journal.entry e where e.object = ${line!.object.id} and (e.person is not null or e.organisation is not null or e.mandate is not null))
      + (select count(*) from meetings.concern_drop) + (select count(*) from kit.reply r where r.body::text like ${'%kept%'}) as found`.execute(
      db,
    ),
  )
  assert.equal(Number(rows[0]!.found), 0)
  const topic = await make(office2, body, { concerns: [line!.object.id] })
  const shown = await look()
  assert.deepEqual([stateOf(shown), shown.topic!.title, shown.text], ['bundled', topic.object.title, content.text])
  // A wrong code says nothing, and a new link ends the old one.
  assert.equal((await house.visitor.get('/concern-codes/7K4M9QXT2B8HNV3CDE5G')).status, 404)
  const open = ok<{ key: string }>(
    await office2.raw('PUT', `/bodies/${body}/box`, { state: 'public', renew: true }, {}),
  )
  assert.equal((await house.visitor.get(`/boxes/${key}`)).status, 404)
  for (const way of [open.key, body]) assert.equal((await house.visitor.get(`/boxes/${way}`)).status, 200)
})

test('concerns become one topic and come apart again, word for word, and their organisations stand behind it (A12)', async (t) => {
  const { body, house, office, a, b, delegate } = await twoChairs(t)
  const mine = await bring(delegate, body)
  const other = await bring(b, body, { title: 'Schulden machen krank', text: 'In der Beratung sehen wir es täglich.' })
  assert.equal((await delegate.post('/topics', { body, title: 'Von mir', level: 'strategic' })).status, 403)
  const topic = await make(a, body, { concerns: [mine.object.id, other.object.id] })
  assert.deepEqual(topic.sponsors.map((one) => one.title).toSorted(), [awo, caritas])
  assert.deepEqual(new Set(topic.bundled.map((one) => one.text)), new Set([mine.text, other.text]))
  // An organisation that brought none says for itself that it stands behind it.
  const stand = (who: TestPerson, sponsoring: boolean) =>
    who.raw('PUT', `/topics/${topic.object.id}/sponsorship`, { sponsoring }, {})
  assert.equal(ok<Topic>(await stand(a, true)).sponsors.length, 3)
  assert.equal(ok<Topic>(await stand(a, false)).sponsors.length, 2)
  // Taken out it stands for itself again, as it was written; and it goes back.
  const apart = async (who: TestPerson, to: string | null) => {
    const { revision } = ok<Concern>(await who.get(`/concerns/${mine.object.id}`)).object
    return who.put(`/concerns/${mine.object.id}/topic`, revision, { topic: to })
  }
  assert.equal((await apart(delegate, null)).status, 403)
  const alone = ok<Concern>(await apart(b, null))
  assert.deepEqual(
    [alone.topic, alone.text, alone.object.title, stateOf(alone.way)],
    [null, mine.text, mine.object.title, 'received'],
  )
  assert.equal((await apart(b, null)).body.code, 'notBundled')
  const left = ok<Topic>(await a.get(`/topics/${topic.object.id}`))
  assert.deepEqual(
    left.sponsors.map((one) => one.title),
    [caritas],
  )
  assert.equal(ok<Concern>(await apart(office, topic.object.id)).topic?.id, topic.object.id)
  const { entries } = ok<{ entries: { verb: string }[] }>(await delegate.get(`/history/${mine.object.id}`))
  assert.deepEqual(
    entries.map(({ verb }) => verb),
    ['concern.bundled', 'concern.takenOut', 'concern.bundled', 'concern.brought'],
  )
  // What was written cannot be changed, past the application either.
  const rewrite = sql`update meetings.concern set text = 'anders' where id = ${mine.object.id}`
  await assert.rejects(asApp({ house }, office, rewrite))
  // One that becomes no topic is closed with a reason, which the sender reads, and opened again.
  const third = await bring(delegate, body, { title: 'Parkplätze am Landratsamt' })
  const closed = ok<Concern>(
    await a.put(`/concerns/${third.object.id}/closing`, 1, { because: 'Das entscheidet die Hausverwaltung.' }),
  )
  assert.equal(stepsOf(closed.way).at(-1)!.what, 'Das entscheidet die Hausverwaltung.')
  assert.equal(
    (await a.put(`/concerns/${third.object.id}/topic`, closed.object.revision, { topic: topic.object.id })).body.code,
    'concernClosed',
  )
  const reopened = ok<Concern>(
    await b.put(`/concerns/${third.object.id}/closing`, closed.object.revision, { because: null }),
  )
  assert.equal(stateOf(reopened.way), 'received')
})

test('the focus of a body orders what is proposed, with the reason, and what the last meeting left carries over (A14, B42)', async (t) => {
  let all = await twoChairs(t)
  const { body } = all
  const ripe = async (who: TestPerson, title: string, more: object = {}) => {
    const { object } = await make(who, body, { title, ...more })
    ok(await who.raw('PUT', `/topics/${object.id}/ripeness`, { ripe: true }, {}))
    return object.id
  }
  const old = await ripe(all.a, 'Fahrdienst für ältere Menschen')
  const care = await ripe(all.b, 'Kurzzeitpflege im Süden')
  const debts = await ripe(all.office, 'Beratung', { targetGroup: 'Alleinerziehende mit Schulden' })
  await make(all.a, body, { title: 'Noch nicht reif' })
  const meeting = await plan(all.a, body, '2026-12-01')
  const titles = async (who: TestPerson) => (await proposals(who, meeting.object.id)).map(({ topic }) => topic.id)
  assert.deepEqual(new Set(await titles(all.a)), new Set([old, care, debts]))
  assert.equal((await all.delegate.raw('PUT', `/bodies/${body}/focus`, { words: ['Pflege'] }, {})).status, 403)
  ok(await all.b.raw('PUT', `/bodies/${body}/focus`, { words: ['Alleinerziehende', 'Pflege'] }, {}))
  assert.deepEqual(await titles(all.a), [debts, care, old])
  assert.deepEqual(await titles(all.b), await titles(all.a), 'the same for both chairs')
  assert.deepEqual(
    (await proposals(all.a, meeting.object.id)).map(({ grounds }) => grounds),
    [
      [{ kind: 'focus', word: 'Alleinerziehende' }, { kind: 'ripe' }],
      [{ kind: 'focus', word: 'Pflege' }, { kind: 'ripe' }],
      [{ kind: 'ripe' }],
    ],
  )
  const put = ok<Meeting>(await all.office.post(`/meetings/${meeting.object.id}/items`, { concerning: care }))
  assert.equal(put.items[0]!.title, 'Kurzzeitpflege im Süden')
  assert.deepEqual(await titles(all.a), [debts, old], 'what stands on an agenda is not proposed again')
  all = await moveTo(all, '2026-12-01')
  await hold(all.a, meeting)
  // Planned now, the next meeting begins with what was not dealt with; for the others it is one more meeting that they wait.
  const next = await plan(all.b, body, '2026-12-15')
  assert.deepEqual(
    next.items.map((one) => one.concerning?.id),
    [care],
  )
  assert.deepEqual(
    (await proposals(all.a, next.object.id)).map(({ topic, grounds }) => [topic.id, grounds.at(-1)]),
    [
      [debts, { kind: 'waited', meetings: 1 }],
      [old, { kind: 'waited', meetings: 1 }],
    ],
  )
  // Dealt with, it is no longer proposed until somebody says anew that it is ripe.
  all = await moveTo(all, '2026-12-15')
  await hold(all.office, next)
  await decide(all, next, next.items[0]!.id, { title: 'Pflege', result: 'noted', text: 'Zur Kenntnis genommen.' })
  const third = await plan(all.a, body, '2027-01-12')
  assert.deepEqual(third.items, [])
  assert.deepEqual(
    (await proposals(all.a, third.object.id)).map(({ topic }) => topic.id),
    [debts, old],
  )
  // Closed with a reason, and not while it stands on an agenda.
  const on = ok<Meeting>(await all.a.post(`/meetings/${third.object.id}/items`, { concerning: old }))
  const close = async (id: string, because: string | null) => {
    const { revision } = ok<Topic>(await all.a.get(`/topics/${id}`)).object
    return all.a.put(`/topics/${id}/closing`, revision, { because })
  }
  assert.equal((await close(old, 'Erledigt')).body.code, 'onAgenda')
  ok(await all.a.delete(`/meetings/${third.object.id}/items/${on.items[0]!.id}`, on.object.revision))
  ok(await close(old, 'Erledigt'))
  assert.equal((await all.a.post(`/meetings/${third.object.id}/items`, { concerning: old })).body.code, 'topicClosed')
  ok(await close(old, null))
  const concern = await bring(all.b, body)
  assert.equal(
    (await all.a.post(`/meetings/${third.object.id}/items`, { concerning: concern.object.id })).body.code,
    'throughTopic',
  )
})

test('an operative topic goes to a working group and comes back only with a reason that stays (A24, A26)', async (t) => {
  let all = await twoChairs(t)
  const { body, house, office, organisation } = all
  const mandate = ok<{ id: string }>(
    await office.post(`/bodies/${body}/groups`, {
      name: 'Arbeitskreis Schulden (Beispiel)',
      shortName: 'AK Schulden',
      task: 'Wartezeiten verkürzen',
      result: 'Vorschläge',
      lead: organisation(awo),
      members: [{ organisation: organisation(awo), guest: false }],
      until: '2027-12-01',
      reportEvery: 6,
    }),
  ).id
  for (const chair of [all.a, all.b]) ok(await chair.post('/releases', { object: mandate, edition: 1 }))
  const group = ok<{ id: string }>(await office.post(`/group-mandates/${mandate}/opening`)).id
  await house.settle()
  const lead = await addPerson(house, office, {
    name: 'Lea Leitung',
    organisation: organisation(awo),
    body: { id: group, role: 'chair' },
  })
  const concern = await bring(all.b, body)
  const topic = await make(all.a, body, { level: 'operative', concerns: [concern.object.id] })
  const id = topic.object.id
  ok(await all.a.raw('PUT', `/topics/${id}/ripeness`, { ripe: true }, {}))
  const meeting = await plan(all.a, body, '2026-12-01')
  const onto = (who: TestPerson, to: Meeting) => who.post(`/meetings/${to.object.id}/items`, { concerning: id })
  assert.deepEqual(await proposals(all.a, meeting.object.id), [])
  assert.equal((await onto(all.a, meeting)).body.code, 'notRaised')
  // The database says the same, past the application.
  await assert.rejects(
    asApp(
      { house },
      all.a,
      sql`insert into meetings.agenda_item (id, meeting, position, title, concerning)
      values (gen_random_uuid(), ${meeting.object.id}, 1, 'Vorbei', ${id})`,
    ),
    /treated where it waits/,
  )
  assert.equal((await lead.get(`/topics/${id}`)).status, 404)
  const move = (who: TestPerson, to: string, reason: string) => who.post(`/topics/${id}/moves`, { to, reason })
  assert.equal((await move(all.delegate, group, 'Das ist zu tun')).status, 403)
  assert.equal((await move(all.a, all.office.organisation, 'Das ist zu tun')).body.code, 'noSuchGroup')
  const handed = ok<Topic>(await move(all.b, group, 'Das ist zu tun'))
  assert.equal(handed.at.id, group)
  // Both see it: the group with the concern that it is made of.
  const seen = ok<Topic>(await lead.get(`/topics/${id}`))
  assert.deepEqual([seen.bundled[0]!.text, seen.may.ripen, seen.may.change], [content.text, true, false])
  assert.deepEqual(
    (await backlog(lead, group)).topics.map((one) => one.object.id),
    [id],
  )
  assert.equal(stateOf(ok<Concern>(await all.b.get(`/concerns/${concern.object.id}`)).way), 'inGroup')
  assert.equal((await onto(all.a, meeting)).body.code, 'otherBody')
  const inside = await plan(lead, group, '2026-12-01')
  assert.deepEqual(
    (await proposals(lead, inside.object.id)).map((one) => one.topic.id),
    [id],
  )
  ok(await onto(lead, inside))
  assert.equal((await move(lead, body, 'Dafür fehlen uns die Mittel')).body.code, 'onAgenda')
  all = await moveTo(all, '2026-12-01')
  const lead2 = await again(house, lead)
  await hold(lead2, inside)
  const raised = ok<Topic>(await move(lead2, body, 'Dafür fehlen uns die Mittel'))
  assert.deepEqual(
    [raised.at.id, raised.raised, raised.moves.map((one) => one.reason)],
    [body, 'Dafür fehlen uns die Mittel', ['Das ist zu tun', 'Dafür fehlen uns die Mittel']],
  )
  const next = await plan(all.b, body, '2026-12-20')
  assert.deepEqual(
    next.items.map((one) => [one.concerning?.id, one.level]),
    [[id, 'operative']],
  )
  const nothing = sql`delete from meetings.topic_move`
  await assert.rejects(asApp({ house }, all.a, nothing))
})
