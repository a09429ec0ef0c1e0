// An area of today through time: between two reforms it consists of areas of that time. Where that is not known, the line is interrupted.
import { type Inflow, inflowsOf, type ShareBasis, type Step } from './reform.ts'

export type Weighted = { area: number; weight: number; bases: readonly ShareBasis[] }

/** A stretch between reforms, half-open. `boundary`: 0 is the area of today, each interruption begins another. */
export type Era = {
  from: string | null
  until: string | null
  boundary: number
  parts: readonly Weighted[]
  /** Was there an area of this key and kind already? Then what is said of it means that one, not the area of today. */
  existed: boolean
  /** Over which reforms its values are carried. */
  reforms: readonly string[]
}
export type WhyNot = 'share' | 'notAdditive' | 'asWas'
export type Passed = {
  day: string
  reforms: readonly string[]
  how: 'same' | 'exact' | 'estimated' | WhyNot
  areas: readonly number[]
}
export type Course = { eras: Era[]; passed: Passed[] }

type Options = {
  /** Counts may be added up; rates and means may not. */ additive: boolean
  /** false: each time on the areas of its own time. */ carried: boolean
}

/** From now backwards. `steps` latest first. An area that has ceased never comes back: what bears its key later is another area. */
export function erasOf(target: number, steps: readonly Step[], { additive, carried }: Options): Course {
  const course: Course = { eras: [], passed: [] }
  const alone = (until: string | null, boundary: number): Era => ({
    from: null,
    until,
    boundary,
    parts: [{ area: target, weight: 1, bases: [] }],
    existed: true,
    reforms: [],
  })
  let now = alone(null, 0)
  for (const step of steps) {
    const existed =
      now.existed && (inflowsOf(step, target) === null || step.parts.some((part) => part.before === target))
    const touched = now.parts.filter((part) => inflowsOf(step, part.area) !== null)
    if (touched.length === 0) continue
    const parts = back(step, now.parts)
    const how = judge(now.parts, parts)
    const why =
      how === 'same' ? null : !carried ? 'asWas' : !additive ? 'notAdditive' : how === 'share' ? 'share' : null
    course.eras.push({ ...now, from: step.day })
    course.passed.push({ day: step.day, reforms: step.reforms, how: why ?? how, areas: touched.map((one) => one.area) })
    if (why && !existed) return course
    now =
      why || parts === null
        ? alone(step.day, now.boundary + 1)
        : { ...now, until: step.day, parts, existed, reforms: [...now.reforms, ...step.reforms] }
  }
  course.eras.push(now)
  return course
}

/** One step back; null where a share is not known. */
function back(step: Step, parts: readonly Weighted[]): Weighted[] | null {
  const sum = new Map<number, Weighted>()
  for (const part of parts) {
    const inflows: Inflow[] = inflowsOf(step, part.area) ?? [{ area: part.area, share: 1, basis: null }]
    for (const { area, share, basis } of inflows) {
      if (share === null) return null
      const there = sum.get(area)
      const bases = new Set([...(there?.bases ?? []), ...part.bases, ...(basis ? [basis] : [])])
      sum.set(area, { area, weight: tidy((there?.weight ?? 0) + part.weight * share), bases: [...bases].sort() })
    }
  }
  return [...sum.values()].filter((one) => one.weight > 0)
}

/** Shares that belong together add up to one again, not to 0.9999999999999999. */
const tidy = (weight: number) => Math.round(weight * 1e12) / 1e12

function judge(now: readonly Weighted[], before: readonly Weighted[] | null): 'same' | 'exact' | 'estimated' | 'share' {
  if (before === null) return 'share'
  const [one, other] = [now[0], before[0]]
  if (now.length === 1 && before.length === 1 && one!.weight === 1 && other!.weight === 1) return 'same'
  return before.every((part) => part.weight === 1) ? 'exact' : 'estimated'
}
