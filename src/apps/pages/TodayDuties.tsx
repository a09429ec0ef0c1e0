// What I owe and what was promised to us, to be narrowed by whose it is, by body, kind and day. The choice stands in the address.

import { useState } from 'react'
import { type Duty, duties } from '#kit/duties/contract.ts'
import { texts as dutyTexts } from '#kit/duties/texts.de.ts'
import { Button } from '#kit/ui/Button.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { ShownOf } from '#kit/ui/ShownOf.tsx'
import { Worklist } from '#kit/ui/Worklist.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { texts } from './texts.de.ts'
import { asWorkItem } from './work-item.tsx'

const remote = client(duties)
const t = texts.today
/** So many lines at first, and so many more each time. */
const step = 100
const dues: Readonly<Record<string, 'overdue' | 'month'>> = { ueberfaellig: 'overdue', monat: 'month' }
const whoses = ['organisation', 'own', 'bodies'] as const
type Whose = (typeof whoses)[number]
type Looking = { search: Record<string, string>; onSearch: (next: Record<string, string>) => void }

export function TodayDuties({ search, onSearch }: Looking) {
  const { today } = useSession()
  const whose = whoses.find((one) => one === search.wessen) ?? 'organisation'
  const [upTo, setUpTo] = useState(step)
  const load = useLoad(
    remote.worklist,
    {
      whose,
      upTo,
      ...(search.gremium ? { body: search.gremium } : {}),
      ...(search.art ? { kind: search.art } : {}),
      ...(search.frist && dues[search.frist] ? { due: dues[search.frist] } : {}),
    },
    { keep: true },
  )
  const set = (name: string, value: string) => {
    const { [name]: _, ...rest } = search
    onSearch(value === '' || value === 'organisation' ? rest : { ...rest, [name]: value })
  }
  return (
    <Loading load={load} shape="table">
      {({ mine, promised, counts, lately, next, bodies, kinds: all }) => {
        const kinds = all.toSorted((a, b) => kindWord(a).localeCompare(kindWord(b), 'de'))
        const narrowed = Boolean(search.gremium || search.art || search.frist)
        const idle = !narrowed && bodies.length === 0 && kinds.length === 0 && counts.mine + counts.promised === 0
        const more = () => setUpTo(upTo + step)
        const none = (
          <EmptyState
            title={t.noneChosen}
            action={
              <Button onClick={() => onSearch(search.wessen ? { wessen: search.wessen } : {})}>{t.showAll}</Button>
            }
          />
        )
        return (
          <>
            <Section title={t.mine}>
              <Stack>
                {idle ? null : (
                  <FilterBar fold="always" chosen={narrowed || search.wessen !== undefined}>
                    <Select
                      name="wessen"
                      label={t.whose}
                      value={whose}
                      onChange={(value) => set('wessen', value as Whose)}
                      options={whoses.map((value) => ({ value, label: t.whoseChoices[value] }))}
                    />
                    {bodies.length > 1 || search.gremium ? (
                      <Select
                        name="gremium"
                        label={t.body}
                        value={search.gremium ?? 'alle'}
                        onChange={(value) => set('gremium', value === 'alle' ? '' : value)}
                        options={[
                          { value: 'alle', label: t.allBodies },
                          ...bodies.map((body) => ({ value: body.id, label: body.title })),
                        ]}
                      />
                    ) : null}
                    {kinds.length > 1 || search.art ? (
                      <Select
                        name="art"
                        label={t.kind}
                        value={search.art ?? 'alle'}
                        onChange={(value) => set('art', value === 'alle' ? '' : value)}
                        options={[
                          { value: 'alle', label: t.allKinds },
                          ...kinds.map((kind) => ({ value: kind, label: kindWord(kind) })),
                        ]}
                      />
                    ) : null}
                    <Select
                      name="frist"
                      label={t.due}
                      value={search.frist ?? 'alle'}
                      onChange={(value) => set('frist', value === 'alle' ? '' : value)}
                      options={[
                        { value: 'alle', label: t.dues.all },
                        { value: 'ueberfaellig', label: t.dues.overdue },
                        { value: 'monat', label: t.dues.month },
                      ]}
                    />
                  </FilterBar>
                )}
                <Worklist
                  items={mine.map((duty) => asWorkItem(duty, whose === 'bodies' ? 'theirs' : 'mine'))}
                  today={today}
                  more={mine.length < counts.mine}
                  empty={
                    narrowed ? (
                      none
                    ) : (
                      <EmptyState
                        good
                        title={next ? t.nothingMineNext(next.title, formatDay(next.due)) : t.nothingMine}
                      />
                    )
                  }
                />
                <ShownOf shown={mine.length} of={counts.mine} onMore={more} />
              </Stack>
            </Section>
            {whose === 'bodies' ? null : (
              <Section title={t.promised}>
                <Stack>
                  <Worklist
                    items={promised.map((duty) => asWorkItem(duty, 'theirs'))}
                    today={today}
                    more={promised.length < counts.promised}
                    empty={narrowed ? <p>{t.noneChosen}</p> : <EmptyState good title={t.nothingPromised} />}
                  />
                  <ShownOf shown={promised.length} of={counts.promised} onMore={more} />
                </Stack>
              </Section>
            )}
            {lately.length > 0 ? (
              <Section title={t.lately}>
                <Lately duties={lately} />
              </Section>
            ) : null}
          </>
        )
      }}
    </Loading>
  )
}

const kindWord = (kind: string) => dutyTexts.kinds[kind] ?? texts.kinds.duty ?? kind

/** Done in the last thirty days: a plain list, nothing is asked of anybody. */
function Lately({ duties: done }: { duties: Duty[] }) {
  return (
    <ul>
      {done.map((duty) => (
        <li key={duty.id}>
          <A to={`/aufgaben/${duty.id}`}>{duty.title}</A>
          {` · ${dutyTexts.states[duty.state]}${duty.doneOn ? ` · ${formatDay(duty.doneOn)}` : ''}`}
        </li>
      ))}
    </ul>
  )
}
