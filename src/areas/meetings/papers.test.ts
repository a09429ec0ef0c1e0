// Agenda, invitation and minutes: with the keys of both chairs wherever the rules ask for them, never with one, by no path.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { addPerson, again, ok, type TestPerson } from '#apps/testing-people.ts'
import { adopt, asApp, caritas, procedure, twoChairs } from '#areas/cooperation/testing-keys.ts'
import type { Meeting } from './contract.ts'
import { paperOf, planned, present, released } from './testing.ts'

test('nobody is invited before both chairs have released agenda and invitation as they stand, and then everybody gets the same mail (B21)', async (t) => {
  const all = await twoChairs(t)
  const { house, a, b, office, delegate } = all
  const { object } = await planned(all)
  const { id } = object
  const get = async () => ok<Meeting>(await b.get(`/meetings/${id}`))
  const invite = async (who: TestPerson) => who.act(`/meetings/${id}/invitation`, (await get()).object.revision)
  assert.equal((await invite(a)).body.code, 'notReleased')
  assert.equal((await a.post(`/meetings/${id}/papers`, { kind: 'invitation' })).body.code, 'agendaFirst')
  assert.equal((await delegate.post(`/meetings/${id}/papers`, { kind: 'agenda' })).status, 403)
  const agenda = paperOf(await present(office, id, 'agenda'), 'agenda')
  assert.deepEqual([agenda.edition, agenda.upToDate, agenda.needsKeys, agenda.settled], [1, true, true, false])
  assert.equal((await office.post(`/meetings/${id}/papers`, { kind: 'agenda' })).body.code, 'samePaper')
  ok(await a.post('/releases', { object: agenda.object, edition: 1 }))
  assert.equal(paperOf(await get(), 'agenda').settled, false, 'one key')
  ok(await b.post('/releases', { object: agenda.object, edition: 1 }))
  assert.equal(paperOf(await get(), 'agenda').settled, true)
  await released(all, id, 'invitation')
  // Whatever changes after the release is released anew.
  ok(await a.post(`/meetings/${id}/items`, { title: 'Noch ein Punkt' }))
  assert.equal(paperOf(await get(), 'agenda').upToDate, false)
  assert.equal((await invite(a)).body.code, 'notReleased')
  await released(all, id, 'agenda')
  assert.equal((await invite(a)).body.code, 'notReleased', 'the invitation names the earlier agenda')
  await released(all, id, 'invitation')
  ok(await invite(office))
  assert.equal((await invite(office)).body.code, 'alreadyInvited')
  assert.equal((await a.post(`/meetings/${id}/items`, { title: 'Zu spät' })).body.code, 'invited')
  await house.settle()
  const mails = async () =>
    (
      await house.asOwner((db) =>
        sql<{
          person: string
          data: { what: string }
        }>`select person, data from mail.message where object = ${id} and template = 'notice'`.execute(db),
      )
    ).rows
  const people = [a, b, all.deputyA, all.deputyB, delegate, office].map((who) => who.person)
  assert.deepEqual((await mails()).map((mail) => mail.person).toSorted(), people.toSorted())
  // Taken back, corrected, released anew: it goes out anew.
  ok(await b.act(`/meetings/${id}/reopening`, (await get()).object.revision))
  ok(await a.post(`/meetings/${id}/items`, { title: 'Nachtrag' }))
  await released(all, id, 'agenda')
  await released(all, id, 'invitation')
  ok(await invite(a))
  await house.settle()
  assert.equal((await mails()).length, 2 * people.length)
  // Another place takes the invitation back by itself.
  const moved = ok<Meeting>(
    await b.put(`/meetings/${id}`, (await get()).object.revision, {
      day: '2026-12-16',
      starts: '14:00',
      place: 'Rathaus',
    }),
  )
  assert.deepEqual([moved.status, paperOf(moved, 'invitation').upToDate], ['planned', false])
})

test('with SQL of its own, one chair invites nobody, changes nothing that went out, and rewrites no released minutes (B21)', async (t) => {
  const all = await twoChairs(t)
  const { house, a } = all
  const meeting = await planned(all, '2026-11-22')
  const { id } = meeting.object
  const set = (columns: string) => sql`update meetings.meeting set ${sql.raw(columns)} where id = ${id}`
  await assert.rejects(asApp(all, a, set(`status = 'invited'`)), /nobody is invited/)
  await released(all, id, 'agenda')
  await released(all, id, 'invitation')
  await assert.rejects(
    asApp(all, a, set(`status = 'invited', place = 'Anderswo'`)),
    /does not change|nobody is invited/,
  )
  ok(await a.act(`/meetings/${id}/invitation`, ok<Meeting>(await a.get(`/meetings/${id}`)).object.revision))
  await assert.rejects(asApp(all, a, set(`place = 'Anderswo'`)), /does not change/)
  const item = (columns: string) => sql`update meetings.agenda_item set ${sql.raw(columns)} where meeting = ${id}`
  await assert.rejects(asApp(all, a, item(`title = 'Anders'`)), /gone out/)
  await assert.rejects(
    asApp(
      all,
      a,
      sql`insert into meetings.agenda_item (id, meeting, position, title) values (gen_random_uuid(), ${id}, 9, 'Untergeschoben')`,
    ),
    /gone out/,
  )
  const held = ok<Meeting>(
    await a.act(`/meetings/${id}/holding`, ok<Meeting>(await a.get(`/meetings/${id}`)).object.revision),
  )
  ok(
    await a.put(`/meetings/${id}/items/${meeting.items[0]!.id}/notes`, held.object.revision, {
      notes: 'Es wurde beraten.',
    }),
  )
  const minutes = paperOf(await present(a, id, 'minutes'), 'minutes')
  ok(await a.post('/releases', { object: minutes.object, edition: 1 }))
  await asApp(all, a, item(`notes = 'Anders notiert.'`))
  assert.equal(
    paperOf(ok<Meeting>(await all.b.get(`/meetings/${id}`)), 'minutes').upToDate,
    false,
    'one key fixes nothing',
  )
  await released(all, id, 'minutes')
  for (const statement of [
    item(`notes = 'Noch einmal anders.'`),
    sql`insert into meetings.attendance (meeting, organisation, state) values (${id}, ${a.organisation}, 'present')`,
    set(`place = 'Anderswo'`),
  ])
    await assert.rejects(asApp(all, a, statement), /minutes are released|does not change/)
  const now = ok<Meeting>(await a.get(`/meetings/${id}`))
  assert.equal(
    (await a.put(`/meetings/${id}/items/${meeting.items[0]!.id}/notes`, now.object.revision, { notes: 'X' })).body.code,
    'minutesSettled',
  )
  assert.equal(
    (await a.put(`/meetings/${id}/attendance`, now.object.revision, { attendance: [] })).body.code,
    'minutesSettled',
  )
  assert.ok(house)
})

test('where the rules ask for no key, the office invites alone; the agenda still goes with it', async (t) => {
  const all = await twoChairs(t)
  const { office } = all
  await adopt(all, { keysFor: ['minutes'] })
  const { id } = (await planned(all)).object
  const agenda = paperOf(await present(office, id, 'agenda'), 'agenda')
  assert.deepEqual([agenda.needsKeys, agenda.settled], [false, true])
  const { object } = await present(office, id, 'invitation')
  ok(await office.act(`/meetings/${id}/invitation`, object.revision))
})

test('what one chair alone released comes on the next agenda after the days of the rules, without naming what is not released (B21)', async (t) => {
  const all = await twoChairs(t)
  const { house, a, b, body, office } = all
  await adopt(all, { deadlockDays: 14, deadlock: 'carryOver' })
  const decision = ok<{ object: { id: string } }>(
    await office.post('/decisions', {
      body,
      title: 'Streit um Plätze',
      result: 'agreed',
      text: 'Wir verabreden.',
      needs: [],
    }),
  ).object.id
  ok(await a.post('/releases', { object: decision, edition: 1 }))
  const rules = ok<{ object: string; edition: number }>(
    await office.post(`/bodies/${body}/rules`, {
      procedure: { ...procedure, noticeDays: 20 },
      validFrom: '2026-11-22',
    }),
  )
  ok(await b.post('/releases', rules))
  await house.moveTo('2026-12-06T08:00:00Z')
  const now = { ...all, a: await again(house, a), b: await again(house, b) }
  const { id } = (await planned(now, '2027-01-20')).object
  await house.moveTo('2026-12-07T08:00:00Z')
  const delegate = await again(house, all.delegate)
  const titles = ok<Meeting>(await delegate.get(`/meetings/${id}`)).items.map((item) => item.title)
  assert.equal(titles.length, 3, JSON.stringify(titles))
  assert.ok(titles.every((title) => !title.includes('Streit')))
  assert.ok(titles.some((title) => title.includes('Geschäftsordnung')))
  await house.moveTo('2026-12-09T08:00:00Z')
  const last = ok<Meeting>(await (await again(house, all.delegate)).get(`/meetings/${id}`))
  assert.equal(last.items.length, 3, 'once')
})

test('no chair shows an unreleased result to others, renames a released one, or puts other words under given keys (B21)', async (t) => {
  const all = await twoChairs(t)
  const { a, b, body, office, house } = all
  const decision = ok<{ object: { id: string } }>(
    await office.post('/decisions', {
      body,
      title: 'Verabredung',
      result: 'agreed',
      text: 'Wir verabreden.',
      needs: [],
    }),
  ).object.id
  const set = (what: string) =>
    sql`update kit.object set ${sql.raw(what)}, revision = revision + 1 where id = ${decision}`
  for (const what of [
    `audience = 'body'`,
    `audience = 'members'`,
    `audience = 'public'`,
    `readers = readers || '${all.delegate.person}'::uuid`,
    `readers = readers || '${body}'::uuid`,
  ])
    for (const chair of [a, b, office])
      await assert.rejects(asApp(all, chair, set(what)), /before the joint release|only the chairs together/)
  // Both keys on an edition that was frozen beforehand must not carry words that are written afterwards.
  await asApp(
    all,
    a,
    sql`insert into kit.edition (object, number, content, at, person, organisation)
    select ${decision}, 2, content, clock.now(), ${a.person}, ${a.organisation} from kit.edition where object = ${decision}`,
  )
  for (const chair of [a, b]) ok(await chair.post('/releases', { object: decision, edition: 2 }))
  await assert.rejects(
    asApp(all, a, sql`update planning.decision set edition = 2, text = 'Gefälscht' where id = ${decision}`),
    /other words/,
  )
  const other = ok<{ object: { id: string } }>(
    await office.post('/decisions', { body, title: 'Zweite', result: 'agreed', text: 'Wir verabreden.', needs: [] }),
  ).object.id
  for (const chair of [a, b]) ok(await chair.post('/releases', { object: other, edition: 1 }))
  await house.settle()
  await assert.rejects(
    asApp(all, a, sql`update kit.object set title = 'Umbenannt', revision = revision + 1 where id = ${other}`),
    /keeps its title/,
  )
})

test('the office runs the business of the body from plan to minutes, without a key and without a vote of its own (A23)', async (t) => {
  const all = await twoChairs(t)
  const { house, body, organisation } = all
  // Somebody who is the office and nothing else.
  const office = await addPerson(house, all.office, {
    name: 'Stabsstelle Sozialplanung',
    roles: ['planner'],
    body: { id: body, role: 'office' },
  })
  const before = ok<{ seats: unknown[]; people: { person: { id: string }; role: string }[] }>(
    await office.get(`/bodies/${body}`),
  )
  assert.deepEqual(
    before.people.filter((one) => one.person.id === office.person).map((one) => one.role),
    ['office'],
  )
  const { object } = ok<Meeting>(
    await office.post('/meetings', { body, day: '2026-11-22', starts: '14:00', place: 'Landratsamt' }),
  )
  const { items } = ok<Meeting>(await office.post(`/meetings/${object.id}/items`, { title: 'Kurzzeitpflege' }))
  const agenda = paperOf(await present(office, object.id, 'agenda'), 'agenda')
  const key = { object: agenda.object, edition: 1 }
  assert.equal((await office.post('/releases', key)).body.code, 'notChair')
  assert.equal((await office.post('/releases/objection', { ...key, reason: 'Nein, so nicht' })).body.code, 'notChair')
  assert.equal(
    (await office.post(`/bodies/${body}/stand-in`, { person: all.deputyA.person, organisation: organisation(caritas) }))
      .status,
    403,
  )
  const held = ok<Meeting>(
    await office.act(
      `/meetings/${object.id}/holding`,
      ok<Meeting>(await office.get(`/meetings/${object.id}`)).object.revision,
    ),
  )
  ok(
    await office.put(`/meetings/${object.id}/items/${items[0]!.id}/notes`, held.object.revision, { notes: 'Beraten.' }),
  )
  await present(office, object.id, 'minutes')
  const after = ok<{ seats: unknown[] }>(await office.get(`/bodies/${body}`))
  assert.equal(after.seats.length, before.seats.length, 'the office is no seat')
  const forged = sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
    select ${agenda.object}, 1, ${body}, ${office.person}, ${office.organisation}, id, clock.now() from access.mandate where person = ${office.person} and role = 'office'`
  await assert.rejects(asApp(all, office, forged))
})
