// The door for a Landrat: one question of the Kreistag, answered from what is there. Composes what the areas show; no figure is computed here.
import { figures } from '#areas/figures/contract.ts'
import { CompareBrief } from '#areas/figures/screens/CompareBrief.tsx'
import { meetings } from '#areas/meetings/contract.ts'
import { planning } from '#areas/planning/contract/planning.ts'
import { LineChart } from '#kit/charts/LineChart.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatNumber } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { texts } from './doors.texts.de.ts'
import { useTour } from './tour.ts'

const remote = client(figures)
const plans = client(planning)
const held = client(meetings)
const t = texts.landrat
const own = '09175'

export function LandratPage() {
  const { installation } = useSession()
  const tour = useTour(installation.demo)
  const made = tour?.made
  if (!made?.decision) return null
  return (
    <Stack gap="l">
      <PageHead title={t.card.title} kind={t.kind} lead={t.lead} invented />
      <Compared indicator={made['indicator:22411-PFL016'] ?? ''} />
      <Answered decision={made.decision} meeting={made.meeting ?? ''} measure={made.measure ?? ''} />
    </Stack>
  )
}

/** My county beside its neighbours, and over time with its breaks. */
function Compared({ indicator }: { indicator: string }) {
  const areas = useLoad(remote.areas, { level: 'county' })
  const series = useLoad(remote.series, { indicator, areas: own })
  const names = new Map(
    areas.data?.keys.map((key, index) => [
      key,
      t.area(areas.data?.names[index] ?? key, areas.data?.kinds[index] === 'city'),
    ]),
  )
  return (
    <Section title={t.compared} lead={t.comparedLead}>
      <Stack gap="l">
        <CompareBrief indicator={indicator} area={own} nameOf={(key) => names.get(key) ?? key} />
        <Loading load={series}>
          {(line) => (
            <LineChart
              title={t.overTime(line.title)}
              unit={line.unit}
              decimals={line.decimals}
              series={line.areas.map((area) => ({
                id: area.key,
                label: area.name,
                own: true,
                points: area.segments.flatMap((segment) =>
                  segment.from.map((from, index) => ({
                    x: Number(from.slice(0, 4)),
                    value: segment.values[index] ?? null,
                    ...(segment.marks[index] ? { state: segment.marks[index] } : {}),
                  })),
                ),
              }))}
              breaks={line.breaks.map((one) => ({ at: Number(one.from.slice(0, 4)), label: one.what }))}
              source={line.sources
                .map((source) => source.attribution)
                .filter((text, index, all) => all.indexOf(text) === index)
                .join(' · ')}
            />
          )}
        </Loading>
        <Notice tone="info" title={t.certainty}>
          <p>{t.certaintyText}</p>
        </Notice>
      </Stack>
    </Section>
  )
}

/** Who is responsible, who was heard, and the finished paper. */
function Answered({ decision, meeting, measure }: { decision: string; meeting: string; measure: string }) {
  const load = useLoad(plans.getDecision, { id: decision })
  const done = useLoad(plans.getMeasure, { id: measure }, { when: measure !== '' })
  const heard = useLoad(held.getMeeting, { id: meeting }, { when: meeting !== '' })
  const there = heard.data?.attendance.filter((one) => one.state === 'present' || one.state === 'represented') ?? []
  const present = [...new Set(there.map((one) => one.organisation.title))]
  return (
    <Section title={t.answered}>
      <Loading load={load}>
        {(result) => (
          <Stack>
            <DefinitionList
              items={[
                {
                  term: t.recommended,
                  value: (
                    <ObjectLink kind="decision" id={decision}>
                      {result.text}
                    </ObjectLink>
                  ),
                },
                { term: t.decides, value: result.path },
                {
                  term: t.responsible,
                  value:
                    [done.data?.accountablePublic?.title, done.data?.accountableFree?.title]
                      .filter(Boolean)
                      .join(t.and) ||
                    (result.addressee?.title ?? ''),
                },
                {
                  term: t.heard,
                  value:
                    present.length > 0
                      ? `${t.heardCount(present.length, formatNumber(present.length))} ${present.slice(0, 6).join(', ')}${present.length > 6 ? t.more(present.length - 6) : ''}`
                      : heard.error
                        ? t.heardElsewhere
                        : t.notHeard,
                },
                ...(done.data?.services[0]
                  ? [
                      {
                        term: t.became,
                        value: (
                          <ObjectLink kind="service" id={done.data.services[0].id}>
                            {done.data.services[0].title}
                          </ObjectLink>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            <p>
              <Button variant="primary" icon="download" to={addressOf(planning.proposal, { id: decision }).url}>
                {t.word}
              </Button>{' '}
              <Button to={`/datenspur/${decision}`}>{t.trail}</Button>
            </p>
          </Stack>
        )}
      </Loading>
    </Section>
  )
}
