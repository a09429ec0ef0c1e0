// Where the guided tour stands: its steps come from the demo, the place in it stays with this browser.
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

export type Tour = {
  person: string
  steps: { title: string; text: string; to: string }[]
  made: Record<string, string>
}
const name = 'nahtstelle.rundgang'
const listeners = new Set<() => void>()

export function setTourStep(step: number | null) {
  if (step === null) sessionStorage.removeItem(name)
  else sessionStorage.setItem(name, String(step))
  for (const listener of listeners) listener()
}

/** The step one is at, or null outside the tour. */
export function useTourStep(): number | null {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => sessionStorage.getItem(name),
  )
  return value === null ? null : Number(value)
}

/** The demo's tour and the ids of its example; only asked for in a demo. */
export const useTour = (demo: boolean): Tour | undefined =>
  useQuery<Tour>({
    queryKey: ['tour'],
    enabled: demo,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await fetch('/api/demo/tour')).json() as Promise<Tour>,
  }).data
