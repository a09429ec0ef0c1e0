// Names by key; where a county and a city share one (München, Rosenheim), each says what it is.
import type { AreaList } from '../contract/shapes.ts'
import { screens } from '../texts/screens.de.ts'

export function namesOf(areas: AreaList): ReadonlyMap<string, string> {
  const often = new Map<string, number>()
  for (const name of areas.names) often.set(name, (often.get(name) ?? 0) + 1)
  return new Map(
    areas.keys.map((key, at) => {
      const name = areas.names[at] ?? key
      const kind = areas.kinds[at]
      return [
        key,
        (often.get(name) ?? 0) > 1 && kind ? screens.named(name, kind, areas.parents[at] ?? key.slice(0, 5)) : name,
      ]
    }),
  )
}
