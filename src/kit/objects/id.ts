// Addresses are UUIDs of version 7 (RFC 9562): they sort by the time at which they were made.
import { randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'

/** A new id for something made at this instant (ISO text). */
export function newId(at: string): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Temporal.Instant.from(at).epochMilliseconds, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
