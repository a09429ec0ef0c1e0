// The chores of all areas: what the worker runs, and which facts count for which duties.
import type { Chores } from '#kit/chores/chores.ts'
import { cleaning } from '#kit/jobs/cleaning.ts'

export const allChores: readonly Chores[] = []

/** What the worker does: the areas' chores, and keeping nothing longer than needed. */
export const workerChores: readonly Chores[] = [...allChores, cleaning(allChores)]
