/**
 * Opens a compound file ([MS-CFB], "OLE2"), the container of workbooks before 2007, and gives the bytes of one stream. Chains of sectors that
 * run in a circle or out of the file are refused.
 */
import { UnreadableFile } from '#pure/table-file/unreadable.ts'

const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const endOfChain = 0xfffffffe

export const isCompound = (bytes: Uint8Array) => magic.every((byte, at) => bytes[at] === byte)

/** @returns the stream of the first of these names that there is, or null. */
export function readStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  if (!isCompound(bytes) || bytes.length < 512) throw new UnreadableFile('undecodable')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = 1 << view.getUint16(30, true)
  const miniSize = 1 << view.getUint16(32, true)
  if ((size !== 512 && size !== 4096) || miniSize !== 64) throw new UnreadableFile('undecodable')
  const most = Math.ceil(bytes.length / size)
  const sector = (n: number) => {
    const from = (n + 1) * size
    if (n > most || from >= bytes.length) throw new UnreadableFile('cut-off')
    return bytes.subarray(from, Math.min(from + size, bytes.length))
  }
  const words = (part: Uint8Array) => new DataView(part.buffer, part.byteOffset, part.byteLength)

  const fatSectors: number[] = []
  for (let n = 0; n < 109; n++) {
    const at = view.getUint32(76 + 4 * n, true)
    if (at < endOfChain - 2) fatSectors.push(at)
  }
  for (let next = view.getUint32(68, true), left = most; next < endOfChain - 2 && left > 0; left--) {
    const part = words(sector(next))
    for (let n = 0; n < size / 4 - 1; n++) {
      const at = part.getUint32(4 * n, true)
      if (at < endOfChain - 2) fatSectors.push(at)
    }
    next = part.getUint32(size - 4, true)
  }
  const next = (table: readonly number[], n: number) =>
    words(sector(table[Math.floor(n / (size / 4))] ?? most + 1)).getUint32(4 * (n % (size / 4)), true)
  const chain = (first: number, table: readonly number[], longest: number) => {
    const found: number[] = []
    for (let n = first; n < endOfChain - 2; n = next(table, n)) {
      if (found.push(n) > longest) throw new UnreadableFile('undecodable')
    }
    return found
  }
  const whole = (first: number) => join(chain(first, fatSectors, most).map(sector))

  const directory = whole(view.getUint32(48, true))
  const entries = Array.from({ length: Math.floor(directory.length / 128) }, (_, n) => {
    const entry = words(directory.subarray(n * 128, n * 128 + 128))
    const letters = Math.max(0, Math.min(entry.getUint16(64, true) / 2 - 1, 31))
    const name = String.fromCharCode(...Array.from({ length: letters }, (_, at) => entry.getUint16(2 * at, true)))
    return { name, type: entry.getUint8(66), first: entry.getUint32(116, true), length: entry.getUint32(120, true) }
  })
  const found = names
    .map((name) => entries.find((entry) => entry.type === 2 && entry.name.toLowerCase() === name.toLowerCase()))
    .find(Boolean)
  if (!found) return null
  if (found.length > bytes.length) throw new UnreadableFile('cut-off')
  if (found.length >= view.getUint32(56, true)) return whole(found.first).subarray(0, found.length)
  // Small streams lie in sectors of 64 bytes inside the stream of the root.
  const root = entries.find((entry) => entry.type === 5)
  const mini = whole(root?.first ?? most + 1)
  const miniFat = chain(view.getUint32(60, true), fatSectors, most)
  const parts = chain(found.first, miniFat, Math.ceil(mini.length / miniSize)).map((n) =>
    mini.subarray(n * miniSize, (n + 1) * miniSize),
  )
  return join(parts).subarray(0, found.length)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
