// /zahlen/lieferungen: what we owe, what we have delivered, and for those who take part in a body: how far all are.
import { useState } from 'react'
import { Badge, InventedMark } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Tabs } from '#kit/ui/Tabs.tsx'
import { Worklist } from '#kit/ui/Worklist.tsx'
import { client } from '#kit/web/client.ts'
import { dutyTones } from '#kit/web/duty-tones.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Delivery, OwedRow } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { checkTexts } from '../texts/checks.de.ts'
import { screens } from '../texts/screens.de.ts'
import { ExplainedValue, periodWords, reviewTones } from '../widgets/parts.tsx'
import { DeliverDialog } from './DeliverDialog.tsx'
import { FormBox } from './FormBox.tsx'
import { Overview } from './Overview.tsx'

const remote = client(figures)
const t = screens.deliveries

export function DeliveriesPage({
  search,
  onSearch,
}: {
  search: Record<string, string>
  onSearch: (next: Record<string, string>) => void
}) {
  const load = useLoad(remote.owed, {})
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={<Button to="/zahlen/kennzahlen/neu">{screens.explorer.define}</Button>}
      />
      <Loading load={load} shape="table">
        {({ owed, delivered }) => (
          <Tabs
            label={t.title}
            value={search.ansicht ?? 'offen'}
            onChange={(ansicht) => onSearch(ansicht === 'offen' ? {} : { ansicht })}
            tabs={[
              {
                id: 'offen',
                label: t.owed,
                count: owed.filter((row) => row.state !== 'notYet').length || undefined,
                content: <Owed rows={owed} />,
              },
              { id: 'geliefert', label: t.delivered, count: delivered.length, content: <Delivered rows={delivered} /> },
              {
                id: 'gremium',
                label: t.overview,
                content: (
                  <Overview body={search.gremium} onBody={(gremium) => onSearch({ ansicht: 'gremium', gremium })} />
                ),
              },
            ]}
          />
        )}
      </Loading>
    </Stack>
  )
}

function Owed({ rows }: { rows: readonly OwedRow[] }) {
  const { today, installation } = useSession()
  const [open, setOpen] = useState<OwedRow>()
  return (
    <Stack>
      <FormBox rows={rows} />
      <Worklist
        level={2}
        today={today}
        empty={
          <EmptyState good title={t.nothing}>
            {t.nothingDeliveredHint}
          </EmptyState>
        }
        items={rows.map((row) => ({
          id: row.duty,
          what: `${row.indicator?.title ?? ''}, ${periodWords(row.period)}`,
          to: `/aufgaben/${row.duty}`,
          toWhom: row.creditor?.title,
          clause: { label: row.clause },
          due: row.due,
          state: { label: t.states[row.state], tone: dutyTones[row.state] },
          invented: installation.demo,
          action: (
            <Button small onClick={() => setOpen(row)}>
              {row.kind === 'deliver' ? t.deliver : t.confirm}
            </Button>
          ),
        }))}
      />
      {open ? <DeliverDialog row={open} onClose={() => setOpen(undefined)} key={open.duty} /> : null}
    </Stack>
  )
}

function Delivered({ rows }: { rows: readonly Delivery[] }) {
  if (rows.length === 0) return <EmptyState title={t.nothingDelivered}>{t.nothingDeliveredHint}</EmptyState>
  return (
    <DataTable
      caption={t.delivered}
      hideCaption
      rows={rows}
      rowKey={(row) => row.head.id}
      columns={[
        {
          id: 'what',
          header: t.indicator,
          main: true,
          sortBy: (row) => row.indicator.title,
          cell: (row) => (
            <>
              <ObjectLink kind="delivery" id={row.head.id}>
                {row.indicator.title}
              </ObjectLink>{' '}
              {row.head.invented ? <InventedMark /> : null}
            </>
          ),
        },
        { id: 'kind', header: t.kind, cell: (row) => t.kinds[row.kind] },
        { id: 'period', header: t.period, sortBy: (row) => row.period.from, cell: (row) => periodWords(row.period) },
        {
          id: 'value',
          header: t.value,
          align: 'end',
          cell: (row) => <ExplainedValue of={row} unit={row.unit} />,
        },
        {
          id: 'review',
          header: checkTexts.review.state,
          sortBy: (row) => row.review,
          cell: (row) => <Badge tone={reviewTones[row.review]}>{checkTexts.review.states[row.review]}</Badge>,
        },
        { id: 'answer', header: t.answer, cell: (row) => (row.answers > 0 ? t.answered : t.notAnswered) },
      ]}
    />
  )
}
