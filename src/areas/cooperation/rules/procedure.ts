// Rules of procedure as pure data: where one begins, and what differs between two editions.

export const keyPurposes = ['agenda', 'invitation', 'minutes', 'publication'] as const
export type KeyPurpose = (typeof keyPurposes)[number]

export type Procedure = {
  meetsPerYear: number
  noticeDays: number
  quorum: 'none' | 'half' | 'twoThirds'
  majority: 'simple' | 'absolute' | 'twoThirds' | 'consensus'
  keysFor: KeyPurpose[]
  standIn: 'none' | 'deputy'
  deadlockDays: number | null
  deadlock: 'carryOver' | 'mediation' | null
  secretBallot: boolean
  termAlarmMonths: number
  interim: 'office' | 'continue' | 'none'
  groupMonths: number | null
  text: string
}

const basic: Procedure = {
  meetsPerYear: 2,
  noticeDays: 14,
  quorum: 'none',
  majority: 'consensus',
  keysFor: [...keyPurposes],
  standIn: 'deputy',
  deadlockDays: 14,
  deadlock: 'carryOver',
  secretBallot: false,
  termAlarmMonths: 6,
  interim: 'office',
  groupMonths: 24,
  text: '',
}

/** Where a body begins; every value can be changed before the chairs adopt it. */
export const procedureTemplates = {
  /** Public and free providers of a county, on a par. */
  arge: basic,
  /** A district with its counties and cities. */
  district: { ...basic, noticeDays: 28, quorum: 'half', majority: 'simple', interim: 'continue', groupMonths: 12 },
  /** Working group under § 78 SGB VIII. */
  group78: { ...basic, meetsPerYear: 3, noticeDays: 10, quorum: 'half', majority: 'simple', deadlock: 'mediation' },
} as const satisfies Record<string, Procedure>
export type TemplateName = keyof typeof procedureTemplates

/** The fields in which two editions differ. */
export const differing = (a: Procedure, b: Procedure): (keyof Procedure)[] =>
  (Object.keys(a) as (keyof Procedure)[]).filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))

/** How many meetings the rules ask for in a part of a year: whole ones only, as with an agreement that begins in mid-year. */
export const meetingsDue = (perYear: number, days: number, daysOfYear: number): number =>
  Math.floor((perYear * Math.max(days, 0)) / daysOfYear)
