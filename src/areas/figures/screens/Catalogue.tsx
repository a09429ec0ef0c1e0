// /zahlen/katalog: one language for all. Search by any word that somebody uses; what is for nothing is proposed to be let go. Filters in the address.
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { InventedMark } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { CatalogueRow } from '../contract/catalogue.ts'
import { figures } from '../contract.ts'
import { catalogueTexts as t } from '../texts/catalogue.de.ts'
import { screens } from '../texts/screens.de.ts'
import { LetGoBadges } from './IndicatorUse.tsx'

const remote = client(figures)
const heldOf: Readonly<Record<string, string>> = { liefern: 'true', amtlich: 'false' }

export function CataloguePage({
  search,
  onSearch,
}: {
  search: Record<string, string>
  onSearch: (next: Record<string, string>) => void
}) {
  const { actingFor } = useSession()
  const mayDefine = useHolds()(['planner', 'head', 'admin'], actingFor?.id)
  const held = heldOf[search.art ?? '']
  const load = useLoad(
    remote.catalogue,
    { ...(search.suche ? { search: search.suche } : {}), ...(held === undefined ? {} : { held }) },
    { keep: true },
  )
  const change = (name: string) => (value: string) => {
    const { [name]: _, ...rest } = search
    onSearch(value ? { ...rest, [name]: value } : rest)
  }
  const letGo = search.zeigen === 'weglassen'
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={t.lead}
        main={
          mayDefine ? (
            <Button variant="primary" icon="add" to="/zahlen/kennzahlen/neu">
              {screens.explorer.define}
            </Button>
          ) : undefined
        }
      />
      <FilterBar>
        <TextField
          name="suche"
          type="search"
          label={t.search}
          hint={t.searchHint}
          value={search.suche ?? ''}
          onChange={change('suche')}
        />
        <Select
          name="art"
          label={t.kind}
          emptyLabel={t.kinds.all}
          value={search.art ?? ''}
          onChange={change('art')}
          options={[
            { value: 'liefern', label: t.kinds.held },
            { value: 'amtlich', label: t.kinds.official },
          ]}
        />
        <Select
          name="zeigen"
          label={t.show}
          emptyLabel={t.shows.all}
          value={search.zeigen ?? ''}
          onChange={change('zeigen')}
          options={[{ value: 'weglassen', label: t.shows.letGo }]}
        />
      </FilterBar>
      <Loading load={load} shape="table">
        {({ rows }) => {
          const shown = letGo ? rows.filter((row) => row.letGo.length > 0) : rows
          if (shown.length > 0) return <Table rows={shown} />
          const calm = letGo && rows.length > 0
          return (
            <EmptyState good={calm} title={calm ? t.noneLetGo : t.none}>
              {calm ? t.noneLetGoHint : t.noneHint}
            </EmptyState>
          )
        }}
      </Loading>
    </Stack>
  )
}

function Table({ rows }: { rows: readonly CatalogueRow[] }) {
  return (
    <DataTable
      caption={t.found(rows.length)}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'figure',
          header: t.columns.figure,
          main: true,
          sortBy: (row) => row.title,
          cell: (row) => (
            <>
              <ObjectLink kind="indicator" id={row.id}>
                {row.title}
              </ObjectLink>{' '}
              {row.invented ? <InventedMark /> : null}
              {row.terms.length > 0 ? (
                <>
                  <br />
                  <small>{t.alsoCalled(row.terms)}</small>
                </>
              ) : null}
            </>
          ),
        },
        {
          id: 'what',
          header: t.columns.what,
          cell: (row) => (
            <>
              {row.definition}
              <br />
              <small>
                {row.unit}
                {row.purpose ? ` · ${fieldWords[row.purpose]}` : ''}
                {row.burden === null ? '' : ` · ${t.minutes(row.burden)}`}
              </small>
            </>
          ),
        },
        {
          id: 'why',
          header: t.columns.why,
          cell: (row) => (row.heldByCounties ? <Why row={row} /> : <small>{t.official}</small>),
        },
        {
          id: 'who',
          header: t.columns.who,
          phone: 'hide',
          sortBy: (row) => row.owner?.title ?? '',
          cell: (row) => row.owner?.title ?? '',
        },
        {
          id: 'use',
          header: t.columns.use,
          sortBy: (row) => row.cycles.unused,
          cell: (row) =>
            row.heldByCounties ? (
              <>
                <LetGoBadges letGo={row.letGo} /> <small>{t.use.state(row.cycles)}</small>
              </>
            ) : (
              <small>{t.nobodyDelivers}</small>
            ),
        },
      ]}
    />
  )
}

function Why({ row }: { row: CatalogueRow }) {
  const more = t.why(row.neededBy?.title ?? null, row.neededUntil)
  if (!row.neededFor && !more) return <small>{t.notSaid}</small>
  return (
    <>
      {row.neededFor ?? ''}
      {more ? (
        <>
          {row.neededFor ? <br /> : null}
          <small>{more}</small>
        </>
      ) : null}
    </>
  )
}
