// Votes: quorate by seats, never by heads; the majority of the rules of that day; a Beschluss only on a vote that found it, by no path.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { ok } from '#apps/testing-people.ts'
import { adopt, asApp, awo, caritas, twoChairs } from '#areas/cooperation/testing-keys.ts'
import type { Meeting } from './contract.ts'
import { seatsNeeded } from './rules.ts'

const resolution = {
  title: 'Kurzzeitpflege',
  result: 'resolved',
  text: 'Das Gremium beschließt den Ausbau.',
  needs: [],
}

/** The ARGE with votes, two items on the agenda of a meeting held today. */
async function heldMeeting(all: Awaited<ReturnType<typeof twoChairs>>) {
  const { office, body } = all
  const { object } = ok<Meeting>(
    await office.post('/meetings', { body, day: '2026-11-22', starts: '08:00', place: 'Landratsamt' }),
  )
  const { id } = object
  ok(await office.post(`/meetings/${id}/items`, { title: 'Kurzzeitpflege' }))
  const now = ok<Meeting>(await office.post(`/meetings/${id}/items`, { title: 'Verschiedenes' }))
  const held = ok<Meeting>(await office.act(`/meetings/${id}/holding`, now.object.revision))
  const get = async (who = office) => ok<Meeting>(await who.get(`/meetings/${id}`))
  const put = async (path: string, content: object, who = office) =>
    who.put(`/meetings/${id}${path}`, (await get()).object.revision, content)
  /** The first n seats were there; `deputies`: of these, as many as could be, by their deputy. */
  const attend = async (n: number, state = 'present') =>
    put('/attendance', {
      attendance: held.attendance.map(({ organisation, unit }, at) => ({
        organisation: organisation.id,
        unit: unit?.id ?? null,
        state: at < n ? state : 'absent',
      })),
    })
  const [one, two] = held.items.map((item) => item.id) as [string, string]
  const vote = (item: string, inFavour: number, against = 0, abstained = 0, who = office) =>
    put(`/items/${item}/vote`, { inFavour, against, abstained }, who)
  return { id, held, one, two, get, put, attend, vote }
}
const raw = (item: string, meeting: string, person: string, inFavour: number, against = 0): RawBuilder<unknown> =>
  sql`insert into meetings.vote (item, meeting, in_favour, against, abstained, recorded_by, recorded_at) values (${item}, ${meeting}, ${inFavour}, ${against}, 0, ${person}, clock.now())`

test('a Beschluss needs a quorate meeting by seats and the majority of the rules; the database refuses the same (B12)', async (t) => {
  const all = await twoChairs(t, undefined, 'deciding')
  const { office, delegate, a, b, body, organisation, house } = all
  const m = await heldMeeting(all)
  const write = (item: string, inFavour: number, against = 0) =>
    asApp(all, office, raw(item, m.id, office.person, inFavour, against))

  // Without rules of procedure there is no majority.
  assert.equal((await m.vote(m.one, 3)).body.code, 'noRules')
  await assert.rejects(write(m.one, 3), /without rules/)
  await adopt(all, { quorum: 'half', majority: 'simple' })

  // Attendance by seat, the deputy only where one was sent.
  const missing = await m.vote(m.one, 3)
  assert.match(String(missing.body.message), /für 0 von 10 stimmberechtigten Sitzen/)
  const unsent = await m.put('/attendance', {
    attendance: [{ organisation: organisation(awo), state: 'represented' }],
  })
  assert.equal(unsent.body.code, 'noDeputy')
  await assert.rejects(
    asApp(
      all,
      office,
      sql`insert into meetings.attendance (meeting, organisation, state) values (${m.id}, ${organisation(awo)}, 'represented')`,
    ),
    /named to stand in/,
  )
  ok(await m.attend(4))
  const few = await m.vote(m.one, 3)
  assert.equal(few.body.code, 'notQuorate')
  assert.match(String(few.body.message), /4 von 10 stimmberechtigten Sitzen waren vertreten, nötig sind 5/)
  await assert.rejects(write(m.one, 3), /not quorate/)
  assert.deepEqual((await m.get()).voting, {
    rules: { edition: 1, quorum: 'half', majority: 'simple' },
    entitled: 10,
    noted: 10,
    present: 4,
    quorate: false,
  })

  // One seat more: the same organisation twice is two seats, a deputy counts like the delegate.
  ok(await m.attend(6))
  const now = await m.get()
  const deputised = now.attendance.find((seat) => seat.organisation.title === caritas)!
  assert.deepEqual([deputised.deputy, deputised.voting], [true, true])
  ok(
    await m.put('/attendance', {
      attendance: now.attendance.map(({ organisation: of, unit, state }) => ({
        organisation: of.id,
        unit: unit?.id ?? null,
        state: of.id === deputised.organisation.id ? 'represented' : state === 'present' ? 'present' : 'excused',
      })),
    }),
  )
  const present = (await m.get()).voting!.present
  assert.equal((await m.vote(m.one, present, 1)).body.code, 'tooManyVotes')
  assert.equal((await m.vote(m.one, 0)).body.code, 'tooManyVotes')
  await assert.rejects(write(m.one, present + 1), /more votes/)
  await assert.rejects(write(m.one, 0), /more votes/)
  assert.equal((await m.vote(m.one, 3, 1, 0, delegate)).status, 403)
  await assert.rejects(asApp(all, delegate, raw(m.one, m.id, delegate.person, 3)))

  // No majority, no Beschluss; nobody types the result in.
  const lost = ok<Meeting>(await m.vote(m.one, 2, 2, 1)).items[0]!
  assert.deepEqual(lost.vote, {
    inFavour: 2,
    against: 2,
    abstained: 1,
    entitled: 10,
    present,
    majority: 'simple',
    carried: false,
  })
  const result = `/meetings/${m.id}/items/${m.one}/result`
  const refused = await office.post(result, resolution)
  assert.equal(refused.body.code, 'notVoted')
  assert.match(String(refused.body.message), /beruht auf einer Abstimmung/)
  await assert.rejects(asApp(all, office, sql`update meetings.vote set carried = true where item = ${m.one}`))
  await assert.rejects(
    asApp(
      all,
      office,
      sql`insert into planning.resolution (decision, meeting, item) values (${m.one}, ${m.id}, ${m.one})`,
    ),
  )
  assert.equal((await office.post('/decisions', { ...resolution, body })).body.code, 'notVoted', 'outside a meeting')

  // Corrected, carried, resolved: from then on vote and attendance stay.
  assert.equal(ok<Meeting>(await m.vote(m.one, 3, 2)).items[0]!.vote?.carried, true)
  assert.equal((await m.attend(10)).body.code, 'votesCounted')
  await assert.rejects(asApp(all, office, sql`delete from meetings.attendance where meeting = ${m.id}`), /counted on/)
  assert.equal((await m.get(delegate)).items[0]!.vote, null, 'not before the minutes')
  const decided = ok<Meeting>(await office.post(result, resolution)).items[0]!
  assert.equal(decided.result?.result, 'resolved')
  assert.equal((await m.vote(m.one, 1, 4)).body.code, 'voteStays')
  const { revision } = (await m.get()).object
  assert.equal((await office.delete(`/meetings/${m.id}/items/${m.one}/vote`, revision)).body.code, 'voteStays')
  for (const change of [
    sql`delete from meetings.vote where item = ${m.one}`,
    sql`update meetings.vote set in_favour = 1 where item = ${m.one}`,
  ])
    await assert.rejects(asApp(all, office, change), /rests on this vote/)

  // One vote gives one Beschluss, and a vote on one item none on another.
  const again = await asApp(all, office, sql<{ done: boolean }>`select meetings.resolve(${m.one}, ${body}) as done`)
  assert.deepEqual(again.rows, [{ done: false }])
  assert.equal((await office.post(`/meetings/${m.id}/items/${m.two}/result`, resolution)).body.code, 'notVoted')
  ok(await m.vote(m.two, 2))
  ok(await office.delete(`/meetings/${m.id}/items/${m.two}/vote`, (await m.get()).object.revision))
  assert.equal((await m.get()).items[1]!.vote, null)

  // The vote is part of what both chairs release, and then of what everybody reads.
  const paper = ok<Meeting>(await office.post(`/meetings/${m.id}/papers`, { kind: 'minutes' })).papers.find(
    (one) => one.kind === 'minutes',
  )!
  for (const chair of [a, b]) ok(await chair.post('/releases', { object: paper.object, edition: paper.edition }))
  await house.settle()
  const read = ok<Meeting>(await delegate.get(`/meetings/${m.id}`))
  assert.deepEqual(
    [read.items[0]!.vote?.inFavour, read.papers.find((one) => one.kind === 'minutes')?.settled],
    [3, true],
  )
  assert.equal((await m.vote(m.two, 3)).body.code, 'minutesSettled')
  await assert.rejects(write(m.two, 3), /minutes are released/)
})

test('a forum does not vote, and what is no item of a held meeting is not voted on (B12)', async (t) => {
  const all = await twoChairs(t)
  const m = await heldMeeting(all)
  await adopt(all, { quorum: 'none', majority: 'simple' })
  ok(await m.attend(10))
  assert.equal((await m.get()).voting, null)
  const refused = await m.vote(m.one, 3)
  assert.equal(refused.body.code, 'noVotes')
  await assert.rejects(asApp(all, all.office, raw(m.one, m.id, all.office.person, 3)), /a body that votes/)
  assert.equal((await all.office.post(`/meetings/${m.id}/items/${m.one}/result`, resolution)).body.code, 'noVotes')
})

type Case = { entitled: number; present: number; inFavour: number; against: number }
const cases = fc
  .record({ entitled: fc.nat(40), present: fc.nat(40), inFavour: fc.nat(40), against: fc.nat(40) })
  .filter((one) => one.present <= one.entitled && one.inFavour + one.against <= one.present)

test('quorum and majorities are what the sentences of the rules say, counted seat by seat', async (t) => {
  const { house } = await twoChairs(t)
  /** The sentences, by counting. */
  const half = ({ entitled, present }: Case) => present > 0 && present >= entitled - present
  const twoThirds = ({ entitled, present }: Case) => present > 0 && present / entitled >= 2 / 3 - 1e-12
  const majorities: Record<string, (one: Case) => boolean> = {
    simple: (one) => one.inFavour > one.against,
    cast: (one) => one.inFavour > one.against,
    entitled: (one) => one.inFavour > one.entitled - one.inFavour,
    twoThirds: (one) => one.inFavour > 0 && one.inFavour >= 2 * one.against,
    consensus: (one) => one.inFavour > 0 && one.against === 0,
  }
  const sample = fc.sample(cases, { numRuns: 400, seed: 22112026 })
  await house.asOwner(async (db) => {
    for (const one of sample) {
      const { entitled, present, inFavour, against } = one
      const { rows } = await sql<Record<string, boolean>>`
        select ${sql.join(Object.keys(majorities).map((name) => sql`meetings.is_carried(${name}, ${entitled}, ${inFavour}, ${against}) as ${sql.id(name)}`))},
          meetings.is_quorate('half', ${entitled}, ${present}) as half, meetings.is_quorate('twoThirds', ${entitled}, ${present}) as "thirds", meetings.is_quorate('none', ${entitled}, ${present}) as "none"`.execute(
        db,
      )
      const { half: isHalf, thirds, none, ...carried } = rows[0]!
      for (const [name, rule] of Object.entries(majorities)) assert.equal(carried[name], rule(one), JSON.stringify(one))
      assert.deepEqual([isHalf, thirds, none], [half(one), twoThirds(one), present > 0], JSON.stringify(one))
      for (const quorum of ['none', 'half', 'twoThirds'] as const)
        assert.equal(
          present >= seatsNeeded(quorum, entitled),
          { none, half: isHalf, twoThirds: thirds }[quorum],
          `${quorum} ${JSON.stringify(one)}`,
        )
    }
  })
})
