// What was counted, round by round; a count is witnessed by another organisation, and can be struck by whoever entered it.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import { cooperation, type Election, type ElectionRound } from '../contract.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'

const remote = client(cooperation)
const t = electionTexts.count

export function ElectionRounds({ election }: { election: Election }) {
  const toast = useToast()
  const [striking, setStriking] = useState(false)
  const witness = useAct(remote.witness, () => toast({ text: t.witnessDone }))
  const strike = useAct(remote.strikeRound, () => setStriking(false))
  const { id, revision } = election.head
  if (election.rounds.length === 0) return null
  return (
    <Section title={t.rounds}>
      <Stack gap="l">
        {election.rounds.map((round) => (
          <Round key={round.number} election={election} round={round} />
        ))}
        {election.may.witness ? (
          <Stack gap="s">
            <ButtonRow>
              <Button variant="primary" busy={witness.busy} onClick={() => void witness.act({ id })}>
                {t.witness}
              </Button>
            </ButtonRow>
            <small>{t.witnessHint}</small>
            <Refused error={witness.error} />
          </Stack>
        ) : null}
        {election.may.strike ? (
          <ButtonRow>
            <Button small variant="tertiary" onClick={() => setStriking(true)}>
              {t.strike}
            </Button>
          </ButtonRow>
        ) : null}
        <Dialog open={striking} onClose={() => setStriking(false)} title={t.strike}>
          <Form
            onSubmit={({ because = '' }) => void strike.act({ id, because }, { revision })}
            errors={strike.fields}
            fault={strike.error && strike.error.fields.length === 0 ? strike.error.message : undefined}
            busy={strike.busy}
          >
            <p>{t.strikeHint}</p>
            <TextField name="because" label={electionTexts.page.because} width="full" />
            <SubmitButton>{t.strike}</SubmitButton>
          </Form>
        </Dialog>
      </Stack>
    </Section>
  )
}

export function Round({ election, round }: { election: Election; round: ElectionRound }) {
  const nameOf = (id: string) => {
    const one = election.candidates.find((candidate) => candidate.id === id)
    return one ? `${one.person.title}, ${one.organisation.title}` : ''
  }
  const top = election.candidates.find((one) => one.id === round.votes[0]?.candidate)
  return (
    <Stack gap="s">
      <DataTable
        caption={`${t.round(round.number, round.runoff)}, ${formatDay(round.day)}`}
        rows={round.votes}
        rowKey={(one) => one.candidate}
        columns={[
          { id: 'name', header: t.candidate, main: true, cell: (one) => nameOf(one.candidate) },
          { id: 'votes', header: t.votes, align: 'end', cell: (one) => one.votes },
        ]}
      />
      <span>{t.summary(round)}</span>
      {round.struckBecause ? (
        <Badge tone="neutral">{t.struck(round.struckBecause)}</Badge>
      ) : (
        <>
          <strong>
            {round.outcome === 'elected' && top
              ? electionTexts.answer.title(top.person.title)
              : electionTexts.outcomes[round.outcome]}
          </strong>
          {round.lot ? <span>{t.lotFell(nameOf(round.lot.candidate), round.lot.by.title)}</span> : null}
          {election.method !== 'electronic' && (round.outcome === 'elected' || round.lot) ? (
            <small>{round.witness ? t.witnessed(round.witness.title) : t.notWitnessed}</small>
          ) : null}
        </>
      )}
    </Stack>
  )
}
