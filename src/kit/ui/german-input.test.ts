import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { formatDayShort, formatNumber } from './format.ts'
import { clockTime, readDay, readNumber } from './german-input.ts'

test('numbers are read as they are written in Germany', () => {
  const read: [string, number | null | undefined][] = [
    ['1.234,5', 1234.5],
    ['1234,5', 1234.5],
    ['1.234', 1234],
    ['12.5', 12.5],
    ['-3', -3],
    ['−3', -3],
    ['1 234', 1234],
    ['', null],
    ['  ', null],
    ['abc', undefined],
    ['1,2,3', undefined],
    ['1.23.4', undefined],
  ]
  for (const [text, value] of read) assert.equal(readNumber(text), value, text)
})

test('what is shown is read back', () => {
  fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), (n) => readNumber(formatNumber(n / 100)) === n / 100))
})

test('days are read in every usual way, and only days that exist', () => {
  const read: [string, string | undefined][] = [
    ['1.3.26', '2026-03-01'],
    ['01.03.2026', '2026-03-01'],
    ['010326', '2026-03-01'],
    ['01032026', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['1. 3. 2026', '2026-03-01'],
    ['', ''],
    ['31.02.2026', undefined],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2026', undefined],
    ['31.04.2026', undefined],
    ['32.01.2026', undefined],
    ['1.13.2026', undefined],
    ['morgen', undefined],
  ]
  for (const [text, iso] of read) assert.equal(readDay(text), iso, text)
  assert.equal(readDay(formatDayShort('2026-11-22')), '2026-11-22')
})

test('a time is read as people write it; what is no time stays, so that it is refused with its words', () => {
  assert.deepEqual(['14', '14.30', ' 9:05 Uhr', '9 Uhr', '14:00'].map(clockTime), [
    '14:00',
    '14:30',
    '09:05',
    '09:00',
    '14:00',
  ])
  assert.deepEqual(['mittags', '14:3', ''].map(clockTime), ['mittags', '14:3', ''])
})
