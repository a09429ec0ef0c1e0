// What a founding has made, and what comes next with its dates. It shows how things stand now, not how they stood then.
import { addDays } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { type Loaded, useLoad } from '#kit/web/use.ts'
import {
  type Agreement,
  type Body,
  cooperation,
  type ElectionsOfBody,
  type Founding,
  type RulesPage,
} from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { foundingMadeTexts } from '../texts/founding-made.de.ts'
import { madeId } from './founding-plan.ts'
import { vacantGroups } from './vacancies.ts'

const remote = client(cooperation)
const t = foundingMadeTexts.done

export type ShownMeeting = { id: string; title: string; day: string; when: string; items: readonly string[] }
/** A hook of the page: the meetings lie above this area. */
export type MeetingShown = (id: string | null) => Loaded<ShownMeeting>

export function FoundingDone({ founding, useMeeting }: { founding: Founding; useMeeting: MeetingShown }) {
  const body = madeId(founding.made, 'body') ?? ''
  const made = madeId(founding.made, 'agreement')
  const load = useLoad(remote.body, { id: body })
  const rules = useLoad(remote.rules, { id: body })
  const elections = useLoad(remote.electionsOf, { id: body })
  const agreement = useLoad(remote.agreement, { id: made ?? '' }, { when: made !== null })
  const meeting = useMeeting(madeId(founding.made, 'meeting'))
  return (
    <Loading load={load}>
      {(shown) => (
        <Shown
          body={shown}
          invited={founding.content.invited === true}
          rules={rules.data ?? null}
          elections={elections.data?.elections ?? []}
          agreement={agreement.data ?? null}
          meeting={meeting.data ?? null}
        />
      )}
    </Loading>
  )
}

type What = {
  body: Body
  invited: boolean
  rules: RulesPage | null
  elections: ElectionsOfBody['elections']
  agreement: Agreement | null
  meeting: ShownMeeting | null
}

function Shown(what: What) {
  const { body, rules, elections, agreement, meeting } = what
  const { today } = useSession()
  const place = `/gremien/${body.head.id}`
  const chairs = body.people.filter((one) => one.role === 'chair')
  return (
    <Stack gap="l">
      <PageHead title={t.title(body.head.title)} lead={t.lead} />
      <Section title={t.made}>
        <DefinitionList
          items={[
            { term: t.body, value: <A to={place}>{body.head.title}</A> },
            { term: t.members, value: foundingTexts.check.membersCount(memberCount(body)) },
            {
              term: t.chairs,
              value: [
                ...chairs.map((one) => `${one.person.title}, ${one.organisation.title}`),
                ...vacantGroups(body).map((one) => bodyTexts.page.vacantChair(one.group)),
              ].join('; '),
            },
            ...(agreement
              ? [
                  {
                    term: t.agreement,
                    value: (
                      <>
                        <A to={`/vereinbarungen/${agreement.head.id}`}>{agreement.head.title}</A>
                        {`: ${agreement.state === 'draft' ? t.draft : t.signatures(agreement.parties.filter((one) => one.signed).length, agreement.parties.length)}`}
                      </>
                    ),
                  },
                ]
              : []),
            ...(rules?.inForce || rules?.proposed
              ? [
                  {
                    term: t.rules,
                    value: <A to={`${place}?ansicht=regeln`}>{rules.inForce ? t.inForce : t.proposed}</A>,
                  },
                ]
              : []),
            ...(elections.length > 0
              ? [
                  {
                    term: t.elections,
                    value: (
                      <ul>
                        {elections.map((one) => (
                          <li key={one.id}>
                            <A to={`/wahlen/${one.id}`}>{t.electionOn(one.constituency, formatDay(one.day))}</A>
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]
              : []),
            ...(meeting
              ? [
                  {
                    term: t.meeting,
                    value: (
                      <>
                        <A to={`/sitzungen/${meeting.id}`}>{meeting.title}</A>
                        {`: ${meeting.when}`}
                        <ol>
                          {meeting.items.map((title) => (
                            <li key={title}>{title}</li>
                          ))}
                        </ol>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={t.next}>
        <ol>
          {nextSteps(what, today).map(({ when, text, to }) => (
            <li key={text}>
              <strong>{when}</strong>: {to ? <A to={to}>{text}</A> : text}
            </li>
          ))}
        </ol>
      </Section>
      <ButtonRow>
        <Button variant="primary" to={place}>
          {t.toBody}
        </Button>
        <Button to="/heute">{t.toToday}</Button>
      </ButtonRow>
    </Stack>
  )
}

const memberCount = (body: Body) =>
  new Set(body.seats.filter((seat) => !seat.guest).map((seat) => seat.organisation.id)).size

/** In the order of their days; what has no day can be done now. */
function nextSteps({ body, invited, rules, elections, agreement, meeting }: What, today: string) {
  const place = `/gremien/${body.head.id}`
  const { steps } = t
  const found: { day: string | null; until: boolean; text: string; to: string | null }[] = []
  const add = (text: string, to: string | null, day: string | null = null, until = true) =>
    found.push({ day, until, text, to })
  if (invited) add(steps.accept, null)
  for (const { group } of vacantGroups(body))
    if (!elections.some((one) => one.constituency === group)) add(steps.chair(group), place)
  if (!agreement && body.agreements.length === 0) add(steps.write, `/vereinbarungen/neu?gremium=${body.head.id}`)
  if (agreement?.state === 'draft') add(steps.offer, `/vereinbarungen/${agreement.head.id}`)
  if (agreement?.state === 'offered') add(steps.sign, `/vereinbarungen/${agreement.head.id}`, agreement.signBy)
  if (rules?.proposed && !rules.proposed.agreement && !rules.inForce) add(steps.release, `${place}?ansicht=regeln`)
  for (const one of elections) add(steps.nominate(one.constituency), `/wahlen/${one.id}`, one.day)
  if (meeting) {
    const days = (rules?.inForce ?? rules?.proposed)?.procedure.noticeDays ?? 0
    const inviteBy = addDays(meeting.day, -days)
    add(steps.inviteBy, `/sitzungen/${meeting.id}`, inviteBy < today ? today : inviteBy)
    add(`${steps.meet}: ${meeting.when}`, `/sitzungen/${meeting.id}`, meeting.day, false)
  } else add(steps.plan, `/sitzungen/neu?gremium=${body.head.id}`)
  if (agreement?.reviewOn) add(steps.review, `/vereinbarungen/${agreement.head.id}`, agreement.reviewOn, false)
  return found
    .toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? ''))
    .map(({ day, until, text, to }) => ({
      when: day === null ? t.now : until ? t.until(formatDay(day)) : t.on(formatDay(day)),
      text,
      to,
    }))
}
