// /zahlen/tabellen and /zahlen/tabellen/:id: official tables, their source and licence, what they hold, what rests on them.
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay, formatNumber } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { ObjectPage, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { LeftOutGroup, States } from '../contract/import.ts'
import type { TablePage as Page } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { StateCounts } from '../widgets/StateCounts.tsx'

const remote = client(figures)
const t = screens.table

export function TablesPage() {
  const { actingFor } = useSession()
  const mayImport = useHolds()(['planner'], actingFor?.id)
  const load = useLoad(remote.tables, {})
  const readIn = mayImport ? (
    <Button variant="primary" icon="upload" to="/zahlen/einlesen">
      {screens.explorer.readIn}
    </Button>
  ) : undefined
  return (
    <Stack gap="l">
      <PageHead title={t.list} lead={t.listLead} main={readIn} />
      <Loading load={load} shape="table">
        {({ tables }) =>
          tables.length === 0 ? (
            <EmptyState title={t.none} action={readIn}>
              {t.noneHint}
            </EmptyState>
          ) : (
            <DataTable
              caption={t.list}
              hideCaption
              rows={tables}
              rowKey={(row) => row.id}
              columns={[
                {
                  id: 'name',
                  header: t.name,
                  main: true,
                  sortBy: (row) => row.title,
                  cell: (row) => (
                    <>
                      <ObjectLink kind="officialTable" id={row.id}>
                        {row.title}
                      </ObjectLink>
                      <br />
                      <small>{row.attribution}</small>
                    </>
                  ),
                },
                {
                  id: 'values',
                  header: t.values,
                  align: 'end',
                  sortBy: (row) => row.values,
                  cell: (row) => (row.code === 'boundaries' ? t.boundaries : formatNumber(row.values)),
                },
                { id: 'periods', header: t.periods, cell: (row) => spanOf(row.periods), phone: 'hide' },
                { id: 'read', header: t.read, sortBy: (row) => row.readOn, cell: (row) => screens.day(row.readOn) },
              ]}
            />
          )
        }
      </Loading>
    </Stack>
  )
}

const spanOf = (periods: readonly string[]) =>
  periods.length === 0
    ? ''
    : periods.length === 1
      ? screens.day(periods[0]!)
      : `${screens.day(periods[0]!)} – ${screens.day(periods.at(-1)!)}`

export function TablePage({ id }: { id: string }) {
  const load = useLoad(remote.table, { id })
  return <Loading load={load}>{(page) => <Shown page={page} />}</Loading>
}

function Shown({ page }: { page: Page }) {
  const summary = page.summary as { states?: States; leftOut?: LeftOutGroup[]; unknownAreas?: number }
  const leftOut = summary.leftOut ?? []
  const boundaries = page.code === 'boundaries'
  return (
    <ObjectPage
      head={
        <PageHead
          title={page.title}
          kind={t.kind}
          state={{ label: t.published, tone: 'success' }}
          lead={page.attribution}
        />
      }
      aside={
        <SideBoxes
          became={
            page.usedIn.length === 0 ? (
              <p>{t.notUsed}</p>
            ) : (
              <ul>
                {page.usedIn.map((one) => (
                  <li key={one.id}>
                    <ObjectLink kind={one.kind} id={one.id}>
                      {one.title}
                    </ObjectLink>
                  </li>
                ))}
              </ul>
            )
          }
          trailTo={`/datenspur/${page.id}`}
        />
      }
    >
      <DefinitionList
        items={[
          { term: t.source, value: page.source },
          { term: t.licence, value: page.licence ? (t.licences[page.licence] ?? page.licence) : '–' },
          ...(page.printedOn ? [{ term: t.printed, value: formatDay(page.printedOn) }] : []),
          { term: t.read, value: formatDay(page.readOn) },
          { term: t.file, value: page.fileName },
          { term: t.hash, value: <code style={{ overflowWrap: 'anywhere' }}>{page.sha256}</code> },
          ...(boundaries ? [] : [{ term: t.values, value: formatNumber(page.values) }]),
          { term: t.periods, value: spanOf(page.periods) },
          ...(summary.states && !boundaries
            ? [{ term: t.states, value: <StateCounts states={summary.states} /> }]
            : []),
        ]}
      />
      <Section title={t.holds}>
        {boundaries ? (
          <p>{t.holdsBoundaries}</p>
        ) : (
          <DataTable
            caption={t.holds}
            hideCaption
            dense
            rows={page.indicators}
            rowKey={(row) => row.id}
            columns={[
              {
                id: 'title',
                header: t.indicator,
                main: true,
                sortBy: (row) => row.title,
                cell: (row) => (
                  <ObjectLink kind="indicator" id={row.id}>
                    {row.title}
                  </ObjectLink>
                ),
              },
              { id: 'unit', header: screens.indicator.unit, cell: (row) => row.unit },
              {
                id: 'count',
                header: t.statements,
                align: 'end',
                sortBy: (row) => row.statements,
                cell: (row) => formatNumber(row.statements),
              },
            ]}
          />
        )}
      </Section>
      {leftOut.length > 0 || summary.unknownAreas ? (
        <Section title={t.leftOut}>
          {summary.unknownAreas ? <p>{t.unknownAreas(summary.unknownAreas)}</p> : null}
          <ul>
            {leftOut.map((group) => (
              <li key={group.why}>
                {group.sentence} ({screens.reading.rows(group.count)})
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {page.footnotes.length > 0 ? (
        <Section title={t.footnotes}>
          {page.footnotes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Section>
      ) : null}
    </ObjectPage>
  )
}
