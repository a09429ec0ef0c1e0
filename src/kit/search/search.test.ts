// Search on a real database: German words and compounds, what each person may see, and the index at more than 10,000 rows.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { sql } from 'kysely'
import { type Caller, type TestHouse, testHouse } from '#apps/testing.ts'
import { newId } from '#kit/objects/id.ts'
import { search } from './search.ts'

const link = 'first-run-token-of-this-test-0123456789'
const password = 'nahtstelle-test'

async function founded(
  t: Parameters<typeof testHouse>[0],
): Promise<{ house: TestHouse; erika: Caller; county: string }> {
  const house = await testHouse(t)
  await house.asOwner((db) =>
    sql`insert into access.first_link (digest, created) values (${createHash('sha256').update(link).digest()}, clock.now())`.execute(
      db,
    ),
  )
  const reply = await house.visitor.post('/first-run', {
    token: link,
    organisation: 'Landkreis Beispiel (Beispiel)',
    person: 'Erika Muster',
    email: 'erika@example.org',
    password,
  })
  return { house, erika: await house.signIn('erika@example.org'), county: reply.body.organisation as unknown as string }
}
const made = async (
  house: TestHouse,
  title: string,
  more: { kind?: string; owner?: string; audience?: string; text?: string } = {},
) => {
  const id = newId('2026-11-22T08:00:00Z')
  await house.asOwner(async (db) => {
    await sql`insert into kit.object (id, kind, title, owner, audience, created) values (${id}, ${more.kind ?? 'service'}, ${title}, ${more.owner ?? null}, ${more.audience ?? 'public'}, clock.now())`.execute(
      db,
    )
    if (more.text) await search(db).put(id, more.text)
  })
  return id
}
const titles = async (caller: Caller, q: string, more = '') => {
  const { status, body } = await caller.get(`/search?q=${encodeURIComponent(q)}${more}`)
  assert.equal(status, 200, JSON.stringify(body))
  return (body as unknown as { hits: { title: string }[] }).hits.map((hit) => hit.title)
}

test('compounds, inflections, umlauts, beginnings and several words', async (t) => {
  const { house, erika } = await founded(t)
  await made(house, 'Schuldnerberatungsstelle Ebersberg', {
    text: 'Hilfe bei Überschuldung, Termine für Häuser und Straßen',
  })
  await made(house, 'Tagespflege Müller')
  await made(house, 'Kreisjugendring', { kind: 'organisation', text: 'Beratung der Vereine' })
  const expected: Record<string, string[]> = {
    Beratung: ['Schuldnerberatungsstelle Ebersberg', 'Kreisjugendring'],
    Beratungen: ['Schuldnerberatungsstelle Ebersberg', 'Kreisjugendring'],
    beratungsst: ['Schuldnerberatungsstelle Ebersberg'],
    Schuldner: ['Schuldnerberatungsstelle Ebersberg'],
    Schuld: ['Schuldnerberatungsstelle Ebersberg'],
    pflege: ['Tagespflege Müller'],
    Muller: ['Tagespflege Müller'],
    mueller: ['Tagespflege Müller'],
    MÜLL: ['Tagespflege Müller'],
    Ueberschuldung: ['Schuldnerberatungsstelle Ebersberg'],
    Haus: ['Schuldnerberatungsstelle Ebersberg'],
    strassen: ['Schuldnerberatungsstelle Ebersberg'],
    'die Beratung in Ebersberg': ['Schuldnerberatungsstelle Ebersberg'],
    'Beratung Müller': [],
    'jugend ring': ['Kreisjugendring'],
    Gibtesnicht: [],
  }
  for (const [query, found] of Object.entries(expected))
    assert.deepEqual((await titles(erika, query)).sort(), [...found].sort(), query)
  assert.deepEqual(await titles(erika, 'Beratung', '&kinds=organisation'), ['Kreisjugendring'])
})

test('what nobody would type on purpose finds nothing and breaks nothing', async (t) => {
  const { house, erika } = await founded(t)
  await made(house, `O'Neill & Söhne: 100 % "Hilfe" \\ (e. V.)`)
  for (const odd of ['', ' ', '&', '!', `'`, '"', '\\', '(((', ':*', '~', 'und', 'a', '<->', '😀', 'x'.repeat(200)])
    assert.deepEqual(await titles(erika, odd), [], odd)
  for (const good of [`O'Neill`, 'Söhne:', '100 %', 'sohne & hilfe', '(hilfe'])
    assert.equal((await titles(erika, good)).length, 1, good)
})

test('the title counts more than the text, and changes with the object', async (t) => {
  const { house, erika } = await founded(t)
  await made(house, 'Etwas anderes', { text: 'Wohnungsnot Wohnungsnot Wohnungsnot' })
  const id = await made(house, 'Wohnungsnot im Norden')
  assert.deepEqual(await titles(erika, 'Wohnungsnot'), ['Wohnungsnot im Norden', 'Etwas anderes'])
  await house.asOwner((db) =>
    sql`update kit.object set title = 'Obdach im Norden', revision = revision + 1 where id = ${id}`.execute(db),
  )
  assert.deepEqual(await titles(erika, 'Wohnungsnot'), ['Etwas anderes'])
  assert.deepEqual(await titles(erika, 'Obdach'), ['Obdach im Norden'])
  await house.asOwner((db) =>
    sql`update kit.object set deleted_at = clock.now(), revision = revision + 1 where id = ${id}`.execute(db),
  )
  assert.deepEqual(await titles(erika, 'Obdach'), [])
})

test('nobody finds what they may not see, and the application reads no index', async (t) => {
  const { house, erika, county } = await founded(t)
  const other = await made(house, 'Anderes Amt (Beispiel)', { kind: 'organisation' })
  await made(house, 'Vertraulicher Entwurf', { owner: other, audience: 'organisation' })
  await made(house, 'Vertraulicher Plan', { owner: county, audience: 'organisation' })
  assert.deepEqual(await titles(erika, 'vertraulich'), ['Vertraulicher Plan'])
  assert.equal((await house.visitor.get('/search?q=vertraulich')).status, 401)
  const { rows } = await house.house.pool.query(`select * from search.find('Entwurf', null, 10)`)
  assert.deepEqual(rows, [])
  await assert.rejects(house.house.pool.query('select * from search.entry'), { code: '42501' })
  await assert.rejects(house.house.pool.query(`select search.put($1, 'x')`, [other]), { code: 'NA403' })
})

const stems = [
  'Schuldner',
  'Sucht',
  'Jugend',
  'Familien',
  'Alten',
  'Wohn',
  'Arbeits',
  'Sozial',
  'Bildungs',
  'Pflege',
  'Tages',
  'Kranken',
]
const ends = ['beratung', 'hilfe', 'stelle', 'zentrum', 'angebot', 'pflege', 'treff', 'dienst', 'planung', 'gruppe']
/** Fills the table with titles of two compounds and a place with a number. */
const fill = (house: TestHouse, many: number) =>
  house.asOwner(async (db) => {
    await sql`insert into kit.object (id, kind, title, audience, created)
      select gen_random_uuid(), 'service', (${stems}::text[])[1 + i % 12] || (${ends}::text[])[1 + i % 10] || ' und ' || (${stems}::text[])[1 + (i / 7) % 12] || (${ends}::text[])[1 + (i / 3) % 10]
        || ' Ort' || i, 'members', clock.now() from generate_series(1, ${many}) i`.execute(db)
    await sql`analyze search.entry`.execute(db)
    await sql`analyze kit.object`.execute(db)
  })

test('the index is used at 12,000 objects', async (t) => {
  const { house, erika } = await founded(t)
  await fill(house, 12_000)
  assert.equal((await titles(erika, 'Ort11999')).length, 1)
  // As search.find plans it.
  const plan = await house.asOwner(async (db) => {
    await sql`set local enable_seqscan = off`.execute(db)
    const { rows } = await sql<{
      'QUERY PLAN': string
    }>`explain select from search.entry e join kit.object o on o.id = e.object where e.words @@ search.query('Ort1199') and o.deleted_at is null`.execute(
      db,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  assert.match(plan, /entry_words/)
  assert.doesNotMatch(plan, /Seq Scan on entry/)
  const began = performance.now()
  for (let i = 0; i < 20; i++) await titles(erika, `ort119${i + 10}`)
  assert.ok((performance.now() - began) / 20 < 250)
})
