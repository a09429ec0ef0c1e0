// Small decisions about meetings.

/** When it ends, on the same day; where that is open, two hours are assumed for a calendar. */
export function lengthOf({ starts, ends }: { starts: string; ends: string | null }): { at: string; assumed: boolean } {
  if (ends) return { at: ends, assumed: false }
  const hour = Number(starts.slice(0, 2)) + 2
  return { at: hour > 23 ? '23:59' : `${String(hour).padStart(2, '0')}${starts.slice(2)}`, assumed: true }
}

/** "… beschlussfähig, wenn mindestens die Hälfte (zwei Drittel) der Mitglieder vertreten ist": how many seats that is. */
export const seatsNeeded = (quorum: 'none' | 'half' | 'twoThirds', entitled: number): number =>
  Math.max(1, quorum === 'half' ? Math.ceil(entitled / 2) : quorum === 'twoThirds' ? Math.ceil((entitled * 2) / 3) : 1)
