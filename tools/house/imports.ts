// Imports only go down, stay on their side of the wire and enter other areas through their open rooms.
import type { Fault, House, Place } from './places.ts'
import { importedFile, isTest, placeOf } from './places.ts'
import type { Import, Source } from './source.ts'

export function* wrongImports(place: Place, source: Source, map: House): Generator<Fault> {
  for (const found of source.imports) {
    const why = wrongImport(place, found, map)
    if (why) yield { file: place.file, line: found.line, why: `imports ${found.name}: ${why}` }
  }
}

function wrongImport(from: Place, { name, typeOnly }: Import, map: House): string | undefined {
  const file = importedFile(from.file, name)
  if (file === undefined) return wrongPackage(from, name, typeOnly, map)
  if (!file.startsWith('src/')) return from.floor === '' ? undefined : 'code of the house may not use files outside src'
  const to = placeOf(file, map)
  if (isTest(file)) return 'only tests may use what was made for tests'
  if (map.floors.indexOf(to.floor) < map.floors.indexOf(from.floor))
    return `${from.floor} may not look up at ${to.floor}`
  // A type leaves no trace at run time, so it may cross the wire; floors and private rooms hold for types too.
  if (!typeOnly && /\.tsx?$/.test(file) && to.runs !== 'anywhere' && to.runs !== from.runs)
    return from.runs === 'anywhere'
      ? `code that runs anywhere may not load code for the ${to.runs}`
      : `code for the ${from.runs} may not load code for the ${to.runs}`
  if (from.floor === 'areas' && to.floor === 'areas' && from.part !== to.part) return wrongNeighbour(from.part, to, map)
  return undefined
}

function wrongPackage(from: Place, name: string, typeOnly: boolean, map: House): string | undefined {
  if (from.floor === 'pure') return 'pure code stands on nothing'
  if (typeOnly) return undefined
  const isIn = (list: readonly string[]) =>
    list.some((one) => name === one || name.startsWith(one.endsWith('/') ? one : `${one}/`))
  if (name.startsWith('node:'))
    return from.runs === 'server' ? undefined : 'this file also runs in the browser, which has no node: modules'
  if (isIn(map.packages.anywhere)) return undefined
  if (isIn(map.packages.browser))
    return from.runs === 'browser' ? undefined : 'this package is for the browser only (packages in src/map.ts)'
  return from.runs === 'server' ? undefined : 'this package is for the server only (packages in src/map.ts)'
}

function wrongNeighbour(area: string, to: Place, map: House): string | undefined {
  if (!map.areas[area]?.buildsOn.includes(to.part)) return `${area} does not build on ${to.part}`
  if (!map.openRooms.includes(to.room))
    return `${to.part}/${to.room} is private; only ${map.openRooms.join(', ')} are open`
  return undefined
}
