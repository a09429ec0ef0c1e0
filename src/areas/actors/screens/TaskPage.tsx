// /zustaendigkeiten/:id: who is responsible for one task, for an area on a day, before and after; with sources, corrections and guarantees.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Cluster, FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { ObjectPage, SideBox, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TagList } from '#kit/ui/TagList.tsx'
import { client } from '#kit/web/client.ts'
import { HistoryBox } from '#kit/web/HistoryBox.tsx'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { AreaKey, type Task } from '../contract/responsibility.ts'
import { actors } from '../contract.ts'
import { responsibilityTexts } from '../texts/responsibility.de.ts'
import { dayBefore, EntryForm, type EntryWork } from './EntryForm.tsx'
import { TaskAnswer } from './TaskAnswer.tsx'
import { TaskCorrections } from './TaskCorrections.tsx'
import { TaskEntries } from './TaskEntries.tsx'
import { TaskForm } from './TaskForm.tsx'
import { TaskGuarantees } from './TaskGuarantees.tsx'

const remote = client(actors)
const t = responsibilityTexts.page

type Search = { gebiet?: string; tag?: string; vergleich?: string }
type Looking = { search: Search; onSearch: (next: Record<string, string>) => void }

export function TaskPage({ id, search, onSearch }: { id: string } & Looking) {
  const area = AreaKey.safeParse(search.gebiet)
  const load = useLoad(
    remote.task,
    {
      id,
      ...(area.success ? { area: area.data } : {}),
      ...(search.tag ? { day: search.tag } : {}),
      ...(search.vergleich ? { compare: search.vergleich } : {}),
    },
    { keep: true },
  )
  return <Loading load={load}>{(task) => <Shown key={id} task={task} search={search} onSearch={onSearch} />}</Loading>
}

function Shown({ task, search, onSearch }: { task: Task } & Looking) {
  const { today } = useSession()
  const { head, may } = task
  const [editing, setEditing] = useState(false)
  const [work, setWork] = useState<EntryWork | null>(null)
  const change = (next: Partial<Search>) => {
    const all = { ...search, ...next }
    onSearch(Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as Record<string, string>)
  }
  const areaName = task.areas.find(({ key }) => key === task.area)?.name ?? responsibilityTexts.germany
  return (
    <ObjectPage
      head={
        <PageHead
          title={head.title}
          kind={t.kind}
          state={{ label: `${responsibilityTexts.strengths[task.strength]}, ${task.clause} ${task.law}`, tone: 'info' }}
          lead={task.summary || undefined}
          main={
            may.propose && !may.keep ? (
              <Button variant="primary" icon="edit" onClick={() => setWork({ kind: 'propose' })}>
                {t.propose}
              </Button>
            ) : undefined
          }
          actions={
            may.keep ? (
              <>
                <Button icon="add" onClick={() => setWork({ kind: 'add' })}>
                  {t.add}
                </Button>
                <Button icon="edit" onClick={() => setEditing(true)}>
                  {t.edit}
                </Button>
              </>
            ) : undefined
          }
        />
      }
      aside={
        <>
          {head.owner ? (
            <SideBox title={t.keeper}>
              <ObjectLink kind="organisation" id={head.owner.id}>
                {head.owner.title}
              </ObjectLink>
            </SideBox>
          ) : null}
          {task.situations.length > 0 ? (
            <TagList
              label={responsibilityTexts.list.situation}
              tags={task.situations.map((one) => ({
                label: responsibilityTexts.situations[one],
                to: `/zustaendigkeiten?lebenslage=${one}`,
              }))}
            />
          ) : null}
          <SideBoxes history={<HistoryBox id={head.id} />} trailTo={`/datenspur/${head.id}`} />
        </>
      }
    >
      <Stack gap="l">
        <FilterBar>
          <Select
            name="gebiet"
            label={t.area}
            value={search.gebiet ?? task.area ?? ''}
            emptyLabel={task.area ? undefined : responsibilityTexts.germany}
            onChange={(gebiet) => change({ gebiet })}
            options={task.areas.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <DateField name="tag" label={t.day} value={search.tag ?? today} onChange={(tag) => change({ tag })} />
          <DateField
            name="vergleich"
            label={t.compare}
            optional
            value={search.vergleich ?? ''}
            onChange={(vergleich) => change({ vergleich })}
          />
        </FilterBar>
        {task.turns.length > 0 ? (
          <Section title={t.turns} level={3}>
            <Cluster>
              {task.turns.map((day) => (
                <Button key={day} small onClick={() => change({ tag: day, vergleich: dayBefore(day) })}>
                  {t.turn(formatDay(day))}
                </Button>
              ))}
            </Cluster>
          </Section>
        ) : null}
        <TaskAnswer task={task} areaName={areaName} />
        <TaskGuarantees task={task} />
        <TaskCorrections task={task} />
        <TaskEntries task={task} onWork={setWork} />
        {editing ? <TaskForm task={task} onClose={() => setEditing(false)} /> : null}
        {work ? <EntryForm task={task} work={work} onClose={() => setWork(null)} /> : null}
      </Stack>
    </ObjectPage>
  )
}
