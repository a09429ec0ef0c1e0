// /wahlen/:id/niederschrift: the record of the election on one sheet, with room for signatures.
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'
import { WhomToAsk } from '../widgets/WhomToAsk.tsx'
import { Round } from './ElectionRounds.tsx'

const remote = client(cooperation)
const t = electionTexts.record
const p = electionTexts.page

export function ElectionRecordPage({ id }: { id: string }) {
  const load = useLoad(remote.election, { id })
  return (
    <Loading load={load}>
      {(election) => {
        const { head } = election
        const elected = election.candidates.find((one) => one.id === election.elected)
        const settled = election.settledOn
        return (
          <Stack gap="l">
            <PageHead
              title={t.title}
              lead={head.title}
              invented={head.invented}
              actions={
                <ButtonRow>
                  <Button icon="print" variant="primary" onClick={() => globalThis.print()}>
                    {t.print}
                  </Button>
                  <Button to={`/wahlen/${id}`}>{t.back}</Button>
                </ButtonRow>
              }
            />
            <DefinitionList
              items={[
                { term: t.body, value: head.body?.title ?? '' },
                { term: p.group, value: election.constituency },
                { term: p.day, value: formatDay(election.day) },
                { term: p.method, value: electionTexts.methods[election.method] },
                { term: p.majority, value: electionTexts.majorities[election.majority] },
                { term: p.term, value: p.termValue(election.from, election.until) },
              ]}
            />
            {election.rounds.map((round) => (
              <Round key={round.number} election={election} round={round} />
            ))}
            <Section title={t.result}>
              <p>{elected ? t.elected(elected.person.title, elected.organisation.title) : t.nobody}</p>
              {elected ? (
                <p>
                  {election.status === 'accepted' && settled
                    ? election.source
                      ? t.acceptedSource(settled, election.source)
                      : t.accepted(settled)
                    : election.status === 'declined'
                      ? electionTexts.statuses.declined
                      : t.open}
                </p>
              ) : null}
            </Section>
            <Section title={t.signatures}>
              <Stack gap="l">
                {[t.office, t.witness, t.elect].map((who) => (
                  <Stack key={who} gap="s">
                    <span>{who}</span>
                    <hr style={{ width: '100%', maxWidth: '28rem', margin: '3.5rem 0 0' }} />
                    <small>{t.line}</small>
                  </Stack>
                ))}
              </Stack>
            </Section>
            <WhomToAsk of={head.body?.id} />
          </Stack>
        )
      }}
    </Loading>
  )
}
