// `protect` and `attack` on files: reads them, lets a thread calculate within the time, and says in a sentence what does not go.
import type { Certificate } from '#pure/certificate/certificate.ts'
import type { Proof } from '#pure/certificate/proof.ts'
import type { Suppression } from '#pure/suppression/suppress.ts'
import { FaultyRows, type TidyTable, tidyTable } from '#pure/suppression/tidy.ts'
import { decodeText } from '#pure/table-file/decode.ts'
import { detectSeparator, readSeparated } from '#pure/table-file/separated.ts'
import { texts } from '../cli.texts.de.ts'
import { protectionTexts as says } from './protection.texts.de.ts'
import { type Asked, deadline, inThread, numberOf, readBytes, readJson } from './protection-run.ts'
import { methodOf, writeProof } from './verify.ts'
import { type Command, out, readWords, Words } from './words.ts'

export const protect: Command = async (words) => {
  const { options, names } = readWords('protect', words, [0, 1], {
    tidy: { type: 'string' },
    dimensions: { type: 'string' },
    count: { type: 'string' },
    hierarchy: { type: 'string', multiple: true },
    threshold: { type: 'string' },
    contributor: { type: 'string' },
    seconds: { type: 'string' },
    integer: { type: 'boolean' },
    seed: { type: 'string' },
    certificate: { type: 'string' },
    released: { type: 'string' },
  })
  const tidy = options.tidy !== undefined
  const off =
    (tidy ? names.length === 1 : names.length === 0) ||
    (tidy && (options.dimensions === undefined || options.count === undefined)) ||
    (!tidy &&
      [options.dimensions, options.count, options.hierarchy, options.threshold, options.contributor].some(
        (option) => option !== undefined,
      ))
  if (off) throw new Words(texts.callAs('protect'))
  const seconds = numberOf('protect', options.seconds, 60, 0.1)
  const seed = numberOf('protect', options.seed, 1, 0)
  const until = deadline(seconds)
  const { certificate, released } = options
  const certify = certificate !== undefined || released !== undefined
  const write = async (proof: Proof | null, name: unknown, method: Certificate['method']) => {
    if (!certify) return
    if (!proof) throw new Error(says.uncertified)
    await writeProof(proof, { name: typeof name === 'string' ? name : undefined, method }, { certificate, released })
  }
  if (!tidy) {
    const table = await readJson(names[0]!)
    const wholeNumbers = options.integer === true
    const { name } = table as { name?: unknown }
    const { proof, ...result } = await calculated({ kind: 'protect', table, until, wholeNumbers, seed, certify }, table)
    await write(proof, name, methodOf(seed, wholeNumbers, null))
    out(JSON.stringify({ ...(typeof name === 'string' ? { name } : {}), ...result }))
    return 0
  }
  const threshold = numberOf('protect', options.threshold, 3, 2)
  const table = await readTidy(options.tidy!, {
    dimensions: options.dimensions!.split(',').map((name) => name.trim()),
    count: options.count!,
    threshold,
    contributor: options.contributor ?? null,
    hierarchies: options.hierarchy ?? [],
  })
  const asked = { kind: 'protect', table, until, wholeNumbers: true, seed, certify } as const
  const { suppressed, proof } = await calculated(asked, table)
  await write(proof, undefined, methodOf(seed, true, threshold))
  printTidy(
    table,
    options.dimensions!.split(',').map((name) => name.trim()),
    new Set(suppressed),
  )
  return 0
}

type Printed = Omit<Suppression, 'programmes' | 'auditFrom'> & {
  seconds: { solve: number; audit: number }
  proof: Proof | null
}

async function calculated(asked: Asked & { kind: 'protect' }, table: unknown): Promise<Printed> {
  let best: string[] | null = null
  const answer = await inThread(asked, (suppressed) => {
    best = suppressed
  })
  if (answer?.kind === 'protected') {
    const { programmes: _, auditFrom: __, ...result } = answer.result
    if (!result.protected) throw new Error(says.unproven)
    return { ...result, seconds: rounded(answer.seconds), proof: answer.proof }
  }
  if (!best) throw new Error(says.unproven)
  return cutOff(best, table)
}

type RawCell = { id: string | number; value: number; cost?: number; sensitive?: { below?: number; above?: number } }

/** The thread was stopped: what it had is protected by its own proof; the intervals are those it had to reach. */
function cutOff(suppressed: string[], table: unknown): Printed {
  const hidden = new Set(suppressed)
  const cells = (table as { cells: RawCell[] }).cells.filter(({ id }) => hidden.has(String(id)))
  const primary = cells.filter(({ sensitive }) => sensitive)
  return {
    suppressed,
    primary: primary.length,
    secondary: suppressed.length - primary.length,
    cost: cells.reduce((sum, { value, cost }) => sum + (cost ?? Math.max(1, Math.abs(value))), 0),
    bound: null,
    protected: true,
    audit: primary.map(({ id, value, sensitive }) => ({
      id: String(id),
      low: value - (sensitive?.below ?? 0),
      high: value + (sensitive?.above ?? 0),
    })),
    seconds: rounded({ solve: performance.now() / 1000, audit: 0 }),
    proof: null,
  }
}

export const attackFile: Command = async (words) => {
  const { options, names } = readWords('attack', words, 1, {
    suppressed: { type: 'string' },
    contributor: { type: 'string' },
    contributors: { type: 'string' },
    integer: { type: 'boolean' },
    seconds: { type: 'string' },
  })
  const everybody = options.contributors === 'all' || options.contributor === 'all'
  if (options.contributors !== undefined && options.contributors !== 'all') throw new Words(texts.callAs('attack'))
  const seconds = numberOf('attack', options.seconds, 600, 0.1)
  const table = await readJson(names[0]!)
  if (!Array.isArray(table) && options.suppressed === undefined) throw new Words(texts.callAs('attack'))
  const suppressed = options.suppressed === undefined ? undefined : await readJson(options.suppressed)
  const releases = Array.isArray(table) && suppressed !== undefined ? lastWith(table, suppressed) : table
  const answer = await inThread({
    kind: 'attack',
    table: releases,
    suppressed,
    until: deadline(seconds),
    wholeNumbers: options.integer === true,
    who: everybody ? null : (options.contributor ?? null),
    everybody,
  })
  if (answer?.kind !== 'attacked' || !answer.result) throw new Error(says.unproven)
  const { cells, protected: safe } = answer.result
  out(
    JSON.stringify({
      protected: safe,
      opened: cells.filter((cell) => !cell.protected).length,
      cells,
      seconds: Math.round(answer.seconds * 1000) / 1000,
    }),
  )
  return 0
}

const lastWith = (releases: readonly unknown[], suppressed: unknown) =>
  releases.map((release, at) =>
    at === releases.length - 1 && typeof release === 'object' ? { ...release, suppressed } : release,
  )

const rounded = ({ solve, audit }: { solve: number; audit: number }) => ({
  solve: Math.round(solve * 1000) / 1000,
  audit: Math.round(audit * 1000) / 1000,
})

async function readRows(file: string): Promise<string[][]> {
  const bytes = await readBytes(file)
  try {
    const { text } = decodeText(bytes)
    return readSeparated(text, detectSeparator(text)).map(({ cells }) => cells)
  } catch {
    throw new Error(says.notText(file))
  }
}

async function readTidy(
  file: string,
  wishes: { dimensions: string[]; count: string; threshold: number; contributor: string | null; hierarchies: string[] },
): Promise<TidyTable> {
  const trees = new Map<string, string[][]>()
  for (const hierarchy of wishes.hierarchies) {
    const at = hierarchy.indexOf('=')
    const dimension = hierarchy.slice(0, at)
    if (at < 1 || !wishes.dimensions.includes(dimension)) throw new Words(texts.callAs('protect'))
    const lines = (await readRows(hierarchy.slice(at + 1))).filter((line) => line.some((text) => text.trim() !== ''))
    trees.set(dimension, lines)
  }
  const rows = await readRows(file)
  try {
    return tidyTable(rows, { ...wishes, trees })
  } catch (error) {
    if (error instanceof FaultyRows) throw new Error(says.tidyFault(error.code, error.at))
    throw error
  }
}

const quoted = (text: string) => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Primary and secondary suppression look the same. */
function printTidy(table: TidyTable, dimensions: readonly string[], suppressed: ReadonlySet<string>) {
  const lines = [[...dimensions, 'value', 'state'].map(quoted).join(',')]
  for (const { id, groups, value } of table.cells) {
    const state = suppressed.has(id) ? 'suppressed' : value === 0 ? 'nil' : 'value'
    lines.push([...groups.map(quoted), state === 'suppressed' ? '' : value, state].join(','))
  }
  out(lines.join('\n'))
}
