// A party leaves an agreement: when, with what consequence for whom, who hears of it; how an agreement ends, and how it goes on.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { TestHouse } from '#apps/testing.ts'
import { addPerson, again, ok, type TestPerson } from '#apps/testing-people.ts'
import { addDays } from '#kit/clock/days.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Agreement, Body, NoticeRule, Termination } from './contract.ts'
import { isNoticeEnd, noticeDay } from './rules/notice.ts'
import { agreed } from './testing.ts'

type Reply = {
  terminations: Termination[]
  earliest: string | null
  may: { declare: boolean; recordFor: { id: string }[] }
}
const yearly = { kind: 'report', from: 'parties', to: 'body', time: { when: 'yearly', due: '03-31' } } as const
const toYearEnd: NoticeRule = { months: 3, to: 'year' }
const as = (house: TestHouse, who: TestPerson, statement: ReturnType<typeof sql>) =>
  inTransaction(
    house.house.pool,
    { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
    null,
    (db) => statement.execute(db),
  )
const told = async (house: TestHouse, what: string) =>
  (
    await house.asOwner((db) =>
      sql<{ person: string }>`select p.title as person from mail.message m join kit.object p on p.id = m.person
        where m.template = 'notice' and m.data->>'what' = ${what} order by 1`.execute(db),
    )
  ).rows.map((row) => row.person)

test('a party gives notice: the day follows from the clause, later duties fall away for it and only for it, the others hear of it once, and until then it can be taken back', async (t) => {
  const scene = await agreed(t, [yearly, { kind: 'meet', perYear: 1 }], {
    draft: { noticeRule: toYearEnd },
    also: ['Verein Dritte'],
  })
  const { at, of, house, agreement, body } = scene
  const path = `/agreements/${agreement}/terminations`
  const shown = async (who: TestPerson) => ok<Reply>(await who.get(path))
  const [third] = scene.also
  const reports = async () =>
    (await of('report'))
      .filter((duty) => duty.due === '2028-03-31')
      .map((duty) => [duty.debtor?.title, duty.state, duty.withdrawnBecause])
      .toSorted()
  const all = (state: string) =>
    ['Landkreis Probe', 'Verband Probe', 'Verein Dritte'].map((name) => [name, state, null])
  await at('2027-09-30')
  await addPerson(house, scene.vera, {
    name: 'Dora Delegierte',
    roles: ['staff'],
    body: { id: body, role: 'delegate' },
  })
  assert.deepEqual(await reports(), all('notYet'))
  const give = async (who: TestPerson, more: object = {}) => {
    const reply = await who.post(path, { capacity: 'Vorstand', ...more })
    return reply.status === 200 ? (reply.body.effectiveOn as unknown as string) : (reply.body.code as unknown as string)
  }
  const short = await scene.vera.post(path, { capacity: 'Vorstand', lastDay: '2027-11-30' })
  assert.deepEqual(
    [short.status, short.body.code, short.body.message],
    [
      409,
      'noticeShorter',
      'Das ist kürzer als vereinbart. Gekündigt werden kann mit 3 Monaten Frist zum Jahresende; der früheste letzte Tag ist der 31.12.2027. Es wurde nichts festgehalten.',
    ],
  )
  assert.equal(await give(scene.vera, { lastDay: '2028-03-31' }), 'noticeOtherDay')
  assert.equal(await give(scene.vera, { kind: 'extraordinary', reason: 'Weil es nicht mehr geht' }), 'noExtraordinary')
  assert.equal(await give(scene.vera, { organisation: third, source: 'gehört' }), 'notForOthers')
  assert.equal(await give(scene.carl, { organisation: third, source: 'gehört' }), 'notForOthers')
  assert.equal((await shown(scene.vera)).earliest, '2028-01-01')
  assert.equal(await give(scene.vera), '2028-01-01')
  assert.equal(await give(scene.vera), 'alreadyLeaving')
  await house.settle()
  const words = 'Verband Probe hat gekündigt und ist nur bis einschließlich 31.12.2027 gebunden.'
  assert.deepEqual(await reports(), [
    ['Landkreis Probe', 'notYet', null],
    ['Verband Probe', 'withdrawn', words],
    ['Verein Dritte', 'notYet', null],
  ])
  // What was due before stays what it was, and the body still meets.
  assert.equal((await of('report')).filter((duty) => duty.due === '2027-03-31' && duty.state === 'overdue').length, 3)
  assert.deepEqual(await told(house, 'agreement.terminated'), ['Carl Kreis', 'Erika Muster'])
  // The same words for everybody, and the question about the seat for those who run the body.
  const [one] = (await shown(scene.carl)).terminations
  assert.deepEqual(
    [one!.effectiveOn, one!.seats, one!.may],
    ['2028-01-01', 1, { second: false, takeBack: false, answer: true }],
  )
  const asked = async () => (await of('settleSeats')).map((duty) => [duty.debtor?.title, duty.due, duty.state])
  assert.deepEqual(await asked(), [['Arbeitsgemeinschaft Probe', '2028-01-01', 'open']])
  ok(await scene.vera.post(`${path}/${one!.id}/retraction`, {}))
  await house.settle()
  assert.deepEqual(
    (await reports()).filter(([, state]) => state !== 'withdrawn'),
    all('notYet'),
  )
  assert.deepEqual(await told(house, 'agreement.terminationTakenBack'), ['Carl Kreis', 'Erika Muster'])
  assert.deepEqual(await asked(), [['Arbeitsgemeinschaft Probe', '2028-01-01', 'withdrawn']])
  assert.equal(await give(scene.vera), '2028-01-01')
  await house.settle()
  const again = (await shown(scene.carl)).terminations.find((row) => row.takenBackOn === null)!
  assert.equal((await scene.vera.post(`${path}/${again.id}/seats`, { answer: 'end' })).status, 200)
  await house.settle()
  assert.deepEqual((await asked()).map(([, , state]) => state).toSorted(), ['done', 'withdrawn'])
  await at('2028-01-01')
  const now = ok<Body>(await scene.carl.get(`/bodies/${body}`))
  assert.deepEqual(
    now.seats.map((seat) => seat.organisation.title),
    ['Landkreis Probe', 'Verein Dritte'],
  )
  assert.ok(
    now.people.every((one) => one.person.title !== 'Dora Delegierte'),
    'whoever was sent acts there no longer',
  )
  assert.equal((await scene.vera.post(`${path}/${again.id}/retraction`, {})).body.code, 'tookEffect')
  await at('2028-06-01')
  assert.deepEqual(
    (await of('report'))
      .filter((duty) => duty.due === '2029-03-31')
      .map((duty) => duty.debtor?.title)
      .toSorted(),
    ['Landkreis Probe', 'Verein Dritte'],
  )
  // The office records what the third has sent: with it fewer than two sides are left, so the agreement ends with that day.
  const letter = {
    organisation: third,
    source: 'Schreiben vom 30. Mai',
    signatory: 'Dora Dritte',
    declaredOn: '2028-05-30',
  }
  assert.equal(await give(scene.county, letter), '2029-01-01')
  await house.settle()
  assert.deepEqual(ok<Agreement>(await scene.carl.get(`/agreements/${agreement}`)).ends, {
    on: '2029-01-01',
    because: 'parties',
  })
  assert.ok((await of('report')).every((duty) => duty.due !== '2029-03-31' || duty.state === 'withdrawn'))
  await at('2029-01-01')
  await at('2029-01-02')
  const over = ok<Agreement>(await scene.carl.get(`/agreements/${agreement}`))
  assert.deepEqual([over.state, over.inForce], ['ended', null])
  assert.equal(ok<Body>(await scene.carl.get(`/bodies/${body}`)).standing, 'informal')
  const { rows } = await house.asOwner((db) =>
    sql<{ day: string }>`select day from duties.fact where kind = 'agreement.ended'`.execute(db),
  )
  assert.deepEqual(rows, [{ day: '2029-01-01' }])
})

test('without the agreed period only for a reason and only where the agreement says so; where two heads sign, one alone leaves nothing; the database holds it too', async (t) => {
  const scene = await agreed(t, [yearly], {
    draft: { noticeRule: toYearEnd, extraordinary: true },
    also: ['Verein Dritte'],
  })
  const { house, agreement, county, vera, verband } = scene
  const path = `/agreements/${agreement}/terminations`
  const insert = (who: TestPerson, more: { organisation?: string; kind?: string; on: string; reason?: string }) =>
    as(
      house,
      who,
      sql`insert into cooperation.termination (id, agreement, edition, organisation, kind, declared_on, effective_on, reason, capacity, person, recorded_by, recorded_at)
        values (gen_random_uuid(), ${agreement}, 1, ${more.organisation ?? who.organisation}, ${more.kind ?? 'ordinary'}, clock.today(), ${more.on}, ${more.reason ?? ''},
          'Vorstand', ${who.person}, ${who.person}, clock.now())`,
    )
  await assert.rejects(insert(vera, { on: '2027-01-01' }), /period of notice/)
  await assert.rejects(insert(vera, { on: '2028-03-01' }), /period of notice/)
  await assert.rejects(insert(vera, { on: '2028-01-01', organisation: county.organisation }))
  await assert.rejects(insert(vera, { on: '2026-12-01', kind: 'extraordinary', reason: 'kurz' }))
  const quick = { kind: 'extraordinary', capacity: 'Vorstand', lastDay: '2026-12-31' }
  assert.equal((await vera.post(path, quick)).body.code, 'reasonMissing')
  const { id } = ok<{ id: string }>(await vera.post(path, { ...quick, reason: 'Der Träger stellt die Arbeit ein.' }))
  await assert.rejects(
    as(house, vera, sql`update cooperation.termination set effective_on = '2026-11-25' where id = ${id}`),
  )
  await assert.rejects(as(house, vera, sql`delete from cooperation.termination where id = ${id}`))
  // Another party does not take back what is not its own, and answers no question about seats unless it runs the body.
  const back = sql`update cooperation.termination set taken_back_on = clock.today(), taken_back_by = ${scene.carl.person} where id = ${id}`
  await assert.rejects(as(house, scene.carl, back), /taken back by who declared it/)
  ok(await vera.post(`${path}/${id}/retraction`, {}))
  await assert.rejects(
    as(
      house,
      vera,
      sql`update cooperation.termination set seat_answer = 'keep', answered_by = ${vera.person}, answered_on = clock.today() where id = ${id}`,
    ),
    /stays so/,
  )

  // From now on the association is led by two; a new edition knows that.
  const lotte = await addPerson(house, vera, { name: 'Lotte Leitung', organisation: verband, roles: ['head'] })
  ok(await vera.post(`/organisations/${verband}/signing`, { signing: 'joint' }))
  const shown = ok<Agreement>(await county.get(`/agreements/${agreement}`))
  ok(
    await county.put(`/agreements/${agreement}`, shown.head.revision, {
      title: 'Vereinbarung',
      reviewOn: '2029-11-22',
      noticeRule: toYearEnd,
      parties: [county.organisation, verband],
      clauses: [{ number: '§ 1', text: 'Wortlaut', strength: 'must' }],
    }),
  )
  const now = ok<Agreement>(await county.get(`/agreements/${agreement}`))
  ok(await county.act(`/agreements/${agreement}/offer`, now.head.revision))
  const signature = { edition: 2, day: '2026-11-22', place: 'Hier', capacity: 'Leitung' }
  for (const who of [county, vera, lotte]) ok(await who.post(`/agreements/${agreement}/signatures`, signature))
  await house.settle()
  const first = ok<{ id: string; complete: boolean }>(await vera.post(path, { capacity: 'Vorstand' }))
  assert.equal(first.complete, false)
  const leaves = async () =>
    ok<Agreement>(await county.get(`/agreements/${agreement}`)).parties.find((one) => one.id === verband)!.leavesOn
  assert.equal(await leaves(), null)
  assert.equal((await vera.post(`${path}/${first.id}/second`)).body.code, 'noSecondNeeded')
  await assert.rejects(
    as(
      house,
      vera,
      sql`update cooperation.termination set second = ${lotte.person}, second_on = clock.today() where id = ${first.id}`,
    ),
    /the other head signs/,
  )
  ok(await lotte.post(`${path}/${first.id}/second`))
  assert.equal(await leaves(), '2028-01-01')
})

test('a term that ends is said six months before, signed anew by all it goes on, otherwise it ends and nothing is owed any more', async (t) => {
  const scene = await agreed(t, [yearly], { draft: { endsOn: '2028-01-01' }, reviewOn: '2027-11-22' })
  const { at, of, house, agreement } = scene
  const renew = async () => (await of('renew')).map((duty) => [duty.debtor?.title, duty.due, duty.state])
  await at('2027-06-30')
  assert.deepEqual(await renew(), [])
  assert.deepEqual(
    (await of('report')).map((duty) => duty.due),
    ['2027-03-31', '2027-03-31'],
  )
  await at('2027-07-01')
  assert.deepEqual(await renew(), [['Arbeitsgemeinschaft Probe', '2027-12-01', 'open']])
  const path = `/agreements/${agreement}`
  const shown = async () => ok<Agreement>(await scene.county.get(path))
  const { head } = await shown()
  ok(
    await scene.county.put(path, head.revision, {
      title: 'Vereinbarung',
      reviewOn: '2028-11-22',
      endsOn: '2029-01-01',
      parties: [scene.county.organisation, scene.verband],
      clauses: [{ number: '§ 1', text: 'Wortlaut', strength: 'must', duty: yearly }],
    }),
  )
  ok(await scene.county.act(`${path}/offer`, (await shown()).head.revision))
  const signature = { edition: 2, day: '2027-07-01', place: 'Hier', capacity: 'Leitung' }
  for (const who of [scene.county, scene.vera]) ok(await who.post(`${path}/signatures`, signature))
  await house.settle()
  assert.deepEqual(await renew(), [['Arbeitsgemeinschaft Probe', '2027-12-01', 'done']])
  await at('2028-01-02')
  assert.equal((await shown()).state, 'inForce')
  assert.ok((await of('report')).some((duty) => duty.due === '2028-03-31' && duty.state !== 'withdrawn'))
  await at('2028-07-02')
  assert.equal((await renew()).at(-1)![2], 'open')
  await at('2029-01-01')
  assert.deepEqual([(await shown()).state, (await renew()).at(-1)![2]], ['ended', 'withdrawn'])
  assert.ok((await of('report')).every((duty) => duty.due < '2029-01-01' || duty.state === 'withdrawn'))
  assert.equal(ok<Body>(await (await again(house, scene.carl)).get(`/bodies/${scene.body}`)).standing, 'informal')
})

test('Theorem: the notice day is the first agreed end that leaves the whole period, counted day by day; and SQL counts the same', async (t) => {
  const ends: Record<NoticeRule['to'], (day: string) => boolean> = {
    day: () => true,
    month: (day) => day.endsWith('-01'),
    quarter: (day) => /-(01|04|07|10)-01$/.test(day),
    halfYear: (day) => /-(01|07)-01$/.test(day),
    year: (day) => day.endsWith('-01-01'),
  }
  /** The same number in a later month, or that month's last day: found by walking. */
  const monthsLater = (day: string, months: number) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    const wanted = year * 12 + month - 1 + months
    const inMonth = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7)) - 1
    let last = day
    for (let one = day; inMonth(one) <= wanted; one = addDays(one, 1))
      if (inMonth(one) === wanted && Number(one.slice(8)) <= date) last = one
    return last
  }
  const oracle = (day: string, { months, to }: NoticeRule) => {
    let found = addDays(monthsLater(day, months), 1)
    while (!ends[to](found)) found = addDays(found, 1)
    return found
  }
  const cases: { day: string; rule: NoticeRule }[] = []
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: 0, max: 14 }),
      fc.constantFrom(...(Object.keys(ends) as NoticeRule['to'][])),
      (offset, months, to) => {
        const day = addDays('2027-01-01', offset)
        const rule = { months, to }
        assert.equal(noticeDay(day, rule), oracle(day, rule))
        assert.equal(isNoticeEnd(noticeDay(day, rule), rule), true)
        assert.equal(isNoticeEnd(day, rule), ends[to](day))
        cases.push({ day, rule })
      },
    ),
    { numRuns: 300 },
  )
  const { house } = await agreed(t, [yearly])
  const { rows } = await house.asOwner((db) =>
    sql<{
      n: number
      day: string
    }>`select n, cooperation.notice_day((x->>'day')::date, (x->'rule'->>'months')::integer, x->'rule'->>'to') as day
      from jsonb_array_elements(${JSON.stringify(cases)}::jsonb) with ordinality as y (x, n) order by n`.execute(db),
  )
  assert.deepEqual(
    rows.map((row) => row.day),
    cases.map(({ day, rule }) => noticeDay(day, rule)),
  )
})
