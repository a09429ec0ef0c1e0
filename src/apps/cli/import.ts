// `import KIND FILE`: says what an official file holds, what stays out and why; then, unless it is a dry run, reads it in through the same
// endpoints as the browser, with the same rights, journal and one transaction.
import { zipSync } from 'fflate'
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

type Answered = { message: string; id: string; title: string; written: number; revised: number; unchanged: number }

export const importFile: Command = async (words) => {
  const { names, options } = readWords('import', words, 2, {
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    as: { type: 'string' },
    stand: { type: 'string' },
    source: { type: 'string' },
  })
  const [kind, file] = names as [string, string]
  const wanted = Object.hasOwn(kinds, kind) ? kinds[kind]! : null
  if (!wanted) throw new Words(texts.unknownKind(kind, Object.keys(kinds)))
  const { stand } = options
  if (stand !== undefined && !/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(stand))
    throw new Words(texts.notADay(stand))
  const { bytes, name, companions, looked } = await look(file, stand)
  if (wanted !== 'any' && !wanted.includes(looked.summary.kind))
    throw new Error(texts.otherKind(looked.summary.kind, kind))
  const print = () => out(options.json ? JSON.stringify(looked.summary) : texts.looked(looked))
  if (options['dry-run']) {
    print()
    tell(texts.dryRun)
    return 0
  }
  if (looked.shownOnly === 'day') throw new Error(texts.needsStand)
  if (looked.shownOnly === 'format') throw new Error(texts.shownOnly(looked.summary.kind))
  if (!options.json) print()
  tell(await readIn(packed(bytes, name, companions), { stand, email: options.as, attribution: options.source }))
  if (options.json) print()
  return 0
}

async function look(
  file: string,
  validOn: string | undefined,
): Promise<{ bytes: Buffer; name: string; companions: Beside[]; looked: Looked }> {
  try {
    const { bytes, name } = await readInput(file, /\.shp(\.gz)?$/i.test(file) ? shapeLimit : uploadLimit)
    const companions = await readBeside(file, name, shapeLimit)
    return {
      bytes,
      name: name || texts.standardInput,
      companions,
      looked: await lookAtFile(bytes, name, { validOn, companions }),
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

/** Returns the sentence on what was written. @throws an Error with the sentence of the refusal; then nothing is. */
async function readIn(
  { bytes, name }: { bytes: Uint8Array; name: string },
  {
    stand,
    email,
    attribution,
  }: { stand: string | undefined; email: string | undefined; attribution: string | undefined },
): Promise<string> {
  // Only now the house itself: a look at a file does not wait for it.
  const { enter, openInstallation } = await import('./installation.ts')
  const { openHouse } = await import('../house.ts')
  const installation = await openInstallation()
  try {
    const entrance = await enter(installation.owner, 'planner', email, 'import')
    const open = await openHouse({ app: installation.app, demo: false, logLevel: 'fatal' })
    const post = async (url: string, payload?: Uint8Array | { attribution: string }) => {
      const file = payload instanceof Uint8Array
      const reply = await open.app.inject({
        method: 'POST',
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
      const { id, title } = await post(`/figures/imports${stand ? `?validOn=${stand}` : ''}`, bytes)
      try {
        return texts.readIn({
          ...(await post(`/figures/imports/${id}/commit`, attribution ? { attribution } : undefined)),
          title,
        })
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
