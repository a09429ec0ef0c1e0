// /vergleiche: comparisons of two mandates.
import { NetworkTabs } from '#areas/actors/widgets/NetworkTabs.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { comparisonTexts } from '../texts/seams.de.ts'

const remote = client(cooperation)
const t = comparisonTexts.list

export function ComparisonsPage() {
  const load = useLoad(remote.comparisons, {})
  const { actingFor } = useSession()
  const may = useHolds()(['admin', 'head', 'planner'], actingFor?.id)
  const go = useNavigateTo()
  const supply = useAct(remote.supplyComparison, ({ id }) => go(`/vergleiche/${id}`))
  const supplied =
    may && load.data?.supplied ? (
      <Button busy={supply.busy} onClick={() => void supply.act({})}>
        {t.supply}
      </Button>
    ) : undefined
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={t.lead}
        main={
          may ? (
            <Button variant="primary" icon="add" to="/vergleiche/neu">
              {t.make}
            </Button>
          ) : undefined
        }
        actions={load.data && load.data.comparisons.length > 0 ? supplied : undefined}
      />
      <NetworkTabs />
      <Refused error={supply.error} />
      <Loading load={load} shape="table">
        {({ comparisons }) =>
          comparisons.length === 0 ? (
            <EmptyState title={t.none} action={supplied}>
              {t.noneHint}
            </EmptyState>
          ) : (
            <DataTable
              caption={t.caption}
              hideCaption
              rows={comparisons}
              rowKey={(row) => row.id}
              columns={[
                {
                  id: 'name',
                  header: t.name,
                  main: true,
                  sortBy: (row) => row.title,
                  cell: (row) => (
                    <ObjectLink kind="comparison" id={row.id}>
                      {row.title}
                    </ObjectLink>
                  ),
                },
                { id: 'laws', header: t.laws, cell: (row) => `${row.leftLaw}, ${row.rightLaw}` },
                { id: 'rows', header: t.rows, align: 'end', sortBy: (row) => row.rows, cell: (row) => row.rows },
              ]}
            />
          )
        }
      </Loading>
    </Stack>
  )
}
