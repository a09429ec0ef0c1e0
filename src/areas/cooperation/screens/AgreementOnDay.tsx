// /vereinbarungen/:id/stand?tag=…: what an agreement said, and whom it bound, on a day.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { standingTexts } from '../texts/standing.de.ts'
import { WhomToAsk } from '../widgets/WhomToAsk.tsx'

const remote = client(cooperation)
const t = standingTexts.on
const tones = { notYet: 'neutral', inForce: 'success', over: 'neutral' } as const

type Props = { id: string; search: { tag?: string }; onSearch: (next: Record<string, string>) => void }

export function AgreementOnDayPage({ id, search, onSearch }: Props) {
  const { today } = useSession()
  const on = search.tag || today
  const load = useLoad(remote.agreementState, { id, on }, { keep: true })
  return (
    <Loading load={load}>
      {(state) => (
        <Stack gap="l">
          <PageHead
            title={t.title(state.on)}
            lead={state.title}
            state={{ label: t.state[state.state], tone: tones[state.state] }}
            owners={
              state.body ? [{ label: state.body.title, to: `/gremien/${state.body.id}/stand?tag=${on}` }] : undefined
            }
            actions={<Button to={`/vereinbarungen/${id}`}>{t.back.agreement}</Button>}
          />
          <DateField name="tag" label={t.choose} value={on} onChange={(tag) => onSearch({ tag })} />
          {state.on > today ? <p>{t.future}</p> : null}
          {state.edition === null || state.since === null ? (
            <Notice tone="info" title={state.state === 'over' ? t.ended : t.notYet} />
          ) : (
            <>
              <p>{t.heldLine(state.edition, state.since, state.until)}</p>
              <Section title={t.parties}>
                <ul>
                  {state.parties.map((party) => (
                    <li key={party.id}>
                      {party.title}{' '}
                      {party.leavesOn ? <Badge tone="warning">{t.partyLeaves(party.leavesOn)}</Badge> : null}
                    </li>
                  ))}
                </ul>
              </Section>
              <Section title={t.clauses}>
                <Stack>
                  {state.clauses.map((clause) => (
                    <Card key={clause.number} title={`${clause.number} ${clause.heading}`.trim()}>
                      <p>{clause.text}</p>
                      <Badge>{agreementTexts.strengths[clause.strength]}</Badge>
                    </Card>
                  ))}
                </Stack>
              </Section>
            </>
          )}
          <WhomToAsk of={state.body?.id} />
        </Stack>
      )}
    </Loading>
  )
}
