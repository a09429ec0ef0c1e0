// /vereinbarungen/:id/vergleich?von=1&zu=2: what has changed between two editions, in words that anybody can read and print.
import { useState } from 'react'
import { addDays } from '#kit/clock/days.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Cluster, FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import { type Agreement, type Comparison, cooperation, type Edition } from '../contract.ts'
import type { ClauseChange } from '../rules/compare.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { dutyWords } from '../texts/clauses.de.ts'
import { terminationTexts } from '../texts/terminations.de.ts'
import { DiffText } from './DiffText.tsx'

const remote = client(cooperation)
const t = agreementTexts.compare
const tones = { same: 'neutral', changed: 'warning', renumbered: 'info', added: 'success', removed: 'danger' } as const

type Search = { von?: string; zu?: string }
type Props = { id: string; search: Search; onSearch: (next: Record<string, string>) => void }

export function CompareEditionsPage({ id, search, onSearch }: Props) {
  const load = useLoad(remote.agreement, { id })
  return (
    <Loading load={load}>{(agreement) => <Chosen agreement={agreement} search={search} onSearch={onSearch} />}</Loading>
  )
}

function Chosen({ agreement, search, onSearch }: { agreement: Agreement } & Omit<Props, 'id'>) {
  const { id, title } = agreement.head
  const numbers = [...new Set([...agreement.editions.map(({ number }) => number), agreement.edition])]
  const known = (text: string | undefined) => numbers.find((number) => String(number) === text)
  const to = known(search.zu) ?? agreement.edition
  const from = known(search.von) ?? numbers.filter((number) => number < to).at(-1) ?? to
  const load = useLoad(remote.difference, { id, from, to }, { when: numbers.length > 1 })
  const options = numbers.map((number) => ({
    value: String(number),
    label: agreement.editions.some((one) => one.number === number) ? t.edition(number) : t.draft(number),
  }))
  const change = (name: keyof Search) => (value: string) =>
    onSearch({ von: String(from), zu: String(to), [name]: value })
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={title}
        actions={<Button to={`/vereinbarungen/${id}`}>{t.back}</Button>}
        invented={agreement.head.invented}
      />
      {numbers.length < 2 ? (
        <EmptyState title={t.only} />
      ) : (
        <>
          <FilterBar>
            <Select name="von" label={t.before} options={options} value={String(from)} onChange={change('von')} />
            <Select name="zu" label={t.after} options={options} value={String(to)} onChange={change('zu')} />
          </FilterBar>
          <Loading load={load}>{(found) => <Compared found={found} />}</Loading>
        </>
      )}
    </Stack>
  )
}

function Compared({ found }: { found: Comparison & { before: Edition; after: Edition } }) {
  const { before, after } = found
  const [all, setAll] = useState(false)
  const changed = found.clauses.filter(({ change }) => change !== 'same')
  const same = found.clauses.length - changed.length
  const lists = [
    { title: t.parties, list: found.parties },
    { title: t.annexes, list: found.annexes },
  ].filter(({ list }) => list.some(({ change }) => change !== 'same'))
  if (found.same) return <EmptyState good title={t.same} />
  return (
    <Stack gap="l">
      <p>{t.lead}</p>
      {found.fields.length > 0 || lists.length > 0 ? (
        <Section title={t.general}>
          <Stack>
            {found.fields.map((name) => (
              <Card key={name} title={t.field[name]}>
                <DiffText before={fieldWords(before, name)} after={fieldWords(after, name)} />
              </Card>
            ))}
            {lists.map(({ title, list }) => (
              <Card key={title} title={title}>
                <ul>
                  {list
                    .filter(({ change }) => change !== 'same')
                    .map((one) => (
                      <li key={`${one.change} ${one.title}`}>
                        <DiffText
                          before={one.change === 'removed' ? one.title : ''}
                          after={one.change === 'added' ? one.title : ''}
                        />
                      </li>
                    ))}
                </ul>
              </Card>
            ))}
          </Stack>
        </Section>
      ) : null}
      <Section title={t.clauses} lead={t.counted(changed.length, found.clauses.length)}>
        <Stack>
          {same > 0 ? <Checkbox name="alle" label={t.showAll} checked={all} onChange={setAll} /> : null}
          {(all ? found.clauses : changed).map((line) => (
            <ClauseCard
              key={`${line.before?.number} ${line.after?.number}`}
              line={line}
              nameOf={(id) => [...before.names, ...after.names].find((one) => one.id === id)?.title ?? ''}
            />
          ))}
        </Stack>
      </Section>
    </Stack>
  )
}

/** Days as they are said; of the end the last day on which the agreement still holds. */
function fieldWords(edition: Edition, name: Comparison['fields'][number]): string {
  if (name === 'extraordinary') return edition.extraordinary ? t.yes : t.no
  if (name === 'noticeRule') return edition.noticeRule ? terminationTexts.rule(edition.noticeRule) : t.empty
  const value = edition[name]
  if (!value) return t.empty
  if (name === 'reviewOn') return formatDay(value)
  return name === 'endsOn' ? formatDay(addDays(value, -1)) : value
}

function ClauseCard({
  line: { before, after, change },
  nameOf,
}: {
  line: ClauseChange
  nameOf: (id: string) => string
}) {
  const number =
    before && after && before.number !== after.number
      ? t.number(before.number, after.number)
      : (after ?? before)?.number
  const duty = (clause: typeof before) => (clause?.duty ? dutyWords(clause.duty, nameOf) : t.noDuty)
  const strengths = agreementTexts.strengths
  return (
    <Card title={number}>
      <Stack gap="s">
        <Cluster>
          <Badge tone={tones[change]}>{t.change[change]}</Badge>
        </Cluster>
        {before?.heading || after?.heading ? (
          <strong>
            <DiffText before={before?.heading ?? ''} after={after?.heading ?? ''} />
          </strong>
        ) : null}
        <DiffText before={before?.text ?? ''} after={after?.text ?? ''} />
        {before && after && before.strength !== after.strength ? (
          <p>{t.strength(strengths[before.strength], strengths[after.strength])}</p>
        ) : null}
        {JSON.stringify(before?.duty ?? null) !== JSON.stringify(after?.duty ?? null) ? (
          <DiffText before={before ? duty(before) : ''} after={after ? duty(after) : ''} />
        ) : null}
      </Stack>
    </Card>
  )
}
