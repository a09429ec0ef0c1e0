// What an official file says, without a database: for the command line, which prints it before it writes.
import { Refusal } from '#kit/http/refusal.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { ImportSummary, LeftOutGroup } from '../../contract/import.ts'
import { texts } from '../../texts.de.ts'
import { titleOf } from './preview.ts'
import type { Hints } from './read-file.ts'
import { readInThread, UnsafeFile } from './read-in-thread.ts'
import { groupLeftOut, summarise } from './summary.ts'

export type Looked = { title: string; summary: ImportSummary; leftOut: LeftOutGroup[] }

/** @throws an Error whose message is the German sentence that the browser would show. */
export async function lookAtFile(bytes: Uint8Array, fileName: string, hints: Hints): Promise<Looked> {
  const extract = await readInThread(bytes, fileName, hints)
  return {
    title: titleOf(extract),
    summary: summarise(extract, extract.printedOn?.slice(0, 4) ?? null, Number.POSITIVE_INFINITY),
    leftOut: groupLeftOut(extract.leftOut),
  }
}

/** The refusal for a file that cannot be read, or the error itself. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof UnsafeFile) return new Refusal('unsafeFile')
  if (!(error instanceof UnreadableFile)) return error
  const detail = Object.fromEntries(Object.entries(error.detail).map(([key, value]) => [key, String(value)]))
  return new Refusal('unreadable', {
    ...detail,
    code: error.code,
    ...(error.line === null ? {} : { line: String(error.line) }),
  })
}

/** The sentence for a file that cannot be read; null for any other error. */
export function sentenceFor(error: unknown): string | null {
  const refusal = asRefusal(error)
  if (!(refusal instanceof Refusal)) return null
  return refusal.code === 'unsafeFile' ? texts.refusals.unsafeFile : texts.refusals.unreadable(refusal.detail)
}
