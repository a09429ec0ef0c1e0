// Folders and machines that are not as one would wish: closed, of an unknown version, without binaries, half a package.
import assert from 'node:assert/strict'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { usualPlaces } from './engine.ts'
import { withConnection } from './login.ts'
import { startManaged } from './managed.ts'
import { hydrate } from './npm-links.ts'
import { clearAway, presentEngines, TestApplication, temporaryFolder } from './test-installation.ts'

const isRoot = process.geteuid?.() === 0
const quiet = () => {}

describe('folders that cannot be started', () => {
  const data = temporaryFolder()
  const [prefer = 'system'] = presentEngines()
  before(async () => (await startManaged({ data, prefer, log: quiet })).stop())
  after(() => clearAway(data))

  it('says which version is needed when its binaries are gone, and touches nothing', async () => {
    const file = join(data, 'pg/PG_VERSION')
    const version = readFileSync(file, 'utf8')
    writeFileSync(file, '14\n')
    await assert.rejects(startManaged({ data, log: quiet }), (fault: Error) => {
      assert.match(fault.message, /gehören zu PostgreSQL 14, .* unverändert da\. Installieren Sie PostgreSQL 14/)
      return true
    })
    writeFileSync(file, version)
    await (await startManaged({ data, log: quiet })).stop()
  })

  it('lets the version of the folder decide, not the wish', async () => {
    const managed = await startManaged({ data, prefer: prefer === 'system' ? 'npm' : 'system', log: quiet })
    await managed.stop()
    assert.equal(managed.engine.major, Number.parseInt(readFileSync(join(data, 'pg/PG_VERSION'), 'utf8'), 10))
  })

  it('asks for the accounts from the backup when they are gone or broken', async () => {
    const file = join(data, 'managed.json')
    const kept = readFileSync(file)
    writeFileSync(file, '{"passwords":')
    await assert.rejects(startManaged({ data, log: quiet }), /beschädigt.*Sicherung zurück/)
    rmSync(file)
    await assert.rejects(startManaged({ data, log: quiet }), /fehlt, aber .* enthält schon Daten/)
    writeFileSync(file, kept, { mode: 0o600 })
    await (await startManaged({ data, log: quiet })).stop()
  })

  it('hands on what PostgreSQL says when a setting file is broken', async () => {
    const file = join(data, 'pg/postgresql.conf')
    const kept = readFileSync(file)
    writeFileSync(file, 'shared_buffers = banana banana\n')
    await assert.rejects(
      startManaged({ data, log: quiet }),
      /ließ sich nicht starten\. PostgreSQL meldet: .*Ihre Daten sind unverändert da/s,
    )
    writeFileSync(file, kept)
    await (await startManaged({ data, log: quiet })).stop()
  })

  it('names the platform and points to DATABASE_URL where there is no PostgreSQL', async () => {
    const fresh = temporaryFolder()
    const nowhere = { debian: join(fresh, 'none'), path: '', npm: null }
    await assert.rejects(startManaged({ data: fresh, log: quiet, places: nowhere }), (fault: Error) => {
      assert.ok(fault.message.includes(`${process.platform}-${process.arch}`) && fault.message.includes('DATABASE_URL'))
      return true
    })
    clearAway(fresh)
  })
})

describe('the npm package as npm 11 leaves it', { skip: usualPlaces().npm === null }, () => {
  it('gets its links and execute bits, as often as asked', () => {
    const folder = temporaryFolder()
    const native = copyOfPackage(folder)
    for (const name of readdirSync(join(native, 'lib'))) {
      if (/^lib(icu|pq|pgtypes|ecpg).*\.so(\.\d+)?$/.test(name)) rmSync(join(native, 'lib', name))
    }
    chmodSync(join(native, 'bin/postgres'), 0o644)
    hydrate(native)
    hydrate(native)
    const original = usualPlaces().npm ?? ''
    assert.deepEqual(readdirSync(join(native, 'lib')), readdirSync(join(original, 'lib')))
    assert.deepEqual(
      readFileSync(join(native, 'lib/libicuuc.so.60')),
      readFileSync(join(native, 'lib/libicuuc.so.60.2')),
    )
    rmSync(folder, { recursive: true })
  })
})

function copyOfPackage(folder: string): string {
  const copy = join(folder, 'linux-x64')
  cpSync(dirname(usualPlaces().npm ?? ''), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'native')
}

describe('as root', { skip: !isRoot || process.platform !== 'linux' }, () => {
  const closed = temporaryFolder()
  const npm = usualPlaces().npm === null ? null : copyOfPackage(closed)
  before(() => chmodSync(closed, 0o700))
  after(() => rmSync(closed, { recursive: true, force: true }))

  for (const prefer of presentEngines()) {
    it(`runs below a folder that is closed to others (${prefer}, data and npm binaries inside)`, async () => {
      const data = join(closed, prefer)
      const said: string[] = []
      for (const round of [1, 2]) {
        const managed = await startManaged({
          data,
          prefer,
          log: (line) => said.push(line),
          places: { ...usualPlaces(), npm },
        })
        const { rows } = await withConnection(managed.logins.app, (client) => client.query('select 1 as one'))
        assert.deepEqual(rows, [{ one: 1 }], `round ${round}`)
        await managed.stop()
      }
      assert.match(said.join('\n'), /verschlossene/)
      clearAway(data)
    })

    it(`runs there in a user namespace where capabilities cannot be handed on (${prefer})`, async () => {
      const data = join(closed, `${prefer}-namespace`)
      const programs = join(closed, `programs-${prefer}`)
      mkdirSync(programs)
      symlinkSync('/usr/bin/unshare', join(programs, 'unshare'))
      const application = new TestApplication(data, prefer, 'idle', ['/usr/bin/env', `PATH=${programs}`])
      await application.until('ready')
      assert.match(await application.until('log', 'Namensraum'), /Namensraum/)
      await application.kill('SIGKILL')
      const managed = await startManaged({ data, prefer, log: quiet })
      await managed.stop()
      clearAway(data)
    })

    it(`needs none of this for an ordinary user (${prefer})`, async () => {
      const data = temporaryFolder()
      chownSync(data, 65534, 65534)
      const become = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
      const application = new TestApplication(data, prefer, 'idle', become)
      await application.until('ready')
      await application.kill('SIGTERM')
      assert.deepEqual(
        application.said('log').filter((line) => /Benutzer/.test(String(line))),
        [],
      )
      clearAway(data)
    })
  }
})
