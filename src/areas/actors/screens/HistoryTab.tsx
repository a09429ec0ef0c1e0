// What became of an organisation, by day: names, belonging, areas, mergers, its end. And who entered what.
import { DataTable } from '#kit/ui/DataTable.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { HistoryBox } from '#kit/web/HistoryBox.tsx'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Event } from '../contract/structure.ts'
import { actors } from '../contract.ts'
import { structureTexts } from '../texts/structure.de.ts'

const remote = client(actors)
const t = structureTexts.history

export function HistoryTab({ id }: { id: string }) {
  const load = useLoad(remote.organisationEvents, { id })
  return (
    <Stack gap="l">
      <Section title={t.caption}>
        <Loading load={load} shape="table">
          {({ events }) =>
            events.length === 0 ? (
              <p>{t.none}</p>
            ) : (
              <DataTable
                caption={t.caption}
                hideCaption
                rows={events}
                rowKey={(row) => `${row.day} ${row.kind} ${row.other?.id} ${row.note}`}
                columns={[
                  { id: 'day', header: t.day, sortBy: (row) => row.day, cell: (row) => formatDay(row.day) },
                  { id: 'what', header: t.what, main: true, cell: (row) => <What event={row} /> },
                ]}
              />
            )
          }
        </Loading>
      </Section>
      <Section title={t.changes}>
        <HistoryBox id={id} />
      </Section>
    </Stack>
  )
}

function What({ event }: { event: Event }) {
  const sentence = t.events[event.kind](event.other?.title ?? '', event.note ?? '')
  const { other } = event
  if (!other) return sentence
  const [before, ...after] = sentence.split(other.title)
  return (
    <>
      {before}
      <ObjectLink kind="organisation" id={other.id}>
        {other.title}
      </ObjectLink>
      {after.join(other.title)}
    </>
  )
}
