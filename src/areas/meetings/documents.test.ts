// The papers of a meeting as documents, through the real house: who gets which, what stands in them, and what never does.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addOrganisation, addPerson, join, ok, type TestPerson } from '#apps/testing-people.ts'
import { adopt, awo, caritas, twoChairs } from '#areas/cooperation/testing-keys.ts'
import { readPdf, readWord, requireUa, squeezed } from '#kit/documents/testing.ts'
import type { Meeting, PaperKind } from './contract.ts'
import { planned, present, released } from './testing.ts'

const hostile = '#eval("1+1") *Stern* _Strich_ $x$ @wer [a] <b>&amp;</b> `c` \\ „Ü“'
const secret = 'Personalfrage Müller #panic()'
const resolution = {
  title: `Kurzzeitpflege ${hostile}`,
  result: 'resolved',
  text: `Das Gremium beschließt den Ausbau. ${hostile}`,
  needs: [],
}
const bytesOf = (reply: { status: number; body: unknown }) => {
  assert.equal(reply.status, 200, Buffer.isBuffer(reply.body) ? '' : JSON.stringify(reply.body))
  return reply.body as Uint8Array
}
const address = (id: string, paper: PaperKind, more = '') => `/meetings/${id}/documents/${paper}${more}`
const pdfOf = async (who: TestPerson, id: string, paper: PaperKind, more = '') => {
  const pdf = await readPdf(bytesOf(await who.get(address(id, paper, more))))
  requireUa(pdf)
  return pdf
}
const wordOf = async (who: TestPerson, id: string, paper: PaperKind, more = '') =>
  readWord(bytesOf(await who.get(address(id, paper, `?as=docx${more}`))))

/** A meeting of a body that votes, held today: an item with everything, one that is not public, attendance with a deputy and a regret. */
async function treated(all: Awaited<ReturnType<typeof twoChairs>>) {
  const { a, office, body } = all
  await adopt(all, { quorum: 'half', majority: 'simple' })
  const { object } = ok<Meeting>(
    await office.post('/meetings', {
      body,
      day: '2026-11-22',
      starts: '08:00',
      ends: '10:00',
      place: `Landratsamt ${hostile}`,
      purpose: 'Worüber wir reden',
    }),
  )
  const { id } = object
  const get = async () => ok<Meeting>(await office.get(`/meetings/${id}`))
  const put = async (path: string, content: object) =>
    ok<Meeting>(await office.put(`/meetings/${id}${path}`, (await get()).object.revision, content))
  ok(await office.post(`/meetings/${id}/items`, { title: `Kurzzeitpflege ${hostile}`, paper: `Unterlage: ${hostile}` }))
  ok(await office.post(`/meetings/${id}/items`, { title: secret, public: false, paper: `Akte ${secret}` }))
  const { items, attendance } = ok<Meeting>(await a.act(`/meetings/${id}/holding`, (await get()).object.revision))
  await put('/attendance', {
    attendance: attendance.map(({ organisation, unit }) => ({
      organisation: organisation.id,
      unit: unit?.id ?? null,
      state: organisation.title === caritas ? 'represented' : organisation.title === awo ? 'excused' : 'present',
    })),
  })
  const [one, two] = items.map((item) => item.id) as [string, string]
  await put(`/items/${one}/notes`, { notes: `Erste Zeile ${hostile}\nZweite Zeile\n\nNeuer Absatz` })
  await put(`/items/${two}/notes`, { notes: `Vertraulich ${secret}` })
  await put(`/items/${one}/vote`, { inFavour: 4, against: 1, abstained: 0 })
  ok(await office.post(`/meetings/${id}/items/${one}/result`, resolution))
  return { id, one, get, put }
}

test('minutes: a marked draft for chairs and office, then for the whole body with attendance, vote, result and both releases, word for word and never a name', async (t) => {
  const all = await twoChairs(t, undefined, 'deciding')
  const { house, a, b, office, delegate, body } = all
  const { id, get } = await treated(all)
  const people = [a, b, office, delegate, all.deputyA, all.deputyB].map(({ name }) => name)

  const draft = await pdfOf(office, id, 'minutes')
  assert.ok(draft.text.includes('Entwurf: Diese Fassung ist noch nicht festgestellt.'))
  assert.ok(draft.margins.every((margin) => margin.startsWith('Entwurf ')))
  assert.ok(draft.text.includes('(noch nicht gemeinsam freigegeben)'))
  assert.equal((await delegate.get(address(id, 'minutes'))).body.code, 'notYetSettled')
  assert.equal((await house.visitor.get(address(id, 'minutes'))).status, 401)

  const { result } = (await get()).items[0]!
  for (const chair of [a, b]) ok(await chair.post('/releases', { object: result!.id, edition: 1 }))
  await released(all, id, 'minutes')
  await house.settle()
  const pdf = await pdfOf(delegate, id, 'minutes')
  assert.equal(pdf.title, 'Niederschrift der 1. Sitzung')
  assert.ok(!pdf.text.includes('Entwurf') && pdf.margins.every((margin) => !margin.includes('Entwurf')))
  const word = await wordOf(delegate, id, 'minutes')
  assert.deepEqual([word.title, word.language, word.heads], ['Niederschrift der 1. Sitzung', 'de-DE', []])
  const headings = [
    'Teilnahme',
    `TOP 1: Kurzzeitpflege ${hostile}`,
    `TOP 2: ${secret} (nicht öffentlich)`,
    'Freigabe',
    'Rückfragen',
  ]
  assert.deepEqual(
    pdf.headings.slice(1).map(({ text }) => squeezed(text)),
    headings.map(squeezed),
  )
  assert.deepEqual(
    word.headings.map(({ text }) => text),
    headings,
  )
  assert.deepEqual(pdf.headerCells, ['Organisation', 'Sitz', 'Teilnahme', 'Stimme'])
  assert.deepEqual(word.headerRows, ['Organisation Sitz Teilnahme Stimme'])
  assert.equal(pdf.rows.length, (await get()).attendance.length)
  const chairs = (await get()).attendance.map(({ organisation }) => organisation.title)
  for (const [what, text] of [
    ['PDF', pdf.text],
    ['Word', word.text],
  ] as const)
    for (const part of [
      'Sonntag, 22. November 2026, 08:00 bis 10:00 Uhr',
      `Landratsamt ${hostile}`,
      `Erste Zeile ${hostile} Zweite Zeile Neuer Absatz`,
      `Das Gremium beschließt den Ausbau. ${hostile}`,
      `Beschluss: Kurzzeitpflege ${hostile}`,
      'Ja 4, Nein 1, Enthaltung 0: angenommen',
      'Beschlussfähig: 9 von 10 stimmberechtigten Sitzen waren vertreten, nötig sind 5.',
      `durch Stellvertretung vertreten, in Vertretung von ${caritas}`,
      'entschuldigt',
      `Freigegeben von ${caritas} am 22.11.2026`,
      `Freigegeben von ${chairs.find((title) => title.startsWith('Landkreis'))} am 22.11.2026`,
      `/rueckfragen/${body}`,
    ])
      assert.ok(squeezed(text).includes(squeezed(part)), `${what}: ${part}\n${text}`)
  for (const name of people) assert.ok(!pdf.text.includes(name) && !word.text.includes(name), name)
  assert.equal((await pdfOf(b, id, 'minutes')).text, pdf.text, 'everybody holds the same paper')
})

test('who is no member of the body, and whoever asks for it to pass on, gets what is public and not a word of the rest', async (t) => {
  const all = await twoChairs(t, undefined, 'deciding')
  const { house, a, b, office, delegate, body } = all
  const police = await addOrganisation(office, 'Polizeiinspektion (Beispiel)')
  await join(house, office, body, { organisation: police, guest: true })
  const guest = await addPerson(house, office, {
    name: 'Gast Gustav',
    organisation: police,
    body: { id: body, role: 'guest' },
  })
  const { id, get } = await treated(all)
  const { result } = (await get()).items[0]!
  for (const chair of [a, b]) ok(await chair.post('/releases', { object: result!.id, edition: 1 }))
  await released(all, id, 'minutes')
  await house.settle()
  assert.ok((await pdfOf(delegate, id, 'minutes')).text.includes(secret))
  for (const [who, extent] of [
    [delegate, 'open'],
    [office, 'open'],
    [guest, 'open'],
    [guest, 'whole'],
  ] as const) {
    const pdf = await pdfOf(who, id, 'minutes', `?extent=${extent}`)
    const word = await wordOf(who, id, 'minutes', `&extent=${extent}`)
    for (const { text } of [pdf, word]) {
      assert.ok(text.includes('TOP 2: Nicht öffentlicher Punkt') && text.includes('Öffentliche Fassung'))
      assert.ok(!text.includes('Personalfrage') && !text.includes('Vertraulich') && !text.includes('Müller'))
      assert.ok(text.includes('TOP 1: Kurzzeitpflege'))
    }
    for (const [name, xml] of Object.entries(word.parts)) assert.ok(!xml.includes('Müller'), name)
  }
  assert.equal((await guest.get(`/meetings/${id}/attendance.csv`)).status, 403)
})

test('invitation and agenda: before the release for chairs and office alone, afterwards for all, what there is none of is refused in words', async (t) => {
  const all = await twoChairs(t)
  const { a, office, delegate, body } = all
  const { id } = (await planned(all)).object
  const code = async (who: TestPerson, path: string) => (await who.get(path)).body.code
  assert.equal(await code(delegate, address(id, 'agenda')), 'notYetSettled')
  assert.equal(await code(office, address(id, 'minutes')), 'noMinutesYet')
  assert.equal(await code(office, `/meetings/${id}/attendance.csv`), 'notHeldYet')
  const draft = await pdfOf(a, id, 'invitation')
  assert.ok(draft.text.includes('Noch nicht gemeinsam freigegeben.') && draft.text.includes('Ort, Datum, Unterschrift'))
  await released(all, id, 'agenda')
  assert.ok((await pdfOf(delegate, id, 'agenda')).text.includes('TOP 1: Kurzzeitpflege'))
  assert.equal(await code(delegate, address(id, 'invitation')), 'notYetSettled', 'one of the two is missing')
  await released(all, id, 'invitation')
  const invitation = await wordOf(delegate, id, 'invitation')
  assert.equal(invitation.title, 'Einladung zur 1. Sitzung')
  assert.ok(
    invitation.text.includes('Dienstag, 15. Dezember 2026, 14:00 Uhr') && invitation.text.includes('Landratsamt'),
  )
  // Whatever changes is a draft again.
  ok(await a.post(`/meetings/${id}/items`, { title: 'Noch ein Punkt' }))
  assert.equal(await code(delegate, address(id, 'agenda')), 'notYetSettled')
  await present(office, id, 'agenda')
  assert.equal(await code(delegate, address(id, 'agenda')), 'notYetSettled')

  const list = await readPdf(bytesOf(await office.get(`/meetings/${id}/attendance-list`)))
  requireUa(list)
  const { attendance, object } = ok<Meeting>(await office.get(`/meetings/${id}`))
  const seats = list.rows.map(([organisation]) => organisation)
  assert.deepEqual(
    seats,
    attendance.map((seat) => seat.organisation.title),
    'one line for each seat',
  )
  assert.ok(list.headerCells.includes('In Vertretung von') && list.headerCells.includes('Unterschrift'))
  const printed = readWord(bytesOf(await a.get(`/meetings/${id}/attendance-list?as=docx`)))
  assert.equal(printed.tables, 2)
  assert.equal((await delegate.get(`/meetings/${id}/attendance-list`)).status, 403)
  assert.equal((await delegate.get(`/meetings/${id}/attendance.csv`)).status, 403)

  ok(await a.act(`/meetings/${id}/cancellation`, object.revision, { reason: 'Krank' }))
  assert.equal(await code(office, address(id, 'invitation')), 'calledOff')
  const empty = ok<Meeting>(await office.post('/meetings', { body, day: '2027-01-12', starts: '09:00', place: 'X' }))
  assert.equal(await code(office, address(empty.object.id, 'agenda')), 'nothingOnAgenda')
})

test('attendance for fees: organisation, seat and whether it was there, for chairs and office, without a person and without a formula', async (t) => {
  const all = await twoChairs(t, undefined, 'deciding')
  const { office } = all
  const { id, get } = await treated(all)
  const reply = await office.get(`/meetings/${id}/attendance.csv`)
  const text = String(reply.body)
  assert.equal(reply.headers['content-type'], 'text/csv; charset=utf-8')
  const [head, ...rows] = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
  assert.equal(head, 'Gremium;Sitzung;Tag;Organisation;Sitz;Stimme;Teilnahme')
  const { attendance } = await get()
  assert.equal(rows.length, attendance.length)
  const of = (name: string) =>
    rows
      .find((row) => row.includes(`;${name};`))
      ?.split(';')
      .at(-1)
  assert.deepEqual([of(caritas), of(awo)], ['durch Stellvertretung vertreten', 'entschuldigt'])
  for (const { name } of [all.a, all.b, all.delegate, all.deputyB]) assert.ok(!text.includes(name))
})
