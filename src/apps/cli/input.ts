// A file that somebody names on the command line, or standard input: gzipped or not, never more of it in memory than is taken at all.
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'

const isGzipped = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b
const tooLarge = (limit: number) =>
  new UnreadableFile('too-large', null, { limit: `${Math.round(limit / 1024 / 1024)} MB` })

/** @throws UnreadableFile when there is more than `limit` bytes of it, packed or unpacked, or when it breaks off. */
export async function readInput(file: string, limit: number): Promise<{ bytes: Buffer; name: string }> {
  const stream = file === '-' ? process.stdin : createReadStream(file)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) {
      stream.destroy()
      throw tooLarge(limit)
    }
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  const name = file === '-' ? '' : basename(file)
  return isGzipped(bytes) ? { bytes: unpack(bytes, limit), name: name.replace(/\.gz$/i, '') } : { bytes, name }
}

function unpack(bytes: Buffer, limit: number): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit)
    throw new UnreadableFile(code === 'Z_BUF_ERROR' ? 'cut-off' : 'undecodable')
  }
}
