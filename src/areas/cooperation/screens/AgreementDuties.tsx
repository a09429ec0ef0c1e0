// What follows from an agreement: how each party stands with what it has promised, and the duties themselves.
import { type Duty, duties } from '#kit/duties/contract.ts'
import { Button } from '#kit/ui/Button.tsx'
import { type Column, DataTable } from '#kit/ui/DataTable.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Worklist } from '#kit/ui/Worklist.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { usePages } from '#kit/web/pages.ts'
import { useSession } from '#kit/web/session.tsx'
import { agreementTexts } from '../texts/agreements.de.ts'
import { germanDay } from '../texts/arising.de.ts'
import { standingTexts } from '../texts/standing.de.ts'
import { dutyItems } from '../widgets/duty-item.ts'

const remote = client(duties)
const t = agreementTexts.page
const c = t.owedCount

export function AgreementDuties({ id }: { id: string }) {
  const load = usePages(remote.list, { because: id }, { whole: true })
  const { today } = useSession()
  return (
    <Section
      title={t.duties}
      lead={t.dutiesHint}
      actions={<Button to={`/vereinbarungen/${id}/pflichten`}>{standingTexts.owed.link}</Button>}
    >
      <Loading load={load} shape="table">
        {(pages) => {
          const all = pages.flatMap((page) => page.duties)
          return all.length === 0 ? (
            <p>{t.noDuties}</p>
          ) : (
            <Stack gap="l">
              <DataTable
                caption={t.owes}
                hideCaption
                columns={columns}
                rows={partiesOf(all)}
                rowKey={(row) => row.id}
              />
              <Section title={t.owedAll} level={3}>
                <Worklist today={today} empty={<p>{t.noDuties}</p>} items={dutyItems(all)} />
              </Section>
            </Stack>
          )
        }}
      </Loading>
    </Section>
  )
}

type Row = {
  id: string
  title: string
  all: number
  open: number
  later: number
  kept: number
  late: number
  next: Duty | undefined
}

/** Every party by its name: the authority and the associations in one list, by the same count. */
function partiesOf(all: readonly Duty[]): Row[] {
  const owed = all.filter((duty) => duty.debtor && duty.state !== 'withdrawn' && duty.state !== 'waived')
  return [...Map.groupBy(owed, (duty) => duty.debtor!.id)]
    .map(([id, own]) => ({
      id,
      title: own[0]!.debtor!.title,
      all: own.length,
      open: own.filter((duty) => duty.state === 'open' || duty.state === 'overdue').length,
      later: own.filter((duty) => duty.state === 'notYet').length,
      kept: own.filter((duty) => duty.state === 'done' || duty.state === 'doneLate').length,
      late: own.filter((duty) => duty.state === 'overdue' || duty.state === 'doneLate').length,
      next: own.find((duty) => duty.state === 'open' || duty.state === 'overdue' || duty.state === 'notYet'),
    }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'de'))
}

const columns: readonly Column<Row>[] = [
  { id: 'party', header: t.owes, main: true, cell: (row) => row.title },
  { id: 'all', header: c.all, align: 'end', cell: (row) => row.all },
  { id: 'open', header: c.open, align: 'end', cell: (row) => row.open },
  { id: 'later', header: c.later, align: 'end', cell: (row) => row.later },
  { id: 'kept', header: c.kept, align: 'end', cell: (row) => row.kept },
  { id: 'late', header: c.late, align: 'end', cell: (row) => row.late },
  {
    id: 'next',
    header: c.next,
    align: 'end',
    cell: ({ next }) => (next ? <A to={`/aufgaben/${next.id}`}>{germanDay(next.due)}</A> : t.nothingNext),
  },
]
