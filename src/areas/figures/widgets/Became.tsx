// What directly followed from a figure, as far as one may see it; the whole way is one step further.
import { trail } from '#kit/trail/contract.ts'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink, useKindWord } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'

const remote = client(trail)

export function Became({ id, nothing }: { id: string; nothing: string }) {
  const load = useLoad(remote.around, { id })
  const wordOf = useKindWord()
  return (
    <Loading load={load} shape="text">
      {({ after }) =>
        after.length === 0 ? (
          <p>{nothing}</p>
        ) : (
          <ul>
            {after.map((one) => (
              <li key={`${one.id}${one.link}`}>
                {wordOf(one.kind)}:{' '}
                <ObjectLink kind={one.kind} id={one.id}>
                  {one.title}
                </ObjectLink>
              </li>
            ))}
          </ul>
        )
      }
    </Loading>
  )
}
