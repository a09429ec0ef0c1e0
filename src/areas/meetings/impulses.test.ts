// The pure rules of concerns and topics: no impulse without a state, the order of proposals, the code of a concern without a sender.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Treated, Way } from './contract/concerns.ts'
import { focusOf, isProposed, proposedOf, type Waiting } from './rules/backlog.ts'
import { codeOf, readCode, shownCode } from './rules/code.ts'
import { stateOf, stepsOf } from './rules/impulses.ts'

const id = '01a20244-e800-74f6-b5e6-862665049ed7'
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-02-${String(n).padStart(2, '0')}`)
const closed = fc.option(fc.record({ on: day, because: fc.constant('Erledigt') }))
const treated: fc.Arbitrary<Treated> = fc.record({
  meeting: fc.constant(id),
  title: fc.constant('7. Sitzung'),
  day,
  status: fc.constantFrom('planned', 'invited', 'held'),
  result: fc.option(
    fc.record({
      released: fc.boolean(),
      kind: fc.constant('noted' as const),
      title: fc.option(fc.constant('Ergebnis')),
      measures: fc.array(fc.record({ agreedOn: day, until: fc.option(day), realisedOn: fc.option(day) }), {
        maxLength: 3,
      }),
    }),
  ),
})
const way: fc.Arbitrary<Way> = fc.record({
  receivedOn: day,
  waiting: fc.boolean(),
  bundledOn: fc.option(day),
  closed,
  topic: fc.option(
    fc.record({ title: fc.constant('Thema'), ripe: fc.boolean(), group: fc.option(fc.constant('AK Pflege')), closed }),
  ),
  items: fc.array(treated, { maxLength: 4 }),
})

test('theorem: no impulse is without a state, its way begins with the receipt, and what closed it ends it (B42)', () => {
  fc.assert(
    fc.property(way, (one) => {
      const steps = stepsOf(one)
      assert.ok(['waiting', 'received'].includes(steps[0]!.state))
      assert.equal(steps.at(-1)!.state, stateOf(one))
      assert.equal(stateOf(one) === 'closed', Boolean(one.closed ?? one.topic?.closed))
      // The order in which the meetings are told changes nothing but meetings of one day among themselves.
      if (new Set(one.items.map((item) => item.day)).size === one.items.length)
        assert.deepEqual(stepsOf({ ...one, items: one.items.toReversed() }), steps)
    }),
  )
})

test('a result shows as its kind once it is released; the effect is there when the last of its measures is', () => {
  const measure = (realisedOn: string | null) => ({ agreedOn: '2027-02-10', until: '2027-06-30', realisedOn })
  const of = (result: Treated['result']) =>
    stateOf({
      receivedOn: '2027-01-01',
      waiting: false,
      bundledOn: '2027-01-02',
      closed: null,
      topic: { title: 'Thema', ripe: true, group: null, closed: null },
      items: [{ meeting: id, title: '7. Sitzung', day: '2027-02-01', status: 'held', result }],
    })
  const result = { released: true, kind: 'agreed' as const, title: 'Ergebnis' }
  assert.equal(of(null), 'unfinished')
  assert.equal(of({ ...result, released: false, measures: [] }), 'decided')
  assert.equal(of({ ...result, measures: [] }), 'released')
  assert.equal(of({ ...result, measures: [measure('2027-05-01'), measure(null)] }), 'inMeasure')
  assert.equal(of({ ...result, measures: [measure('2027-05-01'), measure('2027-06-01')] }), 'realised')
})

const words = ['Pflege', 'Schulden', 'Wohnen', 'Fahrdienst']
const topic: fc.Arbitrary<Waiting> = fc.record({
  id: fc.uuid(),
  title: fc.constantFrom(...words, 'Kurzzeitpflege im Süden', 'Anderes'),
  description: fc.constant(''),
  targetGroup: fc.constantFrom('', 'Alleinerziehende'),
  level: fc.constantFrom('strategic', 'operative'),
  ripeOn: fc.option(day),
  closed: fc.boolean(),
  raised: fc.option(fc.constant('Dafür fehlen Mittel')),
  waited: fc.nat({ max: 3 }),
  madeOn: day,
  items: fc.array(treated, { maxLength: 2 }),
})
const where = fc.record({ focus: fc.uniqueArray(fc.constantFrom(...words), { maxLength: 3 }), group: fc.boolean() })

test('theorem: the order of proposals is that of the focus, whatever order the topics come in (A14)', () => {
  fc.assert(
    fc.property(fc.uniqueArray(topic, { selector: (one) => one.id, maxLength: 8 }), where, (topics, at) => {
      const proposed = proposedOf(topics, at)
      assert.deepEqual(proposedOf(topics.toReversed(), at), proposed)
      // By brute force: exactly those that may be proposed, and no two of them the other way round.
      assert.deepEqual(
        new Set(proposed.map((one) => one.topic.id)),
        new Set(topics.filter((one) => isProposed(one, at)).map((one) => one.id)),
      )
      const place = (one: Waiting) => {
        const found = focusOf(at.focus, one)
        return found === -1 ? at.focus.length : found
      }
      for (const [n, { topic: earlier, grounds }] of proposed.entries()) {
        assert.ok(grounds.length > 0, 'each says why')
        for (const { topic: later } of proposed.slice(n + 1)) {
          assert.ok(place(earlier) <= place(later))
          if (place(earlier) === place(later)) assert.ok(earlier.waited >= later.waited)
        }
      }
    }),
  )
})

test('theorem: no operative topic is proposed in a plenary without the reason for which it was raised (A24, A26)', () => {
  fc.assert(
    fc.property(fc.array(topic, { maxLength: 8 }), where, (topics, at) => {
      for (const { topic: one, grounds } of proposedOf(topics, { ...at, group: false }))
        if (one.level === 'operative') assert.ok(grounds.some(({ kind }) => kind === 'raised'))
    }),
  )
})

test('a focus fits inside a compound and in any case, and the first that fits counts', () => {
  const about = { title: 'Kurzzeitpflege im Süden', description: 'auch für Schuldner', targetGroup: 'ältere Menschen' }
  assert.equal(focusOf(['pflege'], about), 0)
  assert.equal(focusOf(['Wohnen', 'Ältere', 'Pflege'], about), 1)
  assert.equal(focusOf(['Wohnen'], about), -1)
})

test('theorem: a code reads back however it was written down, and half of one is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
      const code = codeOf(bytes)
      assert.equal(readCode(shownCode(code)), code)
      assert.equal(readCode(` ${shownCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `), code)
      assert.equal(readCode(code.slice(0, 19)), null)
    }),
  )
})
