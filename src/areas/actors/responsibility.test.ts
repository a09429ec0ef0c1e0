// Responsibility through HTTP: the fixture of outpatient help for care in Oberbayern, gaps and contradictions, corrections, guarantees.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, again, founders, ok } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { RoleAnswer, Task, TaskLine } from './contract/responsibility.ts'
import { suppliedTasks } from './texts/supplied-tasks.de.ts'

type List = { tasks: TaskLine[]; area: string | null; supplied: number; laws: string[] }

const start = async (t: TestContext) => {
  const house = await testHouse(t)
  const erika = await founders(house, { name: 'Landkreis Musterland (Beispiel)', areaKey: '09184' })
  ok(await erika.post('/tasks/supply'))
  const list = async (query = '') => ok<List>(await erika.get(`/tasks${query}`))
  const care = (await list()).tasks.find((task) => task.title.includes('ambulant'))!
  const ask = async (area: string, day: string, more = '') =>
    ok<Task>(await erika.get(`/tasks/${care.id}?area=${area}&day=${day}${more}`))
  return { house, erika, list, care: care.id, ask }
}
const bearer = (answer: readonly RoleAnswer[], role: string) => {
  const found = answer.find((one) => one.role === role)!
  return [found.state, ...found.entries.map((entry) => entry.bearer)].join(': ')
}
const localLevel = 'clear: Landkreise und kreisfreie Städte'
const district = 'clear: Bezirk Oberbayern'

test('outpatient help for care in Oberbayern: who grants and who pays on any day before and after the reform', async (t) => {
  const { ask } = await start(t)
  /** area, day, grants, pays */
  const table: [string, string, string, string][] = [
    ['09184', '2018-02-28', localLevel, localLevel],
    ['09184', '2018-03-01', localLevel, district],
    ['09184', '2018-08-31', localLevel, district],
    ['09184', '2018-09-01', district, district],
    ['09175', '2018-09-01', localLevel, district],
    ['09175', '2018-12-31', localLevel, district],
    ['09175', '2019-01-01', district, district],
    ['09163', '2018-09-01', district, district],
    ['09162', '2018-09-01', localLevel, district],
    ['091', '2018-09-01', localLevel, district],
    ['09184', '2026-11-22', district, district],
  ]
  for (const [area, day, grants, pays] of table) {
    const { answer } = await ask(area, day)
    assert.deepEqual([bearer(answer, 'grants'), bearer(answer, 'pays')], [grants, pays], `${area} on ${day}`)
  }
  const before = await ask('09184', '2018-09-01', '&compare=2018-08-31')
  assert.equal(bearer(before.other!.answer, 'grants'), localLevel)
  assert.deepEqual(before.turns, ['2018-03-01', '2018-09-01'])
  const whole = await ask('091', '2018-09-01')
  assert.deepEqual(
    whole.answer
      .find(({ role }) => role === 'grants')!
      .exceptions.map(({ areaKey }) => areaKey)
      .toSorted(),
    ['09163', '09174', '09179', '09184', '09187'],
    'where it changed earlier is said when one asks for all of Oberbayern',
  )
})

test('each supplied entry names its source, and what was not compared with one says so', async (t) => {
  const { list } = await start(t)
  assert.ok(suppliedTasks.length >= 11)
  for (const { title, entries } of suppliedTasks)
    for (const entry of entries) {
      assert.ok(entry.basis && entry.source, title)
      assert.equal(
        entry.checkedOn === null,
        entry.sourceUrl === null,
        `${title}: verified means that there is an address`,
      )
    }
  const { tasks, area, laws } = await list()
  assert.deepEqual([area, laws], ['09184', ['SGB II', 'SGB IX', 'SGB VIII', 'SGB XI', 'SGB XII']])
  assert.ok(tasks.some((task) => task.unverified > 0))
  assert.deepEqual(
    tasks.flatMap((task) => task.answer.filter(({ state }) => state === 'contradiction')),
    [],
  )
  const found = await list('?situation=youth&law=SGB%20VIII')
  assert.ok(found.tasks.length > 0 && found.tasks.every((task) => task.law === 'SGB VIII'))
  assert.deepEqual((await list('?search=wohnungslos')).tasks.length, 1)
})

test('a gap and a contradiction are named; the narrower area goes first and joint bearers are none', async (t) => {
  const { erika, list } = await start(t)
  const entry = (bearerName: string, more: object = {}) => ({
    role: 'grants',
    level: 'local',
    bearer: bearerName,
    basis: '§ 1',
    source: 'Probe',
    ...more,
  })
  const { id } = ok<{ id: string }>(
    await erika.post('/tasks', {
      title: 'Probeaufgabe',
      law: 'SGB XII',
      clause: '§ 999',
      strength: 'should',
      entries: [entry('Erste Stelle', { areaKey: '09' }), entry('Zweite Stelle', { areaKey: '09' })],
    }),
  )
  const states = async (area = '09184') =>
    ok<Task>(await erika.get(`/tasks/${id}?area=${area}`)).answer.map(({ state }) => state)
  assert.deepEqual(await states(), ['gap', 'contradiction', 'gap', 'gap'])
  ok(await erika.post(`/tasks/${id}/entries`, entry('Kreis', { areaKey: '09184' })))
  assert.deepEqual(await states(), ['gap', 'clear', 'gap', 'gap'])
  assert.deepEqual(await states('09175'), ['gap', 'contradiction', 'gap', 'gap'])
  const { entries } = ok<Task>(await erika.get(`/tasks/${id}`))
  for (const one of entries.filter(({ areaKey }) => areaKey === '09'))
    ok(await erika.post(`/tasks/${id}/entries/${one.id}`, { ...entry(one.bearer, { areaKey: '09' }), jointly: true }))
  assert.deepEqual(await states('09175'), ['gap', 'jointly', 'gap', 'gap'])
  const again = await erika.post(`/tasks/${id}/entries/${entries[0]!.id}`, entry('Noch einmal'))
  assert.deepEqual([again.status, again.body.code], [409, 'entryGone'])
  assert.equal((await erika.post('/tasks/supply')).body.code, 'suppliedAlready')
  assert.equal((await list()).supplied, 0)
})

test('any organisation proposes a correction, only the keeper answers, once, and a refusal needs a reason', async (t) => {
  const { house, erika, care, ask } = await start(t)
  const other = await addOrganisation(erika, 'Verband (Beispiel)', { kind: 'association', side: 'free' })
  const anna = await addPerson(house, erika, { name: 'Anna Verband', organisation: other, roles: ['admin', 'planner'] })
  const shown = await ask('09184', '2026-11-22')
  const wrong = shown.entries.find(({ role }) => role === 'plans')!
  const proposal = { ...wrong, organisation: null, bearer: 'Landkreise', checkedOn: '2026-11-20' }
  const propose = (body: object) => anna.post(`/tasks/${care}/corrections`, body)
  const { correction } = ok<{ correction: string }>(
    await propose({ entry: wrong.id, proposal, reason: 'Art. 69 AGSG nennt es so' }),
  )
  assert.equal(
    (await propose({ entry: null, proposal: null, reason: 'Etwas stimmt nicht' })).body.code,
    'nothingProposed',
  )
  assert.equal((await anna.post(`/tasks/${care}/entries`, proposal)).status, 403, 'nobody writes past the keeper')
  const answer = (who: typeof erika, decision: string, words = '') =>
    who.post(`/tasks/${care}/corrections/${correction}`, { decision, answer: words })
  assert.equal((await answer(anna, 'accepted')).status, 403)
  assert.equal((await answer(erika, 'declined')).body.code, 'reasonMissing')
  ok(await answer(erika, 'accepted'))
  assert.equal((await answer(erika, 'declined', 'Doch nicht')).body.code, 'correctionAnswered')
  const after = await ask('09184', '2026-11-22')
  assert.deepEqual(
    after.entries.filter(({ role }) => role === 'plans').map((entry) => [entry.bearer, entry.checkedOn]),
    [['Landkreise', '2026-11-20']],
  )
  assert.deepEqual(
    after.corrections.map((one) => [one.organisation.title, one.decision]),
    [['Verband (Beispiel)', 'accepted']],
  )
})

test('a must without a provider becomes a duty that names its law, nobody can waive it, and naming a provider ends it', async (t) => {
  const { house, erika, care } = await start(t)
  const open = async (who = erika) =>
    ok<{ duties: Duty[] }>(await who.get(`/duties?debtor=${erika.organisation}&subject=${care}`)).duties
  const { guarantee } = ok<{ guarantee: string }>(await erika.post(`/tasks/${care}/guarantees`, { areaKey: '09184' }))
  assert.equal((await erika.post(`/tasks/${care}/guarantees`)).body.code, 'guaranteedAlready')
  await house.settle()
  await house.moveTo('2026-11-23T08:00:00Z')
  const later = await again(house, erika)
  const [duty, ...more] = await open(later)
  assert.deepEqual([more.length, duty!.kind, duty!.state, duty!.due], [0, 'provide', 'open', '2026-12-20'])
  assert.equal(duty!.because.clause, '§§ 61 bis 66a SGB XII')
  const waived = await later.post(`/duties/${duty!.id}/waiver`, { because: 'Keine Zeit dafür' })
  assert.deepEqual([waived.status, waived.body.code], [409, 'ownDuty'])
  const { provider } = ok<{ provider: string }>(
    await later.post(`/tasks/${care}/guarantees/${guarantee}/providers`, {
      name: 'Sozialstation Muster (Beispiel)',
      from: '2026-11-01',
    }),
  )
  assert.equal((await open(later))[0]!.state, 'done')
  assert.equal(ok<Task>(await later.get(`/tasks/${care}`)).guarantees[0]!.state, 'secured')
  ok(await later.post(`/tasks/${care}/guarantees/${guarantee}/providers/${provider}/end`, { until: '2027-04-01' }))
  await house.moveTo('2026-11-24T08:00:00Z')
  const soon = await again(house, erika)
  const ending = (await open(soon)).find(({ state }) => state !== 'done')!
  assert.deepEqual([ending.state, ending.due], ['open', '2027-03-31'], 'half a year ahead, due before the gap opens')
  assert.equal(ok<Task>(await soon.get(`/tasks/${care}`)).guarantees[0]!.state, 'ending')
  ok(
    await soon.post(`/tasks/${care}/guarantees/${guarantee}/providers`, {
      name: 'Pflegedienst Muster (Beispiel)',
      from: '2027-04-01',
    }),
  )
  await house.moveTo('2027-06-01T08:00:00Z')
  const end = await again(house, erika)
  assert.deepEqual(
    (await open(end)).map(({ state }) => state),
    ['done', 'done'],
    'no alarm without a gap',
  )
})
