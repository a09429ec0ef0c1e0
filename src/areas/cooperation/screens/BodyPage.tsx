// /gremien/:id: what the body is for, who leads it, who belongs to it, what was agreed and what is due.
import { useState } from 'react'
import { areaNameOf } from '#areas/actors/widgets/area-name.ts'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { ObjectPage, SideBox, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { Tabs } from '#kit/ui/Tabs.tsx'
import { client } from '#kit/web/client.ts'
import { HistoryBox } from '#kit/web/HistoryBox.tsx'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { type Body, cooperation } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'
import { groupTexts } from '../texts/groups.de.ts'
import { publicTexts } from '../texts/public.de.ts'
import { ruleTexts } from '../texts/rules.de.ts'
import { yearTexts } from '../texts/year.de.ts'
import { texts } from '../texts.de.ts'
import { ActorAnalysis } from '../widgets/ActorAnalysis.tsx'
import { AddSeat } from '../widgets/AddSeat.tsx'
import { type Sending, SendPerson } from '../widgets/SendPerson.tsx'
import { WhoIsMissing } from '../widgets/WhoIsMissing.tsx'
import { BodyAgreements } from './BodyAgreements.tsx'
import { BodyDuties } from './BodyDuties.tsx'
import { BodyElections } from './BodyElections.tsx'
import { BodyGroups } from './BodyGroups.tsx'
import { BodyMembers } from './BodyMembers.tsx'
import { BodyPeople } from './BodyPeople.tsx'
import { BodyPublic } from './BodyPublic.tsx'
import { BodyRules } from './BodyRules.tsx'
import { BodyYear } from './BodyYear.tsx'
import { Contributions } from './Contributions.tsx'
import { EditBody } from './EditBody.tsx'
import { GroupBox } from './GroupBox.tsx'
import { NextStep } from './NextStep.tsx'
import { SeamsOf } from './SeamTable.tsx'
import { SeatHistory } from './SeatHistory.tsx'
import { SeatOffers } from './SeatOffers.tsx'
import { StandingLadder } from './StandingLadder.tsx'
import { standingTone } from './tones.ts'
import { vacantGroups } from './vacancies.ts'
import { WhoOnDay } from './WhoOnDay.tsx'

const remote = client(cooperation)
const t = bodyTexts.page

type Looking = {
  search: { ansicht?: string } & Record<string, string | undefined>
  onSearch: (next: Record<string, string>) => void
}

export function BodyPage({ id, ...looking }: { id: string } & Looking) {
  const load = useLoad(remote.body, { id })
  return <Loading load={load}>{(body) => <Shown key={id} body={body} {...looking} />}</Loading>
}

function Shown({ body, search, onSearch }: { body: Body } & Looking) {
  const [sending, setSending] = useState<Sending | null>(null)
  const [dialog, setDialog] = useState<'seats' | 'edit' | null>(null)
  const { head, may } = body
  const sent = useHolds()(['chair', 'office', 'delegate', 'deputy', 'guest'], head.id)
  const close = () => setDialog(null)
  return (
    <ObjectPage
      head={
        <PageHead
          title={head.title}
          kind={t.kind}
          state={{ label: texts.standings[body.standing], tone: standingTone[body.standing] }}
          owners={head.owner ? [{ label: head.owner.title, to: `/organisationen/${head.owner.id}` }] : undefined}
          invented={head.invented}
          actions={
            may.run ? (
              <Button icon="edit" onClick={() => setDialog('edit')}>
                {t.edit}
              </Button>
            ) : undefined
          }
        />
      }
      aside={
        <>
          <SideBox title={t.facts}>
            <DefinitionList
              items={[
                { term: t.founded, value: formatDay(body.foundedOn) },
                { term: t.form, value: texts.forms[body.form] },
                ...(body.areaKey ? [{ term: t.area, value: areaNameOf(body.areaKey) }] : []),
                { term: t.lastMet, value: body.lastMet ? formatDay(body.lastMet) : t.neverMet },
                ...(body.nextMeeting
                  ? [
                      {
                        term: t.nextMeeting,
                        value: (
                          <ObjectLink kind="meeting" id={body.nextMeeting.id}>
                            {formatDay(body.nextMeeting.day)}
                          </ObjectLink>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            <p>
              <A to={`/sitzungen?gremium=${head.id}`}>{t.toMeetings}</A>
              {sent ? (
                <>
                  <br />
                  <A to={`/anliegen?gremium=${head.id}`}>{t.toConcerns}</A>
                </>
              ) : null}
            </p>
          </SideBox>
          <StandingLadder body={body} />
          <SideBoxes history={<HistoryBox id={body.head.id} />} trailTo={`/datenspur/${body.head.id}`} />
        </>
      }
    >
      <Tabs
        label={t.views}
        value={search.ansicht}
        onChange={(ansicht) => onSearch({ ansicht })}
        tabs={[
          {
            id: 'ueberblick',
            label: t.view.overview,
            content: (
              <Stack gap="l">
                {may.run ? (
                  <NextStep
                    body={body}
                    onChair={() => setSending({ role: 'chair', organisation: vacantGroups(body)[0]?.organisation })}
                    onMembers={() => setDialog('seats')}
                  />
                ) : null}
                <GroupBox body={head.id} />
                <Section title={t.mission}>
                  <Prose>
                    <p>{body.mission}</p>
                  </Prose>
                </Section>
                <BodyPeople body={body} onAppoint={(organisation) => setSending({ role: 'chair', organisation })} />
                <BodyAgreements body={body} />
                <SeamsOf object={head.id} />
                <BodyDuties body={body} />
              </Stack>
            ),
          },
          {
            id: 'aufgaben',
            label: yearTexts.tab,
            content: <BodyYear body={body} search={search} onSearch={onSearch} />,
          },
          {
            id: 'mitglieder',
            label: t.view.members,
            count: new Set(body.seats.map((seat) => seat.organisation.id)).size,
            content: (
              <Stack gap="l">
                <BodyMembers
                  body={body}
                  onAdd={() => setDialog('seats')}
                  onSend={(organisation) => setSending({ role: 'delegate', organisation })}
                />
                <SeatOffers body={body} />
                <WhoIsMissing body={head} />
                <ActorAnalysis about={head.id} table />
                <Contributions body={head.id} />
                <WhoOnDay body={head.id} />
                <SeatHistory body={head.id} />
              </Stack>
            ),
          },
          { id: 'oeffentlich', label: publicTexts.tab.label, content: <BodyPublic body={head.id} /> },
          { id: 'arbeitsgruppen', label: groupTexts.view, content: <BodyGroups body={head.id} /> },
          { id: 'regeln', label: ruleTexts.page.tab, content: <BodyRules body={head.id} /> },
          { id: 'wahlen', label: electionTexts.tab, content: <BodyElections body={head.id} /> },
        ]}
      />
      {sending ? <SendPerson body={body} sending={sending} onClose={() => setSending(null)} /> : null}
      {dialog === 'seats' ? <AddSeat body={body} onClose={close} /> : null}
      {dialog === 'edit' ? <EditBody body={body} onClose={close} /> : null}
    </ObjectPage>
  )
}
