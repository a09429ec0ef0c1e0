// Answers to an invitation through HTTP and real mails: by link and signed in, by seat, with the deputy, changeable until the meeting is held.
import assert from 'node:assert/strict'
import test from 'node:test'
import { again, ok } from '#apps/testing-people.ts'
import { adopt, awo, caritas, twoChairs } from '#areas/cooperation/testing-keys.ts'
import type { LinkedInvitation } from './contract/responses.ts'
import type { Meeting } from './contract.ts'
import { forecastOf } from './rules/forecast.ts'
import { linksIn, mailing, planned, released } from './testing.ts'

test('an invitation is answered by link or signed in, by its seat or its deputy, foreseen for those who lead, and asked anew for another day', async (t) => {
  const all = await twoChairs(t, undefined, 'deciding')
  const { house, office, a, b, deputyB, delegate, organisation } = all
  await adopt(all, { quorum: 'half', noticeDays: 0 })
  const { server, worker } = await mailing(t, house)
  const { object } = await planned(all, '2026-12-15')
  const url = `/meetings/${object.id}`
  const shown = async (who = office) => ok<Meeting>(await who.get(url))
  const refused = await delegate.raw('PUT', `${url}/response`, { answer: 'comes', seen: 0 }, {})
  assert.deepEqual([refused.status, refused.body.code], [409, 'notAsked'], 'nobody is invited yet')
  const invite = async () => {
    await released(all, object.id, 'invitation')
    ok(await office.act(`${url}/invitation`, (await shown()).object.revision))
    server.mails.length = 0
    await worker.settle()
    await worker.settle()
  }
  await released(all, object.id, 'agenda')
  await invite()
  const invited = () => server.mails.filter(({ subject }) => /^Einladung zur Sitzung/.test(subject!))
  assert.equal(invited().length, 6, 'each person once')
  const mailTo = ({ email }: { email: string }) => invited().find(({ recipients }) => recipients[0] === email)!
  const answersOf = (who: { email: string }) => linksIn(mailTo(who), '/zusage').map((link) => link.split('=')[1])
  assert.deepEqual(answersOf(b), ['comes', 'declines', 'deputy'])
  assert.deepEqual(answersOf(delegate), ['comes', 'declines'], 'nobody was sent to stand in for this seat')
  assert.deepEqual(answersOf(deputyB), ['deputy', 'declines'])
  assert.match(mailTo(deputyB).text!, new RegExp(`in Vertretung von ${caritas}`))
  const linkOf = (who: { email: string }) =>
    linksIn(mailTo(who), '/zusage')[0]!.split('?')[0]!.replace('/zusage/', '/invitation-links/')

  // Opening answers nothing; sending it twice is one answer.
  const ofB = linkOf(b)
  assert.equal(ok<LinkedInvitation>(await house.visitor.get(ofB)).invitation?.mine[0]?.answer, null)
  const put = (link: string, answer: string, seen: number) => house.visitor.raw('PUT', link, { answer, seen }, {})
  ok(await put(ofB, 'comes', 0))
  ok(await put(ofB, 'comes', 0))
  // The one who was sent cannot come after all: the deputy does, and says so in the name of the seat.
  ok(await put(ofB, 'declines', 1))
  const stale = await put(linkOf(deputyB), 'comes', 1)
  assert.equal(stale.body.code, 'answeredSince')
  const standing = ok<LinkedInvitation>(await put(linkOf(deputyB), 'comes', 2))
  assert.deepEqual(
    standing.invitation?.mine.map(({ own, answer }) => [own, answer]),
    [[false, 'deputy']],
  )
  const none = await put(linkOf(delegate), 'deputy', 0)
  assert.deepEqual([none.status, none.body.code], [409, 'noDeputyNamed'])
  ok(await delegate.raw('PUT', `${url}/response`, { answer: 'comes', seen: 0 }, {}))
  // A county has several seats: the chair answers for one of them.
  const seats = (await shown()).attendance.filter((seat) => seat.organisation.id === office.organisation)
  ok(await a.raw('PUT', `${url}/response`, { answer: 'comes', places: [seats[0]!.unit!.id], seen: 0 }, {}))

  const led = await shown(b)
  assert.deepEqual(
    led.responses.seats.map(({ organisation: one, unit, answer }) => [one, unit, answer]).toSorted(),
    [
      [organisation(caritas), null, 'deputy'],
      [organisation(awo), null, 'comes'],
      [office.organisation, seats[0]!.unit!.id, 'comes'],
    ].toSorted(),
  )
  assert.deepEqual(forecastOf(led), {
    comes: 2,
    deputy: 1,
    declines: 0,
    open: 7,
    quorum: { reached: 'open', needed: 5, entitled: 10 },
  })
  const others = await shown(delegate)
  assert.deepEqual(
    others.responses.seats.map(({ organisation: one }) => one),
    [delegate.organisation],
    'a delegate reads only the own seat',
  )

  // Taken back, a link opens nothing; signed in the seat can still answer.
  assert.deepEqual(ok(await a.post(`${url}/links/end`, { organisation: delegate.organisation })), { ended: 1 })
  assert.deepEqual(ok(await house.visitor.get(linkOf(delegate))), { state: 'ended', invitation: null })

  // Another day: what was said is forgotten, the old links with it, and everybody is asked anew.
  const old = linkOf(b)
  ok(await b.put(url, (await shown()).object.revision, { day: '2026-12-16', starts: '14:00', place: 'Landratsamt' }))
  assert.deepEqual((await shown()).responses.seats, [])
  assert.equal((await house.visitor.get(old)).status, 404)
  await invite()
  assert.equal(invited().length, 6)
  // Who was sent asks the deputy, who learns of it once, by a link of its own.
  ok(await put(linkOf(b), 'deputy', 0))
  await worker.settle()
  await worker.settle()
  const asked = server.mails.filter(({ subject }) => /^Bitte kommen Sie in Vertretung/.test(subject!))
  assert.deepEqual(
    asked.map(({ recipients }) => recipients[0]),
    [deputyB.email],
  )
  ok(await put(linksIn(asked[0]!, '/zusage')[0]!.split('?')[0]!.replace('/zusage/', '/invitation-links/'), 'comes', 1))

  // Held: answers stay as they were, and say what is noted beforehand.
  await house.moveTo('2026-12-16T15:00:00Z')
  const chair = await again(house, a)
  ok(await chair.act(`${url}/holding`, (await chair.get(url)).body.object!['revision']))
  const held = ok<Meeting>(await chair.get(url))
  assert.deepEqual(
    held.responses.seats.map(({ answer }) => answer),
    ['deputy'],
  )
  assert.equal((await put(linkOf(b), 'declines', 1)).body.code, 'notAsked')
  assert.equal(ok<LinkedInvitation>(await house.visitor.get(linkOf(b))).state, 'held')
})
