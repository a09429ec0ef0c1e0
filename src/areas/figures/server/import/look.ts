// What an official file says, without a database: for the command line, which prints it before it writes.
import { Refusal } from '#kit/http/refusal.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { texts } from '../../texts.de.ts'
import { lookInThread, UnsafeFile } from './read-in-thread.ts'

export const lookAtFile = lookInThread

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
