// The shape of an example body: everything needed to found it through the API, with names instead of ids.
import type { Description, HomeRole } from '#areas/actors/contract.ts'
import type { BodyRole, ClauseDuty, Draft } from '../contract.ts'

/** As in the contract, but naming its indicator by a key that the example resolves. */
type FigureDuty = { kind: 'deliver' | 'confirm'; indicator: string; time: Extract<ClauseDuty, { kind: 'deliver' }>['time'] }
export type FixtureClause = { number: string; heading: string; text: string; strength: 'must' | 'should' | 'usual'; duty: Extract<ClauseDuty, { kind: 'meet' }> | FigureDuty | null }

export type FixtureOrganisation = Pick<Description, 'name' | 'kind' | 'side'> & Partial<Omit<Description, 'parent'>> & { /** By name. */ parent?: string }

export type BodyFixture = {
  /** The organisation that founds the body and runs its office. */
  founder: FixtureOrganisation
  organisations: readonly FixtureOrganisation[]
  body: {
    name: string; shortName: string; mission: string; form: 'forum' | 'deciding'; keys: 1 | 2; foundedOn: string; areaKey: string | null
    constituencies: readonly { name: string; chair: 'appointed' | 'elected' | null; termYears: number | null }[]
    seats: readonly { organisation: string; unit?: string; constituency: string }[]
  }
  agreement: { title: string; preamble: string; reviewOn: string | null; parties: readonly string[]; clauses: readonly FixtureClause[]; signedOn: string; place: string }
  /** Invented persons. `role`: in the body. */
  people: readonly { name: string; email: string; organisation: string; home: readonly HomeRole[]; role?: BodyRole; from: string; until?: string; basis: string }[]
}

/** The draft as the API takes it. A clause whose indicator is not there yet stays without its duty. */
export function draftOf(fixture: BodyFixture, organisation: (name: string) => string, indicators: Readonly<Record<string, string>>): Draft {
  const { title, preamble, reviewOn, parties, clauses } = fixture.agreement
  return {
    title, preamble, reviewOn, parties: parties.map(organisation),
    clauses: clauses.map((clause) => ({ ...clause, duty: dutyOf(clause.duty, indicators) })),
  }
}
function dutyOf(duty: FixtureClause['duty'], indicators: Readonly<Record<string, string>>): ClauseDuty | null {
  if (duty === null || duty.kind === 'meet') return duty
  const indicator = indicators[duty.indicator]
  return indicator ? { ...duty, indicator, from: 'publicMembers' } : null
}
