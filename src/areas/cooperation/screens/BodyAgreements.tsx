// The agreements on which a body rests, with their state and how many have signed.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { CardLink } from '#kit/ui/Card.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { type Body, cooperation } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { terminationTexts } from '../texts/terminations.de.ts'
import { agreementTone } from './tones.ts'

const remote = client(cooperation)
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
        <p>{body.standing === 'informal' ? t.noAgreement : t.hiddenAgreement}</p>
      ) : (
        <Stack>
          {body.agreements.map((one) => (one.inForce === null ? null : <Leaving key={one.id} agreement={one.id} />))}
          <Columns min={260}>
            {body.agreements.map((one) => (
              <CardLink key={one.id} to={`/vereinbarungen/${one.id}`} title={one.title}>
                <Badge tone={agreementTone[one.state]}>{t.state[one.state]}</Badge>
                <br />
                {one.state === 'inForce' && one.since
                  ? t.since(formatDay(one.since))
                  : t.signed(one.signed, one.parties)}
              </CardLink>
            ))}
          </Columns>
        </Stack>
      )}
    </Section>
  )
}

/** Whoever leaves an agreement of the body, in the same words for everybody who belongs to it. */
function Leaving({ agreement }: { agreement: string }) {
  const { today } = useSession()
  const load = useLoad(remote.terminations, { id: agreement }, { keep: true })
  const words = terminationTexts.box
  return (load.data?.terminations ?? [])
    .filter((one) => one.complete && one.takenBackOn === null && one.effectiveOn > today)
    .map((one) => (
      <Notice
        key={one.id}
        tone="warning"
        title={words.leaves(one.party.title, one.effectiveOn)}
        action={
          <Button small to={`/vereinbarungen/${agreement}`}>
            {words.toAgreement}
          </Button>
        }
      >
        {one.may.answer ? words.seats(one.seats) : undefined}
      </Notice>
    ))
}
