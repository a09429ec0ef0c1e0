// Days of a term: half-open, so that "bis 31.12." is stored as until 1 January.
type Term = { from: string; until: string | null }

export const isOver = (term: Pick<Term, 'until'>, today: string): boolean => term.until !== null && term.until <= today
export const isBackwards = (term: Term): boolean => term.until !== null && term.until <= term.from
export const overlaps = (a: Term, b: Term): boolean =>
  (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until)
