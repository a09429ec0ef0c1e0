// Each rule of the house is shown to fire on a small tree that breaks it, and to keep quiet on a good one.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'node:test'
import * as house from '../src/map.ts'
import { checkHouse, sentence } from './check-house.ts'
import { broken } from './house/fixtures-broken.ts'
import { good, type Tree } from './house/fixtures-good.ts'

function faultsIn(changes: Tree, map = house): string[] {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  try {
    for (const [file, text] of Object.entries({ ...good, ...changes })) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    return checkHouse(root, map).map(sentence)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

test('a house in order has no faults', () => assert.deepEqual(faultsIn({}), []))

for (const [rule, file, text, fault] of broken)
  test(rule, () => {
    const faults = faultsIn({ [file]: text })
    assert.ok(
      faults.some((said) => fault.test(said)),
      faults.join('\n') || 'no fault at all',
    )
  })

test('texts and demo may speak German', () => {
  const speaks = "export const a = 'Für die Maßnahme'"
  assert.deepEqual(faultsIn({ 'src/kit/db/migrate.texts.de.ts': speaks, 'src/apps/demo/needs.ts': speaks }), [])
})

test('the map is held to itself', () => {
  const areas = { ...house.areas, cooperation: { buildsOn: ['planning'], installation: 'shared' as const } }
  const split = { ...house.areas, figures: { buildsOn: ['actors', 'cooperation'], installation: 'provider' as const } }
  assert.match(
    faultsIn({}, { ...house, areas }).join('\n'),
    /cooperation builds on planning, which is not listed above it/,
  )
  assert.match(
    faultsIn({}, { ...house, areas: split }).join('\n'),
    /figures \(provider\) builds on cooperation, which only exists in a shared installation/,
  )
})
