// Minutes of about forty pages as PDF/UA-1, and what the process holds after two hundred of them; beside it Chromium, which prints the same words.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Manuscript, Part } from '#kit/documents/manuscript.ts'
import { renderer } from '#kit/documents/render.ts'
import { readPdf } from '#kit/documents/testing.ts'
import type { Row } from './row.ts'

const sentence =
  'Die Arbeitsgemeinschaft erörtert den Ausbau der Tagespflege im nördlichen Landkreis und hält fest, was bis zur nächsten Sitzung zu klären ist. '

const minutes = (number: number): Manuscript => ({
  title: `Niederschrift der ${number}. Sitzung`,
  author: 'Arbeitsgemeinschaft',
  about: 'Messung',
  letterhead: ['Arbeitsgemeinschaft', 'Gleichberechtigter Vorsitz: A und B'],
  draft: null,
  footer: 'Messung',
  parts: [
    {
      kind: 'table',
      columns: ['Organisation', 'Sitz', 'Teilnahme'].map((title) => ({ title, share: 1 })),
      rows: Array.from({ length: 40 }, (_, at) => [`Organisation ${at}`, 'Sitz der Organisation', 'vertreten']),
    },
    ...Array.from({ length: 32 }, (_, item): Part[] => [
      { kind: 'heading', level: 1, text: `TOP ${item + 1}: Punkt der Sitzung ${number}` },
      ...Array.from(
        { length: 4 },
        (_, at): Part => ({ kind: 'text', text: `${number}.${item}.${at} ${sentence.repeat(7)}` }),
      ),
      {
        kind: 'pairs',
        pairs: [
          ['Abstimmung', 'Ja 9, Nein 1, Enthaltung 0: angenommen'],
          ['Wortlaut', sentence.repeat(2)],
        ],
      },
    ]).flat(),
  ],
})

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const htmlOf = ({ title, parts }: Manuscript) =>
  `<!doctype html><html lang="de"><title>${escaped(title)}</title><style>body{font:10.5pt sans-serif}td,th{border:1px solid}</style><h1>${escaped(title)}</h1>${parts
    .map((part) => {
      if (part.kind === 'heading') return `<h2>${escaped(part.text)}</h2>`
      if (part.kind === 'text') return `<p>${escaped(part.text)}</p>`
      if (part.kind === 'pairs') return part.pairs.map((pair) => `<p>${escaped(pair.join(': '))}</p>`).join('')
      if (part.kind !== 'table') return ''
      const row = (cells: readonly string[], tag: string) =>
        `<tr>${cells.map((one) => `<${tag}>${escaped(one)}</${tag}>`).join('')}</tr>`
      return `<table>${row(
        part.columns.map(({ title: one }) => one),
        'th',
      )}${part.rows.map((cells) => row(cells, 'td')).join('')}</table>`
    })
    .join('')}`

const median = (times: readonly number[]) => times.toSorted((one, other) => one - other)[times.length >> 1]!
const megabytes = () => Math.round(process.memoryUsage().rss / 1e6)
const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = performance.now()
  return [await work(), performance.now() - began]
}

export async function documents(): Promise<Row[]> {
  const render = renderer({ seconds: 60, waiting: 1 })
  const [first, cold] = await timed(() => render({ manuscript: minutes(1), as: 'pdf', seconds: 0 }))
  const held = [megabytes()]
  const times: number[] = []
  for (let number = 2; number <= 200; number += 1) {
    times.push((await timed(() => render({ manuscript: minutes(number), as: 'pdf', seconds: 0 })))[1])
    if (number % 100 === 0) held.push(megabytes())
  }
  const words: number[] = []
  for (let number = 1; number <= 20; number += 1)
    words.push((await timed(() => render({ manuscript: minutes(number), as: 'docx', seconds: 0 })))[1])
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] })
  const page = await browser.newPage()
  const printed: number[] = []
  for (let number = 1; number <= 10; number += 1)
    printed.push(
      (
        await timed(async () => {
          await page.setContent(htmlOf(minutes(number)))
          return page.pdf({ tagged: true, format: 'A4' })
        })
      )[1],
    )
  await browser.close()
  const { pages } = await readPdf(first)
  const [ours, theirs] = [median(times), median(printed)]
  return [
    {
      job: `minutes of ${pages} pages as PDF/UA-1`,
      ours: `${Math.round(ours)} ms, the first ${Math.round(cold)} ms`,
      peer: `Chromium, already running, tagged but no PDF/UA: ${Math.round(theirs)} ms`,
      ratio: (ours / theirs).toFixed(2),
      size: `median of 199; ${Math.round(first.length / 1000)} kB`,
    },
    {
      job: 'the same as Word',
      ours: `${Math.round(median(words))} ms`,
      peer: '',
      ratio: '',
      size: 'median of 20',
    },
    {
      job: 'memory of the process over 200 such PDF',
      ours: held.map((one) => `${one} MB`).join(', '),
      peer: '',
      ratio: '',
      size: 'after 1, 100 and 200',
    },
  ]
}
