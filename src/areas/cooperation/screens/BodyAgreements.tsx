// The agreements on which a body rests, with their state and how many have signed.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { CardLink } from '#kit/ui/Card.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Columns } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import type { Body } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { agreementTone } from './tones.ts'

const t = bodyTexts.page

export function BodyAgreements({ body }: { body: Body }) {
  const draft = body.may.run ? (
    <Button icon="add" to={`/vereinbarungen/neu?gremium=${body.head.id}`}>
      {t.draft}
    </Button>
  ) : undefined
  return (
    <Section title={t.agreements} actions={body.agreements.length === 0 ? draft : undefined}>
      {body.agreements.length === 0 ? (
        <p>{t.noAgreement}</p>
      ) : (
        <Columns min={260}>
          {body.agreements.map((one) => (
            <CardLink key={one.id} to={`/vereinbarungen/${one.id}`} title={one.title}>
              <Badge tone={agreementTone[one.state]}>{t.state[one.state]}</Badge>
              <br />
              {one.state === 'inForce' && one.since ? t.since(formatDay(one.since)) : t.signed(one.signed, one.parties)}
            </CardLink>
          ))}
        </Columns>
      )}
    </Section>
  )
}
