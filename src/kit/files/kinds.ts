// What may be uploaded: a short list of kinds, recognised by their content and not by what somebody says they are.
import { zipEntries } from './zip.ts'

export type Refused = 'emptyFile' | 'unknownType' | 'notWhatItSays' | 'harmful'
export type Recognised = { type: string } | { refused: Refused }

/** An office file that would become larger than this is a bomb, not a document. */
const unpackedAtMost = 200 * 1024 * 1024

const starts = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, i) => bytes[i] === byte)
const text = (bytes: Uint8Array): string | null => {
  const decoded = decode(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  return /[\u0000-\u0008\u000b\u000e-\u001f]/.test(decoded) ? null : decoded
}
/** UTF-8, or the Windows code page of old official tables. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
const isJson = (bytes: Uint8Array) => {
  try {
    JSON.parse(decode(bytes))
    return true
  } catch {
    return false
  }
}
const office =
  (part: string) =>
  (bytes: Uint8Array): boolean | 'harmful' => {
    if (!starts(bytes, 0x50, 0x4b, 3, 4)) return false
    const entries = zipEntries(bytes)
    if (!entries) return false
    const has = (name: string) => entries.some((entry) => entry.name === name)
    if (!has('[Content_Types].xml') || !has(part)) return false
    const large = entries.reduce((sum, entry) => sum + entry.unpacked, 0) > unpackedAtMost
    return large || entries.some((entry) => entry.encrypted || /vbaProject\.bin$|\.\.\//i.test(entry.name))
      ? 'harmful'
      : true
  }

type Kind = { type: string; is: (bytes: Uint8Array) => boolean | 'harmful' }
const jpeg: Kind = { type: 'image/jpeg', is: (bytes) => starts(bytes, 0xff, 0xd8, 0xff) }
export const kinds: Readonly<Record<string, Kind>> = {
  pdf: { type: 'application/pdf', is: (bytes) => starts(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d) },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    is: office('word/document.xml'),
  },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', is: office('xl/workbook.xml') },
  csv: { type: 'text/csv', is: (bytes) => text(bytes) !== null },
  txt: { type: 'text/plain', is: (bytes) => text(bytes) !== null },
  json: { type: 'application/json', is: isJson },
  ics: {
    type: 'text/calendar',
    is: (bytes) => /^\ufeff?BEGIN:VCALENDAR\r?\n[\s\S]*END:VCALENDAR\s*$/.test(text(bytes) ?? ''),
  },
  png: { type: 'image/png', is: (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  jpg: jpeg,
  jpeg,
}

export function recognise(name: string, bytes: Uint8Array): Recognised {
  if (bytes.length === 0) return { refused: 'emptyFile' }
  const kind = kinds[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
  if (!kind) return { refused: 'unknownType' }
  const is = kind.is(bytes)
  return is === true ? { type: kind.type } : { refused: is === 'harmful' ? 'harmful' : 'notWhatItSays' }
}
