// Reads the table of contents of a ZIP without unpacking anything: what is inside, and how large it would become (APPNOTE 6.3.3, §4.3.12 and §4.3.16).
export type ZipEntry = { name: string; packed: number; unpacked: number; encrypted: boolean }

const endMark = 0x06054b50
const entryMark = 0x02014b50

/** The entries, or null when this is no plain ZIP (broken, in several parts, or of the 64-bit kind). */
export function zipEntries(bytes: Uint8Array, most = 5000): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  for (const first = Math.max(0, end - 0xffff); end >= first && view.getUint32(end, true) !== endMark; ) end -= 1
  if (end < 0 || view.getUint32(end, true) !== endMark) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > most || at === 0xffffffff) return null
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return null
    const length = view.getUint16(at + 28, true)
    if (at + 46 + length > bytes.length) return null
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
