// Who acts for an organisation: role, from when until when, on what ground.
import { useState } from 'react'
import type { Mandate } from '#kit/access/contract.ts'
import { texts as accessTexts } from '#kit/access/texts.de.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { A } from '#kit/ui/Link.tsx'
import { useSession } from '#kit/web/session.tsx'
import type { Organisation } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { EndMandate } from '../widgets/People.tsx'
import { termWords } from '../widgets/terms.ts'

const t = screens.page
type Row = { person: { id: string; title: string }; mandate: Mandate | null }

export function PeopleTable({ organisation }: { organisation: Organisation }) {
  const { today, person } = useSession()
  const [ending, setEnding] = useState<Mandate | null>(null)
  const rows = organisation.people.flatMap<Row>(({ person, mandates }) =>
    mandates.length === 0 ? [{ person, mandate: null }] : mandates.map((mandate) => ({ person, mandate })),
  )
  const role = (mandate: Mandate) => {
    const name = accessTexts.roles[mandate.role] ?? mandate.role
    return mandate.body ? t.inBody(name, mandate.body.title) : name
  }
  return (
    <>
      <DataTable
        caption={t.people}
        hideCaption
        rows={rows}
        rowKey={(row) => row.mandate?.id ?? row.person.id}
        columns={[
          {
            id: 'person',
            header: t.person,
            main: true,
            sortBy: (row) => row.person.title,
            cell: (row) =>
              organisation.may.grant || row.person.id === person?.id ? (
                <A to={`/personen/${row.person.id}/aufgaben`}>{row.person.title}</A>
              ) : (
                row.person.title
              ),
          },
          {
            id: 'role',
            header: t.role,
            sortBy: (row) => row.mandate && role(row.mandate),
            cell: (row) => (row.mandate ? role(row.mandate) : '–'),
          },
          {
            id: 'term',
            header: t.term,
            sortBy: (row) => row.mandate?.from ?? null,
            cell: ({ mandate }) =>
              mandate ? (
                <>
                  {termWords(mandate.from, mandate.until)}{' '}
                  {mandate.current ? null : <Badge>{mandate.from > today ? t.coming : t.over}</Badge>}
                </>
              ) : (
                '–'
              ),
          },
          { id: 'basis', header: t.basis, phone: 'hide', cell: (row) => row.mandate?.basis ?? '–' },
          ...(organisation.may.grant
            ? [
                {
                  id: 'end',
                  header: t.action,
                  cell: ({ mandate }: Row) =>
                    mandate?.current && mandate.body === null ? (
                      <Button small variant="tertiary" onClick={() => setEnding(mandate)}>
                        {t.end}
                      </Button>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      <EndMandate mandate={ending} onClose={() => setEnding(null)} />
    </>
  )
}
