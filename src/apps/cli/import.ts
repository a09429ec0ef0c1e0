// `import KIND FILE`: says what an official file holds, what stays out and why; then, unless it is a dry run, reads it in through the same
// endpoints as the browser, with the same rights, journal and one transaction.
import { readFileSync, writeFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import type { ImportSummary } from '#areas/figures/contract/import.ts'
import { Mapping } from '#areas/figures/contract/mapping.ts'
import { lookAtFile, sentenceFor } from '#areas/figures/server/import/look.ts'
import type { Looked } from '#areas/figures/server/import/summary.ts'
import { uploadLimit } from '#kit/http/app.ts'
import { texts } from '../cli.texts.de.ts'
import { type Beside, readBeside, readInput } from './input.ts'
import { type Command, out, readWords, tell, Words } from './words.ts'

/** What may be said of a file, and the layouts that it then may have. */
const kinds: Readonly<Record<string, readonly string[] | 'any'>> = {
  table: 'any',
  register: ['register'],
  genesis: ['genesis-csv', 'genesis-flat', 'genesis-cube'],
  'genesis-csv': ['genesis-csv'],
  'genesis-flat': ['genesis-flat'],
  'genesis-cube': ['genesis-cube'],
  areas: ['areas'],
  boundaries: ['boundaries', 'vg250-ew'],
  vg250: ['boundaries', 'vg250-ew'],
  vg5000: ['boundaries'],
  inkar: ['inkar', 'inkar-catalogue', 'areas'],
  'json-stat': ['json-stat'],
  'sdmx-json': ['sdmx-json'],
  'data-package': ['data-package'],
  spreadsheet: ['spreadsheet'],
}

/** Shapes of a whole country are larger than any table. */
const shapeLimit = 120 * 1024 * 1024

type Answered = {
  message: string
  id: string
  title: string
  summary: ImportSummary
  written: number
  revised: number
  unchanged: number
}

export const importFile: Command = async (words) => {
  const { names, options } = readWords('import', words, 2, {
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    as: { type: 'string' },
    stand: { type: 'string' },
    source: { type: 'string' },
    mapping: { type: 'string' },
    'write-mapping': { type: 'string' },
  })
  const [kind, file] = names as [string, string]
  const wanted = Object.hasOwn(kinds, kind) ? kinds[kind]! : null
  if (!wanted) throw new Words(texts.unknownKind(kind, Object.keys(kinds)))
  const { stand } = options
  if (stand !== undefined && !/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(stand))
    throw new Words(texts.notADay(stand))
  const target = options['write-mapping']
  const mapping = options.mapping === undefined ? null : readMapping(options.mapping)
  const wish = mapping !== null || target !== undefined ? { mapping } : undefined
  const { bytes, name, companions, looked } = await look(file, stand, wish)
  if (wanted !== 'any' && !wanted.includes(looked.summary.kind))
    throw new Error(texts.otherKind(looked.summary.kind, kind))
  const print = () => out(options.json ? JSON.stringify(looked.summary) : texts.looked(looked))
  if (target !== undefined) {
    if (!looked.mapping) throw new Error(texts.noMappingNeeded)
    writeMapping(target, looked.mapping.mapping)
    print()
    tell(texts.mappingWritten(target, looked.mapping.open))
    return 0
  }
  if (options['dry-run']) {
    print()
    tell(texts.dryRun)
    return 0
  }
  if (looked.shownOnly === 'day') throw new Error(texts.needsStand)
  if (looked.shownOnly === 'format') throw new Error(texts.shownOnly(looked.summary.kind))
  if (looked.shownOnly === 'mapping' && mapping === null) throw new Error(texts.needsMapping(looked.summary.kind))
  if (!options.json) print()
  const done = await readIn(packed(bytes, name, companions), {
    stand,
    email: options.as,
    attribution: options.source,
    mapping: looked.shownOnly === 'mapping' ? mapping : null,
  })
  tell(done.sentence)
  // What a mapping leaves aside is not among what was read.
  if (options.json) out(JSON.stringify(mapping ? done.summary : looked.summary))
  return 0
}

function readMapping(file: string): Mapping {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(error instanceof SyntaxError ? texts.mappingBroken(file, '') : texts.noFile(file))
  }
  const read = Mapping.safeParse(json)
  if (!read.success) throw new Error(texts.mappingBroken(file, read.error.issues[0]?.path.join('.') ?? ''))
  return read.data
}

function writeMapping(file: string, mapping: Mapping): void {
  try {
    writeFileSync(file, `${JSON.stringify(mapping, null, 2)}\n`, { flag: 'wx' })
  } catch (error) {
    throw new Error(
      (error as NodeJS.ErrnoException).code === 'EEXIST' ? texts.fileThere(file) : texts.notWritable(file),
    )
  }
}

async function look(
  file: string,
  validOn: string | undefined,
  wish: { mapping: Mapping | null } | undefined,
): Promise<{ bytes: Buffer; name: string; companions: Beside[]; looked: Looked }> {
  try {
    const { bytes, name } = await readInput(file, /\.shp(\.gz)?$/i.test(file) ? shapeLimit : uploadLimit)
    const companions = await readBeside(file, name, shapeLimit)
    return {
      bytes,
      name: name || texts.standardInput,
      companions,
      looked: await lookAtFile(bytes, name, { validOn, companions, wish }),
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw new Error(texts.noFile(file))
    throw new Error(sentenceFor(error) ?? String(error))
  }
}

/** One upload: a file alone, or with what belongs to it (the parts of a shapefile) in one archive. */
function packed(bytes: Buffer, name: string, companions: readonly Beside[]): { bytes: Uint8Array; name: string } {
  if (companions.length === 0) return { bytes, name }
  const parts = [{ name, bytes }, ...companions]
  return {
    bytes: zipSync(Object.fromEntries(parts.map((part) => [part.name, new Uint8Array(part.bytes)]))),
    name: name.replace(/\.\w+$/, '.zip'),
  }
}

/** Returns the sentence on what was written, and what was read under a mapping. @throws an Error with the sentence of the refusal; then nothing is. */
async function readIn(
  { bytes, name }: { bytes: Uint8Array; name: string },
  {
    stand,
    email,
    attribution,
    mapping,
  }: {
    stand: string | undefined
    email: string | undefined
    attribution: string | undefined
    mapping: Mapping | null
  },
): Promise<{ sentence: string; summary: ImportSummary | null }> {
  // Only now the house itself: a look at a file does not wait for it.
  const { enter, openInstallation } = await import('./installation.ts')
  const { openHouse } = await import('../house.ts')
  const installation = await openInstallation()
  try {
    const entrance = await enter(installation.owner, 'planner', email, 'import')
    const open = await openHouse({ app: installation.app, demo: false, logLevel: 'fatal' })
    const send = async (method: 'POST' | 'PUT', url: string, payload?: Uint8Array | object) => {
      const file = payload instanceof Uint8Array
      const reply = await open.app.inject({
        method,
        url: `/api${url}`,
        headers: {
          cookie: `nahtstelle=${entrance.token}`,
          'x-acting-for': entrance.organisation,
          ...(file ? { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) } : {}),
        },
        payload: file ? Buffer.from(payload) : (payload ?? {}),
      })
      const body = reply.json<Answered>()
      if (reply.statusCode !== 200) throw new Error(body.message)
      return body
    }
    try {
      const { id, title } = await send('POST', `/figures/imports${stand ? `?validOn=${stand}` : ''}`, bytes)
      try {
        const mapped = mapping ? await send('PUT', `/figures/imports/${id}/mapping`, mapping) : null
        const done = await send('POST', `/figures/imports/${id}/commit`, attribution ? { attribution } : undefined)
        return {
          sentence: texts.readIn({ ...done, title: mapped?.title ?? title }),
          summary: mapped?.summary ?? null,
        }
      } catch (error) {
        await open.app.inject({
          method: 'DELETE',
          url: `/api/figures/imports/${id}`,
          headers: { cookie: `nahtstelle=${entrance.token}`, 'x-acting-for': entrance.organisation },
        })
        throw error
      }
    } finally {
      await open.close()
      await entrance.close()
    }
  } finally {
    await installation.close()
  }
}
