// What tests read out of a finished document: the tags and words of a PDF, the parts of a Word file. Readers of others, so that nobody checks himself.
import assert from 'node:assert/strict'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Tag = { role: string; text: string; within: Tag[] }
type Node = { role?: string; children?: Node[]; type?: string; id?: string }

/** Without any white space: where a line ends is nothing that somebody wrote. */
export const squeezed = (text: string) => text.replace(/[\s\u200b]+/g, '')
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Every object of the file as it stands there, those in compressed streams too. */
function objectsOf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [raw, ...streams].join('\n')
}

export async function readPdf(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, fontExtraProperties: true })
  const pdf = await task.promise
  const { info, metadata } = await pdf.getMetadata()
  const tags: Tag[] = []
  const texts: string[] = []
  const margins: string[] = []
  let rightmost = 0
  const fonts = new Set<string>()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items, styles } = await page.getTextContent({ includeMarkedContent: true })
    await page.getOperatorList()
    for (const id of Object.keys(styles)) fonts.add((page.commonObjs.get(id) as { name: string }).name)
    const byId = new Map<string, string>()
    const open: (string | null)[] = []
    const shown: string[] = []
    const beside: string[] = []
    for (const item of items) {
      if ('str' in item) {
        if (item.str.trim() !== '') rightmost = Math.max(rightmost, (item.transform[4] + item.width) / page.view[2]!)
        const text = item.hasEOL ? `${item.str}\n` : item.str
        const id = open.findLast((one) => one !== null)
        if (id) {
          byId.set(id, (byId.get(id) ?? '') + text)
          shown.push(text)
        } else beside.push(text)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push((item as { id?: string }).id ?? null)
    }
    const tagOf = (node: Node): Tag | string =>
      node.type === 'content' ? (byId.get(node.id ?? '') ?? '') : gathered(node)
    const gathered = (node: Node): Tag => {
      const inner = (node.children ?? []).map(tagOf)
      const within = inner.filter((one) => typeof one !== 'string')
      const text = inner.map((one) => (typeof one === 'string' ? one : one.text)).join(' ')
      return { role: node.role ?? '', text: oneLine(text), within }
    }
    const tree = (await page.getStructTree()) as Node | null
    if (tree) tags.push(gathered(tree))
    texts.push(shown.join(' '))
    margins.push(oneLine(beside.join(' ')))
  }
  const all = (one: Tag): Tag[] => [one, ...one.within.flatMap(all)]
  const flat = tags.flatMap(all)
  const { Language, Title } = info as { Language?: string; Title?: string }
  const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null
  const read = {
    pages: pdf.numPages,
    language: Language ?? null,
    title: Title ?? null,
    marked: marks?.get('Marked') === true,
    ua: /<pdfuaid:part>1<|pdfuaid:part="1"/.test(metadata?.getRaw() ?? ''),
    showsTitle: (await pdf.getViewerPreferences())?.get('DisplayDocTitle') === true,
    objects: objectsOf(bytes),
    /** Where the text that reaches farthest ends, as a share of the width of the page. */
    rightmost,
    fonts: [...fonts],
    /** Tagged text alone: what stands in heads and feet of pages is no content. */
    text: oneLine(texts.join(' ')),
    /** Head and foot of each page. */
    margins,
    headings: flat.filter(({ role }) => /^H\d$/.test(role)).map(({ role, text }) => ({ level: Number(role[1]), text })),
    headerCells: flat.filter(({ role, text }) => role === 'TH' && text !== '').map(({ text }) => text),
    rows: flat
      .filter(({ role }) => role === 'TR')
      .map(({ within }) => within.filter(({ role }) => role === 'TD').map(({ text }) => text))
      // On each page a table stands as a whole, without the words of the rows on other pages.
      .filter((cells) => cells.some((text) => text !== '')),
    roles: new Set(flat.map(({ role }) => role)),
  }
  await task.destroy()
  return read
}

/** What every PDF of the house promises; the number of its own checks, no validator of others. */
export function requireUa(pdf: Awaited<ReturnType<typeof readPdf>>): void {
  assert.equal(pdf.language, 'de-DE')
  assert.ok(pdf.marked, 'tagged')
  assert.ok(pdf.ua, 'says that it is PDF/UA-1')
  assert.ok(pdf.title)
  assert.ok(pdf.showsTitle, 'a reader shows the title, not the name of the file')
  assert.equal(
    pdf.headerCells.length > 0,
    /\/Scope\s*\/Column/.test(pdf.objects),
    'header cells say that they head a column',
  )
  assert.doesNotMatch(pdf.objects, /\/(?:JavaScript|Launch|EmbeddedFile|URI)\b/, 'nothing in it acts')
  assert.deepEqual(pdf.headings[0]?.level, 1)
  for (const [at, { level, text }] of pdf.headings.entries()) {
    assert.notEqual(text, '')
    assert.ok(at === 0 || level <= pdf.headings[at - 1]!.level + 1, `no level is left out before ${text}`)
  }
  assert.equal(pdf.headings.filter(({ level }) => level === 1).length, 1)
  assert.ok(
    pdf.fonts.every((font) => /NotoSans/.test(font)),
    `no font took the place of ours: ${pdf.fonts.join(', ')}`,
  )
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string) => text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)

/** Fails unless the text is well-formed XML 1.0 as far as Word writes it: tags closed in order, attributes quoted, legal characters. */
export function requireXml(xml: string, name: string): void {
  assert.doesNotMatch(xml, /(?![\n\r\t])[\p{Cc}\p{Cs}\ufffe\uffff]/u, name)
  const open: string[] = []
  const rest = xml
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g, (...found) => {
      const [, end, tag, , alone] = found as unknown as [string, string, string, string, string]
      if (end) assert.equal(open.pop(), tag, name)
      else if (!alone) open.push(tag)
      return ''
    })
  assert.deepEqual(open, [], name)
  assert.doesNotMatch(rest, /[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/, name)
}

export function readWord(bytes: Uint8Array) {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(bytes)))
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, content]) => [name, new TextDecoder().decode(content)]),
  )
  for (const [name, xml] of Object.entries(parts)) requireXml(xml, name)
  const body = parts['word/document.xml'] ?? ''
  const textOf = (xml: string) => oneLine(plain(xml.replaceAll(/<w:br\/>|<\/w:p>/g, ' ').replaceAll(/<[^>]+>/g, '')))
  const paragraphs = [...body.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([xml]) => xml)
  const styled = (style: RegExp) =>
    paragraphs.flatMap((xml) => {
      const found = /<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1] ?? ''
      return style.test(found) ? [{ style: found, text: textOf(xml) }] : []
    })
  return {
    parts,
    text: textOf(body),
    title: styled(/^Title$/)[0]?.text ?? null,
    headings: styled(/^Heading\d$/).map(({ style, text }) => ({ level: Number(style.at(-1)), text })),
    headerRows: [...body.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)]
      .map(([xml]) => xml)
      .filter((xml) => xml.includes('<w:tblHeader'))
      .map(textOf),
    tables: body.split('<w:tbl>').length - 1,
    language: /<w:lang w:val="([^"]+)"/.exec(parts['word/styles.xml'] ?? '')?.[1] ?? null,
    heads: Object.entries(parts)
      .filter(([name]) => name.startsWith('word/header'))
      .map(([, xml]) => textOf(xml)),
  }
}
