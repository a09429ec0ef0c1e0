// What must lie beside the code: the map's own order, a README and a contract in each area, one gapless row of migrations, and
// a line in the glossary for every table.
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Fault, House } from './places.ts'
import { createdTables, withoutComments } from './sql.ts'

export function* wrongMap(map: House): Generator<Fault> {
  const names = Object.keys(map.areas)
  const at = { file: 'src/map.ts', line: 1 }
  for (const [index, name] of names.entries()) {
    const { buildsOn, installation } = map.areas[name]!
    for (const below of buildsOn) {
      if (!names.slice(0, index).includes(below))
        yield { ...at, why: `${name} builds on ${below}, which is not listed above it` }
      const there = map.areas[below]?.installation
      if (there && there !== 'both' && there !== installation)
        yield {
          ...at,
          why: `${name} (${installation}) builds on ${below}, which only exists in a ${there} installation`,
        }
    }
  }
}

export function* missingPapers(root: string, files: readonly string[], map: House): Generator<Fault> {
  const folders = new Set(files.filter((file) => file.startsWith('src/areas/')).map((file) => file.split('/')[2]!))
  for (const area of folders) {
    const folder = `src/areas/${area}`
    if (!(area in map.areas)) yield { file: folder, line: 1, why: 'is an area the map does not know' }
    for (const paper of ['README.md', 'contract.ts'])
      if (
        !existsSync(join(root, folder, paper)) &&
        !(paper === 'contract.ts' && existsSync(join(root, folder, 'contract')))
      )
        yield { file: folder, line: 1, why: `has no ${paper}` }
  }
  const parts = new Set(files.filter((file) => /^src\/kit\/[^/]+\//.test(file)).map((file) => file.split('/')[2]!))
  for (const part of parts)
    if (!(part in map.kit))
      yield { file: `src/kit/${part}`, line: 1, why: 'is a room of the kit the map does not know' }
}

export function* wrongMigrations(files: readonly string[]): Generator<Fault> {
  const rows = files
    .filter((file) => file.endsWith('.sql'))
    .map((file) => ({ file, name: basename(file), inRoom: /\/sql\/[^/]+$/.test(file) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  let next = 1
  for (const { file, name, inRoom } of rows) {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]
    if (!number || !inRoom) {
      yield { file, line: 1, why: 'is no migration; they are called sql/0012-minutes.sql' }
      continue
    }
    if (Number(number) !== next)
      yield { file, line: 1, why: `breaks the row of migrations; ${String(next).padStart(4, '0')} is next` }
    next = Number(number) + 1
  }
}

export function* wordsMissing(root: string, files: readonly string[]): Generator<Fault> {
  const paper = join(root, 'docs/glossary.md')
  const glossary = existsSync(paper) ? readFileSync(paper, 'utf8') : ''
  for (const file of files.filter((name) => name.endsWith('.sql')))
    for (const { table, line } of createdTables(withoutComments(readFileSync(join(root, file), 'utf8'))))
      if (!glossary.includes(`\`${table}\``))
        yield { file, line, why: `creates ${table}, a word missing from docs/glossary.md` }
}
