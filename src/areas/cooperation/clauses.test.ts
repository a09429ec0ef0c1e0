// Clauses of every kind over two years, through HTTP on a real database with the clock moved: what arises, what fulfils it, what it becomes.
import assert from 'node:assert/strict'
import test from 'node:test'
import { again, ok, type TestPerson } from '#apps/testing-people.ts'
import { agreed, mails } from './testing.ts'

test('notice: every planned meeting asks for its invitation; it moves with the meeting, counts anew, and falls away when it is called off', async (t) => {
  const { at, lines, of, plan, act, invite, papers, county, house, revision } = await agreed(t, [
    { kind: 'notice', days: 10 },
  ])
  assert.deepEqual(await lines('notice'), [])
  const first = await plan('2027-02-10')
  await house.settle()
  assert.deepEqual(await lines('notice'), [['Arbeitsgemeinschaft Probe', '2027-01-31', 'notYet']])
  assert.equal((await of('notice'))[0]!.because.number, '§ 1')
  await invite(first)
  assert.deepEqual(
    (await lines('notice')).map(([, , state]) => state),
    ['done'],
  )
  // Moved to another day: whoever was invited was invited to the old one.
  const meeting = { day: '2027-03-01', starts: '14:00', place: 'Landratsamt' }
  ok(await county.put(`/meetings/${first}`, await revision(first), meeting))
  await house.settle()
  assert.deepEqual(await lines('notice'), [['Arbeitsgemeinschaft Probe', '2027-02-19', 'notYet']])
  await at('2027-02-20')
  assert.deepEqual(
    (await lines('notice')).map(([, , state]) => state),
    ['overdue'],
  )
  await papers(first)
  await act(first, 'invitation')
  await house.settle()
  assert.deepEqual(
    (await lines('notice')).map(([, , state]) => state),
    ['doneLate'],
  )
  const second = await plan('2028-01-20')
  await house.settle()
  await act(second, 'cancellation', { reason: 'Keine Themen' })
  await house.settle()
  const [, withdrawn] = await of('notice')
  assert.deepEqual([withdrawn!.state, withdrawn!.withdrawnBecause], ['withdrawn', 'Die Sitzung wurde abgesagt.'])
  // What is only entered afterwards was no secret.
  await at('2028-03-01')
  await plan('2028-02-01')
  await house.settle()
  assert.equal((await of('notice')).length, 2)
})

test('before: a meeting three weeks before each session of a committee whose days the office keeps, and of a body in Nahtstelle', async (t) => {
  const { at, of, lines, plan, act, county, house, body } = await agreed(t, [
    { kind: 'before', weeks: 3, span: 6, of: { committee: 'Jugendhilfeausschuss' } },
  ])
  const keep = async (days: string[]) => {
    const { head } = ok<{ head: { revision: number } }>(await county.get(`/bodies/${body}`))
    ok(await county.put(`/bodies/${body}/sessions`, head.revision, { committee: 'Jugendhilfeausschuss', days }))
    await house.settle()
  }
  const kept = ok<{ committees: { name: string; days: string[]; asked: boolean }[] }>(
    await county.get(`/bodies/${body}/sessions`),
  ).committees
  assert.deepEqual(kept, [{ name: 'Jugendhilfeausschuss', days: [], asked: true }])
  await keep(['2027-03-24', '2027-09-29'])
  assert.deepEqual(await lines('before'), [
    ['Arbeitsgemeinschaft Probe', '2027-03-03', 'notYet'],
    ['Arbeitsgemeinschaft Probe', '2027-09-08', 'notYet'],
  ])
  const meeting = await plan('2027-02-24')
  await at('2027-02-24')
  await act(meeting, 'holding')
  assert.deepEqual(
    (await lines('before')).map(([, , state]) => state),
    ['done', 'notYet'],
  )
  // The committee puts its September session off: the duty with the old day falls away, one with the new day arises.
  const fresh = await again(house, county)
  const { head } = ok<{ head: { revision: number } }>(await fresh.get(`/bodies/${body}`))
  const days = ['2027-03-24', '2027-10-20']
  ok(await fresh.put(`/bodies/${body}/sessions`, head.revision, { committee: 'Jugendhilfeausschuss', days }))
  await house.settle()
  assert.deepEqual(
    (await of('before')).map((duty) => [duty.due, duty.state]),
    [
      ['2027-03-03', 'done'],
      ['2027-09-08', 'withdrawn'],
      ['2027-09-29', 'notYet'],
    ],
  )
  await at('2027-10-01')
  assert.equal((await of('before')).at(-1)!.state, 'overdue')
})

test('before: the sessions of a body in Nahtstelle, also when they move; only who takes part there can write such a clause', async (t) => {
  const { at, of, county, house, vera, body, agreement } = await agreed(t, [{ kind: 'meet', perYear: 1 }])
  const other = ok<{ id: string }>(
    await county.post('/bodies', {
      name: 'Beirat',
      shortName: 'Beirat',
      mission: 'Beraten',
      form: 'forum',
      keys: 1,
      seats: [{ organisation: county.organisation }],
    }),
  ).id
  const { head } = ok<{ head: { revision: number } }>(await county.get(`/agreements/${agreement}`))
  const draft = {
    title: 'Vereinbarung',
    reviewOn: '2035-11-22',
    parties: [county.organisation, vera.organisation],
    clauses: [
      {
        number: '§ 1',
        text: 'Vor jeder Sitzung des Beirats',
        strength: 'must',
        duty: { kind: 'before', weeks: 2, of: { body: other } },
      },
    ],
  }
  assert.equal((await vera.put(`/agreements/${agreement}`, head.revision, draft)).body.code, 'sessionsUnseen')
  const carl = await again(house, county)
  ok(await carl.put(`/agreements/${agreement}`, head.revision, draft))
  const changed = ok<{ head: { revision: number } }>(await carl.get(`/agreements/${agreement}`)).head.revision
  ok(await carl.act(`/agreements/${agreement}/offer`, changed))
  const signature = { edition: 2, day: '2026-11-22', place: 'Hier', capacity: 'Leitung' }
  ok(await carl.post(`/agreements/${agreement}/signatures`, signature))
  ok(await vera.post(`/agreements/${agreement}/signatures`, signature))
  const session = ok<{ object: { id: string; revision: number } }>(
    await carl.post('/meetings', { body: other, day: '2027-06-30', starts: '10:00', place: 'Saal' }),
  ).object
  await house.settle()
  assert.deepEqual(
    (await of('before')).map((duty) => duty.due),
    ['2027-06-16'],
  )
  ok(await carl.put(`/meetings/${session.id}`, session.revision, { day: '2027-07-14', starts: '10:00', place: 'Saal' }))
  await house.settle()
  assert.deepEqual(
    (await of('before')).map((duty) => [duty.due, duty.state]),
    [['2027-06-30', 'notYet']],
  )
  await at('2027-06-01')
  const held = ok<{ object: { id: string; revision: number } }>(
    await (await again(house, county)).post('/meetings', { body, day: '2027-06-01', starts: '10:00', place: 'Saal' }),
  ).object
  ok(await (await again(house, county)).act(`/meetings/${held.id}/holding`, held.revision))
  assert.deepEqual(
    (await of('before')).map((duty) => duty.state),
    ['done'],
  )
})

test('meet: a breach is foreseen while it can be avoided, said to all who run the body, and gone once a meeting is planned', async (t) => {
  const { at, of, plan, act, house } = await agreed(t, [{ kind: 'meet', perYear: 2 }])
  const first = await plan('2027-04-15')
  await at('2027-04-15')
  await act(first, 'holding')
  await at('2027-11-04')
  assert.equal((await of('meet'))[0]!.foreseen, null, 'more than eight weeks are left')
  await at('2027-11-05')
  assert.deepEqual((await of('meet'))[0]!.foreseen, { missing: 1, by: '2027-12-31' })
  assert.deepEqual(
    (await mails(house, 'meet')).map(({ stage, person }) => [stage, person]),
    [
      ['foreseen', 'Carl Kreis'],
      ['foreseen', 'Erika Muster'],
      ['foreseen', 'Vera Verband'],
    ],
  )
  const second = await plan('2027-12-10')
  assert.equal((await of('meet'))[0]!.foreseen, null)
  await act(second, 'cancellation', { reason: 'Krank' })
  assert.deepEqual((await of('meet'))[0]!.foreseen, { missing: 1, by: '2027-12-31' })
  await at('2028-01-02')
  assert.deepEqual(
    (await of('meet')).map((duty) => [duty.due, duty.state, duty.have]),
    [
      ['2027-12-31', 'overdue', 1],
      ['2028-12-31', 'open', 0],
      ['2029-12-31', 'notYet', 0],
    ],
  )
})

test('report: who represents members reports back to them after each meeting and over a year, and only who owes it says so', async (t) => {
  const scene = await agreed(t, [
    { kind: 'report', from: 'free', to: 'represented', time: { when: 'afterMeeting', days: 21 } },
    { kind: 'report', from: 'public', to: 'body', time: { when: 'yearly', due: '03-31' } },
  ])
  const { at, of, plan, act, house, verband } = scene
  const meeting = await plan('2027-02-10')
  await at('2027-02-10')
  await act(meeting, 'holding')
  await house.settle()
  const after = async () => (await of('report')).filter((duty) => duty.because.number === '§ 1')
  assert.deepEqual(
    (await after()).map((duty) => [duty.debtor?.id, duty.due, duty.state, duty.title]),
    [[verband, '2027-03-03', 'open', 'Von der Sitzung am 10.02.2027 berichten: den eigenen Mitgliedern']],
  )
  const [duty] = await after()
  const say = (who: TestPerson, day = '2027-02-10') =>
    who.post(`/duties/${duty!.id}/statements`, { day, text: 'Rundbrief an alle Mitglieder' })
  assert.equal((await say(scene.carl)).body.code, 'onlyDebtor')
  assert.equal((await say(scene.vera, '2027-02-11')).body.code, 'dayToCome')
  ok(await say(scene.vera))
  assert.equal((await say(scene.vera)).body.code, 'alreadySettled')
  assert.deepEqual(
    (await after()).map((one) => one.state),
    ['done'],
  )
  const shown = ok<{ statements: { text: string }[] }>(await scene.carl.get(`/duties/${duty!.id}`))
  assert.deepEqual(
    shown.statements.map((one) => one.text),
    ['Rundbrief an alle Mitglieder'],
  )
  // The report over the year is another one: it waits.
  const yearly = async () => (await of('report')).filter((one) => one.because.number === '§ 2')
  assert.deepEqual(
    (await yearly()).map((one) => [one.debtor?.title, one.due, one.state]),
    [
      ['Landkreis Probe', '2027-03-31', 'open'],
      ['Landkreis Probe', '2028-03-31', 'notYet'],
    ],
  )
  await at('2028-04-01')
  assert.deepEqual(
    (await yearly()).map((one) => one.state),
    ['overdue', 'overdue', 'notYet'],
  )
  ok(
    await scene.carl.post(`/duties/${(await yearly())[0]!.id}/statements`, { day: '2028-04-01', text: 'Nachgereicht' }),
  )
  assert.deepEqual(
    (await yearly()).map((one) => one.state),
    ['doneLate', 'overdue', 'notYet'],
  )
})

test('inform: a changed or closed service is announced in time, late or not at all', async (t) => {
  const scene = await agreed(t, [{ kind: 'inform', days: 30, from: 'free' }])
  const { at, of, house } = scene
  const add = async (title: string) => {
    const made = ok<{ object: { id: string } }>(
      await scene.vera.post('/services', {
        title,
        category: 'counselling',
        targetGroup: 'alle',
        areaName: 'Hier',
        opening: 'Mo bis Fr',
      }),
    )
    ok(await scene.vera.act(`/services/${made.object.id}/opening`, 1, { day: '2026-11-22' }))
    return made.object.id
  }
  const revision = async (id: string) =>
    ok<{ object: { revision: number } }>(await scene.vera.get(`/services/${id}`)).object.revision
  const [early, never, closing] = [await add('Beratung A'), await add('Beratung B'), await add('Beratung C')]
  const content = { category: 'counselling', targetGroup: 'alle', areaName: 'Hier', opening: 'nur Mo' }
  ok(await scene.vera.post(`/services/${early}/announcements`, { day: '2027-03-01', what: 'Ab März nur montags' }))
  await at('2027-03-02')
  ok(await scene.vera.put(`/services/${early}`, await revision(early), { title: 'Beratung A', ...content }))
  ok(await scene.vera.put(`/services/${never}`, await revision(never), { title: 'Beratung B', ...content }))
  await house.settle()
  const states = async () => Object.fromEntries((await of('inform')).map((duty) => [duty.subject?.title, duty.state]))
  assert.deepEqual(await states(), { 'Beratung A': 'done', 'Beratung B': 'overdue' })
  // A second look at the same change asks for nothing more.
  ok(
    await scene.vera.put(`/services/${early}`, await revision(early), {
      title: 'Beratung A',
      ...content,
      opening: 'Mo',
    }),
  )
  ok(
    await scene.vera.act(`/services/${closing}/closing`, await revision(closing), {
      lastDay: '2027-06-30',
      reason: 'Ende der Förderung',
    }),
  )
  await house.settle()
  assert.deepEqual(await states(), { 'Beratung A': 'done', 'Beratung B': 'overdue', 'Beratung C': 'open' })
  const late = (await of('inform')).find((duty) => duty.subject?.title === 'Beratung B')!
  ok(await scene.vera.post(`/duties/${late.id}/statements`, { day: '2027-03-02', text: 'Alle angerufen' }))
  assert.equal((await states())['Beratung B'], 'doneLate')
})

test('contact and review: every so many months and years, one after the other, and the review the agreement names by its day', async (t) => {
  const scene = await agreed(
    t,
    [
      { kind: 'contact', months: 6, from: 'parties' },
      { kind: 'review', years: 2 },
    ],
    { reviewOn: '2027-11-22' },
  )
  const { at, of } = scene
  const due = async (kind: string) => (await of(kind)).map((duty) => [duty.debtor?.title, duty.due, duty.state])
  assert.deepEqual((await due('contact')).slice(0, 4), [
    ['Landkreis Probe', '2027-05-21', 'notYet'],
    ['Verband Probe', '2027-05-21', 'notYet'],
    ['Landkreis Probe', '2027-11-21', 'notYet'],
    ['Verband Probe', '2027-11-21', 'notYet'],
  ])
  assert.deepEqual(await due('review'), [
    ['Arbeitsgemeinschaft Probe', '2027-11-22', 'notYet'],
    ['Arbeitsgemeinschaft Probe', '2028-11-21', 'notYet'],
  ])
  await at('2027-05-10')
  const mine = (await of('contact')).find((duty) => duty.debtor?.id === scene.verband)!
  ok(await scene.vera.post(`/duties/${mine.id}/statements`, { day: '2027-05-10', text: 'Vera Verband bleibt' }))
  await at('2027-05-22')
  assert.deepEqual((await due('contact')).slice(0, 2), [
    ['Landkreis Probe', '2027-05-21', 'overdue'],
    ['Verband Probe', '2027-05-21', 'done'],
  ])
  await at('2027-11-23')
  assert.deepEqual(
    (await of('review')).map((duty) => [duty.because.clause, duty.state]),
    [
      ['Überprüfung am 22.11.2027, wie in der Vereinbarung genannt', 'overdue'],
      ['§ 2 review', 'notYet'],
      ['§ 2 review', 'notYet'],
    ],
  )
  // Nobody says alone that it was reviewed: the record is released by both chairs.
  const stated = { day: '2027-11-23', text: 'Sie trägt: alle Treffen gehalten' }
  const alone = await scene.vera.post(`/duties/${(await of('review'))[0]!.id}/statements`, stated)
  assert.equal(alone.body.code, 'doneElsewhere')
  const { id, edition } = ok<{ id: string; edition: number }>(
    await scene.county.post(`/agreements/${scene.agreement}/reviews`, {
      conclusion: 'continue',
      words: 'Sie trägt: alle Treffen gehalten',
      nextOn: '2031-11-22',
    }),
  )
  ok(await scene.vera.post('/releases', { object: id, edition }))
  await scene.house.settle()
  assert.equal((await of('review'))[0]!.state, 'overdue')
  ok(await scene.carl.post('/releases', { object: id, edition }))
  await scene.house.settle()
  await at('2028-12-01')
  assert.deepEqual(
    (await due('review')).map(([, , state]) => state),
    ['doneLate', 'overdue', 'notYet', 'notYet'],
  )
})
