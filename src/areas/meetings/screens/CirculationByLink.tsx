// /umlauf/:token: a circulation answered from a mail, without signing in. Opening it changes nothing, the button does.
import { useState } from 'react'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Skeleton } from '#kit/ui/Skeleton.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'
import { circulationTexts } from '../texts/circulations.de.ts'
import { longDay } from '../texts/days.de.ts'
import { pollTexts } from '../texts/polls.de.ts'
import { CirculationAnswerForm, type Given } from './CirculationAnswer.tsx'
import { Over, Unopened } from './PollByLink.tsx'

const remote = client(meetings)
const { link: t, page, kind } = circulationTexts
const pre = (text: string) => <p style={{ whiteSpace: 'pre-line' }}>{text}</p>

export function CirculationByLinkPage({ token }: { token: string }) {
  const load = useLoad(remote.circulationByLink, { token })
  const [kept, setKept] = useState(false)
  const answer = useAct(remote.answerCirculationByLink, () => setKept(true))
  if (load.error) return <Unopened error={load.error} />
  if (!load.data) return <Skeleton />
  const { state, circulation } = load.data
  if (!circulation) return <Over title={pollTexts.link.ended} text={pollTexts.link.endedText} />
  if (state === 'over') return <Over title={t.over} text={t.overText} />
  const send = async (given: Given) => {
    setKept(false)
    if (!(await answer.act({ token, ...given, seen: circulation.seen }))) load.reload()
  }
  return (
    <Stack gap="l">
      <PageHead
        title={circulation.title}
        kind={kind}
        lead={t.lead(circulation.name, circulation.body)}
        invented={circulation.invented}
      />
      {kept ? (
        <Notice tone="success" live title={t.thanks}>
          {t.thanksText}
        </Notice>
      ) : null}
      <DefinitionList
        items={[
          { term: page.proposal, value: pre(circulation.proposal) },
          ...(circulation.reasons ? [{ term: page.reasons, value: pre(circulation.reasons) }] : []),
          { term: page.until, value: longDay(circulation.until) },
        ]}
      />
      <CirculationAnswerForm
        key={circulation.seen}
        mine={circulation.mine}
        busy={answer.busy}
        error={answer.error}
        onSend={(given) => void send(given)}
      />
    </Stack>
  )
}
