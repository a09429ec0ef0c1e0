// How far all are in a body: who has delivered, what is open or late. Values only where they are for one's eyes.

import { useState } from 'react'
import { cooperation } from '#areas/cooperation/contract.ts'
import { firstBody } from '#areas/cooperation/widgets/first-body.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { client } from '#kit/web/client.ts'
import { dutyTones } from '#kit/web/duty-tones.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { OverviewRow } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { checkTexts } from '../texts/checks.de.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords, reviewTones, Value } from '../widgets/parts.tsx'

const remote = client(figures)
const bodies = client(cooperation)
const t = screens.deliveries

export function Overview({ body, onBody }: { body: string | undefined; onBody: (id: string) => void }) {
  const load = useLoad(bodies.bodies, {})
  return (
    <Loading load={load} shape="table">
      {({ bodies: all }) => {
        const mine = all.filter((one) => one.mine.length > 0)
        const chosen = mine.find((one) => one.id === body) ?? firstBody(mine)
        if (!chosen) return <EmptyState title={t.noBodies} />
        return (
          <Stack>
            {mine.length > 1 ? (
              <Select
                name="gremium"
                label={t.body}
                value={chosen.id}
                options={mine.map((one) => ({ value: one.id, label: one.name }))}
                onChange={onBody}
              />
            ) : null}
            <OfBody body={chosen.id} title={chosen.name} />
          </Stack>
        )
      }}
    </Loading>
  )
}

function OfBody({ body, title }: { body: string; title: string }) {
  const load = useLoad(remote.overview, { body })
  const [time, setTime] = useState<string>()
  const [waits, setWaits] = useState('')
  return (
    <Loading load={load} shape="table">
      {({ rows }) => {
        const times = [...new Map(rows.map((row) => [timeOf(row), row.period]))].sort(([a], [b]) => (a < b ? 1 : -1))
        const begun = times.find(([key]) => rows.some((row) => timeOf(row) === key && row.state !== 'notYet'))
        const chosen = time ?? begun?.[0] ?? times[0]?.[0]
        if (!chosen) return <EmptyState title={t.noDuties} />
        const shown = rows.filter((row) => timeOf(row) === chosen)
        const waiting = (kind: Waits) => shown.filter((row) => waitsFor(row) === kind)
        const some = waitKinds.filter((kind) => waiting(kind).length > 0)
        const only = some.find((kind) => kind === waits)
        return (
          <Stack>
            {times.length > 1 ? (
              <Select
                name="zeit"
                label={t.times}
                value={chosen}
                options={times.map(([value, period]) => ({ value, label: periodWords(period) }))}
                onChange={setTime}
              />
            ) : null}
            {some.length > 0 ? (
              <Select
                name="wartet"
                label={t.waits.label}
                emptyLabel={t.waits.all}
                value={only ?? ''}
                options={some.map((value) => ({ value, label: t.waits[value](waiting(value).length) }))}
                onChange={setWaits}
              />
            ) : null}
            <Standing rows={shown} />
            <Matrix rows={only ? waiting(only) : shown} title={title} />
          </Stack>
        )
      }}
    </Loading>
  )
}

const waitKinds = ['check', 'acceptance'] as const
type Waits = (typeof waitKinds)[number]
/** For whoever checks: a figure that nobody has looked at yet, or that a second person has yet to accept. */
function waitsFor({ delivery }: OverviewRow): Waits | null {
  if (delivery?.kind !== 'figure') return null
  return delivery.review === 'delivered' ? 'check' : delivery.review === 'checked' ? 'acceptance' : null
}

const timeOf = (row: OverviewRow) => `${row.period.from}_${row.period.until}`

function Standing({ rows }: { rows: readonly OverviewRow[] }) {
  const count = (...states: OverviewRow['state'][]) => rows.filter((row) => states.includes(row.state)).length
  const late = count('doneLate')
  const overdue = count('overdue')
  return (
    <Cluster>
      <span>{t.rate(count('done', 'doneLate'), rows.length - count('waived'))}</span>
      {late > 0 ? <Badge tone="warning">{t.late(late)}</Badge> : null}
      {overdue > 0 ? <Badge tone="danger">{t.overdue(overdue)}</Badge> : null}
    </Cluster>
  )
}

/** One line per organisation, one column per figure that is owed for this time. */
function Matrix({ rows, title }: { rows: readonly OverviewRow[]; title: string }) {
  const debtors = [...new Map(rows.map((row) => [row.debtor.id, row.debtor])).values()]
  const owed = [...new Map(rows.map((row) => [`${row.kind}${row.indicator?.id}`, row])).values()]
  const cellOf = (debtor: string, kind: string, indicator: string | undefined) =>
    rows.find((row) => row.debtor.id === debtor && row.kind === kind && row.indicator?.id === indicator)
  return (
    <DataTable
      caption={title}
      hideCaption
      rows={debtors}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'debtor',
          header: t.organisation,
          main: true,
          sortBy: (row) => row.title,
          cell: (row) => (
            <ObjectLink kind="organisation" id={row.id}>
              {row.title}
            </ObjectLink>
          ),
        },
        ...owed.map((duty) => ({
          id: `${duty.kind}${duty.indicator?.id}`,
          header: `${duty.indicator?.title ?? ''} (${t.acts[duty.kind]})`,
          sortBy: (row: { id: string }) => cellOf(row.id, duty.kind, duty.indicator?.id)?.state ?? '',
          cell: (row: { id: string }) => {
            const found = cellOf(row.id, duty.kind, duty.indicator?.id)
            return found ? <Seen row={found} /> : ''
          },
        })),
      ]}
    />
  )
}

function Seen({ row }: { row: OverviewRow }) {
  const { delivery } = row
  const state = <Badge tone={dutyTones[row.state]}>{t.states[row.state]}</Badge>
  if (!delivery)
    return (
      <>
        {state} <small>{row.doneOn ? screens.day(row.doneOn) : t.due(row.due)}</small>
      </>
    )
  return (
    <>
      {state}{' '}
      <ObjectLink kind="delivery" id={delivery.id}>
        {delivery.kind === 'figure' ? <Value value={delivery.value} mark={delivery.mark} /> : t.kinds[delivery.kind]}
      </ObjectLink>{' '}
      {delivery.review === 'delivered' ? null : (
        <Badge tone={reviewTones[delivery.review]}>{checkTexts.review.states[delivery.review]}</Badge>
      )}
      {delivery.explanation ? (
        <small>
          {' '}
          {checkTexts.deliver.explanation}: {delivery.explanation}
        </small>
      ) : null}
      {delivery.answered ? <small> {t.answered}</small> : null}
    </>
  )
}
