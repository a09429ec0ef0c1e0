import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { coreOf, likeness } from './likeness.ts'

test('legal form, case, umlauts and marks make no other name', () => {
  for (const same of [
    ['Caritasverband München e.V.', 'CARITASVERBAND MUENCHEN'],
    ['Lebenshilfe Freising e. V.', 'Lebenshilfe Freising'],
    ['Sozialwerk Muster gGmbH', 'Sozialwerk-Muster'],
    ['Verein für Nachbarschaft', 'Verein Nachbarschaft'],
  ] as const)
    assert.equal(coreOf(same[0]), coreOf(same[1]))
  assert.notEqual(coreOf('Landkreis Rosenheim'), coreOf('Rosenheim'))
  assert.equal(coreOf('e. V.'), 'ev')
})

test('likeness is symmetric, one only for the same core, and never fails', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const found = likeness(a, b)
      assert.ok(found >= 0 && found <= 1)
      assert.equal(found, likeness(b, a))
      assert.equal(found === 1, coreOf(a) !== '' && coreOf(a) === coreOf(b))
    }),
  )
})

test('names that may mean the same are nearer than names that do not', () => {
  assert.ok(likeness('Diakonisches Werk Musterland', 'Diakonisches Werk Musterland Nord') > 0.75)
  assert.ok(likeness('Landkreis Rosenheim', 'Landkreis Dachau') < 0.75)
  assert.ok(likeness('Caritas Freising', 'Caritas Erding') < 0.75)
})
