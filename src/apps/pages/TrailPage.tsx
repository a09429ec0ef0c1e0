// The Datenspur of an object: worauf es beruht, was daraus wurde.
import { trail } from '#kit/trail/contract.ts'
import { Button } from '#kit/ui/Button.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { TrailPath } from '#kit/ui/trail/TrailPath.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { usePathTo } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import { texts } from './texts.de.ts'
import { stationsOf } from './trail-stations.ts'

const remote = client(trail)
const t = texts.trail

export function TrailPage({ id }: { id: string }) {
  const pathTo = usePathTo()
  const load = useLoad(remote.walk, { id })
  return (
    <Loading load={load}>
      {(walk) => {
        const { stations, links } = stationsOf(walk, pathTo)
        const href = pathTo(walk.start.kind ?? '', id)
        return (
          <Stack gap="l">
            <PageHead
              kind={t.title}
              title={walk.start.title ?? t.title}
              lead={t.lead}
              invented={walk.start.invented}
              main={href ? <Button to={href}>{t.toObject}</Button> : undefined}
              actions={
                <>
                  <Button variant="tertiary" onClick={() => print()}>
                    {t.print}
                  </Button>
                  <Button variant="tertiary" to={`${addressOf(trail.prov, { id }).url}`}>
                    {t.prov}
                  </Button>
                </>
              }
            />
            <TrailPath stations={stations} links={links} />
            {links.length === 0 ? (
              <EmptyState title={t.empty}>
                <p>{t.emptyText}</p>
              </EmptyState>
            ) : null}
          </Stack>
        )
      }}
    </Loading>
  )
}
