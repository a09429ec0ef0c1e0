// /termin/:token: a poll answered from a mail, without an account. Opening it changes nothing (mail gateways open links by themselves), the button does.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Skeleton } from '#kit/ui/Skeleton.tsx'
import { type ApiError, client } from '#kit/web/client.ts'
import { useAct, useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'
import { longDay, slotWords } from '../texts/days.de.ts'
import { pollTexts } from '../texts/polls.de.ts'
import { AnswerForm, type Given } from './AnswerForm.tsx'

const remote = client(meetings)
const t = pollTexts.link

export const Over = ({ title, text }: { title: string; text: string }) => (
  <Stack gap="l">
    <PageHead title={title} lead={text} />
    <ButtonRow>
      <Button to="/anmelden">{pollTexts.signIn}</Button>
    </ButtonRow>
  </Stack>
)

/** The link is none, or something else went wrong on the way. */
export const Unopened = ({ error }: { error: ApiError }) =>
  [400, 404].includes(error.status) ? (
    <Over title={t.unknown} text={t.unknownText} />
  ) : (
    <Over title={error.message} text="" />
  )

export function PollByLinkPage({ token }: { token: string }) {
  const load = useLoad(remote.pollByLink, { token })
  const [kept, setKept] = useState(false)
  const answer = useAct(remote.answerByLink, () => setKept(true))
  if (load.error) return <Unopened error={load.error} />
  if (!load.data) return <Skeleton />
  const { state, poll } = load.data
  if (!poll) return <Over title={t.ended} text={t.endedText} />
  const chosen = poll.options.find(({ id }) => id === poll.chosen)
  const where = [poll.place, poll.online].filter(Boolean).join(', ')
  if (chosen) return <Over title={t.closed} text={`${slotWords(chosen)}. ${where}`} />
  if (state === 'withdrawn') return <Over title={t.withdrawn} text={poll.withdrawnBecause ?? ''} />
  if (state === 'over') return <Over title={t.over} text={t.overText} />
  const send = async (given: Given) => {
    setKept(false)
    if (!(await answer.act({ token, ...given, seen: poll.seen }))) load.reload()
  }
  return (
    <Stack gap="l">
      <PageHead title={poll.title} kind={pollTexts.kind} lead={t.lead(poll.name, poll.body)} invented={poll.invented} />
      {kept ? (
        <Notice tone="success" live title={t.thanks}>
          {t.thanksText}
        </Notice>
      ) : null}
      <DefinitionList
        items={[
          { term: t.where, value: where },
          ...(poll.purpose ? [{ term: pollTexts.page.purpose, value: poll.purpose }] : []),
          { term: pollTexts.page.until, value: longDay(poll.until) },
        ]}
      />
      <AnswerForm
        key={poll.seen}
        options={poll.options}
        voices={poll.voices}
        busy={answer.busy}
        error={answer.error}
        onSend={(given) => void send(given)}
      />
    </Stack>
  )
}
