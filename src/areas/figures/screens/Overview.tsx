// How far all are in a body: who has delivered, what is open or late. Values only where they are for one's eyes.
import { Badge } from '#kit/ui/Badge.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { cooperation } from '#areas/cooperation/contract.ts'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import { figures } from '../contract.ts'
import type { OverviewRow } from '../contract/shapes.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords, Value } from '../widgets/parts.tsx'
import { stateTones } from './tones.ts'

const remote = client(figures)
const bodies = client(cooperation)
const t = screens.deliveries

export function Overview({ body, onBody }: { body: string | undefined; onBody: (id: string) => void }) {
  const load = useLoad(bodies.bodies, {})
  return (
    <Loading load={load} shape="table">
      {({ bodies: all }) => {
        const mine = all.filter((one) => one.mine.length > 0)
        const chosen = mine.find((one) => one.id === body) ?? mine[0]
        if (!chosen) return <EmptyState title={t.noBodies} />
        return (
          <Stack>
            {mine.length > 1 ? <Select name="gremium" label={t.body} value={chosen.id} options={mine.map((one) => ({ value: one.id, label: one.name }))} onChange={onBody} /> : null}
            <OfBody body={chosen.id} title={chosen.name} />
          </Stack>
        )
      }}
    </Loading>
  )
}

function OfBody({ body, title }: { body: string; title: string }) {
  const load = useLoad(remote.overview, { body })
  return (
    <Loading load={load} shape="table">
      {({ rows, onTime, late, overdue }) =>
        rows.length === 0 ? <EmptyState title={t.noDuties} /> : (
          <Stack>
            <Cluster>
              <span>{t.rate(onTime + late, rows.filter((row) => row.state !== 'notYet' && row.state !== 'waived').length)}</span>
              {late > 0 ? <Badge tone="warning">{t.late(late)}</Badge> : null}
              {overdue > 0 ? <Badge tone="danger">{t.overdue(overdue)}</Badge> : null}
            </Cluster>
            <DataTable
              caption={title} hideCaption rows={rows} rowKey={(row) => row.duty}
              columns={[
                { id: 'debtor', header: t.organisation, main: true, sortBy: (row) => row.debtor.title, cell: (row) => <ObjectLink kind="organisation" id={row.debtor.id}>{row.debtor.title}</ObjectLink> },
                { id: 'indicator', header: t.indicator, sortBy: (row) => row.indicator?.title ?? '', cell: (row) => row.indicator?.title ?? '' },
                { id: 'period', header: t.period, sortBy: (row) => row.period.from, cell: (row) => periodWords(row.period) },
                { id: 'state', header: t.state, sortBy: (row) => row.state, cell: (row) => <><Badge tone={stateTones[row.state]}>{t.states[row.state]}</Badge> <small>{row.doneOn ? screens.day(row.doneOn) : t.due(row.due)}</small></> },
                { id: 'value', header: t.value, align: 'end', cell: (row) => <Seen row={row} /> },
              ]}
            />
          </Stack>
        )
      }
    </Loading>
  )
}

function Seen({ row }: { row: OverviewRow }) {
  if (!row.delivery) return <small>{row.state === 'done' || row.state === 'doneLate' ? t.hidden : '–'}</small>
  const { id, kind, value, mark, answered } = row.delivery
  return <><ObjectLink kind="delivery" id={id}>{kind === 'figure' ? <Value value={value} mark={mark} /> : t.kinds[kind]}</ObjectLink> <small>{answered ? t.answered : t.toAnswer}</small></>
}
