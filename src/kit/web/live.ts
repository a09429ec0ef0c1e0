// Live updates: one stream per browser that carries only the number of the sealed journal; what is on the screen is asked for again with one's own rights.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { actsFor } from './client.ts'

export function useLive(onEnd: () => void, signedIn: boolean) {
  const queries = useQueryClient()
  const [round, setRound] = useState(0)
  const acting = actsFor()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a stream that ended with the old rights begins again with the new ones
  useEffect(() => {
    if (!signedIn) return
    const stream = new EventSource(`/api/live${acting ? `?for=${acting}` : ''}`)
    let timer: ReturnType<typeof setTimeout> | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    stream.addEventListener('journal', () => {
      clearTimeout(timer)
      timer = setTimeout(() => void queries.invalidateQueries(), 250)
    })
    stream.addEventListener('end', () => {
      stream.close()
      onEnd()
      again = setTimeout(() => setRound((n) => n + 1), 1000)
    })
    return () => {
      clearTimeout(timer)
      clearTimeout(again)
      stream.close()
    }
  }, [queries, onEnd, signedIn, acting, round])
}
