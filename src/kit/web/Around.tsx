// Beside every object: "Worauf beruht das?" and "Was wurde daraus?", with the way to the whole Datenspur.
import type { Neighbour } from '#kit/trail/contract.ts'
import { trail } from '#kit/trail/contract.ts'
import { SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { client } from './client.ts'
import { HistoryBox } from './HistoryBox.tsx'
import { ObjectLink, useKindWord } from './paths.tsx'
import { useSession } from './session.tsx'
import { texts } from './texts.de.ts'
import { useLoad } from './use.ts'

const remote = client(trail)
const t = texts.around

export function Around({ id }: { id: string }) {
  const { data } = useLoad(remote.around, { id })
  const { signedIn } = useSession()
  return (
    <SideBoxes
      restsOn={<Neighbours of={data?.before} nothing={t.nothingBefore} />}
      became={<Neighbours of={data?.after} nothing={t.nothingAfter} />}
      history={signedIn ? <HistoryBox id={id} /> : undefined}
      trailTo={`/datenspur/${id}`}
    />
  )
}

function Neighbours({ of: list, nothing }: { of: readonly Neighbour[] | undefined; nothing: string }) {
  const wordOf = useKindWord()
  if (!list?.length) return <p>{nothing}</p>
  return (
    <ul>
      {list.map((one) => (
        <li key={`${one.link} ${one.id}`}>
          <small>{`${wordOf(one.kind)} · ${t.links[one.link] ?? one.link}`}</small>
          <br />
          <ObjectLink kind={one.kind} id={one.id}>
            {one.title}
          </ObjectLink>
          {one.reason ? (
            <>
              <br />
              <small>{one.reason}</small>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
