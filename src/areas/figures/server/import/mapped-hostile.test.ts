// Tables that nobody means well with, or that nobody has thought of: read for a mapping, refused in a sentence, or asked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workbook } from '#kit/files/testing-archive.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { texts } from '../../texts.de.ts'
import type { Extract } from './extract.ts'
import { readOfficialFile } from './read-file.ts'

const read = (content: string | Uint8Array) =>
  readOfficialFile(typeof content === 'string' ? Buffer.from(content) : content, 'tabelle.csv', {
    wish: { mapping: null },
  })
const rolesOf = ({ mapped }: Extract) => Object.fromEntries(mapped!.look.columns.map(({ name, role }) => [name, role]))

async function sentence(content: string | Uint8Array): Promise<string> {
  try {
    await read(content)
  } catch (error) {
    assert.ok(error instanceof UnreadableFile, String(error))
    const detail = Object.fromEntries(Object.entries(error.detail).map(([key, value]) => [key, String(value)]))
    return texts.unreadable(error.code, { ...detail, line: String(error.line) })
  }
  throw new assert.AssertionError({ message: 'it was read' })
}

test('merged headings: words reach the columns below them, and columns of one name stay apart', async () => {
  const merged = await read(
    ';;Frauen;;Männer;\nAGS;Kreis;2022;2023;2022;2023\n09175;Ebersberg;1;2;3;4\n09174;Dachau;5;6;7;8\n09177;Erding;9;10;11;12\n',
  )
  assert.deepEqual(rolesOf(merged), { AGS: 'key', Kreis: 'name', Frauen: 'measure', Männer: 'measure' })
  assert.deepEqual([merged.of.value.length, merged.periods.map(({ label }) => label)], [12, ['2022', '2023']])
  const same = await read('AGS;Jahr;Wert;Wert\n09175;2023;1;2\n09174;2023;3;4\n')
  assert.deepEqual(rolesOf(same), { AGS: 'key', Jahr: 'time', Wert: 'measure', 'Wert (2)': 'measure' })
  assert.deepEqual([...same.of.value], [1, 2, 3, 4])
})

test('a cell of a megabyte costs no more than its line, and names like those of objects are names', async () => {
  const long = 'x'.repeat(2 ** 20)
  const table = await read(
    `AGS;Jahr;Wert;Bemerkung\n09175;2023;1;${long}\n09174;2023;2;kurz\n09177;2023;${long};kurz\n09178;2023;3;\n09179;2023;4;\n`,
  )
  assert.deepEqual([...table.of.value], [1, 2, 3, 4])
  assert.ok(JSON.stringify(table.mapped).length < 10_000, 'what is shown stays small')
  assert.ok(JSON.stringify(table.leftOut).length < 10_000)
  const odd = await read('AGS;Jahr;__proto__;constructor\n09175;2023;1;2\n09174;2023;3;4\n')
  assert.deepEqual(
    odd.measures.map(({ code }) => code),
    ['__proto__', 'constructor'],
  )
  assert.equal(odd.of.value.length, 4)
})

test('formulas are refused in text and in workbooks; more than a million lines are refused in a sentence', async () => {
  assert.match(await sentence('AGS;Jahr;Wert\n09175;2023;=1+1\n'), /In Zeile 2 steht eine Formel/)
  const cells = [
    ['AGS', 'Jahr', 'Wert'],
    ['09175', 2023, { formula: 'A1', value: 1 }],
  ] as const
  assert.match(await sentence(workbook(cells)), /steht eine Formel/)
  const lines = `AGS;Jahr;Wert\n${'09175;2023;1\n'.repeat(1_000_001)}`
  assert.match(await sentence(lines), /größer als 1 Mio\. Zeilen.*Es wurde nichts gespeichert/)
})
