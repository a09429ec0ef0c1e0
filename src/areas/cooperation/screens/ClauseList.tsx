// The clauses of an agreement: number, wording, how binding, and what falls due because of them.
import { useEffect } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Agreement } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { dutyWords } from '../texts/clauses.de.ts'
import { clauseMark } from '../widgets/clause-mark.ts'

const t = agreementTexts

export function ClauseList({ clauses }: { clauses: Agreement['clauses'] }) {
  // Whoever comes from a duty wants to read its clause: the page was not there yet when the address was opened.
  useEffect(() => {
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
  }, [])
  if (clauses.length === 0) return <p>{t.page.noClauses}</p>
  return (
    <Stack>
      {clauses.map((clause) => (
        <div key={clause.number} id={clauseMark(clause.number)}>
          <Card title={`${clause.number} ${clause.heading}`.trim()}>
            <Stack gap="s">
              <p>{clause.text}</p>
              <Cluster>
                <Badge>{t.strengths[clause.strength]}</Badge>
                {clause.duty ? (
                  <Badge tone="info" icon="calendar">
                    {dutyWords(clause.duty, (id) => clause.names.find((one) => one.id === id)?.title ?? '')}
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
        </div>
      ))}
    </Stack>
  )
}
