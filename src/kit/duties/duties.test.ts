// Duties: the state as a table, evidence that comes before and after, and who may waive.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addPerson, founders, ok } from '#apps/testing-people.ts'
import type { Database } from '#kit/db/database.ts'
import type { Duty } from './contract.ts'
import { duties, type NewDuty, stateFact } from './duties.ts'

const at = '2026-11-22T08:00:00Z'
/** opens, due, needed, have, done on, waived on, today → state */
const states: [string, string, number, number, string | null, string | null, string, string][] = [
  ['2026-03-01', '2026-06-30', 1, 0, null, null, '2026-02-28', 'notYet'],
  ['2026-03-01', '2026-06-30', 1, 0, null, null, '2026-03-01', 'open'],
  ['2026-03-01', '2026-06-30', 1, 0, null, null, '2026-06-30', 'open'],
  ['2026-03-01', '2026-06-30', 1, 0, null, null, '2026-07-01', 'overdue'],
  ['2026-03-01', '2026-06-30', 2, 1, null, null, '2026-06-30', 'open'],
  ['2026-03-01', '2026-06-30', 2, 1, null, null, '2026-07-01', 'overdue'],
  ['2026-03-01', '2026-06-30', 1, 1, '2026-06-30', null, '2026-06-30', 'done'],
  ['2026-03-01', '2026-06-30', 1, 1, '2026-07-01', null, '2026-07-01', 'doneLate'],
  ['2026-03-01', '2026-06-30', 1, 1, '2026-02-01', null, '2026-02-01', 'done'],
  ['2026-03-01', '2026-06-30', 1, 3, '2026-06-01', null, '2027-01-01', 'done'],
  ['2026-03-01', '2026-06-30', 2, 2, '2026-07-05', null, '2026-08-01', 'doneLate'],
  ['2026-03-01', '2026-06-30', 1, 0, null, '2026-05-01', '2026-07-01', 'waived'],
  ['2026-03-01', '2026-06-30', 1, 1, '2026-06-30', '2026-05-01', '2026-07-01', 'waived'],
]

async function owed(t: TestContext) {
  const house = await testHouse(t)
  const erika = await founders(house)
  const other = ok<{ id: string }>(
    await erika.post('/organisations', {
      name: 'Verband (Beispiel)',
      kind: 'association',
      side: 'free',
      example: true,
    }),
  ).id
  const duty = (more: Partial<NewDuty> = {}): NewDuty => ({
    kind: 'deliver',
    title: 'Probe',
    debtor: erika.organisation,
    creditor: other,
    becauseText: '§ 1',
    strength: 'must',
    period: { from: '2026-01-01', until: '2027-01-01' },
    opens: '2026-10-01',
    due: '2026-12-31',
    body: null,
    owner: erika.organisation,
    audience: 'members',
    readers: [],
    ...more,
  })
  const owe = (more: Partial<NewDuty> = {}, facts: string[] = []) =>
    house.asOwner((db) => duties(db).owe(duty(more), at, facts))
  const fact = (
    day: string,
    more: { organisation?: string; subject?: string; about?: string } = {},
    counts = ['deliver'],
  ) =>
    house.asOwner((db: Database) =>
      stateFact(
        db,
        { kind: 'figure.delivered', organisation: erika.organisation, object: erika.organisation, day, ...more },
        at,
        null,
        counts,
      ),
    )
  const stateOf = async (id: string) => (await house.asOwner((db) => duties(db).get(id)))!
  return { house, erika, other, owe, fact, stateOf }
}

test('the state follows from facts and the day alone', async (t) => {
  const { house } = await owed(t)
  for (const [opens, due, needed, have, done, waived, today, expected] of states) {
    const { rows } = await house.asOwner((db) =>
      sql<{
        state: string
      }>`select duties.state(${opens}, ${due}, ${needed}, ${have}, ${done}, ${waived}, ${today}) as state`.execute(db),
    )
    assert.equal(rows[0]!.state, expected, JSON.stringify([opens, due, needed, have, done, waived, today]))
  }
})

test('a fact is evidence for the duty it belongs to, and for no other', async (t) => {
  const { erika, other, owe, fact, stateOf } = await owed(t)
  const id = (await owe())!
  assert.equal(await fact('2026-11-01', {}, ['confirm']), 0, 'another kind of duty')
  assert.equal(await fact('2026-11-02', { organisation: other }), 0, 'another debtor')
  assert.equal(await fact('2026-11-03', { about: '2025-12-31' }), 0, 'the period before')
  assert.equal(
    await fact('2026-11-04', { about: '2027-01-01' }),
    0,
    'the period after: its first day is no longer this one',
  )
  assert.equal((await stateOf(id)).state, 'open')
  assert.equal(await fact('2026-11-05', { about: '2026-12-31' }), 1)
  const { state, have, done_on } = await stateOf(id)
  assert.deepEqual([state, have, done_on], ['done', 1, '2026-11-05'])
  const narrow = (await owe({ subject: other, becauseText: '§ 2' }))!
  await fact('2026-11-06', { subject: erika.organisation })
  assert.equal((await stateOf(narrow)).state, 'open', 'about something else')
  await fact('2026-11-07', { subject: other })
  assert.equal((await stateOf(narrow)).state, 'done')
})

test('twice owed is owed once, and evidence that came first is found', async (t) => {
  const { owe, fact, stateOf } = await owed(t)
  await fact('2026-03-03')
  const id = (await owe({ needed: 2 }, ['figure.delivered']))!
  assert.equal(await owe({ needed: 2 }, ['figure.delivered']), null)
  assert.deepEqual([(await stateOf(id)).have, (await stateOf(id)).state], [1, 'open'])
  await fact('2026-11-20')
  assert.deepEqual([(await stateOf(id)).state, (await stateOf(id)).done_on], ['done', '2026-11-20'])
})

test('time makes it overdue, and a late step stays late', async (t) => {
  const { house, owe, fact, stateOf } = await owed(t)
  const id = (await owe())!
  await house.moveTo('2026-12-31T22:59:00Z')
  assert.equal((await stateOf(id)).state, 'open', 'in Berlin it is still the last day')
  await house.moveTo('2026-12-31T23:01:00Z')
  assert.equal((await stateOf(id)).state, 'overdue')
  await fact('2027-01-02', { about: '2026-12-31' })
  assert.equal((await stateOf(id)).state, 'doneLate')
})

test('the worklist shows what I owe and what was promised to us; only the creditor waives, with a reason, once', async (t) => {
  const { house, erika, other, owe } = await owed(t)
  const anna = await addPerson(house, erika, { name: 'Anna Verband', organisation: other, roles: ['admin', 'planner'] })
  const mine = (await owe())!
  const later = (await owe({ becauseText: '§ 3', opens: '2027-02-01', due: '2027-03-01' }))!
  const listOf = async (who: typeof erika) =>
    ok<{ mine: Duty[]; promised: Duty[]; next: Duty | null }>(await who.get('/worklist'))
  const [ours, theirs] = [await listOf(erika), await listOf(anna)]
  assert.deepEqual([ours.mine.map((one) => one.id), ours.next?.id, ours.promised.length], [[mine], later, 0])
  assert.deepEqual([theirs.mine.length, theirs.promised.map((one) => one.id)], [0, [mine]])
  const waive = (who: typeof erika, body: object = { because: 'Fällt in diesem Jahr weg' }) =>
    who.post(`/duties/${mine}/waiver`, body)
  const own = await waive(erika)
  assert.deepEqual([own.status, own.body.code], [409, 'ownDuty'])
  assert.equal((await waive(anna, { because: '' })).status, 400)
  assert.equal((await waive(anna)).status, 200)
  assert.equal((await waive(anna)).body.code, 'alreadySettled')
  const shown = ok<{ duty: Duty }>(await erika.get(`/duties/${mine}`)).duty
  assert.deepEqual([shown.state, shown.waivedBecause], ['waived', 'Fällt in diesem Jahr weg'])
})

test('a list comes page by page, counted whole, each duty once; of everything at once there is none', async (t) => {
  const { erika, owe } = await owed(t)
  const ids: string[] = []
  for (const [place, due] of ['2026-12-31', '2026-12-30', '2026-12-31', '2026-11-01', '2026-12-31'].entries())
    ids.push((await owe({ becauseText: `§ ${place}`, due, opens: '2026-10-01' }))!)
  type Page = { duties: Duty[]; count: number; next: string | null }
  const ask = async (query: string) => ok<Page>(await erika.get(`/duties?debtor=${erika.organisation}${query}`))
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const page: Page = await ask(`&upTo=2${next ? `&after=${next}` : ''}`)
    assert.equal(page.count, 5)
    assert.ok(page.duties.length <= 2)
    seen.push(...page.duties.map((duty) => duty.id))
    next = page.next
  }
  assert.deepEqual(seen.slice(0, 2), [ids[3], ids[1]], 'by their day')
  assert.deepEqual(seen.toSorted(), ids.toSorted(), 'each once')
  const reply = await erika.get('/duties')
  assert.equal(reply.status, 400)
  assert.match(JSON.stringify(reply.body), /Bitte nennen Sie ein Gremium/)
})

test('what waits is listed without what is settled, but with what is settled of the same that many owe', async (t) => {
  const { erika, other, owe, fact } = await owed(t)
  const body = ok<{ id: string }>(
    await erika.post('/bodies', { name: 'Runde (Beispiel)', shortName: 'Runde', mission: 'Probe', form: 'forum' }),
  ).id
  const inBody = { body, audience: 'members' as const }
  const alone = (await owe({ ...inBody, title: 'Für sich', due: '2026-12-01' }))!
  const kept = (await owe({ ...inBody, title: 'Bericht', becauseText: '§ 2' }))!
  await fact('2026-11-05')
  const open = (await owe({
    ...inBody,
    title: 'Bericht',
    becauseText: '§ 2',
    debtor: other,
    creditor: erika.organisation,
  }))!
  const list = async (query: string) =>
    ok<{ duties: Duty[] }>(await erika.get(`/duties?body=${body}${query}`))
      .duties.map((duty) => duty.id)
      .toSorted()
  assert.deepEqual(await list(''), [alone, kept, open].toSorted())
  assert.deepEqual(await list('&waiting=true'), [kept, open].toSorted())
})
