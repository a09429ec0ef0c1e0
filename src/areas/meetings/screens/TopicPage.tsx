// /themen/:id: a topic with the concerns that it is made of, who stands behind it, where it lies, and what became of it.

import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { Around } from '#kit/web/Around.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Topic } from '../contract/topics.ts'
import { meetings } from '../contract.ts'
import { stepsOfItem } from '../rules/impulses.ts'
import { concernTexts } from '../texts/concerns.de.ts'
import { longDay } from '../texts/days.de.ts'
import { topicTexts } from '../texts/topics.de.ts'
import { TopicActs } from './TopicActs.tsx'

const remote = client(meetings)
const t = topicTexts.page

export function TopicPage({ id }: { id: string }) {
  const load = useLoad(remote.getTopic, { id })
  return <Loading load={load}>{(topic) => <Shown key={id} topic={topic} />}</Loading>
}

function Shown({ topic }: { topic: Topic }) {
  const { object, closed, ripe } = topic
  const state = closed
    ? ({ label: t.closedState, tone: 'neutral' } as const)
    : ({ label: ripe ? topicTexts.backlog.ripe : topicTexts.backlog.notRipe, tone: ripe ? 'success' : 'info' } as const)
  return (
    <ObjectPage
      head={
        <PageHead
          title={object.title}
          kind={topicTexts.kind}
          state={state}
          owners={object.body ? [{ label: object.body.title, to: `/anliegen?gremium=${object.body.id}` }] : undefined}
          invented={object.invented}
        />
      }
      aside={<Around id={object.id} />}
    >
      <Stack gap="l">
        <DefinitionList
          items={[
            { term: t.level, value: topicTexts.levels[topic.level] },
            { term: t.at, value: topic.at.title },
            ...(topic.targetGroup ? [{ term: t.targetGroup, value: topic.targetGroup }] : []),
            { term: t.sponsors, value: topic.sponsors.map(({ title }) => title).join(', ') || t.nobody },
            ...(topic.waited > 0 ? [{ term: t.waited, value: t.waitedFor(topic.waited) }] : []),
            ...(topic.raised ? [{ term: t.raised, value: topic.raised }] : []),
            ...(closed ? [{ term: t.because, value: closed.because }] : []),
          ]}
        />
        {topic.description ? <Prose>{topic.description}</Prose> : null}
        <TopicActs topic={topic} />
        <Bundled topic={topic} />
        <Section title={t.agenda}>
          {topic.items.length === 0 ? <p>{t.noneAgenda}</p> : null}
          <ul>
            {topic.items.map((item) => (
              <li key={item.meeting}>
                <ObjectLink kind="meeting" id={item.meeting}>
                  {item.title}
                </ObjectLink>
                {` – ${longDay(item.day)}. `}
                {[...stepsOfItem(item)].map(concernTexts.stepWords).join(' ')}
              </li>
            ))}
          </ul>
        </Section>
        {topic.moves.length > 0 ? (
          <Section title={t.moves}>
            <ul>
              {topic.moves.map((move) => (
                <li key={`${move.on} ${move.to.id} ${move.reason}`}>
                  {`${longDay(move.on)}: ${t.move(move.from.title, move.to.title)} – ${move.reason} (${move.by.title})`}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </Stack>
    </ObjectPage>
  )
}

const Bundled = ({ topic }: { topic: Topic }) => (
  <Section title={t.bundled}>
    {topic.bundled.length === 0 ? <p>{t.noneBundled}</p> : null}
    <Stack>
      {topic.bundled.map(({ object, from, text, way }) => (
        <blockquote key={object.id}>
          <p>
            <ObjectLink kind="concern" id={object.id}>
              {object.title}
            </ObjectLink>
            {` – ${from?.title ?? topicTexts.backlog.noName}, ${longDay(way.receivedOn)}`}
          </p>
          <p style={{ whiteSpace: 'pre-line' }}>{text}</p>
        </blockquote>
      ))}
    </Stack>
  </Section>
)
