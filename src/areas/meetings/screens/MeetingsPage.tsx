// /sitzungen: what is coming and what was. With ?bedarf=… it asks on which agenda that need comes.
import { cooperation } from '#areas/cooperation/contract.ts'
import { planning } from '#areas/planning/contract/planning.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type MeetingLine, meetings } from '../contract.ts'
import { circulationTexts } from '../texts/circulations.de.ts'
import { pollTexts } from '../texts/polls.de.ts'
import { screens } from '../texts/screens.de.ts'
import { topicTexts } from '../texts/topics.de.ts'
import { texts } from '../texts.de.ts'
import { OpenCirculations } from '../widgets/OpenCirculations.tsx'
import { OpenPolls } from '../widgets/OpenPolls.tsx'
import { meetingTone } from '../widgets/tone.ts'
import { Subscribe } from './Subscribe.tsx'

const remote = client(meetings)
const bodiesRemote = client(cooperation)
const needsRemote = client(planning)
const t = screens.list

type Search = { gremium?: string; bedarf?: string }

export function MeetingsPage({
  search,
  onSearch,
}: {
  search: Search
  onSearch: (next: Record<string, string>) => void
}) {
  const { today } = useSession()
  const bodies = useLoad(bodiesRemote.bodies, {})
  const load = useLoad(remote.listMeetings, search.gremium ? { body: search.gremium } : {}, { keep: true })
  const leads = bodies.data?.bodies.some((body) => body.mine.some((role) => role === 'chair' || role === 'office'))
  const plan = leads ? (
    <Button variant="primary" icon="add" to={`/sitzungen/neu${search.gremium ? `?gremium=${search.gremium}` : ''}`}>
      {t.plan}
    </Button>
  ) : undefined
  const choose = (value: string) => {
    const { gremium: _, ...rest } = search
    onSearch(value ? { ...rest, gremium: value } : rest)
  }
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={t.lead}
        main={plan}
        actions={
          <>
            {leads ? (
              <Button icon="groups" to={`/terminfindungen/neu${search.gremium ? `?gremium=${search.gremium}` : ''}`}>
                {pollTexts.list.start}
              </Button>
            ) : null}
            {leads ? (
              <Button icon="mail" to={`/umlaufverfahren/neu${search.gremium ? `?gremium=${search.gremium}` : ''}`}>
                {circulationTexts.list.start}
              </Button>
            ) : null}
            <Button icon="list" to={`/anliegen${search.gremium ? `?gremium=${search.gremium}` : ''}`}>
              {topicTexts.backlog.title}
            </Button>
            <Subscribe />
          </>
        }
      />
      {bodies.data && bodies.data.bodies.length > 1 ? (
        <FilterBar fold>
          <Select
            name="gremium"
            label={t.body}
            emptyLabel={t.all}
            value={search.gremium ?? ''}
            onChange={choose}
            options={bodies.data.bodies.map((body) => ({ value: body.id, label: body.name }))}
          />
        </FilterBar>
      ) : null}
      <OpenPolls body={search.gremium} />
      <OpenCirculations body={search.gremium} />
      <Loading load={load} shape="table">
        {({ meetings: rows }) => {
          const coming = rows
            .filter((row) => row.day >= today && (row.status === 'planned' || row.status === 'invited'))
            .toReversed()
          const past = rows.filter((row) => !coming.includes(row))
          if (rows.length === 0)
            return (
              <EmptyState title={t.none} action={plan}>
                {t.noneHint}
              </EmptyState>
            )
          return (
            <Stack gap="l">
              {search.bedarf ? <Handed need={search.bedarf} coming={coming} /> : null}
              <Section title={t.coming}>
                {coming.length > 0 ? <MeetingTable rows={coming} /> : <EmptyState title={t.noneComing} action={plan} />}
              </Section>
              {past.length > 0 ? (
                <Section title={t.past}>
                  <MeetingTable rows={past} />
                </Section>
              ) : null}
            </Stack>
          )
        }}
      </Loading>
    </Stack>
  )
}

/** A need was brought along: one button for each meeting that is coming. */
function Handed({ need, coming }: { need: string; coming: readonly MeetingLine[] }) {
  const { data } = useLoad(needsRemote.getNeed, { id: need })
  const go = useNavigateTo()
  const toast = useToast()
  const put = useAct(remote.addItem, (meeting) => {
    toast({ text: t.putDone })
    go(`/sitzungen/${meeting.object.id}`)
  })
  const fitting = coming.filter((row) => row.object.body?.id === data?.object.body?.id)
  if (!data) return null
  return (
    <Notice tone="info" title={t.handed}>
      <Stack>
        <p>{fitting.length > 0 ? t.choose(data.object.title) : t.noneComing}</p>
        {fitting.length === 0 ? <Button to={`/sitzungen/neu?gremium=${data.object.body?.id}`}>{t.plan}</Button> : null}
        {fitting.map((row) => (
          <p key={row.object.id}>
            {`${row.object.title} · ${formatDay(row.day)} `}
            <Button small busy={put.busy} onClick={() => void put.act({ id: row.object.id, concerning: need })}>
              {t.put}
            </Button>
          </p>
        ))}
        <Refused error={put.error} />
      </Stack>
    </Notice>
  )
}

const MeetingTable = ({ rows }: { rows: readonly MeetingLine[] }) => (
  <DataTable
    caption={t.caption}
    hideCaption
    rows={rows}
    rowKey={(row) => row.object.id}
    columns={[
      {
        id: 'name',
        header: t.name,
        main: true,
        cell: (row) => (
          <ObjectLink kind="meeting" id={row.object.id}>
            {row.object.title}
          </ObjectLink>
        ),
      },
      { id: 'day', header: t.day, sortBy: (row) => row.day, cell: (row) => t.atTime(formatDay(row.day), row.starts) },
      { id: 'place', header: t.place, cell: (row) => row.place || row.online, phone: 'hide' },
      {
        id: 'status',
        header: t.status,
        sortBy: (row) => row.status,
        cell: (row) => <Badge tone={meetingTone[row.status]}>{texts.statuses[row.status]}</Badge>,
      },
      { id: 'items', header: t.items, align: 'end', cell: (row) => row.items, phone: 'hide' },
      { id: 'results', header: t.results, align: 'end', cell: (row) => row.results, phone: 'hide' },
    ]}
  />
)
