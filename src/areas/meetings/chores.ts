// What follows by itself from meetings: invitation and minutes go to everybody in the body, a stated need is treated in the next meeting, and what hangs
// between two keys comes on the next agenda.
import { oweTreatment } from '#areas/planning/store/owing.ts'
import type { ChoreScene, Chores, StatedFact } from '#kit/chores/chores.ts'
import { stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { announce, sendOut, tendCirculations } from './chores/circulations.ts'
import { takeIn } from './chores/concerns.ts'
import { tellDeputies } from './chores/deputies.ts'
import { noteApproval, oweAnswer, putMinutesUp, settleObjections } from './chores/minutes.ts'
import { askAll, tellAnswered, tendPolls } from './chores/polls.ts'
import { askToAnswer, tell } from './chores/tell.ts'
import { feeds } from './store/feeds.ts'
import { meetings } from './store/meetings.ts'
import { papers } from './store/papers.ts'
import { pollsTold } from './store/polls-told.ts'
import { texts } from './texts.de.ts'

/** The same mail for everybody who acts in the body, once per edition of the invitation. */
async function sendInvitations(fact: { object: string }, { db }: ChoreScene): Promise<void> {
  if ((await meetings(db).find(fact.object))?.status !== 'invited') return
  const invitation = (await papers(db).of(fact.object)).find((paper) => paper.kind === 'invitation')
  await askToAnswer(db, await papers(db).invited(fact.object), {
    object: fact.object,
    what: 'meeting.invited',
    once: `meeting:${fact.object}:invited:${invitation?.edition ?? 0}`,
  })
}

/** Released by whoever the rules ask for: the minutes go to everybody in the body, once per edition, and that they went is said. */
async function sendMinutes(fact: StatedFact, { db, at }: ChoreScene): Promise<void> {
  const meeting = await papers(db).meetingOf(fact.object)
  if (!meeting) return
  const minutes = (await papers(db).of(meeting.id)).find((paper) => paper.kind === 'minutes')
  if (!minutes?.settled || (await papers(db).minutesSent(meeting.id))) return
  await tell(db, await papers(db).invited(meeting.id), {
    object: meeting.id,
    what: 'meeting.minutes',
    once: `meeting:${meeting.id}:minutes:${minutes.edition}`,
  })
  const entry = await journal(db).write({
    verb: 'meeting.minutesSent',
    object: meeting.id,
    after: { edition: minutes.edition },
    because: texts.minutesSent,
  })
  await stateFact(
    db,
    {
      kind: 'minutes.sent',
      organisation: meeting.body,
      subject: meeting.id,
      object: meeting.id,
      day: fact.day,
      about: meeting.day,
    },
    at,
    entry,
    ['minutes'],
  )
}

/** Also when the next meeting is planned only later: it is looked for every day. */
async function carryOver({ db, at }: ChoreScene): Promise<void> {
  for (const { object, kind, title, audience, meeting } of await papers(db).carriedOver()) {
    await papers(db).carryOver(at, {
      object,
      meeting,
      title: audience === 'named' ? texts.carriedOverUnnamed : texts.carriedOver(title).slice(0, 300),
    })
    await objects(db).change(meeting, {})
    await journal(db).write({
      verb: 'meeting.itemCarriedOver',
      object: meeting,
      after: { kind },
      because: texts.carriedOverBecause,
    })
  }
}

/** Whoever was invited learns that it does not take place. */
async function callOff(fact: { object: string }, { db }: ChoreScene): Promise<void> {
  await tell(db, await papers(db).wereInvited(fact.object), {
    object: fact.object,
    what: 'meeting.cancelled',
    once: `meeting:${fact.object}:cancelled`,
  })
}

export const chores: Chores = {
  erase: {
    async person(id, { db }) {
      await feeds(db).forget(id)
      await pollsTold(db).forgetPerson(id)
    },
  },
  evidence: { 'objections.answered': ['answerObjection'] },
  onFact: {
    'poll.opened': ({ object }, { db }) => askAll(db, object),
    'poll.closed': ({ object }, { db }) => tellAnswered(db, object, 'poll.closed'),
    'poll.withdrawn': ({ object }, { db }) => tellAnswered(db, object, 'poll.withdrawn'),
    'meeting.invited': sendInvitations,
    'meeting.cancelled': callOff,
    'minutes.released': sendMinutes,
    'minutes.sent': (_, scene) => putMinutesUp(scene),
    'meeting.planned': async (_, scene) => {
      await putMinutesUp(scene)
      await announce(scene)
    },
    'objection.raised': oweAnswer,
    'objection.withdrawn': settleObjections,
    'rectification.released': settleObjections,
    'circulation.released': sendOut,
    'decision.released': async (fact, scene) => {
      await noteApproval(fact, scene)
      await announce(scene)
    },
    'release.carryOver': (_fact, scene) => carryOver(scene),
    /** A stated need is treated in the next meeting of its body. */
    async 'need.stated'(fact, scene) {
      const body = (await objects(scene.db).find(fact.object))?.body
      if (!body) return
      await oweTreatment(scene, fact.object, fact.day, await meetings(scene.db).nextWithOpenAgenda(body, fact.day))
    },
  },
  daily: {
    carryOver,
    putMinutesUp,
    tendCirculations,
    sweepFeeds: ({ db }) => feeds(db).sweep(),
    tendPolls: ({ db }) => tendPolls(db),
    tellDeputies: ({ db }) => tellDeputies(db),
    forgetPolls: ({ db }) => pollsTold(db).forget(),
    takeIn,
  },
}
