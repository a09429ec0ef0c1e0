import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { type Caller, testHouse } from '#apps/testing.ts'
import { addPerson, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import { bagOberbayern } from '#areas/cooperation/fixtures/bag-oberbayern.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import { openSolver } from '#kit/solver/highs.ts'
import { attack } from '#pure/attack/attack.ts'
import { readTable } from '#pure/attack/table.ts'
import { type Certificate, canonical, type PublicTable } from '#pure/certificate/certificate.ts'
import type { GuardedPage, LookedTable, ReleaseHead, ReleasePage } from './contract/gate.ts'
import { withHistory } from './rules/gate.ts'

/** Only one town has so many, so that nobody else can have it by chance. */
const planted = 48271
/** The number itself, not digits inside of an id, a hash or a time. */
const tells = (text: string) => /(?<![0-9a-f.])48\.?271(?![0-9a-f])/.test(text)
const counts = (of: { karlsfeld?: number; more?: string } = {}) => `Gemeinde;Landkreis;Alter;Anzahl
Dachau;Dachau;unter 27;31
Dachau;Dachau;27 und älter;57
Karlsfeld;Dachau;unter 27;${of.karlsfeld ?? 2}
Karlsfeld;Dachau;27 und älter;${planted}
Petershausen;Dachau;unter 27;12
Petershausen;Dachau;27 und älter;25
Ebersberg;Ebersberg;unter 27;14
Ebersberg;Ebersberg;27 und älter;4
Grafing;Ebersberg;unter 27;17
Grafing;Ebersberg;27 und älter;23
${of.more ?? ''}`
const based = (revision: number) => ({ 'if-match': `"${revision}"` })
const parts = 'g,u0,g,n'
const year = { from: '2025-01-01', until: '2026-01-01' }

test('the release gate', async (t) => {
  const house = await testHouse(t, { at: '2026-02-02T09:00:00Z' })
  const founded = await foundBody(house, bagOberbayern)
  const { founder: office, body } = founded
  const dachau = founded.organisation('Landkreis Dachau')
  const person = (name: string, role: 'planner' | 'checker' | 'staff', organisation = dachau, seat = true) =>
    addPerson(house, office, {
      name,
      organisation,
      roles: [role],
      ...(seat ? { body: { id: body, role: 'delegate' as const } } : {}),
    })
  const first = await person('Erste Prüfende', 'planner')
  const second = await person('Zweite Prüfende', 'checker', dachau, false)
  const clerk = await person('Sachbearbeitung', 'staff', dachau, false)
  const member = await person('Mitglied Ebersberg', 'planner', founded.organisation('Landkreis Ebersberg'))
  const stranger = await person('Fremd', 'planner', founded.organisation('Landkreis München'), false)
  const words = (more: Record<string, string> = {}) =>
    new URLSearchParams({
      columns: parts,
      ...year,
      title: 'Beratungen nach Gemeinde und Alter',
      definition: 'Beratene Personen mit Wohnsitz in der Gemeinde.',
      threshold: '5',
      ...more,
    })
  const keep = (who: Caller, text = counts(), more: Record<string, string> = {}) =>
    who.upload(`/figures/gate/tables?${words(more)}`, 'zahlen.csv', text)
  const at = (id: string) => `/figures/gate/tables/${id}`
  const page = async (id: string, who: Caller = first) => ok<GuardedPage>(await who.get(at(id)))
  const revision = async (id: string) => (await page(id)).head.revision
  const protect = async (id: string, audience: object = { audience: 'public' }) => {
    ok(await first.post(`${at(id)}/protect`, audience))
    await house.settle()
    return page(id)
  }
  const release = async (id: string) => {
    const { run } = await page(id)
    ok(await first.post(`${at(id)}/propose`, { run: run!.id }))
    return ok<{ release: string }>(await second.post(`${at(id)}/release`, { run: run!.id })).release
  }
  const seen = async (who: Caller, id: string) => ok<ReleasePage>(await who.get(`/figures/releases/${id}`))
  const shown = (cells: readonly { groups: string[]; value: number | null }[], ...groups: string[]) =>
    cells.find((one) => one.groups.join() === groups.join())?.value
  const proof = async (id: string) => {
    const file = async (format: string): Promise<unknown> =>
      (await house.visitor.get(`/figures/releases/${id}/file/${format}`)).body
    return { certificate: (await file('certificate')) as Certificate, table: (await file('table')) as PublicTable }
  }
  const sqlOf = <T>(who: TestPerson, statement: ReturnType<typeof sql<T>>) =>
    inTransaction(
      house.house.pool,
      { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
      null,
      (db) => statement.execute(db),
    )
  let table = ''
  let published = ''

  await t.test('columns are proposed, a fault is said in a sentence with its line, and nothing is kept', async () => {
    const looked = ok<LookedTable>(await first.upload('/figures/gate/look', 'zahlen.csv', counts()))
    assert.equal(looked.columns.map(({ part }) => part).join(), parts)
    const refused = async (text: string, more: Record<string, string> = {}) => {
      const { status, body: said } = await keep(first, text, more)
      assert.equal(status, 409)
      return String(said.message)
    }
    assert.match(
      await refused(counts({ more: 'Vaterstetten;Ebersberg;unter 27;<5' })),
      /In Zeile 12 ist „<5“ keine Zählung/,
    )
    assert.match(await refused(counts({ more: 'Grafing;Dachau;unter 27;1' })), /„Grafing“ gehört .* zwei verschiedenen/)
    assert.match(await refused(counts(), { columns: 'g,u0,g,x' }), /Keine Spalte ist die Anzahl/)
    assert.match(await refused(counts(), { columns: 'g,u2,x,n' }), /fasst ein Merkmal zusammen, das keines ist/)
    assert.match(await refused('Gemeinde;Anzahl'), /steht keine Tabelle/)
    assert.equal((await keep(clerk)).status, 403)
    assert.equal((await keep(house.visitor)).status, 401)
    assert.equal(ok<{ mine: unknown[] }>(await first.get('/figures/gate')).mine.length, 0)
  })

  await t.test('its owner sees what others would see, what it costs and why each cell is kept back', async () => {
    table = ok<{ id: string }>(await keep(first)).id
    assert.equal((await page(table)).run, null)
    const { run, cost, cells, can } = await protect(table)
    assert.equal(run?.state, 'done')
    assert.deepEqual([cost?.primary, cost?.countedHidden], [2, 4 + 14 + 23 + 17 + 2 + planted + 12 + 25])
    assert.deepEqual(can, ['protect', 'propose', 'discard'])
    const of = (...groups: string[]) => cells!.find((one) => one.groups.join() === groups.join())!
    assert.deepEqual(of('Karlsfeld', 'unter 27').why, { kind: 'rule' })
    assert.deepEqual([of('Karlsfeld', 'unter 27').own, of('Karlsfeld', 'unter 27').value], [2, null])
    assert.deepEqual(of('Ebersberg', 'unter 27').why, {
      kind: 'beside',
      cell: ['Ebersberg', '27 und älter'],
      sum: ['Ebersberg', '*'],
    })
    assert.ok(cells!.every(({ value, why }) => (value === null) === (why !== null)))
    // A town and its county of the same name are two groups.
    assert.equal(of('Dachau (Landkreis)', '*').value, of('Dachau', '*').own + of('Karlsfeld', '*').own + 37)
  })

  await t.test(
    'one person proposes, another releases; neither alone, and nobody from elsewhere (two people)',
    async () => {
      const { run } = await page(table)
      const act = (who: Caller, what: string) => who.post(`${at(table)}/${what}`, { run: run!.id })
      assert.equal((await act(second, 'release')).body.code, 'notProposed')
      ok(await act(first, 'propose'))
      assert.equal((await act(first, 'release')).body.code, 'samePersonReleases')
      assert.equal((await act(member, 'release')).status, 404)
      assert.equal((await page(table)).needsOther, true)
      // The database holds it a second time.
      const alone = sqlOf(
        first,
        sql`insert into figures.release (id, protection, guarded, edition, threshold, dimensions, trees, definition, from_day, until_day, audience, cells,
          certificate, system, hidden, released_by, released_at)
        select g.id, p.id, p.guarded, 1, 5, g.dimensions, p.result -> 'trees', '-', '2025-01-01', '2026-01-01', 'public', p.result -> 'cells', p.result -> 'certificate',
          p.result -> 'system', '{}', ${first.person}, clock.now() from figures.protection p join figures.guarded_table g on g.id = p.guarded`,
      )
      await assert.rejects(alone, /another releases it|row-level security/)
      await assert.rejects(
        sqlOf(first, sql`update figures.protection set result = '{}' where guarded = ${table}`),
        /permission denied/,
      )
      published = ok<{ release: string }>(await act(second, 'release')).release
      const released = await seen(house.visitor, published)
      assert.equal(shown(released.cells, 'Karlsfeld', 'unter 27'), null)
      assert.equal(shown(released.cells, 'Grafing', '*'), 40)
      assert.deepEqual([released.mine, released.guarded], [false, null])
    },
  )

  await t.test('a hidden value is in no byte that anybody else can obtain (48,271 planted)', async () => {
    const others: [string, Caller][] = [
      ['visitor', house.visitor],
      ['member', member],
      ['stranger', stranger],
      ['clerk', clerk],
      ['office', office],
    ]
    for (const [who, caller] of others) {
      assert.notEqual((await caller.get(at(table))).status, 200, who)
      for (const path of [
        '/figures/gate',
        `/figures/releases/${published}`,
        `/figures/releases/${published}/file/csv`,
        `/figures/releases/${published}/file/certificate`,
        `/figures/releases/${published}/file/table`,
        '/search?q=Karlsfeld',
        `/objects/${table}/history`,
        `/objects/${published}/history`,
        `/trail/${published}`,
        '/news',
      ]) {
        const { body: said } = await caller.get(path)
        const text = Buffer.isBuffer(said) ? said.toString('utf8') : JSON.stringify(said)
        assert.ok(!tells(text), `${who}: ${path}`)
      }
    }
    for (const caller of [member, stranger, clerk])
      for (const from of ['guarded_content', 'protection', 'guarded_table'])
        assert.equal((await sqlOf(caller, sql`select * from ${sql.raw(`figures.${from}`)}`)).rows.length, 0)
    const { rows } = await sqlOf(
      stranger,
      sql<{ release: unknown }>`select to_jsonb(r) as release from figures.release r`,
    )
    assert.ok(rows.length === 1 && !tells(JSON.stringify(rows)))
    const journalled = await house.asOwner((db) =>
      sql<{ text: string }>`select e::text as text from journal.entry e`.execute(db),
    )
    assert.ok(journalled.rows.every(({ text }) => !tells(text)))
  })

  await t.test(
    'the certificate belongs to the released table, and the independent attacker finds no small count',
    async () => {
      const { certificate, table: released } = await proof(published)
      assert.equal(certificate.sha256, createHash('sha256').update(canonical(released)).digest('hex'))
      assert.equal(certificate.method.threshold, 5)
      assert.ok(certificate.attack.narrowest! >= 4)
    },
  )

  await t.test(
    'a correction is held against what was released before: the first release does not open it',
    async () => {
      // One more in Karlsfeld: all totals above it move by one.
      const text = counts({
        karlsfeld: 3,
        more: 'Vaterstetten;Ebersberg;unter 27;6\nVaterstetten;Ebersberg;27 und älter;11',
      })
      const next = new URLSearchParams({ columns: parts, ...year })
      const anew = (query: URLSearchParams, at: number) =>
        first.upload(`/figures/gate/tables/${table}/editions?${query}`, 'neu.csv', text, based(at))
      ok(await anew(next, await revision(table)))
      assert.equal((await page(table)).run?.outdated, true)
      assert.equal((await anew(next, 1)).status, 412)
      const other = new URLSearchParams({ columns: 'g,x,x,n', ...year })
      assert.equal((await anew(other, await revision(table))).body.code, 'otherDimensions')
      const { cells, run } = await protect(table)
      assert.equal(run?.state, 'done', JSON.stringify(run))
      const again = await release(table)
      assert.equal(shown((await seen(house.visitor, again)).cells, 'Karlsfeld', 'unter 27'), null)
      // Both releases together, attacked by a programme of their own.
      const kept = await house.asOwner((db) =>
        sql<{
          rows: never
          edition: number
          hidden: string[]
        }>`select c.rows, c.edition, r.hidden from figures.release r
        join figures.guarded_content c on c.guarded = r.guarded and c.edition = r.edition where r.guarded = ${table} order by c.edition`.execute(
          db,
        ),
      )
      const [one, two] = kept.rows.map(({ rows, hidden }) => ({ content: rows, threshold: 5, hidden, ...year }))
      const system = readTable(withHistory(two!, [one!]), two!.hidden)
      const found = attack(system, await openSolver(), {
        left: () => 60,
        wholeNumbers: true,
        who: null,
        everybody: false,
      })!
      assert.equal(found.protected, true)
      assert.ok(cells!.length > 24)
    },
  )

  await t.test('a release for members is seen by members alone, and a public one says nothing of it', async () => {
    const more = { title: 'Nur für Mitglieder' }
    const other = ok<{ id: string }>(await keep(first, counts(), more)).id
    assert.equal((await second.post(`${at(other)}/protect`, { audience: 'body', body })).body.code, 'notInBody')
    assert.equal((await protect(other, { audience: 'body', body })).run?.body?.id, body)
    const inside = await release(other)
    assert.equal((await seen(member, inside)).cells.length, 24)
    assert.equal((await stranger.get(`/figures/releases/${inside}`)).status, 404)
    assert.equal((await house.visitor.get(`/figures/releases/${inside}`)).status, 404)
    const listed = async (who: Caller) =>
      ok<{ releases: ReleaseHead[] }>(await who.get('/figures/gate')).releases.map(({ id }) => id)
    assert.ok((await listed(member)).includes(inside) && !(await listed(stranger)).includes(inside))
    // The next, public release is protected against what members know, but its proof speaks of public figures alone.
    ok(
      await first.upload(
        `/figures/gate/tables/${other}/editions?${new URLSearchParams({ columns: parts, from: '2026-01-01', until: '2027-01-01' })}`,
        'neu.csv',
        counts({ karlsfeld: 9 }),
        based(await revision(other)),
      ),
    )
    assert.equal((await protect(other)).run?.state, 'done')
    // What another table says of the same time is not in the attack, and said to whoever releases.
    assert.deepEqual((await page(other)).beside, [])
    assert.ok((await page(table)).beside.some(({ id }) => id === inside))
    const outside = await release(other)
    const { table: released } = await proof(outside)
    assert.ok(released.cells.every(({ id }) => id.startsWith('["2026-01-01"')))
    // Who may change the object cannot make a release for members public.
    await sqlOf(first, sql`update kit.object set audience = 'public', revision = revision + 1 where id = ${inside}`)
    assert.equal((await house.visitor.get(`/figures/releases/${inside}`)).body.code, 'withdrawn')
  })

  await t.test('withdrawn: gone from every way out at once, kept in the ledger and counted as known', async () => {
    const head = await seen(first, published)
    const withdraw = (who: Caller, on = 1) =>
      who.act(`/figures/releases/${published}/withdraw`, on, { reason: 'Falsche Zuordnung' })
    assert.equal((await withdraw(member)).status, 403)
    ok(await withdraw(first))
    for (const who of [house.visitor, member, office]) {
      assert.equal((await who.get(`/figures/releases/${published}`)).body.code, 'withdrawn')
      for (const format of ['csv', 'certificate', 'table'])
        assert.equal((await who.get(`/figures/releases/${published}/file/${format}`)).status, 409)
      assert.ok(
        !ok<{ releases: ReleaseHead[] }>(await who.get('/figures/gate')).releases.some(({ id }) => id === published),
      )
    }
    assert.deepEqual((await seen(first, published)).cells, head.cells)
    assert.equal((await page(table)).releases.filter(({ withdrawnAt }) => withdrawnAt).length, 1)
    assert.equal((await withdraw(first, 2)).body.code, 'withdrawn')
    // Lowering the threshold would show what was kept back then.
    const lower = await first.put(`${at(table)}/threshold`, await revision(table), { threshold: 3 })
    assert.equal(lower.body.code, 'lowerThanReleased')
    ok(await first.put(`${at(table)}/threshold`, await revision(table), { threshold: 10 }))
    assert.equal((await page(table)).run?.outdated, true)
    const gone = await first.delete(at(table), await revision(table))
    assert.equal(gone.body.code, 'releasedBefore')
  })

  const folder = process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data'
  const file = join(folder, 'statistics/regionaldatenbank_2017-10/13211-01-03-5_00.csv.gz')
  await t.test(
    'unemployed by municipality and age (13211-01-03-5, 2016): a real table with small counts goes through',
    { skip: !existsSync(file) },
    async () => {
      const text = new TextDecoder('windows-1252').decode(gunzipSync(readFileSync(file)))
      const lines = text.split('\n').map((line) => line.split(';').map((one) => one.trim()))
      const number = (sign: string | undefined) => (sign === '-' ? 0 : Number(sign))
      const rows = lines.flatMap(([key = '', name = '', all, , , , young, old]) => {
        if (!/^091(74|75|84)\d{3}$/.test(key) || [all, young, old].some((one) => Number.isNaN(number(one)))) return []
        const middle = number(all) - number(young) - number(old)
        const start = `${name.split(',')[0]};${key.slice(0, 5)}`
        return [
          `${start};15 bis 24;${number(young)}`,
          `${start};25 bis 54;${middle}`,
          `${start};55 bis 64;${number(old)}`,
        ]
      })
      assert.ok(rows.length > 150)
      const id = ok<{ id: string }>(
        await keep(first, `Gemeinde;Landkreis;Alter;Anzahl\n${rows.join('\n')}\n`, {
          title: 'Arbeitslose',
          threshold: '10',
        }),
      ).id
      const { run, cost } = await protect(id)
      assert.equal(run?.state, 'done', JSON.stringify(run))
      assert.ok(cost!.primary > 5 && cost!.secondary > 5, JSON.stringify(cost))
      assert.ok(cost!.narrowest! >= 9)
    },
  )

  await t.test(
    'use of services across county borders: a flow of residence by place passes the gate (B44)',
    async () => {
      const counties = ['Dachau', 'Ebersberg', 'Erding', 'Freising', 'München']
      const flow = counties.flatMap((home, h) =>
        counties.map((place, p) => `${home};${place};${h === p ? 140 + 11 * h : (7 * h + 3 * p) % 13}`),
      )
      const text = `Wohnlandkreis;Landkreis der Beratung;Anzahl\n${flow.join('\n')}\n`
      const id = ok<{ id: string }>(
        await keep(first, text, { columns: 'g,g,n', title: 'Nutzung über Kreisgrenzen' }),
      ).id
      const { cells, cost } = await protect(id)
      assert.ok(cost!.primary >= 5 && cost!.narrowest! >= 4)
      // Where people go is seen in all margins, and every small flow is hidden.
      assert.ok(cells!.filter(({ groups }) => groups.includes('*')).every(({ value, own }) => value === own))
      assert.ok(cells!.every(({ own, value }) => own === 0 || own >= 5 || value === null))
      const { table: seenByAll } = await proof(await release(id))
      assert.equal(seenByAll.cells.length, 36)
    },
  )

  await t.test(
    'a run is stopped; what cannot be protected says so; what was never released can be thrown away',
    async () => {
      const lonely = 'Gemeinde;Anzahl\nDachau;3\nKarlsfeld;0\n'
      const own = ok<{ id: string }>(await keep(first, lonely, { columns: 'g,n', title: 'Zu wenige' })).id
      ok(await first.post(`${at(own)}/protect`, { audience: 'public' }))
      assert.equal((await first.post(`${at(own)}/protect`, { audience: 'public' })).body.code, 'runGoesOn')
      ok(await first.post(`${at(own)}/stop`))
      await house.settle()
      assert.equal((await page(own)).run?.state, 'cancelled')
      assert.equal((await first.post(`${at(own)}/stop`)).body.code, 'nothingRuns')
      const { run, cells } = await protect(own)
      assert.deepEqual(
        [run?.state, run?.state === 'failed' ? run.fault : cells?.map(({ value }) => value)],
        ['done', [null, null, 0]],
      )
      ok(await first.delete(at(own), await revision(own)))
      assert.equal((await first.get(at(own))).status, 404)
      await house.moveTo('2026-03-10T09:00:00Z')
      const left = await house.asOwner((db) =>
        sql`select from figures.guarded_content where guarded = ${own}`.execute(db),
      )
      assert.equal(left.rows.length, 0)
    },
  )
})
