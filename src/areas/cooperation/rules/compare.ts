// What has changed between two editions of an agreement, clause by clause and word by word.
import { diffWordsWithSpace } from 'diff'
import type { Clause, Comparison, Edition } from '../contract.ts'

export type Piece = { text: string; change: 'same' | 'added' | 'removed' }
type Change = ClauseChange['change']
export type ClauseChange = Comparison['clauses'][number]

const compared = ['title', 'preamble', 'notice', 'noticeRule', 'extraordinary', 'reviewOn', 'endsOn'] as const

/** The words of two texts as one: what stayed, what was added, what was removed. Leaving out the removed pieces gives `after`, the added ones `before`. */
export const wordsOf = (before: string, after: string): Piece[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))

const told = ({ heading, text, strength, duty }: Clause) => JSON.stringify([heading, text, strength, duty])
const wordSet = ({ heading, text }: Clause) =>
  new Set(`${heading} ${text}`.toLowerCase().match(/\p{L}{3,}|\d+/gu) ?? [])

/** Dice's coefficient of the two sets of words, 0 … 1 (Dice, "Measures of the amount of ecologic association between species", Ecology 26, 1945). */
export function likeness(one: Clause, other: Clause): number {
  const [a, b] = [wordSet(one), wordSet(other)]
  if (a.size + b.size === 0) return 1
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size)
}

/** From this likeness on two clauses with different numbers count as one that was moved and reworded. */
const alike = 0.6

/** Which clause became which: first the unchanged ones wherever they went, then those that keep their number, then the most alike. Each at most once. */
function pairs(before: readonly Clause[], after: readonly Clause[]): Map<Clause, Clause> {
  const found = new Map<Clause, Clause>()
  const free = () => before.filter((one) => ![...found.values()].includes(one))
  const pair = (fits: (old: Clause, next: Clause) => boolean) => {
    for (const next of after) {
      const old = found.has(next) ? undefined : free().find((one) => fits(one, next))
      if (old) found.set(next, old)
    }
  }
  pair((old, next) => old.number === next.number && told(old) === told(next))
  pair((old, next) => told(old) === told(next))
  // A number may have been given to something else altogether: then it is one clause gone and another one new.
  pair((old, next) => old.number === next.number && likeness(old, next) > 0.2)
  const rest = after
    .filter((next) => !found.has(next))
    .flatMap((next) => free().map((old) => ({ next, old, likeness: likeness(old, next) })))
    .filter((one) => one.likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness)
  for (const { next, old } of rest) if (!found.has(next) && free().includes(old)) found.set(next, old)
  return found
}

function clauseChanges(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const found = pairs(before, after)
  const lines: ClauseChange[] = after.map((next) => {
    const old = found.get(next) ?? null
    const change: Change = !old
      ? 'added'
      : told(old) !== told(next)
        ? 'changed'
        : old.number === next.number
          ? 'same'
          : 'renumbered'
    return { before: old, after: next, change }
  })
  // What is gone stands where it stood: behind the clause that came before it.
  before.forEach((old, index) => {
    if (lines.some((line) => line.before === old)) return
    const previous = before[index - 1]
    const at = previous ? lines.findIndex((line) => line.before === previous) : -1
    lines.splice(at + 1, 0, { before: old, after: null, change: 'removed' })
  })
  return lines
}

function listChanges<T>(before: readonly T[], after: readonly T[], key: (one: T) => string) {
  const had = new Set(before.map(key))
  const has = new Set(after.map(key))
  return [
    ...after.map((one) => ({ ...one, change: had.has(key(one)) ? ('same' as const) : ('added' as const) })),
    ...before.filter((one) => !has.has(key(one))).map((one) => ({ ...one, change: 'removed' as const })),
  ]
}

export function compareEditions(before: Edition, after: Edition): Comparison {
  const clauses = clauseChanges(before.clauses, after.clauses)
  const parties = listChanges(before.parties, after.parties, ({ id }) => id)
  const annexes = listChanges(before.annexes, after.annexes, ({ title, sha256 }) => `${sha256} ${title}`)
  const fields = compared.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  const same = fields.length === 0 && [...clauses, ...parties, ...annexes].every((one) => one.change === 'same')
  return { clauses, parties, annexes, fields, same }
}
