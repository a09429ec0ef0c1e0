/**
 * From bytes to text. Statistical offices deliver UTF-8 with and without byte order mark, UTF-16 (Excel's "Unicode text") and,
 * until 2021, ISO-8859-1; the last is read as windows-1252, as the Encoding Standard (§ 4.2) maps it.
 */
import { UnreadableFile } from './unreadable.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = detectEncoding(bytes)
  const decoded = new TextDecoder(encoding).decode(bytes) // drops the byte order mark by itself
  // Before 2001 a Macintosh ended its lines with a return alone, and some spreadsheets on it still do.
  const text = decoded.includes('\n') ? decoded : decoded.replaceAll('\r', '\n')
  const nul = text.indexOf('\u0000')
  // Text has no NUL: a workbook, a picture or an archive was given as a table.
  if (nul >= 0) throw new UnreadableFile('undecodable', 1 + countLines(text, nul))
  return { text, encoding }
}

function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const wide = withoutMark(bytes.subarray(0, 2000))
  if (wide !== null) return wide
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** UTF-16 without its mark: every second byte of a German table is nought. */
function withoutMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head.length < 20 || head.length % 2 === 1) return null
  const noughts = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) noughts[at % 2]!++
  const [even, odd] = noughts as [number, number]
  const most = head.length / 2
  return odd > most * 0.7 && even < most * 0.05
    ? 'utf-16le'
    : even > most * 0.7 && odd < most * 0.05
      ? 'utf-16be'
      : null
}

function countLines(text: string, until: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
