// A rotating tenth of the mutants in every run: which one follows from the commit, so that ten commits in a row prove them all.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import { huntInApplication, huntInDatabase } from './mutants/hunt.ts'

const commit = spawnSync('git', ['rev-list', '--count', 'HEAD'], { encoding: 'utf8' }).stdout.trim()
const share = Number(process.env.NAHTSTELLE_TENTH ?? commit) % 10 || 0

test(`no mutant of tenth ${share} survives in the database`, async () =>
  assert.deepEqual((await huntInDatabase(share, () => undefined)).survivors, []))

test(`no mutant of tenth ${share} survives in the application`, async () =>
  assert.deepEqual((await huntInApplication(share, () => undefined)).survivors, []))
