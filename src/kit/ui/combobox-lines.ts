// Where the lines of a combobox come from: a given list that is narrowed, or a question that is asked after a short pause.
import { useEffect, useState } from 'react'
import type { ComboboxProps, Option } from './Combobox.tsx'

const pause = 180
type Lines = { lines: readonly Option[]; state: 'ready' | 'searching' | 'failed' }

export function useOptionLines({ options, load }: ComboboxProps, open: boolean, query: string): Lines {
  const [found, setFound] = useState<Lines>({ lines: [], state: 'searching' })
  useEffect(() => {
    if (!load || !open) return
    const stop = new AbortController()
    const timer = window.setTimeout(
      async () => {
        setFound((before) => ({ ...before, state: 'searching' }))
        try {
          const lines = await load(query, stop.signal)
          if (!stop.signal.aborted) setFound({ lines, state: 'ready' })
        } catch {
          if (!stop.signal.aborted) setFound({ lines: [], state: 'failed' })
        }
      },
      query ? pause : 0,
    )
    return () => {
      window.clearTimeout(timer)
      stop.abort()
    }
  }, [load, open, query])
  if (load) return found
  const words = query.toLocaleLowerCase('de').split(/\s+/).filter(Boolean)
  const lines = (options ?? []).filter((option) =>
    words.every((word) => option.label.toLocaleLowerCase('de').includes(word)),
  )
  return { lines, state: 'ready' }
}
