// Heute: what I owe, what is owed to us, what has changed. The first screen everybody sees.
import { actors } from '#areas/actors/contract.ts'
import { OpenFoundings } from '#areas/cooperation/widgets/OpenFoundings.tsx'
import { NextMeetings } from '#areas/meetings/widgets/NextMeetings.tsx'
import { OpenCirculations } from '#areas/meetings/widgets/OpenCirculations.tsx'
import { OpenPolls } from '#areas/meetings/widgets/OpenPolls.tsx'
import { journal } from '#kit/journal/contract.ts'
import { Button } from '#kit/ui/Button.tsx'
import { CardLink } from '#kit/ui/Card.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { NewsList } from './NewsList.tsx'
import { TodayDuties } from './TodayDuties.tsx'
import { texts } from './texts.de.ts'

const journals = client(journal)
const remote = client(actors)
const t = texts.today

type Looking = { search: Record<string, string>; onSearch: (next: Record<string, string>) => void }

export function TodayPage(looking: Looking) {
  const { today, person, actingFor, held } = useSession()
  // Whoever is in no body yet begins here; for everybody else it comes last.
  const beginning = held.every((one) => one.endsWith(`@${actingFor?.id}`))
  const news = useLoad(journals.news, {})
  const seen = useAct(journals.seen)
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={`${formatDay(today)} · ${person?.title ?? ''}${actingFor ? ` · ${actingFor.title}` : ''}`}
      />
      {beginning ? <Starts /> : null}
      <TodayDuties {...looking} />
      <OpenFoundings />
      <OpenPolls />
      <OpenCirculations />
      <NextMeetings title={t.meetings} />
      <Section
        title={t.news}
        actions={
          news.data && news.data.items.length > 0 ? (
            <Button small variant="tertiary" onClick={() => void seen.act({ number: news.data!.head })}>
              {t.seen}
            </Button>
          ) : null
        }
      >
        <Loading load={news} shape="text">
          {({ items }) =>
            items.length === 0 ? <EmptyState good title={t.noNews} /> : <NewsList items={items} most={8} />
          }
        </Loading>
      </Section>
      {beginning ? null : <Starts />}
    </Stack>
  )
}

/** What one can begin with; it matters most where nothing is there yet. */
function Starts() {
  const holds = useHolds()
  const { actingFor } = useSession()
  const describes = holds(['admin', 'head'], actingFor?.id)
  const own = useLoad(remote.organisation, { id: actingFor?.id ?? '' }, { when: describes })
  if (!holds(['admin', 'head', 'planner'], actingFor?.id)) return null
  return (
    <Section title={t.startTitle}>
      <Columns min={260}>
        {own.data && own.data.kind === null ? (
          <CardLink to={`/organisationen/${own.data.head.id}`} title={t.startDescribe}>
            <p>{t.startDescribeText}</p>
          </CardLink>
        ) : null}
        <CardLink to="/gremien/neu" title={t.startFound}>
          <p>{t.startFoundText}</p>
        </CardLink>
        <CardLink to="/zahlen/einlesen" title={t.startImport}>
          <p>{t.startImportText}</p>
        </CardLink>
        <CardLink to="/bedarfe/neu" title={t.startNeed}>
          <p>{t.startNeedText}</p>
        </CardLink>
      </Columns>
    </Section>
  )
}
