import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parentKey, readAreaKey } from './area-key.ts'

test('every spelling of a key becomes one key', () => {
  const spellings: [string | number, string, string, boolean][] = [
    ['DG', 'country', 'DG', false],
    ['09', 'state', '09', false],
    ['10', 'state', '10', false],
    ['091', 'region', '091', false],
    [91, 'region', '091', true],
    ['09184', 'county', '09184', false],
    [9184, 'county', '09184', true],
    ['09190000', 'county', '09190', false], // INKAR
    ['09162000', 'county', '09162', false], // München in a list of municipalities
    ['091620000000', 'county', '09162', false],
    ['09184112', 'municipality', '09184112', false],
    [9184112, 'municipality', '09184112', true],
    ['09 184 112', 'municipality', '09184112', false],
    ['091845101112', 'municipality', '09184112', false],
    ['91845101112', 'municipality', '09184112', true],
    ['091845101', 'association', '091845101', false],
    ['0713101', 'association', '0713101', false], // Verbandsgemeinde Adenau
    ['03151401', 'association', '03151401', false], // a Samtgemeinde
    ['03151401002', 'municipality', '03151002', false], // Barwedel, a member of it
    ['1051003', 'municipality', '01051003', true], // Schleswig-Holstein without its zero
  ]
  for (const [given, level, key, repaired] of spellings) {
    assert.deepEqual(readAreaKey(given), { ok: true, level, key, repaired }, String(given))
  }
})

test('foreign and impossible keys are refused, never bent into shape', () => {
  const codes = (given: string | number) => {
    const answer = readAreaKey(given)
    return answer.ok ? answer.key : answer.why.code
  }
  assert.deepEqual(['', ' '].map(codes), ['empty', 'empty'])
  for (const foreign of [
    'AT312',
    'CH',
    'DE212',
    '09184a',
    '9',
    '123456',
    '0918411',
    '9'.repeat(13),
    '9.184',
    '-9184',
  ]) {
    assert.match(codes(foreign), /^not-an-area-key$/, foreign)
  }
  assert.equal(codes('9'), 'not-an-area-key') // one digit says too little
  for (const nowhere of ['00', '17', '17001', '99999', '20184112', '00184'])
    assert.equal(codes(nowhere), 'unknown-land', nowhere)
})

test('a key without its leading zero is the same key', () => {
  const county = fc
    .tuple(fc.integer({ min: 2, max: 9 }), fc.stringMatching(/^[1-9]\d\d$/))
    .map(([land, rest]) => `0${land}${rest}`)
  const gem = fc.stringMatching(/^[1-3]\d\d$/)
  fc.assert(
    fc.property(county, gem, (five, three) => {
      for (const key of [five, five + three]) {
        const whole = readAreaKey(key)
        const cut = readAreaKey(Number(key))
        assert.ok(whole.ok && cut.ok)
        assert.deepEqual([cut.key, cut.level, cut.repaired], [whole.key, whole.level, true])
      }
    }),
  )
})

test('an area lies in the area above', () => {
  const up = (key: string): string[] => {
    const parent = parentKey(key)
    return parent === null ? [key] : [key, ...up(parent)]
  }
  assert.deepEqual(up('09184112'), ['09184112', '09184', '091', '09', 'DG'])
  assert.deepEqual(up('01001'), ['01001', '01', 'DG']) // no Regierungsbezirk in Schleswig-Holstein
})
