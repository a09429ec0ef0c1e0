/**
 * Reads a dBASE III table (the .dbf of a shapefile): fixed columns, one record after another. Keys are text and stay text. The code page comes
 * from the .cpg file beside it, else from the header's language byte, else from the bytes themselves.
 */
import { UnreadableFile } from '#pure/table-file/unreadable.ts'

export type DbfField = { name: string; type: string; length: number; decimals: number }
export type DbfRecord = Readonly<Record<string, string>>
export type Dbf = { fields: DbfField[]; records: DbfRecord[]; deleted: number[]; updated: string | null }

const languages: Readonly<Record<number, string>> = {
  1: 'cp437',
  2: 'cp850',
  3: 'windows-1252',
  87: 'windows-1252',
  88: 'windows-1252',
}

export function isDbf(bytes: Uint8Array): boolean {
  if (bytes.length < 66 || ![0x03, 0x83, 0x30, 0x8b].includes(bytes[0] ?? 0)) return false
  const view = viewOf(bytes)
  const header = view.getUint16(8, true)
  return (
    header >= 65 &&
    header < bytes.length &&
    (bytes[header - 1] === 0x0d || bytes[header - 2] === 0x0d) &&
    (bytes[2] ?? 0) <= 12
  )
}

export function readDbf(bytes: Uint8Array, codePage: string | null = null): Dbf {
  if (!isDbf(bytes)) throw new UnreadableFile('undecodable')
  const view = viewOf(bytes)
  const [count, header, width] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  if (header + count * width > bytes.length)
    throw new UnreadableFile('cut-off', Math.floor((bytes.length - header) / Math.max(width, 1)))
  const latin = new TextDecoder('latin1')
  const fields: DbfField[] = []
  for (let at = 32; bytes[at] !== 0x0d && at + 32 <= header; at += 32) {
    const name = latin.decode(bytes.subarray(at, at + 11)).replace(/\0.*$/s, '')
    fields.push({
      name,
      type: String.fromCharCode(bytes[at + 11] ?? 0),
      length: bytes[at + 16] ?? 0,
      decimals: bytes[at + 17] ?? 0,
    })
  }
  if (fields.reduce((sum, field) => sum + field.length, 1) !== width)
    throw new UnreadableFile('broken-header', 1, { missing: 'fields' })
  const decode = decoderFor(codePage, bytes[29] ?? 0, bytes.subarray(header))
  const records: DbfRecord[] = []
  const deleted: number[] = []
  for (let n = 0; n < count; n++) {
    let at = header + n * width
    if (bytes[at] === 0x2a) {
      deleted.push(n + 1)
      continue
    }
    at++
    const record: Record<string, string> = {}
    for (const { name, length } of fields) {
      record[name] = decode(bytes.subarray(at, at + length))
        .replace(/\0/g, '')
        .trim()
      at += length
    }
    records.push(record)
  }
  const [year = 0, month = 0, day = 0] = bytes.subarray(1, 4)
  const two = (n: number) => String(n).padStart(2, '0')
  const updated = month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${1900 + year}-${two(month)}-${two(day)}` : null
  return { fields, records, deleted, updated }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function decoderFor(codePage: string | null, language: number, body: Uint8Array): (bytes: Uint8Array) => string {
  const named =
    codePage
      ?.trim()
      .toLowerCase()
      .replace(/^(ansi |cp)?1252$/, 'windows-1252') ||
    languages[language] ||
    null
  let label = named ?? (isUtf8(body) ? 'utf-8' : 'windows-1252')
  if (label === '65001') label = 'utf-8'
  if (/^(88591|8859_1|8859-1|iso ?88591)$/.test(label)) label = 'iso-8859-1'
  try {
    const decoder = new TextDecoder(label)
    return (bytes) => decoder.decode(bytes)
  } catch {
    // A code page of DOS: its umlauts are not where Windows has them, and a wrong name is worse than none.
    throw new UnreadableFile('undecodable', null, { encoding: label })
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
