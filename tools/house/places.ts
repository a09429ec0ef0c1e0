// Where a file stands: its floor, its part (an area or a room of the kit), its room, and where its code runs.
import { posix } from 'node:path'
import type * as house from '../../src/map.ts'
import type { Runs } from '../../src/map.ts'

export type House = typeof house
export type Fault = { file: string; line: number; why: string }
export type Place = { file: string; floor: string; part: string; room: string; runs: Runs; test: boolean }

/** Tests and what only tests use: they may look anywhere and speak German. */
export const isTest = (file: string) =>
  /\.(test|story|bench)\.tsx?$|(^|\/)(test-[^/]*\.tsx?$|testing(-[a-z]+)?\.ts$|(?:matrix|fixtures?)\/)/.test(file)

/** `texts.de.ts`, also with the name of what they speak for: `migrate.texts.de.ts`. */
export const isTexts = (file: string) => /(^|[/.])texts(\.[a-z-]+)?\.ts$/.test(file) || file.includes('/texts/')

export function placeOf(file: string, map: House): Place {
  const [, floor = '', ...rest] = file.split('/')
  const inFolder = rest.length > 1
  const part = inFolder ? rest[0]! : ''
  const name = (floor === 'areas' ? rest[1] : rest.at(-1)) ?? ''
  const room = name.split('.')[0] ?? ''
  return { file, floor, part, room, runs: runsIn(floor, part, room, file, map), test: isTest(file) }
}

function runsIn(floor: string, part: string, room: string, file: string, map: House): Runs {
  const base = posix.basename(file).split('.')[0] ?? ''
  if (floor === 'pure' || isTexts(file)) return 'anywhere'
  if (file.endsWith('.tsx')) return 'browser'
  if (floor === 'areas') return map.rooms[room] ?? 'server'
  if (map.anywhereFiles.includes(base)) return 'anywhere'
  if (floor === 'kit') return map.kit[part]?.runs ?? 'server'
  return part === 'pages' ? 'browser' : 'server'
}

/** The file an import names, as a path from the root of the project; undefined for packages. */
export function importedFile(from: string, name: string): string | undefined {
  if (name.startsWith('#')) return `src/${name.slice(1)}`
  if (name.startsWith('.')) return posix.join(posix.dirname(from), name)
  return undefined
}
