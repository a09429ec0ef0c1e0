// /zahlen/freigaben: the tables of one's own organisation behind the gate, and what others released; /oeffentlich/tabellen: what is released to all.
import { Badge, InventedMark } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatInstant } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import type { Loose } from '#kit/ui/props.ts'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { GuardedHead, ReleaseHead } from '../contract/gate.ts'
import { figures } from '../contract.ts'
import { gateTexts } from '../texts/gate.de.ts'
import { periodWords } from '../widgets/parts.tsx'

const remote = client(figures)
const t = gateTexts.list
const tones = {
  none: 'neutral',
  waiting: 'info',
  running: 'info',
  done: 'info',
  failed: 'danger',
  cancelled: 'neutral',
  proposed: 'warning',
  released: 'success',
} as const

export function GatePage() {
  const load = useLoad(remote.gate, {})
  return (
    <Loading load={load}>
      {({ mine, releases, keeps }) => {
        const add = (
          <Button variant="primary" icon="add" to="/zahlen/freigaben/neu">
            {t.add}
          </Button>
        )
        return (
          <Stack gap="l">
            <PageHead title={t.title} lead={t.lead} main={keeps && mine.length > 0 ? add : undefined} />
            {keeps ? (
              <Section title={t.mine}>
                {mine.length === 0 ? (
                  <EmptyState title={t.mineEmpty} action={add}>
                    {t.mineEmptyText}
                  </EmptyState>
                ) : (
                  <Mine rows={mine} />
                )}
              </Section>
            ) : null}
            <Section title={t.released}>
              {releases.length === 0 ? <p>{t.releasedEmpty}</p> : <Released rows={releases} />}
            </Section>
          </Stack>
        )
      }}
    </Loading>
  )
}

/** Without signing in: what is meant for all. */
export function PublicTablesPage() {
  const load = useLoad(remote.gate, {})
  return (
    <Stack gap="l">
      <PageHead title={t.released} lead={t.publicLead} />
      <Loading load={load} shape="table">
        {({ releases }) => {
          const open = releases.filter(({ audience }) => audience === 'public')
          return open.length === 0 ? <p>{t.releasedEmpty}</p> : <Released rows={open} open />
        }}
      </Loading>
    </Stack>
  )
}

const Mine = ({ rows }: { rows: readonly GuardedHead[] }) => (
  <DataTable
    caption={t.mine}
    hideCaption
    rows={rows}
    rowKey={(row) => row.id}
    columns={[
      {
        id: 'title',
        header: t.columns.title,
        main: true,
        cell: (row) => (
          <ObjectLink kind="guardedTable" id={row.id}>
            {row.title}
          </ObjectLink>
        ),
      },
      { id: 'time', header: t.columns.time, cell: (row) => periodWords(row.period) },
      {
        id: 'state',
        header: t.columns.state,
        cell: (row) => <Badge tone={tones[row.state ?? 'none']}>{t.states[row.state ?? 'none']}</Badge>,
      },
    ]}
  />
)

const Released = ({ rows, open }: { rows: readonly ReleaseHead[] } & Loose<{ open: boolean }>) => (
  <DataTable
    caption={t.released}
    hideCaption
    rows={rows}
    rowKey={(row) => row.id}
    columns={[
      {
        id: 'title',
        header: t.columns.title,
        main: true,
        cell: (row) => (
          <>
            {open ? (
              <A to={`/oeffentlich/tabellen/${row.id}`}>{row.title}</A>
            ) : (
              <ObjectLink kind="release" id={row.id}>
                {row.title}
              </ObjectLink>
            )}
            {row.invented ? <InventedMark /> : null}
          </>
        ),
      },
      { id: 'owner', header: t.columns.owner, cell: (row) => row.owner.title },
      { id: 'time', header: t.columns.time, cell: (row) => periodWords(row.period) },
      {
        id: 'audience',
        header: t.columns.audience,
        cell: (row) => (
          <>
            {gateTexts.audience(row.audience, row.body?.title ?? null)}
            <br />
            <small>{gateTexts.page.released(formatInstant(row.releasedAt))}</small>
          </>
        ),
      },
    ]}
  />
)
