// Loading and acting in screens: a page's data comes with its revision, an act carries it back.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Call, Endpoint, Reply } from '#kit/http/contract.ts'
import { type Answered, ApiError, actsFor, type Remote, type Sent } from './client.ts'

export type Loaded<T> = {
  data: T | undefined
  revision: number | null
  error: ApiError | null
  /** Nothing to show yet. */
  waiting: boolean
  reload: () => void
}

/** Loads a reply and keeps it fresh: live updates reload what is on the screen. `keep`: show the last answer while the next one loads. */
export function useLoad<E extends Endpoint>(
  remote: Remote<E>,
  input: Call<E>,
  options: { when?: boolean; keep?: boolean } = {},
): Loaded<Reply<E>> {
  const query = useQuery<Answered<Reply<E>>, ApiError>({
    queryKey: [remote.id, actsFor(), input],
    queryFn: ({ signal }) => remote(input, { signal }),
    enabled: options.when ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
  return {
    data: query.data?.data,
    revision: query.data?.revision ?? null,
    error: query.error,
    waiting: query.isPending && (options.when ?? true),
    reload: () => void query.refetch(),
  }
}

/**
 * What a form began with. Live updates change what is on the screen, but not the words in open fields: saving them on the newest revision
 * would silently undo what somebody else has just written. `advance` after an own save that leaves the form open.
 */
export function useBegun<T>(value: T): [begun: T, advance: (next: T) => void] {
  return useState(value)
}

export type Acting<E extends Endpoint> = {
  act: (input: Call<E>, sent?: Sent) => Promise<Reply<E> | undefined>
  busy: boolean
  error: ApiError | null
  /** By field name, for `Form`. */
  fields: Record<string, string>
  reset: () => void
}

/**
 * An act: sends, then reloads everything on the screen. Resolves to undefined when it was refused (the sentence is in `error`).
 * Pressing twice or trying again after a broken line has one effect: the key stays the same until the act has succeeded.
 */
export function useAct<E extends Endpoint>(remote: Remote<E>, done?: (reply: Reply<E>) => void): Acting<E> {
  const queries = useQueryClient()
  const key = useRef<{ text: string; key: string } | null>(null)
  const mutation = useMutation<Answered<Reply<E>>, ApiError, { input: Call<E>; sent: Sent }>({
    mutationFn: ({ input, sent }) => {
      const text = JSON.stringify(input)
      if (key.current?.text !== text) key.current = { text, key: crypto.randomUUID() }
      return remote(input, { key: key.current.key, ...sent })
    },
    onSuccess: () => {
      key.current = null
      return queries.invalidateQueries()
    },
  })
  const act = async (input: Call<E>, sent: Sent = {}) => {
    try {
      const { data } = await mutation.mutateAsync({ input, sent })
      done?.(data)
      return data
    } catch (error) {
      if (error instanceof ApiError) return undefined
      throw error
    }
  }
  const fields = Object.fromEntries((mutation.error?.fields ?? []).map((field) => [field.path, field.message]))
  return { act, busy: mutation.isPending, error: mutation.error, fields, reset: () => mutation.reset() }
}
