// Terms that end: months before, a duty arises to put the election on the agenda, or to send somebody anew; it ends by itself when its ground is gone.
import type { ChoreScene } from '#kit/chores/chores.ts'
import { addDays, addYears } from '#kit/clock/days.ts'
import { arise } from '#kit/duties/arise.ts'
import { stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { type Alarm, type AlarmRules, chairStanding, sendingAlarm } from '../rules/terms.ts'
import { bodies, type ConstituencyRow } from '../store/bodies.ts'
import { type ElectionRow, type ElectionRules, elections, over } from '../store/elections.ts'
import { terminations } from '../store/terminations.ts'
import { type AlarmRow, terms } from '../store/terms.ts'
import { electionRules as t } from '../texts/elections.de.ts'

type Body = { id: string; owner: string; ends_on: string | null }
type Owed = Alarm & {
  kind: 'reelect' | 'resend'
  debtor: string
  subject: string
  title: string
  because: string
  until: string
}

const isSame = (alarm: AlarmRow, one: Owed) =>
  alarm.kind === one.kind &&
  alarm.debtor === one.debtor &&
  alarm.subject === one.subject &&
  alarm.period_from === one.opens

/** All bodies, or one. Running it again changes nothing. */
export async function watchTerms(scene: ChoreScene, only?: string): Promise<void> {
  for (const body of await terms(scene.db).bodies()) {
    if (only && body.id !== only) continue
    const { ends_on: end } = body
    // Whoever acts until the body itself ends is followed by nobody.
    const owed =
      end !== null && end <= scene.today
        ? []
        : (await owedIn(scene, body)).filter((one) => end === null || one.until < end)
    const there = await terms(scene.db).alarms(body.id)
    await settle(scene, body, owed, there)
    // What was owed under an earlier edition of the rules keeps its words.
    for (const one of owed) if (!there.some((alarm) => isSame(alarm, one))) await owe(scene, body, one)
  }
}

async function owedIn({ db, today }: ChoreScene, body: Body): Promise<Owed[]> {
  const rules = await elections(db).rules(body.id)
  const alarm = { months: rules.term_alarm_months, noticeDays: rules.notice_days }
  const rows = await terms(db).ofChairs(body.id)
  const held = await elections(db).of(body.id)
  const groups = await bodies(db).constituencies(body.id)
  const owed: Owed[] = []
  for (const group of groups.filter((one) => one.chair !== null)) {
    const standing = chairStanding(
      rows.filter((row) => row.constituency === group.id),
      today,
      alarm,
    )
    const { last } = standing
    if (!last?.until) continue
    const falls = await terminations(db).chairFalls(last.organisation, body.id)
    const fell = falls !== null && falls <= last.until
    // Who appoints is asked for a successor (below), unless it has left: then the body is.
    if (group.chair !== 'elected' && !fell) continue
    const found = reelect(body.id, group, last.organisation, last.until, standing.alarm!, held, rules)
    if (found && found.opens <= today) owed.push(fell ? { ...found, ...t.fell(group, last.until) } : found)
  }
  return [...owed, ...(await resend(db, body.id, groups, alarm, today))]
}

/** Nothing is owed while an election runs; one that came to nothing opens the duty anew. */
function reelect(
  body: string,
  group: ConstituencyRow,
  organisation: string,
  until: string,
  alarm: Alarm,
  held: readonly ElectionRow[],
  rules: ElectionRules,
): Owed | null {
  const own = held.filter((one) => one.constituency === group.id && one.role === 'chair')
  if (own.some((one) => !over.includes(one.status))) return null
  const failed = own
    .filter((one) => one.status !== 'accepted' && one.settled_on !== null && one.settled_on >= alarm.opens)
    .map((one) => addDays(one.settled_on!, 1))
  const opens = [alarm.opens, ...failed].toSorted().at(-1)!
  return {
    kind: 'reelect',
    debtor: body,
    subject: organisation,
    title: t.reelect(group.name, until),
    because: t.because(rules.edition, rules.term_alarm_months, group.term_years),
    opens,
    due: failed.length > 0 && alarm.due < addDays(opens, 28) ? addDays(opens, 28) : alarm.due,
    until,
  }
}

/** Delegates, and chairs whom their own organisation appoints: whoever sends is asked, the authority like the associations. */
async function resend(
  db: ChoreScene['db'],
  body: string,
  groups: readonly ConstituencyRow[],
  alarm: AlarmRules,
  today: string,
): Promise<Owed[]> {
  const sent = await terms(db).sent(body)
  const elected = new Set(
    (await terms(db).ofChairs(body))
      .filter((row) => groups.find((one) => one.id === row.constituency)?.chair === 'elected')
      .map((row) => row.organisation),
  )
  const keys = new Set(
    sent
      .filter((one) => one.role === 'delegate' || !elected.has(one.organisation))
      .map((one) => `${one.organisation}/${one.role}`),
  )
  return [...keys].flatMap((key): Owed[] => {
    const [organisation, role] = key.split('/') as [string, string]
    const own = sent.filter((one) => one.organisation === organisation && one.role === role)
    const found = sendingAlarm(own, alarm)
    if (!found || found.opens > today) return []
    const last = own.find((one) => one.until === found.until)!
    const [title, because] = role === 'chair' ? [t.reappoint, t.becauseAppointed] : [t.resend, t.becauseSent]
    return [
      {
        kind: 'resend',
        debtor: organisation,
        subject: body,
        title: title(found.until),
        because: because(last.basis, last.from),
        ...found,
      },
    ]
  })
}

async function owe(scene: ChoreScene, body: Body, one: Owed): Promise<void> {
  const { debtor } = one
  const last = [one.until, scene.today].toSorted().at(-1)!
  await arise(
    scene,
    {
      kind: one.kind,
      title: one.title,
      debtor,
      creditor: body.id,
      subject: one.subject,
      becauseText: one.because,
      strength: 'must',
      period: { from: one.opens, until: addYears(last, 5) },
      opens: one.opens,
      due: one.due,
      body: body.id,
      owner: one.kind === 'reelect' ? body.owner : one.debtor,
      audience: 'body',
      readers: [...new Set([body.id, debtor])],
    },
    { after: { until: one.until } },
  )
}

/** What is no longer owed ends as done: elected already, sent anew, the term extended, the body dissolved. */
async function settle(
  { db, at, today }: ChoreScene,
  body: Body,
  owed: readonly Owed[],
  there: readonly AlarmRow[],
): Promise<void> {
  for (const duty of there) {
    if (!duty.open || owed.some((one) => isSame(duty, one))) continue
    const entry = await journal(db).write({ verb: 'duty.ground.gone', object: duty.id, because: t.settled })
    const about = [today, duty.period_from].toSorted().at(-1)!
    await stateFact(
      db,
      { kind: 'term.settled', organisation: duty.debtor, subject: duty.subject, object: body.id, day: today, about },
      at,
      entry,
      ['reelect', 'resend'],
    )
  }
}
