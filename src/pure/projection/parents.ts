/** Which areas lie together: official keys tell it by their first digits (2 the Land, 5 the county), names do not. */

/** From the outermost level in: for each area the number of its parent, and how many parents there are. The first level is everybody. */
export type Level = { of: Int32Array; count: number }

const prefixes = [2, 5]
const fewest = 3

export function levelsOf(areas: readonly string[]): Level[] {
  const levels: Level[] = [{ of: new Int32Array(areas.length), count: 1 }]
  if (!areas.every((area) => /^\d{5,12}$/.test(area))) return levels
  for (const length of prefixes) {
    if (areas.some((area) => area.length <= length)) break
    const numbers = new Map<string, number>()
    const of = Int32Array.from(areas, (area) => {
      const key = area.slice(0, length)
      if (!numbers.has(key)) numbers.set(key, numbers.size)
      return numbers.get(key)!
    })
    // A level helps where there are several parents with several areas each.
    if (numbers.size > 1 && areas.length >= fewest * numbers.size) levels.push({ of, count: numbers.size })
  }
  return levels
}
