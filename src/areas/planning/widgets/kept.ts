// What somebody has typed and not yet saved survives a closed tab: kept in this browser until the server has it.
import { useState } from 'react'

type Values = Record<string, string>
const read = (key: string): Values | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Values | null
  } catch {
    return null
  }
}

/** `kept`: what was left here, or null. `keep` on every change; `clear` once it is saved. */
export function useKept(key: string) {
  const [kept] = useState(() => read(`nahtstelle:${key}`))
  const write = (values: Values | null) => {
    try {
      if (values) localStorage.setItem(`nahtstelle:${key}`, JSON.stringify(values))
      else localStorage.removeItem(`nahtstelle:${key}`)
    } catch {
      // A browser without storage keeps nothing; the page works all the same.
    }
  }
  return { kept, keep: write, clear: () => write(null) }
}
