// Files through HTTP on a real database: kinds, sizes, rights that follow the object, one content stored once, removing and erasing.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import test from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { Document, Packer, Paragraph } from 'docx'
import { sql } from 'kysely'
import { type Caller, type TestHouse, testHouse } from '#apps/testing.ts'
import { newId } from '#kit/objects/id.ts'
import { recognise } from './kinds.ts'
import { zipEntries } from './zip.ts'

const link = 'first-run-token-of-this-test-0123456789'
const password = 'nahtstelle-test'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_600_000)])

/** A ZIP of deflated entries; `claim` lies about how large an entry becomes. */
function zip(entries: Record<string, string>, claim?: number): Buffer {
  const locals: Buffer[] = []
  const heads: Buffer[] = []
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(Buffer.from(content))
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt32LE(packed.length, 20)
    head.writeUInt32LE(claim ?? content.length, 24)
    head.writeUInt16LE(name.length, 28)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    heads.push(head, Buffer.from(name))
    locals.push(local, Buffer.from(name), packed)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(
    locals.reduce((sum, part) => sum + part.length, 0),
    16,
  )
  return Buffer.concat([...locals, ...heads, end])
}

async function founded(t: Parameters<typeof testHouse>[0]) {
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
  const ids = reply.body as unknown as { organisation: string; person: string }
  const need = newId('2026-11-22T08:00:00Z')
  const foreign = newId('2026-11-22T08:00:00Z')
  const other = newId('2026-11-22T08:00:00Z')
  await house.asOwner(async (db) => {
    await sql`insert into kit.object (id, kind, title, audience, created) values (${other}, 'organisation', 'Verband Beispiel (Beispiel)', 'public', clock.now())`.execute(
      db,
    )
    await sql`insert into kit.object (id, kind, title, owner, author, audience, created) values (${need}, 'need', 'Tagespflege', ${ids.organisation}, ${ids.person}, 'organisation', clock.now())`.execute(
      db,
    )
    await sql`insert into kit.object (id, kind, title, owner, audience, created) values (${foreign}, 'need', 'Fremd', ${other}, 'members', clock.now())`.execute(
      db,
    )
  })
  return { house, erika: await house.signIn('erika@example.org'), need, foreign, other, ids }
}
type Shown = { id: string; name: string; type: string; size: number; revision: number }
const add = async (caller: Caller, need: string, name: string, bytes: Buffer | string, headers = {}) => {
  const { status, body } = await caller.upload(`/objects/${need}/files`, name, bytes, headers)
  return {
    status,
    code: body.code as unknown as string,
    message: body.message as unknown as string,
    file: body.file as unknown as Shown,
  }
}
const count = (house: TestHouse, table: string) =>
  house.asOwner(
    async (db) => (await sql<{ n: number }>`select count(*) as n from ${sql.raw(table)}`.execute(db)).rows[0]!.n,
  )

test('what is uploaded comes back byte for byte, in pieces, the same content once', async (t) => {
  const { house, erika, need } = await founded(t)
  const { file, status } = await add(erika, need, 'Bericht Größe & Maß.pdf', pdf)
  assert.deepEqual(
    [status, file.name, file.type, file.size],
    [200, 'Bericht Größe & Maß.pdf', 'application/pdf', pdf.length],
  )
  const down = await erika.get(`/files/${file.id}`)
  assert.ok((down.body as unknown as Buffer).equals(pdf))
  assert.match(String(down.headers['content-disposition']), /^attachment; filename\*=UTF-8''Bericht%20Gr/)
  assert.equal(down.headers['x-content-type-options'], 'nosniff')
  assert.equal(await count(house, 'files.chunk'), 3)
  await add(erika, need, 'Zweitschrift.pdf', pdf)
  assert.equal(await count(house, 'files.chunk'), 3)
  const list = (await erika.get(`/objects/${need}/files`)).body as unknown as { files: Shown[]; mayAdd: boolean }
  assert.deepEqual(
    [list.files.map((shown) => shown.name), list.mayAdd],
    [['Bericht Größe & Maß.pdf', 'Zweitschrift.pdf'], true],
  )
  const { rows } = await house.asOwner((db) =>
    sql<{
      after: unknown
    }>`select after from journal.content c join journal.entry e on e.id = c.entry where e.object = ${need}`.execute(db),
  )
  assert.doesNotMatch(JSON.stringify(rows), /Bericht/)
})

test('the same upload sent twice hangs on once', async (t) => {
  const { house, erika, need } = await founded(t)
  const sent = await Promise.all(
    Array.from({ length: 10 }, () => add(erika, need, 'Bild.png', png, { 'idempotency-key': 'one-and-the-same' })),
  )
  assert.deepEqual(new Set(sent.map(({ status, file }) => `${status} ${file.id}`)).size, 1)
  assert.equal(await count(house, 'files.file'), 1)
})

test('wrong, empty, disguised, too large or harmful files are refused in a sentence, and nothing is kept', async (t) => {
  const { house, erika, need } = await founded(t)
  const macro = zip({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': 'x' })
  const bomb = zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }, 300 * 1024 * 1024)
  const refused: [string, Buffer | string, string][] = [
    ['leer.pdf', '', 'emptyFile'],
    ['seite.html', '<script>', 'unknownType'],
    ['bild.svg', '<svg/>', 'unknownType'],
    ['ohne', 'x', 'unknownType'],
    ['falsch.pdf', 'kein PDF', 'notWhatItSays'],
    ['falsch.png', pdf, 'notWhatItSays'],
    ['daten.json', '{', 'notWhatItSays'],
    ['text.txt', png, 'notWhatItSays'],
    ['termin.ics', 'BEGIN:VCARD', 'notWhatItSays'],
    ['brief.docx', zip({ 'a.txt': 'x' }), 'notWhatItSays'],
    ['brief.docx', macro, 'harmful'],
    ['tabelle.xlsx', bomb, 'harmful'],
  ]
  for (const [name, bytes, code] of refused) {
    const answer = await add(erika, need, name, bytes)
    assert.deepEqual([answer.status, answer.code], [409, code], name)
    assert.ok(answer.message.includes(name), answer.message)
  }
  assert.equal(
    (await erika.upload(`/objects/${need}/files`, 'groß.pdf', Buffer.alloc(21 * 1024 * 1024, '%PDF-'))).status,
    413,
  )
  assert.equal((await erika.post(`/objects/${need}/files`)).body.code, 'noFile')
  assert.equal(await count(house, 'files.file'), 0)
  assert.equal(await count(house, `kit.object where kind = 'file'`), 0)
})

test('a real Word file, an old official table and a calendar are recognised', async () => {
  const word = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Hallo')] }] }))
  assert.deepEqual(recognise('Vorlage.DOCX', word), {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  })
  assert.ok(zipEntries(word)!.some((entry) => entry.name === 'word/document.xml'))
  assert.deepEqual(recognise('t.csv', Buffer.from('Landkreis;M\xfcnchen', 'latin1')), { type: 'text/csv' })
  assert.deepEqual(recognise('t.ics', Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')), { type: 'text/calendar' })
  for (const cut of [0, 1, 21, 22, 100, word.length - 1]) assert.ok(zipEntries(word.subarray(0, cut)) === null)
})

test('a file is as visible as the object it hangs on, before and after that changes', async (t) => {
  const { house, erika, need, foreign, other } = await founded(t)
  const { file } = await add(erika, need, 'Bild.png', png)
  assert.equal((await house.visitor.get(`/files/${file.id}`)).status, 404)
  await house.asOwner((db) =>
    sql`update kit.object set audience = 'public', revision = revision + 1 where id = ${need}`.execute(db),
  )
  assert.equal((await house.visitor.get(`/files/${file.id}`)).status, 200)
  assert.equal((await add(erika, foreign, 'Bild.png', png)).status, 403)
  assert.equal((await add(erika, file.id, 'Bild.png', png)).status, 403)
  // The same content hung on by somebody else, where Erika may not see it, stays out of sight although she has that content herself.
  const hidden = newId('2026-11-22T08:00:00Z')
  await house.asOwner(async (db) => {
    await sql`insert into kit.object (id, kind, title, owner, audience, created) values (${hidden}, 'need', 'Intern', ${other}, 'organisation', clock.now())`.execute(
      db,
    )
  })
  assert.equal((await erika.get(`/objects/${hidden}/files`)).status, 404)
  // The application cannot write past the functions.
  const { pool } = house.house
  for (const attempt of [
    `insert into files.chunk values ('\\x00', 0, '\\x00')`,
    `delete from files.file`,
    `update files.file set hangs_on = id`,
  ])
    await assert.rejects(pool.query(attempt), { code: '42501' }, attempt)
  await assert.rejects(pool.query(`select files.store($1, $2, 'a', 'b', 'c')`, [file.id, need]), { code: 'NA403' })
  assert.equal((await pool.query('select from files.chunk')).rowCount, 1)
})

test('a removed file can be brought back for thirty days; then name and content are gone', async (t) => {
  const { house, erika, need } = await founded(t)
  const { file } = await add(erika, need, 'Erika Muster Lebenslauf.png', png)
  assert.equal((await erika.delete(`/files/${file.id}`, file.revision + 5)).status, 412)
  assert.equal((await erika.delete(`/files/${file.id}`, file.revision)).status, 200)
  assert.equal((await erika.get(`/files/${file.id}`)).status, 404)
  const { revision } = (
    await house.asOwner((db) =>
      sql<{ revision: number }>`select revision from kit.object where id = ${file.id}`.execute(db),
    )
  ).rows[0]!
  assert.equal((await erika.act(`/files/${file.id}/restoration`, revision)).status, 200)
  assert.equal((await erika.get(`/files/${file.id}`)).status, 200)
  // Deleting the object takes its files along, and brings them back with it.
  await house.asOwner((db) =>
    sql`update kit.object set deleted_at = clock.now(), revision = revision + 1 where id = ${need}`.execute(db),
  )
  assert.equal((await erika.get(`/files/${file.id}`)).status, 404)
  await house.asOwner((db) =>
    sql`update kit.object set deleted_at = null, revision = revision + 1 where id = ${need}`.execute(db),
  )
  assert.equal((await erika.get(`/files/${file.id}`)).status, 200)
  await house.asOwner((db) =>
    sql`update kit.object set deleted_at = clock.now(), revision = revision + 1 where id = ${need}`.execute(db),
  )
  await house.moveTo('2027-01-05T08:00:00Z')
  assert.equal(await count(house, 'files.chunk'), 0)
  assert.equal(await count(house, `kit.object where title like '%Lebenslauf%'`), 0)
  assert.equal(await count(house, `search.entry where words @@ search.query('Lebenslauf')`), 0)
})
