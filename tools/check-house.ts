// Holds every source file to src/map.ts and says in one sentence what is wrong. `checkHouse(root)` for tests, the command for
// everybody else.
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as house from '../src/map.ts'
import { wrongImports } from './house/imports.ts'
import { missingPapers, wordsMissing, wrongMap, wrongMigrations } from './house/papers.ts'
import type { Fault, House } from './house/places.ts'
import { isTest, placeOf } from './house/places.ts'
import { readSource } from './house/source.ts'
import { withoutComments, wrongSchemas, wrongSql, wrongSqlInCode } from './house/sql.ts'
import { germanWording } from './house/wording.ts'
import { worldlyCode, worldlySql } from './house/world.ts'

const poorNames = /^(?:utils?|common|core|shared|helpers?|misc|index)$|(?:Service|Manager|Helper|Utils?)$/

export function checkHouse(root: string, map: House = house): Fault[] {
  const files = globSync('{src,tools,bench,stories}/**/*.{ts,tsx,mjs,sql}', { cwd: root }).toSorted()
  const ours = files.filter((file) => file.startsWith('src/'))
  const faults = files.flatMap((file) => [...faultsOf(root, file, map)])
  faults.push(...wrongMap(map), ...wrongSchemas(map), ...missingPapers(root, ours, map))
  faults.push(...wrongMigrations(ours), ...wordsMissing(root, ours))
  return faults
}

function* faultsOf(root: string, file: string, map: House): Generator<Fault> {
  const text = readFileSync(join(root, file), 'utf8')
  const lines = text.trimEnd().split('\n').length
  const longest = isTest(file) || file.startsWith('stories/') ? map.longestTest : map.longestFile
  if (lines > longest && basename(file) !== 'rows.ts')
    yield { file, line: longest, why: `has ${lines} lines; more than ${longest} means two ideas share a file` }
  if (!file.startsWith('src/') || file === 'src/map.ts') return
  yield* wrongNames(file, map)
  if (file.endsWith('.sql')) {
    const sql = withoutComments(text)
    yield* wrongSql(placeOf(file, map), sql, map)
    yield* worldlySql(file, sql, map)
    return
  }
  yield* faultsOfCode(file, text, map)
}

function* faultsOfCode(file: string, text: string, map: House): Generator<Fault> {
  const source = readSource(file, text)
  if (source.broken) yield { file, line: 1, why: `cannot be read: ${source.broken}` }
  for (const line of source.defaults) yield { file, line, why: 'exports a default; names are exported by name' }
  if (isTest(file)) return
  const place = placeOf(file, map)
  yield* wrongImports(place, source, map)
  yield* worldlyCode(place, source, map)
  yield* wrongSqlInCode(place, source, map)
  yield* germanWording(place, source, map)
}

function* wrongNames(file: string, map: House): Generator<Fault> {
  const { floor, room } = placeOf(file, map)
  if (!map.floors.includes(floor))
    yield { file, line: 1, why: `stands on no floor; the floors are ${map.floors.join(', ')}` }
  if (floor === 'areas' && !isTest(file) && !file.endsWith('.sql') && !(room in map.rooms))
    yield { file, line: 1, why: `${room} is not a room of an area; the rooms are ${Object.keys(map.rooms).join(', ')}` }
  const poor = file
    .split('/')
    .slice(2)
    .map((part) => part.split('.')[0]!)
    .find((part) => poorNames.test(part))
  if (poor) yield { file, line: 1, why: `“${poor}” says nothing about what is inside; name it after its idea` }
}

export const sentence = ({ file, line, why }: Fault) => `${file}:${line} ${why}`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const faults = checkHouse(process.cwd())
  for (const fault of faults) console.error(sentence(fault))
  console.log(faults.length > 0 ? `${faults.length} fault(s)` : 'every file stands where the map says')
  process.exitCode = faults.length > 0 ? 1 : 0
}
