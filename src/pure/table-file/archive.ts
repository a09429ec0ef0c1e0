// Reads what a ZIP archive says it will unpack to, before anything is unpacked: a bomb is refused by its own list of contents (APPNOTE 4.3.12).
import { UnreadableFile } from './unreadable.ts'

const mostUnpacked = 150 * 1024 * 1024
const mostEntries = 500

export const isArchive = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** @throws UnreadableFile when the list is broken or the archive would grow beyond measure. */
export function checkArchive(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) throw new UnreadableFile('cut-off')
  const entries = view.getUint16(end + 10, true)
  if (entries > mostEntries) throw new UnreadableFile('undecodable', null, { entries })
  let at = view.getUint32(end + 16, true)
  let unpacked = 0
  for (let n = 0; n < entries; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new UnreadableFile('cut-off')
    unpacked += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (unpacked > mostUnpacked) throw new UnreadableFile('undecodable', null, { unpacked })
}
