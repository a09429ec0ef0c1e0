// What an edition of a seam says: subject, what is handed over, how both work together.
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import type { Seam, SeamText } from '../contract/seams.ts'
import { seamTexts } from '../texts/seams.de.ts'

const t = seamTexts.page

export function SeamWords({ seam, text, level }: { seam: Seam; text: SeamText; level: 2 | 3 }) {
  const rows = text.handover.map((one, n) => ({ ...one, id: String(n) }))
  const directionOf = (from: 'a' | 'b') =>
    from === 'a' ? t.fromTo(seam.a.title, seam.b.title) : t.fromTo(seam.b.title, seam.a.title)
  return (
    <Stack gap="l">
      <Section title={t.subject} level={level}>
        <Prose>
          <p>{text.subject}</p>
        </Prose>
      </Section>
      <Section title={t.handover} level={level}>
        <DataTable
          caption={t.handover}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          empty={t.noHandover}
          columns={[
            { id: 'what', header: t.what, main: true, cell: (row) => row.what },
            { id: 'direction', header: t.direction, cell: (row) => directionOf(row.from) },
            { id: 'when', header: t.when, cell: (row) => row.when || '–' },
            { id: 'how', header: t.how, cell: (row) => row.how || '–' },
          ]}
        />
      </Section>
      <Section title={t.procedure} level={level}>
        {text.procedure ? (
          <Prose>
            {text.procedure.split('\n').map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Prose>
        ) : (
          <p>{t.noProcedure}</p>
        )}
      </Section>
    </Stack>
  )
}
