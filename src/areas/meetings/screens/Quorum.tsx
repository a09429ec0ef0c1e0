// Whether the body could decide on that day, in a sentence with its numbers.
import { Notice } from '#kit/ui/Notice.tsx'
import type { Voting } from '../contract.ts'
import { seatsNeeded } from '../rules.ts'
import { voteTexts as t } from '../texts/votes.de.ts'

/** The sentence alone, as the minutes print it. */
export function quorumSentence(voting: Voting): string {
  if (!voting.rules) return t.noRules
  if (voting.noted < voting.entitled) return t.notNoted(voting)
  const needed = seatsNeeded(voting.rules.quorum, voting.entitled)
  return voting.quorate ? t.quorate(voting, needed) : t.notQuorate(voting, needed)
}

export const Quorum = ({ voting }: { voting: Voting }) => (
  <Notice
    title={t.minutes.quorum}
    tone={!voting.rules || (voting.noted === voting.entitled && !voting.quorate) ? 'warning' : 'info'}
  >
    {`${quorumSentence(voting)} ${voting.rules ? t.bySeats : ''}`}
  </Notice>
)
