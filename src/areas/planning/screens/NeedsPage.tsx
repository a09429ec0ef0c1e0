// /bedarfe: all needs by how far they are, with their age, and the measures that follow from them.
import { cooperation } from '#areas/cooperation/contract.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { daysUntil, formatDayShort } from '#kit/ui/format.ts'
import { Columns, FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { Tabs } from '#kit/ui/Tabs.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Measure } from '../contract/measures.ts'
import { type NeedLine, NeedState } from '../contract/needs.ts'
import { planning } from '../contract/planning.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'

const remote = client(planning)
const bodiesRemote = client(cooperation)
const t = screens.board
export const measureTone = { draft: 'neutral', agreed: 'info', overdue: 'danger', realised: 'success' } as const

type Search = { gremium?: string; ansicht?: string }

export function NeedsPage({ search, onSearch }: { search: Search; onSearch: (next: Record<string, string>) => void }) {
  const filter = search.gremium ? { body: search.gremium } : {}
  const bodies = useLoad(bodiesRemote.bodies, {})
  const mine = bodies.data?.bodies.filter((body) => body.mine.length > 0) ?? []
  const needs = useLoad(remote.listNeeds, filter, { keep: true })
  const measures = useLoad(remote.listMeasures, filter, { keep: true })
  const change = (name: keyof Search) => (value: string) => {
    const { [name]: _, ...rest } = search
    onSearch(value ? { ...rest, [name]: value } : rest)
  }
  const add =
    mine.length > 0 ? (
      <Button variant="primary" icon="add" to="/bedarfe/neu">
        {t.add}
      </Button>
    ) : undefined
  const nobody = bodies.data && mine.length === 0
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} main={add} />
      {bodies.data && bodies.data.bodies.length > 1 ? (
        <FilterBar fold>
          <Select
            name="gremium"
            label={t.body}
            emptyLabel={t.all}
            value={search.gremium ?? ''}
            onChange={change('gremium')}
            options={bodies.data.bodies.map((body) => ({ value: body.id, label: body.name }))}
          />
        </FilterBar>
      ) : null}
      <Tabs
        label={t.title}
        value={search.ansicht === 'massnahmen' ? 'massnahmen' : 'bedarfe'}
        onChange={(id) => change('ansicht')(id === 'bedarfe' ? '' : id)}
        tabs={[
          {
            id: 'bedarfe',
            label: t.needs,
            count: needs.data?.needs.length,
            content: (
              <Loading load={needs} shape="cards">
                {({ needs: rows }) =>
                  rows.length > 0 ? (
                    <Board rows={rows} />
                  ) : nobody ? (
                    <EmptyState title={t.nobody} action={<Button to="/gremien/neu">{t.found}</Button>}>
                      {t.nobodyHint}
                    </EmptyState>
                  ) : (
                    <EmptyState title={t.none} action={add}>
                      {t.noneHint}
                    </EmptyState>
                  )
                }
              </Loading>
            ),
          },
          {
            id: 'massnahmen',
            label: t.measures,
            count: measures.data?.measures.length,
            content: (
              <Loading load={measures} shape="table">
                {({ measures: rows }) =>
                  rows.length === 0 ? (
                    <EmptyState title={t.noMeasures}>{t.noMeasuresHint}</EmptyState>
                  ) : (
                    <MeasureTable rows={rows} />
                  )
                }
              </Loading>
            ),
          },
        ]}
      />
    </Stack>
  )
}

/** One column for each state that has something in it; the age shows where something has come to a halt. */
function Board({ rows }: { rows: readonly NeedLine[] }) {
  const { today } = useSession()
  const states = NeedState.options.filter((state) => rows.some((row) => row.state === state))
  return (
    <Columns min={240}>
      {states.map((state) => (
        <Section key={state} title={`${t.states[state]} (${rows.filter((row) => row.state === state).length})`}>
          <Stack gap="s">
            {rows
              .filter((row) => row.state === state)
              .toSorted((a, b) => (a.since < b.since ? -1 : 1))
              .map((row) => (
                <Card key={row.object.id}>
                  <ObjectLink kind="need" id={row.object.id}>
                    {row.object.title}
                  </ObjectLink>
                  <p>
                    <small>
                      {[...new Set([row.area?.title ?? row.areaName, row.object.owner?.title])]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                    <br />
                    <small>{t.age(-daysUntil(row.since, today))}</small>
                  </p>
                </Card>
              ))}
          </Stack>
        </Section>
      ))}
    </Columns>
  )
}

export const MeasureTable = ({ rows }: { rows: readonly Measure[] }) => (
  <DataTable
    caption={t.caption}
    hideCaption
    rows={rows}
    rowKey={(row) => row.object.id}
    columns={[
      {
        id: 'measure',
        header: t.measure,
        main: true,
        sortBy: (row) => row.object.title,
        cell: (row) => (
          <ObjectLink kind="measure" id={row.object.id}>
            {row.object.title}
          </ObjectLink>
        ),
      },
      {
        id: 'state',
        header: t.state,
        sortBy: (row) => row.state,
        cell: (row) => <Badge tone={measureTone[row.state]}>{texts.measureStates[row.state]}</Badge>,
      },
      { id: 'lead', header: t.lead2, sortBy: (row) => row.lead?.title ?? null, cell: (row) => row.lead?.title ?? '–' },
      {
        id: 'accountable',
        header: t.accountable,
        cell: (row) => [row.accountablePublic?.title, row.accountableFree?.title].filter(Boolean).join(' · ') || '–',
        phone: 'hide',
      },
      {
        id: 'until',
        header: t.until,
        align: 'end',
        sortBy: (row) => row.until,
        cell: (row) => (row.until ? formatDayShort(row.until) : '–'),
      },
    ]}
  />
)
