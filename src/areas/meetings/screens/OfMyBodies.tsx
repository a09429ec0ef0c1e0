// The bodies in which one's own organisation takes part, for pages that begin with one of them.
import type { ReactNode } from 'react'
import { cooperation } from '#areas/cooperation/contract.ts'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { concernTexts } from '../texts/concerns.de.ts'
import { topicTexts } from '../texts/topics.de.ts'

const bodiesRemote = client(cooperation)
export type OwnBody = { id: string; name: string; members: number }

type Props = {
  children: (bodies: readonly OwnBody[]) => ReactNode
  /** Only those into which one is sent oneself. */
  sent?: boolean
}

export function OfMyBodies({ children, sent = false }: Props) {
  const { actingFor } = useSession()
  const load = useLoad(bodiesRemote.bodies, actingFor && !sent ? { organisation: actingFor.id } : {})
  return (
    <Loading load={load}>
      {({ bodies }) => {
        const mine = sent ? bodies.filter((body) => body.mine.length > 0) : bodies
        return mine.length > 0 ? (
          children(mine)
        ) : (
          <EmptyState title={topicTexts.backlog.title}>{concernTexts.form.nobody}</EmptyState>
        )
      }}
    </Loading>
  )
}
