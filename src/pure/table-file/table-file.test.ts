import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Mark, numberStyle, readCell, readNumber, signOfMark } from './cell.ts'
import { decodeText } from './decode.ts'
import { detectSeparator, readSeparated } from './separated.ts'
import { UnreadableFile } from './unreadable.ts'

const unreadable = (code: string, line?: number) => (error: unknown) =>
  error instanceof UnreadableFile && error.code === code && (line === undefined || error.line === line)

test('text is read in the encodings that offices use', () => {
  const bytes = (...groups: (string | number[])[]) =>
    Uint8Array.from(groups.flatMap((group) => (typeof group === 'string' ? [...Buffer.from(group, 'utf8')] : group)))
  assert.deepEqual(decodeText(bytes('Bevölkerung')), { text: 'Bevölkerung', encoding: 'utf-8' })
  assert.deepEqual(decodeText(bytes([0xef, 0xbb, 0xbf], 'Bevölkerung')), { text: 'Bevölkerung', encoding: 'utf-8' })
  assert.deepEqual(decodeText(bytes('Bev', [0xf6], 'lkerung')), { text: 'Bevölkerung', encoding: 'windows-1252' })
  assert.deepEqual(decodeText(bytes([0x80])), { text: '€', encoding: 'windows-1252' })
  assert.deepEqual(decodeText(bytes([0xff, 0xfe, 0xd6, 0x00])), { text: 'Ö', encoding: 'utf-16le' })
  assert.deepEqual(decodeText(bytes([0xfe, 0xff, 0x00, 0xd6])), { text: 'Ö', encoding: 'utf-16be' })
  assert.throws(() => decodeText(bytes('PK\n', [0, 3, 0x9c])), unreadable('undecodable', 2)) // a workbook given as text
})

test('separated text keeps its line numbers across quoted line breaks', () => {
  const rows = readSeparated('a;b\r\n"1\n2";"say ""so"""\r\n\r\nlast')
  assert.deepEqual(rows, [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1\n2', 'say "so"'] },
    { line: 4, cells: [''] },
    { line: 5, cells: ['last'] },
  ])
  assert.throws(() => readSeparated('a;b\n1;"2\n3'), unreadable('open-quote', 2))
  assert.deepEqual(['a;b', 'a\tb', 'a,b', 'a', '"a,b";c'].map(detectSeparator), [';', '\t', ',', ';', ';'])
})

test('whatever is written as separated text is read again', () => {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const cells = fc.array(fc.string(), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 6 }), fc.constantFrom(';', ',', '\t'), (table, mark) => {
      const text = table.map((row) => row.map(quote).join(mark)).join('\n')
      assert.deepEqual(
        readSeparated(text, mark).map((row) => row.cells),
        table,
      )
    }),
  )
})

test('a mark is never a number', () => {
  for (const [mark, sign] of Object.entries(signOfMark) as [Mark, string][]) {
    for (const style of ['comma', 'point'] as const) {
      assert.deepEqual(readCell(` ${sign} `, style)?.cell, { value: null, mark }, sign)
    }
  }
  assert.deepEqual(readCell('–', 'comma')?.cell.mark, 'nil')
  assert.deepEqual(readCell('…', 'comma')?.cell.mark, 'later')
  for (const nonsense of ['', 'abc', '1,2,3', '--', '12 34', '1..2', 'NaN', '1e5', '0x10', '-  23']) {
    assert.equal(readCell(nonsense, 'comma'), null, nonsense)
  }
})

test('numbers are read in either style, with the offices’ signs of quality', () => {
  const read = (text: string, style: 'comma' | 'point' = 'comma') => {
    const got = readCell(text, style)
    return got && [got.cell.value, got.quality]
  }
  assert.deepEqual(read('77,9'), [77.9, null])
  assert.deepEqual(read('-4,1'), [-4.1, null])
  assert.deepEqual(read('1.234.567,5'), [1_234_567.5, null])
  assert.deepEqual(read(' 1 675   '), [1675, null])
  assert.deepEqual(read('1,234.5', 'point'), [1234.5, null])
  assert.deepEqual(read('(12,5)'), [12.5, '()'])
  assert.deepEqual(read('120 p'), [120, 'p'])
  assert.deepEqual(read('120r'), [120, 'r'])
  assert.deepEqual(read('0'), [0, null])
})

test('the style of a file is decided by evidence or not at all', () => {
  assert.equal(numberStyle(['1', '77,9', '-']), 'comma')
  assert.equal(numberStyle(['1', '77.9', '.']), 'point')
  assert.equal(numberStyle(['1.234', '0,5']), 'comma')
  assert.equal(numberStyle(['1.234', '12.345']), 'doubtful')
  assert.equal(numberStyle(['77,9', '77.9']), 'mixed')
  assert.equal(numberStyle(['-', '.', '...', '/', 'x', '12']), 'comma')
})

test('a number written the German or the English way comes back', () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((n) => Math.round(n * 100) / 100)
  fc.assert(
    fc.property(number, fc.boolean(), (n, useGrouping) => {
      const fixed = n === 0 ? 0 : n
      const write = (locale: string) => fixed.toLocaleString(locale, { useGrouping, maximumFractionDigits: 2 })
      assert.equal(readNumber(write('de-DE'), 'comma'), fixed)
      assert.equal(readNumber(write('en-GB'), 'point'), fixed)
    }),
  )
})
