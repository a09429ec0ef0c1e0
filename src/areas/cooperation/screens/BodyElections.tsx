// The view "Wahlen" of a body: how each chair stands, what comes next, and all elections.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type ChairTerm, cooperation, type ElectionsOfBody } from '../contract.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'
import { CallElection } from './CallElection.tsx'
import { Resign } from './Resign.tsx'
import { electionTone } from './tones.ts'

const remote = client(cooperation)
const t = electionTexts.body

export function BodyElections({ body }: { body: string }) {
  const load = useLoad(remote.electionsOf, { id: body })
  return <Loading load={load}>{(shown) => <Shown body={body} shown={shown} />}</Loading>
}

function Shown({ body, shown }: { body: string; shown: ElectionsOfBody }) {
  const [calling, setCalling] = useState<ChairTerm | null>(null)
  const [resigning, setResigning] = useState<ChairTerm | null>(null)
  const { rules } = shown
  return (
    <Stack gap="l">
      <Section title={t.terms}>
        {shown.terms.length === 0 ? <p>{t.noGroups}</p> : null}
        <Columns min={300}>
          {shown.terms.map((term) => (
            <Term
              key={term.constituencyId}
              body={body}
              term={term}
              shown={shown}
              onCall={() => setCalling(term)}
              onResign={() => setResigning(term)}
            />
          ))}
        </Columns>
      </Section>
      <Section title={t.list}>
        <DataTable
          caption={t.list}
          hideCaption
          rows={shown.elections}
          rowKey={(one) => one.id}
          empty={t.none}
          columns={[
            {
              id: 'what',
              header: t.what,
              main: true,
              cell: (one) => <A to={`/wahlen/${one.id}`}>{`${electionTexts.roles[one.role]}: ${one.constituency}`}</A>,
            },
            { id: 'day', header: t.day, sortBy: (one) => one.day, cell: (one) => formatDay(one.day) },
            {
              id: 'state',
              header: t.state,
              cell: (one) => <Badge tone={electionTone[one.status]}>{electionTexts.statuses[one.status]}</Badge>,
            },
            { id: 'who', header: t.who, cell: (one) => one.elected?.title ?? '' },
          ]}
        />
      </Section>
      <Section title={t.rules} lead={t.ruleSource(rules.edition)}>
        <DefinitionList
          items={[
            { term: t.majority, value: t.majorityValue(rules.majority) },
            { term: t.quorum, value: electionTexts.quorums[rules.quorum] },
            { term: t.alarmRule, value: t.alarmMonths(rules.alarmMonths) },
            { term: t.secret, value: t.secretValue(rules.secretBallot) },
          ]}
        />
      </Section>
      {calling ? <CallElection body={body} term={calling} rules={rules} onClose={() => setCalling(null)} /> : null}
      {resigning?.chair ? <Resign body={body} chair={resigning.chair} onClose={() => setResigning(null)} /> : null}
    </Stack>
  )
}

type Props = { body: string; term: ChairTerm; shown: ElectionsOfBody; onCall: () => void; onResign: () => void }

function Term({ body, term, shown, onCall, onResign }: Props) {
  const { today } = useSession()
  const toast = useToast()
  const goOn = useAct(remote.continueChair, () => toast({ text: t.wentOn }))
  const { chair, election, mayContinue } = term
  const due =
    term.kind === 'elected' &&
    election === null &&
    (chair === null || (term.alarmFrom !== null && term.alarmFrom <= today))
  const mayResign = chair !== null && !chair.resigned && (chair.mine || shown.may.record)
  return (
    <Card title={t.group(term.constituency)} tone={chair === null ? 'warning' : undefined}>
      <Stack gap="s">
        {chair ? (
          <>
            <strong>{chair.person.title}</strong>
            <span>{chair.organisation.title}</span>
            <small>{`${t.until(chair.until)} · ${chair.basis}`}</small>
          </>
        ) : (
          <span>{term.vacantSince ? t.vacant(term.vacantSince) : t.neverFilled}</span>
        )}
        {chair?.interim ? <Badge tone="warning">{t.interim}</Badge> : null}
        {chair?.resigned && !chair.interim ? <Badge tone="warning">{t.resigned}</Badge> : null}
        <small>{term.kind === 'appointed' ? t.appointedHint : t.elected(term.termYears)}</small>
        {term.kind === 'elected' && term.alarmFrom && !due && election === null ? (
          <small>{t.alarm(term.alarmFrom)}</small>
        ) : null}
        {term.restUntil && election === null ? <small>{t.rest(term.restUntil)}</small> : null}
        {chair === null && term.vacantSince ? <p>{t.waits[shown.rules.interim]}</p> : null}
        <ButtonRow>
          {election ? (
            <Button variant="primary" to={`/wahlen/${election}`}>
              {t.toElection}
            </Button>
          ) : null}
          {term.kind === 'elected' && election === null && shown.may.lead ? (
            <Button variant={due ? 'primary' : 'secondary'} onClick={onCall}>
              {t.call}
            </Button>
          ) : null}
          {mayContinue ? (
            <Button busy={goOn.busy} onClick={() => void goOn.act({ id: body, constituency: term.constituencyId })}>
              {t.goOn(mayContinue.until)}
            </Button>
          ) : null}
          {mayResign ? (
            <Button small variant="tertiary" onClick={onResign}>
              {chair.mine ? t.resign : t.recordResign}
            </Button>
          ) : null}
        </ButtonRow>
        <Refused error={goOn.error} />
      </Stack>
    </Card>
  )
}
