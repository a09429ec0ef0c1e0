// The main job from a figure to a service: every step through HTTP, each as the person who may, and each left-out step with its duty.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addPerson, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Decision } from '#areas/planning/contract/decisions.ts'
import type { Measure } from '#areas/planning/contract/measures.ts'
import type { NeedLine } from '#areas/planning/contract/needs.ts'
import { type Arge, argeHouse, measureContent, recommendation, stateNeed } from '#areas/planning/testing.ts'
import type { Service } from '#areas/services/contract.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Station, Step } from '#kit/trail/contract.ts'
import type { Meeting } from './contract.ts'

const plan = {
  day: '2026-11-22',
  starts: '14:00',
  ends: '16:30',
  place: 'Landratsamt, Sitzungssaal',
  online: '',
  purpose: '',
}
type Walk = {
  start: Station
  stations: Station[]
  steps: Step[]
  openDuties: { subject: string; kind: string; title: string }[]
}

const walk = async (who: TestPerson, id: string) => ok<Walk>(await who.get(`/trail/${id}`))
const duties = async (who: TestPerson, body: string) =>
  ok<{ duties: Duty[] }>(await who.get(`/duties?body=${body}`)).duties
const openKinds = async (who: TestPerson, arge: Arge) => {
  await arge.house.settle()
  return (await duties(who, arge.body))
    .filter(
      (duty) => ['treat', 'release', 'act', 'realise'].includes(duty.kind) && ['open', 'overdue'].includes(duty.state),
    )
    .map((duty) => duty.kind)
}
const stateOf = async (who: TestPerson, need: string) =>
  ok<{ needs: NeedLine[] }>(await who.get('/needs')).needs.find((one) => one.object.id === need)?.state

test('from an official figure to a service and back: each step, its duty while it is missing, and the whole way at the end', async (t) => {
  const arge = await argeHouse(t)
  const { erika, severin, gabriele, body, house, organisation } = arge
  const caritas = await addPerson(house, erika, {
    name: 'Anna Kern',
    organisation: severin.organisation,
    roles: ['planner'],
  }).catch(() => severin)

  const need = await stateNeed(arge)
  assert.deepEqual(await openKinds(gabriele, arge), ['treat'])
  assert.deepEqual(
    (await walk(gabriele, need.object.id)).openDuties.map((duty) => duty.kind),
    ['treat'],
  )
  assert.equal(await stateOf(severin, need.object.id), 'stated')

  const planned = ok<Meeting>(await erika.post('/meetings', { body, ...plan }))
  assert.equal(
    planned.object.title,
    `1. Sitzung ${ok<{ shortName: string }>(await erika.get(`/bodies/${body}`)).shortName}`,
  )
  const listed = ok<Meeting>(await severin.post(`/meetings/${planned.object.id}/items`, { concerning: need.object.id }))
  const item = listed.items[0]!
  assert.equal(item.title, need.object.title)
  assert.equal(await stateOf(gabriele, need.object.id), 'onAgenda')
  const meeting = ok<Meeting>(await erika.act(`/meetings/${planned.object.id}/holding`, listed.object.revision))
  await house.settle()
  const meets = (await duties(erika, body)).filter((duty) => duty.kind === 'meet')
  assert.ok(
    meets.some((duty) => duty.have > 0),
    'the meeting counts for the rhythm of the agreement',
  )

  const noted = ok<Meeting>(
    await severin.post(`/meetings/${meeting.object.id}/items/${item.id}/result`, recommendation(arge, [])),
  )
  const result = noted.items[0]!.result!
  assert.equal(result.released, false)
  assert.deepEqual(await openKinds(erika, arge), ['release'], 'treated, but not yet released')
  const decision = ok<Decision>(await severin.get(`/decisions/${result.id}`))
  assert.deepEqual(
    decision.needs.map((one) => [one.id, one.edition]),
    [[need.object.id, 1]],
  )

  // Nobody but chairs and office reads the result; that there is one is no secret.
  assert.equal((await gabriele.get(`/decisions/${result.id}`)).status, 404)
  const seen = ok<Meeting>(await gabriele.get(`/meetings/${meeting.object.id}`)).items[0]!
  assert.deepEqual([seen.hasResult, seen.result], [true, null])
  const masked = (await walk(gabriele, need.object.id)).stations.filter((station) => !station.visible)
  assert.deepEqual(
    masked.map((station) => [station.title, station.owner?.id]),
    [[null, body]],
  )

  ok(await erika.post('/releases', { object: result.id, edition: 1 }))
  await house.settle()
  assert.equal((await gabriele.get(`/decisions/${result.id}`)).status, 404, 'one chair alone opens nothing')
  assert.equal(
    (await erika.post('/measures', { decision: result.id, ...measureContent(arge) })).body.code,
    'notReleased',
  )
  ok(await severin.post('/releases', { object: result.id, edition: 1 }))
  assert.deepEqual(await openKinds(gabriele, arge), ['act'])
  const released = ok<Decision>(await gabriele.get(`/decisions/${result.id}`))
  assert.deepEqual(
    [released.released, released.releasedOn, released.keys.filter((key) => key.at).length],
    [true, '2026-11-22', 2],
  )
  assert.equal(await stateOf(gabriele, need.object.id), 'decided')

  const draft = ok<Measure>(await erika.post('/measures', { decision: result.id, ...measureContent(arge) }))
  assert.equal(draft.targetGroup, need.targetGroup, 'carried over from the need')
  const measure = ok<Measure>(await erika.act(`/measures/${draft.object.id}/agreement`, draft.object.revision))
  assert.deepEqual(
    [measure.accountablePublic?.id, measure.accountableFree?.id, measure.state],
    [erika.organisation, organisation('Caritas im Landkreis München'), 'agreed'],
  )
  assert.deepEqual(await openKinds(gabriele, arge), ['realise'])

  const service = ok<Service>(
    await caritas.post('/services', {
      title: 'Tagespflege St. Severin',
      category: 'dayCare',
      targetGroup: 'Ältere Menschen',
      areaName: 'Garching',
      capacity: 12,
      answers: measure.object.id,
    }),
  )
  assert.deepEqual(await openKinds(gabriele, arge), ['realise'], 'planned is not open')
  ok(await caritas.act(`/services/${service.object.id}/opening`, service.object.revision, { day: '2026-11-22' }))
  assert.deepEqual(await openKinds(gabriele, arge), [])
  assert.equal(ok<Measure>(await gabriele.get(`/measures/${measure.object.id}`)).state, 'realised')
  assert.equal(await stateOf(gabriele, need.object.id), 'answered')

  const whole = await walk(gabriele, arge.figures.table)
  const ahead = whole.steps.filter((step) => step.forwards).map((step) => step.kind)
  for (const kind of ['evidenceFor', 'discussedIn', 'decidedIn', 'ledTo', 'answeredBy'])
    assert.ok(ahead.includes(kind as Step['kind']), `${kind} is on the way`)
  assert.ok(whole.stations.some((station) => station.id === service.object.id))
  assert.equal(whole.openDuties.length, 0)
  const back = await walk(gabriele, service.object.id)
  for (const id of [measure.object.id, result.id, need.object.id, arge.figures.table, meeting.object.id])
    assert.ok(
      back.stations.some((station) => station.id === id),
      'found on the way back',
    )
  assert.ok(
    back.steps.every((step) => step.person && step.organisation && step.role),
    'each step says who, for whom and in which role',
  )
  const decidedIn = back.steps.find((step) => step.kind === 'decidedIn')!
  assert.deepEqual([decidedIn.sourceEdition, decidedIn.targetEdition], [1, 1])
})

test('a service of another provider than the lead counts for the lead as well', async (t) => {
  const arge = await argeHouse(t)
  const { erika, severin, house } = arge
  const need = await stateNeed(arge)
  const decision = ok<Decision>(
    await erika.post('/decisions', { body: arge.body, ...recommendation(arge, [need.object.id]) }),
  )
  for (const chair of [erika, severin]) ok(await chair.post('/releases', { object: decision.object.id, edition: 1 }))
  await house.settle()
  const draft = ok<Measure>(await erika.post('/measures', { decision: decision.object.id, ...measureContent(arge) }))
  const measure = ok<Measure>(await erika.act(`/measures/${draft.object.id}/agreement`, draft.object.revision))
  await house.settle()
  const service = ok<Service>(
    await erika.post('/services', {
      title: 'Tagespflege des Landkreises',
      category: 'dayCare',
      targetGroup: 'Ältere Menschen',
      areaName: 'Garching',
      answers: measure.object.id,
    }),
  )
  ok(await erika.act(`/services/${service.object.id}/opening`, service.object.revision, { day: '2026-11-21' }))
  await house.settle()
  await house.settle()
  const [duty] = (await duties(erika, arge.body)).filter((one) => one.kind === 'realise')
  assert.deepEqual([duty?.state, duty?.have], ['done', 1])
})
