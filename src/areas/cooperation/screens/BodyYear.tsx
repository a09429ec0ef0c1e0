// The view "Aufgaben" of a body: a whole year in one table, for the screen and for paper.

import { yearOf } from '#kit/clock/days.ts'
import { type Duty, duties } from '#kit/duties/contract.ts'
import { isUnsettled } from '#kit/duties/rules.ts'
import { texts as dutyTexts } from '#kit/duties/texts.de.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { type Column, DataTable } from '#kit/ui/DataTable.tsx'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { client } from '#kit/web/client.ts'
import { dutyTones } from '#kit/web/duty-tones.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { usePages } from '#kit/web/pages.ts'
import { useSession } from '#kit/web/session.tsx'
import type { Body } from '../contract.ts'
import { germanDay } from '../texts/arising.de.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { yearTexts as t } from '../texts/year.de.ts'
import { clausePlace, rulesPlace } from '../widgets/clause-mark.ts'
import { sharedDuties } from '../widgets/duty-item.ts'
import { WhomToAsk } from '../widgets/WhomToAsk.tsx'
import { SessionDays } from './SessionDays.tsx'

const remote = client(duties)
type Looking = { search: Record<string, string | undefined>; onSearch: (next: Record<string, string>) => void }

export function BodyYear({ body, search, onSearch }: { body: Body } & Looking) {
  const { today } = useSession()
  const now = yearOf(today)
  const year = Number(search.jahr) || now
  const load = usePages(remote.list, { body: body.head.id, year }, { whole: true })
  const years = [...new Set([...range(yearOf(body.foundedOn), now + 1), year])].toSorted((a, b) => b - a)
  const set = (next: Record<string, string>) =>
    onSearch({ ansicht: 'aufgaben', ...(search.jahr ? { jahr: search.jahr } : {}), ...next })
  return (
    <Stack gap="l">
      <Section
        title={t.title(year)}
        lead={t.lead}
        actions={
          <Button small onClick={() => window.print()}>
            {t.print}
          </Button>
        }
      >
        <Loading load={load} shape="table">
          {(pages) => {
            const all = pages.flatMap((page) => page.duties)
            const debtors = [...new Map(all.flatMap(({ debtor }) => (debtor ? [[debtor.id, debtor.title]] : [])))]
            const rows = linesOf(search.wer ? all.filter((duty) => duty.debtor?.id === search.wer) : all)
            return (
              <Stack>
                <FilterBar>
                  <Select
                    name="jahr"
                    label={t.year}
                    value={`${year}`}
                    onChange={(jahr) => set({ jahr })}
                    options={years.map((one) => ({ value: `${one}`, label: `${one}` }))}
                  />
                  <Select
                    name="wer"
                    label={t.whose}
                    value={search.wer ?? 'alle'}
                    onChange={(wer) => set(wer === 'alle' ? {} : { wer })}
                    options={[
                      { value: 'alle', label: t.everybody },
                      ...debtors
                        .map(([value, label]) => ({ value: value!, label: label! }))
                        .toSorted((a, b) => a.label.localeCompare(b.label, 'de')),
                    ]}
                  />
                </FilterBar>
                {rows.length === 0 ? (
                  <p>{t.none(year)}</p>
                ) : (
                  <DataTable
                    caption={t.caption(body.head.title, year)}
                    columns={columns}
                    rows={rows}
                    rowKey={([duty]) => duty.id}
                  />
                )}
              </Stack>
            )
          }}
        </Loading>
      </Section>
      <SessionDays body={body} />
      <div className="ns-print-only">
        <WhomToAsk of={body.head.id} />
      </div>
    </Stack>
  )
}

/** The last twenty years at most. */
const range = (from: number, until: number) => {
  const first = Math.max(from, until - 20)
  return Array.from({ length: until - first + 1 }, (_, n) => first + n)
}

/** One duty, or the same duty of many members: first the one that decides how it stands. */
type Line = readonly [Duty, ...Duty[]]
const worst = ['overdue', 'open', 'notYet']
const linesOf = (all: readonly Duty[]): Line[] =>
  sharedDuties(all).map((group) => group.toSorted((a, b) => rank(a) - rank(b) || byDebtor(a, b)) as unknown as Line)
const rank = ({ state }: Duty) => (worst.indexOf(state) + worst.length + 1) % (worst.length + 1)
const byDebtor = (a: Duty, b: Duty) => (a.debtor?.title ?? '').localeCompare(b.debtor?.title ?? '', 'de')

const columns: readonly Column<Line>[] = [
  { id: 'due', header: t.columns.due, cell: ([duty]) => germanDay(duty.due), sortBy: ([duty]) => duty.due },
  {
    id: 'what',
    header: t.columns.what,
    main: true,
    cell: (line) => <What line={line} />,
    sortBy: ([duty]) => duty.title,
  },
  {
    id: 'debtor',
    header: t.columns.debtor,
    cell: (line) => (line.length > 1 ? <Members line={line} /> : whoWhom(line[0])),
    sortBy: ([duty]) => duty.debtor?.title ?? '',
  },
  {
    id: 'state',
    header: t.columns.state,
    cell: (line) => <Standing line={line} />,
    sortBy: ([duty]) => dutyTexts.states[duty.state],
  },
]

/** The duty, and under it the clause it comes from. */
function What({ line }: { line: Line }) {
  const [duty] = line
  const to = duty.because.number ? clausePlace(duty.because) : rulesPlace(duty)
  const words = `${duty.because.clause} (${dutyTexts.strengths[duty.strength]})`
  return (
    <>
      {line.length > 1 ? duty.title : <A to={`/aufgaben/${duty.id}`}>{duty.title}</A>}
      <br />
      <span className="ns-small ns-muted" style={{ fontWeight: 400 }}>
        {`${t.because} `}
        {to ? <A to={to}>{words}</A> : words}
      </span>
    </>
  )
}

function Standing({ line }: { line: Line }) {
  const [duty] = line
  const done = line.filter(({ state }) => !isUnsettled(state)).length
  const more = [
    ...(line.length > 1 ? [bodyTexts.duties.owedByMany(done, line.length)] : []),
    ...(duty.needed > 1 ? [t.planned(duty.have, duty.needed)] : []),
    ...(duty.foreseen ? [dutyTexts.foreseen(duty.foreseen.missing, duty.foreseen.by)] : []),
  ]
  return (
    <>
      <Badge tone={duty.foreseen ? 'warning' : dutyTones[duty.state]}>{dutyTexts.states[duty.state]}</Badge>
      {more.length > 0 ? <div className="ns-small">{more.join(' · ')}</div> : null}
    </>
  )
}

/** The same duty of many members: whoever still owes it is named, all of them one click away. */
function Members({ line }: { line: Line }) {
  return (
    <>
      {line
        .filter(({ state }) => state === 'overdue')
        .map((duty) => (
          <div key={duty.id}>{duty.debtor?.title}</div>
        ))}
      <details>
        <summary>{t.members(line.length)}</summary>
        <ul>
          {line.map((duty) => (
            <li key={duty.id} className="ns-small">
              <A to={`/aufgaben/${duty.id}`}>{duty.debtor?.title ?? duty.title}</A>
              {` – ${dutyTexts.states[duty.state]}`}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** Who has promised it, and to whom where that is not the body that all share. */
const whoWhom = ({ debtor, creditor, body }: Duty) => (
  <>
    {debtor?.title ?? '–'}
    {creditor && creditor.id !== debtor?.id && creditor.id !== body ? (
      <>
        <br />
        <span className="ns-small ns-muted">{t.toWhom(creditor.title)}</span>
      </>
    ) : null}
  </>
)
