/** Whole people whose sums are the rounded sums: largest remainders, from everybody down to areas, sexes and ages. */

/** The parts of `values[from…to)` as whole numbers that add up to `total` (Hamilton 1792); of equal remainders the first is raised. */
export function apportion(values: Float64Array, from: number, to: number, total: number, into: Float64Array, step = 1) {
  let sum = 0
  const count = Math.ceil((to - from) / step)
  if (order.length < count) {
    order = new Int32Array(2 * count)
    remainder = new Float64Array(2 * count)
  }
  for (let at = from, i = 0; at < to; at += step, i += 1) {
    const whole = Math.floor(values[at]! + 1e-9)
    into[at] = whole
    sum += whole
    remainder[i] = values[at]! - whole
  }
  let left = Math.round(total - sum)
  if (left === 0) return
  for (let i = 0; i < count; i += 1) order[i] = i
  if (count > 40) order.subarray(0, count).sort((a, b) => remainder[b]! - remainder[a]! || a - b)
  else insert(count)
  for (let i = 0; left > 0; i = (i + 1) % count, left -= 1) into[from + order[i]! * step]! += 1
  for (let i = count - 1; left < 0; i = (i + count - 1) % count) {
    const at = from + order[i]! * step
    if (into[at]! <= 0) continue
    into[at]! -= 1
    left += 1
  }
}

let order = new Int32Array(64)
let remainder = new Float64Array(64)

function insert(count: number) {
  for (let i = 1; i < count; i += 1) {
    const one = order[i]!
    const most = remainder[one]!
    let at = i
    while (at > 0 && remainder[order[at - 1]!]! < most) {
      order[at] = order[at - 1]!
      at -= 1
    }
    order[at] = one
  }
}

/** Rounds one year, [area][sex][group], in place. */
export function roundYear(values: Float64Array, from: number, areas: number, sexes: number, groups: number) {
  const one = sexes * groups
  const sums = new Float64Array(areas)
  let all = 0
  for (let a = 0; a < areas; a += 1) {
    let sum = 0
    for (let at = from + a * one; at < from + (a + 1) * one; at += 1) sum += values[at]!
    sums[a] = sum
    all += sum
  }
  const whole = new Float64Array(areas)
  apportion(sums, 0, areas, Math.round(all), whole)
  const parts = new Float64Array(sexes)
  const people = new Float64Array(sexes)
  for (let a = 0; a < areas; a += 1) {
    const at = from + a * one
    // The area's own rounding is spread over its numbers first, so that no part is asked for more than it has.
    for (let s = 0; s < sexes; s += 1) {
      let sum = 0
      for (let g = 0; g < groups; g += 1) sum += values[at + s * groups + g]!
      parts[s] = sum
    }
    apportion(parts, 0, sexes, whole[a]!, people)
    for (let s = 0; s < sexes; s += 1) apportion(values, at + s * groups, at + (s + 1) * groups, people[s]!, values)
  }
}
