// A long list page by page: each page is asked for by the place where the one before ended, so that nothing is read twice or skipped.
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Call, Endpoint, Reply } from '#kit/http/contract.ts'
import { type Answered, type ApiError, actsFor, type Remote } from './client.ts'
import type { Loaded } from './use.ts'

type Page = { next: string | null }
type Input<E extends Endpoint> = Call<E> & { after?: string | undefined }

/** The pages loaded so far; `more` asks for the next one and is null on the last. `whole`: they are asked for without being told, to the end. */
export function usePages<E extends Endpoint>(
  remote: Reply<E> extends Page ? Remote<E> : never,
  input: Call<E>,
  options: { whole?: boolean } = {},
): Loaded<Reply<E>[]> & { more: (() => void) | null } {
  const ask = remote as Remote<E>
  const query = useInfiniteQuery<
    Answered<Reply<E>>,
    ApiError,
    InfiniteData<Answered<Reply<E>>>,
    unknown[],
    string | null
  >({
    queryKey: [ask.id, actsFor(), input, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      ask((pageParam ? { ...(input as object), after: pageParam } : input) as Input<E>, { signal }),
    initialPageParam: null,
    getNextPageParam: ({ data }) => (data as Page).next,
  })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const follow = options.whole && hasNextPage && !isFetchingNextPage && !query.error
  useEffect(() => {
    if (follow) void fetchNextPage()
  }, [follow, fetchNextPage])
  const complete = !options.whole || !hasNextPage
  return {
    data: complete ? query.data?.pages.map((page) => page.data) : undefined,
    revision: null,
    error: query.error,
    waiting: query.isPending || (!complete && !query.error),
    reload: () => void query.refetch(),
    more: hasNextPage ? () => void fetchNextPage() : null,
  }
}
