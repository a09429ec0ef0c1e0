// A file that somebody names on the command line, or standard input: gzipped or not, never more of it in memory than is taken at all.
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
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

export type Beside = { name: string; bytes: Buffer }

/**
 * What lies beside a file and belongs to it: the parts of a shapefile and the file with its day, the description of a table, the tables of a Data
 * Package. Nothing else of the folder is opened, and together no more than `limit`.
 */
export async function readBeside(file: string, name: string, limit: number): Promise<Beside[]> {
  if (file === '-') return []
  const folder = dirname(file)
  const stem = name.replace(/\.\w+$/, '').toLowerCase()
  const named = name.toLowerCase() === 'datapackage.json' ? await namedIn(file) : new Set<string>()
  const wanted = (entry: string) => {
    const plain = entry.replace(/\.gz$/i, '').toLowerCase()
    if (entry === basename(file)) return false
    if (/\.(shp|dbf)$/i.test(name))
      return ['shp', 'dbf', 'prj', 'cpg'].some((ending) => plain === `${stem}.${ending}`) || plain === 'aktualitaet.txt'
    if (/\.(geo)?json$/i.test(name)) return named.has(entry) || plain === 'aktualitaet.txt'
    return [`${stem}.md`, `${stem}.schema.json`, 'datapackage.json', 'readme.md'].includes(plain)
  }
  const entries = (await readdir(folder).catch(() => [])).filter(wanted).sort()
  const inFolders = [...named].filter((path) => path.includes('/') && !/^\/|\.\.|:/.test(path))
  const found: Beside[] = []
  let left = limit
  for (const entry of [...entries, ...inFolders]) {
    const one = await readInput(join(folder, entry), left).catch(() => null)
    if (one === null) continue
    left -= one.bytes.length
    found.push({ name: entry.replace(/\.gz$/i, ''), bytes: one.bytes })
  }
  return found
}

/** The paths that a Data Package names. */
async function namedIn(file: string): Promise<Set<string>> {
  try {
    const { resources } = JSON.parse(await readFile(file, 'utf8')) as { resources?: { path?: unknown }[] }
    return new Set((resources ?? []).flatMap(({ path }) => [path].flat()).filter((path) => typeof path === 'string'))
  } catch {
    return new Set()
  }
}
