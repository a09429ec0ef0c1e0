// The queues of the house. Those of the house itself are triggered by the calendar; the others are ordered with a Ref.
import type { Chores } from '#kit/chores/chores.ts'

/** Cron in Europe/Berlin. pg-boss only triggers: what is done is a function of the installation's instant. */
export const calendar: Readonly<Record<string, string>> = {
  'house.daily': '10 5 * * *',
  'house.hourly': '25 * * * *',
}
export const timeZone = 'Europe/Berlin'

/** Queues whose jobs the areas do: named in their chores.ts. */
export const orderedQueues = (all: readonly Chores[]): string[] => [
  ...new Set(all.flatMap((chores) => Object.keys(chores.jobs ?? {}))),
]
