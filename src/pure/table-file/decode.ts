/**
 * From bytes to text. Statistical offices deliver UTF-8 with and without byte order mark, UTF-16 (Excel's "Unicode text") and,
 * until 2021, ISO-8859-1; the last is read as windows-1252, as the Encoding Standard (§ 4.2) maps it.
 */
import { UnreadableFile } from './unreadable.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = detectEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes) // drops the byte order mark by itself
  const nul = text.indexOf('\u0000')
  // Text has no NUL: a workbook, a picture or an archive was given as a table.
  if (nul >= 0) throw new UnreadableFile('undecodable', 1 + countLines(text, nul))
  return { text, encoding }
}

function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

function countLines(text: string, until: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
