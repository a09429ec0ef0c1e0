// /unterlagen/:id: an agenda, an invitation, minutes or a rectification is dealt with on the page of its meeting.
import { useEffect } from 'react'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'

const remote = client(meetings)

export function PaperPlacePage({ id }: { id: string }) {
  const load = useLoad(remote.meetingOfPaper, { id })
  return <Loading load={load}>{({ meeting }) => <There meeting={meeting.id} />}</Loading>
}

function There({ meeting }: { meeting: string }) {
  const go = useNavigateTo()
  useEffect(() => go(`/sitzungen/${meeting}`), [go, meeting])
  return null
}
