// A manuscript as PDF/UA-1, set by Typst. Runs in the thread that renders: Typst is native code and keeps what it has computed.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Fonts, fonts } from './fonts.ts'
import { everyText, type Manuscript, type Part, paragraphsOf } from './manuscript.ts'
import { texts } from './texts.de.ts'

type Setter = { compiler: NodeCompiler; letters: Fonts; template: string }
let ready: Setter | undefined
function setter(): Setter {
  if (ready) return ready
  const letters = fonts()
  const folder = new URL('.', import.meta.url)
  ready = {
    letters,
    compiler: NodeCompiler.create({ workspace: fileURLToPath(folder), fontArgs: [{ fontBlobs: letters.files }] }),
    template: readFileSync(new URL('paper.typ', folder), 'utf8'),
  }
  return ready
}

/** What may be left out where a font has no form for it: it has none anyway (Unicode: Default_Ignorable_Code_Point). */
const unseen = /^\p{Default_Ignorable_Code_Point}$/u
const code = (sign: string) => `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`

/** Signs without a glyph stand by their number: nothing is lost, and nothing is drawn as an empty box. */
function printable(manuscript: Manuscript, { has }: Fonts): { of: Manuscript; replaced: boolean } {
  let replaced = false
  const of = everyText(manuscript, (text) =>
    Array.from(text, (sign) => {
      if (sign === '\n' || has(sign)) return sign
      if (unseen.test(sign)) return ''
      replaced = true
      return code(sign)
    }).join(''),
  )
  return { of, replaced }
}

/** How many signs of the largest kind fit into the width of the text: upright and sideways, at the size of tables. */
const signsAcross = (wide: boolean) => (wide ? 105 : 68)
const longestInText = 60
/** Where nothing lets a line end, it may end after so many signs: what is too long would run over the edge and be gone. */
const breakable = (text: string, most: number) =>
  text.replace(/\S+/gu, (word) => word.replace(new RegExp(`(?:\\S\\p{M}*){${most}}(?=\\S)`, 'gu'), '$&\u200b'))

function part(p: Part, wide: boolean): object {
  if (p.kind === 'table') return tableOf(p, wide)
  const { kind, ...rest } = everyText(p, (text) => breakable(text, longestInText))
  const now = { kind, ...rest } as Part
  if (now.kind === 'text') return { kind, quiet: now.quiet ?? false, text: paragraphsOf(now.text) }
  if (now.kind === 'pairs') return { kind, pairs: now.pairs.map(([term, value]) => [term, paragraphsOf(value)]) }
  if (now.kind === 'list') return { kind, numbered: now.numbered ?? false, items: now.items.map(paragraphsOf) }
  return now
}

function tableOf({ kind, columns, rows, roomy }: Extract<Part, { kind: 'table' }>, wide: boolean): object {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const most = columns.map(({ share }) => Math.max(4, Math.floor((signsAcross(wide) * share) / shares) - 2))
  return {
    kind,
    roomy: roomy ?? false,
    columns: columns.map(({ title, share }, at) => ({ title: breakable(title, most[at] ?? 4), share })),
    rows: rows.map((row) => ({
      cells: row.map((value, at) => paragraphsOf(breakable(value, most[at] ?? 4))),
      // Short rows stay on one page; a long one must be able to go on, or its end would be lost.
      keep: row.every((value, at) => value.length / (most[at] ?? 4) + value.split('\n').length < 20),
    })),
  }
}

/** `seconds`: when it was made, since 1970. The same manuscript at the same time is the same file, byte by byte. */
export function typeset(manuscript: Manuscript, seconds: number): Uint8Array {
  const { compiler, letters, template } = setter()
  const { of, replaced } = printable(manuscript, letters)
  const parts: Part[] = replaced
    ? [...of.parts, { kind: 'text', text: texts.unknownSigns, quiet: true }]
    : [...of.parts]
  const wide = of.wide ?? false
  const data = {
    ...of,
    shownTitle: breakable(of.title, 30),
    letterhead: of.letterhead.map((line) => breakable(line, 40)),
    wide,
    parts: parts.map((one) => part(one, wide)),
    words: { page: texts.page, of: texts.of },
  }
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { manuscript: JSON.stringify(data) } })
    if (compiled.hasError() || !compiled.result) {
      const error = compiled.takeError()
      const why = error ? compiler.fetchDiagnostics(error) : []
      throw new Error(why.map(({ message }: { message?: string }) => message ?? '').join('; ') || 'not compiled')
    }
    return compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: seconds } as never)
  } finally {
    compiler.evictCache(0)
  }
}
