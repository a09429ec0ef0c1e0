// /netzwerk: who there is, searched and filtered; filters stand in the address.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { actors, Discipline, Level, OrganisationKind, type OrganisationLine, Side } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'
import { NetworkTabs } from '../widgets/NetworkTabs.tsx'
import { AddOrganisation } from '../widgets/OrganisationForm.tsx'

const remote = client(actors)
const t = screens.network

type Search = {
  suche?: string
  art?: string
  seite?: string
  ebene?: string
  feld?: string
  gebiet?: string
  fruehere?: string
}

export function NetworkPage({
  search,
  onSearch,
}: {
  search: Search
  onSearch: (next: Record<string, string>) => void
}) {
  const { actingFor } = useSession()
  const mayAdd = useHolds()(['admin', 'planner'], actingFor?.id)
  const [adding, setAdding] = useState(false)
  const kind = OrganisationKind.safeParse(search.art)
  const side = Side.safeParse(search.seite)
  const level = Level.safeParse(search.ebene)
  const discipline = Discipline.safeParse(search.feld)
  const load = useLoad(
    remote.organisations,
    {
      ...(search.suche ? { search: search.suche } : {}),
      ...(kind.success ? { kind: kind.data } : {}),
      ...(side.success ? { side: side.data } : {}),
      ...(level.success ? { level: level.data } : {}),
      ...(discipline.success ? { discipline: discipline.data } : {}),
      ...(search.gebiet ? { area: search.gebiet } : {}),
      ...(search.fruehere ? { former: 'true' as const } : {}),
    },
    { keep: true },
  )
  const change = (name: keyof Search) => (value: string) => {
    const { [name]: _, ...rest } = search
    onSearch(value ? { ...rest, [name]: value } : rest)
  }
  const filtered = Object.values(search).some(Boolean)
  const add = mayAdd ? (
    <Button variant="primary" icon="add" onClick={() => setAdding(true)}>
      {t.add}
    </Button>
  ) : undefined
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={t.lead}
        main={add}
        actions={mayAdd ? <Button to="/netzwerk/einlesen">{t.read}</Button> : undefined}
      />
      <NetworkTabs />
      <FilterBar fold>
        <TextField name="suche" type="search" label={t.search} value={search.suche ?? ''} onChange={change('suche')} />
        <Select
          name="art"
          label={t.kind}
          emptyLabel={t.all}
          value={search.art ?? ''}
          onChange={change('art')}
          options={OrganisationKind.options.map((value) => ({ value, label: texts.kinds[value] }))}
        />
        <Select
          name="seite"
          label={t.side}
          emptyLabel={t.all}
          value={search.seite ?? ''}
          onChange={change('seite')}
          options={Side.options.map((value) => ({ value, label: texts.sides[value] }))}
        />
        <Select
          name="ebene"
          label={t.level}
          emptyLabel={t.all}
          value={search.ebene ?? ''}
          onChange={change('ebene')}
          options={Level.options.map((value) => ({ value, label: texts.levels[value] }))}
        />
        <Select
          name="feld"
          label={t.discipline}
          emptyLabel={t.all}
          value={search.feld ?? ''}
          onChange={change('feld')}
          options={Discipline.options.map((value) => ({ value, label: texts.disciplines[value] }))}
        />
        <TextField
          name="gebiet"
          type="search"
          label={t.area}
          inputMode="numeric"
          maxLength={8}
          value={search.gebiet ?? ''}
          onChange={change('gebiet')}
        />
        <Checkbox
          name="fruehere"
          label={t.former}
          checked={search.fruehere === 'ja'}
          onChange={(on) => change('fruehere')(on ? 'ja' : '')}
        />
      </FilterBar>
      <Loading load={load} shape="table">
        {({ organisations }) =>
          organisations.length === 0 ? (
            <EmptyState title={filtered ? t.noMatch : t.none} action={filtered ? undefined : add}>
              {filtered ? null : t.noneHint}
            </EmptyState>
          ) : (
            <DataTable
              caption={parity(organisations)}
              rows={organisations}
              rowKey={(row) => row.id}
              columns={[
                {
                  id: 'name',
                  header: t.name,
                  main: true,
                  sortBy: (row) => row.name,
                  cell: (row) => (
                    <>
                      <ObjectLink kind="organisation" id={row.id}>
                        {row.name}
                      </ObjectLink>
                      {row.parent ? (
                        <>
                          <br />
                          <small>{t.belongsTo(row.parent.title)}</small>
                        </>
                      ) : null}
                      {row.dissolvedOn ? (
                        <>
                          <br />
                          <small>{t.over(formatDay(row.dissolvedOn))}</small>
                        </>
                      ) : null}
                    </>
                  ),
                },
                {
                  id: 'kind',
                  header: t.kind,
                  sortBy: (row) => (row.kind ? texts.kinds[row.kind] : null),
                  cell: (row) => (row.kind ? texts.kinds[row.kind] : '–'),
                },
                {
                  id: 'side',
                  header: t.side,
                  sortBy: (row) => row.side,
                  cell: (row) => (row.side ? texts.sides[row.side] : '–'),
                },
                {
                  id: 'bodies',
                  header: t.bodies,
                  sortBy: (row) => row.bodies.length,
                  cell: (row) => <BodyLinks bodies={row.bodies} />,
                },
                {
                  id: 'people',
                  header: t.people,
                  align: 'end',
                  sortBy: (row) => row.people,
                  cell: (row) => row.people,
                  phone: 'hide',
                },
              ]}
            />
          )
        }
      </Loading>
      <p>
        <a href={addressOf(actors.registerFile, {}).url} download>
          {t.file}
        </a>
      </p>
      <AddOrganisation open={adding} onClose={() => setAdding(false)} />
    </Stack>
  )
}

/** How many of them stand on which side. */
const parity = (list: readonly OrganisationLine[]) => {
  const on = (side: Side) => list.filter((one) => one.side === side).length
  return t.parity(list.length, on('public'), on('free'), list.length - on('public') - on('free'))
}

const BodyLinks = ({ bodies }: { bodies: readonly { id: string; title: string }[] }) =>
  bodies.length === 0
    ? '–'
    : bodies.map((body, index) => (
        <span key={body.id}>
          {index > 0 ? <br /> : null}
          <ObjectLink kind="body" id={body.id}>
            {body.title}
          </ObjectLink>
        </span>
      ))
