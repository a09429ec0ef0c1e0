// Who stands: nominated by a seat of the group, with the candidate's own consent.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import { type Candidate, cooperation, type Election } from '../contract.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'
import { Nominate } from './Nominate.tsx'
import { TellSource } from './TellSource.tsx'

const remote = client(cooperation)
const t = electionTexts.candidates

const isOver = ({ status }: Election) => ['decided', 'accepted', 'declined', 'cancelled'].includes(status)

export function ElectionCandidates({ election }: { election: Election }) {
  const [nominating, setNominating] = useState(false)
  const open = election.status === 'nominating'
  const shown = election.candidates.filter((one) => one.withdrawnOn === null || open)
  return (
    <Section title={isOver(election) ? t.over.title : t.title}>
      <Stack>
        {shown.length === 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : null}
        <Columns min={260}>
          {shown.map((one) => (
            <One key={one.id} election={election} candidate={one} open={open} />
          ))}
        </Columns>
        {election.may.nominate ? (
          <ButtonRow>
            <Button
              icon="add"
              variant={shown.length === 0 ? 'primary' : 'secondary'}
              onClick={() => setNominating(true)}
            >
              {t.nominate}
            </Button>
          </ButtonRow>
        ) : null}
        {nominating ? <Nominate election={election} onClose={() => setNominating(false)} /> : null}
      </Stack>
    </Section>
  )
}

function One({ election, candidate, open }: { election: Election; candidate: Candidate; open: boolean }) {
  const toast = useToast()
  const [telling, setTelling] = useState<boolean | null>(null)
  const answer = useAct(remote.answerNomination, () => {
    setTelling(null)
    toast({ text: t.answered })
  })
  const { id } = election.head
  const gone = candidate.withdrawnOn !== null
  const say = (stands: boolean, source: string | null = null) =>
    void answer.act({ id, candidate: candidate.id, stands, source })
  const may = open && !gone && (candidate.mine || election.may.record)
  return (
    <Card
      title={candidate.person.title}
      footer={
        may ? (
          <ButtonRow>
            {candidate.consentedOn === null ? (
              <Button
                small
                variant={candidate.mine ? 'primary' : 'secondary'}
                busy={answer.busy}
                onClick={() => (candidate.mine ? say(true) : setTelling(true))}
              >
                {candidate.mine ? t.consent : t.recordConsent}
              </Button>
            ) : null}
            <Button
              small
              variant="tertiary"
              busy={answer.busy}
              onClick={() => (candidate.mine ? say(false) : setTelling(false))}
            >
              {candidate.mine ? t.withdraw : t.recordWithdraw}
            </Button>
          </ButtonRow>
        ) : undefined
      }
    >
      <Stack gap="s">
        <span>{candidate.organisation.title}</span>
        <small>{t.by(candidate.proposedBy.title)}</small>
        <span>
          <Badge tone={gone ? 'neutral' : candidate.consentedOn ? 'success' : 'warning'}>
            {gone ? t.withdrawn : candidate.consentedOn ? (isOver(election) ? t.over.stands : t.stands) : t.waiting}
          </Badge>
        </span>
        <Refused error={telling === null ? answer.error : null} />
      </Stack>
      {telling === null ? null : (
        <TellSource
          title={telling ? t.recordConsent : t.recordWithdraw}
          acting={answer}
          onTold={(source) => say(telling, source)}
          onClose={() => setTelling(null)}
        />
      )}
    </Card>
  )
}
