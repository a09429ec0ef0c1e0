// Organisations and persons from a list: read, shown, decided, entered all or nothing; and the register as a file.
import assert from 'node:assert/strict'
import test from 'node:test'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, founders, ok, type TestPerson } from '#apps/testing-people.ts'
import type { ListPreview } from './contract/lists.ts'
import type { Organisation, OrganisationLine } from './contract.ts'
import { findColumns, readLine } from './rules/list-columns.ts'
import { judge } from './rules/list-verdicts.ts'
import { naming, vocabulary } from './server/lists/vocabulary.ts'

const table = (...rows: string[]) => `\ufeff${rows.join('\r\n')}\r\n`
const look = async (by: TestPerson, text: string | Buffer, name = 'liste.csv') =>
  ok<ListPreview>(await by.upload('/organisation-lists', name, text))
const verdicts = (preview: ListPreview) => preview.lines.map((one) => one.verdict)
const all = async (by: TestPerson) =>
  ok<{ organisations: OrganisationLine[] }>(await by.get('/organisations')).organisations.map((one) => one.name)
const counts = (house: TestHouse) =>
  house.asOwner(
    async (db) =>
      (
        await sql`select (select count(*) from kit.object) as objects, (select count(*) from journal.entry) as entries`.execute(
          db,
        )
      ).rows,
  )

/** A workbook with one sheet, each part stored as it is (APPNOTE 4.3). */
function workbook(rows: readonly (readonly string[])[]): Buffer {
  const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((cell, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${quoted(cell)}</t></is></c>`).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`
  const files: [string, string][] = [
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    ],
    [
      '_rels/.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ],
    [
      'xl/workbook.xml',
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="r1"/></sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    ['xl/worksheets/sheet1.xml', sheet],
  ]
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of files) {
    const data = Buffer.from(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt32LE(crc32(data), 14)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(data.length, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    local.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(at, 42)
    parts.push(local, Buffer.from(name), data)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

test('a list shows what it would do, then enters organisations, what belongs to them and their people, all at once', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const awo = await addOrganisation(erika, 'AWO Kreisverband e. V.', { kind: 'association', side: 'free' })
  const preview = await look(
    erika,
    table(
      'Bezeichnung;Typ;Seite;Dachverband;Themen;Ansprechpartner;E-Mail;Rolle;Bemerkung',
      'Fachstelle Wohnen;Abteilung;frei;Sozialwerk Neu gGmbH;Wohnen;;;;',
      'Sozialwerk Neu gGmbH;Träger;frei;;Jugend, Familie;Nora Neu;nora@example.org;Einrichtung der Organisation;egal',
      'Sozialwerk Neu gGmbH;;;;;Otto Ohne;;;',
      'AWO Kreisverband;Verband;frei;;Pflege;;;;',
      'Jobcenter Ost;Jobcenter (gemeinsame Einrichtung);öffentlich;;;;;;',
    ),
  )
  assert.deepEqual(verdicts(preview), ['new', 'new', 'new', 'changed', 'new'])
  assert.deepEqual([preview.persons, preview.withAddress, preview.columns.at(-1)!.means], [2, 1, null])
  assert.match(preview.lines[3]!.says.join(), /Arbeitsfelder: bisher nichts, neu „Pflege“/)
  assert.deepEqual(
    await all(erika),
    ['AWO Kreisverband e. V.', 'Landkreis Beispielstadt (Beispiel)'],
    'nothing is entered yet',
  )
  assert.deepEqual(ok(await erika.post(`/organisation-lists/${preview.id}/entry`, { invite: true })), {
    made: 3,
    changed: 1,
    persons: 2,
    invited: 1,
  })
  const lines = ok<{ organisations: OrganisationLine[] }>(await erika.get('/organisations')).organisations
  const made = (name: string) => lines.find((one) => one.name === name)!
  assert.equal(made('Fachstelle Wohnen').parent?.title, 'Sozialwerk Neu gGmbH')
  assert.deepEqual(made('AWO Kreisverband e. V.').disciplines, ['care'])
  assert.equal(made('AWO Kreisverband e. V.').id, awo)
  assert.equal(made('Jobcenter Ost').kind, 'jobcentreJoint')
  const work = ok<Organisation>(await erika.get(`/organisations/${made('Sozialwerk Neu gGmbH').id}`))
  assert.deepEqual(
    work.people.map(({ person, mandates }) => [person.title, mandates.map((one) => one.role)]),
    [
      ['Nora Neu', ['admin']],
      ['Otto Ohne', []],
    ],
  )
  const sent = await house.asOwner((db) =>
    sql`select from mail.message where template = 'access.invite' and address = 'nora@example.org'`.execute(db),
  )
  assert.equal(sent.rows.length, 1)
  assert.equal((await erika.get(`/organisation-lists/${preview.id}`)).status, 404, 'the preview is gone')
  const again = await look(erika, table('Name', 'Jobcenter Ost'))
  assert.equal((await erika.post(`/organisation-lists/${again.id}/entry`)).body.code, 'nothingToEnter')
})

test('faults name their line in a sentence and nothing is entered, not even what is right', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const awo = await addOrganisation(erika, 'AWO', { kind: 'association', side: 'free' })
  await addPerson(house, erika, { name: 'Anna Awo', organisation: awo, roles: ['admin'] })
  const preview = await look(
    erika,
    table(
      'Name;Art;Gehört zu;Gebietsschlüssel;Person;E-Mail;Internetadresse',
      'Verein am Markt;Verein;;;;;',
      ';Verein;;;;;',
      'Landkreis Nirgends;Landkreis;;99999;;;',
      'Jobcenter;Jobcenter;;;;;',
      'Team Blau;Abteilung;;;;;',
      'Haus Grün;Träger;Gibt es nicht;;;;',
      'Haus Gelb;Träger;;;Gerd Gelb;keine Adresse;',
      'AWO;;;;Eva Eindringling;;',
      'Regierungsbezirk Oberbayern;Bezirk;;;;;',
    ),
  )
  assert.deepEqual(verdicts(preview), ['new', ...Array(8).fill('fault')])
  const says = preview.lines.map((one) => one.says.join(' '))
  for (const [at, sentence] of [
    [1, /Name der Organisation fehlt/],
    [2, /kein Schlüssel/],
    [3, /gemeinsame Einrichtung oder/],
    [4, /zu welcher Organisation/],
    [5, /weder eingetragen noch in der Liste/],
    [6, /keine E-Mail-Adresse/],
    [7, /nur diese Organisation selbst/],
    [8, /ein Gebiet/],
  ] as const)
    assert.match(says[at]!, sentence)
  assert.deepEqual(
    preview.lines.map((one) => one.line),
    [2, 3, 4, 5, 6, 7, 8, 9, 10],
  )
  const before = await counts(house)
  const refused = await erika.post(`/organisation-lists/${preview.id}/entry`)
  assert.deepEqual([refused.status, refused.body.code], [409, 'listHasFaults'])
  const left = Object.fromEntries([3, 4, 5, 6, 7, 8, 9, 10].map((line) => [line, 'skip']))
  assert.deepEqual(await counts(house), before)
  assert.equal(
    ok<{ made: number }>(await erika.post(`/organisation-lists/${preview.id}/entry`, { decisions: left })).made,
    1,
  )
})

test('who may be meant is asked, never guessed: similar names, former names, the same key', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const work = await addOrganisation(erika, 'Diakonisches Werk Musterland', { kind: 'association', side: 'free' })
  const old = await addOrganisation(erika, 'Hilfe im Alltag', { kind: 'provider', side: 'free' })
  ok(
    await erika.post(`/organisations/${old}/correction`, {
      name: 'Zuhause gut',
      kind: 'provider',
      side: 'free',
      since: '2026-01-01',
    }),
  )
  await house.settle()
  const preview = await look(
    erika,
    table('Name;Art', 'Diakonisches Werk Musterland Nord;Verband', 'Hilfe im Alltag e.V.;Träger', 'Ganz anders;Träger'),
  )
  assert.deepEqual(verdicts(preview), ['unclear', 'unclear', 'new'])
  assert.deepEqual(
    preview.lines.slice(0, 2).map((one) => one.candidates.map(({ id }) => id)),
    [[work], [old]],
  )
  const undecided = await erika.post(`/organisation-lists/${preview.id}/entry`, { decisions: { 2: 'new' } })
  assert.deepEqual([undecided.body.code, (await all(erika)).length], ['listUndecided', 3])
  assert.equal(
    (await erika.post(`/organisation-lists/${preview.id}/entry`, { decisions: { 2: 'new', 3: erika.person } })).body
      .code,
    'listUndecided',
  )
  assert.equal(
    ok<{ made: number }>(
      await erika.post(`/organisation-lists/${preview.id}/entry`, { decisions: { 2: 'new', 3: old } }),
    ).made,
    2,
  )
  assert.deepEqual((await all(erika)).filter((name) => name.startsWith('Diakon')).length, 2)
})

test('a workbook is read like text, formulas stay text, and the register goes out without any', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const preview = await look(
    erika,
    workbook([
      ['Organisation', 'Art', 'Schlüssel'],
      ['=HYPERLINK("http://boese.example")', 'Träger', ''],
      ['Landkreis Freising', 'Landkreis', '9178'],
    ]),
    'liste.xlsx',
  )
  assert.deepEqual(verdicts(preview), ['new', 'new'])
  assert.match(preview.lines[1]!.says.join(), /führende Null.*09178/)
  ok(await erika.post(`/organisation-lists/${preview.id}/entry`))
  const file = (await erika.get('/organisation-register')).body as unknown as Buffer
  const text = file.toString('utf8')
  assert.match(text, /"'=HYPERLINK\(""http/)
  assert.ok(text.startsWith('\ufeff'))
  const back = await look(erika, file)
  assert.deepEqual(new Set(verdicts(back)), new Set(['known']), 'what went out comes back as known')
  const template = (await erika.get('/organisation-list-template')).body as unknown as Buffer
  assert.deepEqual(verdicts(await look(erika, template)), ['new'], 'the example; lines of help are no organisations')
})

test('hostile files are refused in a sentence and cost nothing', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const refused = async (bytes: Buffer | string) => {
    const reply = await erika.upload('/organisation-lists', 'x.xlsx', bytes)
    assert.equal(reply.status, 409, JSON.stringify(reply.body))
    assert.match(String(reply.body.message), /Bitte/)
    return reply.body.code
  }
  assert.equal(await refused(' '), 'unreadable')
  assert.equal(await refused('Ort;Straße\nA;B\n'), 'unreadable')
  assert.equal(await refused('Name\n'), 'unreadable')
  assert.equal(await refused('Name\n"offen'), 'unreadable')
  assert.equal(await refused(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0])), 'unreadable')
  const bomb = workbook([['Name'], ['A']])
  // Claims to unpack to 4 GB.
  bomb.writeUInt32LE(0xfffffff0, bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  assert.equal(await refused(bomb), 'unreadable')
  assert.equal(await refused(`Name\n${'A\n'.repeat(5001)}`), 'tooManyRows')
  const staff = await addPerson(house, erika, { name: 'Bert Beispiel', roles: ['staff'] })
  assert.equal((await staff.upload('/organisation-lists', 'x.csv', 'Name\nA B')).status, 403)
  const other = await addPerson(house, erika, { name: 'Paula Plan', roles: ['planner'] })
  const mine = await look(erika, table('Name', 'Verein'))
  assert.equal((await other.get(`/organisation-lists/${mine.id}`)).status, 404)
  assert.equal((await other.post(`/organisation-lists/${mine.id}/entry`)).status, 404)
})

test('any table gives verdicts or sentences, never a crash', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'Name',
      'Art',
      'Verband',
      'Jobcenter',
      '09184',
      '=1+1',
      'a@b.de',
      'AWO e. V.',
      'AWO',
      '#',
      '"',
      ';',
    ),
  )
  const known = (name: string) => ({
    id: name,
    name,
    shortName: null,
    kind: 'association' as const,
    side: 'free' as const,
    legalForm: null,
    areaKey: null,
    privacyLaw: 'DSGVO' as const,
    website: null,
    example: false,
    level: null,
    disciplines: [],
    parent: null,
    formerNames: [],
    persons: [],
    may: { describe: true, introduce: false, grant: false, units: false },
  })
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }),
      fc.array(cell, { maxLength: 4 }),
      (cells, names) => {
        const rows = [
          ['Name', 'Art', 'Person', 'E-Mail', 'Gehört zu', 'Schlüssel', 'Internet', 'Arbeitsfelder'],
          ...cells,
        ].map((row, at) => ({ line: at + 1, cells: row }))
        const columns = findColumns(rows, vocabulary.headings)!
        const said = rows
          .slice(columns.row + 1)
          .map((row) => readLine(row, columns, vocabulary))
          .filter((one) => one !== null)
        const judged = judge(said, [...new Set(names)].filter(Boolean).map(known), naming)
        assert.equal(judged.length, said.length)
        for (const one of judged) {
          assert.ok(one.verdict !== 'fault' || one.says.length > 0, 'a fault says what is wrong')
          assert.ok(one.verdict !== 'unclear' || one.candidates.length > 0)
          assert.ok(one.verdict === 'fault' || one.said.name !== '')
        }
      },
    ),
  )
})
