// A duty: what, to whom, because of which clause, until when, and what is there already. Who owes it acts, says what was done or gives a reason.
import { useState } from 'react'
import { cooperation } from '#areas/cooperation/contract.ts'
import { ToldBox } from '#areas/cooperation/widgets/ToldBox.tsx'
import { type Duty, duties } from '#kit/duties/contract.ts'
import { isQuestion } from '#kit/duties/rules.ts'
import { texts as dutyTexts } from '#kit/duties/texts.de.ts'
import type { Reply } from '#kit/http/contract.ts'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { HistoryBox } from '#kit/web/HistoryBox.tsx'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import { type DutyAct, DutyActs } from './DutyActs.tsx'
import { Measured } from './Measured.tsx'
import { texts } from './texts.de.ts'
import { groundOf, placeOf, toneOf } from './work-item.tsx'

const remote = client(duties)
const agreements = client(cooperation)
const t = texts.duty

export function DutyPage({ id }: { id: string }) {
  const load = useLoad(remote.get, { id })
  return <Loading load={load}>{(shown) => <Shown key={id} {...shown} />}</Loading>
}

function Shown({ duty, evidence, statements, may }: Reply<(typeof duties)['get']>) {
  const [act, setAct] = useState<DutyAct | null>(null)
  const elsewhere = placeOf(duty)
  const word = dutyTexts.acts[duty.kind] ?? texts.today.open
  return (
    <ObjectPage
      head={
        <PageHead
          title={duty.title}
          kind={texts.kinds.duty}
          state={{ label: dutyTexts.states[duty.state], tone: toneOf(duty) }}
          invented={duty.invented}
          main={
            may.state ? (
              <Button variant="primary" onClick={() => setAct('state')}>
                {word}
              </Button>
            ) : may.act ? (
              <Button variant="primary" to={elsewhere}>
                {word}
              </Button>
            ) : undefined
          }
          actions={
            may.reason || may.waive ? (
              <>
                {may.reason ? <Button onClick={() => setAct('reason')}>{t.reason}</Button> : null}
                {may.waive ? <Button onClick={() => setAct('waive')}>{t.waive}</Button> : null}
              </>
            ) : undefined
          }
        />
      }
      aside={
        <SideBoxes
          restsOn={<Ground duty={duty} />}
          history={<HistoryBox id={duty.id} />}
          trailTo={duty.subject ? `/datenspur/${duty.subject.id}` : undefined}
        />
      }
    >
      <Stack gap="l">
        {duty.foreseen ? (
          <Notice tone="warning" title={dutyTexts.foreseen(duty.foreseen.missing, duty.foreseen.by)} />
        ) : null}
        <DefinitionList
          items={[
            { term: t.debtor, value: duty.debtor?.title ?? '–' },
            {
              term: isQuestion(duty.kind) ? dutyTexts.parties(duty.kind).creditor : t.creditor,
              value: duty.creditor?.title ?? '–',
            },
            { term: t.due, value: formatDay(duty.due) },
            { term: t.because, value: <Ground duty={duty} /> },
            { term: t.strength, value: dutyTexts.strengths[duty.strength] },
            ...(duty.needed > 1 ? [{ term: t.state, value: t.needed(duty.have, duty.needed) }] : []),
            ...(duty.waivedBecause ? [{ term: t.waiveReason, value: duty.waivedBecause }] : []),
            ...(duty.reasonedBecause ? [{ term: t.reasonText, value: duty.reasonedBecause }] : []),
            ...(duty.withdrawnBecause ? [{ term: t.withdrawnBecause, value: duty.withdrawnBecause }] : []),
          ]}
        />
        {duty.because.object && duty.because.number ? (
          <Wording agreement={duty.because.object} edition={duty.because.edition} number={duty.because.number} />
        ) : null}
        {duty.kind === 'review' && duty.because.object ? <Measured agreement={duty.because.object} /> : null}
        <Section title={t.evidence}>
          {evidence.length + statements.length === 0 ? (
            <p>{t.noEvidence}</p>
          ) : (
            <ul>
              {evidence.map((fact) => (
                <li key={fact.object + fact.day}>
                  <ObjectLink kind={fact.kind} id={fact.object}>
                    {fact.title ?? texts.kinds[fact.kind]}
                  </ObjectLink>
                  {` · ${formatDay(fact.day)}`}
                </li>
              ))}
              {statements.map((one, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: statements are only ever added at the end
                <li key={at}>
                  {`${t.statement(one.organisation.title, formatDay(one.day))}: `}
                  <span style={{ whiteSpace: 'pre-line' }}>{one.text}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <ToldBox duty={duty.id} body={duty.body} debtor={duty.debtor?.title ?? null} />
        {act ? <DutyActs duty={duty} act={act} onClose={() => setAct(null)} /> : null}
      </Stack>
    </ObjectPage>
  )
}

/** The clause as a link to its sentence in the agreement. */
function Ground({ duty }: { duty: Duty }) {
  const to = groundOf(duty)
  const words = `${duty.because.title ? `${duty.because.title}: ` : ''}${duty.because.clause}`
  return to && to !== `/aufgaben/${duty.id}` ? <A to={to}>{words}</A> : words
}

/** The clause in its own words, for whoever may read the agreement and as long as its edition is the one that is shown there. */
function Wording({ agreement, edition, number }: { agreement: string; edition: number | null; number: string }) {
  const load = useLoad(agreements.agreement, { id: agreement })
  const clause = load.data?.edition === edition ? load.data?.clauses.find((one) => one.number === number) : undefined
  return clause ? (
    <Section title={t.wording}>
      <Prose>
        <p style={{ whiteSpace: 'pre-line' }}>{clause.text}</p>
      </Prose>
    </Section>
  ) : null
}
