// /vereinbarungen/:id: what was agreed, who has signed, and what follows from it.
import { useState } from 'react'
import { addDays } from '#kit/clock/days.ts'
import { Button } from '#kit/ui/Button.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage, SideBox, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Progress } from '#kit/ui/Progress.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { HistoryBox } from '#kit/web/HistoryBox.tsx'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Agreement, cooperation } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { terminationTexts } from '../texts/terminations.de.ts'
import { WhomToAsk } from '../widgets/WhomToAsk.tsx'
import { AgreementAnnexes } from './AgreementAnnexes.tsx'
import { AgreementDuties } from './AgreementDuties.tsx'
import { AgreementEditions } from './AgreementEditions.tsx'
import { AgreementReviews } from './AgreementReviews.tsx'
import { AgreementTerminations, TerminationActs } from './AgreementTerminations.tsx'
import { ClauseList } from './ClauseList.tsx'
import { OfferAgreement } from './OfferAgreement.tsx'
import { PartyTable } from './PartyTable.tsx'
import { SeamsOf } from './SeamTable.tsx'
import { SignAgreement } from './SignAgreement.tsx'
import { agreementTone } from './tones.ts'

const remote = client(cooperation)
const t = agreementTexts.page

export function AgreementPage({ id }: { id: string }) {
  const load = useLoad(remote.agreement, { id })
  return <Loading load={load}>{(agreement) => <Shown key={id} agreement={agreement} />}</Loading>
}

function Shown({ agreement }: { agreement: Agreement }) {
  const { head, may, state } = agreement
  const [signing, setSigning] = useState<'own' | 'record' | 'offer' | null>(null)
  const { today } = useSession()
  const toast = useToast()
  const remind = useAct(remote.remindToSign, ({ parties }) => toast({ text: t.reminded(parties) }))
  const signed = agreement.parties.filter((party) => party.signed).length
  const edit = `/vereinbarungen/${head.id}/bearbeiten`
  const main =
    state === 'draft' && may.write ? (
      <Button variant="primary" onClick={() => setSigning('offer')}>
        {t.offer}
      </Button>
    ) : may.sign ? (
      <Button variant="primary" icon="edit" onClick={() => setSigning('own')}>
        {t.sign}
      </Button>
    ) : undefined
  // Until all have signed this is what matters; afterwards it is what was agreed.
  const parties = (
    <Section title={t.parties}>
      <Stack>
        {state === 'offered' && agreement.signBy ? <p>{t.askedUntil(formatDay(agreement.signBy))}</p> : null}
        {state === 'draft' ? null : (
          <Progress
            label={t.progress(signed, agreement.parties.length)}
            value={signed}
            max={agreement.parties.length}
          />
        )}
        <PartyTable agreement={agreement} />
      </Stack>
    </Section>
  )
  return (
    <ObjectPage
      head={
        <PageHead
          title={head.title}
          kind={`${t.kind}, ${t.edition(agreement.edition)}`}
          state={{ label: t.state[state], tone: agreementTone[state] }}
          owners={head.body ? [{ label: head.body.title, to: `/gremien/${head.body.id}` }] : undefined}
          lead={
            state === 'inForce' && agreement.inForce
              ? t.inForceSince(formatDay(agreement.inForce.since))
              : state === 'draft' && may.write
                ? t.offerHint
                : undefined
          }
          invented={head.invented}
          main={main}
          actions={
            <>
              <Button icon="print" onClick={() => window.print()}>
                {t.print}
              </Button>
              {may.write && state === 'offered' ? (
                <Button icon="mail" busy={remind.busy} onClick={() => void remind.act({ id: head.id })}>
                  {t.remind}
                </Button>
              ) : null}
              {may.recordFor ? <Button onClick={() => setSigning('record')}>{t.record}</Button> : null}
              {may.write ? (
                <Button icon="edit" to={edit}>
                  {state === 'draft' ? t.edit : t.change}
                </Button>
              ) : null}
            </>
          }
        />
      }
      aside={
        <>
          <SideBox title={t.term}>
            <Stack gap="s">
              <span>{termWords(agreement.endsOn, today)}</span>
              <span>
                {agreement.noticeRule
                  ? terminationTexts.box.rule(terminationTexts.rule(agreement.noticeRule))
                  : terminationTexts.box.noRule}
              </span>
              {agreement.extraordinary ? <span>{terminationTexts.box.extraordinary}</span> : null}
              {agreement.notice ? <span>{agreement.notice}</span> : null}
              <TerminationActs agreement={agreement} />
            </Stack>
          </SideBox>
          <AgreementReviews id={head.id} />
          <SideBoxes
            restsOn={
              head.body ? (
                <ObjectLink kind="body" id={head.body.id}>
                  {head.body.title}
                </ObjectLink>
              ) : undefined
            }
            history={<HistoryBox id={head.id} />}
            trailTo={`/datenspur/${head.id}`}
          />
        </>
      }
    >
      <Stack gap="l">
        <Refused error={remind.error} />
        {agreement.inForce && agreement.inForce.edition !== agreement.edition ? (
          <Notice tone="info" title={t.older(agreement.inForce.edition, formatDay(agreement.inForce.since))} />
        ) : null}
        <AgreementTerminations agreement={agreement} />
        {state === 'inForce' ? null : parties}
        {agreement.preamble ? (
          <Section title={t.preamble}>
            <Prose>
              <p>{agreement.preamble}</p>
            </Prose>
          </Section>
        ) : null}
        <Section title={t.clauses}>
          <ClauseList clauses={agreement.clauses} />
        </Section>
        <AgreementAnnexes agreement={agreement} />
        <AgreementDuties id={head.id} />
        {state === 'inForce' ? parties : null}
        <SeamsOf object={head.id} />
        <AgreementEditions agreement={agreement} />
        {signing === 'offer' ? <OfferAgreement agreement={agreement} onClose={() => setSigning(null)} /> : null}
        {signing && signing !== 'offer' ? (
          <SignAgreement agreement={agreement} mode={signing} onClose={() => setSigning(null)} />
        ) : null}
        <div className="ns-print-only">
          <WhomToAsk of={head.body?.id} />
        </div>
      </Stack>
    </ObjectPage>
  )
}

/** "bis einschließlich": what is stored is the first day on which it no longer holds. */
const termWords = (endsOn: string | null, today: string) =>
  endsOn === null ? t.endless : (endsOn <= today ? t.over : t.endsOn)(formatDay(addDays(endsOn, -1)))
