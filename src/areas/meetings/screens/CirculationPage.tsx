// /umlaufverfahren/:id: the words, the keys of both chairs before they go out, the answers by seat, and what came of it.
import { useState } from 'react'
import { ReleaseBox } from '#areas/cooperation/widgets/ReleaseBox.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Around } from '#kit/web/Around.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { Circulation } from '../contract/circulations.ts'
import { meetings } from '../contract.ts'
import { circulationTexts } from '../texts/circulations.de.ts'
import { pollTexts } from '../texts/polls.de.ts'
import { CirculationAnswerForm, type Given, seatWords } from './CirculationAnswer.tsx'

const remote = client(meetings)
const t = circulationTexts.page
const tones = {
  proposed: 'info',
  returned: 'warning',
  running: 'info',
  over: 'info',
  carried: 'success',
  rejected: 'neutral',
  toMeeting: 'neutral',
  notQuorate: 'warning',
} as const
const pre = (text: string) => <p style={{ whiteSpace: 'pre-line' }}>{text}</p>

export function CirculationPage({ id }: { id: string }) {
  const load = useLoad(remote.getCirculation, { id })
  return (
    <Loading load={load}>{(circulation) => <Shown circulation={circulation} reload={load.reload} key={id} />}</Loading>
  )
}

function Shown({ circulation, reload }: { circulation: Circulation; reload: () => void }) {
  const { object, state, rules, mayLead, decision } = circulation
  const toast = useToast()
  const record = useAct(remote.recordCirculation, () => toast({ text: t.recorded }))
  const mayRecord = mayLead && state === 'carried' && !decision
  return (
    <ObjectPage
      head={
        <PageHead
          title={object.title}
          kind={circulationTexts.kind}
          state={{ label: circulationTexts.states[state], tone: tones[state] }}
          invented={object.invented}
          owners={object.body ? [{ label: object.body.title, to: `/gremien/${object.body.id}` }] : undefined}
          main={
            decision ? (
              <Button variant="primary" to={`/beschluesse/${decision}`}>
                {t.toDecision}
              </Button>
            ) : mayRecord ? (
              <Button variant="primary" busy={record.busy} onClick={() => void record.act({ id: object.id })}>
                {t.record}
              </Button>
            ) : undefined
          }
        />
      }
      aside={
        <>
          <ReleaseBox object={object.id} title={t.release} />
          <Around id={object.id} />
        </>
      }
    >
      <Stack gap="l">
        <Refused error={record.error} />
        {mayRecord ? <Notice tone="info" title={t.recordHint} /> : null}
        {mayLead && state === 'returned' ? (
          <Stack gap="s">
            <Notice tone="warning" title={t.returned} />
            <ButtonRow>
              <Button to={`/umlaufverfahren/neu?gremium=${object.body?.id ?? ''}&vorlage=${object.id}`}>
                {t.anew}
              </Button>
            </ButtonRow>
          </Stack>
        ) : null}
        <DefinitionList
          items={[
            { term: t.proposal, value: pre(circulation.proposal) },
            ...(circulation.reasons ? [{ term: t.reasons, value: pre(circulation.reasons) }] : []),
            ...(circulation.sentOn ? [{ term: t.sent, value: formatDay(circulation.sentOn) }] : []),
            circulation.until
              ? { term: t.until, value: formatDay(circulation.until) }
              : { term: t.days, value: `${circulation.days}` },
            ...(rules ? [{ term: t.rules, value: circulationTexts.form.rules(rules) }] : []),
          ]}
        />
        {state === 'running' && circulation.mine.length > 0 ? <Mine circulation={circulation} reload={reload} /> : null}
        {circulation.sentOn ? <Seats circulation={circulation} /> : null}
        {mayLead && state === 'running' ? <EndLinks circulation={circulation} /> : null}
      </Stack>
    </ObjectPage>
  )
}

function Mine({ circulation, reload }: { circulation: Circulation; reload: () => void }) {
  const toast = useToast()
  const answer = useAct(remote.answerCirculation, () => toast({ text: t.sentDone }))
  const send = async (given: Given) => {
    if (!(await answer.act({ id: circulation.object.id, ...given, seen: circulation.seen }))) reload()
  }
  return (
    <Section title={t.mine}>
      <CirculationAnswerForm
        key={circulation.seen}
        mine={circulation.mine}
        busy={answer.busy}
        error={answer.error}
        onSend={(given) => void send(given)}
      />
    </Section>
  )
}

const Seats = ({ circulation }: { circulation: Circulation }) => (
  <Section title={t.seats} lead={t.seatsLead}>
    <p>{t.counts(circulation.seats)}</p>
    <DataTable
      caption={t.seats}
      hideCaption
      rows={circulation.seats}
      rowKey={(seat) => seat.unit?.id ?? seat.organisation.id}
      columns={[
        { id: 'seat', header: t.seat, main: true, cell: seatWords },
        {
          id: 'answer',
          header: t.said,
          cell: ({ answer }) => (answer ? circulationTexts.answers[answer] : circulationTexts.open),
        },
      ]}
    />
  </Section>
)

/** A mail has got into the wrong hands: its link answers nothing any more. */
function EndLinks({ circulation }: { circulation: Circulation }) {
  const toast = useToast()
  const [organisation, setOrganisation] = useState('')
  const end = useAct(remote.endCirculationLinks, ({ ended }) => toast({ text: pollTexts.page.linksEnded(ended) }))
  const organisations = [
    ...new Map(circulation.seats.map((seat) => [seat.organisation.id, seat.organisation])).values(),
  ]
  return (
    <details>
      <summary style={{ paddingBlock: '0.6rem', cursor: 'pointer' }}>{t.links}</summary>
      <Stack gap="s">
        <p>{pollTexts.page.linksLead}</p>
        <Select
          name="organisation"
          label={t.linksOf}
          value={organisation}
          onChange={setOrganisation}
          options={organisations.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <ButtonRow>
          <Button
            disabled={organisation === ''}
            busy={end.busy}
            onClick={() => void end.act({ id: circulation.object.id, organisation })}
          >
            {t.links}
          </Button>
        </ButtonRow>
        <Refused error={end.error} />
      </Stack>
    </details>
  )
}
