// What follows by itself after minutes were sent: they come up for approval in the next meeting, objections are owed an answer, and an approval is noted.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { addDays, addYears } from '#kit/clock/days.ts'
import { arise } from '#kit/duties/arise.ts'
import { stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { meetings } from '../store/meetings.ts'
import { minutes } from '../store/minutes.ts'
import { papers } from '../store/papers.ts'
import { minutesTexts as texts } from '../texts/minutes.de.ts'

/** Days within which the chairs answer an objection. */
const daysToAnswer = 14

export async function putMinutesUp({ db, at }: ChoreScene): Promise<void> {
  for (const { meeting, next, number, day } of await minutes(db).due()) {
    await minutes(db).putUp(at, { meeting, next, title: texts.approvalItem(number, day) })
    await objects(db).change(next, {})
    await journal(db).write({
      verb: 'meeting.minutesPutUp',
      object: next,
      after: { minutes: meeting },
      because: texts.approvalBecause,
    })
  }
}

/** One duty of the body, in the same words for both chairs, for the objections of a day. */
export async function oweAnswer(fact: StatedFact, scene: ChoreScene): Promise<void> {
  const meeting = await meetings(scene.db).find(fact.object)
  const paper = (await papers(scene.db).of(fact.object)).find(({ kind }) => kind === 'minutes')
  if (!meeting || !paper?.id || !paper.edition || (await minutes(scene.db).unanswered(meeting.id)) === 0) return
  const { body } = meeting
  await arise(
    scene,
    {
      kind: 'answerObjection',
      title: texts.duty(meeting.number, meeting.day),
      debtor: body,
      creditor: body,
      subject: meeting.id,
      because: { object: paper.id, edition: paper.edition },
      becauseText: texts.dutyClause,
      strength: 'should',
      period: { from: fact.day, until: addYears(fact.day, 100) },
      opens: fact.day,
      due: addDays(fact.day, daysToAnswer),
      body,
      owner: body,
      audience: 'body',
      readers: [body],
    },
    { facts: [] },
  )
}

/** Answered with the keys of the chairs, or withdrawn: when none is left open, nothing is owed. */
export async function settleObjections(fact: StatedFact, { db, at }: ChoreScene): Promise<void> {
  const id = (await minutes(db).meetingOf(fact.object))?.id ?? fact.object
  const meeting = await meetings(db).find(id)
  if (!meeting || (await minutes(db).unanswered(id)) > 0) return
  const settled = { kind: 'objections.answered', organisation: meeting.body, subject: id, object: id, day: fact.day }
  await stateFact(db, settled, at, null, ['answerObjection'])
}

export async function noteApproval(fact: StatedFact, { db }: ChoreScene): Promise<void> {
  const minuted = await minutes(db).approvedBy(fact.object)
  if (minuted?.approved)
    await journal(db).write({
      verb: 'meeting.minutesApproved',
      object: minuted.meeting,
      after: { decision: fact.object },
      because: texts.approvedBecause,
    })
}
