// Search over everything that is released for me.
import { useState } from 'react'
import { search as contract } from '#kit/search/contract.ts'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink, useKindWord } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import { texts } from './texts.de.ts'

const remote = client(contract)

export function SearchPage({
  search = {},
  onSearch,
}: {
  search?: Record<string, string>
  onSearch?: (search: Record<string, string>) => void
}) {
  const [text, setText] = useState(search.q ?? '')
  const word = useKindWord()
  const q = search.q ?? ''
  const load = useLoad(remote.find, { q }, { when: q.length > 1, keep: true })
  const type = (next: string) => {
    setText(next)
    onSearch?.({ q: next })
  }
  return (
    <Stack gap="l">
      <PageHead title={texts.search.title} />
      <TextField name="q" type="search" label={texts.search.field} value={text} onChange={type} />
      {q.length > 1 ? (
        <Loading load={load}>
          {({ hits }) =>
            hits.length === 0 ? (
              <EmptyState title={texts.search.none}>
                <p>{texts.search.noneText}</p>
              </EmptyState>
            ) : (
              <ul className="ns-news">
                {hits.map((hit) => (
                  <li key={hit.id}>
                    <ObjectLink kind={hit.kind} id={hit.id}>
                      {hit.title}
                    </ObjectLink>
                    {['', word(hit.kind), ...(hit.owner ? [hit.owner.title] : [])].join(' · ')}
                  </li>
                ))}
              </ul>
            )
          }
        </Loading>
      ) : null}
    </Stack>
  )
}
