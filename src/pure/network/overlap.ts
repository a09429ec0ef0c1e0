// Which groups have nearly the same members and a subject in common: a hint to talk about, not a judgement.

export type Group = { id: string; members: readonly string[]; topics: readonly string[] }
export type Overlap = {
  a: string
  b: string
  shared: string[]
  /** Members of the smaller of the two. */
  of: number
  topics: string[]
}

/** Two thirds of the smaller group, at least three members, and a subject of both. */
const least = { members: 3, share: 2 / 3 }

export function overlaps(groups: readonly Group[]): Overlap[] {
  const found: Overlap[] = []
  const sets = groups.map((group) => new Set(group.members))
  for (const [at, a] of groups.entries())
    for (const [offset, b] of groups.slice(at + 1).entries()) {
      const topics = a.topics.filter((topic) => b.topics.includes(topic))
      const of = Math.min(sets[at]!.size, sets[at + 1 + offset]!.size)
      if (topics.length === 0 || of < least.members) continue
      const shared = [...sets[at]!].filter((member) => sets[at + 1 + offset]!.has(member))
      if (shared.length >= least.members && shared.length / of >= least.share)
        found.push({ a: a.id, b: b.id, shared, of, topics })
    }
  return found.sort((one, other) => other.shared.length / other.of - one.shared.length / one.of)
}
