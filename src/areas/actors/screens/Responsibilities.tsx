// /zustaendigkeiten: who plans, grants, pays and provides, by task or situation of life, for an area on a day. Filters stand in the address.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { AreaKey, Situation, type TaskLine, TaskRole } from '../contract/responsibility.ts'
import { actors } from '../contract.ts'
import { responsibilityTexts } from '../texts/responsibility.de.ts'
import { NetworkTabs } from '../widgets/NetworkTabs.tsx'
import { RoleCell } from './RoleCell.tsx'
import { TaskForm } from './TaskForm.tsx'

const remote = client(actors)
const t = responsibilityTexts.list

type Search = { suche?: string; lebenslage?: string; gesetz?: string; gebiet?: string; tag?: string }
type Props = { search: Search; onSearch: (next: Record<string, string>) => void }

export function ResponsibilitiesPage({ search, onSearch }: Props) {
  const { actingFor, today } = useSession()
  const mayEnter = useHolds()(['admin', 'head', 'planner'], actingFor?.id)
  const [entering, setEntering] = useState(false)
  const toast = useToast()
  const supply = useAct(remote.supplyTasks, ({ added }) => toast({ text: t.supplied(added), tone: 'success' }))
  const situation = Situation.safeParse(search.lebenslage)
  const area = AreaKey.safeParse(search.gebiet)
  const load = useLoad(
    remote.tasks,
    {
      ...(search.suche ? { search: search.suche } : {}),
      ...(situation.success ? { situation: situation.data } : {}),
      ...(search.gesetz ? { law: search.gesetz } : {}),
      ...(area.success ? { area: area.data } : {}),
      ...(search.tag ? { day: search.tag } : {}),
    },
    { keep: true },
  )
  const change = (name: keyof Search) => (value: string) => {
    const { [name]: _, ...rest } = search
    onSearch(value ? { ...rest, [name]: value } : rest)
  }
  const filtered = Boolean(search.suche || search.lebenslage || search.gesetz)
  const asked = new URLSearchParams(
    Object.entries({ gebiet: search.gebiet, tag: search.tag }).filter(([, v]) => v) as [string, string][],
  )
  const missing = load.data?.supplied ?? 0
  const supplied =
    mayEnter && missing > 0 ? (
      <Button busy={supply.busy} onClick={() => void supply.act({})}>
        {t.supply(missing)}
      </Button>
    ) : undefined
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={t.lead}
        main={
          mayEnter ? (
            <Button variant="primary" icon="add" onClick={() => setEntering(true)}>
              {t.enter}
            </Button>
          ) : undefined
        }
        actions={load.data && load.data.tasks.length > 0 ? supplied : undefined}
      />
      <NetworkTabs />
      <Refused error={supply.error} />
      <FilterBar fold>
        <TextField name="suche" type="search" label={t.search} value={search.suche ?? ''} onChange={change('suche')} />
        <Select
          name="lebenslage"
          label={t.situation}
          emptyLabel={t.all}
          value={search.lebenslage ?? ''}
          onChange={change('lebenslage')}
          options={Situation.options.map((value) => ({ value, label: responsibilityTexts.situations[value] }))}
        />
        <Select
          name="gesetz"
          label={t.law}
          emptyLabel={t.all}
          value={search.gesetz ?? ''}
          onChange={change('gesetz')}
          options={(load.data?.laws ?? []).map((value) => ({ value, label: value }))}
        />
        <Select
          name="gebiet"
          label={t.area}
          value={search.gebiet ?? load.data?.area ?? ''}
          emptyLabel={load.data?.area ? undefined : responsibilityTexts.germany}
          onChange={change('gebiet')}
          options={(load.data?.areas ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        />
        <DateField name="tag" label={t.day} value={search.tag ?? today} onChange={change('tag')} />
      </FilterBar>
      <Loading load={load} shape="table">
        {({ tasks, day, area: used, areas }) =>
          tasks.length === 0 ? (
            <EmptyState title={filtered ? t.noMatch : t.none} action={filtered ? undefined : supplied}>
              {filtered ? t.noMatchHint : t.noneHint}
            </EmptyState>
          ) : (
            <TaskTable
              tasks={tasks}
              caption={t.caption(
                areas.find(({ key }) => key === used)?.name ?? responsibilityTexts.germany,
                formatDay(day),
              )}
              query={asked.size > 0 ? `?${asked}` : ''}
            />
          )
        }
      </Loading>
      {entering ? <TaskForm onClose={() => setEntering(false)} /> : null}
    </Stack>
  )
}

const TaskTable = ({ tasks, caption, query }: { tasks: readonly TaskLine[]; caption: string; query: string }) => (
  <DataTable
    caption={caption}
    rows={tasks}
    rowKey={(row) => row.id}
    columns={[
      {
        id: 'task',
        header: t.task,
        main: true,
        sortBy: (row) => row.title,
        cell: (row) => (
          <>
            <ObjectLink kind="task" id={`${row.id}${query}`}>
              {row.title}
            </ObjectLink>
            <br />
            <small>{`${row.clause} ${row.law} · ${responsibilityTexts.strengths[row.strength]}`}</small>
          </>
        ),
      },
      ...TaskRole.options.map((role) => ({
        id: role,
        header: responsibilityTexts.who[role],
        cell: (row: TaskLine) => <RoleCell answer={row.answer.find((one) => one.role === role)} />,
      })),
    ]}
  />
)
