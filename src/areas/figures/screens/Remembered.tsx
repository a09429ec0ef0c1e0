// What the own organisation has said of files of one shape: to be seen, and to be forgotten.
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { figures } from '../contract.ts'
import { mappingTexts } from '../texts/mapping.de.ts'

const remote = client(figures)
const t = mappingTexts.screen

export function RememberedMappings() {
  const load = useLoad(remote.mappings, {})
  const forget = useAct(remote.forgetMapping)
  if (!load.data || load.data.mappings.length === 0) return null
  return (
    <Section title={t.kept} lead={t.keptLead}>
      <DataTable
        caption={t.kept}
        hideCaption
        dense
        rows={load.data.mappings}
        rowKey={(row) => row.id}
        columns={[
          { id: 'title', header: t.tableTitle, main: true, cell: (row) => row.title },
          {
            id: 'what',
            header: t.is,
            cell: (row) => t.keptOf(row.columns, row.measures, formatDay(row.at.slice(0, 10))),
          },
          {
            id: 'forget',
            header: t.forget,
            cell: (row) => (
              <Button
                small
                variant="tertiary"
                busy={forget.busy}
                aria-label={t.forgetOf(row.title)}
                onClick={() => void forget.act({ id: row.id })}
              >
                {t.forget}
              </Button>
            ),
          },
        ]}
      />
      <Refused error={forget.error} />
    </Section>
  )
}
