import assert from 'node:assert/strict'
import test from 'node:test'
import { columnsOf, type Station, stageStates, summaryOf, trailStages, windowOf } from './stations.ts'

const station = (id: string, stage: Station['stage'], more: Partial<Station> = {}): Station => ({
  id,
  stage,
  title: id,
  what: '',
  whoForWhom: '',
  when: '',
  state: 'done',
  ...more,
})

test('a missing station stays open with its duty, and is named as the next step', () => {
  const stations = [
    station('a', 'survey'),
    station('b', 'delivery'),
    station('d', 'need'),
    station('e', 'decision'),
    station('f', 'measure', {
      state: 'open',
      duty: { text: 'anlegen', owes: 'Landkreis Ebersberg', due: '2026-09-30' },
    }),
  ]
  assert.equal(
    summaryOf(stations),
    '4 von 6 Stationen sind erreicht. Als Nächstes: Maßnahme, zuständig ist Landkreis Ebersberg (bis 30. September 2026).',
  )
  assert.deepEqual(
    stageStates(stations).map((one) => one.state),
    ['done', 'done', 'done', 'done', 'open', 'none'],
  )
  assert.equal(summaryOf(trailStages.map((stage) => station(stage, stage))), 'Der ganze Weg ist gegangen.')
})

test('leaving out one step in the middle makes it the next, though later ones are done', () => {
  const stations = trailStages.filter((stage) => stage !== 'need').map((stage) => station(stage, stage))
  assert.match(summaryOf(stations), /^5 von 6 .* Als Nächstes: Bedarf\.$/)
})

test('an official figure needs no delivery; what is owed is named before what nobody has begun', () => {
  const stations = ['survey', 'need', 'decision', 'measure', 'service'].map((stage) =>
    station(stage, stage as Station['stage']),
  )
  assert.equal(stageStates(stations)[1]?.state, 'needless')
  assert.equal(summaryOf(stations), 'Der ganze Weg ist gegangen.')
  const owed = station('o', 'service', { state: 'open', duty: { text: 'umsetzen', owes: 'Landkreis Ebersberg' } })
  assert.match(
    summaryOf([...stations, owed]),
    /^Der ganze Weg ist gegangen\. Zugesagt ist noch mehr: Angebot, zuständig ist Landkreis Ebersberg\.$/,
  )
  // Without a table, a delivery that is missing was left out.
  assert.equal(stageStates(stations.slice(1))[1]?.state, 'skipped')
})

test('the object one came from stands in the middle of what fits', () => {
  const columns = columnsOf(
    trailStages.map((stage) => station(stage, stage, { current: stage === 'decision' })),
    [],
  )
  assert.deepEqual(windowOf(columns, 5), { first: 1, last: 5 })
  assert.deepEqual(windowOf(columns, 8), { first: 0, last: 5 })
  assert.deepEqual(windowOf(columns, 3), { first: 2, last: 4 })
})

test('cards stand beside what they come from; what was set aside stands last', () => {
  const stations = [
    station('s1', 'survey'),
    station('s2', 'survey'),
    station('x', 'delivery', { state: 'setAside' }),
    station('d2', 'delivery'),
    station('d1', 'delivery'),
  ]
  const links = [
    { from: 's1', to: 'd1', label: '' },
    { from: 's2', to: 'd2', label: '' },
    { from: 's1', to: 'x', label: '' },
  ]
  assert.deepEqual(
    columnsOf(stations, links)[1]?.stations.map((one) => one.id),
    ['d1', 'd2', 'x'],
  )
})
