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

const part = (p: Part): object => {
  if (p.kind === 'text') return { kind: p.kind, quiet: p.quiet ?? false, text: paragraphsOf(p.text) }
  if (p.kind === 'pairs') return { kind: p.kind, pairs: p.pairs.map(([term, value]) => [term, paragraphsOf(value)]) }
  if (p.kind === 'list') return { kind: p.kind, numbered: p.numbered ?? false, items: p.items.map(paragraphsOf) }
  if (p.kind === 'table')
    return { ...p, roomy: p.roomy ?? false, rows: p.rows.map((row) => row.map((value) => paragraphsOf(value))) }
  return p
}

/** `seconds`: when it was made, since 1970. The same manuscript at the same time is the same file, byte by byte. */
export function typeset(manuscript: Manuscript, seconds: number): Uint8Array {
  const { compiler, letters, template } = setter()
  const { of, replaced } = printable(manuscript, letters)
  const parts: Part[] = replaced
    ? [...of.parts, { kind: 'text', text: texts.unknownSigns, quiet: true }]
    : [...of.parts]
  const data = { ...of, wide: of.wide ?? false, parts: parts.map(part), words: { page: texts.page, of: texts.of } }
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
