// `import` without a dry run: into the installation that runs, and into the one that lies there, through the same endpoints as the browser.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { boundaryFile } from '#areas/figures/server/import/testing-shapes.ts'
import { openPool } from '#kit/db/database.ts'
import { joinManaged } from '#kit/db/managed/managed.ts'
import { clearAway, temporaryFolder } from '#kit/db/managed/test-installation.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { Application } from '../testing-process.ts'
import { nahtstelle } from './testing.ts'

const data = temporaryFolder()
let application: Application | null = null
after(async () => {
  await application?.kill('SIGKILL')
  clearAway(data)
})
const demo = (name: string) => new URL(`../../areas/figures/demo-data/${name}`, import.meta.url).pathname
const register = demo('gemeindeverzeichnis_2024-06-30_oberbayern.csv')
const care = demo('22411-02-03-4_oberbayern.csv')
const command = (...words: string[]) => nahtstelle(words, { env: { DATA: data } })

type Facts = {
  tables: string[]
  acts: { verb: string; person: string | null; because: string | null }[]
  sessions: number
  drafts: number
}

async function facts(): Promise<Facts> {
  const managed = await joinManaged(data)
  const pool = openPool(managed!.logins.owner, 1)
  try {
    return await inPlainTransaction(pool, async (db) => {
      const tables = await sql<{
        title: string
      }>`select title from kit.object where kind = 'officialTable' order by id`.execute(db)
      const acts = await sql<Facts['acts'][number]>`select e.verb, p.title as person, e.because from journal.entry e
        left join kit.object p on p.id = e.person where e.verb in ('host.acted', 'figures.imported') order by e.id`.execute(
        db,
      )
      const left = await sql<{
        sessions: number
        drafts: number
      }>`select (select count(*)::int from access.session where expires < created + interval '1 hour') as sessions,
        (select count(*)::int from figures.import_draft) as drafts`.execute(db)
      return { tables: tables.rows.map((row) => row.title), acts: acts.rows, ...left.rows[0]! }
    })
  } finally {
    await pool.end()
  }
}

test('an official file is read in where Nahtstelle runs and where it only lies, in a planner’s name, journalled as the host’s act', async () => {
  const nowhere = await nahtstelle(['import', 'table', register], { env: { DATA: `${data}/nothing` } })
  assert.equal(nowhere.code, 1)
  assert.match(nowhere.told, /liegt keine Nahtstelle/)

  application = new Application(data)
  const { address, token } = await application.ready()
  const early = await command('import', 'table', register)
  assert.equal(early.code, 1)
  assert.match(early.told, /plant noch niemand/)
  const setUp = await fetch(`${address}/api/first-run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      organisation: 'Landkreis Beispielstadt (Beispiel)',
      person: 'Erika Muster',
      email: 'erika@example.org',
      password: 'nahtstelle-test',
    }),
  })
  assert.equal(setUp.status, 200, await setUp.text())

  const stranger = await command('import', 'table', register, '--as', 'otto@example.org')
  assert.equal(stranger.code, 1)
  assert.match(stranger.told, /otto@example\.org darf hier niemand amtliche Zahlen einlesen/)
  const unknownAreas = await command('import', 'table', care)
  assert.equal(unknownAreas.code, 1)
  assert.match(unknownAreas.told, /zuerst das Gemeindeverzeichnis/)
  assert.deepEqual((await facts()).tables, [])

  const done = await command('import', 'table', register, '--json')
  assert.equal(done.code, 0, done.told)
  assert.equal(JSON.parse(done.out).areas, 519)
  assert.match(done.told, /Im Namen|im Namen von Erika Muster, Landkreis Beispielstadt/)
  assert.match(done.told, /ist eingelesen: 2\.0\d\d Werte neu/)
  const areas = (await (await fetch(`${address}/api/figures/areas`)).json()) as { keys: string[] }
  assert.equal(areas.keys.length, 23, 'the running installation shows it at once')
  const again = await command('import', 'table', register)
  assert.equal(again.code, 1)
  assert.match(again.told, /schon eingelesen/)

  await application.kill('SIGTERM')
  const asleep = await command('import', 'genesis', care, '--as', 'Erika@Example.org')
  assert.equal(asleep.code, 0, asleep.told)
  assert.match(asleep.told, /ist eingelesen/)
  // A table that does not say what it holds: a proposal is written, a person completes it, and it is read in.
  const free = join(data, 'hilfen.csv')
  writeFileSync(free, 'AGS;Jahr;Hilfen\n9175;2023;12\n9174;2023;–\n')
  const target = join(data, 'zuordnung.json')
  const unmapped = await command('import', 'table', free)
  assert.deepEqual([unmapped.code, /--write-mapping/.test(unmapped.told)], [1, true], unmapped.told)
  const proposed = await command('import', 'table', free, '--write-mapping', target)
  assert.equal(proposed.code, 0, proposed.told)
  for (const words of [/Was bedeutet „-“/, /Welche Kennzahl ist „Hilfen“/]) assert.match(proposed.told, words)
  const twice = await command('import', 'table', free, '--write-mapping', target)
  assert.deepEqual([twice.code, /gibt es schon/.test(twice.told)], [1, true])
  const open = await command('import', 'table', free, '--mapping', target)
  assert.deepEqual([open.code, /Angaben fehlen noch/.test(open.told)], [1, true], open.told)
  const mapping = JSON.parse(readFileSync(target, 'utf8'))
  Object.assign(mapping, {
    title: 'Hilfen',
    source: 'Musteramt, 2024',
    licence: 'CC0-1.0',
    stateOn: '2024-06-30',
    published: true,
  })
  mapping.signs.push({ sign: '-', means: 'nil' })
  mapping.measures[0].as.unit = 'Fälle'
  writeFileSync(target, JSON.stringify(mapping))
  const mapped = await command('import', 'table', free, '--mapping', target, '--json')
  assert.equal(mapped.code, 0, mapped.told)
  const summary = JSON.parse(mapped.out)
  assert.deepEqual([summary.kind, summary.values, summary.states.nil, summary.areas], ['spreadsheet', 1, 1, 2])
  const shapes = join(data, 'shapes')
  mkdirSync(shapes)
  const square = (key: string, at: number) => ({ key, square: [600_000 + at * 9000, 5_300_000, 8000] as const })
  for (const [ending, bytes] of Object.entries(boundaryFile('25832', ['09184', '09175'].map(square))))
    writeFileSync(join(shapes, `kreise.${ending}`), bytes)
  writeFileSync(join(shapes, 'aktualitaet.txt'), '31.12.2023')
  const unnamed = await command('import', 'boundaries', join(shapes, 'kreise.shp'))
  assert.deepEqual([unnamed.code, /--source/.test(unnamed.told)], [1, true], unnamed.told)
  const drawn = await command('import', 'boundaries', join(shapes, 'kreise.shp'), '--source', 'Eigene Karte')
  assert.equal(drawn.code, 0, drawn.told)
  assert.match(drawn.told, /„Grenzen von 2 Kreisen und kreisfreien Städten, Gebietsstand 31.12.2023“ ist eingelesen/)
  assert.equal(await joinManaged(data), null, 'what was started for the command has been stopped')

  application = new Application(data)
  await application.ready()
  const after = await facts()
  assert.equal(after.tables.length, 4)
  assert.deepEqual([after.sessions, after.drafts], [0, 0], 'neither entrance nor preview is left')
  const host = { verb: 'host.acted', person: null, because: 'Wartung über die Kommandozeile dieser Installation' }
  const person = { verb: 'figures.imported', person: 'Erika Muster', because: null }
  assert.deepEqual(
    after.acts.filter((act) => act.verb === 'figures.imported'),
    [person, person, person, person],
  )
  assert.deepEqual(after.acts.slice(-2), [host, person])
})
