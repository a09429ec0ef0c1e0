// A place for every node: neighbours close, strangers apart, nothing on top of each other. The same network always looks the same: no chance.
// Forces after T. Fruchterman and E. Reingold, "Graph Drawing by Force-directed Placement", Software: Practice and Experience 21(11), 1991.
import type { Graph } from './graph.ts'

export type Point = { x: number; y: number }

const rounds = 240
/** The golden angle spreads any number of points evenly. */
const turn = Math.PI * (3 - Math.sqrt(5))

/** Places within a field of this width and height, at least `margin` from its edge. */
export function layout(
  graph: Graph,
  { width, height, margin = 24 }: { width: number; height: number; margin?: number },
): Point[] {
  const { size, edges } = graph
  if (size === 0) return []
  const ideal = Math.sqrt((width * height) / size) * 0.72
  const xs = new Float64Array(size)
  const ys = new Float64Array(size)
  for (let node = 0; node < size; node += 1) {
    const far = Math.sqrt((node + 0.5) / size)
    xs[node] = width / 2 + Math.cos(node * turn) * far * width * 0.42
    ys[node] = height / 2 + Math.sin(node * turn) * far * height * 0.42
  }
  const dx = new Float64Array(size)
  const dy = new Float64Array(size)
  for (let round = 0; round < rounds; round += 1) {
    dx.fill(0)
    dy.fill(0)
    for (let a = 0; a < size; a += 1)
      for (let b = a + 1; b < size; b += 1) {
        const x = xs[a]! - xs[b]!
        const y = ys[a]! - ys[b]!
        const square = Math.max(x * x + y * y, 0.01)
        const push = (ideal * ideal) / square
        dx[a]! += x * push
        dy[a]! += y * push
        dx[b]! -= x * push
        dy[b]! -= y * push
      }
    for (const { a, b } of edges) {
      const x = xs[a]! - xs[b]!
      const y = ys[a]! - ys[b]!
      const pull = Math.sqrt(x * x + y * y) / ideal
      dx[a]! -= x * pull
      dy[a]! -= y * pull
      dx[b]! += x * pull
      dy[b]! += y * pull
    }
    const heat = (Math.min(width, height) / 8) * (1 - round / rounds)
    for (let node = 0; node < size; node += 1) {
      // A little weight towards the middle keeps separate parts in the field.
      const x = dx[node]! + (width / 2 - xs[node]!) * 0.6
      const y = dy[node]! + (height / 2 - ys[node]!) * 0.6 * (width / height)
      const force = Math.max(Math.hypot(x, y), 0.01)
      const step = Math.min(force, heat)
      xs[node]! += (x / force) * step
      ys[node]! += (y / force) * step
    }
  }
  return fitted(xs, ys, width, height, margin)
}

/** Stretched until the outermost touch the margin. */
function fitted(xs: Float64Array, ys: Float64Array, width: number, height: number, margin: number): Point[] {
  const spread = (values: Float64Array, length: number) => {
    const least = Math.min(...values)
    const span = Math.max(...values) - least
    return (value: number) =>
      span < 1e-6 ? length / 2 : margin + ((value - least) / span) * Math.max(1, length - 2 * margin)
  }
  const x = spread(xs, width)
  const y = spread(ys, height)
  return [...xs].map((value, node) => ({ x: round(x(value)), y: round(y(ys[node]!)) }))
}
const round = (value: number) => Math.round(value * 10) / 10
