// /zahlen/gebiete: finding an area, and what has been recorded of reforms.
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { figures } from '../contract.ts'
import { areaTexts } from '../texts/areas.de.ts'
import { reformTexts } from '../texts/reforms.de.ts'
import { screens } from '../texts/screens.de.ts'
import { validWords } from './area-words.ts'

const remote = client(figures)
const t = areaTexts.list
type Props = { search: Record<string, string>; onSearch: (next: Record<string, string>) => void }

export function AreasPage({ search, onSearch }: Props) {
  const { actingFor } = useSession()
  const may = useHolds()(['planner'], actingFor?.id)
  const words = search.suche ?? ''
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={t.lead}
        main={
          may ? (
            <Button variant="primary" icon="add" to="/zahlen/gebietsaenderungen/neu">
              {t.record}
            </Button>
          ) : undefined
        }
        actions={may ? <Button to="/zahlen/gebietsaenderungen/einlesen">{t.read}</Button> : undefined}
      />
      <TextField
        name="suche"
        type="search"
        label={t.search}
        hint={t.searchHint}
        value={words}
        onChange={(suche) => onSearch(suche ? { suche } : {})}
        width="l"
      />
      {words.trim().length > 1 ? <Found words={words} /> : null}
      <Reforms />
    </Stack>
  )
}

function Found({ words }: { words: string }) {
  const load = useLoad(remote.findAreas, { search: words.slice(0, 100) }, { keep: true })
  return (
    <Loading load={load} shape="table">
      {({ areas }) =>
        areas.length === 0 ? (
          <EmptyState title={t.none}>{t.noneHint}</EmptyState>
        ) : (
          <DataTable
            caption={t.title}
            hideCaption
            rows={areas}
            rowKey={(row) => `${row.id}${row.until}`}
            columns={[
              {
                id: 'name',
                header: t.name,
                main: true,
                cell: (row) => (
                  <ObjectLink kind="area" id={row.id}>
                    {row.name}
                  </ObjectLink>
                ),
              },
              { id: 'key', header: t.key, cell: (row) => row.key },
              { id: 'kind', header: t.kind, cell: (row) => screens.areaKinds[row.kind] },
              { id: 'above', header: t.above, cell: (row) => row.parent ?? '', phone: 'hide' },
              { id: 'valid', header: t.valid, cell: (row) => validWords(row.from, row.until, true) },
            ]}
          />
        )
      }
    </Loading>
  )
}

function Reforms() {
  const load = useLoad(remote.reforms, {})
  return (
    <Section title={t.reforms}>
      <p>{t.reformsLead}</p>
      <Loading load={load} shape="table">
        {({ reforms }) =>
          reforms.length === 0 ? (
            <p>{t.noReforms}</p>
          ) : (
            <DataTable
              caption={t.reforms}
              hideCaption
              rows={reforms}
              rowKey={(row) => row.id}
              columns={[
                {
                  id: 'what',
                  header: t.what,
                  main: true,
                  cell: (row) => (
                    <ObjectLink kind="reform" id={row.id}>
                      {row.title}
                    </ObjectLink>
                  ),
                },
                { id: 'day', header: t.day, sortBy: (row) => row.day, cell: (row) => screens.day(row.day) },
                { id: 'kind', header: t.kind, cell: (row) => reformTexts.kinds[row.kind], phone: 'hide' },
              ]}
            />
          )
        }
      </Loading>
    </Section>
  )
}
