// /gremien/neu: begins a founding, goes on with one (?entwurf=…), or shows what it has made.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import { cooperation, type Founding } from '../contract.ts'
import { foundingTexts as t } from '../texts/founding.de.ts'
import { foundingMadeTexts } from '../texts/founding-made.de.ts'
import { OpenFoundings } from '../widgets/OpenFoundings.tsx'
import { FoundingWay } from './Founding.tsx'
import { FoundingDone, type MeetingShown } from './FoundingDone.tsx'
import type { FirstMeeting } from './founding-plan.ts'

const remote = client(cooperation)
type Search = { schritt?: string; entwurf?: string }

export function FoundingPage({
  search,
  onSearch,
  meetings,
  useMeeting,
}: {
  search: Search
  onSearch: (next: Record<string, string>) => void
  meetings: FirstMeeting
  useMeeting: MeetingShown
}) {
  const id = search.entwurf
  /** What this page has begun itself: it goes on as it stands, without being loaded. */
  const [own, setOwn] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const [was, setWas] = useState(id)
  if (was !== id) {
    setWas(id)
    if (id === undefined && was === own) {
      setOwn(null)
      setRound(round + 1)
    }
  }
  const load = useLoad(remote.founding, { id: id ?? '' }, { when: id !== undefined && id !== own })
  /** What stands on the server now; until it has come the page stays as it is. */
  const [fresh, setFresh] = useState<{ founding: Founding; revision: number } | null>(null)
  const reload = async (which: string) => {
    const { data, revision } = await remote.founding({ id: which })
    setFresh({ founding: data, revision: revision ?? data.head.revision })
    setOwn(null)
    setRound(round + 1)
    onSearch({ entwurf: which })
  }
  const way = {
    at: search.schritt ? Number(search.schritt) || 1 : null,
    meetings,
    onStep: (step: number) => onSearch({ ...search, ...(id ? { entwurf: id } : {}), schritt: String(step) }),
    onFounded: (founded: string) => void reload(founded),
    onReload: () => void (id && reload(id)),
  }
  if (id === undefined || id === own)
    return (
      <Stack gap="l">
        {id === undefined ? <OpenFoundings /> : null}
        <FoundingWay
          key={`new ${round}`}
          begun={null}
          onMade={(made) => {
            setOwn(made)
            onSearch({ ...search, entwurf: made })
          }}
          {...way}
        />
      </Stack>
    )
  if (load.error?.status === 404)
    return (
      <EmptyState title={t.kept.goneTitle} action={<Button to="/heute">{foundingMadeTexts.done.toToday}</Button>}>
        {t.kept.gone}
      </EmptyState>
    )
  const known = fresh?.founding.head.id === id ? fresh : null
  return (
    <Loading load={known ? { ...load, data: known.founding } : load}>
      {(founding) =>
        founding.finishedOn ? (
          <FoundingDone founding={founding} useMeeting={useMeeting} />
        ) : (
          <FoundingWay
            key={`${id} ${round}`}
            begun={{ founding, revision: known?.revision ?? load.revision ?? founding.head.revision }}
            onMade={() => undefined}
            {...way}
          />
        )
      }
    </Loading>
  )
}
