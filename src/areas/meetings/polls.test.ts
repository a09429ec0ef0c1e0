// Finding a date through HTTP and real mails: asked once, answered by seats and a guest without an account, reminded once, closed once.
import assert from 'node:assert/strict'
import test from 'node:test'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { again, ok } from '#apps/testing-people.ts'
import { adopt, asApp, caritas, twoChairs } from '#areas/cooperation/testing-keys.ts'
import type { LinkedPoll, Poll, ProposedDay } from './contract/polls.ts'
import type { Meeting } from './contract.ts'
import { tallyOf } from './rules/tally.ts'
import { calendarOf, linksIn, type Mail, mailing } from './testing.ts'

const guest = { name: 'Gero Gast', address: 'Gero.Gast@Example.org' }
const content = { place: 'Landratsamt, Raum 2', until: '2026-12-05', remindOn: '2026-12-02' }
const days = [
  { day: '2026-12-15', starts: '14:00', ends: '16:00' },
  { day: '2026-12-16', starts: '10:00' },
  { day: '2026-12-17', starts: '14:00' },
]
const to = (mails: readonly Mail[]) => mails.map(({ recipients }) => recipients[0]!).toSorted()

test('a poll from the first mail to the planned meeting: every mail once, no address seen by others, answers by seat, one meeting', async (t) => {
  const all = await twoChairs(t, undefined, 'deciding')
  const { house, office, body, organisation } = all
  await adopt(all, { quorum: 'half' })
  const { server, worker } = await mailing(t, house)
  await worker.settle()
  server.mails.length = 0
  const poll = ok<Poll>(
    await office.post('/polls', {
      body,
      options: days,
      // A delegate named as a guest too is still asked once.
      guests: [guest, { name: 'Gabriele Stadler', address: all.delegate.email }],
      ...content,
    }),
  )
  const { id } = poll.object
  const url = `/polls/${id}`
  const [first, second, third] = poll.options as [Poll['options'][0], Poll['options'][0], Poll['options'][0]]
  await worker.settle()
  await worker.settle()
  const people = [all.a, all.b, all.deputyA, all.deputyB, all.delegate, office].map(({ email }) => email)
  const asked = [...server.mails]
  assert.deepEqual(to(asked), [...people, 'gero.gast@example.org'].toSorted())
  const known = [...people, 'gero.gast@example.org']
  for (const mail of asked) {
    assert.match(mail.subject!, /^Bitte nennen Sie Ihre Zeiten: Terminfindung/)
    assert.match(
      mail.text!,
      /Dienstag, 15\. Dezember 2026, 14:00 bis 16:00 Uhr; Mittwoch, 16\. Dezember 2026, 10:00 Uhr/,
    )
    const others = known.filter((address) => address !== mail.recipients[0])
    assert.ok(others.every((address) => !JSON.stringify([mail.text, mail.html, mail.headers]).includes(address)))
  }
  const linkOf = (address: string, mails = asked) =>
    linksIn(mails.find((mail) => mail.recipients[0] === address)!, '/termin')[0]!.replace('/termin/', '/poll-links/')

  // The guest has no account: the link alone shows the days, and answers as often as needed.
  const guests = linkOf('gero.gast@example.org')
  const looked = ok<LinkedPoll>(await house.visitor.get(guests))
  assert.deepEqual([looked.state, looked.poll?.name, looked.poll?.options.length], ['open', 'Gero Gast', 3])
  const say = (answers: Record<string, string>, seen: number, places: string[] | null = null) => ({
    answers,
    seen,
    places,
  })
  const answered = ok<LinkedPoll>(
    await house.visitor.raw('PUT', guests, say({ [first.id]: 'no', [second.id]: 'yes' }, 0), {}),
  )
  assert.deepEqual(answered.poll?.voices[0]?.answers, { [first.id]: 'no', [second.id]: 'yes' })

  // Two for one seat: the same twice is one answer, and the second with another answer sees the first instead of overwriting it.
  const ofB = linkOf(all.b.email)
  const yes = say({ [first.id]: 'ifNeeded', [second.id]: 'yes', [third.id]: 'no' }, 0)
  ok(await house.visitor.raw('PUT', ofB, yes, {}))
  ok(await house.visitor.raw('PUT', ofB, yes, {}))
  const deputy = await all.deputyB.raw('PUT', `${url}/answers`, say({ [second.id]: 'no' }, 0), {})
  assert.deepEqual([deputy.status, deputy.body.code], [409, 'answeredSince'])
  const seen = ok<Poll>(await all.deputyB.get(url))
  assert.deepEqual(
    seen.mine.map(({ voice, answers }) => [voice, answers[second.id]]),
    [['seat', 'yes']],
  )
  for (const who of [all.a, all.delegate, office])
    ok(await who.raw('PUT', `${url}/answers`, say({ [second.id]: 'yes', [first.id]: 'yes' }, 0), {}))
  // What was not asked is no answer, and whoever has no seat has none.
  assert.equal((await all.a.raw('PUT', `${url}/answers`, say({ [body]: 'yes' }, 1), {})).status, 400)

  const shown = ok<Poll>(await all.delegate.get(url))
  const tally = tallyOf(second, shown)
  // The county's four departments, the two associations.
  assert.deepEqual([tally.seats.yes, tally.seats.of, tally.allLead], [6, 10, true])
  assert.deepEqual(shown.guests, [], 'guests are known to chairs and office alone')
  assert.ok(shown.answers.every(({ guest: one }) => one === null))
  const led = ok<Poll>(await all.b.get(url))
  assert.deepEqual(
    led.guests.map(({ name }) => name),
    ['Gabriele Stadler', 'Gero Gast'],
  )
  assert.equal(tallyOf(second, led).guests.yes, 1)
  assert.ok(!JSON.stringify(led).includes('@example.org'), 'not even those who lead read an address')
  assert.ok(tally.constituencies.length > 1 && tally.quorum !== null)
  const { rows } = await house.asOwner((db) =>
    sql<{ n: number }>`select count(*)::int as n from journal.entry where object = ${id}`.execute(db),
  )
  assert.equal(rows[0]!.n, 1, 'only the opening: when somebody answered stands nowhere')

  // The calendar subscription holds the days that are still open, and not the one to which one said no.
  const made = ok<{ address: string }>(await all.b.post('/calendar', {}))
  const feed = async () => {
    const text = String((await house.visitor.get(made.address.replace(/^.*\/api/, ''))).body)
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    return events.map((event) => [
      String(event.getFirstPropertyValue('uid')),
      String(event.getFirstPropertyValue('status')),
    ])
  }
  assert.deepEqual(
    await feed(),
    [first, second].map((option) => [`${option.id}@nahtstelle`, 'TENTATIVE']),
  )

  // Two close it at once: the second is told that it is stale, and there is one meeting.
  const closing = [all.a, all.b].map((chair) => chair.act(`${url}/closing`, led.object.revision, { option: second.id }))
  assert.deepEqual((await Promise.all(closing)).map(({ status }) => status).toSorted(), [200, 412])
  const closed = ok<Poll>(await office.get(url))
  assert.deepEqual([closed.status, closed.chosen], ['closed', second.id])
  const { meetings } = ok<{ meetings: Meeting[] }>(await office.get(`/meetings?body=${body}`))
  assert.deepEqual(
    meetings.map(({ object, day, starts, status }) => [object.id, day, starts, status]),
    [[closed.meeting, '2026-12-16', '10:00', 'planned']],
  )
  server.mails.length = 0
  await worker.settle()
  await worker.settle()
  const told = [all.a, all.b, all.deputyA, all.deputyB, all.delegate, office].map(({ email }) => email)
  const mails = server.mails.filter(({ subject }) => /^Der Termin steht fest/.test(subject!))
  assert.deepEqual(to(mails), [...told, 'gero.gast@example.org'].toSorted())
  for (const mail of mails) {
    assert.match(mail.text!, /Der Termin steht fest: Mittwoch, 16\. Dezember 2026, 10:00 Uhr/)
    const [event] = new ICAL.Component(ICAL.parse(calendarOf(mail)!)).getAllSubcomponents('vevent')
    assert.equal(String(event!.getFirstPropertyValue('uid')), `${closed.meeting}@nahtstelle`)
    assert.equal(String(event!.getFirstPropertyValue('attendee')), `mailto:${mail.recipients[0]}`)
  }
  assert.deepEqual(await feed(), [[`${closed.meeting}@nahtstelle`, 'TENTATIVE']], 'the other days are gone')
  const late = await house.visitor.raw('PUT', ofB, say({ [first.id]: 'yes' }, 1), {})
  assert.deepEqual([late.status, late.body.code], [409, 'pollOver'])
  assert.equal(ok<LinkedPoll>(await house.visitor.get(guests)).state, 'closed')
  assert.deepEqual(
    [(await office.act(`${url}/withdrawal`, closed.object.revision, { reason: 'Doch nicht' })).body.code],
    ['pollSettled'],
  )
  assert.ok(organisation(caritas))

  // A month later nothing is left of the guest and of the links.
  await house.moveTo('2027-01-20T09:00:00Z')
  await house.settle()
  assert.equal((await house.visitor.get(guests)).status, 404)
  const left = await house.asOwner((db) =>
    sql<{
      n: number
    }>`select (select count(*) from meetings.poll_guest)::int + (select count(*) from meetings.answer_link)::int as n`.execute(
      db,
    ),
  )
  assert.equal(left.rows[0]!.n, 0)
})

test('who has not answered is reminded once, and after the last day those who lead are told once; a link that was taken back opens nothing and does not come again', async (t) => {
  const all = await twoChairs(t)
  const { house, office, body } = all
  const { server, worker } = await mailing(t, house)
  const poll = ok<Poll>(await office.post('/polls', { body, options: days, guests: [guest], ...content }))
  const url = `/polls/${poll.object.id}`
  await worker.settle()
  const linkTo = (address: string) =>
    linksIn(
      server.mails.find((mail) => mail.recipients[0] === address && /Ihre Zeiten/.test(mail.subject!))!,
      '/termin',
    )[0]!.replace('/termin/', '/poll-links/')
  const answers = { answers: { [poll.options[0]!.id]: 'yes' }, seen: 0 }
  ok(await house.visitor.raw('PUT', linkTo(all.delegate.email), answers, {}))
  const guests = linkTo('gero.gast@example.org')
  const led = ok<Poll>(await all.a.get(url))
  assert.deepEqual(ok(await all.a.post(`${url}/links/end`, { guest: led.guests[0]!.id })), { ended: 1 })
  assert.equal((await all.delegate.post(`${url}/links/end`, { guest: led.guests[0]!.id })).status, 403)
  assert.deepEqual(ok(await house.visitor.get(guests)), { state: 'ended', poll: null })
  assert.equal((await house.visitor.raw('PUT', guests, answers, {})).body.code, 'noVoice')
  server.mails.length = 0
  await house.moveTo('2026-12-02T09:00:00Z')
  await worker.settle()
  await worker.settle()
  await house.moveTo('2026-12-03T09:00:00Z')
  await worker.settle()
  const open = [all.a, all.b, all.deputyA, all.deputyB, office].map(({ email }) => email)
  assert.deepEqual(to(server.mails), open.toSorted())
  assert.ok(server.mails.every(({ subject }) => /^Eine Antwort fehlt noch: Terminfindung/.test(subject!)))
  server.mails.length = 0
  for (const day of ['06', '07']) {
    await house.moveTo(`2026-12-${day}T09:00:00Z`)
    await worker.settle()
  }
  assert.deepEqual(to(server.mails), [all.a, all.b, office].map(({ email }) => email).toSorted())
  // An answer comes too late, until the last day is moved.
  const delegate = await again(house, all.delegate)
  const chair = await again(house, all.b)
  const put = (answer: string, seen: number) =>
    delegate.raw('PUT', `${url}/answers`, { answers: { [poll.options[0]!.id]: answer }, seen }, {})
  assert.equal((await put('no', 1)).body.code, 'pollOver')
  const revision = ok<Poll>(await chair.get(url)).object.revision
  ok(await chair.put(url, revision, { place: 'Rathaus', until: '2026-12-10' }))
  assert.equal((await chair.put(url, revision, { place: 'Anderswo', until: '2026-12-11' })).status, 412)
  assert.equal(ok<Poll>(await put('no', 1)).answers.length, 1)
  const wrong = await chair.put(url, revision + 1, { place: '', until: '2026-12-15', remindOn: '2026-12-20' })
  assert.deepEqual(
    (wrong.body.fields as unknown as { path: string }[]).map(({ path }) => path),
    ['place', 'remindOn', 'until'],
  )
  ok(await chair.act(`${url}/withdrawal`, revision + 1, { reason: 'Wird im Frühjahr nachgeholt' }))
  server.mails.length = 0
  await worker.settle()
  assert.deepEqual(to(server.mails), [all.delegate.email])
  assert.match(server.mails[0]!.text!, /Zurückgezogen, weil: Wird im Frühjahr nachgeholt/)
})

test('a day is proposed with its reasons, and only those who lead are told; a link ends with the mandate; nothing answers past the two functions', async (t) => {
  const all = await twoChairs(t)
  const { house, office, body } = all
  ok(await office.post('/meetings', { body, day: '2027-01-12', starts: '14:00', place: 'Landratsamt' }))
  const { days: known } = ok<{ days: ProposedDay[] }>(await all.b.get(`/bodies/${body}/meeting-days`))
  const reasons = (day: string) => known.find((one) => one.day === day)?.reasons.map(({ kind }) => kind)
  assert.deepEqual(reasons('2027-01-06'), ['holiday'])
  assert.ok(reasons('2027-01-12')?.includes('sameBody'))
  assert.ok(known.some(({ proposed }) => proposed))
  assert.equal((await all.delegate.get(`/bodies/${body}/meeting-days`)).status, 403)
  const poll = ok<Poll>(await office.post('/polls', { body, options: days, ...content }))
  const early = await office.post('/polls', { body, options: days, ...content, remindOn: '2026-11-22' })
  assert.deepEqual(
    (early.body.fields as unknown as { path: string }[]).map(({ path }) => path),
    ['remindOn'],
    'nobody is asked and reminded on the same day',
  )
  const token = (
    await house.asOwner((db) =>
      sql<{
        token: string
      }>`select meetings.link_to_answer(${poll.object.id}, ${all.delegate.person}, ${all.delegate.organisation}, null) as token`.execute(
        db,
      ),
    )
  ).rows[0]!.token
  assert.equal(ok<LinkedPoll>(await house.visitor.get(`/poll-links/${token}`)).state, 'open')
  const write = (voice: string) =>
    asApp(
      all,
      all.a,
      sql`insert into meetings.poll_answer (poll, voice, organisation, answers) values (${poll.object.id}, ${voice}, ${all.a.organisation}, '{}')`,
    )
  await assert.rejects(write('seat'), { code: '42501' })
  await house.asOwner((db) =>
    sql`update access.mandate set superseded_at = clock.now() where person = ${all.delegate.person}`.execute(db),
  )
  assert.deepEqual(ok(await house.visitor.get(`/poll-links/${token}`)), { state: 'ended', poll: null })
})
