// /zusage/:token: an invitation answered from its mail, without signing in. What the link in the mail said is chosen already; it counts once it is sent.
import { useState } from 'react'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Skeleton } from '#kit/ui/Skeleton.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useLoad } from '#kit/web/use.ts'
import { ResponseAnswer } from '../contract/shapes.ts'
import { meetings } from '../contract.ts'
import { slotWords } from '../texts/days.de.ts'
import { pollTexts } from '../texts/polls.de.ts'
import { responseTexts as t } from '../texts/responses.de.ts'
import { screens } from '../texts/screens.de.ts'
import { Over, Unopened } from './PollByLink.tsx'
import { RespondForm, type Response } from './RespondForm.tsx'

const remote = client(meetings)

export function InvitationByLinkPage({ token, search }: { token: string; search: { antwort?: string } }) {
  const load = useLoad(remote.invitationByLink, { token })
  const [kept, setKept] = useState(false)
  const respond = useAct(remote.respondByLink, () => setKept(true))
  if (load.error) return <Unopened error={load.error} />
  if (!load.data) return <Skeleton />
  const { state, invitation } = load.data
  if (!invitation) return <Over title={pollTexts.link.ended} text={pollTexts.link.endedText} />
  if (state === 'planned') return <Over title={t.link.planned} text={t.link.plannedText} />
  if (state === 'held') return <Over title={t.link.held} text="" />
  if (state === 'cancelled') return <Over title={t.link.cancelled} text={invitation.cancelledBecause ?? ''} />
  const send = async (response: Response) => {
    setKept(false)
    if (!(await respond.act({ token, ...response, seen: invitation.seen }))) load.reload()
  }
  return (
    <Stack gap="l">
      <PageHead
        title={invitation.title}
        kind={screens.kind}
        lead={t.link.lead(invitation.name, invitation.body)}
        invented={invitation.invented}
      />
      {kept ? <Notice tone="success" live title={t.saved} /> : null}
      <DefinitionList
        items={[
          { term: t.link.when, value: slotWords(invitation) },
          { term: t.link.where, value: [invitation.place, invitation.online].filter(Boolean).join(', ') },
          ...(invitation.purpose ? [{ term: screens.page.purpose, value: invitation.purpose }] : []),
        ]}
      />
      <Section title={kept ? t.title : t.link.confirm}>
        <RespondForm
          key={invitation.seen}
          seats={invitation.mine}
          chosen={kept ? undefined : ResponseAnswer.safeParse(search.antwort).data}
          busy={respond.busy}
          error={respond.error}
          onSend={(response) => void send(response)}
        />
      </Section>
    </Stack>
  )
}
