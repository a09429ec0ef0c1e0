// docs/promises.md says what is proved. This test holds it to that: every promise has its row, and every proof exists.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { readSource } from './house/source.ts'

type Row = { id: string; promise: string; state: string; proof: string }

const lengths = { A: 33, B: 51, C: 32, D: 39, E: 29 }
const allIds = Object.entries(lengths).flatMap(([seed, length]) =>
  Array.from({ length }, (_, index) => `${seed}${String(index + 1).padStart(2, '0')}`),
)

const rows: Row[] = readFileSync('docs/promises.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-E]\d\d \|/.test(line))
  .map((line) => {
    const [, id = '', promise = '', state = '', proof = ''] = line.split('|').map((cell) => cell.trim())
    return { id, promise, state, proof }
  })

const titlesOf = (file: string) => new Set(readSource(file, readFileSync(file, 'utf8')).words.map(({ text }) => text))

function wrongProof(proof: string): string | undefined {
  const [file = '', title = ''] = proof.split(' › ')
  if (!/\.(test|story)\.ts$/.test(file)) return `“${proof}” names no test as path › title`
  if (!existsSync(file)) return `${file} does not exist`
  return titlesOf(file).has(title) ? undefined : `${file} has no test “${title}”`
}

test('every promise of the source texts has one row, in order', () =>
  assert.deepEqual(
    rows.map((row) => row.id),
    allIds,
  ))

test('every promise is worded and has a state', () => {
  for (const { id, promise, state } of rows) {
    assert.ok(promise.length > 5, `${id} says nothing`)
    assert.match(state, /^(open|partly|proved)$/, `${id} is “${state}”`)
  }
})

test('what is proved or partly proved names tests that exist', () => {
  for (const { id, state, proof } of rows) {
    if (state === 'open') assert.equal(proof, '', `${id} is open but names a proof`)
    else {
      const wrong = proof.split(';').map((one) => wrongProof(one.trim()))
      assert.deepEqual(wrong.filter(Boolean), [], `${id}`)
    }
  }
})

test('a test of a pure function alone proves a promise only partly', () => {
  for (const { id, state, proof } of rows.filter((row) => row.state === 'proved'))
    assert.ok(
      proof.split(';').some((one) => !one.trim().startsWith('src/pure/')),
      `${id} is ${state} by pure tests alone`,
    )
})
