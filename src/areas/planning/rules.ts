// The decisions of planning as pure functions. Each cites the sentence that it carries out.
import type { DecisionContent } from './contract/decisions.ts'
import type { MeasureState } from './contract/measures.ts'
import type { NeedContent, NeedState } from './contract/needs.ts'

export type Gap = 'targetGroup' | 'area' | 'benefit' | 'evidence'

/** "Für wen, wo, welcher Nutzen, worauf beruht er": a need is stated only when it says all four; the evidence is a figure with its edition. */
export function gapsOf(
  need: Pick<NeedContent, 'targetGroup' | 'area' | 'areaName' | 'benefit'>,
  evidence: readonly { grade: string; source: string | null }[],
): Gap[] {
  const gaps: Gap[] = []
  if (need.targetGroup.trim() === '') gaps.push('targetGroup')
  if (!need.area && !need.areaName) gaps.push('area')
  if (need.benefit.trim() === '') gaps.push('benefit')
  if (!evidence.some((piece) => piece.grade === 'figures' && piece.source)) gaps.push('evidence')
  return gaps
}

type Steps = {
  state: 'draft' | 'stated'
  drafted: string
  stated_on: string | null
  withdrawn_on: string | null
  on_agenda: string | null
  decided: string | null
  in_measure: string | null
  answered: string | null
}

/** How far a need has come, and since when: the furthest step that the reader may see. */
export function stateOf(steps: Steps): { state: NeedState; since: string } {
  if (steps.state === 'draft') return { state: 'draft', since: steps.drafted }
  if (steps.withdrawn_on) return { state: 'withdrawn', since: steps.withdrawn_on }
  if (steps.answered) return { state: 'answered', since: steps.answered }
  if (steps.in_measure) return { state: 'inMeasure', since: steps.in_measure }
  if (steps.decided) return { state: 'decided', since: steps.decided }
  if (steps.on_agenda) return { state: 'onAgenda', since: steps.on_agenda }
  return { state: 'stated', since: steps.stated_on ?? steps.drafted }
}

/** "Beschluss only where the rules give votes", and only after a vote; a recommendation says to whom; only a Kenntnisnahme puts a need aside. */
export function whyNotDecision(
  content: Pick<DecisionContent, 'result' | 'addressee' | 'setAside'>,
  body: { votes: boolean; voted: boolean },
) {
  if (content.result === 'resolved' && !body.votes) return 'noVotes' as const
  if (content.result === 'resolved' && !body.voted) return 'notVoted' as const
  if (content.result === 'recommended' && !content.addressee) return 'addresseeMissing' as const
  if (content.setAside && content.result !== 'noted') return 'setAsideOnlyNoted' as const
  return null
}

type Sides = ReadonlyMap<string, 'public' | 'free' | 'other'>

/** "Eine Maßnahme hat auf jeder Seite genau eine verantwortliche Stelle": never twice the same, never both from one side. */
export function isOneSided(accountablePublic: string | null, accountableFree: string | null, sides: Sides): boolean {
  if (accountablePublic && sides.get(accountablePublic) === 'free') return true
  if (accountableFree && sides.get(accountableFree) === 'public') return true
  return accountablePublic !== null && accountablePublic === accountableFree
}

/** A measure is done when a service that carries it out has opened. */
export function measureStateOf(
  measure: { agreed_on: string | null; until_day: string | null },
  opened: boolean,
  today: string,
): MeasureState {
  if (!measure.agreed_on) return 'draft'
  if (opened) return 'realised'
  return measure.until_day && measure.until_day < today ? 'overdue' : 'agreed'
}
