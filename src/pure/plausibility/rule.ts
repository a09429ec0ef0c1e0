// Validation rules as data, and what each says of one figure. What is not known is never taken for zero: a rule that lacks a part is undecided.

/** Figures are named by the caller. */
export type Rule =
  | { kind: 'range'; least: number | null; most: number | null }
  | { kind: 'whole' }
  /** At most as large as another figure. */
  | { kind: 'partOf'; whole: string }
  | { kind: 'sumOf'; parts: readonly string[] }
  /** Where one is greater than zero, so is the other. */
  | { kind: 'pair'; other: string }
  /** Against the value of the time before. */
  | { kind: 'change'; percent: number }

/** Numbers by name; null, or not there: nobody knows. Zero only where somebody said that there is nothing. */
export type Known = { own: number | null; last: number | null; others: Readonly<Record<string, number | null>> }

export type Verdict =
  | { outcome: 'holds' }
  /** What is missing, by its name; 'own' and 'last' are the figure itself and its last value. */
  | { outcome: 'undecided'; missing: string[] }
  /** Between which values it would hold; null: no bound on this side. */
  | { outcome: 'broken'; low: number | null; high: number | null }

const holds: Verdict = { outcome: 'holds' }
const undecided = (...missing: string[]): Verdict => ({ outcome: 'undecided', missing })

export function judge(rule: Rule, known: Known): Verdict {
  const { own } = known
  if (own === null) return undecided('own')
  const other = (name: string) => known.others[name] ?? null
  switch (rule.kind) {
    case 'range':
      return within(own, rule.least, rule.most)
    case 'whole':
      return same(own, Math.round(own)) ? holds : { outcome: 'broken', low: Math.floor(own), high: Math.ceil(own) }
    case 'partOf': {
      const whole = other(rule.whole)
      return whole === null ? undecided(rule.whole) : within(own, null, whole)
    }
    case 'sumOf': {
      const missing = rule.parts.filter((name) => other(name) === null)
      if (missing.length > 0) return undecided(...missing)
      const sum = rule.parts.reduce((total, name) => total + other(name)!, 0)
      return within(own, sum, sum)
    }
    case 'pair': {
      const partner = other(rule.other)
      if (partner === null) return undecided(rule.other)
      if (own > 0 === partner > 0) return holds
      return own > 0 ? { outcome: 'broken', low: null, high: 0 } : { outcome: 'broken', low: 0, high: null }
    }
    case 'change': {
      // A share of nothing, or of less than nothing, is no statement.
      if (known.last === null || known.last <= 0) return undecided('last')
      const by = rule.percent / 100
      return within(own, Math.max(0, known.last * (1 - by)), known.last * (1 + by))
    }
  }
}

function within(own: number, low: number | null, high: number | null): Verdict {
  const fits = (low === null || own > low || same(own, low)) && (high === null || own < high || same(own, high))
  return fits ? holds : { outcome: 'broken', low, high }
}

/** Decimal fractions carry dust in binary: 0.1 + 0.2 is 0.3. */
const same = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
