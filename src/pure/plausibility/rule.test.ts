// The oracle says in words of sets what a rule means: all numbers near it are tried, and those for which it holds are counted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { judge, type Known, type Rule } from './rule.ts'

const known = (own: number | null, more: Partial<Known> = {}): Known => ({ own, last: null, others: {}, ...more })
const name = fc.constantFrom('a', 'b', 'c')
const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ kind: fc.constant('range' as const), least: fc.integer(), most: fc.integer() }),
  fc.record({ kind: fc.constant('whole' as const) }),
  fc.record({ kind: fc.constant('partOf' as const), whole: name }),
  fc.record({ kind: fc.constant('sumOf' as const), parts: fc.uniqueArray(name, { minLength: 1 }) }),
  fc.record({ kind: fc.constant('pair' as const), other: name }),
  fc.record({ kind: fc.constant('change' as const), percent: fc.integer({ min: 1, max: 500 }) }),
)
const number = fc.oneof(fc.integer({ min: -50, max: 500 }), fc.double({ min: 0, max: 500, noNaN: true }))
const needs = (one: Rule): string[] =>
  one.kind === 'partOf'
    ? [one.whole]
    : one.kind === 'sumOf'
      ? [...one.parts]
      : one.kind === 'pair'
        ? [one.other]
        : one.kind === 'change'
          ? ['last']
          : []

test('each rule says what it says in words, also at its bounds', () => {
  const outcome = (one: Rule, all: Known) => judge(one, all).outcome
  const range: Rule = { kind: 'range', least: 0, most: 24 }
  assert.deepEqual(
    [-1, 0, 24, 24.5].map((own) => outcome(range, known(own))),
    ['broken', 'holds', 'holds', 'broken'],
  )
  assert.deepEqual(judge({ kind: 'whole' }, known(3.5)), { outcome: 'broken', low: 3, high: 4 })
  assert.equal(outcome({ kind: 'partOf', whole: 'a' }, known(7, { others: { a: 7 } })), 'holds')
  assert.deepEqual(judge({ kind: 'partOf', whole: 'a' }, known(8, { others: { a: 7 } })), {
    outcome: 'broken',
    low: null,
    high: 7,
  })
  const sum: Rule = { kind: 'sumOf', parts: ['a', 'b'] }
  assert.equal(outcome(sum, known(0.3, { others: { a: 0.1, b: 0.2 } })), 'holds')
  assert.deepEqual(judge(sum, known(8, { others: { a: 3, b: 4 } })), { outcome: 'broken', low: 7, high: 7 })
  const pair: Rule = { kind: 'pair', other: 'a' }
  assert.deepEqual(
    [
      [0, 0],
      [2, 1],
      [2, 0],
      [0, 1],
    ].map(([own, a]) => outcome(pair, known(own!, { others: { a: a! } }))),
    ['holds', 'holds', 'broken', 'broken'],
  )
  const change: Rule = { kind: 'change', percent: 20 }
  assert.deepEqual(
    [79, 80, 120, 121].map((own) => outcome(change, known(own, { last: 100 }))),
    ['broken', 'holds', 'holds', 'broken'],
  )
  assert.deepEqual(judge(change, known(5, { last: 0 })), { outcome: 'undecided', missing: ['last'] })
})

test('theorem: a rule that lacks a part is undecided and names it, whatever the other parts are', () => {
  fc.assert(
    fc.property(rule, number, fc.dictionary(name, number), fc.nat(), (one, own, others, pick) => {
      const parts = ['own', ...needs(one)]
      const lacking = parts[pick % parts.length]!
      const all = { a: 1, b: 1, c: 1, ...others }
      const verdict = judge(one, {
        own: lacking === 'own' ? null : own,
        last: lacking === 'last' ? null : 100,
        others: { ...all, [lacking]: null },
      })
      assert.ok(verdict.outcome === 'undecided' && verdict.missing.includes(lacking))
    }),
  )
})

test('theorem: parts of which a figure is the sum are each at most as large, unless one is negative', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 6 }), (values) => {
      const others = Object.fromEntries(values.map((value, n) => [String(n), value]))
      const own = values.reduce((total, value) => total + value, 0)
      const parts = Object.keys(others)
      assert.equal(judge({ kind: 'sumOf', parts }, known(own, { others })).outcome, 'holds')
      assert.equal(judge({ kind: 'sumOf', parts: parts.toReversed() }, known(own + 1, { others })).outcome, 'broken')
      for (const value of values)
        assert.equal(judge({ kind: 'partOf', whole: 'all' }, known(value, { others: { all: own } })).outcome, 'holds')
    }),
  )
})

test('theorem: a value breaks a rule exactly when it lies outside of what the rule says would hold', () => {
  fc.assert(
    fc.property(rule, number, fc.record({ a: number, b: number, c: number }), (one, own, others) => {
      const at = (value: number) => judge(one, known(value, { last: 100, others }))
      const verdict = at(own)
      if (verdict.outcome !== 'broken') return
      const { low, high } = verdict
      assert.ok((low !== null && own < low) || (high !== null && own > high) || one.kind === 'whole')
      // The next value that it names holds.
      if (low !== null && own < low && one.kind !== 'pair' && !(one.kind === 'range' && one.least! > one.most!))
        assert.equal(at(low).outcome, 'holds')
    }),
  )
})
