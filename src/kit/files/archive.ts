// Looks through a ZIP archive before a workbook is made of it (APPNOTE 4.3): a bomb is refused by its own list of contents, an archive whose list
// lies by unpacking each part into no more room than the list says, and a workbook that calculates by its sheets.
import { inflateRawSync } from 'node:zlib'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'

const mostUnpacked = 150 * 1024 * 1024
const mostEntries = 500

export const isArchive = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

type Entry = { name: string; method: number; packed: number; unpacked: number; at: number }

/** @throws UnreadableFile when the list is broken, the archive would grow beyond measure or is not what its list says, or a sheet has formulas that are refused. */
export function checkArchive(bytes: Uint8Array, { formulas }: { formulas: 'refused' | 'asText' }): void {
  const entries = listOf(bytes)
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > mostUnpacked)
    throw new UnreadableFile('undecodable', null, { entries: entries.length })
  for (const entry of entries) {
    const content = unpack(bytes, entry)
    if (
      formulas === 'refused' &&
      /^xl\/worksheets\/.*\.xml$/.test(entry.name) &&
      /<f[\s>/]/.test(content.toString('latin1'))
    )
      throw new UnreadableFile('formula')
  }
}

/** The files of an archive by name, folders left aside. */
export const namesInArchive = (bytes: Uint8Array): string[] =>
  listOf(bytes)
    .map(({ name }) => name)
    .filter((name) => !name.endsWith('/') && !name.startsWith('__MACOSX/'))

/** Only the files that are wanted, bounded like `checkArchive`. */
export function unpackArchive(bytes: Uint8Array, wanted: ReadonlySet<string>): { name: string; bytes: Uint8Array }[] {
  const entries = listOf(bytes).filter(({ name }) => wanted.has(name))
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > mostUnpacked)
    throw new UnreadableFile('undecodable', null, { entries: entries.length })
  return entries.map((entry) => ({ name: entry.name, bytes: unpack(bytes, entry) }))
}

function listOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) throw new UnreadableFile('cut-off')
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) throw new UnreadableFile('undecodable', null, { entries: count })
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new UnreadableFile('cut-off')
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8'),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function unpack(bytes: Uint8Array, { method, packed, unpacked, at }: Entry): Buffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw new UnreadableFile('cut-off')
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + packed > bytes.length) throw new UnreadableFile('cut-off')
  const content = Buffer.from(bytes.subarray(from, from + packed))
  if (method === 0 && packed === unpacked) return content
  if (method !== 8) throw new UnreadableFile('undecodable')
  try {
    // One more byte than announced is already a lie.
    return inflateRawSync(content, { maxOutputLength: Math.max(unpacked, 1) })
  } catch {
    throw new UnreadableFile('undecodable')
  }
}
