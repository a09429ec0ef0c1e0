// /angebote: what there is, by kind and state; the filters stand in the address.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDayShort } from '#kit/ui/format.ts'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { Category, type Service, ServiceStatus, services } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'

const remote = client(services)
const t = screens.list
export const statusTone = { planned: 'neutral', open: 'success', closed: 'warning' } as const

type Search = { art?: string; stand?: string }

export function ServicesPage({
  search,
  onSearch,
}: {
  search: Search
  onSearch: (next: Record<string, string>) => void
}) {
  const { actingFor } = useSession()
  const mayAdd = useHolds()(['admin', 'head', 'planner', 'staff'], actingFor?.id)
  const category = Category.safeParse(search.art)
  const status = ServiceStatus.safeParse(search.stand)
  const load = useLoad(
    remote.listServices,
    { ...(category.success ? { category: category.data } : {}), ...(status.success ? { status: status.data } : {}) },
    { keep: true },
  )
  const change = (name: keyof Search) => (value: string) => {
    const { [name]: _, ...rest } = search
    onSearch(value ? { ...rest, [name]: value } : rest)
  }
  const filtered = Boolean(search.art || search.stand)
  const add = mayAdd ? (
    <Button variant="primary" icon="add" to="/angebote/neu">
      {t.add}
    </Button>
  ) : undefined
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} main={add} />
      <FilterBar fold>
        <Select
          name="art"
          label={t.category}
          emptyLabel={t.all}
          value={search.art ?? ''}
          onChange={change('art')}
          options={Category.options.map((value) => ({ value, label: texts.categories[value] }))}
        />
        <Select
          name="stand"
          label={t.status}
          emptyLabel={t.all}
          value={search.stand ?? ''}
          onChange={change('stand')}
          options={ServiceStatus.options.map((value) => ({ value, label: texts.statuses[value] }))}
        />
      </FilterBar>
      <Loading load={load} shape="table">
        {({ services: rows }) =>
          rows.length === 0 ? (
            <EmptyState title={filtered ? t.noMatch : t.none} action={filtered ? undefined : add}>
              {filtered ? null : t.noneHint}
            </EmptyState>
          ) : (
            <ServiceTable rows={rows} />
          )
        }
      </Loading>
    </Stack>
  )
}

const ServiceTable = ({ rows }: { rows: readonly Service[] }) => (
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
        sortBy: (row) => row.object.title,
        cell: (row) => (
          <ObjectLink kind="service" id={row.object.id}>
            {row.object.title}
          </ObjectLink>
        ),
      },
      {
        id: 'category',
        header: t.category,
        sortBy: (row) => texts.categories[row.category],
        cell: (row) => texts.categories[row.category],
      },
      {
        id: 'status',
        header: t.status,
        sortBy: (row) => row.status,
        cell: (row) => <Badge tone={statusTone[row.status]}>{texts.statuses[row.status]}</Badge>,
      },
      {
        id: 'provider',
        header: t.provider,
        sortBy: (row) => row.object.owner?.title ?? null,
        cell: (row) => row.object.owner?.title ?? '–',
      },
      {
        id: 'where',
        header: t.where,
        sortBy: (row) => row.area?.title ?? row.areaName,
        cell: (row) => row.area?.title ?? row.areaName ?? '–',
      },
      {
        id: 'capacity',
        header: t.capacity,
        align: 'end',
        sortBy: (row) => row.capacity,
        cell: (row) => row.capacity ?? '–',
      },
      {
        id: 'since',
        header: t.since,
        align: 'end',
        sortBy: (row) => row.from,
        cell: (row) => (row.from ? formatDayShort(row.from) : '–'),
        phone: 'hide',
      },
    ]}
  />
)
