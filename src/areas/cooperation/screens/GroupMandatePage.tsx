// /arbeitsgruppen/:id: the mandate of a working group as the chairs release it; from here it is opened, renewed or left to its end.
import { useNavigate } from '@tanstack/react-router'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage, SideBox, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { HistoryBox } from '#kit/web/HistoryBox.tsx'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { ShownMandate } from '../contract/groups.ts'
import { cooperation } from '../contract.ts'
import { groupTexts } from '../texts/groups.de.ts'
import { ReleaseBox } from '../widgets/ReleaseBox.tsx'
import { groupTone, lastDay } from './tones.ts'

const remote = client(cooperation)
const t = groupTexts.page

export function GroupMandatePage({ id }: { id: string }) {
  const load = useLoad(remote.groupMandate, { id })
  return <Loading load={load}>{(mandate) => <Shown mandate={mandate} />}</Loading>
}

function Shown({ mandate }: { mandate: ShownMandate }) {
  const { head, content, state, may } = mandate
  const toast = useToast()
  const navigate = useNavigate()
  const open = useAct(remote.openGroup, ({ id }) => {
    toast({ text: t.opened, tone: 'success' })
    void navigate({ to: `/gremien/${id}` as '/' })
  })
  const conclude = useAct(remote.concludeGroup, () => toast({ text: t.concluded }))
  return (
    <ObjectPage
      head={
        <PageHead
          title={content.name}
          kind={t.kind}
          state={{ label: groupTexts.state[state], tone: groupTone[state] }}
          owners={head.body ? [{ label: head.body.title, to: `/gremien/${head.body.id}` }] : undefined}
          invented={head.invented}
          main={
            may.open ? (
              <Button variant="primary" busy={open.busy} onClick={() => void open.act({ id: head.id })}>
                {t.open}
              </Button>
            ) : mandate.group ? (
              <Button variant="primary" to={`/gremien/${mandate.group}`}>
                {t.toGroup}
              </Button>
            ) : undefined
          }
          actions={
            <>
              {may.change ? (
                <Button icon="edit" to={`/arbeitsgruppen/${head.id}/aendern`}>
                  {mandate.group ? t.renew : t.change}
                </Button>
              ) : null}
              {may.conclude ? (
                <Button busy={conclude.busy} onClick={() => void conclude.act({ id: head.id })}>
                  {t.conclude}
                </Button>
              ) : null}
            </>
          }
        />
      }
      aside={
        <>
          {state === 'closed' ? null : <ReleaseBox object={head.id} />}
          <SideBox title={t.editions}>
            <ul>
              {mandate.editions.toReversed().map((one) => (
                <li key={one.number}>
                  {t.editionLine(one.number, formatDay(one.day), formatDay(lastDay(one.until)))}{' '}
                  <Badge tone={one.number === mandate.inForce ? 'success' : 'neutral'}>
                    {one.number === mandate.inForce ? t.inForce : one.released ? t.released : t.waits}
                  </Badge>
                </li>
              ))}
            </ul>
          </SideBox>
          <SideBoxes history={<HistoryBox id={head.id} />} />
        </>
      }
    >
      <Stack gap="l">
        <Refused error={open.error ?? conclude.error} />
        {may.open ? <Notice tone="info" title={t.openHint} /> : null}
        {mandate.concluding && state !== 'closed' ? <Notice tone="info" title={t.concluding} /> : null}
        <Section title={groupTexts.mandate}>
          <Prose>
            <p>{content.task}</p>
          </Prose>
        </Section>
        <Section title={t.result}>
          <Prose>
            <p>{content.result}</p>
          </Prose>
        </Section>
        <DefinitionList
          items={[
            {
              term: groupTexts.leadBy,
              value: mandate.leader ? `${mandate.lead.title}, ${mandate.leader.title}` : mandate.lead.title,
            },
            { term: t.lastDay, value: formatDay(lastDay(content.until)) },
            { term: t.report, value: t.everyMonths(content.reportEvery) },
          ]}
        />
        <Section title={t.members}>
          <ul>
            {mandate.members.map(({ organisation, guest }) => (
              <li key={organisation.id}>
                <ObjectLink kind="organisation" id={organisation.id}>
                  {organisation.title}
                </ObjectLink>{' '}
                {guest ? <Badge>{t.guest}</Badge> : null}
              </li>
            ))}
          </ul>
        </Section>
      </Stack>
    </ObjectPage>
  )
}
