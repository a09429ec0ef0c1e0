// Reads a backup line by line. Nothing of it is believed before the sum at its end was right.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Closing } from './take.ts'
import { texts } from './texts.de.ts'

const Heading = z.object({
  nahtstelle: z.literal('backup'),
  version: z.literal(1),
  steps: z.array(z.tuple([z.string(), z.string()])).min(1),
  journal: z.object({ number: z.number().int(), chain: z.string() }).nullable(),
})
export type ReadHeading = z.output<typeof Heading>
const TableLine = z.object({ table: z.string(), columns: z.array(z.string()).min(1) })
const CountersLine = z.object({ counters: z.record(z.string(), z.tuple([z.string().regex(/^\d+$/), z.boolean()])) })
const ClosingLine = z.object({ rows: z.number().int(), sha256: z.string() })

/** A heading is a line of JSON; lines of a table are bytes. A table ends with `\.` alone on a line, which COPY never writes for content. */
export type Part =
  | { kind: 'heading'; heading: ReadHeading }
  | { kind: 'table'; table: string; columns: string[] }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'end' }
  | { kind: 'counters'; counters: Record<string, [string, boolean]> }

/** A damaged file, or none of ours; its message is a German sentence. */
export class Damaged extends Error {}

const most = 256 * 1024 * 1024
const end = Buffer.from('\\.')
const newline = 10

/**
 * The parts of a backup in their order, several rows at a time.
 * @throws Damaged where a line is not what it must be, and at the end where the sum or the number of rows is not right.
 */
export async function* partsOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  const sum = createHash('sha256')
  let state: 'heading' | 'between' | 'table' | 'closing' | 'done' = 'heading'
  let rows = 0
  for await (const lines of wholeLines(bytes)) {
    let at = 0
    let kept = 0
    while (at < lines.length) {
      const stop = lines.indexOf(newline, at)
      const one = lines.subarray(at, stop)
      if (state === 'table' && !one.equals(end)) {
        rows += 1
        at = stop + 1
        continue
      }
      if (at > kept) yield { kind: 'rows', bytes: lines.subarray(kept, at) }
      if (state === 'closing') closes(one, sum.digest('hex'), rows)
      else sum.update(lines.subarray(kept, stop + 1))
      at = stop + 1
      kept = at
      if (state === 'table') {
        state = 'between'
        yield { kind: 'end' }
      } else if (state === 'heading') {
        state = 'between'
        yield { kind: 'heading', heading: as(Heading, one) }
      } else if (state === 'between') {
        const table = TableLine.safeParse(json(one))
        state = table.success ? 'table' : 'closing'
        yield table.success ? { kind: 'table', ...table.data } : { kind: 'counters', ...as(CountersLine, one) }
      } else if (state === 'closing') state = 'done'
      else throw new Damaged(texts.damaged)
    }
    if (at > kept) {
      sum.update(lines.subarray(kept, at))
      yield { kind: 'rows', bytes: lines.subarray(kept, at) }
    }
  }
  if (state !== 'done') throw new Damaged(state === 'heading' ? texts.noBackup : texts.damaged)
}

function closes(line: Buffer, sha256: string, rows: number) {
  const closing: Closing = as(ClosingLine, line)
  if (closing.sha256 !== sha256 || closing.rows !== rows) throw new Damaged(texts.damaged)
}

const json = (line: Buffer): unknown => {
  try {
    return JSON.parse(line.toString())
  } catch {
    return undefined
  }
}
function as<T>(shape: z.ZodType<T>, line: Buffer): T {
  const read = shape.safeParse(json(line))
  if (!read.success) throw new Damaged(shape === (Heading as unknown) ? texts.noBackup : texts.damaged)
  return read.data
}

/** Pieces that end with a line. */
async function* wholeLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    const last = chunk.lastIndexOf(newline)
    if (last >= 0) {
      yield Buffer.concat([...waiting, chunk.subarray(0, last + 1)])
      waiting = []
      size = 0
    }
    const rest = chunk.subarray(last + 1)
    waiting.push(rest)
    size += rest.length
    if (size > most) throw new Damaged(texts.damaged)
  }
  if (size > 0) throw new Damaged(texts.damaged)
}
