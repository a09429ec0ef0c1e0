// The days of a poll with what the answers come to. They stand in their order of time: no day wins by itself, chair or office choose.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import type { Poll, PollOption } from '../contract/polls.ts'
import { meetings } from '../contract.ts'
import { type Tally, tallyOf } from '../rules/tally.ts'
import { slotWords } from '../texts/days.de.ts'
import { pollTexts } from '../texts/polls.de.ts'

const remote = client(meetings)
const t = pollTexts.page

/** Once a day is chosen, the others are dropped. */
export const standing = ({ options, chosen }: Poll) => options.filter(({ id }) => chosen === null || id === chosen)

export function PollOptions({ poll }: { poll: Poll }) {
  const { object, mayLead, status } = poll
  const { today } = useSession()
  const toast = useToast()
  const go = useNavigateTo()
  const [choosing, setChoosing] = useState<PollOption | null>(null)
  const close = useAct(remote.closePoll, (closed) => {
    toast({ text: t.chosen })
    go(`/sitzungen/${closed.meeting}`)
  })
  return (
    <Section title={t.options} lead={t.optionsLead}>
      <Stack>
        {standing(poll).map((option) => (
          <Card key={option.id} title={slotWords(option)} tone={option.id === poll.chosen ? 'success' : undefined}>
            <Stack gap="s">
              {option.id === poll.chosen ? (
                <p>
                  <Badge tone="success">{t.chosenHere}</Badge>
                </p>
              ) : null}
              <Counted tally={tallyOf(option, poll)} />
              {mayLead && status === 'open' && option.day >= today ? (
                <ButtonRow>
                  <Button small onClick={() => setChoosing(option)}>
                    {t.choose}
                  </Button>
                </ButtonRow>
              ) : null}
            </Stack>
          </Card>
        ))}
      </Stack>
      <Dialog open={choosing !== null} onClose={() => setChoosing(null)} title={t.chooseTitle}>
        {choosing ? (
          <Stack>
            <p>{t.chooseLead(choosing)}</p>
            <Refused error={close.error} />
            <ButtonRow>
              <Button
                variant="primary"
                busy={close.busy}
                onClick={() => void close.act({ id: object.id, option: choosing.id }, { revision: object.revision })}
              >
                {t.choose}
              </Button>
            </ButtonRow>
          </Stack>
        ) : null}
      </Dialog>
    </Section>
  )
}

const Counted = ({ tally }: { tally: Tally }) => (
  <>
    <p>{t.seats(tally.seats)}</p>
    {tally.constituencies.length > 1 ? (
      <ul>
        {tally.constituencies.map(({ name, count }) => (
          <li key={name ?? ''}>{`${name ?? t.noGroup}: ${t.count(count)}`}</li>
        ))}
      </ul>
    ) : null}
    {tally.guests.of > 0 ? <p>{`${t.guests}: ${t.count(tally.guests)}`}</p> : null}
    <ul>
      {tally.leaders.map(({ voice, organisation, title, answer }) => (
        <li key={`${voice} ${organisation}`}>
          {`${pollTexts.voices[voice](title)}: ${answer ? pollTexts.answers[answer] : pollTexts.open}`}
        </li>
      ))}
    </ul>
    {tally.allLead ? <p>{t.allLead}</p> : null}
    {tally.quorum ? <p>{t.quorum(tally.quorum)}</p> : null}
  </>
)
