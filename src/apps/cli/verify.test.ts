// `protect --certificate` and `verify`: what was released can be checked by anybody, and by nobody be bent.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { clearAway, temporaryFolder } from '#kit/db/managed/test-installation.ts'
import { randomTable } from '#pure/suppression/testing.ts'
import { nahtstelle, read, refused } from './testing.ts'

const folder = temporaryFolder()
after(() => clearAway(folder))
const at = (name: string) => join(folder, name)
const put = (name: string, content: unknown) => {
  writeFileSync(at(name), JSON.stringify(content))
  return at(name)
}
const get = (name: string) => JSON.parse(readFileSync(at(name), 'utf8'))

test('whoever has the released table checks its certificate, whoever has the full one checks the protection, and nothing bent passes', async () => {
  const tables = Array.from({ length: 50 }, (_, seed) => randomTable(seed).coarse)
  const table = tables.find(({ cells }) => cells.filter(({ sensitive }) => sensitive).length > 1)!
  const full = put('full.json', { name: 'Probe', ...table })
  const papers = ['--certificate', at('nachweis.json'), '--released', at('tabelle.json')]
  const done = read(await nahtstelle(['protect', full, '--seconds', '8', ...papers]))
  assert.deepEqual('proof' in done, false, 'what is printed is as without a certificate')
  const released = get('tabelle.json')
  const hidden = new Set<string>(done.suppressed)
  assert.ok(hidden.size > 3)
  for (const cell of released.cells) assert.equal('value' in cell, !hidden.has(cell.id), cell.id)
  assert.doesNotMatch(readFileSync(at('tabelle.json'), 'utf8'), /sensitive|cost|contributors/)
  const certificate = get('nachweis.json')
  assert.deepEqual([certificate.name, certificate.hidden], ['Probe', hidden.size])

  const anybody = await nahtstelle(['verify', at('nachweis.json'), at('tabelle.json')])
  assert.match(anybody.told, /Der Prüfnachweis stimmt: Aus dieser Tabelle/)
  assert.deepEqual(
    [read(anybody).holds, read(anybody).protected, read(anybody).narrowest],
    [true, null, certificate.attack.narrowest],
  )
  const owner = await nahtstelle(['verify', at('nachweis.json'), full])
  assert.match(owner.told, /jede geschützte Zelle/)
  assert.deepEqual([read(owner).holds, read(owner).protected], [true, true])

  // One published figure more, and the hidden ones beside it can be computed.
  const [first] = done.suppressed
  const value = table.cells.find(({ id }) => id === first)!.value
  const leaky = released.cells.map((cell: { id: string }) => (cell.id === first ? { id: first, value } : cell))
  const bent = await nahtstelle(['verify', at('nachweis.json'), put('bent.json', { ...released, cells: leaky })])
  assert.deepEqual([bent.code, JSON.parse(bent.out).table], [1, false])
  assert.match(bent.told, /gehört nicht zu dieser Tabelle/)
  const [one, ...others] = certificate.attack.known
  const boast = { ...certificate, attack: { ...certificate.attack, known: [{ ...one, high: 999 }, ...others] } }
  const boasting = await nahtstelle(['verify', put('boast.json', boast), at('tabelle.json')])
  assert.deepEqual([boasting.code, JSON.parse(boasting.out).faults.length], [1, 1])
  assert.match(boasting.told, /Bei einer Zelle lässt/)

  refused(await nahtstelle(['verify', at('tabelle.json'), at('tabelle.json')]), /kein Prüfnachweis von Nahtstelle/)
  refused(await nahtstelle(['verify', at('nachweis.json'), at('nachweis.json')]), /keine veröffentlichte Tabelle/)
})

test('counts with all their margins have a certificate as well, and it names the threshold', async () => {
  writeFileSync(at('rows.csv'), 'area,age,n\nA,young,1\nA,old,14\nB,young,5\nB,old,2\nC,young,7\nC,old,9\n')
  const papers = ['--certificate', at('n2.json'), '--released', at('t2.json')]
  const call = ['protect', '--tidy', at('rows.csv'), '--dimensions', 'area,age', '--count', 'n', '--seconds', '8']
  const done = await nahtstelle([...call, ...papers])
  assert.equal(done.code, 0, done.told)
  assert.deepEqual([get('n2.json').method.threshold, get('n2.json').method.wholeNumbers], [3, true])
  assert.equal(get('t2.json').cells.filter((cell: object) => !('value' in cell)).length, get('n2.json').hidden)
  assert.equal(read(await nahtstelle(['verify', at('n2.json'), at('t2.json')])).holds, true)
})
