// Meetings in people's calendars: with the mail of the invitation, as a subscription, and gone when they are called off or the right has ended.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { ok, type TestPerson } from '#apps/testing-people.ts'
import { type TwoChairs, twoChairs } from '#areas/cooperation/testing-keys.ts'
import type { Meeting } from './contract.ts'
import { address, calendarOf, mailing, planned, released } from './testing.ts'

const eventsIn = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((event) => {
    const of = (name: string) => String(event.getFirstPropertyValue(name) ?? '')
    return {
      uid: of('uid'),
      sequence: Number(of('sequence')),
      starts: (event.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().toISOString(),
      status: of('status'),
      location: of('location'),
      description: of('description'),
      attendee: of('attendee'),
    }
  })
  return { method: String(calendar.getFirstPropertyValue('method')), events }
}

async function withMail(t: TestContext) {
  const all = await twoChairs(t)
  const { server, worker } = await mailing(t, all.house)
  const calendars = () =>
    server.mails.flatMap((mail) => {
      const text = calendarOf(mail)
      return text ? [{ to: mail.recipients[0]!, subject: mail.subject ?? '', ...eventsIn(text) }] : []
    })
  return { all, server, worker, calendars }
}

const invite = async (all: TwoChairs, id: string) => {
  await released(all, id, 'invitation')
  return ok<Meeting>(
    await all.office.act(`/meetings/${id}/invitation`, ok<Meeting>(await all.a.get(`/meetings/${id}`)).object.revision),
  )
}

test('the invitation brings the appointment, a new one replaces it, calling off takes it away: each person once, and sees no other address', async (t) => {
  const { all, server, worker, calendars } = await withMail(t)
  const { object } = await planned(all, '2027-03-29')
  const { id } = object
  const revision = async () => ok<Meeting>(await all.a.get(`/meetings/${id}`)).object.revision
  await released(all, id, 'agenda')
  await invite(all, id)
  await worker.settle()
  const people = [all.a, all.b, all.deputyA, all.deputyB, all.delegate, all.office].map(({ email }) => email)
  const first = calendars()
  assert.deepEqual(first.map(({ to }) => to).toSorted(), people.toSorted())
  for (const { to, method, events } of first) {
    assert.equal(method, 'REQUEST')
    assert.equal(events.length, 1)
    const [event] = events
    assert.deepEqual(
      [event!.uid, event!.starts, event!.status, event!.location, event!.attendee],
      [`${id}@nahtstelle`, '2027-03-29T12:00:00.000Z', 'CONFIRMED', 'Landratsamt', `mailto:${to}`],
    )
    assert.match(event!.description, new RegExp(`${address}/sitzungen/${id}`))
  }
  ok(await all.b.put(`/meetings/${id}`, await revision(), { day: '2027-03-26', starts: '10:00', place: 'Rathaus' }))
  await invite(all, id)
  await worker.settle()
  const second = calendars().slice(first.length)
  assert.equal(second.length, people.length)
  for (const { events } of second) {
    assert.deepEqual(
      [events[0]!.uid, events[0]!.starts, events[0]!.location],
      [`${id}@nahtstelle`, '2027-03-26T09:00:00.000Z', 'Rathaus'],
    )
    assert.ok(events[0]!.sequence > first[0]!.events[0]!.sequence)
  }
  const cancelled = await all.a.act(`/meetings/${id}/cancellation`, await revision(), { reason: 'Glatteis' })
  assert.equal(cancelled.status, 200)
  await worker.settle()
  await worker.settle()
  const third = calendars().slice(first.length + second.length)
  assert.deepEqual(third.map(({ to }) => to).toSorted(), people.toSorted())
  for (const { method, subject, events } of third) {
    assert.deepEqual([method, events[0]!.status], ['CANCEL', 'CANCELLED'])
    assert.match(events[0]!.description, /Abgesagt: Glatteis/)
    assert.match(subject, /abgesagt/)
    assert.ok(events[0]!.sequence > second[0]!.events[0]!.sequence)
  }
  assert.ok(server.mails.every(({ recipients }) => recipients.length === 1))
})

test('a meeting that nobody was invited to is called off without a mail', async (t) => {
  const { all, worker, server } = await withMail(t)
  const { object } = await planned(all)
  ok(await all.a.act(`/meetings/${object.id}/cancellation`, object.revision, { reason: 'Doch nicht nötig' }))
  await worker.settle()
  assert.deepEqual(
    server.mails.filter(({ subject }) => /abgesagt/.test(subject ?? '')),
    [],
  )
})

test('a subscription shows what its person sees, of nobody else; taken back, replaced or after the mandate it shows nothing', async (t) => {
  const all = await twoChairs(t)
  const { house, a, delegate } = all
  const { object } = await planned(all)
  const subscribe = async (who: TestPerson) => {
    const made = ok<{ address: string }>(await who.post('/calendar', {}, { 'idempotency-key': 'one-key' }))
    return made.address.replace(/^.*\/api/, '')
  }
  const feed = async (path: string) => {
    const reply = await house.visitor.get(path)
    return reply.status === 200 ? eventsIn(String(reply.body)) : reply.status
  }
  const mine = await subscribe(delegate)
  const shown = await feed(mine)
  assert.ok(typeof shown === 'object')
  assert.equal(shown.method, 'PUBLISH')
  assert.deepEqual(
    shown.events.map(({ uid, status, attendee }) => [uid, status, attendee]),
    [[`${object.id}@nahtstelle`, 'TENTATIVE', '']],
  )
  assert.match(shown.events[0]!.description, /noch nicht verschickt/)
  const one = await delegate.get(`/meetings/${object.id}/calendar`)
  assert.deepEqual(
    eventsIn(String(one.body)).events.map(({ uid }) => uid),
    [`${object.id}@nahtstelle`],
  )
  // Called off: it stays in the calendar, struck out.
  ok(await a.act(`/meetings/${object.id}/cancellation`, object.revision, { reason: 'Verschoben' }))
  const after = await feed(mine)
  assert.ok(typeof after === 'object' && after.events[0]!.status === 'CANCELLED')
  const second = await subscribe(delegate)
  assert.notEqual(second, mine, 'an answer with a secret is not kept')
  assert.equal(await feed(mine), 404)
  assert.notEqual(await feed(second), 404)
  assert.equal((await house.visitor.get('/calendar/hier-steht-irgendetwas-anderes.ics')).status, 404)
  // Nothing can be changed with it, and nobody else's subscription is touched.
  const others = await subscribe(a)
  ok(await delegate.raw('DELETE', '/calendar', undefined, {}))
  assert.equal(await feed(second), 404)
  assert.notEqual(await feed(others), 404)
  assert.deepEqual((await delegate.get('/calendar')).body, { madeAt: null })
  const third = await subscribe(delegate)
  await house.asOwner((db) =>
    sql`update access.mandate set superseded_at = clock.now() where person = ${delegate.person}`.execute(db),
  )
  assert.equal(await feed(third), 404)
})
