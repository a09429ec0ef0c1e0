// /wahlen/:id: an election from its nominations to the term that begins, usable on a phone in the meeting room.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage, SideBox } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Stepper } from '#kit/ui/Stepper.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Around } from '#kit/web/Around.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation, type Election, type ElectionStatus } from '../contract.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'
import { ElectionAnswer } from './ElectionAnswer.tsx'
import { ElectionBallot } from './ElectionBallot.tsx'
import { ElectionCandidates } from './ElectionCandidates.tsx'
import { ElectionCount } from './ElectionCount.tsx'
import { ElectionRounds } from './ElectionRounds.tsx'
import { electionTone } from './tones.ts'

const remote = client(cooperation)
const t = electionTexts.page

export function ElectionPage({ id }: { id: string }) {
  const load = useLoad(remote.election, { id })
  return <Loading load={load}>{(election) => <Shown key={id} election={election} />}</Loading>
}

/** Where in the course an election stands. */
const place: Record<ElectionStatus, number> = {
  nominating: 0,
  drawing: 1,
  casting: 1,
  runoff: 2,
  tie: 3,
  decided: 4,
  accepted: 6,
  declined: 5,
  cancelled: 0,
}

function stepsOf(election: Election) {
  const all = ['nominate', 'vote', 'runoff', 'lot', 'accept', 'begin'] as const
  const needed = all.filter(
    (step) =>
      (step !== 'runoff' || election.status === 'runoff' || election.rounds.some((round) => round.runoff)) &&
      (step !== 'lot' || election.status === 'tie' || election.rounds.some((round) => round.lot)),
  )
  const ready = election.status === 'nominating' && election.candidates.some((one) => one.stands)
  const at = ready ? 1 : place[election.status]
  return needed.map((id) => ({
    id,
    title: t.step[id],
    state: all.indexOf(id) < at ? ('done' as const) : all.indexOf(id) === at ? ('current' as const) : ('open' as const),
  }))
}

function Shown({ election }: { election: Election }) {
  const { head, status, may } = election
  const [cancelling, setCancelling] = useState(false)
  const toast = useToast()
  const cancel = useAct(remote.cancelElection, () => {
    setCancelling(false)
    toast({ text: t.cancelled })
  })
  const mayCancel = may.lead && ['nominating', 'runoff', 'drawing'].includes(status)
  return (
    <ObjectPage
      head={
        <PageHead
          title={head.title}
          kind={t.kind}
          state={{ label: electionTexts.statuses[status], tone: electionTone[status] }}
          owners={head.body ? [{ label: head.body.title, to: `/gremien/${head.body.id}?ansicht=wahlen` }] : undefined}
          invented={head.invented}
          actions={
            <>
              {election.rounds.length > 0 ? (
                <Button icon="print" to={`/wahlen/${head.id}/niederschrift`}>
                  {t.record}
                </Button>
              ) : null}
              {mayCancel ? (
                <Button variant="tertiary" onClick={() => setCancelling(true)}>
                  {t.cancel}
                </Button>
              ) : null}
            </>
          }
        />
      }
      aside={
        <>
          <SideBox title={t.facts}>
            <DefinitionList
              items={[
                { term: t.group, value: election.constituency },
                { term: t.seats, value: t.seatsValue(election.electorate.length) },
                { term: t.day, value: formatDay(election.day) },
                { term: t.term, value: t.termValue(election.from, election.until) },
                { term: t.method, value: electionTexts.methods[election.method] },
                { term: t.majority, value: electionTexts.majorities[election.majority] },
                { term: t.quorum, value: electionTexts.quorums[election.quorum] },
              ]}
            />
          </SideBox>
          <Around id={head.id} />
        </>
      }
    >
      <Stack gap="l">
        <Stepper label={t.steps} steps={stepsOf(election)} />
        {election.because ? <Notice tone="neutral" title={t.cancelledBecause(election.because)} /> : null}
        {election.occasion === 'vacancy' ? <p>{t.rest}</p> : null}
        <ElectionAnswer election={election} />
        <ElectionCandidates election={election} />
        {election.method === 'electronic' ? (
          <ElectionBallot election={election} />
        ) : (
          <ElectionCount election={election} />
        )}
        <ElectionRounds election={election} />
        <details>
          <summary>{`${t.electorate}: ${t.seatsValue(election.electorate.length)}`}</summary>
          <ul>
            {election.electorate.map((one) => (
              <li key={one.seat}>{one.organisation.title}</li>
            ))}
          </ul>
        </details>
        <Dialog open={cancelling} onClose={() => setCancelling(false)} title={t.cancel}>
          <Form
            onSubmit={({ because = '' }) => void cancel.act({ id: head.id, because }, { revision: head.revision })}
            errors={cancel.fields}
            fault={cancel.error && cancel.error.fields.length === 0 ? cancel.error.message : undefined}
            busy={cancel.busy}
          >
            <TextArea name="because" label={t.because} maxLength={500} />
            <SubmitButton>{t.cancel}</SubmitButton>
          </Form>
        </Dialog>
      </Stack>
    </ObjectPage>
  )
}
