// Forty times kill -9 at a random moment, of the application, of the server, or of both, while they start and while they
// write, always on the same folder: every row that was acknowledged is there in the end.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { after, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { withConnection } from './login.ts'
import { startManaged } from './managed.ts'
import { send } from './processes.ts'
import { clearAway, postmasterPid, presentEngines, TestApplication, temporaryFolder } from './test-installation.ts'

const rounds = 40
/** From a seed, so that a run that fails can be repeated. */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

const seed = Number(process.env.NAHTSTELLE_TEST_SEED ?? process.pid)
const engines = presentEngines()

for (const [index, engine] of engines.entries()) {
  const data = temporaryFolder()
  after(() => clearAway(data))
  const share = Math.ceil(rounds / engines.length)

  it(`loses no acknowledged row in ${share} kills on ${engine} binaries (seed ${seed + index})`, async (t) => {
    const chance = chances(seed + index)
    const acknowledged: unknown[] = []
    let reachedReady = 0
    for (let round = 0; round < share; round += 1) {
      const application = new TestApplication(data, engine, 'write')
      // Early rounds meet the folder while it is made; later ones a restart, a recovery, or the middle of writing.
      // However slow the machine is: every second of the later rounds is killed after it was ready.
      if (round >= 4 && round % 2 === 0) await application.until('ready')
      await Promise.race([sleep(150 + chance.next().value * 1500), application.ended])
      const target = chance.next().value
      const server = postmasterPid(data)
      if (target > 0.5 && server > 0) send(server, 'SIGKILL')
      if (target > 0.75) await sleep(chance.next().value * 300)
      await application.kill('SIGKILL')
      assert.deepEqual(application.said('fault'), [], `round ${round}`)
      reachedReady += application.said('ready').length
      acknowledged.push(...application.said('row'))
    }
    const managed = await startManaged({ data, prefer: engine, log: () => {} })
    const found = await withConnection(managed.logins.owner, async (client) => {
      const { rows } = await client.query<{ row: string }>('select row from acknowledged')
      return new Set(rows.map(({ row }) => row))
    })
    await managed.stop()
    t.diagnostic(`${share} kills, ${reachedReady} after readiness, ${acknowledged.length} rows acknowledged`)
    assert.ok(reachedReady > share / 4 && acknowledged.length > 0)
    assert.deepEqual(
      readdirSync(data).filter((name) => name.startsWith('pg.new')),
      [],
    )
    assert.deepEqual(
      acknowledged.filter((row) => !found.has(String(row))),
      [],
    )
  })
}
