// What an agreement has brought about, in numbers: kept by each side, and what its figures led to.
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import type { Measured } from '../contract.ts'
import { reviewTexts } from '../texts/reviews.de.ts'

const t = reviewTexts.page
const counts = ['owed', 'done', 'late', 'excused', 'missing'] as const
const uses = ['delivered', 'needs', 'decisions', 'measures'] as const

export const MeasuredTables = ({ measured }: { measured: Measured }) => (
  <Stack>
    <Section title={t.kept} lead={t.keptHint} level={3}>
      <DataTable
        caption={t.kept}
        hideCaption
        rows={measured.kept}
        rowKey={(row) => row.debtor.id}
        empty={t.nothingDue}
        columns={[
          { id: 'debtor', header: t.debtor, main: true, cell: (row) => row.debtor.title },
          ...counts.map((id) => ({
            id,
            header: t.counts[id],
            align: 'end' as const,
            cell: (row: Measured['kept'][number]) => row[id],
          })),
        ]}
      />
    </Section>
    {measured.figures.length > 0 ? (
      <Section title={t.figures} lead={t.figuresHint} level={3}>
        <DataTable
          caption={t.figures}
          hideCaption
          rows={measured.figures}
          rowKey={(row) => row.indicator.id}
          columns={[
            { id: 'indicator', header: t.indicator, main: true, cell: (row) => row.indicator.title },
            ...uses.map((id) => ({
              id,
              header: t.uses[id],
              align: 'end' as const,
              cell: (row: Measured['figures'][number]) => row[id],
            })),
          ]}
        />
      </Section>
    ) : null}
  </Stack>
)
