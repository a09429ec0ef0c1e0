// The chores of all areas: what the worker runs, and which facts count for which duties.
import { chores as actors } from '#areas/actors/chores.ts'
import { chores as cooperation } from '#areas/cooperation/chores.ts'
import { chores as figures } from '#areas/figures/chores.ts'
import { chores as meetings } from '#areas/meetings/chores.ts'
import { chores as planning } from '#areas/planning/chores.ts'
import type { Chores } from '#kit/chores/chores.ts'
import { filing } from '#kit/files/files.ts'
import { cleaning } from '#kit/jobs/cleaning.ts'
import { erasing } from '#kit/privacy/server.ts'
import { lawOf } from './privacy.ts'

export const allChores: readonly Chores[] = [actors, cooperation, figures, planning, meetings]

/** What the worker does: the areas' chores, and keeping nothing longer than needed. */
export const workerChores: readonly Chores[] = [
  ...allChores,
  filing,
  cleaning([...allChores, filing]),
  erasing(allChores, lawOf),
]
