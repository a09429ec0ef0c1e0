// Whether the body could decide on that day, in a sentence with its numbers.
import { Notice } from '#kit/ui/Notice.tsx'
import type { Voting } from '../contract.ts'
import { quorumSentence, voteTexts as t } from '../texts/votes.de.ts'

export const Quorum = ({ voting }: { voting: Voting }) => (
  <Notice
    title={t.minutes.quorum}
    tone={!voting.rules || (voting.noted === voting.entitled && !voting.quorate) ? 'warning' : 'info'}
  >
    {`${quorumSentence(voting)} ${voting.rules ? t.bySeats : ''}`}
  </Notice>
)
