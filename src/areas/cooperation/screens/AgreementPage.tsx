// /vereinbarungen/:id: what was agreed, who has signed, and what follows from it.
import { useState } from 'react'
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
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Agreement, cooperation } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { AgreementDuties } from './AgreementDuties.tsx'
import { ClauseList } from './ClauseList.tsx'
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
  const [signing, setSigning] = useState<'own' | 'record' | null>(null)
  const toast = useToast()
  const offer = useAct(remote.offer, () => toast({ text: t.offered }))
  const signed = agreement.parties.filter((party) => party.signature !== null).length
  const edit = `/vereinbarungen/${head.id}/bearbeiten`
  const main =
    state === 'draft' && may.write ? (
      <Button
        variant="primary"
        busy={offer.busy}
        onClick={() => void offer.act({ id: head.id }, { revision: head.revision })}
      >
        {t.offer}
      </Button>
    ) : may.sign ? (
      <Button variant="primary" icon="edit" onClick={() => setSigning('own')}>
        {t.sign}
      </Button>
    ) : undefined
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
          {agreement.reviewOn ? <SideBox title={t.review}>{formatDay(agreement.reviewOn)}</SideBox> : null}
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
        <Refused error={offer.error} />
        {agreement.inForce && agreement.inForce.edition !== agreement.edition ? (
          <Notice tone="info" title={t.older(agreement.inForce.edition, formatDay(agreement.inForce.since))} />
        ) : null}
        <Section title={t.parties}>
          <Stack>
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
        <AgreementDuties id={head.id} />
        <SeamsOf object={head.id} />
        {signing ? <SignAgreement agreement={agreement} mode={signing} onClose={() => setSigning(null)} /> : null}
      </Stack>
    </ObjectPage>
  )
}
