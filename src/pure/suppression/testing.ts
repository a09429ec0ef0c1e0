// Random tables with histories, small enough for every filling to be tried, and an attacker of their own kind: the primal programme as text.
import imported from 'highs'
import { chance } from './improve.ts'

const highs = await (imported as unknown as (typeof imported)['default'])()

type Cell = {
  id: string
  value: number
  min?: number
  max?: number
  cost?: number
  sensitive?: { below: number; above: number }
}
type Release = { cells: Cell[]; equations: { terms: Record<string, number>; equals: number }[]; suppressed?: string[] }
export type TestTable = Release & { history: Release[] }

/** One release: areas × groups with all margins; ids carry what they mean, so that equal ids are equal figures. */
function release(values: readonly (readonly number[])[], names: readonly string[], groups: readonly string[]): Release {
  const cells: Cell[] = []
  const equations: Release['equations'] = []
  const total = new Map<string, number>()
  const add = (id: string, value: number) => {
    total.set(id, (total.get(id) ?? 0) + value)
  }
  for (const [a, row] of values.entries())
    for (const [g, value] of row.entries())
      for (const id of [`${names[a]}/${groups[g]}`, `${names[a]}/*`, `*/${groups[g]}`, '*/*']) add(id, value)
  for (const [id, value] of total)
    cells.push({ id, value, ...(value > 0 && value < 3 ? { sensitive: { below: 1, above: 1 } } : {}) })
  const sum = (whole: string, parts: string[]) =>
    equations.push({ terms: { [whole]: -1, ...Object.fromEntries(parts.map((part) => [part, 1])) }, equals: 0 })
  for (const name of [...names, '*'])
    sum(
      `${name}/*`,
      groups.map((group) => `${name}/${group}`),
    )
  for (const group of [...groups, '*'])
    sum(
      `*/${group}`,
      names.map((name) => `${name}/${group}`),
    )
  return { cells, equations }
}

/** Releases 1 … n of the same figures: at first by merged areas, then by the finest ones; what was hidden before stays a secret. */
export function randomTable(seed: number, areas = 3, groups = 3): { coarse: Release; fine: Release } {
  const random = chance(seed)
  for (let k = 0; k < 5; k += 1) random()
  const values = Array.from({ length: areas }, () =>
    Array.from({ length: groups }, () => (random() < 0.15 ? 0 : Math.floor(random() ** 2 * 12))),
  )
  const names = Array.from({ length: areas }, (_, at) => `a${at}`)
  const ages = Array.from({ length: groups }, (_, at) => `g${at}`)
  const merged = [values[0]!.map((value, g) => value + values[1]![g]!), ...values.slice(2)]
  const coarse = release(merged, ['a0+a1', ...names.slice(2)], ages)
  const fine = release(values, names, ages)
  for (const group of [...ages, '*'])
    fine.equations.push({ terms: { [`a0+a1/${group}`]: -1, [`a0/${group}`]: 1, [`a1/${group}`]: 1 }, equals: 0 })
  return { coarse, fine }
}

/** How far the hidden cell can move, asked in the primal form of the textbook, with nothing of the methods under test. */
export function reference(
  releases: readonly Release[],
  hidden: ReadonlySet<string>,
  id: string,
  whole: boolean,
): [number, number] {
  const cells = new Map(releases.flatMap((one) => one.cells).map((cell) => [cell.id, cell]))
  const name = new Map([...cells.keys()].map((key, at) => [key, `x${at}`]))
  const ask = (sense: string): number => {
    const lines = [sense, ` goal: ${name.get(id)}`, 'Subject To']
    for (const [at, { terms, equals }] of releases.flatMap((one) => one.equations).entries())
      lines.push(
        ` e${at}: ${Object.entries(terms)
          .map(([key, by]) => `${by < 0 ? '-' : '+'} ${Math.abs(by)} ${name.get(key)}`)
          .join(' ')} = ${equals}`,
      )
    lines.push('Bounds')
    for (const [key, { value, min = 0, max }] of cells)
      lines.push(hidden.has(key) ? ` ${min} <= ${name.get(key)} <= ${max ?? '+inf'}` : ` ${name.get(key)} = ${value}`)
    if (whole) lines.push('Generals', ` ${[...name.values()].join(' ')}`)
    lines.push('End')
    const { Status, ObjectiveValue } = highs.solve(lines.join('\n'), { output_flag: false })
    if (Status === 'Optimal') return ObjectiveValue
    return sense === 'Minimize' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  }
  return [ask('Minimize'), ask('Maximize')]
}
