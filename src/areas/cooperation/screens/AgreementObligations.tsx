// /vereinbarungen/:id/pflichten?fassung=…: who owes what, until when, from which clause, side by side for the authority and the associations.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { type Column, DataTable } from '#kit/ui/DataTable.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import { type Agreement, cooperation, type Obligation } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { dutyWords } from '../texts/clauses.de.ts'
import { standingTexts } from '../texts/standing.de.ts'
import { clauseMark } from '../widgets/clause-mark.ts'
import { WhomToAsk } from '../widgets/WhomToAsk.tsx'

const remote = client(cooperation)
const t = standingTexts.owed

type Props = { id: string; search: { fassung?: string }; onSearch: (next: Record<string, string>) => void }

export function AgreementObligationsPage({ id, search, onSearch }: Props) {
  const load = useLoad(remote.agreement, { id })
  return (
    <Loading load={load}>{(agreement) => <Chosen agreement={agreement} search={search} onSearch={onSearch} />}</Loading>
  )
}

function Chosen({ agreement, search, onSearch }: { agreement: Agreement } & Omit<Props, 'id'>) {
  const { id, title } = agreement.head
  const numbers = [...new Set([...agreement.editions.map(({ number }) => number), agreement.edition])]
  const edition = numbers.find((number) => String(number) === search.fassung)
  const load = useLoad(remote.obligations, { id, ...(edition ? { edition } : {}) }, { keep: true })
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={title}
        invented={agreement.head.invented}
        actions={
          <>
            <Button icon="print" onClick={() => window.print()}>
              {t.print}
            </Button>
            <Button to={`/vereinbarungen/${id}`}>{t.back}</Button>
          </>
        }
      />
      <p>{t.lead}</p>
      <Loading load={load} shape="table">
        {(owed) => (
          <Stack gap="l">
            <FilterBar>
              <Select
                name="fassung"
                label={t.edition}
                options={numbers.map((number) => ({ value: String(number), label: t.editionLabel(number) }))}
                value={String(owed.edition)}
                onChange={(fassung) => onSearch({ fassung })}
              />
            </FilterBar>
            {owed.state === 'inForce' ? null : <Notice tone="info" title={t[owed.state]} />}
            {owed.sides.map(({ side, leavesOn, obligations }) => (
              <Section key={side.id} title={side.title}>
                <Stack gap="s">
                  {leavesOn ? <Badge tone="warning">{standingTexts.on.partyLeaves(leavesOn)}</Badge> : null}
                  {obligations.length === 0 ? (
                    <p>{t.nothing}</p>
                  ) : (
                    <DataTable
                      caption={side.title}
                      hideCaption
                      rows={obligations}
                      rowKey={(one) => one.number}
                      columns={columns(id)}
                    />
                  )}
                </Stack>
              </Section>
            ))}
          </Stack>
        )}
      </Loading>
      <WhomToAsk of={agreement.head.body?.id} />
    </Stack>
  )
}

const columns = (id: string): readonly Column<Obligation>[] => [
  {
    id: 'what',
    header: t.what,
    main: true,
    cell: (one) =>
      [
        one.heading,
        one.indicator?.title,
        dutyWords(one.duty, (name) => one.names.find((x) => x.id === name)?.title ?? ''),
      ]
        .filter(Boolean)
        .join(' · '),
  },
  {
    id: 'clause',
    header: t.clause,
    cell: (one) => <A to={`/vereinbarungen/${id}#${clauseMark(one.number)}`}>{one.number}</A>,
  },
  { id: 'strength', header: t.strength, cell: (one) => agreementTexts.strengths[one.strength] },
  { id: 'next', header: t.next, align: 'end', cell: (one) => (one.next ? formatDay(one.next) : t.byEvent) },
]
