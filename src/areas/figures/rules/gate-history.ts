// A group that was only called otherwise in an earlier release is the same group: whoever reads both sees that, so the gate must see it too.
import { type Content, cellId, type Edition, type Released } from './gate.ts'

type Names = ReadonlyMap<string, string>

/**
 * The release under the names of today: in each dimension, where a group has gone and another with just the same counts has come. Only for the same
 * time; other counts under another name are another group, of which nobody can know that it was meant.
 */
export function underNamesOf(edition: Edition, release: Released): Released {
  const { content } = release
  const same =
    release.from === edition.from &&
    release.until === edition.until &&
    content.dimensions.length === edition.content.dimensions.length
  if (!same) return release
  const renamed = content.dimensions.map((_, d) => renamedIn(content, edition.content, d))
  if (renamed.every((names) => names.size === 0)) return release
  const called = (groups: readonly string[]) => groups.map((group, d) => renamed[d]!.get(group) ?? group)
  return {
    ...release,
    content: {
      ...content,
      groups: content.groups.map(called),
      trees: content.trees.map((lines, d) =>
        lines.map(([child, parent]): [string, string] => {
          const [one, above] = [child, parent].map((group) => renamed[d]!.get(group) ?? group)
          return [one!, above!]
        }),
      ),
    },
    hidden: release.hidden.map((id) => {
      const [from, until, ...groups] = JSON.parse(id) as [string, string, ...string[]]
      return cellId({ from, until }, called(groups))
    }),
  }
}

/** Finest groups first: a coarser one is known by what is in it. */
function renamedIn(before: Content, now: Content, d: number): Names {
  const found = new Map<string, string>()
  const [old, recent] = [groupsOf(before, d), groupsOf(now, d)]
  const gone = [...old].filter(([group]) => !recent.has(group))
  for (const [group, counts] of gone) {
    const come = [...recent].filter(([other, same]) => !old.has(other) && same === counts).map(([other]) => other)
    const taken = new Set(found.values())
    const [name] = come.filter((other) => !taken.has(other))
    if (name !== undefined) found.set(group, name)
  }
  return found
}

/** Each group of a dimension, finest and coarser, with its counts by the groups of the others, as one text. */
function groupsOf(content: Content, d: number): Map<string, string> {
  const parent = new Map(content.trees[d])
  const counts = new Map<string, Map<string, number>>()
  for (const [n, row] of content.groups.entries()) {
    const others = row.filter((_, other) => other !== d).join('\u0000')
    for (let group: string | undefined = row[d]!; group !== undefined; group = parent.get(group)) {
      const of = counts.get(group) ?? new Map<string, number>()
      of.set(others, (of.get(others) ?? 0) + content.counts[n]!)
      counts.set(group, of)
    }
  }
  return new Map(
    [...counts].map(([group, of]) => [group, JSON.stringify([...of].sort(([a], [b]) => (a < b ? -1 : 1)))] as const),
  )
}
