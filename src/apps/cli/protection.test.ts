// The commands `protect` and `attack`, as a script calls them.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { clearAway, temporaryFolder } from '#kit/db/managed/test-installation.ts'
import { randomTable } from '#pure/suppression/testing.ts'
import { nahtstelle, read, refused } from './testing.ts'

const folder = temporaryFolder()
after(() => clearAway(folder))
const put = (name: string, content: Buffer | string) => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

test('protect, publish, protect again with the history: attack opens nothing over both releases together', async () => {
  const { coarse, fine } = randomTable(3)
  const file = put('coarse.json.gz', gzipSync(JSON.stringify({ name: 'coarse', ...coarse })))
  const first = read(await nahtstelle(['protect', file, '--seconds', '8']))
  assert.deepEqual(Object.keys(first), [
    'name',
    'suppressed',
    'primary',
    'secondary',
    'cost',
    'bound',
    'protected',
    'audit',
    'seconds',
  ])
  assert.equal(first.protected, true)
  assert.equal(first.primary, coarse.cells.filter(({ sensitive }) => sensitive).length)
  assert.deepEqual(Object.keys(first.seconds), ['solve', 'audit'])
  const attacked = read(await nahtstelle(['attack', file, '--suppressed', put('ids.json', JSON.stringify(first))]))
  assert.deepEqual([attacked.protected, attacked.opened, attacked.cells.length], [true, 0, first.suppressed.length])
  for (const { id, low, high } of first.audit) {
    const one = attacked.cells.find((cell: { id: string }) => cell.id === id)
    assert.deepEqual([one.low, one.high], [low, high])
  }
  const history = [{ ...coarse, suppressed: first.suppressed }]
  const second = read(
    await nahtstelle(['protect', '-', '--integer', '--seconds', '8'], { input: JSON.stringify({ ...fine, history }) }),
  )
  const releases = put('releases.json', JSON.stringify([...history, { ...fine, suppressed: second.suppressed }]))
  assert.equal(read(await nahtstelle(['attack', releases, '--integer'])).protected, true)
  const careless = fine.cells.filter(({ sensitive }) => sensitive).map(({ id }) => id)
  const open = put('open.json', JSON.stringify([...history, { ...fine, suppressed: careless }]))
  assert.equal(read(await nahtstelle(['attack', open])).protected, false)
})

test('counts become a protected table: every cell, nil told from suppressed, no difference between small and protecting', async () => {
  const rows = put(
    'rows.csv',
    'area,age,n,by\nA,young,1,Nord\nA,old,14,Süd\nB,young,5,Nord\nB,old,2,Süd\nC,young,7,Nord\nC,old,0,Nord\n',
  )
  const tree = put('tree.csv', 'child,parent\nA,"Region, West"\nB,"Region, West"\n')
  const { code, out, told } = await nahtstelle([
    'protect',
    '--tidy',
    rows,
    '--dimensions',
    'area,age',
    '--count',
    'n',
    '--hierarchy',
    `area=${tree}`,
    '--seconds',
    '8',
  ])
  assert.equal(code, 0, told)
  const lines = out.trim().split('\n')
  assert.equal(lines[0], 'area,age,value,state')
  assert.equal(lines.length, 1 + 5 * 3)
  assert.ok(lines.includes('"Region, West",*,22,value') && lines.includes('C,old,0,nil'))
  const hidden = lines.filter((line) => line.endsWith(',,suppressed'))
  for (const cell of ['A,young', 'B,old']) assert.ok(hidden.includes(`${cell},,suppressed`), out)
  assert.ok(hidden.length >= 4)
})

test('wrong input ends with one German sentence that names the place, wrong words with the call', async () => {
  const table = (cells: unknown[], equations: unknown[] = []) => JSON.stringify({ cells, equations })
  const ask = (input: string) => nahtstelle(['protect', '-'], { input })
  const a = { id: 'a', value: 2, sensitive: { below: 1, above: 1 } }
  refused(await ask('{'), /kein lesbares JSON/)
  refused(await ask(table([a], [{ terms: { a: 1, b: 1 }, equals: 2 }])), /Gleichung Nr\. 1 nennt die Zelle „b“/)
  refused(await ask(table([a], [{ terms: { a: 1 }, equals: 3 }])), /Gleichung Nr\. 1 geht nicht auf/)
  refused(await ask(table([{ ...a, cost: -1 }])), /„a“ sind die Kosten negativ/)
  refused(await ask(table([{ id: 'a', value: null }])), /„a“ ist „value“ keine endliche Zahl/)
  refused(await ask(table([a], [{ terms: { a: 1 }, equals: 2 }])), /„a“ lässt sich nicht schützen/)
  refused(
    await nahtstelle(['attack', join(folder, 'nothing.json'), '--suppressed', '-'], { input: '[]' }),
    /nothing\.json“ lässt sich nicht öffnen/,
  )
  const off = await nahtstelle(['protect', '--tidy', 'x.csv'])
  assert.deepEqual([off.code, off.out], [2, ''])
  assert.match((await nahtstelle(['help', 'protect'])).out, /--tidy/)
  assert.match((await nahtstelle(['help', 'attack'])).out, /--contributors all/)
})
