// Rules of procedure as pure data: where one begins, and what differs between two editions.

export const keyPurposes = ['agenda', 'invitation', 'minutes', 'publication'] as const
export type KeyPurpose = (typeof keyPurposes)[number]

/**
 * simple: more in favour than against, in an election the most votes. cast: more than half of the votes that were cast. entitled: more than half of
 * all seats with a vote, there or not. How each is counted stands in one place of the database, for elections and meetings (cooperation.has_majority).
 */
export const majorities = ['simple', 'cast', 'entitled', 'twoThirds', 'consensus'] as const
export type Majority = (typeof majorities)[number]

/** muss, soll, in der Regel. */
export type RuleStrength = 'must' | 'should' | 'usual'

export type Procedure = {
  meetsPerYear: number
  noticeDays: number
  noticeStrength: RuleStrength
  /** Items for the agenda are handed in so many days before the meeting. */
  itemDays: number | null
  /** The minutes reach everybody within so many days. */
  minutesDays: number | null
  minutesStrength: RuleStrength
  /** An organisation with a seat may object to the minutes for so many days after they were sent. */
  objectionDays: number
  quorum: 'none' | 'half' | 'twoThirds'
  majority: Majority
  keysFor: KeyPurpose[]
  standIn: 'none' | 'deputy'
  deadlockDays: number | null
  deadlock: 'carryOver' | 'mediation' | null
  secretBallot: boolean
  termAlarmMonths: number
  interim: 'office' | 'continue' | 'none'
  groupMonths: number | null
  /** Deciding by circulation; null: the body does not. */
  circulation: { days: number; majority: Majority; toMeeting: boolean } | null
  text: string
}

const basic: Procedure = {
  meetsPerYear: 2,
  noticeDays: 14,
  noticeStrength: 'must',
  itemDays: 21,
  minutesDays: 28,
  minutesStrength: 'should',
  objectionDays: 14,
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
  circulation: null,
  text: '',
}

/** What the rules say, in the order of their paragraphs: "§ 2" is the invitation whatever an edition says about it. */
export const paragraphs = [
  'meetings',
  'notice',
  'items',
  'minutes',
  'quorum',
  'majority',
  'keys',
  'always',
  'standIn',
  'deadlock',
  'ballot',
  'terms',
  'interim',
  'groups',
  'circulation',
] as const
export type Paragraph = (typeof paragraphs)[number]
export const paragraph = (name: Paragraph): string => `§ ${paragraphs.indexOf(name) + 1}`

/** Where a body begins; every value can be changed before the chairs adopt it. */
export const procedureTemplates = {
  /** Public and free providers of a county, on a par. */
  arge: basic,
  /** A district with its counties and cities. */
  district: {
    ...basic,
    noticeDays: 28,
    itemDays: 42,
    quorum: 'half',
    majority: 'simple',
    interim: 'continue',
    groupMonths: 12,
  },
  /** Working group under § 78 SGB VIII. */
  group78: { ...basic, meetsPerYear: 3, noticeDays: 10, quorum: 'half', majority: 'simple', deadlock: 'mediation' },
} as const satisfies Record<string, Procedure>
export type TemplateName = keyof typeof procedureTemplates

/** With the invitation the agenda goes out: items are handed in before that. */
export const itemsInTime = ({ itemDays, noticeDays }: Pick<Procedure, 'itemDays' | 'noticeDays'>): boolean =>
  itemDays === null || itemDays >= noticeDays

/** The fields in which two editions differ. */
export const differing = (a: Procedure, b: Procedure): (keyof Procedure)[] =>
  (Object.keys(a) as (keyof Procedure)[]).filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))

/** How many meetings the rules ask for in a part of a year: whole ones only, as with an agreement that begins in mid-year. */
export const meetingsDue = (perYear: number, days: number, daysOfYear: number): number =>
  Math.floor((perYear * Math.max(days, 0)) / daysOfYear)
