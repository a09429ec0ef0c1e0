// /anliegen: what came in before a body, the topics that wait, and what became of each; with the focus of the body and its box.
import { useState } from 'react'
import { firstBody } from '#areas/cooperation/widgets/first-body.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { ConcernLine } from '../contract/concerns.ts'
import type { Backlog, TopicLine } from '../contract/topics.ts'
import { meetings } from '../contract.ts'
import { topicTexts } from '../texts/topics.de.ts'
import { BacklogSettings } from './BacklogSettings.tsx'
import { ImpulseBadge } from './ConcernWay.tsx'
import { OfMyBodies, type OwnBody } from './OfMyBodies.tsx'
import { TopicForm } from './TopicForm.tsx'

const remote = client(meetings)
const t = topicTexts.backlog
type Looking = { search: { gremium?: string }; onSearch: (next: Record<string, string>) => void }

export function BacklogPage(looking: Looking) {
  return <OfMyBodies sent>{(bodies) => <Chosen bodies={bodies} {...looking} />}</OfMyBodies>
}

function Chosen({ bodies, search, onSearch }: Looking & { bodies: readonly OwnBody[] }) {
  const body = bodies.find(({ id }) => id === search.gremium)?.id ?? firstBody(bodies)!.id
  const load = useLoad(remote.getBacklog, { id: body })
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      {bodies.length > 1 ? (
        <FilterBar>
          <Select
            name="gremium"
            label={t.body}
            value={body}
            onChange={(gremium) => onSearch({ gremium })}
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FilterBar>
      ) : null}
      <Loading load={load}>{(backlog) => <Shown key={body} backlog={backlog} />}</Loading>
    </Stack>
  )
}

function Shown({ backlog }: { backlog: Backlog }) {
  const { body, concerns, topics, mayLead, mayBring } = backlog
  const [making, setMaking] = useState(false)
  const go = useNavigateTo()
  const loose = concerns.filter(({ topic, way }) => !topic && !way.closed)
  const rest = concerns.filter((one) => !loose.includes(one))
  const closed = topics.filter((topic) => topic.closed)
  return (
    <ObjectPage head={null} aside={<BacklogSettings backlog={backlog} />}>
      <Stack gap="l">
        <ButtonRow>
          {mayBring ? (
            <Button variant="primary" icon="add" to={`/anliegen/neu?gremium=${body.id}`}>
              {t.bring}
            </Button>
          ) : null}
          {mayLead ? <Button onClick={() => setMaking(true)}>{t.make}</Button> : null}
          <Button variant="tertiary" to={`/gremien/${body.id}`}>
            {t.toBody}
          </Button>
        </ButtonRow>
        <Section title={t.loose} lead={loose.length > 0 ? t.looseLead : undefined}>
          {loose.length === 0 ? (
            <EmptyState good title={t.noneLoose} />
          ) : (
            <Stack>
              <ConcernTable rows={loose} caption={t.loose} />
              {mayLead ? (
                <ButtonRow>
                  <Button onClick={() => setMaking(true)}>{t.bundle}</Button>
                </ButtonRow>
              ) : null}
            </Stack>
          )}
        </Section>
        <Section title={t.open} lead={t.openLead}>
          {topics.length === closed.length ? (
            <EmptyState title={t.noneOpen} />
          ) : (
            <TopicTable rows={topics.filter((topic) => !topic.closed)} caption={t.open} />
          )}
        </Section>
        {rest.length > 0 ? (
          <Section title={t.all}>
            <ConcernTable rows={rest} caption={t.all} />
          </Section>
        ) : null}
        {closed.length > 0 ? (
          <Section title={t.done}>
            <TopicTable rows={closed} caption={t.done} />
          </Section>
        ) : null}
        <Dialog open={making} onClose={() => setMaking(false)} title={t.make}>
          <TopicForm
            body={body.id}
            concerns={loose.map(({ object }) => ({ id: object.id, title: object.title }))}
            onDone={({ object }) => go(`/themen/${object.id}`)}
          />
        </Dialog>
      </Stack>
    </ObjectPage>
  )
}

const ConcernTable = ({ rows, caption }: { rows: readonly ConcernLine[]; caption: string }) => (
  <DataTable
    caption={caption}
    hideCaption
    rows={rows}
    rowKey={(row) => row.object.id}
    columns={[
      {
        id: 'title',
        header: t.concern,
        main: true,
        cell: (row) => (
          <ObjectLink kind="concern" id={row.object.id}>
            {row.object.title}
          </ObjectLink>
        ),
      },
      { id: 'from', header: t.from, cell: (row) => row.from?.title ?? t.noName, phone: 'hide' },
      { id: 'day', header: t.day, sortBy: (row) => row.way.receivedOn, cell: (row) => formatDay(row.way.receivedOn) },
      { id: 'state', header: t.state, cell: (row) => <ImpulseBadge way={row.way} /> },
    ]}
  />
)

const TopicTable = ({ rows, caption }: { rows: readonly TopicLine[]; caption: string }) => (
  <DataTable
    caption={caption}
    hideCaption
    rows={rows}
    rowKey={(row) => row.object.id}
    columns={[
      {
        id: 'title',
        header: t.topic,
        main: true,
        cell: (row) => (
          <ObjectLink kind="topic" id={row.object.id}>
            {row.object.title}
          </ObjectLink>
        ),
      },
      { id: 'level', header: t.level, cell: (row) => topicTexts.levels[row.level] },
      { id: 'at', header: t.at, cell: (row) => row.at.title, phone: 'hide' },
      { id: 'concerns', header: t.concerns, align: 'end', cell: (row) => row.concerns, phone: 'hide' },
      {
        id: 'state',
        header: t.state,
        cell: (row) => <Badge tone={row.ripe ? 'success' : 'neutral'}>{row.ripe ? t.ripe : t.notRipe}</Badge>,
      },
    ]}
  />
)
