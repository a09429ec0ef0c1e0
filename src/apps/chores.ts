// The chores of all areas: what the worker runs, and which facts count for which duties.
import type { Chores } from '#kit/chores/chores.ts'

export const allChores: readonly Chores[] = []
