// Results and measures: typed, released by both chairs in one edition or not at all, with one accountable on each side.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { addPerson, ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import { readPdf, readWord, requireUa, squeezed } from '#kit/documents/testing.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Decision } from './contract/decisions.ts'
import type { Measure } from './contract/measures.ts'
import { type Arge, argeHouse, measureContent, recommend, recommendation, releaseByBoth, stateNeed } from './testing.ts'

const asApp = ({ house }: Arge, who: TestPerson, statement: ReturnType<typeof sql>) =>
  inTransaction(
    house.house.pool,
    { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
    {},
    (db) => statement.execute(db),
  )

test('a forum does not vote; a recommendation says to whom; a need is put aside with a reason', async (t) => {
  const arge = await argeHouse(t)
  const { erika, gabriele, body } = arge
  const need = await stateNeed(arge)
  const draft = ok<{ object: { id: string } }>(await gabriele.post('/needs', { body, title: 'Noch ein Entwurf' }))
  const code = async (more: object, by = erika) =>
    (await by.post('/decisions', { body, ...recommendation(arge, [need.object.id]), ...more })).body.code
  assert.equal(await code({ result: 'resolved' }), 'noVotes')
  assert.equal(await code({ addressee: null }), 'addresseeMissing')
  assert.equal(await code({ setAside: 'Derzeit fehlt das Geld.' }), 'setAsideOnlyNoted')
  assert.equal(await code({ needs: [draft.object.id] }), 'needNotStated')
  assert.equal((await gabriele.post('/decisions', { body, ...recommendation(arge, [need.object.id]) })).status, 403)
  const aside = ok<Decision>(
    await erika.post('/decisions', {
      body,
      ...recommendation(arge, [need.object.id]),
      result: 'noted',
      addressee: null,
      setAside: 'Zuerst werden die Zahlen 2026 abgewartet.',
    }),
  )
  await releaseByBoth(arge, aside)
  const { steps } = ok<{ steps: { kind: string; reason: string | null }[] }>(
    await gabriele.get(`/trail/${need.object.id}`),
  )
  assert.deepEqual(
    steps.filter((step) => step.kind === 'setAside').map((step) => step.reason),
    ['Zuerst werden die Zahlen 2026 abgewartet.'],
  )
  assert.equal(
    (await erika.post('/measures', { decision: aside.object.id, ...measureContent(arge) })).body.code,
    'onlyNoted',
  )
})

test('with the last key a result is open to its body at once, also while no worker runs; the first key opens nothing', async (t) => {
  const arge = await argeHouse(t)
  const { erika, severin, gabriele, house } = arge
  const decision = await recommend(arge, [(await stateNeed(arge)).object.id])
  const { id } = decision.object
  const give = async (chair: TestPerson) => ok(await chair.post('/releases', { object: id, edition: decision.edition }))
  await give(erika)
  assert.equal((await gabriele.get(`/decisions/${id}`)).status, 404)
  await give(severin)
  const open = ok<Decision>(await gabriele.get(`/decisions/${id}`))
  assert.deepEqual([open.released, open.object.audience], [true, 'body'])
  const list = ok<{ decisions: Decision[] }>(await gabriele.get('/decisions')).decisions
  assert.deepEqual(list, [open], 'the list says the same as the page')
  await house.settle()
  const verbs = await house.asOwner(
    async (db) =>
      (
        await sql<{
          verb: string
          person: string | null
        }>`select verb, person from journal.entry where object = ${id} and verb = 'decision.opened'`.execute(db)
      ).rows,
  )
  assert.deepEqual(
    verbs,
    [{ verb: 'decision.opened', person: severin.person }],
    'opened once, by who turned the last key',
  )
  ok(await erika.get(`/duties?subject=${id}`))
})

test('a change after the first key voids that key; a released result never changes', async (t) => {
  const arge = await argeHouse(t)
  const { erika, severin, gabriele } = arge
  const need = await stateNeed(arge)
  const decision = await recommend(arge, [need.object.id])
  const id = decision.object.id
  ok(await severin.post('/releases', { object: id, edition: 1 }))
  const changed = ok<Decision>(
    await erika.put(`/decisions/${id}`, decision.object.revision, {
      ...recommendation(arge, [need.object.id]),
      text: 'Die ARGE empfiehlt zwanzig Plätze.',
    }),
  )
  assert.deepEqual([changed.edition, changed.keys.every((key) => key.at === null)], [2, true])
  assert.equal((await erika.post('/releases', { object: id, edition: 1 })).body.code, 'staleEdition')
  ok(await erika.post('/releases', { object: id, edition: 2 }))
  await arge.house.settle()
  assert.equal((await gabriele.get(`/decisions/${id}`)).status, 404, 'one key on each edition is not a release')
  ok(await severin.post('/releases', { object: id, edition: 2 }))
  await arge.house.settle()
  const open = ok<Decision>(await gabriele.get(`/decisions/${id}`))
  assert.equal(open.text, 'Die ARGE empfiehlt zwanzig Plätze.')
  assert.equal(
    (await erika.put(`/decisions/${id}`, open.object.revision, recommendation(arge, [need.object.id]))).body.code,
    'alreadyReleased',
  )
})

test('with SQL of its own, one chair alone neither shows, uses nor rewrites a result', async (t) => {
  const arge = await argeHouse(t)
  const { erika, gabriele } = arge
  const need = await stateNeed(arge)
  const decision = await recommend(arge, [need.object.id])
  const id = decision.object.id
  ok(await erika.post('/releases', { object: id, edition: 1 }))
  const open = sql`update kit.object set audience = 'body', readers = readers || ${arge.body}::uuid, revision = revision + 1 where id = ${id}`
  await assert.rejects(asApp(arge, erika, open), /before the joint release/)
  await arge.house.asOwner((db) => open.execute(db))
  const rows = await asApp(arge, gabriele, sql`select text from planning.decision where id = ${id}`)
  assert.deepEqual(rows.rows, [], 'the row stays closed even where its object was opened')
  assert.equal((await gabriele.get(`/decisions/${id}`)).status, 404)
  await assert.rejects(asApp(arge, erika, sql`update planning.decision set text = 'anders' where id = ${id}`))
  await assert.rejects(
    asApp(
      arge,
      erika,
      sql`update planning.decision set text = 'anders', result = 'resolved', edition = 2 where id = ${id}`,
    ),
  )
  await assert.rejects(
    asApp(
      arge,
      erika,
      sql`insert into planning.measure (id, what, decision, decision_edition) values (${id}, 'sofort', ${id}, 1)`,
    ),
  )
  assert.equal((await erika.post('/measures', { decision: id, ...measureContent(arge) })).body.code, 'notReleased')
})

test('a measure names one accountable on each side and its lead, one-sided is refused', async (t) => {
  const arge = await argeHouse(t)
  const { erika, severin, gabriele, organisation } = arge
  const need = await stateNeed(arge)
  const decision = await recommend(arge, [need.object.id])
  await releaseByBoth(arge, decision)
  const awo = organisation('Arbeiterwohlfahrt Kreisverband München-Land')
  const make = (more: object, by: TestPerson = erika) =>
    by.post('/measures', { decision: decision.object.id, ...measureContent(arge), ...more })
  assert.equal((await make({ accountablePublic: awo })).body.code, 'oneSided')
  assert.equal((await make({ accountableFree: erika.organisation })).body.code, 'oneSided')
  assert.equal((await make({}, severin)).body.code, 'onlyAddressee')
  const half = ok<Measure>(await make({ accountableFree: null }))
  assert.equal((await gabriele.get(`/measures/${half.object.id}`)).status, 404, 'a draft is its author’s')
  assert.equal((await erika.act(`/measures/${half.object.id}/agreement`, half.object.revision)).body.code, 'oneSided')
  const dateless = ok<Measure>(await make({ until: null, lead: null }))
  const refused = await erika.act(`/measures/${dateless.object.id}/agreement`, dateless.object.revision)
  assert.deepEqual(
    (refused.body.fields as unknown as { path: string }[]).map((field) => field.path),
    ['lead', 'until'],
  )
  const full = ok<Measure>(await erika.put(`/measures/${half.object.id}`, half.object.revision, measureContent(arge)))
  const agreed = ok<Measure>(await erika.act(`/measures/${half.object.id}/agreement`, full.object.revision))
  assert.equal(agreed.edition, 1)
  const later = ok<Measure>(
    await erika.put(`/measures/${half.object.id}`, agreed.object.revision, {
      ...measureContent(arge),
      until: '2028-06-30',
    }),
  )
  assert.deepEqual([later.edition, later.until, later.agreedOn], [2, '2028-06-30', agreed.agreedOn])
  await assert.rejects(
    asApp(
      arge,
      erika,
      sql`update planning.measure set accountable_free = null, edition = 3 where id = ${half.object.id}`,
    ),
  )
  ok(await erika.delete(`/objects/${dateless.object.id}`, dateless.object.revision))
})

test('an addressee who does not act says why, once; then the duty is done', async (t) => {
  const arge = await argeHouse(t)
  const { erika, severin, house, body } = arge
  const need = await stateNeed(arge)
  const decision = await recommend(arge, [need.object.id], { answerBy: '2026-12-31' })
  const id = decision.object.id
  const reason = { reason: 'Der Haushalt 2027 ist beschlossen; wir nehmen es für 2028 auf.' }
  assert.equal((await erika.post(`/decisions/${id}/answer`, reason)).body.code, 'notReleased')
  await releaseByBoth(arge, decision)
  assert.equal((await severin.post(`/decisions/${id}/answer`, reason)).body.code, 'onlyAddressee')
  const act = async () =>
    ok<{ duties: Duty[] }>(await erika.get(`/duties?subject=${id}`)).duties.find((duty) => duty.kind === 'act')!
  assert.deepEqual([(await act()).due, (await act()).state], ['2026-12-31', 'open'])
  ok(await erika.post(`/decisions/${id}/answer`, reason))
  const { steps } = ok<{ steps: { kind: string; source: string; target: string; reason: string | null }[] }>(
    await severin.get(`/trail/${id}`),
  )
  assert.deepEqual(
    steps.filter((step) => step.kind === 'setAside').map(({ source, target, reason: why }) => [source, target, why]),
    [[id, erika.organisation, reason.reason]],
    'the Datenspur says who decided otherwise, and why',
  )
  const prov = JSON.stringify((await severin.get(`/trail/${id}/prov.json`)).body)
  assert.ok(prov.includes(reason.reason) && !prov.includes('nahtstelle:organisation'))
  await house.settle()
  assert.equal((await act()).state, 'done')
  assert.equal((await erika.post(`/decisions/${id}/answer`, reason)).body.code, 'alreadyAnswered')
  assert.equal(ok<Decision>(await severin.get(`/decisions/${id}`)).answer?.reason, reason.reason)
  assert.equal(
    ok<{ duties: Duty[] }>(await erika.get(`/duties?body=${body}`)).duties.filter((duty) => duty.kind === 'act').length,
    1,
  )
})

test('the Beschlussvorlage is a Word file with headings, the figure and its source, and the text of users as text', async (t) => {
  const arge = await argeHouse(t)
  const { erika } = arge
  const need = await stateNeed(arge)
  const decision = await recommend(arge, [need.object.id], { text: 'Zwölf Plätze <b>fördern</b> & betreiben.' })
  await releaseByBoth(arge, decision)
  const file = await erika.get(`/decisions/${decision.object.id}/vorlage.docx`)
  assert.equal(file.status, 200)
  const bytes = file.body as unknown as Buffer
  assert.equal(bytes.subarray(0, 2).toString(), 'PK')
  const xml = readWord(bytes).parts['word/document.xml']!
  for (const heading of [
    'Betreff',
    'Beschlussvorschlag',
    'Sachverhalt',
    'Finanzielle Auswirkungen',
    'Beteiligte',
    'Beratungsfolge',
    'Anlagen',
  ])
    assert.ok(xml.includes(`>${heading}<`), heading)
  assert.ok(xml.includes('w:pStyle w:val="Heading1"') && xml.includes('<w:tblHeader'))
  assert.ok(xml.includes('Zwölf Plätze &lt;b&gt;fördern&lt;/b&gt; &amp; betreiben.'))
  assert.ok(
    xml.includes(arge.figures.value!.toLocaleString('de-DE')) && /Statistisch/.test(xml),
    'the figure with its attribution',
  )
  assert.ok(xml.includes('Der Kreistag entscheidet.'))
})

test('the Beschlussvorlage names whom to ask today, and the address on paper leads to whoever answers later (D39)', async (t) => {
  const arge = await argeHouse(t)
  const { house, erika, severin, body } = arge
  const vera = await addPerson(house, erika, { name: 'Vera Vorne', roles: ['planner'] })
  const dora = await addPerson(house, erika, { name: 'Dora Danach', roles: ['staff'] })
  const county = `/organisations/${erika.organisation}`
  const { revision } = ok<{ head: { revision: number } }>(await erika.get(county)).head
  ok(
    await erika.put(`${county}/contact`, revision, {
      person: vera.person,
      deputy: dora.person,
      email: 'vera@landkreis.example',
      deputyEmail: 'dora@landkreis.example',
      audience: 'public',
    }),
  )
  const shown = { mission: true, members: true, meetings: false, contacts: true, agreement: null }
  const { page } = ok<{ page: string }>(
    await erika.post(`/bodies/${body}/public-page`, { ...shown, introduction: 'Hier planen alle gemeinsam.' }),
  )
  const need = await stateNeed(arge)
  const decision = await recommend(arge, [need.object.id])
  const paper = async () =>
    readWord((await erika.get(`/decisions/${decision.object.id}/vorlage.docx`)).body as unknown as Buffer).parts[
      'word/document.xml'
    ]!
  const before = await paper()
  assert.ok(before.includes('Rückfragen') && before.includes('Landkreis München') && !before.includes('Vera'))
  for (const chair of [erika, severin]) ok(await chair.post('/releases', { object: page, edition: 1 }))
  const today = await paper()
  assert.ok(today.includes('Vera Vorne') && today.includes('vera@landkreis.example'))
  const printed = /\/rueckfragen\/([0-9a-f-]{36})/.exec(today)?.[1]
  assert.equal(printed, body)
  type People = { people: { person: { id: string }; mandates: { id: string }[] }[] }
  const { people } = ok<People>(await erika.get(county))
  for (const { id } of people.find(({ person }) => person.id === vera.person)!.mandates)
    ok(await erika.post(`/mandates/${id}/end`, { because: 'Wechselt die Stelle' }))
  const later = await paper()
  assert.ok(later.includes('Dora Danach') && later.includes('dora@landkreis.example') && !later.includes('Vera'))
  const asked = ok<{ name: string; email: string }>(await house.visitor.get(`/public/whom-to-ask/${printed}`))
  assert.deepEqual([asked.name, asked.email], ['Dora Danach', 'dora@landkreis.example'])
})

test('what nobody knows stays an empty, labelled field of the Beschlussvorlage, in Word and PDF, and nothing is made up for it', async (t) => {
  const arge = await argeHouse(t)
  const { erika, severin, gabriele } = arge
  const hostile = '#panic() *x* $y$ <b> @z'
  const need = await stateNeed(arge)
  const decision = await recommend(arge, [need.object.id], { text: hostile, path: '' })
  const url = (as: string) => `/decisions/${decision.object.id}/vorlage.${as}`
  const pdfOf = async () => {
    const pdf = await readPdf((await severin.get(url('pdf'))).body as unknown as Uint8Array)
    requireUa(pdf)
    return pdf
  }
  assert.equal((await gabriele.get(url('pdf'))).status, 404, 'not before both have released it')
  assert.ok((await pdfOf()).margins[0]!.startsWith('Entwurf '))
  await releaseByBoth(arge, decision)
  const pdf = await pdfOf()
  const word = readWord((await gabriele.get(url('docx'))).body as unknown as Uint8Array)
  assert.ok(!pdf.margins[0]!.startsWith('Entwurf ') && word.heads.length === 0)
  for (const text of [pdf.text, word.text])
    for (const part of [
      'Vorlagennummer',
      'Aktenzeichen',
      'Federführende Stelle',
      'Finanzielle Auswirkungen Von der Geschäftsstelle auszufüllen Haushaltsstelle',
      'Deckung',
      'Der weitere Weg ist noch nicht angegeben',
      arge.figures.value!.toLocaleString('de-DE'),
      hostile,
    ])
      assert.ok(squeezed(text).includes(squeezed(part)), `${part}\n${text}`)
  assert.deepEqual(word.headerRows, ['Kennzahl Gebiet Zeit Wert Quelle', 'Wer berät oder beschließt Tag Ergebnis'])
  assert.deepEqual(pdf.headerCells, [
    'Kennzahl',
    'Gebiet',
    'Zeit',
    'Wert',
    'Quelle',
    'Wer berät oder beschließt',
    'Tag',
    'Ergebnis',
  ])
  // What was said of the costs takes the place of the empty field.
  const known = await recommend(arge, [need.object.id], { costs: 'Rund 90.000 Euro im Jahr.' })
  const other = readWord((await erika.get(`/decisions/${known.object.id}/vorlage.docx`)).body as unknown as Uint8Array)
  assert.ok(other.text.includes('Rund 90.000 Euro im Jahr.') && !other.text.includes('auszufüllen'))
})
