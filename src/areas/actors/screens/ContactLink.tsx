// /kontakt/:token, where a mailed link leads: opening it changes nothing (mail gateways open links by themselves), the buttons do. Works without signing in.

import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Skeleton } from '#kit/ui/Skeleton.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { actors } from '../contract.ts'
import { structureTexts } from '../texts/structure.de.ts'

const remote = client(actors)
const t = structureTexts.link
const c = structureTexts.contact

export function ContactLinkPage({ token }: { token: string }) {
  const [became, setBecame] = useState<'confirmed' | 'handedOver' | 'left'>()
  const answer = useAct(remote.answerContactLink, (reply) => setBecame(reply.became))
  const load = useLoad(remote.lookAtContactLink, { token }, { when: became === undefined && !answer.busy })
  if (became)
    return (
      <Stack gap="l">
        <PageHead title={t.thanks} />
        <Notice
          tone="success"
          live
          title={became === 'confirmed' ? c.confirmedNow : became === 'handedOver' ? c.handedOverNow : c.leftNow}
        />
      </Stack>
    )
  if (load.error || answer.error?.code === 'linkUsed')
    return (
      <Stack gap="l">
        <PageHead title={t.usedTitle} lead={t.used} />
        <ButtonRow>
          <Button to="/anmelden">{t.signIn}</Button>
        </ButtonRow>
      </Stack>
    )
  if (!load.data) return <Skeleton />
  const { organisation, person, deputy, email, phone, hours, replyDays, audience } = load.data
  const items = [
    { term: t.email, value: email },
    { term: t.phone, value: phone },
    { term: c.hours, value: hours },
    {
      term: structureTexts.contactForm.replyDays,
      value: replyDays ? `${replyDays} ${structureTexts.contactForm.days}` : null,
    },
    { term: t.deputy, value: deputy ?? t.noDeputy },
    { term: t.audience, value: structureTexts.contactForm[audience] },
  ]
  return (
    <Stack gap="l">
      <PageHead title={t.title(organisation)} lead={t.lead(person)} />
      <DefinitionList items={items.filter((item) => item.value)} />
      <Refused error={answer.error} />
      <ButtonRow>
        <Button variant="primary" busy={answer.busy} onClick={() => void answer.act({ token, stays: true })}>
          {c.stays}
        </Button>
        <Button busy={answer.busy} onClick={() => void answer.act({ token, stays: false })}>
          {c.leaves}
        </Button>
      </ButtonRow>
      <p>
        {t.nothing} {t.wrong}
      </p>
    </Stack>
  )
}
