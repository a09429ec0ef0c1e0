// Every verb that an endpoint or a chore journals has its German sentence.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { sentences } from './verbs.texts.de.ts'

test('history and news know a German sentence for every verb of the journal', () => {
  const source = new URL('../../', import.meta.url).pathname
  const verbs = globSync('{areas,kit}/**/*.ts', { cwd: source })
    .filter((file) => !file.includes('test'))
    .flatMap((file) =>
      [...readFileSync(source + file, 'utf8').matchAll(/\b(?:journal|verb): '([a-zA-Z.]+)'/g)].map(([, verb]) => verb!),
    )
  assert.ok(verbs.length > 30)
  assert.deepEqual([...new Set(verbs)].filter((verb) => !sentences[verb]).sort(), [])
})
