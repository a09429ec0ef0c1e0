// Everything new since the last visit.
import { journal } from '#kit/journal/contract.ts'
import { Button } from '#kit/ui/Button.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { NewsList } from './NewsList.tsx'
import { texts } from './texts.de.ts'

const remote = client(journal)

export function NewsPage() {
  const load = useLoad(remote.news, {})
  const seen = useAct(remote.seen)
  return (
    <Stack gap="l">
      <PageHead
        title={texts.news.title}
        lead={texts.today.news}
        actions={
          load.data?.items.length ? (
            <Button onClick={() => void seen.act({ number: load.data!.head })}>{texts.today.seen}</Button>
          ) : null
        }
      />
      <Loading load={load}>
        {({ items }) => (items.length ? <NewsList items={items} /> : <EmptyState good title={texts.today.noNews} />)}
      </Loading>
    </Stack>
  )
}
