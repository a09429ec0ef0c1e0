/** The table of shared texts of a BIFF8 workbook: one record, continued in others, each of which may change the width of the letters. */

type Part = { type: number; data: DataView }

export function readText(data: DataView, _flags: number, letters: number, wide: boolean, from: number): string {
  let text = ''
  for (let n = 0; n < letters; n++) {
    const at = from + (wide ? 2 * n : n)
    if (at + (wide ? 2 : 1) > data.byteLength) break
    text += String.fromCharCode(wide ? data.getUint16(at, true) : data.getUint8(at))
  }
  return text
}

export function readSharedStrings(records: readonly Part[], first: number, more: number): string[] {
  const start = records.findIndex(({ type }) => type === first)
  if (start < 0) return []
  const parts = [records[start]!.data]
  for (let n = start + 1; records[n]?.type === more; n++) parts.push(records[n]!.data)
  const reader = open(parts)
  reader.skip(4)
  const count = reader.u32()
  const texts: string[] = []
  for (let n = 0; n < count && !reader.ended(); n++) {
    const letters = reader.u16()
    const flags = reader.u8()
    const runs = flags & 8 ? reader.u16() : 0
    const extra = flags & 4 ? reader.u32() : 0
    texts.push(reader.letters(letters, (flags & 1) === 1))
    reader.skip(4 * runs + extra)
  }
  return texts
}

function open(parts: readonly DataView[]) {
  let part = 0
  let at = 0
  const here = () => parts[part]
  const settle = () => {
    while (here() && at >= here()!.byteLength) {
      part++
      at = 0
    }
    return here()
  }
  const u8 = () => {
    const view = settle()
    return view ? view.getUint8(at++) : 0
  }
  const u16 = () => u8() | (u8() << 8)
  return {
    u8,
    u16,
    u32: () => (u16() | (u16() << 16)) >>> 0,
    ended: () => settle() === undefined,
    skip(count: number) {
      for (let left = count; left > 0; ) {
        const view = settle()
        if (!view) return
        const step = Math.min(left, view.byteLength - at)
        at += step
        left -= step
      }
    },
    letters(count: number, startsWide: boolean) {
      let text = ''
      let wide = startsWide
      for (let left = count; left > 0; left--) {
        const before = part
        if (!settle()) return text
        // A continuation begins with the width of its letters.
        if (part !== before && text !== '') wide = (u8() & 1) === 1
        text += String.fromCharCode(wide ? u16() : u8())
      }
      return text
    },
  }
}
