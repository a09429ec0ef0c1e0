// How the standing of a meeting is coloured, the same everywhere.
export const meetingTone = { planned: 'info', invited: 'info', held: 'success', cancelled: 'neutral' } as const
