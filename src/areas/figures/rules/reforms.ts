// What a reform of areas must say to be recorded, and what follows from its kind. Pure; the shares of a predecessor never exceed it.
import type { ReformInput, ReformKind } from '../contract/reforms.ts'

export type KeyPart = {
  before: string
  after: string
  level: 'above' | 'county' | 'municipality'
  whole: boolean
  population: number | null
  land: number | null
}
export type Unfit =
  | {
      code: 'reformUnfit'
      detail: { kind: ReformKind; why: 'whole' | 'part' | 'several' | 'same' | 'one' | 'levels' | 'name' }
    }
  | { code: 'sharesUnfit'; detail: { key: string; sum: string } }

type Input = Pick<ReformInput, 'kind' | 'parts'>

/** A municipality on either side: a flow between municipalities. Two keys of five digits: counties and cities. */
export const levelOf = (before: string, after: string): KeyPart['level'] =>
  before.length === 8 || after.length === 8 ? 'municipality' : before.length === 5 ? 'county' : 'above'

/** "09175" and "09175111" may meet only where a county-free city is meant; below a county nothing meets what lies above it. */
const meets = (before: string, after: string) =>
  before.length < 5 || after.length < 5 ? before.length === after.length : true

/** The parts as they are stored: who goes on is named, shares that miss the whole by rounding are brought to it. */
export function completed({ kind, parts }: Input): KeyPart[] | Unfit {
  const unfit = (why: Extract<Unfit, { code: 'reformUnfit' }>['detail']['why']): Unfit => ({
    code: 'reformUnfit',
    detail: { kind, why },
  })
  const said = parts.map((part) => ({
    before: part.before.key,
    after: part.after.key,
    level: levelOf(part.before.key, part.after.key),
    whole: part.whole,
    population: part.whole ? null : (part.population ?? null),
    land: part.whole ? null : (part.land ?? null),
  }))
  const moves = said.filter((part) => part.before !== part.after)
  const stays = said.filter((part) => part.before === part.after).map((part) => part.before)
  if (moves.some((part) => !meets(part.before, part.after))) return unfit('levels')
  if (kind === 'renaming')
    return moves.length > 0 || parts.some((part) => !part.after.name)
      ? unfit(moves.length > 0 ? 'same' : 'name')
      : withStays([], stays)
  if (moves.length === 0) return unfit('same')
  const municipal = moves.filter((part) => part.level === 'municipality')
  const wholes = kind === 'countyChange' ? municipal : moves
  if (wantsWhole.has(kind) && wholes.some((part) => !part.whole)) return unfit('whole')
  if (wantsParts.has(kind) && moves.some((part) => part.whole)) return unfit('part')
  if (kind === 'merger' && count(moves, 'after').some((n) => n < 2) && stays.length === 0) return unfit('several')
  if (kind === 'split' && count(moves, 'before').some((n) => n < 2) && stays.length === 0) return unfit('several')
  if (oneToOne.has(kind) && [...count(wholes, 'before'), ...count(wholes, 'after')].some((n) => n > 1))
    return unfit('one')
  const all = kind === 'countyChange' ? [...moves, ...countiesOf(municipal, moves)] : moves
  const goOn = new Set([...stays, ...follows(kind, all)])
  return (
    shared(all, goOn) ??
    withStays(
      all.map((part) => rounded(part, all, goOn)),
      [...goOn],
    )
  )
}

const wantsWhole: ReadonlySet<ReformKind> = new Set(['incorporation', 'merger', 'newKey', 'countyChange'])
const wantsParts: ReadonlySet<ReformKind> = new Set(['split', 'transfer'])
const oneToOne: ReadonlySet<ReformKind> = new Set(['newKey', 'countyChange'])

const count = (parts: readonly KeyPart[], side: 'before' | 'after') =>
  [...Map.groupBy(parts, (part) => part[side]).values()].map((some) => some.length)

/** "Eingliederung": who takes in goes on. "Gebietsteil": both go on. "Kreiswechsel": the two counties go on. */
function follows(kind: ReformKind, parts: readonly KeyPart[]): string[] {
  if (kind === 'incorporation') return parts.map((part) => part.after)
  if (kind === 'transfer') return parts.flatMap((part) => [part.before, part.after])
  if (kind === 'countyChange')
    return parts
      .filter((part) => part.level !== 'municipality')
      .flatMap((part) => (part.whole ? [part.after] : [part.before, part.after]))
  return []
}

/** A municipality that goes to another county takes a part of its county along; how much of it, is known only where it is said. A city was its own county. */
function countiesOf(municipal: readonly KeyPart[], moves: readonly KeyPart[]): KeyPart[] {
  const pairs = new Map(
    municipal.map((part) => [`${part.before.slice(0, 5)} ${part.after.slice(0, 5)}`, part.before.length === 5]),
  )
  return [...pairs].flatMap(([pair, whole]) => {
    const [before = '', after = ''] = pair.split(' ')
    const said = moves.some((part) => part.before === before && part.after === after)
    return before === after || said
      ? []
      : [{ before, after, level: 'county' as const, whole, population: null, land: null }]
  })
}

/** Printed shares are rounded: half a per cent may be missing or too much, not more. */
const tolerance = 0.005
const together = (part: KeyPart, all: readonly KeyPart[]) =>
  all.filter((one) => one.before === part.before && one.level === part.level)
const sumOf = (parts: readonly KeyPart[], basis: 'population' | 'land') =>
  parts.some((part) => part[basis] === null) ? null : parts.reduce((sum, part) => sum + part[basis]!, 0)

function shared(all: readonly KeyPart[], goOn: ReadonlySet<string>): Unfit | null {
  for (const part of all) {
    const group = together(part, all)
    if (group.filter((one) => one.whole).length > 0 && (group.length > 1 || goOn.has(part.before)))
      return { code: 'sharesUnfit', detail: { key: part.before, sum: '100+' } }
    for (const basis of ['population', 'land'] as const) {
      const sum = sumOf(group, basis)
      if (sum === null) continue
      const fits = goOn.has(part.before) ? sum < 1 : Math.abs(sum - 1) <= tolerance
      if (!fits) return { code: 'sharesUnfit', detail: { key: part.before, sum: String(Math.round(sum * 1000) / 10) } }
    }
  }
  return null
}

function rounded(part: KeyPart, all: readonly KeyPart[], goOn: ReadonlySet<string>): KeyPart {
  if (part.whole || goOn.has(part.before)) return part
  const [people, land] = [sumOf(together(part, all), 'population'), sumOf(together(part, all), 'land')]
  return {
    ...part,
    population: people === null ? part.population : part.population! / people,
    land: land === null ? part.land : part.land! / land,
  }
}

const withStays = (moves: readonly KeyPart[], stays: readonly string[]): KeyPart[] => [
  ...moves,
  ...stays.map((key) => ({
    before: key,
    after: key,
    level: levelOf(key, key),
    whole: false,
    population: null,
    land: null,
  })),
]

/** What the reform ends, begins and lets go on. */
export function effectsOf(parts: readonly KeyPart[]): { ended: string[]; begun: string[] } {
  const [before, after] = [new Set(parts.map((part) => part.before)), new Set(parts.map((part) => part.after))]
  return { ended: [...before].filter((key) => !after.has(key)), begun: [...after].filter((key) => !before.has(key)) }
}
