// Cell suppression: cost, bound, time and number of programmes beside the sequential LP heuristic (one cheapest pattern for each need, HiGHS, primal form).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openSolver } from '#kit/solver/highs.ts'
import type { Solver } from '#pure/attack/solver.ts'
import { readTable, type TableSystem } from '#pure/attack/table.ts'
import { chance } from '#pure/suppression/improve.ts'
import { suppress } from '#pure/suppression/suppress.ts'
import { taskOf } from '#pure/suppression/targets.ts'
import type { Release } from '#pure/suppression/testing-worlds.ts'
import { tidyTable } from '#pure/suppression/tidy.ts'
import { attacked, attackRow, growthRow, safety } from './attacks.ts'
import type { Row } from './row.ts'

const seconds = 25
const library = join(process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data', 'benchmarks/suppression')

/** The same table every time: counts, half of them small. */
function generated(areas: number, groups: number): unknown {
  const random = chance(11)
  const rows = [['area', 'group', 'n']]
  for (let area = 0; area < areas; area += 1)
    for (let group = 0; group < groups; group += 1)
      rows.push([`a${area}`, `g${group}`, String(Math.floor(Math.exp(5 * random()) - 0.5))])
  const tree = Array.from({ length: areas }, (_, area) => [`a${area}`, `r${area >> 2}`])
  return tidyTable(rows, {
    dimensions: ['area', 'group'],
    count: 'n',
    threshold: 3,
    contributor: null,
    trees: new Map([['area', tree]]),
  })
}

/** The peer: deviations up and down as columns, all equations as rows, costs of hidden cells zero. */
function sequential(system: TableSystem, solver: Solver): { cost: number; programmes: number } {
  const { targets, must } = taskOf(system, false)
  const size = system.ids.length
  const columns: { rows: number[]; values: number[] }[] = Array.from({ length: size }, () => ({ rows: [], values: [] }))
  for (const [row, { variables, coefficients }] of system.equations.entries())
    for (let k = 0; k < variables.length; k += 1) {
      columns[variables[k]!]!.rows.push(row)
      columns[variables[k]!]!.values.push(coefficients[k]!)
    }
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const sign of [1, -1])
    for (const column of columns) {
      indices.push(...column.rows)
      values.push(...column.values.map((value) => sign * value))
      starts.push(indices.length)
    }
  const { down, up } = targets[0]!.knowledge
  const session = solver.open({
    rows: system.equations.length,
    starts,
    indices,
    values,
    cost: new Float64Array(2 * size),
    lower: new Float64Array(2 * size),
    upper: Float64Array.from([...up, ...down]),
    changes: 'bounds',
  })
  const hidden = Uint8Array.from(must)
  let programmes = 0
  for (const { cell, by } of [...targets].sort((a, b) => Math.abs(b.by) - Math.abs(a.by))) {
    const cost = Float64Array.from({ length: 2 * size }, (_, k) =>
      hidden[k % size] === 1 ? 0 : system.cost[k % size]!,
    )
    session.setCosts(0, cost)
    const [moves, stays] = by > 0 ? [cell, size + cell] : [size + cell, cell]
    session.setBound(moves, Math.abs(by), Math.abs(by))
    session.setBound(stays, 0, 0)
    programmes += 1
    if (session.solve(100) === 'optimal') {
      const found = session.values()
      for (let at = 0; at < size; at += 1) if (Math.abs(found[at]! - found[size + at]!) > 1e-7) hidden[at] = 1
    }
    session.setBound(cell, 0, up[cell]!)
    session.setBound(size + cell, 0, down[cell]!)
  }
  session.close()
  return { cost: system.cost.reduce((sum, cost, at) => sum + cost * hidden[at]!, 0), programmes }
}

export async function protection(): Promise<Row[]> {
  const solver = await openSolver()
  const rows: Row[] = []
  const measure = (job: string, table: unknown, withPeer: boolean) => {
    const system = readTable(table)
    const began = performance.now()
    const left = () => seconds - (performance.now() - began) / 1000
    const ours = suppress(system, solver, { left, seconds, wholeNumbers: false, seed: 1 })
    const took = (performance.now() - began) / 1000
    const peerBegan = performance.now()
    const peer = withPeer ? sequential(system, solver) : null
    const peerTook = (performance.now() - peerBegan) / 1000
    const { patterns, audit } = ours.programmes
    rows.push({
      job: `protect ${job}`,
      ours: `${ours.protected ? '' : 'NOT PROTECTED '}cost ${Math.round(ours.cost)}, bound ${ours.bound === null ? 'none' : Math.round(ours.bound)}, ${took.toFixed(1)} s, ${patterns} + ${audit} programmes`,
      peer: peer
        ? `cost ${Math.round(peer.cost)}, ${peerTook.toFixed(1)} s, ${peer.programmes} programmes (sequential LP, HiGHS)`
        : '',
      ratio: peer ? (ours.cost / peer.cost).toFixed(2) : '',
      size: `${system.ids.length} cells, ${system.equations.length} equations`,
    })
  }
  measure('23 areas × 8 groups', generated(23, 8), true)
  if (existsSync(library))
    for (const name of ['TABLE7', 'TABLE8', 'HIE1372D', 'HIER13', 'HIER16'])
      measure(
        name,
        JSON.parse(gunzipSync(readFileSync(join(library, `${name}.json.gz`))).toString()),
        name !== 'HIER16',
      )
  const growing = []
  for (const areas of [23, 60, 160]) growing.push(await attacked(generated(areas, 8) as Release, 10))
  rows.push(attackRow('160 areas × 8 groups', growing.at(-1)!), growthRow(growing))
  if (existsSync(library))
    for (const name of ['HIE1372D', 'HIER13']) {
      const raw = JSON.parse(gunzipSync(readFileSync(join(library, `${name}.json.gz`))).toString()) as Release
      rows.push(attackRow(name, await attacked(raw, seconds)))
    }
  rows.push(await safety(500))
  return rows
}
