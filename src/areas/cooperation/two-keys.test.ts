// Two equal chairs, over random histories: whatever one side does, with its chair, its deputy, its administration, the office and anybody else it can win,
// over HTTP, again and again, and with SQL of its own, nothing that needs both keys ever happens. And both chairs have the same rights.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { addPerson, ok, type TestPerson } from '#apps/testing-people.ts'
import { asApp, procedure, type TwoChairs, twoChairs } from './testing-keys.ts'

type Things = { decision: string; rules: string; meeting: string; agenda: string; chairA: string; chairB: string }
type World = TwoChairs & { adminB: TestPerson; things: Things }
type Shown = { object: { id: string; revision: number } }

async function world(t: TestContext): Promise<World> {
  const all = await twoChairs(t)
  const { office, a, body, organisation, house } = all
  const adminB = await addPerson(house, office, {
    name: 'Ada Verwaltung',
    organisation: all.b.organisation,
    roles: ['admin'],
  })
  const decision = ok<Shown>(
    await office.post('/decisions', {
      body,
      title: 'Verabredung',
      result: 'agreed',
      text: 'Wir verabreden.',
      needs: [],
    }),
  ).object.id
  const rules = ok<{ object: string }>(
    await office.post(`/bodies/${body}/rules`, { procedure, validFrom: '2026-11-22' }),
  ).object
  const meeting = ok<Shown>(
    await a.post('/meetings', { body, day: '2026-11-22', starts: '14:00', place: 'Landratsamt' }),
  ).object.id
  ok(await a.post(`/meetings/${meeting}/items`, { title: 'Ein Punkt' }))
  const agenda = ok<{ papers: { object: string }[] }>(await a.post(`/meetings/${meeting}/papers`, { kind: 'agenda' }))
    .papers[0]!.object
  const { rows } = await house.asOwner((db) =>
    sql<{
      id: string
      person: string
    }>`select id, person from access.mandate where role = 'chair' and body = ${body}`.execute(db),
  )
  const mandateOf = (who: TestPerson) => rows.find((row) => row.person === who.person)!.id
  assert.ok(organisation)
  return {
    ...all,
    adminB,
    things: { decision, rules, meeting, agenda, chairA: mandateOf(a), chairB: mandateOf(all.b) },
  }
}

/** Everything that has happened and needs both keys: read as the owner of the tables, not through what the application says. */
async function happened({ house, body, things }: World): Promise<string[]> {
  const { rows } = await house.asOwner((db) =>
    sql<{ what: string }>`
      select 'two keys on ' || object || '/' || edition as what from cooperation.release group by object, edition having count(*) > 1
      union all select 'released ' || object from kit.edition e where cooperation.is_released(e.object, e.number)
      union all select 'opened ' || object from access.opening
      union all select 'adopted ' || edition from cooperation.rules where cooperation.adopted_on(body, edition) is not null
      union all select 'rules ' || body::text from cooperation.body where cooperation.rule_of(id) is not null
      union all select 'invited ' || id from meetings.meeting where status = 'invited'
      union all select 'wider ' || id || ' ' || audience from kit.object where body = ${body} and id <> body and audience in ('members', 'public')
      union all select 'shown ' || id from kit.object where kind = 'decision' and (audience <> 'named' or readers && array[${body}::uuid])
      union all select 'measure ' || id from planning.measure
      union all select 'chairs ' || count(*) from access.mandate where body = ${body} and role = 'chair' and superseded_at is null having count(*) > 2
      union all select 'other chair ' || person from access.mandate where body = ${body} and role = 'chair' and superseded_at is null and id not in (${things.chairA}, ${things.chairB})`.execute(
      db,
    ),
  )
  return rows.map((row) => row.what)
}

type Act = (
  w: World,
  who: TestPerson,
  side: { other: TestPerson; otherMandate: string; mandate: string },
) => Promise<unknown>
const raw =
  (text: (w: World, who: TestPerson, side: Parameters<Act>[2]) => RawBuilder<unknown>): Act =>
  (w, who, side) =>
    asApp(w, who, text(w, who, side)).catch(() => undefined)
const targets = (w: World) => [w.things.decision, w.things.rules, w.things.agenda]
const acts: readonly Act[] = [
  // What one may: give one's own key, hand back, propose, put forward, change, ask for publication, name, be away.
  ...[0, 1, 2].map(
    (n): Act =>
      async (w, who) => {
        const object = targets(w)[n]!
        const { body } = await who.get(`/releases?object=${object}`)
        return who.post('/releases', { object, edition: (body.edition as number | undefined) ?? 1 })
      },
  ),
  (w, who) => who.post('/releases/objection', { object: w.things.rules, edition: 1, reason: 'So nicht' }),
  (w, who) =>
    who.post(`/bodies/${w.body}/rules`, { procedure: { ...procedure, keysFor: [] }, validFrom: '2026-11-22' }),
  ...(['agenda', 'invitation', 'minutes'] as const).map(
    (kind): Act =>
      (w, who) =>
        who.post(`/meetings/${w.things.meeting}/papers`, { kind }),
  ),
  async (w, who) =>
    who.act(
      `/meetings/${w.things.meeting}/invitation`,
      ((await who.get(`/meetings/${w.things.meeting}`)).body as unknown as Shown).object?.revision ?? 1,
    ),
  (w, who) => who.post('/publications', { object: w.things.rules }),
  (w, who) => who.post('/publications', { object: w.things.decision }),
  (_w, who) => who.post('/absences', { from: '2026-11-22', until: '2026-11-30' }),
  (_w, who, { other }) =>
    who.post('/absences', { person: other.person, from: '2026-11-22', until: '2026-11-30', representedBy: who.person }),
  (w, who) =>
    who.post(`/bodies/${w.body}/stand-in`, { person: w.deputyA.person, organisation: w.deputyA.organisation }),
  (w, who) =>
    who.post(`/bodies/${w.body}/stand-in`, { person: w.deputyB.person, organisation: w.deputyB.organisation }),
  (_w, who, { otherMandate }) => who.post(`/mandates/${otherMandate}/end`, { because: 'Ersetzt' }),
  (w, who, { other }) =>
    who.post(`/bodies/${w.body}/mandates`, {
      organisation: other.organisation,
      role: 'chair',
      person: who.person,
      from: '2026-01-01',
      basis: 'selbst',
    }),
  (w, who) =>
    who.post(`/bodies/${w.body}/mandates`, {
      organisation: w.delegate.organisation,
      role: 'chair',
      person: w.delegate.person,
      from: '2026-01-01',
      basis: 'selbst',
    }),
  (w, who) => who.post('/measures', { decision: w.things.decision, title: 'Sofort', what: 'Sofort handeln' }),
  // What one only may try: with SQL on the application's connection.
  ...[0, 1, 2].flatMap((n): Act[] => [
    raw(
      (
        w,
        who,
        { mandate },
      ) => sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
      select ${targets(w)[n]}, max(number), ${w.body}, ${who.person}, ${who.organisation}, ${mandate}, clock.now() from kit.edition where object = ${targets(w)[n]}`,
    ),
    raw(
      (
        w,
        _who,
        { other, otherMandate },
      ) => sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
      select ${targets(w)[n]}, max(number), ${w.body}, ${other.person}, ${other.organisation}, ${otherMandate}, clock.now() from kit.edition where object = ${targets(w)[n]}`,
    ),
    raw(
      (
        w,
        who,
        { other },
      ) => sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, on_behalf, at)
      select ${targets(w)[n]}, e.number, ${w.body}, ${who.person}, ${other.organisation}, m.id, ${other.person}, clock.now()
        from (select max(number) as number from kit.edition where object = ${targets(w)[n]}) e, access.mandate m where m.person = ${who.person} and m.body = ${w.body} limit 1`,
    ),
    raw((w) => sql`update kit.object set audience = 'public', revision = revision + 1 where id = ${targets(w)[n]}`),
    raw(
      (w) =>
        sql`update kit.object set audience = 'body', readers = readers || ${w.body}::uuid, revision = revision + 1 where id = ${targets(w)[n]}`,
    ),
    raw(
      (
        w,
        who,
      ) => sql`insert into kit.edition (object, number, content, at, person, organisation) select ${targets(w)[n]}, max(number) + 1, '{}', clock.now(), ${who.person}, ${who.organisation}
      from kit.edition where object = ${targets(w)[n]}`,
    ),
  ]),
  raw(
    (
      w,
      who,
    ) => sql`insert into cooperation.rules (body, edition, object, valid_from, meets_per_year, notice_days, quorum, majority, keys_for, stand_in, interim)
    select ${w.body}, max(number), ${w.things.rules}, '2026-01-01', 1, 0, 'none', 'simple', '{}', 'deputy', 'none' from kit.edition where object = ${w.things.rules} and ${who.person} is not null`,
  ),
  raw((w) => sql`update cooperation.body set keys = 1 where id = ${w.body}`),
  raw((w) => sql`update meetings.meeting set status = 'invited' where id = ${w.things.meeting}`),
  raw(
    (
      w,
      who,
      { other },
    ) => sql`insert into cooperation.stand_in (id, body, chair, organisation, deputy, deputy_organisation, named_at)
    values (gen_random_uuid(), ${w.body}, ${other.person}, ${other.organisation}, ${who.person}, ${who.organisation}, clock.now())`,
  ),
  raw(
    (
      _w,
      who,
      { other },
    ) => sql`insert into access.absence (id, person, organisation, from_day, until_day, represented_by, recorded_by, recorded_at)
    values (gen_random_uuid(), ${other.person}, ${other.organisation}, '2026-11-22', '2026-12-22', ${who.person}, ${who.person}, clock.now())`,
  ),
  raw(
    (_w, who, { otherMandate }) =>
      sql`update access.mandate set superseded_at = clock.now() where id = ${otherMandate} and ${who.person} is not null`,
  ),
  raw(
    (
      w,
      who,
    ) => sql`insert into access.mandate (id, person, organisation, body, role, from_day, basis, granted_by, recorded_at)
    values (gen_random_uuid(), ${w.delegate.person}, ${w.delegate.organisation}, ${w.body}, 'chair', '2026-01-01', 'selbst', ${who.person}, clock.now())`,
  ),
  raw(() => sql`update cooperation.seat set superseded_at = clock.now()`),
  raw(
    (w) =>
      sql`insert into cooperation.publication (id, object, edition) select ${w.things.agenda}, ${w.things.decision}, 1`,
  ),
  raw(
    (w) =>
      sql`update planning.decision set text = 'Anders', edition = (select max(number) from kit.edition where object = ${w.things.decision}) where id = ${w.things.decision}`,
  ),
  raw((w) => sql`select access.open_to(${w.things.decision}, 1, 'public')`),
  raw(() => sql`delete from cooperation.release`),
  raw(() => sql`update cooperation.release set constituency = null`),
]

async function histories(t: TestContext, side: 'A' | 'B') {
  const w = await world(t)
  const { a, b, deputyA, deputyB, delegate, office, adminB, things } = w
  const people = side === 'A' ? [a, a, deputyA, delegate, office] : [b, b, deputyB, delegate, adminB]
  const [me, other] = side === 'A' ? [a, b] : [b, a]
  const mandates = {
    mandate: side === 'A' ? things.chairA : things.chairB,
    otherMandate: side === 'A' ? things.chairB : things.chairA,
  }
  let tried = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(people.length - 1), fc.nat(acts.length - 1)), { minLength: 8, maxLength: 30 }),
      async (history) => {
        for (const [who, act] of history) {
          await acts[act]!(w, people[who]!, { other, ...mandates })
          tried += 1
        }
        await w.house.settle()
        assert.deepEqual(await happened(w), [])
      },
    ),
    {
      numRuns: 12,
      ...(process.env.NAHTSTELLE_TEST_SEED ? { seed: Number(process.env.NAHTSTELLE_TEST_SEED) } : {}),
      verbose: 1,
    },
  )
  t.diagnostic(`${tried} acts of side ${side}; a failure prints its seed`)
  // It was no standstill: the side has given its keys, and the other one completes them.
  const edition = (await me.get(`/releases?object=${things.agenda}`)).body.edition as unknown as number
  const given = await me.post('/releases', { object: things.agenda, edition })
  assert.ok(
    given.status === 200 || given.body.code === 'alreadyReleased' || given.body.code === 'handedBack',
    JSON.stringify(given.body),
  )
}

test('no history of acts by the chair of side A, its deputy, the office and a delegate, over HTTP and with SQL, does what needs both keys (B21)', (t) =>
  histories(t, 'A'))

test('no history of acts by the chair of side B, its deputy, its administration and a delegate, over HTTP and with SQL, does what needs both keys (B21)', (t) =>
  histories(t, 'B'))

test('both chairs have the same rights: every request and every statement, once as one and once as the other, ends the same (B21)', async (t) => {
  const w = await world(t)
  const { a, b, office, body, house } = w
  // The same at home: nobody is more than a chair.
  await house.asOwner((db) =>
    sql`update access.mandate set superseded_at = clock.now() where body is null and person = ${a.person}`.execute(db),
  )
  const twin = async () => {
    const decision = ok<Shown>(
      await office.post('/decisions', {
        body,
        title: 'Zwilling',
        result: 'agreed',
        text: 'Wir verabreden.',
        needs: [],
      }),
    ).object
    const meeting = ok<Shown>(
      await office.post('/meetings', { body, day: '2026-11-22', starts: '14:00', place: 'Landratsamt' }),
    ).object.id
    const item = ok<{ items: { id: string }[] }>(
      await office.post(`/meetings/${meeting}/items`, { title: 'Ein Punkt' }),
    ).items[0]!.id
    const revision = async () => ok<Shown>(await office.get(`/meetings/${meeting}`)).object.revision
    return { decision, meeting, item, revision }
  }
  type Twin = Awaited<ReturnType<typeof twin>>
  const requests: readonly ((
    who: TestPerson,
    on: Twin,
  ) => Promise<{ status: number; body: Record<string, unknown> }>)[] = [
    (who) => who.get('/bodies'),
    (who) => who.get(`/bodies/${body}`),
    (who) => who.get(`/bodies/${body}/rules`),
    (who) => who.get(`/bodies/${body}/self-check?year=2026`),
    (who) => who.get('/meetings'),
    (who, on) => who.get(`/decisions/${on.decision.id}`),
    (who, on) => who.get(`/publications?object=${on.decision.id}`),
    (who, on) =>
      who.put(`/decisions/${on.decision.id}`, on.decision.revision, {
        title: 'Anders',
        result: 'agreed',
        text: 'Anders.',
        needs: [],
      }),
    (who, on) => who.post('/releases', { object: on.decision.id, edition: 2 }),
    (who, on) => who.post('/releases/objection', { object: on.decision.id, edition: 2, reason: 'So nicht' }),
    (who, on) => who.post('/publications', { object: on.decision.id }),
    (who, on) => who.post(`/meetings/${on.meeting}/items`, { title: 'Noch ein Punkt' }),
    async (who, on) => who.put(`/meetings/${on.meeting}/items/${on.item}`, await on.revision(), { title: 'Geändert' }),
    (who, on) => who.post(`/meetings/${on.meeting}/papers`, { kind: 'agenda' }),
    (who, on) => who.post(`/meetings/${on.meeting}/papers`, { kind: 'invitation' }),
    async (who, on) => who.act(`/meetings/${on.meeting}/invitation`, await on.revision()),
    async (who, on) => who.act(`/meetings/${on.meeting}/holding`, await on.revision()),
    (who, on) => who.post(`/meetings/${on.meeting}/papers`, { kind: 'minutes' }),
    (who, on) =>
      who.post(`/meetings/${on.meeting}/items/${on.item}/result`, {
        title: 'Ergebnis',
        result: 'agreed',
        text: 'Verabredet.',
        needs: [],
      }),
    (who) => who.post('/meetings', { body, day: '2026-12-22', starts: '10:00', place: 'Rathaus' }),
    (who) => who.post('/decisions', { body, title: 'Eigene', result: 'noted', text: 'Zur Kenntnis.', needs: [] }),
    (who) =>
      who.post(`/bodies/${body}/rules`, { procedure: { ...procedure, text: who.person }, validFrom: '2026-11-22' }),
    (who) => who.post(`/bodies/${body}/agreements`, { title: 'Vereinbarung', parties: [], clauses: [] }),
    (who) => who.post(`/bodies/${body}/seats`, { seats: [{ organisation: w.delegate.organisation }] }),
    (who) =>
      who.post(`/bodies/${body}/mandates`, {
        organisation: who.organisation,
        role: 'chair',
        newPerson: { name: 'Neu', email: `neu.${who.person}@example.org` },
        from: '2026-11-22',
        basis: 'Test',
      }),
    (who) => who.post(`/bodies/${body}/stand-in`, { person: w.delegate.person, organisation: w.delegate.organisation }),
    (who) => who.post('/absences', { from: '2026-12-01', until: '2026-12-05' }),
  ]
  const [one, two] = [await twin(), await twin()]
  for (const [at, request] of requests.entries()) {
    const ofA = await request(a, one)
    const ofB = await request(b, two)
    assert.deepEqual(
      [ofA.status, ofA.body.code ?? null],
      [ofB.status, ofB.body.code ?? null],
      `request ${at}: ${JSON.stringify([ofA.body, ofB.body]).slice(0, 400)}`,
    )
  }
  const outcome = (who: TestPerson, statement: RawBuilder<unknown>) =>
    asApp(w, who, statement).then(
      (done) => `done ${done.numAffectedRows ?? done.rows.length}`,
      (error: { code?: string }) => error.code ?? 'failed',
    )
  const [first, second] = [await twin(), await twin()]
  const statements: readonly ((who: TestPerson, on: Twin) => RawBuilder<unknown>)[] = [
    () => sql`select from kit.object where body = ${body} and kind in ('meeting', 'rules')`,
    (_, on) => sql`select from planning.decision where id = ${on.decision.id}`,
    (_, on) => sql`update planning.decision set text = 'anders' where id = ${on.decision.id}`,
    (_, on) => sql`update kit.object set audience = 'body', revision = revision + 1 where id = ${on.decision.id}`,
    (_, on) => sql`update kit.object set title = 'Neu', revision = revision + 1 where id = ${on.decision.id}`,
    (_, on) => sql`update meetings.meeting set status = 'invited' where id = ${on.meeting}`,
    (_, on) => sql`update meetings.agenda_item set notes = 'Notiz' where meeting = ${on.meeting}`,
    (who, on) =>
      sql`insert into kit.edition (object, number, content, at, person, organisation) values (${on.decision.id}, 2, '{}', clock.now(), ${who.person}, ${who.organisation})`,
    (who, on) => sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
      select ${on.decision.id}, 2, ${body}, ${who.person}, ${who.organisation}, id, clock.now() from access.mandate where person = ${who.person} and role = 'chair'`,
    () => sql`update cooperation.body set mission = 'Anders' where id = ${body}`,
    () => sql`update cooperation.body set keys = 1 where id = ${body}`,
    () => sql`delete from cooperation.release`,
  ]
  for (const [at, statement] of statements.entries())
    assert.equal(await outcome(a, statement(a, first)), await outcome(b, statement(b, second)), `statement ${at}`)
})

test('a chair whose mandate ends holds no key five seconds later, on a connection that stays open', async (t) => {
  const w = await world(t)
  const { b, adminB, things } = w
  assert.equal((await b.get(`/releases?object=${things.agenda}`)).body.mayRelease, true)
  ok(await adminB.post(`/mandates/${things.chairB}/end`, { because: 'Rücktritt' }))
  const late = await b.post('/releases', { object: things.agenda, edition: 1 })
  assert.deepEqual([late.status, late.body.code], [403, 'mandateEnded'])
  await assert.rejects(
    asApp(
      w,
      b,
      sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
      values (${things.agenda}, 1, ${w.body}, ${b.person}, ${b.organisation}, ${things.chairB}, clock.now())`,
    ),
  )
})
