// Small decisions about meetings.

/** "… beschlussfähig, wenn mindestens die Hälfte (zwei Drittel) der Mitglieder vertreten ist": how many seats that is. */
export const seatsNeeded = (quorum: 'none' | 'half' | 'twoThirds', entitled: number): number =>
  Math.max(1, quorum === 'half' ? Math.ceil(entitled / 2) : quorum === 'twoThirds' ? Math.ceil((entitled * 2) / 3) : 1)
