// The view "Arbeitsgruppen" of a body: its groups as a tree, what waits for the keys, and the button that sets one up.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { A } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { GroupLine } from '../contract/groups.ts'
import { cooperation } from '../contract.ts'
import { groupTexts as t } from '../texts/groups.de.ts'
import { groupTone, lastDay } from './tones.ts'

const remote = client(cooperation)

export function BodyGroups({ body }: { body: string }) {
  const load = useLoad(remote.groups, { id: body })
  return (
    <Loading load={load} shape="table">
      {({ groups, may }) => {
        const propose = may.propose ? (
          <Button icon="add" variant="primary" to={`/arbeitsgruppen/neu?gremium=${body}`}>
            {t.propose}
          </Button>
        ) : undefined
        if (groups.length === 0)
          return (
            <EmptyState title={t.none} action={propose}>
              {t.noneHint}
            </EmptyState>
          )
        return (
          <Section title={t.title} lead={t.lead} actions={propose}>
            <GroupTable groups={groups} />
          </Section>
        )
      }}
    </Loading>
  )
}

const GroupTable = ({ groups }: { groups: readonly GroupLine[] }) => (
  <DataTable
    caption={t.title}
    hideCaption
    rows={groups}
    rowKey={(group) => group.mandate}
    columns={[
      {
        id: 'name',
        header: t.name,
        main: true,
        cell: (group) => (
          <>
            {group.depth > 0 ? '↳ '.padStart(group.depth + 2, ' ') : ''}
            <A to={group.body ? `/gremien/${group.body}` : `/arbeitsgruppen/${group.mandate}`}>{group.name}</A>
          </>
        ),
      },
      {
        id: 'mandate',
        header: t.mandate,
        cell: (group) => (
          <>
            {group.task}
            <br />
            <A to={`/arbeitsgruppen/${group.mandate}`} aria-label={`${t.own.toMandate}: ${group.name}`}>
              {t.own.toMandate}
            </A>
          </>
        ),
      },
      { id: 'lead', header: t.leadBy, cell: (group) => group.lead.title },
      { id: 'until', header: t.until, cell: (group) => formatDay(lastDay(group.until)) },
      {
        id: 'state',
        header: t.stateHeader,
        cell: (group) => (
          <>
            <Badge tone={groupTone[group.state]}>{t.state[group.state]}</Badge>
            {group.waiting && group.body ? (
              <>
                <br />
                <small>{t.renewalWaits}</small>
              </>
            ) : null}
          </>
        ),
      },
    ]}
  />
)
