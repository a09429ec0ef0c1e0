// "Suchen oder tun …" (Ctrl K): places, acts and everything that is released for me.

import { search } from '#kit/search/contract.ts'
import { CommandPalette } from '#kit/ui/CommandPalette.tsx'
import { client } from '#kit/web/client.ts'
import { useKindWord, usePathTo } from '#kit/web/paths.tsx'
import { texts } from './texts.de.ts'

const remote = client(search)
const places = [
  { to: '/heute', label: texts.nav.today },
  { to: '/gremien', label: texts.nav.bodies },
  { to: '/sitzungen', label: texts.nav.meetings },
  { to: '/zahlen', label: texts.nav.figures },
  { to: '/bedarfe', label: texts.nav.planning },
  { to: '/angebote', label: texts.nav.services },
  { to: '/netzwerk', label: texts.nav.network },
  { to: '/einstellungen', label: texts.nav.settings },
]
const acts = [
  { to: '/gremien/neu', label: texts.today.startFound },
  { to: '/zahlen/einlesen', label: texts.today.startImport },
  { to: '/bedarfe/neu', label: texts.today.startNeed },
]

export function Palette({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const pathTo = usePathTo()
  const word = useKindWord()
  const find = async (query: string, signal: AbortSignal) => {
    const { data } = await remote.find({ q: query }, { signal })
    const items = data.hits.flatMap((hit) => {
      const to = pathTo(hit.kind, hit.id)
      return to ? [{ id: hit.id, label: hit.title, note: word(hit.kind), to }] : []
    })
    return [{ label: texts.search.found, items }]
  }
  const groups = [
    { label: texts.search.go, items: places.map((place) => ({ id: place.to, ...place })) },
    { label: texts.search.todo, items: acts.map((act) => ({ id: act.to, ...act })) },
  ]
  return <CommandPalette open={open} onOpenChange={onOpenChange} groups={groups} search={find} />
}
