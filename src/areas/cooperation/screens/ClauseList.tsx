// The clauses of an agreement: number, wording, how binding, and what falls due because of them.
import { Badge } from '#kit/ui/Badge.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Agreement, ClauseDuty } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'

const t = agreementTexts

export const dutyWords = (duty: ClauseDuty): string =>
  duty.kind === 'meet' ? t.duty.meet(duty.perYear) : t.duty[duty.kind](duty.time)

export function ClauseList({ clauses }: { clauses: Agreement['clauses'] }) {
  if (clauses.length === 0) return <p>{t.page.noClauses}</p>
  return (
    <Stack>
      {clauses.map((clause) => (
        <Card key={clause.number} title={`${clause.number} ${clause.heading}`.trim()}>
          <Stack gap="s">
            <p>{clause.text}</p>
            <Cluster>
              <Badge>{t.strengths[clause.strength]}</Badge>
              {clause.duty ? (
                <Badge tone="info" icon="calendar">
                  {dutyWords(clause.duty)}
                </Badge>
              ) : null}
              {clause.indicator ? (
                <ObjectLink kind="indicator" id={clause.indicator.id}>
                  {clause.indicator.title}
                </ObjectLink>
              ) : null}
            </Cluster>
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}
