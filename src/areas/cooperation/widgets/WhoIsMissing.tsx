// "Wer fehlt?": which kinds of actors and which departments usually belong to a body and are not there.
import { useState } from 'react'
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDayShort } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Completeness } from '../contract/completeness.ts'
import { cooperation } from '../contract.ts'
import { completenessTexts as t } from '../texts/completeness.de.ts'
import { involvementTexts } from '../texts/involvement.de.ts'
import { OfferSeat } from './OfferSeat.tsx'
import { SearchDialog } from './SearchDialog.tsx'
import { TopicsDialog } from './TopicsDialog.tsx'

const remote = client(cooperation)
type Actor = Completeness['actors'][number]

/** What usually belongs, is not there and was not said to be needless. */
export const isMissing = (one: Actor) => one.usual && one.by.length === 0 && one.search?.state !== 'notNeeded'

export function WhoIsMissing({ body: { id: body, title } }: { body: { id: string; title: string } }) {
  const load = useLoad(remote.completeness, { id: body })
  const [search, setSearch] = useState<Actor | null>(null)
  const [topics, setTopics] = useState(false)
  const [asking, setAsking] = useState<Actor['actor'] | null>(null)
  return (
    <Loading load={load} shape="text">
      {(seen) => {
        const missing = seen.actors.filter(isMissing)
        const needless = seen.actors.filter((one) => one.by.length === 0 && one.search?.state === 'notNeeded')
        const there = seen.actors.filter((one) => one.by.length > 0)
        return (
          <Section
            title={t.title}
            lead={t.lead}
            actions={
              seen.may.topics ? (
                <Button icon="edit" onClick={() => setTopics(true)}>
                  {t.setTopics}
                </Button>
              ) : undefined
            }
          >
            <Stack>
              {seen.topics.length === 0 ? (
                <Notice tone="info" title={t.noTopics} />
              ) : (
                <p>
                  {t.topics}: {seen.topics.map((topic) => fieldWords[topic]).join(', ')}
                </p>
              )}
              {missing.length > 0 ? (
                <p>{t.missing(missing.length)}</p>
              ) : seen.topics.length > 0 ? (
                <p>{t.allThere}</p>
              ) : null}
              {missing.length > 0 ? (
                <Prose>
                  <ul>
                    {missing.map((one) => (
                      <li key={one.actor}>
                        <MissingLine one={one} />{' '}
                        {seen.may.search ? (
                          <>
                            <Button small variant="tertiary" onClick={() => setAsking(one.actor)}>
                              {involvementTexts.ask}
                              <span className="ns-spoken">: {t.actors[one.actor]}</span>
                            </Button>{' '}
                            <Button small variant="tertiary" onClick={() => setSearch(one)}>
                              {t.search}
                              <span className="ns-spoken">: {t.actors[one.actor]}</span>
                            </Button>
                          </>
                        ) : null}
                      </li>
                    ))}
                  </ul>
                </Prose>
              ) : null}
              <Gaps coverage={seen.coverage} />
              <DefinitionList
                items={[
                  ...needless.map((one) => ({
                    term: t.actors[one.actor],
                    value: `${t.states.notNeeded}: ${one.search?.note ?? ''}`,
                  })),
                  ...there.map((one) => ({
                    term: t.actors[one.actor],
                    value: t.by(one.by.map(({ title }) => title).join(', ')),
                  })),
                  {
                    term: t.parityTitle,
                    value: (
                      <>
                        {t.public}: {t.parity(seen.parity.public.organisations, seen.parity.public.seats)}
                        <br />
                        {t.free}: {t.parity(seen.parity.free.organisations, seen.parity.free.seats)}
                      </>
                    ),
                  },
                ]}
              />
            </Stack>
            {search ? <SearchDialog body={body} about={search} onClose={() => setSearch(null)} /> : null}
            {asking ? (
              <OfferSeat
                about={{ id: body, title }}
                body={{ id: body, title }}
                actor={asking}
                onClose={() => setAsking(null)}
              />
            ) : null}
            {topics && load.revision !== null ? (
              <TopicsDialog
                body={body}
                topics={seen.topics}
                revision={load.revision}
                onClose={() => setTopics(false)}
              />
            ) : null}
          </Section>
        )
      }}
    </Loading>
  )
}

function MissingLine({ one }: { one: Actor }) {
  const { search } = one
  return (
    <>
      <strong>{t.actors[one.actor]}</strong> ({t.groups[one.group]}): {t.reasons[one.actor]}.{' '}
      {search && search.state !== 'open' ? (
        <Badge tone="info">
          {search.organisation
            ? t.searchWith(t.states[search.state], search.organisation.title, formatDayShort(search.on))
            : t.searchSince(t.states[search.state], formatDayShort(search.on))}
        </Badge>
      ) : null}
    </>
  )
}

/** For which topic no department of which side sits at the table. */
function Gaps({ coverage }: { coverage: Completeness['coverage'] }) {
  const gaps = coverage.flatMap(({ field, public: ofPublic, free }) => [
    ...(ofPublic.length === 0 ? [t.gap(fieldWords[field], t.public)] : []),
    ...(free.length === 0 ? [t.gap(fieldWords[field], t.free)] : []),
  ])
  if (gaps.length === 0) return null
  return (
    <Prose>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </Prose>
  )
}
