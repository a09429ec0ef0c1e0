// Everything that is on record for a task, with area and time; the keeper corrects it here, everybody else proposes.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { formatDayShort } from '#kit/ui/format.ts'
import { A } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import type { Entry, Task } from '../contract/responsibility.ts'
import { responsibilityTexts } from '../texts/responsibility.de.ts'
import { dayBefore, type EntryWork } from './EntryForm.tsx'
import { BearerName } from './RoleCell.tsx'

const t = responsibilityTexts.page

export function termOf({ from, until }: Pick<Entry, 'from' | 'until'>): string {
  if (from === null && until === null) return t.always
  return [
    ...(from ? [t.from(formatDayShort(from))] : []),
    ...(until ? [t.until(formatDayShort(dayBefore(until)))] : []),
  ].join(' ')
}

export function TaskEntries({ task, onWork }: { task: Task; onWork: (work: EntryWork) => void }) {
  const areaNames = new Map(task.areas.map(({ key, name }) => [key, name]))
  const acts = task.may.keep || task.may.propose
  return (
    <Section title={t.entries} lead={t.entriesLead}>
      <details>
        <summary>{t.showEntries(task.entries.length)}</summary>
        <DataTable
          caption={t.entries}
          hideCaption
          rows={task.entries}
          rowKey={(row) => row.id}
          empty={t.gap}
          columns={[
            {
              id: 'bearer',
              header: t.bearer,
              main: true,
              cell: (row) => <BearerName entry={row} />,
            },
            { id: 'role', header: t.role, cell: (row) => responsibilityTexts.roles[row.role] },
            {
              id: 'area',
              header: t.area,
              cell: (row) => (row.areaKey ? (areaNames.get(row.areaKey) ?? row.areaKey) : responsibilityTexts.germany),
            },
            { id: 'term', header: t.term, cell: (row) => termOf(row) },
            { id: 'basis', header: t.basis, cell: (row) => <Basis entry={row} /> },
            ...(acts
              ? [
                  {
                    id: 'act',
                    header: t.action,
                    cell: (row: Entry) => (
                      <Button
                        small
                        variant="tertiary"
                        onClick={() => onWork({ kind: task.may.keep ? 'revise' : 'propose', entry: row })}
                      >
                        {task.may.keep ? t.revise : t.propose}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </details>
    </Section>
  )
}

/** The clause, the way to its source, and whether somebody has compared the two. */
const Basis = ({ entry }: { entry: Entry }) => (
  <>
    {entry.basis}
    {entry.sourceUrl ? (
      <>
        {', '}
        <A to={entry.sourceUrl} newTab>
          {t.sourceLink}
        </A>
      </>
    ) : null}{' '}
    {entry.checkedOn ? null : <Badge tone="warning">{t.unverified}</Badge>}
  </>
)
