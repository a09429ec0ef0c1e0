// What the managed database promises its application, proven on every engine of this machine.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { connect, withConnection } from './login.ts'
import { joinManaged, type Managed, startManaged } from './managed.ts'
import { isAlive, send } from './processes.ts'
import { clearAway, postmasterPid, presentEngines, TestApplication, temporaryFolder } from './test-installation.ts'

for (const prefer of presentEngines()) {
  describe(`managed database on ${prefer} binaries`, () => {
    const data = temporaryFolder()
    const log: string[] = []
    const start = () => startManaged({ data, prefer, log: (line) => log.push(line) })
    after(() => clearAway(data))

    const stopAfter = async (work: (managed: Managed) => Promise<void>) => {
      const managed = await start()
      try {
        await work(managed)
      } finally {
        await managed.stop()
      }
    }
    const remember = (managed: Managed, word: string) =>
      withConnection(managed.logins.owner, async (client) => {
        await client.query('create table if not exists memory (word text)')
        await client.query('insert into memory values ($1)', [word])
      })
    const remembers = (managed: Managed) =>
      withConnection(managed.logins.owner, async (client) => {
        const { rows } = await client.query<{ word: string }>('select word from memory order by word')
        return rows.map((row) => row.word)
      })

    it('starts in an empty folder, closed to everybody without a password', () =>
      stopAfter(async (managed) => {
        assert.equal(statSync(join(data, 'managed.json')).mode & 0o777, 0o600)
        assert.equal(statSync(managed.socketDir).mode & 0o777, 0o700)
        assert.doesNotMatch(readFileSync(join(data, 'pg/pg_hba.conf'), 'utf8'), /^[^#]*\btrust\b/m)
        for (const login of [...Object.values(managed.logins), managed.admin]) {
          await assert.rejects(connect({ ...login, password: 'falsch' }, 'test'), { code: '28P01' })
        }
        await withConnection(managed.admin, async (client) => {
          const { rows } = await client.query(`select current_setting('listen_addresses') as tcp,
            current_setting('data_checksums') as checksums, current_setting('fsync') as fsync`)
          assert.deepEqual(rows, [{ tcp: '', checksums: 'on', fsync: 'on' }])
        })
        await remember(managed, 'erster Start')
      }))

    it('gives the four roles what they need and no more', () =>
      stopAfter(async ({ admin, logins }) => {
        await withConnection(admin, async (client) => {
          const { rows } = await client.query(`select rolname from pg_roles where rolname like 'nahtstelle_%'
            and rolname <> 'nahtstelle_admin' and (rolsuper or rolcreatedb or rolcreaterole or rolreplication)`)
          assert.deepEqual(rows, [])
          const passing = await client.query(`select rolname from pg_roles where rolbypassrls and not rolsuper`)
          assert.deepEqual(passing.rows, [{ rolname: 'nahtstelle_backup' }])
        })
        for (const login of Object.values(logins)) {
          await withConnection(login, (client) => client.query('select'))
          await assert.rejects(connect({ ...login, database: 'postgres' }, 'test'), { code: '42501' })
        }
        const makesTable = (login: Managed['logins']['app']) =>
          withConnection(login, (client) => client.query('create table own (id int)'))
        for (const role of ['app', 'worker', 'backup'] as const) {
          await assert.rejects(makesTable(logins[role]), { code: '42501' })
        }
        await withConnection(logins.owner, async (client) => {
          await client.query(`create table secret as select 1 as id;
            alter table secret enable row level security; alter table secret force row level security`)
          assert.equal((await client.query('select from secret')).rowCount, 0)
        })
        await withConnection(logins.backup, async (client) => {
          assert.equal((await client.query('select from secret')).rowCount, 1)
          await assert.rejects(client.query('delete from secret'), { code: '42501' })
        })
      }))

    it('knows German: umlauts, word stems, numbers in order', () =>
      stopAfter(async ({ logins }) => {
        await withConnection(logins.owner, async (client) => {
          await client.query(`create collation de_test (provider = icu, locale = 'de-u-kn-true')`)
          const { rows } = await client.query(`select lower('ÄÖÜẞ') as small, upper('äöü') as large,
            to_tsvector('german', 'ÖFFENTLICHE Straße')::text as words,
            array(select t from unnest(array['Zebra', 'Gruppe 10', 'Äpfel', 'Gruppe 9']) t order by t collate de_test) as sorted`)
          assert.deepEqual(rows, [
            {
              small: 'äöüß',
              large: 'ÄÖÜ',
              words: "'offent':1 'strass':2",
              sorted: ['Äpfel', 'Gruppe 9', 'Gruppe 10', 'Zebra'],
            },
          ])
        })
      }))

    it('keeps everything over a restart and leaves nobody holding the folder', async () => {
      await stopAfter(async (managed) => assert.deepEqual(await remembers(managed), ['erster Start']))
      assert.equal(await joinManaged(data), null)
      assert.equal(existsSync(join(data, 'holder.json')), false)
      assert.equal(postmasterPid(data), 0)
    })

    it('refuses a second application and names the first; the command line joins it', async () => {
      const first = new TestApplication(data, prefer, 'idle')
      await first.until('ready')
      await assert.rejects(start(), (fault: Error) => {
        assert.match(
          fault.message,
          new RegExp(`seit dem \\d\\d\\.\\d\\d\\.\\d{4}, \\d\\d:\\d\\d Uhr schon von Prozess ${first.process.pid} `),
        )
        assert.match(fault.message, /unter http:\/\/127\.0\.0\.1:4711\. Es wurde nichts verändert\./)
        return true
      })
      const joined = await joinManaged(data)
      assert.ok(joined)
      assert.deepEqual(await remembers(joined), ['erster Start'])
      await joined.stop()
      assert.ok(isAlive(postmasterPid(data)), 'who only joined stops nothing')
      await first.kill('SIGTERM')
      assert.equal(postmasterPid(data), 0)
    })

    it('adopts the server that outlived its killed application', async () => {
      const first = new TestApplication(data, prefer, 'idle')
      await first.until('ready')
      const pid = postmasterPid(data)
      await first.kill('SIGKILL')
      assert.ok(isAlive(pid))
      await stopAfter(async (managed) => {
        assert.equal(postmasterPid(data), pid)
        assert.match(log.join('\n'), new RegExp(`Prozess ${pid}\\) und wird übernommen`))
        assert.deepEqual(await remembers(managed), ['erster Start'])
      })
      assert.equal(isAlive(pid), false, 'who adopts also stops')
    })

    it('brings the server back when it is killed under the running application', async () => {
      const first = new TestApplication(data, prefer, 'idle')
      await first.until('ready')
      const pid = postmasterPid(data)
      send(pid, 'SIGKILL')
      await first.until('log', 'ist wieder da')
      assert.notEqual(postmasterPid(data), pid)
      await assert.rejects(start(), /schon von Prozess/)
      await first.kill('SIGTERM')
    })

    it('starts within ten seconds although children of a killed server are still busy', async () => {
      const first = new TestApplication(data, prefer, 'idle')
      await first.until('ready')
      const joined = await joinManaged(data)
      assert.ok(joined)
      const busy = await connect(joined.logins.owner, 'busy')
      const statement = busy
        .query(`do $$ begin perform sum(i) from generate_series(1, 2000000000) i; end $$`)
        .catch(() => {})
      const server = postmasterPid(data)
      await first.kill('SIGKILL')
      send(server, 'SIGKILL')
      const begin = performance.now()
      await stopAfter(async (managed) => {
        assert.ok(performance.now() - begin < 10_000)
        assert.deepEqual(await remembers(managed), ['erster Start'])
      })
      await statement
      await busy.end().catch(() => {})
    })

    it('sees through lock files of the dead, of strangers, and empty ones', async () => {
      const lock = join(data, 'pg/postmaster.pid')
      for (const pid of ['999999', String(process.pid), '']) {
        writeFileSync(lock, pid && `${pid}\n${join(data, 'pg')}\n1700000000\n5432\n/nowhere\n\n  1234 5678\nready   \n`)
        await stopAfter(async (managed) => assert.deepEqual(await remembers(managed), ['erster Start']))
      }
    })

    it('lets exactly one of two applications that start at once have a new folder', async () => {
      const fresh = temporaryFolder()
      try {
        const both = [1, 2].map(() => new TestApplication(fresh, prefer, 'idle'))
        const words = await Promise.all(
          both.map((one) => Promise.race([one.until('ready').then(() => 'ready'), one.ended.then(() => 'ended')])),
        )
        assert.deepEqual(words.toSorted(), ['ended', 'ready'])
        const [refused] = both.filter((one) => one.said('fault').length > 0)
        assert.match(String(refused?.said('fault')[0]), /schon von Prozess/)
        await Promise.all(both.map((one) => one.kill('SIGTERM')))
      } finally {
        clearAway(fresh)
      }
    })

    it('keeps Ctrl C in the terminal away from the server', { skip: process.platform !== 'linux' }, async () => {
      await stopAfter(async () => {
        const groupOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2]
        assert.notEqual(groupOf(postmasterPid(data)), groupOf(process.pid))
      })
    })
  })
}
