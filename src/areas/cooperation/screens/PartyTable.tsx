// The parties of an agreement and their signatures: day, place, capacity, and who recorded it from where.

import { Badge } from '#kit/ui/Badge.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Agreement } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'

const t = agreementTexts.page

export const PartyTable = ({ agreement }: { agreement: Agreement }) => (
  <DataTable
    caption={t.parties}
    hideCaption
    rows={agreement.parties}
    rowKey={(party) => party.id}
    columns={[
      {
        id: 'party',
        header: t.party,
        main: true,
        sortBy: (party) => party.title,
        cell: (party) => (
          <ObjectLink kind="organisation" id={party.id}>
            {party.title}
          </ObjectLink>
        ),
      },
      {
        id: 'signature',
        header: t.signature,
        sortBy: (party) => party.signature?.day ?? null,
        cell: ({ signature }) =>
          signature === null ? (
            <Badge>{t.open}</Badge>
          ) : (
            <>
              {signature.person ? `${signature.person.title}, ` : null}
              {t.signed(formatDay(signature.day), signature.place, signature.capacity)}
              {signature.source ? (
                <>
                  <br />
                  <small>{t.source(signature.source)}</small>
                </>
              ) : null}
            </>
          ),
      },
    ]}
  />
)
