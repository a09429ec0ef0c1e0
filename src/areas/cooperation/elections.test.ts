// Elections through HTTP on a real database: who may, how it is counted, what the database itself refuses, and what follows for the chair.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addPerson, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Body, Election, ElectionsOfBody } from './contract.ts'
import { bagOberbayern } from './fixtures/bag-oberbayern.ts'
import { type Procedure, procedureTemplates } from './rules/procedure.ts'

type Shown = Election & { code?: string }
const today = '2026-11-22'

async function district(t: TestContext) {
  const house = await testHouse(t)
  const founded = await foundBody(house, bagOberbayern)
  const { founder, body, organisation } = founded
  const groups = ok<Body>(await founder.get(`/bodies/${body}`)).constituencies
  const local = groups.find((one) => one.chair === 'elected')!.id
  const own = groups.find((one) => one.chair === 'appointed')!.id
  const delegate = (name: string, of: string) =>
    addPerson(house, founder, {
      name,
      organisation: organisation(of),
      roles: ['planner'],
      body: { id: body, role: 'delegate' },
    })
  const send = (person: string, of: string, role: string, from: string, until: string | null) =>
    founder.post(`/bodies/${body}/mandates`, { organisation: of, role, person, from, until, basis: 'Wahl am Anfang' })
  const call = async (more: object = {}, by: TestPerson = founder) =>
    ok<{ id: string }>(await by.post(`/bodies/${body}/elections`, { constituency: local, day: today, ...more })).id
  const shown = async (id: string, by: TestPerson = founder) => ok<Shown>(await by.get(`/elections/${id}`))
  const act = async (by: TestPerson, id: string, path: string, what: object = {}) =>
    by.act(`/elections/${id}/${path}`, (await shown(id)).head.revision, what)
  const stand = async (id: string, who: TestPerson) =>
    ok<Shown>(
      await who.post(`/elections/${id}/candidates`, { person: who.person, organisation: who.organisation }),
    ).candidates.find((one) => one.person.id === who.person)!.id
  const overview = async (by: TestPerson = founder) => ok<ElectionsOfBody>(await by.get(`/bodies/${body}/elections`))
  const raw = (who: TestPerson, statement: string) =>
    inTransaction(
      house.house.pool,
      { token: who.cookie.slice(who.cookie.indexOf('=') + 1), organisation: who.organisation },
      null,
      (db) => sql.raw(statement).execute(db),
    )
  return { house, ...founded, local, own, delegate, send, call, shown, act, stand, overview, raw }
}
const code = (reply: { status: number; body: Record<string, unknown> }) => [reply.status, reply.body.code]

test('a show of hands elects the chair for three years, and the one before ends (B26)', async (t) => {
  const { house, founder, body, delegate, send, call, shown, act, stand, overview, local } = await district(t)
  const hanna = await delegate('Hanna Ebersberger', 'Landkreis Ebersberg')
  const theo = await delegate('Theo Dachauer', 'Landkreis Dachau')
  ok(await send(hanna.person, hanna.organisation, 'chair', '2026-01-01', null))
  ok(await send(founder.person, founder.organisation, 'chair', '2026-01-01', null))
  const id = await call({ from: '2026-12-01' })
  assert.deepEqual(
    [(await shown(id)).from, (await shown(id)).until, (await shown(id)).electorate.length],
    ['2026-12-01', '2029-12-01', 23],
  )
  assert.deepEqual(code(await founder.post(`/bodies/${body}/elections`, { constituency: local, day: today })), [
    409,
    'electionRunning',
  ])
  const [a, b] = [await stand(id, hanna), await stand(id, theo)]
  const count = (votes: Record<string, number>, more: object = {}) =>
    act(founder, id, 'rounds', {
      present: 20,
      votes: Object.entries(votes).map(([candidate, n]) => ({ candidate, votes: n })),
      ...more,
    })
  assert.deepEqual(code(await count({ [a]: 12, [b]: 9 })), [409, 'tooManyVotes'])
  assert.deepEqual(code(await count({ [a]: 12, [b]: 9 }, { present: 24 })), [409, 'tooManyPresent'])
  assert.deepEqual(code(await count({ [a]: 12 })), [409, 'otherCandidates'])
  assert.deepEqual(code(await count({ [a]: 8, [b]: 8 }, { invalid: 1 })), [409, 'handsAreValid'])
  assert.deepEqual(code(await count({ [a]: 8, [b]: 8 }, { against: 1 })), [409, 'againstOnlyOne'])
  const decided = ok<Shown>(await count({ [a]: 8, [b]: 11 }, { abstained: 1 }))
  assert.deepEqual([decided.status, decided.elected], ['decided', b])
  assert.deepEqual(code(await hanna.post(`/elections/${id}/answer`, { accepts: true })), [409, 'notElected'])
  const accepted = ok<Shown>(await theo.post(`/elections/${id}/answer`, { accepts: true }))
  assert.deepEqual([accepted.status, accepted.settledOn], ['accepted', today])
  await house.settle()
  const chairOn = async (on: string) =>
    ok<{ mandates: { person: { title: string }; role: string; basis: string }[] }>(
      await founder.get(`/mandates?body=${body}&on=${on}`),
    )
      .mandates.filter((one) => one.role === 'chair' && one.person.title !== founder.name)
      .map((one) => `${one.person.title}: ${one.basis}`)
  assert.deepEqual(await chairOn('2026-11-30'), ['Hanna Ebersberger: Wahl am Anfang'])
  assert.deepEqual(await chairOn('2026-12-01'), ['Theo Dachauer: Wahl vom 22.11.2026'])
  assert.deepEqual(await chairOn('2029-12-01'), [])
  assert.equal((await overview()).elections[0]!.elected!.title, 'Theo Dachauer')
  const record = await house.asOwner((db) =>
    sql<{ content: { elected: string } }>`select content from kit.edition where object = ${id}`.execute(db),
  )
  assert.equal(
    record.rows[0]!.content.elected,
    'Theo Dachauer',
    'the record is kept as an edition that the minutes cite',
  )
})

test('nobody outside the group nominates, votes or stands: refused over HTTP and by the database (B26)', async (t) => {
  const { founder, body, house, delegate, call, shown, act, stand, own, send, raw } = await district(t)
  const hanna = await delegate('Hanna Ebersberger', 'Landkreis Ebersberg')
  const colleague = await addPerson(house, founder, { name: 'Kollegin im Bezirk', roles: ['planner'] })
  ok(await send(founder.person, founder.organisation, 'chair', '2026-01-01', null))
  assert.deepEqual(code(await founder.post(`/bodies/${body}/elections`, { constituency: own, day: today })), [
    409,
    'chairAppointed',
  ])
  assert.deepEqual(code(await founder.post(`/bodies/${body}/elections`, { constituency: own, day: '2026-11-01' })), [
    409,
    'chairAppointed',
  ])
  assert.equal((await hanna.post(`/bodies/${body}/elections`, { constituency: own, day: today })).status, 403)
  const id = await call()
  const nominate = (by: TestPerson, person: TestPerson, more: object = {}) =>
    by.post(`/elections/${id}/candidates`, { person: person.person, organisation: person.organisation, ...more })
  assert.deepEqual(code(await nominate(hanna, founder)), [409, 'otherChair'])
  assert.deepEqual(code(await nominate(hanna, colleague)), [409, 'otherChair'])
  assert.deepEqual(code(await nominate(founder, hanna)), [409, 'notYourElection'])
  assert.deepEqual(
    code(await nominate(founder, hanna, { source: 'Mail vom Bezirk selbst', proposedBy: founder.organisation })),
    [409, 'notYourElection'],
  )
  assert.deepEqual(
    code(await act(founder, id, 'rounds', { present: 1, votes: [{ candidate: founder.person, votes: 1 }] })),
    [409, 'noCandidate'],
  )
  const insert = (person: string, of: string, by: string) =>
    `insert into cooperation.candidacy (id, election, person, organisation, proposed_by, source, recorded_by, recorded_at)
     values (gen_random_uuid(), '${id}', '${person}', '${of}', '${by}', 'erdacht', (access.actor()).person, (access.actor()).at)`
  const refused = { code: 'NA403' }
  await assert.rejects(raw(founder, insert(founder.person, founder.organisation, hanna.organisation)), refused)
  await assert.rejects(raw(founder, insert(hanna.person, hanna.organisation, founder.organisation)), refused)
  const candidate = await stand(id, hanna)
  // Neither the result nor the mandate can be typed in, by nobody and by no path.
  await assert.rejects(
    raw(founder, `update cooperation.election set status = 'decided', elected = '${candidate}' where id = '${id}'`),
    { code: '42501' },
  )
  await assert.rejects(raw(hanna, `select cooperation.lead_election('${id}', 'count', '{}')`), refused)
  await assert.rejects(
    raw(
      founder,
      `select cooperation.lead_election('${id}', 'count', '{"day":"${today}","present":24,"votes":{"${candidate}":24},"against":0,"abstained":0,"invalid":0}')`,
    ),
    { code: 'NA400' },
  )
  await assert.rejects(
    raw(
      hanna,
      `insert into access.mandate (id, person, organisation, body, role, from_day, until_day, basis, granted_by, recorded_at)
      values (gen_random_uuid(), '${hanna.person}', '${hanna.organisation}', '${body}', 'chair', '${today}', '2029-11-22', 'Wahl', '${hanna.person}', (access.actor()).at)`,
    ),
    { code: '42501' },
  )
  assert.equal((await shown(id)).rounds.length, 0)
})

test('a nomination counts when the candidate consents, herself or as the office has it in writing', async (t) => {
  const { founder, delegate, call, act, shown } = await district(t)
  const hanna = await delegate('Hanna Ebersberger', 'Landkreis Ebersberg')
  const theo = await delegate('Theo Dachauer', 'Landkreis Dachau')
  const id = await call()
  const named = ok<Shown>(
    await theo.post(`/elections/${id}/candidates`, { person: hanna.person, organisation: hanna.organisation }),
  ).candidates[0]!
  assert.deepEqual([named.consentedOn, named.stands, named.proposedBy.title], [null, false, 'Landkreis Dachau'])
  assert.deepEqual(code(await act(founder, id, 'rounds', { present: 3, votes: [{ candidate: named.id, votes: 3 }] })), [
    409,
    'noCandidate',
  ])
  const answer = (by: TestPerson, body: object) => by.post(`/elections/${id}/candidates/${named.id}/answer`, body)
  assert.deepEqual(code(await answer(theo, { stands: true })), [409, 'notYourCandidacy'])
  assert.deepEqual(code(await answer(founder, { stands: true })), [409, 'notYourCandidacy'])
  ok(await answer(founder, { stands: true, source: 'Nachricht von Hanna Ebersberger am 20.11.2026' }))
  assert.equal((await shown(id)).candidates[0]!.stands, true)
  ok(await answer(hanna, { stands: false }))
  assert.deepEqual(
    [(await shown(id)).candidates[0]!.stands, (await shown(id)).candidates[0]!.withdrawnOn],
    [false, today],
  )
})

test('nobody reaches the majority: a run-off; a tie: the lot, recorded by one and witnessed by another organisation', async (t) => {
  const { founder, delegate, call, act, stand } = await district(t)
  const people = [
    await delegate('Anna Eins', 'Landkreis Ebersberg'),
    await delegate('Bert Zwei', 'Landkreis Dachau'),
    await delegate('Cora Drei', 'Landkreis Erding'),
  ]
  const id = await call({ method: 'paper' })
  const [a, b, c] = [await stand(id, people[0]!), await stand(id, people[1]!), await stand(id, people[2]!)]
  const count = (votes: [string, number][], more: object = {}) =>
    act(founder, id, 'rounds', {
      present: 20,
      votes: votes.map(([candidate, n]) => ({ candidate, votes: n })),
      ...more,
    })
  const first = ok<Shown>(
    await count(
      [
        [a, 8],
        [b, 7],
        [c, 4],
      ],
      { invalid: 1 },
    ),
  )
  assert.deepEqual(
    [
      first.status,
      first.candidates
        .filter((one) => one.stands)
        .map((one) => one.id)
        .toSorted(),
    ],
    ['runoff', [a, b].toSorted()],
  )
  assert.deepEqual(
    code(
      await count([
        [a, 8],
        [b, 7],
        [c, 4],
      ]),
    ),
    [409, 'otherCandidates'],
  )
  assert.equal(
    ok<Shown>(
      await count([
        [a, 10],
        [b, 9],
      ]),
    ).status,
    'decided',
  )
  const struck = ok<Shown>(await act(founder, id, 'strike', { because: 'Ein Zettel lag noch in der Urne' }))
  assert.deepEqual([struck.status, struck.elected], ['runoff', null])
  assert.equal(
    ok<Shown>(
      await count([
        [a, 10],
        [b, 10],
      ]),
    ).status,
    'tie',
  )
  assert.deepEqual(code(await act(founder, id, 'lot', { candidate: c })), [409, 'notInTheTie'])
  ok(await act(founder, id, 'lot', { candidate: b }))
  assert.deepEqual(code(await founder.post(`/elections/${id}/witness`)), [409, 'ownCount'])
  const drawn = ok<Shown>(await people[2]!.post(`/elections/${id}/witness`))
  assert.deepEqual(
    [drawn.status, drawn.elected, drawn.rounds.at(-1)!.witness!.title],
    ['decided', b, 'Landkreis Erding'],
  )
  assert.deepEqual(code(await people[1]!.post(`/elections/${id}/answer`, { accepts: false })), [200, undefined])
  assert.deepEqual(code(await people[1]!.post(`/elections/${id}/answer`, { accepts: true })), [409, 'notDecided'])
})

test('the chair is elected anew, also when the office records the acceptance; with one candidate the no counts', async (t) => {
  const { founder, body, delegate, send, call, act, stand } = await district(t)
  const hanna = await delegate('Hanna Ebersberger', 'Landkreis Ebersberg')
  ok(await send(hanna.person, hanna.organisation, 'chair', '2026-01-01', '2027-01-01'))
  const id = await call()
  const candidate = await stand(id, hanna)
  const count = (yes: number, against: number) =>
    act(founder, id, 'rounds', { present: 20, votes: [{ candidate, votes: yes }], against })
  assert.equal(ok<Shown>(await count(9, 11)).status, 'nominating', 'more against than for: nobody is elected')
  assert.equal(ok<Shown>(await count(11, 9)).status, 'decided')
  const answer = (what: object) => founder.post(`/elections/${id}/answer`, { accepts: true, ...what })
  assert.deepEqual(code(await answer({})), [409, 'notElected'])
  assert.deepEqual(code(await answer({ source: 'Mail von ihr', day: '2026-12-01' })), [409, 'dayAhead'])
  const told = { source: 'Nachricht von Hanna Ebersberger am 22.11.2026' }
  assert.deepEqual(code(await answer(told)), [409, 'notWitnessed'])
  assert.deepEqual(code(await founder.post(`/elections/${id}/witness`)), [409, 'ownCount'])
  ok(await hanna.post(`/elections/${id}/witness`))
  assert.equal(ok<Shown>(await answer(told)).status, 'accepted')
  const chairs = ok<Body>(await founder.get(`/bodies/${body}`)).people.filter((one) => one.role === 'chair')
  assert.deepEqual(
    chairs.map((one) => [one.from, one.until, one.basis]),
    [
      ['2026-01-01', '2027-01-01', 'Wahl am Anfang'],
      ['2027-01-01', '2030-01-01', 'Wahl vom 22.11.2026'],
    ],
  )
})

test('a majority of all entitled counts the seats that are away, a majority of the votes cast does not: the rules say which (B26)', async (t) => {
  const { house, founder, body, delegate, send, call, shown, act, stand } = await district(t)
  const hanna = await delegate('Hanna Ebersberger', 'Landkreis Ebersberg')
  ok(await send(hanna.person, hanna.organisation, 'chair', '2026-01-01', '2027-01-01'))
  ok(await send(founder.person, founder.organisation, 'chair', '2026-01-01', null))
  const under = async (majority: Procedure['majority']) => {
    const procedure = { ...procedureTemplates.district, standIn: 'none', majority }
    const put = ok<{ object: string; edition: number }>(
      await founder.post(`/bodies/${body}/rules`, { procedure, validFrom: today }),
    )
    for (const chair of [founder, hanna]) ok(await chair.post('/releases', put))
    const id = await call()
    assert.equal((await shown(id)).majority, majority)
    const candidate = await stand(id, hanna)
    return {
      id,
      count: async (yes: number, against: number) =>
        ok<Shown>(
          await act(founder, id, 'rounds', { present: 20, votes: [{ candidate, votes: yes }], against, abstained: 0 }),
        ).status,
    }
  }
  const entitled = await under('entitled')
  assert.equal(await entitled.count(11, 9), 'nominating', '11 of 20 that are there, of 23')
  assert.equal(await entitled.count(12, 8), 'decided')
  ok(await act(founder, entitled.id, 'strike', { because: 'Falsch gezählt' }))
  ok(await act(founder, entitled.id, 'cancellation', { because: 'Die Geschäftsordnung wird geändert' }))
  const cast = await under('cast')
  assert.equal(await cast.count(10, 10), 'nominating')
  assert.equal(await cast.count(11, 9), 'decided')

  // The same function counts in meetings: against the sentence, for every count of up to eight seats.
  const { rows } = await house.asOwner((db) =>
    sql<{ majority: Procedure['majority']; entitled: number; yes: number; no: number; met: boolean; carried: boolean }>`
      select m as majority, e as entitled, y as yes, n as no, cooperation.has_majority(m, y, n, y + n, e) as met, meetings.is_carried(m, e, y, n) as carried
        from unnest('{simple,cast,entitled,twoThirds,consensus}'::text[]) m, generate_series(1, 8) e, generate_series(0, e) y, generate_series(0, e - y) n`.execute(
      db,
    ),
  )
  const sentence: Record<Procedure['majority'], (one: (typeof rows)[number]) => boolean> = {
    simple: ({ yes, no }) => yes > no,
    cast: ({ yes, no }) => yes > (yes + no) / 2,
    entitled: ({ yes, entitled: all }) => yes > all - yes,
    twoThirds: ({ yes, no }) => yes > 0 && yes >= 2 * no,
    consensus: ({ yes, no }) => yes > 0 && no === 0,
  }
  assert.ok(rows.length > 700)
  for (const one of rows)
    assert.deepEqual([one.met, one.carried], [sentence[one.majority](one), sentence[one.majority](one)])
})
