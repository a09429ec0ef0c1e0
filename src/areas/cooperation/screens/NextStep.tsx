// "Als Nächstes": the way from the founding to a working body as a list, what is done and what is still missing, with the button of the next step.
import type { ReactNode } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Icon } from '#kit/ui/Icon.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Body } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { vacantGroups } from './vacancies.ts'

const t = bodyTexts.next
const steps = ['members', 'chair', 'agreement', 'signatures', 'meeting'] as const
type Step = (typeof steps)[number]

/** What is missing now; the agreement comes before its signatures, and the first meeting last. */
const missing = (body: Body, step: Step): boolean =>
  step === 'meeting'
    ? body.lastMet === null && body.nextMeeting === null
    : step === 'signatures'
      ? body.missing.some((one) => one === 'agreement' || one === 'signatures')
      : body.missing.includes(step)

export function NextStep({ body, onChair, onMembers }: { body: Body; onChair: () => void; onMembers: () => void }) {
  // A working group rests on its mandate: it needs no agreement of its own.
  const way =
    body.agreements.length === 0 && !body.missing.includes('agreement')
      ? steps.filter((one) => one !== 'agreement' && one !== 'signatures')
      : steps
  const open = way.filter((step) => missing(body, step))
  const step = open[0]
  if (!step || body.standing === 'dissolved') return null
  const agreement = body.agreements[0]
  const vacant = vacantGroups(body)[0]?.group
  // Who is to be elected is not appointed by mail: the way leads to the election, or to what a group has decided before.
  const elected = body.constituencies.some((one) => one.name === vacant && one.chair === 'elected') ? vacant : null
  const actions: Readonly<Record<Step, ReactNode>> = {
    members: (
      <Button variant="primary" onClick={onMembers}>
        {t.members}
      </Button>
    ),
    chair: elected ? (
      <ButtonRow>
        <Button variant="primary" to={`/gremien/${body.head.id}?ansicht=wahlen`}>
          {t.election}
        </Button>
        <Button icon="mail" onClick={onChair}>
          {t.chair}
        </Button>
      </ButtonRow>
    ) : (
      <Button variant="primary" icon="mail" onClick={onChair}>
        {t.chair}
      </Button>
    ),
    agreement: (
      <Button variant="primary" to={`/vereinbarungen/neu?gremium=${body.head.id}`}>
        {t.agreement}
      </Button>
    ),
    signatures: agreement ? (
      <Button variant="primary" to={`/vereinbarungen/${agreement.id}`}>
        {t.signatures}
      </Button>
    ) : null,
    meeting: (
      <Button variant="primary" to={`/sitzungen/neu?gremium=${body.head.id}`}>
        {t.meeting}
      </Button>
    ),
  }
  const hints = {
    members: t.membersHint,
    chair: elected ? t.electionHint(elected) : t.chairHint,
    agreement: t.agreementHint,
    signatures: t.signaturesHint,
    meeting: t.meetingHint,
  }
  return (
    <Section title={t.way}>
      <Stack gap="m">
        <ol>
          {way.map((one) => (
            <li key={one}>
              <Icon
                name={open.includes(one) ? 'clock' : 'success'}
                size="s"
                label={open.includes(one) ? t.open : t.done}
              />{' '}
              {/* A first meeting can be planned at any time, also while signatures are still missing. */}
              {one === 'meeting' && body.nextMeeting ? (
                <ObjectLink kind="meeting" id={body.nextMeeting.id}>
                  {t.meetingOn(formatDay(body.nextMeeting.day))}
                </ObjectLink>
              ) : one === 'meeting' && one !== step && open.includes(one) ? (
                <A to={`/sitzungen/neu?gremium=${body.head.id}`}>{t.meeting}</A>
              ) : (
                t[one]
              )}
            </li>
          ))}
        </ol>
        <Notice tone="info" title={`${t.title}: ${t[step]}`} action={actions[step]}>
          {hints[step]}
        </Notice>
      </Stack>
    </Section>
  )
}
