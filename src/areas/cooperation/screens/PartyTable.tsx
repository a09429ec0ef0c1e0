// The parties of an agreement and their signatures: day, place, capacity, and who recorded it from where.
import { files } from '#kit/files/contract.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { addressOf } from '#kit/web/client.ts'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Agreement, Signature } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { terminationTexts } from '../texts/terminations.de.ts'

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
          <>
            <ObjectLink kind="organisation" id={party.id}>
              {party.title}
            </ObjectLink>
            {party.leavesOn ? (
              <>
                <br />
                <Badge tone="warning">{terminationTexts.box.boundUntil(party.leavesOn)}</Badge>
              </>
            ) : null}
          </>
        ),
      },
      {
        id: 'signature',
        header: t.signature,
        sortBy: (party) => (party.signed ? (party.signatures.at(-1)?.day ?? null) : null),
        cell: ({ signatures, signed, signing }) => (
          <Stack gap="s">
            {signatures.map((one) => (
              <Signed key={`${one.person?.id ?? one.signatory} ${one.day}`} signature={one} />
            ))}
            {signed ? null : (
              <span title={signing === 'joint' ? t.jointHint : undefined}>
                <Badge>{signing === 'joint' ? t.jointOpen(signatures.length) : t.open}</Badge>
              </span>
            )}
          </Stack>
        ),
      },
    ]}
  />
)

function Signed({ signature }: { signature: Signature }) {
  const name = signature.person?.title ?? signature.signatory
  const words = t.signed(formatDay(signature.day), signature.place, signature.capacity)
  return (
    <span>
      {name ? t.signatory(name, words) : words}
      {signature.source ? (
        <>
          <br />
          <small>{t.source(signature.source)}</small>
        </>
      ) : null}
      {signature.scan ? (
        <>
          {' '}
          <small>
            <a href={addressOf(files.download, { id: signature.scan }).url}>{t.scan}</a>
          </small>
        </>
      ) : null}
    </span>
  )
}
