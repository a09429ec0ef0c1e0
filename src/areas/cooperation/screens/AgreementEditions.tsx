// The editions of an agreement, newest first, with the way to compare two of them.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Cluster } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import type { Agreement } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { standingTexts } from '../texts/standing.de.ts'

const t = agreementTexts.page

export function AgreementEditions({ agreement }: { agreement: Agreement }) {
  const { head, edition, editions } = agreement
  const drafted = editions.every(({ number }) => number !== edition)
  const several = editions.length + (drafted ? 1 : 0) > 1
  return (
    <Section
      title={t.editions}
      actions={
        several ? (
          <Button to={`/vereinbarungen/${head.id}/vergleich?von=${edition - 1}&zu=${edition}`}>{t.compare}</Button>
        ) : undefined
      }
    >
      <p>
        <A to={`/vereinbarungen/${head.id}/stand`}>{standingTexts.on.link}</A>
      </p>
      <ul>
        {drafted ? <li>{t.draftLine(edition)}</li> : null}
        {[...editions].reverse().map((one) => (
          <li key={one.number}>
            <Cluster>
              {t.editionLine(one.number, formatDay(one.at))}
              {one.inForce ? <Badge tone="success">{t.editionInForce}</Badge> : null}
            </Cluster>
          </li>
        ))}
      </ul>
    </Section>
  )
}
