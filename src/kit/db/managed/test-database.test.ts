// The server for tests: shared, cloned quickly, and gone with its process, however that ends.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Login, withConnection } from './login.ts'
import { testCluster } from './test-database.ts'

it('clones a template into databases that know nothing of each other', async () => {
  const cluster = await testCluster()
  const template = await cluster.createDatabase()
  await withConnection(template.logins.owner, (client) => client.query('create table told as select 1 as number'))
  const [one, two] = await Promise.all([cluster.createDatabase(template.name), cluster.createDatabase(template.name)])
  const count = (login: Login) =>
    withConnection(login, async (client) => (await client.query('select from told')).rowCount)
  await withConnection(one.logins.owner, (client) => client.query('insert into told values (2)'))
  assert.deepEqual([await count(one.logins.owner), await count(two.logins.owner)], [2, 1])
  await assert.rejects(count(one.logins.app), { code: '42501' })
  for (const database of [one, two, template]) await database.drop()
  await cluster.stop()
})

it('is shared by whoever gets its environment', async () => {
  const cluster = await testCluster()
  const shared = JSON.parse(cluster.env.NAHTSTELLE_TEST_CLUSTER) as { admin: Login }
  assert.deepEqual(shared.admin, cluster.admin)
  await cluster.stop()
})

it('goes away with a process that is killed', async () => {
  const script = `const { testCluster } = await import(${JSON.stringify(join(import.meta.dirname, 'test-database.ts'))})
    console.log(JSON.stringify((await testCluster()).admin)); setInterval(() => {}, 1000)`
  const env = { ...process.env }
  delete env.NAHTSTELLE_TEST_CLUSTER
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const admin = JSON.parse(String(line)) as Login
  await withConnection(admin, (client) => client.query('select'))
  child.kill('SIGKILL')
  for (let waited = 0; waited < 5000 && existsSync(admin.host); waited += 50) await sleep(50)
  assert.equal(existsSync(admin.host), false)
  await assert.rejects(withConnection(admin, (client) => client.query('select')))
})
