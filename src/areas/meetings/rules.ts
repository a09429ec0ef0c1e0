// Small decisions about meetings.

/** Reads a time as people write it: "14", "14.30", "9:05 Uhr" → "14:00", "14:30", "09:05"; anything else stays as it is and is refused. */
export function clockTime(text: string): string {
  const found = /^\s*(\d{1,2})(?:\s*[:.]\s*(\d{2}))?\s*(?:Uhr)?\s*$/i.exec(text)
  return found ? `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}` : text.trim()
}

/** When it ends, on the same day; where that is open, two hours are assumed for a calendar. */
export function lengthOf({ starts, ends }: { starts: string; ends: string | null }): { at: string; assumed: boolean } {
  if (ends) return { at: ends, assumed: false }
  const hour = Number(starts.slice(0, 2)) + 2
  return { at: hour > 23 ? '23:59' : `${String(hour).padStart(2, '0')}${starts.slice(2)}`, assumed: true }
}

/** "… beschlussfähig, wenn mindestens die Hälfte (zwei Drittel) der Mitglieder vertreten ist": how many seats that is. */
export const seatsNeeded = (quorum: 'none' | 'half' | 'twoThirds', entitled: number): number =>
  Math.max(1, quorum === 'half' ? Math.ceil(entitled / 2) : quorum === 'twoThirds' ? Math.ceil((entitled * 2) / 3) : 1)
