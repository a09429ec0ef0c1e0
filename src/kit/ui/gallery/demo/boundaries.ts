// Made-up neighbouring areas on a grid with shared borders, in the place of Oberbayern; only for looking at the map.
export const names: Record<string, string> = {
  k01: 'Ingolstadt',
  k02: 'Landkreis Eichstätt',
  k03: 'Landkreis Pfaffenhofen',
  k04: 'Landkreis Freising',
  k05: 'Landkreis Erding',
  k06: 'Landkreis Dachau',
  k07: 'München',
  k08: 'Landkreis Ebersberg',
  k09: 'Landkreis Mühldorf',
  k10: 'Landkreis Altötting',
  k11: 'Landkreis Landsberg',
  k12: 'Landkreis Starnberg',
  k13: 'Landkreis München',
  k14: 'Rosenheim',
  k15: 'Landkreis Traunstein',
  k16: 'Landkreis Weilheim',
  k17: 'Landkreis Bad Tölz',
  k18: 'Landkreis Miesbach',
  k19: 'Landkreis Rosenheim',
  k20: 'Berchtesgadener Land',
}

const wobble = (x: number, y: number): [number, number] => [
  10.8 + x * 0.42 + Math.sin(x * 3.1 + y * 1.7) * 0.09,
  49 - y * 0.36 + Math.cos(x * 2.3 + y * 2.9) * 0.07,
]

const edge = (a: [number, number], b: [number, number]) =>
  Array.from({ length: 9 }, (_, step) => {
    const t = step / 8
    const bump = Math.sin(t * Math.PI) * Math.sin(a[0] * 40 + b[1] * 31 + t * 9) * 0.035
    return [a[0] + (b[0] - a[0]) * t + bump, a[1] + (b[1] - a[1]) * t + bump]
  })

const arcs: number[][][] = []
const across = new Map<string, number>()
const add = (key: string, line: number[][]) => {
  across.set(key, arcs.length)
  arcs.push(line)
}
for (let y = 0; y <= 4; y++) for (let x = 0; x < 5; x++) add(`h${x},${y}`, edge(wobble(x, y), wobble(x + 1, y)))
for (let y = 0; y < 4; y++) for (let x = 0; x <= 5; x++) add(`v${x},${y}`, edge(wobble(x, y), wobble(x, y + 1)))
const at = (key: string) => across.get(key) ?? 0

export const boundaries = {
  type: 'Topology',
  arcs,
  objects: {
    areas: {
      type: 'GeometryCollection',
      geometries: Object.keys(names).map((id, index) => {
        const [x, y] = [index % 5, Math.floor(index / 5)]
        return {
          type: 'Polygon',
          id,
          arcs: [[at(`h${x},${y}`), at(`v${x + 1},${y}`), ~at(`h${x},${y + 1}`), ~at(`v${x},${y}`)]],
        }
      }),
    },
  },
}
