// What an attacker knows before any calculation: who has published what, bounds of each cell, and a contributor's own values.
import type { TableSystem } from './table.ts'

/** How far each cell may move from its true value as far as the attacker knows; `movable[i] = 0`: known exactly. */
export type Knowledge = {
  readonly who: string | null
  readonly down: Float64Array
  readonly up: Float64Array
  readonly movable: Uint8Array
}

/** `hidden[i] = 1`: kept back in every release it stands in. */
export function knowledgeOf(system: TableSystem, hidden: Uint8Array, who: string | null = null): Knowledge {
  const size = system.ids.length
  const down = new Float64Array(size)
  const up = new Float64Array(size)
  const movable = new Uint8Array(size)
  for (let at = 0; at < size; at += 1) {
    if (hidden[at] === 0) continue
    const value = system.value[at]!
    const own = who === null ? 0 : (system.contributors[at]?.get(who) ?? 0)
    if (own !== 0 && isSole(value, own)) continue
    down[at] = Math.max(0, value - Math.max(system.min[at]!, own > 0 ? own : -Infinity))
    up[at] = Math.max(0, system.max[at]! - value)
    if (down[at]! > 0 || up[at]! > 0) movable[at] = 1
  }
  return { who, down, up, movable }
}

/** Whoever gave the whole value knows it. */
export const isSole = (value: number, own: number) => Math.abs(own) >= Math.abs(value) - 1e-9

/** All whose own values could help them with a hidden cell, in the order of their names. */
export function contributorsOf(system: TableSystem, hidden: Uint8Array): string[] {
  const names = new Set<string>()
  for (const [at, shares] of system.contributors.entries())
    if (hidden[at] === 1 && shares) for (const [name, amount] of shares) if (amount !== 0) names.add(name)
  return [...names].sort()
}

/** How far the interval must reach below and above; a contributor knows at least the own share, so it cannot reach below that. */
export function requiredOf(
  system: TableSystem,
  at: number,
  who: string | null,
): { below: number; above: number; sliding: number } | null {
  const levels = system.sensitive[at]
  if (!levels) return null
  const own = who === null ? 0 : (system.contributors[at]?.get(who) ?? 0)
  const value = system.value[at]!
  if (own === 0) return levels
  if (isSole(value, own)) return null
  const below = Math.min(levels.below, value - Math.max(own, 0))
  return { below, above: levels.above, sliding: Math.min(levels.sliding, below + levels.above) }
}
