// /nahtstellen/:id: two owners, what is handed over, what both have agreed, what does not work yet.
import { useState } from 'react'
import { dayOf } from '#kit/clock/days.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { HistoryBox } from '#kit/web/HistoryBox.tsx'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { Seam } from '../contract/seams.ts'
import { cooperation } from '../contract.ts'
import { seamTexts } from '../texts/seams.de.ts'
import { SeamFrictions } from './SeamFrictions.tsx'
import { SeamLinks } from './SeamLinks.tsx'
import { SeamReview } from './SeamReview.tsx'
import { seamTone } from './SeamTable.tsx'
import { SeamWords } from './SeamWords.tsx'

const remote = client(cooperation)
const t = seamTexts.page

export function SeamPage({ id }: { id: string }) {
  const load = useLoad(remote.seam, { id })
  return <Loading load={load}>{(seam) => <Shown key={id} seam={seam} />}</Loading>
}

function Shown({ seam }: { seam: Seam }) {
  const { head, state, may, edition, revision } = seam
  const { actingFor } = useSession()
  const [older, setOlder] = useState(false)
  const toast = useToast()
  const offer = useAct(remote.offerSeam, () => toast({ text: t.offered }))
  const release = useAct(remote.releaseSeam, ({ agreed }) =>
    toast({ text: agreed ? t.releasedBoth : t.releasedOne, tone: agreed ? 'success' : 'info' }),
  )
  const { inForce } = seam
  const newer = inForce !== null && inForce.edition !== edition
  const main = may.release ? (
    <Button variant="primary" busy={release.busy} onClick={() => void release.act({ id: head.id, edition })}>
      {t.release(actingFor?.title ?? '')}
    </Button>
  ) : may.write && state === 'draft' ? (
    <Button variant="primary" busy={offer.busy} onClick={() => void offer.act({ id: head.id, edition, revision })}>
      {t.offer}
    </Button>
  ) : undefined
  const lead =
    state === 'draft'
      ? t.draftHint
      : state === 'offered'
        ? t.offeredHint
        : inForce
          ? t.agreedSince(inForce.edition, formatDay(inForce.since))
          : undefined
  return (
    <ObjectPage
      head={
        <PageHead
          title={head.title}
          kind={`${t.kind}, ${t.edition(edition)}`}
          state={{ label: seamTexts.states[state], tone: seamTone[state] }}
          lead={lead}
          invented={head.invented}
          main={main}
          actions={
            may.write ? (
              <Button icon="edit" to={`/nahtstellen/${head.id}/bearbeiten`}>
                {state === 'draft' ? t.edit : t.change}
              </Button>
            ) : undefined
          }
        />
      }
      aside={
        <>
          <SeamLinks seam={seam} />
          <SideBoxes history={<HistoryBox id={head.id} />} trailTo={`/datenspur/${head.id}`} />
        </>
      }
    >
      <Stack gap="l">
        <Refused error={offer.error ?? release.error} />
        {newer ? (
          <Notice
            tone="info"
            title={t.older(inForce.edition, formatDay(inForce.since))}
            action={
              <Button small onClick={() => setOlder(!older)}>
                {t.showOlder}
              </Button>
            }
          >
            {older ? <SeamWords seam={seam} text={inForce.text} level={3} /> : null}
          </Notice>
        ) : null}
        <Owners seam={seam} />
        <SeamWords seam={seam} text={seam.text} level={2} />
        <SeamReview seam={seam} />
        <SeamFrictions seam={seam} />
      </Stack>
    </ObjectPage>
  )
}

/** Both sides look the same and stand in the order of their names. */
const Owners = ({ seam }: { seam: Seam }) => (
  <Section title={t.owners}>
    <Columns min={260}>
      {[
        { owner: seam.a, basis: seam.text.basisA },
        { owner: seam.b, basis: seam.text.basisB },
      ]
        .toSorted((one, other) => one.owner.title.localeCompare(other.owner.title, 'de'))
        .map(({ owner, basis }) => {
          const released = seam.released.find((one) => one.organisation.id === owner.id)
          return (
            <Card key={owner.id}>
              <h3 className="ns-h3">
                <ObjectLink kind="organisation" id={owner.id}>
                  {owner.title}
                </ObjectLink>
              </h3>
              <p>{`${t.basis}: ${basis || t.noBasis}`}</p>
              {seam.state === 'draft' ? null : (
                <p>
                  <Badge tone={released ? 'success' : 'warning'}>
                    {released ? t.released(formatDay(dayOf(released.at))) : t.notReleased}
                  </Badge>
                </p>
              )}
            </Card>
          )
        })}
    </Columns>
  </Section>
)
