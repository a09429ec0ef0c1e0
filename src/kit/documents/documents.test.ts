// Documents of the house: what somebody wrote stands there as it was written, in a file that assistive technology can read.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { Refusal } from '#kit/http/refusal.ts'
import { everyText, type Manuscript, paragraphsOf, written } from './manuscript.ts'
import { type Job, renderer } from './render.ts'
import { oneLine, readPdf, readWord, requireUa, squeezed } from './testing.ts'

/** Signs that mean something to Typst, XML, Word or spreadsheets; each is only what somebody wrote. */
const hostile = [
  '#import "/etc/passwd": x',
  '#{ panic() } #let a = 1 #sys.inputs',
  '*fett* _kursiv_ `Code` ```raw```',
  '$a^2$ @quelle <marke> // Kommentar /* mehr */',
  '= Überschrift #heading[x] - Punkt + Punkt / Wort: x',
  '\\ ] [ } { ) ( ~ -- --- ... \'einfach\' "doppelt" \\u{41}',
  '<b>&amp;</b> ]]> <!-- --> <w:p/> &#65; &unbekannt;',
  'Ünïcödé ÄÖÜäöüß „Zitat“ – — … € ½ ² ſ ẞ ŁŐ Ελλάδα Україна',
  '=SUMME(A1) {PAGE} %s $x{y} \\n',
]
const jobOf = (parts: Manuscript['parts'], as: Job['as'] = 'pdf', more: Partial<Manuscript> = {}): Job => ({
  manuscript: {
    title: 'Titel #let x = 1',
    author: 'Gremium',
    about: 'Probe',
    letterhead: ['Gremium *A*', 'Vorsitz: B und C'],
    draft: null,
    parts,
    footer: 'Fuß',
    ...more,
  },
  as,
  seconds: 1_764_000_000,
})
const limits = { seconds: 60, waiting: 40 }
const render = renderer(limits)

test('Theorem (nothing is added or lost): the written text is what was typed without signs that have no form, in XML or PDF', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 })
  const sign = fc.constantFrom(
    '\u0000',
    '\u0007',
    '\u001b',
    '\r\n',
    '\r',
    '\u2028',
    '\t',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\ufffe',
    'a',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(anything, sign), { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const now = written(text)
      assert.equal(written(now), now, 'once is enough')
      assert.doesNotMatch(now, /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]|\ufeff/u)
      assert.doesNotMatch(now, /\p{Bidi_Control}/u, 'nothing makes it read otherwise than it was written')
      const kept = /[\p{L}\p{N}\p{P}\p{S}\p{M}]/gu
      assert.deepEqual(now.match(kept), text.match(kept))
      assert.deepEqual(paragraphsOf(now).flat().join('').match(kept), text.match(kept))
    }),
  )
})

test('hostile text stands in PDF and Word word for word, in headings, paragraphs, lists, pairs and tables, and is never markup', async () => {
  const parts: Manuscript['parts'] = [
    { kind: 'pairs', pairs: hostile.map((text) => [text, text] as const) },
    { kind: 'list', items: hostile },
    { kind: 'list', items: hostile, numbered: true },
    ...hostile.flatMap((text): Manuscript['parts'][number][] => [
      { kind: 'heading', level: 1, text },
      { kind: 'text', text: `${text}\n${text}\n\n${text}` },
    ]),
    {
      kind: 'table',
      columns: [
        { title: hostile[0]!, share: 1 },
        { title: 'B', share: 1 },
      ],
      rows: hostile.map((text) => [text, '']),
    },
    { kind: 'blank', label: hostile[2]!, lines: 2 },
    { kind: 'signatures', who: hostile.slice(0, 2), line: hostile[3]! },
  ]
  const pdf = await readPdf(await render(jobOf(parts)))
  requireUa(pdf)
  assert.equal(pdf.title, 'Titel #let x = 1')
  const word = readWord(await render(jobOf(parts, 'docx')))
  const headings = hostile.map(oneLine)
  assert.deepEqual(
    pdf.headings.slice(1).map(({ text }) => text),
    headings,
  )
  assert.deepEqual(
    word.headings.map(({ text }) => text),
    headings,
  )
  assert.deepEqual(pdf.headerCells, [hostile[0], 'B'])
  assert.deepEqual(
    pdf.rows.map(([first]) => first),
    headings,
  )
  for (const text of hostile) {
    // Two in pairs, two in lists, the heading, three in paragraphs, one in the table.
    for (const [what, all] of [
      ['PDF', pdf.text],
      ['Word', word.text],
    ] as const)
      assert.ok(squeezed(all).split(squeezed(text)).length - 1 >= 9, `${what}: ${text}`)
  }
  for (const role of ['Formula', 'Code', 'Link', 'Note', 'Figure']) assert.ok(!pdf.roles.has(role), role)
  assert.deepEqual([word.title, word.language, word.tables], ['Titel #let x = 1', 'de-DE', 1])
  assert.deepEqual(word.headerRows, [`${hostile[0]} B`])
})

test('a sign that the font does not have stands by its number, with a sentence; controls and signs of direction go', async () => {
  const text = 'vor 😀 nach \u0001\u0007x\u202eumgedreht\u202c y\u200bz שלום'
  const job = jobOf([{ kind: 'text', text }])
  const pdf = await readPdf(await render(job))
  requireUa(pdf)
  assert.ok(pdf.text.includes('vor [U+1F600] nach xumgedreht'), pdf.text)
  assert.ok(pdf.text.includes('[U+05E9][U+05DC][U+05D5][U+05DD]') && pdf.text.includes('keine Form'))
  const word = readWord(await render({ ...job, as: 'docx' }))
  assert.ok(word.text.includes('vor 😀 nach xumgedreht'), word.text)
  assert.deepEqual(await render(job), await render(job), 'the same words at the same time are the same file')
})

test('a draft says so on every page, in the head of the page and to whoever looks at the file', async () => {
  const long = Array.from({ length: 120 }, (_, at) => ({ kind: 'text', text: `Absatz ${at}` }) as const)
  const job = jobOf(long, 'pdf', { draft: 'Entwurf' })
  const pdf = await readPdf(await render(job))
  assert.ok(pdf.pages > 2)
  assert.deepEqual(
    pdf.margins,
    pdf.margins.map((_, at) => `Entwurf Fuß Seite ${at + 1} von ${pdf.pages}`),
  )
  const word = readWord(await render({ ...job, as: 'docx' }))
  assert.deepEqual(word.heads, ['Entwurf'])
  const plain = readWord(await render({ ...job, as: 'docx', manuscript: { ...job.manuscript, draft: null } }))
  assert.deepEqual(plain.heads, [])
})

test('what takes too long or breaks is refused with a sentence, whoever waits behind it gets a new thread', async () => {
  const changing = { seconds: 60, waiting: 2 }
  const own = renderer(changing)
  const good = jobOf([{ kind: 'text', text: 'gut' }])
  const bad = jobOf([{ kind: 'unknown', text: 'x' } as never])
  const isRefused = (error: unknown) => error instanceof Refusal && error.code === 'notRendered'
  const [first, second, third] = await Promise.allSettled([own(bad), own(good), own(good)])
  assert.ok(first.status === 'rejected' && isRefused(first.reason))
  assert.equal(second.status, 'fulfilled', 'the next is not hurt')
  assert.ok(third.status === 'rejected' && isRefused(third.reason), 'more than may wait')
  changing.seconds = 0
  const huge = jobOf(Array.from({ length: 3000 }, (_, at) => ({ kind: 'text', text: `Absatz ${at} `.repeat(20) })))
  await assert.rejects(own(huge), isRefused)
  changing.seconds = 60
  assert.equal((await readPdf(await own(good))).text.includes('gut'), true)
})

test('changing every text of a manuscript leaves its kinds and numbers alone', () => {
  const before = jobOf([{ kind: 'heading', level: 2, text: 'text' }]).manuscript
  const after = everyText(before, (text) => text.toUpperCase())
  assert.deepEqual(after.parts, [{ kind: 'heading', level: 2, text: 'TEXT' }])
})

test('a word without an end stays on the page, in the text and in the narrowest column', async () => {
  const endless = 'Donaudampfschifffahrtsgesellschaft'.repeat(20)
  const columns = Array.from({ length: 5 }, (_, at) => ({ title: `Spalte ${at} ${endless.slice(0, 68)}`, share: 1 }))
  const parts: Manuscript['parts'] = [
    { kind: 'heading', level: 1, text: endless },
    { kind: 'text', text: endless },
    { kind: 'table', columns, rows: [columns.map(() => endless), columns.map(() => endless)] },
  ]
  const bytes = await render(jobOf(parts, 'pdf', { title: endless, letterhead: [endless, 'Vorsitz: B und C'] }))
  const pdf = await readPdf(bytes)
  requireUa(pdf)
  assert.ok(pdf.rightmost <= 0.94, `text ends at ${pdf.rightmost} of the width`)
  // A row that goes on over the page is read page by page, so signs are counted: nothing fell off.
  const signs = (text: string) => squeezed(text).replace(/[^Donaudmpfschirtgel]/g, '').length
  const all = [endless, endless, endless, endless, ...columns.map(({ title }) => title + endless + endless)].join('')
  assert.equal(signs(pdf.text), signs(`${all}Vorsitz: B und C`))
})
