// /netzwerk/gremien: all bodies of an area side by side, what they ask of their members, and which of them overlap.
import { Field } from '#areas/actors/contract.ts'
import { NetworkTabs } from '#areas/actors/widgets/NetworkTabs.tsx'
import { fieldWords } from '#areas/actors/widgets/words.ts'
import type { Reply } from '#kit/http/contract.ts'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDayShort } from '#kit/ui/format.ts'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { networkTexts } from '../texts/network.de.ts'

const remote = client(cooperation)
const t = networkTexts.directory
type Search = { gebiet?: string; thema?: string }
type Directory = Reply<(typeof cooperation)['directory']>

export function BodyDirectoryPage({
  search,
  onSearch,
}: {
  search: Search
  onSearch: (next: Record<string, string>) => void
}) {
  const topic = Field.safeParse(search.thema)
  const load = useLoad(
    remote.directory,
    { ...(search.gebiet ? { area: search.gebiet } : {}), ...(topic.success ? { topic: topic.data } : {}) },
    { keep: true },
  )
  const change = (name: keyof Search) => (value: string) => {
    const { [name]: _, ...rest } = search
    onSearch(value ? { ...rest, [name]: value } : rest)
  }
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      <NetworkTabs />
      <FilterBar fold>
        <TextField
          name="gebiet"
          label={t.area}
          hint={t.areaHint}
          width="s"
          inputMode="numeric"
          value={search.gebiet ?? ''}
          onChange={change('gebiet')}
        />
        <Select
          name="thema"
          label={t.topic}
          emptyLabel={t.all}
          value={search.thema ?? ''}
          onChange={change('thema')}
          options={Field.options.map((value) => ({ value, label: fieldWords[value] }))}
        />
      </FilterBar>
      <Loading load={load} shape="table">
        {(directory) =>
          directory.bodies.length === 0 ? (
            <EmptyState title={search.gebiet || search.thema ? t.noMatch : t.none} />
          ) : (
            <Shown directory={directory} />
          )
        }
      </Loading>
    </Stack>
  )
}

const links = (kind: string, list: readonly { id: string; title: string }[]) =>
  list.map((one, index) => (
    <span key={one.id}>
      {index > 0 ? ', ' : null}
      <ObjectLink kind={kind} id={one.id}>
        {one.title}
      </ObjectLink>
    </span>
  ))

function Shown({ directory: { bodies, load, overlaps } }: { directory: Directory }) {
  return (
    <>
      <DataTable
        caption={t.caption}
        hideCaption
        rows={bodies}
        rowKey={(body) => body.id}
        columns={[
          {
            id: 'name',
            header: t.name,
            main: true,
            sortBy: (body) => body.name,
            cell: (body) => (
              <>
                <ObjectLink kind="body" id={body.id}>
                  {body.name}
                </ObjectLink>
                {body.shownPublicly ? (
                  <>
                    <br />
                    <small>
                      <A to={`/oeffentlich/gremien/${body.id}`}>{t.publicly}</A>
                    </small>
                  </>
                ) : null}
              </>
            ),
          },
          {
            id: 'topics',
            header: t.topics,
            cell: (body) => body.topics.map((topic) => fieldWords[topic]).join(', ') || t.noTopics,
          },
          {
            id: 'members',
            header: t.members,
            align: 'end',
            sortBy: (body) => body.members.length,
            cell: (body) => body.members.length,
          },
          { id: 'held', header: t.held, align: 'end', sortBy: (body) => body.held, cell: (body) => body.held },
          {
            id: 'next',
            header: t.next,
            sortBy: (body) => body.nextMeeting,
            cell: (body) => (body.nextMeeting ? formatDayShort(body.nextMeeting) : t.notPlanned),
          },
        ]}
      />
      <Section title={t.overlaps} lead={t.overlapsLead}>
        {overlaps.length === 0 ? (
          <p>{t.noOverlaps}</p>
        ) : (
          <Prose>
            <ul>
              {overlaps.map((one) => (
                <li key={`${one.a.id}${one.b.id}`}>
                  {links('body', [one.a, one.b])}
                  <br />
                  {t.overlap(one.shared.length, one.of, t.topicWords(one.topics.map((topic) => fieldWords[topic])))}
                  <br />
                  <small>
                    {t.sharedMembers}: {one.shared.map((member) => member.title).join(', ')}
                  </small>
                </li>
              ))}
            </ul>
          </Prose>
        )}
      </Section>
      <Section title={t.load} lead={t.loadLead}>
        <DataTable
          caption={t.load}
          hideCaption
          rows={load}
          rowKey={(row) => row.organisation.id}
          columns={[
            {
              id: 'organisation',
              header: t.organisation,
              main: true,
              sortBy: (row) => row.organisation.title,
              cell: (row) => links('organisation', [row.organisation]),
            },
            {
              id: 'bodies',
              header: t.bodies,
              align: 'end',
              sortBy: (row) => row.bodies.length,
              cell: (row) => row.bodies.length,
            },
            {
              id: 'meetings',
              header: t.meetings,
              align: 'end',
              sortBy: (row) => row.meetings,
              cell: (row) => row.meetings,
            },
            { id: 'duties', header: t.duties, align: 'end', sortBy: (row) => row.duties, cell: (row) => row.duties },
          ]}
        />
      </Section>
    </>
  )
}
