// Decisions about organisations and mandates, as pure functions.
import type { Description, Level, OrganisationKind, Term } from './contract.ts'

/** "Nur mit „(Beispiel)“ im Namen": what was made up must not be taken for a real organisation, and the other way round. */
export const saysExample = (name: string): boolean => /\(Beispiel\)/.test(name)

/** A county's key has five digits, a municipality's eight; a Bezirk or an association has none of its own. Only the form is decided here. */
export const isAreaKey = (key: string): boolean => /^(0[1-9]|1[0-6])\d{3}(\d{3})?$/.test(key)

/** A Regierungsbezirk is an area and acts for nobody: what acts is the Bezirk (a corporation) or the Regierung (an authority). */
export const namesAnArea = (of: Pick<Description, 'name'>): boolean => /^regierungsbezirk\b/i.test(of.name.trim())

/** The level that goes without saying; elsewhere somebody has to say it. */
export const levelOf = (kind: OrganisationKind): Level | null =>
  kind === 'county' || kind === 'city'
    ? 'local'
    : kind === 'municipality'
      ? 'municipal'
      : kind === 'district'
        ? 'supralocal'
        : null

/** A department needs the organisation it belongs to. */
export const lacksParent = (of: Pick<Description, 'kind' | 'parent'>): boolean =>
  of.kind === 'unit' && of.parent === null

/** Half-open terms: until 1 January means the last day is 31 December. A term that is over on the day it is entered gives nobody a right. */
export const isOver = (term: Pick<Term, 'until'>, today: string): boolean => term.until !== null && term.until <= today
export const isBackwards = (term: Pick<Term, 'from' | 'until'>): boolean =>
  term.until !== null && term.until <= term.from

export const overlaps = (
  a: { from: string; until: string | null },
  b: { from: string; until: string | null },
): boolean => (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until)

export const holdsOn = (term: { from: string; until: string | null }, day: string): boolean =>
  term.from <= day && (term.until === null || day < term.until)

/** A freelancer is called like the person; the mark of an example belongs to the organisation. */
export const personName = (name: string): string => name.replace(/\s*\(Beispiel\)\s*/, ' ').trim()
