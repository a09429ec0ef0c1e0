// The letters that documents are printed with: Noto Sans (SIL Open Font License 1.1), as the web ships it with KERN. Typst reads no WOFF, so it is
// unpacked here (W3C WOFF 1.0, §4 and §5), and what no font has is known before Typst would refuse the whole document for it.
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

export type Fonts = { files: Buffer[]; has: (sign: string) => boolean }

const weights = ['Regular', 'Bold']

export function fonts(): Fonts {
  const files = weights.map((weight) =>
    unpacked(
      readFileSync(new URL(import.meta.resolve(`@kern-ux/native/dist/fonts/noto-sans/NotoSans-${weight}.woff`))),
    ),
  )
  const signs = files.map(signsOf)
  return { files, has: (sign) => signs.every((known) => known.has(sign.codePointAt(0) ?? 0)) }
}

/** WOFF to the OpenType it was made of. */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => woff.subarray(44 + 20 * at, 64 + 20 * at))
  const power = 2 ** Math.floor(Math.log2(count))
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(16 * power, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE(16 * (count - power), 10)
  const parts: Buffer[] = [head]
  let end = head.length
  for (const [at, table] of tables.entries()) {
    const [start, packed, size] = [table.readUInt32BE(4), table.readUInt32BE(8), table.readUInt32BE(12)]
    const stored = woff.subarray(start, start + packed)
    const place = 12 + 16 * at
    table.copy(head, place, 0, 4)
    table.copy(head, place + 4, 16, 20)
    head.writeUInt32BE(end, place + 8)
    head.writeUInt32BE(size, place + 12)
    const filled = Buffer.concat([packed < size ? inflateSync(stored) : stored, Buffer.alloc(-size & 3)])
    parts.push(filled)
    end += filled.length
  }
  return Buffer.concat(parts)
}

/** The code points that a font has a glyph for: its character map in format 12 or 4 (OpenType, "cmap"). */
function signsOf(font: Buffer): Set<number> {
  const count = font.readUInt16BE(4)
  const entry = Array.from({ length: count }, (_, at) => 12 + 16 * at).find(
    (at) => font.toString('latin1', at, at + 4) === 'cmap',
  )!
  const map = font.subarray(font.readUInt32BE(entry + 8))
  const found = new Set<number>()
  for (let at = 0; at < map.readUInt16BE(2); at++) {
    const table = map.subarray(map.readUInt32BE(4 + 8 * at + 4))
    const format = table.readUInt16BE(0)
    if (format === 12) groups(table, found)
    else if (format === 4) segments(table, found)
  }
  return found
}

function groups(table: Buffer, found: Set<number>): void {
  for (let at = 0; at < table.readUInt32BE(12); at++)
    for (let sign = table.readUInt32BE(16 + 12 * at); sign <= table.readUInt32BE(20 + 12 * at); sign++) found.add(sign)
}

function segments(table: Buffer, found: Set<number>): void {
  const size = table.readUInt16BE(6)
  for (let at = 0; at < size; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + size + at)
    const step = table.readUInt16BE(16 + 2 * size + at)
    const offset = table.readUInt16BE(16 + 3 * size + at)
    for (let sign = first; sign <= last && sign !== 0xffff; sign++) {
      const place = 16 + 3 * size + at + offset + 2 * (sign - first)
      const glyph = offset === 0 ? sign + step : table.readUInt16BE(place)
      if ((glyph & 0xffff) !== 0) found.add(sign)
    }
  }
}
