// Live updates: one stream per browser that carries only the number of the sealed journal; what is on the screen is asked for again with one's own rights.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { actsFor } from './client.ts'

export function useLive(onEnd: () => void, signedIn: boolean) {
  const queries = useQueryClient()
  useEffect(() => {
    if (!signedIn) return
    const acting = actsFor()
    const stream = new EventSource(`/api/live${acting ? `?for=${acting}` : ''}`)
    let timer: ReturnType<typeof setTimeout> | undefined
    stream.addEventListener('journal', () => {
      clearTimeout(timer)
      timer = setTimeout(() => void queries.invalidateQueries(), 250)
    })
    stream.addEventListener('end', () => {
      stream.close()
      onEnd()
    })
    return () => {
      clearTimeout(timer)
      stream.close()
    }
  }, [queries, onEnd, signedIn])
}
