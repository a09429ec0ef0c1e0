// Parquet, column by column: INKAR's figures (one row for each area and time, a column for each indicator), its indicators and its areas.
import { parquetMetadata, parquetRead } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { readTime } from '#pure/grid/periods.ts'
import { readAreaKey } from '#pure/keys/area-key.ts'
import { type Finding, openCollector } from '#pure/table-file/collect.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { officialTexts } from '../../texts/official.de.ts'
import type { Extract } from './extract.ts'
import { shownAreas } from './from-areas.ts'
import { planned } from './planned.ts'
import type { Hints } from './read-file.ts'

const mostCells = 30_000_000
const magic = [0x50, 0x41, 0x52, 0x31]

export async function readParquet(bytes: Uint8Array, fileName: string, hints: Hints): Promise<Extract> {
  if (!magic.every((byte, at) => bytes[bytes.length - 4 + at] === byte)) throw new UnreadableFile('cut-off')
  const file = new Uint8Array(bytes).buffer
  const open = () => {
    try {
      return parquetMetadata(file)
    } catch {
      throw new UnreadableFile('undecodable')
    }
  }
  const metadata = open()
  const names = metadata.schema
    .slice(1)
    .filter(({ num_children }) => !num_children)
    .map(({ name }) => name)
  const rows = Number(metadata.num_rows)
  if (rows * names.length > mostCells) throw new UnreadableFile('too-large', null, { limit: '30 Mio. Zellen' })
  const column = async (name: string): Promise<unknown[]> => {
    const found: unknown[] = Array.from({ length: rows })
    const onChunk = ({ columnData, rowStart }: { columnData: ArrayLike<unknown>; rowStart: number }) => {
      for (let n = 0; n < columnData.length; n++) found[rowStart + n] = columnData[n]
    }
    await parquetRead({ file, metadata, compressors, columns: [name], onChunk }).catch(() => {
      throw new UnreadableFile('undecodable')
    })
    return found
  }
  const has = (name: string) => names.includes(name)
  if (has('kuerzel') && has('kurzname')) return catalogue(await column('kuerzel'))
  if (!has('raumbezug') || !has('kennziffer')) throw new UnreadableFile('unknown-format')
  if (!has('zeitbezug')) return areaList(await column('raumbezug'), await column('kennziffer'), await column('name'))
  return figures({ names, column, title: fileName.replace(/\.parquet$/i, ''), hints })
}

const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value))

function catalogue(codes: readonly unknown[]): Extract {
  return shownAreas({
    format: 'inkar-catalogue',
    title: officialTexts.inkarIndicators(codes.length),
    source: officialTexts.inkar,
    areas: [],
    leftOut: [],
  })
}

function areaList(kinds: readonly unknown[], keys: readonly unknown[], names: readonly unknown[]): Extract {
  const known = new Map<string, { key: string; name: string }>()
  const leftOut: Finding[] = []
  for (let n = 0; n < keys.length; n++) {
    const [kind, key, name] = [textOf(kinds[n]), textOf(keys[n]), textOf(names[n])]
    const area = areaOf(kind, key)
    const id = `${area.kind}|${area.key}|${name}`
    if (known.has(id)) leftOut.push({ line: n + 1, code: 'same-key', detail: { text: key } })
    else known.set(id, { key: area.key, name })
  }
  return shownAreas({
    format: 'areas',
    title: officialTexts.areaList,
    source: officialTexts.inkar,
    areas: [...known.values()],
    leftOut,
  })
}

/** INKAR's layers that are areas of the official keys; all others (labour markets, regions of planning) have keys of their own. */
const official = /^(Bundesländer|Kreise|Gemeinden|Gemeindeverbände.*)$/

function areaOf(kind: string, key: string): { key: string; kind: string } {
  if (kind === 'Bund') return { key: 'DG', kind: 'country' }
  const read = official.test(kind) ? readAreaKey(key) : null
  return read?.ok ? { key: read.key, kind: kind.startsWith('Gemeindeverb') ? kind : read.level } : { key, kind }
}

async function figures({
  names,
  column,
  title,
  hints,
}: {
  names: string[]
  column(name: string): Promise<unknown[]>
  title: string
  hints: Hints
}): Promise<Extract> {
  const book = openCollector()
  const [kinds, keys, labels, times] = [
    await column('raumbezug'),
    await column('kennziffer'),
    await column('name'),
    await column('zeitbezug'),
  ]
  const areas = new Int32Array(keys.length)
  const periods = new Int32Array(keys.length)
  const known = new Map<string, number>()
  for (let n = 0; n < keys.length; n++) {
    const [kind, key] = [textOf(kinds[n]), textOf(keys[n])]
    const there = known.get(`${kind}|${key}`) ?? book.area({ ...areaOf(kind, key), name: textOf(labels[n]) })
    known.set(`${kind}|${key}`, there)
    areas[n] = there
    const period = readTime(textOf(times[n]))
    periods[n] = period === null ? -1 : book.period(period)
    if (period === null) book.leaveOut(n + 1, 'period', { text: textOf(times[n]) })
  }
  for (const name of names) {
    if (['raumbezug', 'kennziffer', 'name', 'zeitbezug'].includes(name)) continue
    const measure = book.measure({ code: name, label: name, unit: '' })
    let [empty, first] = [0, 0]
    for (const [n, value] of (await column(name)).entries()) {
      if (periods[n] === -1) continue
      if (typeof value === 'number' && Number.isFinite(value)) {
        book.say({ measure, area: areas[n]!, period: periods[n]!, line: n + 1, cell: { value, mark: null } })
      } else if (value === null || value === undefined) {
        if (empty++ === 0) first = n + 1
      } else book.leaveOut(n + 1, 'value', { text: textOf(value), column: name })
    }
    if (empty > 0) book.leaveOut(first, 'empty-cells', { column: name, count: empty })
  }
  const about = { title, source: officialTexts.inkar, licence: 'dl-de/by-2-0' }
  // Its columns say themselves what they are; only which figures are wanted is asked.
  const look = () => ({ ...about, columns: [], time: null, described: true })
  return planned('inkar', hints, look, () => book.done(about))
}
