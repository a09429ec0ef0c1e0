// Who asks: one person for each way of standing to the county's office and to the body, so that every right shows in exactly those who have it.

/** `rest` in an expectation means: everybody not named beside it. */
export const subjects = {
  visitor: 'nobody is signed in',
  unmandated: 'signed in, but without a mandate of today',
  ended: 'wants to act for the county, whose mandate has ended',
  future: 'wants to act for the county, whose mandate begins later',
  admin: 'the county: sets it up',
  head: 'the county: leads it',
  planner: 'the county: social planning; author of what the county has',
  checker: 'the county: checks',
  staff: 'the county: works there',
  counsellor: 'the county: counsels',
  chair: 'the body: chairs it, sent by the association, without a role at home',
  office: 'the body: runs its office, sent by the association, without a role at home',
  delegate: 'the body: sent by the association, without a role at home',
  deputy: 'the body: stands in, sent by the association, without a role at home',
  guest: 'the body: invited, without a role at home',
  member: 'the association, member of the body: planner at home there, no part in the body',
  stranger: 'another organisation, in no body: planner there',
  elsewhere: 'a member organisation of another body: its delegate and planner',
} as const

export type Subject = keyof typeof subjects
export const everybody = Object.keys(subjects) as Subject[]

/** Outcome → names of subjects, separated by blanks; exactly one outcome may say `rest`. */
export type Expected<Outcome extends string | number> = Partial<Record<Outcome, string>>

/** What is expected of each subject. @throws when somebody is named twice, is unknown, or is left out. */
export function expand<Outcome extends string | number>(
  expected: Expected<Outcome>,
  where: string,
): Map<Subject, string> {
  const found = new Map<Subject, string>()
  let rest: string | undefined
  for (const [outcome, names] of Object.entries(expected) as [string, string][]) {
    for (const name of names.split(' ').filter(Boolean)) {
      if (name === 'rest') {
        if (rest) throw new Error(`${where}: the rest is named twice`)
        rest = outcome
        continue
      }
      if (!(name in subjects)) throw new Error(`${where}: there is no subject ${name}`)
      if (found.has(name as Subject)) throw new Error(`${where}: ${name} is named twice`)
      found.set(name as Subject, outcome)
    }
  }
  for (const subject of everybody) {
    if (found.has(subject)) continue
    if (!rest) throw new Error(`${where}: nothing is expected of ${subject}`)
    found.set(subject, rest)
  }
  return found
}
