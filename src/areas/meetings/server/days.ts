// Days for the next meeting of a body: what is known about them is gathered here, what follows from it is decided in the rules.
import { addDays } from '#kit/clock/days.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { meetings as contract } from '../contract.ts'
import { proposeDays } from '../rules/days.ts'
import { daysOf } from '../store/days.ts'
import { holidayNames } from '../texts/days.de.ts'

/** How many days are shown, and how many a poll needs before the invitation can go out. */
const shownDays = 120
const pollDays = 10

export const dayHandlers: Pick<Handlers<typeof contract>, 'proposedDays'> = {
  async proposedDays({ id }, { db, today }) {
    const { area_key: areaKey, notice_days: notice } = await daysOf(db).rules(id)
    // So that seats can answer first and the invitation still goes out in time.
    const earliest = addDays(today, (notice ?? 14) + pollDays)
    const first = addDays(today, 1 + pollDays)
    const until = addDays(earliest, shownDays)
    const days = proposeDays({
      from: first,
      until,
      areaKey,
      earliest,
      taken: await daysOf(db).taken(id, first, until),
      owed: await daysOf(db).owed(id, until),
      nameOf: (holiday) => holidayNames[holiday],
    })
    return { days }
  },
}
