// The readable difference of two editions: complete both ways, and sensible where clauses move.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Clause, Edition } from '../contract.ts'
import { compareEditions, likeness, wordsOf } from './compare.ts'

const clause = (number: string, text: string, more: Partial<Clause> = {}): Clause => ({
  number,
  heading: '',
  text,
  strength: 'must',
  duty: null,
  ...more,
})
const edition = (clauses: Clause[], more: Partial<Edition> = {}): Edition => ({
  number: 1,
  at: null,
  title: 'Vereinbarung',
  preamble: '',
  notice: '',
  noticeRule: null,
  extraordinary: false,
  reviewOn: null,
  endsOn: null,
  parties: [],
  annexes: [],
  clauses,
  names: [],
  ...more,
})
const meets = 'Die Arbeitsgemeinschaft trifft sich mindestens zweimal jährlich.'
const reports = 'Der Landkreis berichtet bis 31. März über die Wartezeit in der Schuldnerberatung.'

test('one word changed is one word shown', () => {
  assert.deepEqual(
    wordsOf(meets, meets.replace('zweimal', 'dreimal')).filter(({ change }) => change !== 'same'),
    [
      { text: 'zweimal', change: 'removed' },
      { text: 'dreimal', change: 'added' },
    ],
  )
})

test('a clause that only got another number is not called new, one that took over a number is', () => {
  const moved = compareEditions(
    edition([clause('§ 1', meets), clause('§ 2', reports)]),
    edition([clause('§ 1', 'Datenschutz: Es gelten die Gesetze.'), clause('§ 2', meets), clause('§ 3', reports)]),
  )
  assert.deepEqual(
    moved.clauses.map((line) => [line.before?.number ?? null, line.after?.number ?? null, line.change]),
    [
      [null, '§ 1', 'added'],
      ['§ 1', '§ 2', 'renumbered'],
      ['§ 2', '§ 3', 'renumbered'],
    ],
  )
})

test('a reworded clause is a change, also when its number moved; a removed one stands where it stood', () => {
  const { clauses } = compareEditions(
    edition([clause('§ 1', 'Die Partner helfen einander.'), clause('§ 2', meets), clause('§ 3', reports)]),
    edition([clause('§ 1', 'Die Partner helfen einander.'), clause('§ 2', reports.replace('31. März', '30. April'))]),
  )
  assert.deepEqual(
    clauses.map((line) => [line.before?.number ?? null, line.after?.number ?? null, line.change]),
    [
      ['§ 1', '§ 1', 'same'],
      ['§ 2', null, 'removed'],
      ['§ 3', '§ 2', 'changed'],
    ],
  )
})

test('muss becoming soll, another rhythm, a party and an annex are differences too', () => {
  const before = edition([clause('§ 1', meets, { duty: { kind: 'meet', perYear: 2 } })], {
    parties: [{ id: 'a', title: 'A' }],
  })
  const after = {
    ...before,
    clauses: [{ ...before.clauses[0]!, strength: 'should' as const }],
    parties: [{ id: 'b', title: 'B' }],
    annexes: [{ place: 1, title: 'Plan', file: 'f', sha256: '00' }],
    endsOn: '2030-01-01',
  }
  const found = compareEditions(before, after)
  assert.deepEqual(
    [
      found.same,
      found.clauses[0]!.change,
      found.parties.map(({ change }) => change),
      found.annexes[0]!.change,
      found.fields,
    ],
    [false, 'changed', ['added', 'removed'], 'added', ['endsOn']],
  )
})

const words = fc.array(fc.constantFrom('Treffen', 'Zahl', 'liefern', 'bis', 'März', 'alle', '2', 'Partner'), {
  minLength: 1,
  maxLength: 12,
})
const clauses = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), words), { selector: ([number]) => number, maxLength: 7 })
  .map((list) => list.map(([number, text]) => clause(`§ ${number}`, text.join(' '))))

test('Theorem (both ways): every clause of either edition appears exactly once, and the words rebuild both texts', () => {
  fc.assert(
    fc.property(clauses, clauses, (one, other) => {
      const { clauses: lines } = compareEditions(edition(one), edition(other))
      assert.deepEqual(
        lines.flatMap((line) => (line.after ? [line.after] : [])),
        other,
      )
      assert.deepEqual(new Set(lines.flatMap((line) => (line.before ? [line.before] : []))), new Set(one))
      assert.equal(lines.filter((line) => line.before).length, one.length)
      for (const { before, after } of lines) {
        const pieces = wordsOf(before?.text ?? '', after?.text ?? '')
        const without = (change: string) =>
          pieces
            .filter((piece) => piece.change !== change)
            .map(({ text }) => text)
            .join('')
        assert.deepEqual([without('added'), without('removed')], [before?.text ?? '', after?.text ?? ''])
      }
    }),
  )
})

test('Theorem (identity, symmetry): an edition does not differ from itself, and likeness has no direction', () => {
  fc.assert(fc.property(clauses, (one) => assert.equal(compareEditions(edition(one), edition(one)).same, true)))
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [a, b] = [clause('1', one.join(' ')), clause('2', other.join(' '))]
      assert.equal(likeness(a, b), likeness(b, a))
      assert.ok(likeness(a, b) >= 0 && likeness(a, b) <= 1)
    }),
  )
})
