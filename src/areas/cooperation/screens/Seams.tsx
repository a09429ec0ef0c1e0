// /nahtstellen: where the tasks of two institutions meet, those of the own organisation first.
import { NetworkTabs } from '#areas/actors/widgets/NetworkTabs.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { seamTexts } from '../texts/seams.de.ts'
import { SeamTable } from './SeamTable.tsx'

const remote = client(cooperation)
const t = seamTexts.list

export function SeamsPage() {
  const load = useLoad(remote.seams, {})
  const { actingFor } = useSession()
  const enter = useHolds()(['admin', 'head', 'planner'], actingFor?.id) ? (
    <Button variant="primary" icon="add" to="/nahtstellen/neu">
      {t.enter}
    </Button>
  ) : undefined
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={t.lead}
        main={enter}
        actions={<Button to="/vergleiche">{t.comparisons}</Button>}
      />
      <NetworkTabs />
      <Loading load={load} shape="table">
        {({ seams }) => {
          const mine = seams.filter((seam) => seam.mine)
          const others = seams.filter((seam) => !seam.mine)
          if (seams.length === 0)
            return (
              <EmptyState title={t.none} action={enter}>
                {t.noneHint}
              </EmptyState>
            )
          return (
            <>
              {mine.length > 0 ? (
                <Section title={t.mine}>
                  <SeamTable caption={t.mine} seams={mine} />
                </Section>
              ) : null}
              {others.length > 0 ? (
                <Section title={mine.length > 0 ? t.others : t.caption}>
                  <SeamTable caption={t.others} seams={others} />
                </Section>
              ) : null}
            </>
          )
        }}
      </Loading>
    </Stack>
  )
}
