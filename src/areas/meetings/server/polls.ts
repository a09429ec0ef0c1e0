// Handlers of polls about dates: opened by chair or office, answered by the seats, and closed on one day, which becomes a planned meeting.
import { holds } from '#kit/access/decide.ts'
import { Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import type { Poll, PollContent, polls as pollContract } from '../contract/polls.ts'
import type { meetings as contract } from '../contract.ts'
import { daysOf } from '../store/days.ts'
import { meetings } from '../store/meetings.ts'
import { type Answered, polls } from '../store/polls.ts'
import { pollTexts as texts } from '../texts/polls.de.ts'
import { planned } from './planning.ts'
import type { Asking } from './shown.ts'

type Part = Omit<Pick<Handlers<typeof contract>, keyof typeof pollContract>, 'proposedDays'>

export async function loadPoll({ db, actor }: Asking, id: string): Promise<Poll> {
  const of = polls(db)
  const row = await of.find(id)
  const object = await objects(db).find(id)
  if (!row || !object) throw new NotFound()
  const { votes, quorum } = await daysOf(db).rules(row.body)
  const { voices, seen } = await of.mine(id, row.body)
  return {
    object: head(object),
    place: row.place,
    online: row.online,
    purpose: row.purpose,
    until: row.until_day,
    remindOn: row.remind_on,
    status: row.status,
    over: row.over,
    withdrawnBecause: row.withdrawn_because,
    options: await of.options(id),
    chosen: row.chosen,
    meeting: row.meeting,
    seats: await of.seats(id),
    leaders: await of.leaders(row.body),
    answers: await of.answers(id),
    guests: await of.guests(id),
    quorum: votes ? quorum : null,
    mine: voices,
    seen,
    mayLead: holds(actor, ['chair', 'office'], [row.body]),
  }
}

/** What whoever loses an edit gets to see, and the journal keeps: what chairs and office wrote, no answers. */
const contentOf = ({ place, online, purpose, until, remindOn, options }: Poll) => ({
  place,
  online,
  purpose,
  until,
  remindOn,
  options,
})

function check(
  content: PollContent,
  today: string,
  options: readonly { day: string; starts: string; ends: string | null }[],
  stands: string | null = null,
) {
  const faults: { path: string; message: string }[] = []
  const say = (path: string, message: string) => void faults.push({ path, message })
  if (content.place === '' && content.online === '') say('place', texts.faults.place)
  if (content.until < today) say('until', texts.faults.untilPast)
  if (content.remindOn && content.remindOn > content.until) say('remindOn', texts.faults.remindLate)
  // On the day itself it would go out with the question.
  if (content.remindOn && content.remindOn <= today && content.remindOn !== stands)
    say('remindOn', texts.faults.remindPast)
  if (options.some(({ day }) => day <= content.until)) say('until', texts.faults.untilLate)
  if (options.some(({ starts, ends }) => ends !== null && ends <= starts)) say('options', texts.faults.ends)
  if (new Set(options.map(({ day, starts }) => `${day} ${starts}`)).size < options.length)
    say('options', texts.faults.twice)
  if (faults.length > 0) throw new Invalid(...faults)
}

/** @throws Refusal where the answer was not taken. */
function requireKept(became: Answered): void {
  if (became === 'over') throw new Refusal('pollOver')
  if (became === 'nobody') throw new Refusal('noVoice')
  if (became === 'since') throw new Refusal('answeredSince')
}

/** @throws NotFound where a link opens nothing. */
export function opened<T>(shown: T | null): T {
  if (shown === null) throw new NotFound()
  return shown
}

const said = ({ fact, today }: Pick<Scene, 'fact' | 'today'>, kind: string, body: string, id: string) =>
  fact({ kind, organisation: body, subject: id, object: id, day: today })

async function requireOpen(scene: Asking, id: string): Promise<Poll> {
  const poll = await loadPoll(scene, id)
  if (poll.status !== 'open') throw new Refusal('pollSettled')
  return poll
}

export const pollHandlers: Part = {
  async listPolls({ body }, { db }) {
    const visible = new Map((await objects(db).list('poll')).map((object) => [object.id, object]))
    return {
      polls: (await polls(db).list(body)).flatMap((row) => {
        const object = visible.get(row.id)
        return object ? [{ object: head(object), until: row.until_day, status: row.status, options: row.options }] : []
      }),
    }
  },
  getPoll: ({ id }, scene) => loadPoll(scene, id),
  async openPoll({ body, options, guests, ...content }, scene) {
    const { db, actor, at, today, record } = scene
    check(content, today, options)
    if (new Set(guests.map(({ address }) => address)).size < guests.length)
      throw new Invalid({ path: 'guests', message: texts.faults.guestTwice })
    const { title } = await objects(db).get(body, 'body')
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'poll',
      title: texts.titleOf((await meetings(db).shortName(body)) ?? title),
      owner: (await meetings(db).office(body)) ?? actor.organisation,
      body,
      author: actor.person,
      audience: 'body',
      readers: [body],
    })
    await polls(db).add(id, body, content)
    for (const option of options) await polls(db).addOption(id, at, option)
    for (const guest of guests) await polls(db).addGuest(id, at, guest)
    const poll = await loadPoll(scene, id)
    await record({ object: id, after: contentOf(poll) })
    await said(scene, 'poll.opened', body, id)
    return poll
  },
  async changePoll({ id, ...content }, scene) {
    const before = await requireOpen(scene, id)
    check(content, scene.today, before.options, before.remindOn)
    await polls(scene.db).change(id, content)
    const after = await loadPoll(scene, id)
    await scene.record({ before: contentOf(before), after: contentOf(after) })
    return after
  },
  async answerPoll({ id, ...given }, scene) {
    requireKept(await polls(scene.db).answer({ poll: id }, given))
    return loadPoll(scene, id)
  },
  async closePoll({ id, option }, scene) {
    const before = await requireOpen(scene, id)
    const chosen = before.options.find((one) => one.id === option)
    if (!chosen || chosen.day < scene.today) throw new Refusal('otherOption')
    const { day, starts, ends } = chosen
    const { place, online, purpose } = before
    const body = scene.target.body!
    const meeting = await planned(scene, body, { day, starts, ends, place, online, purpose })
    await polls(scene.db).close(id, option, meeting.object.id)
    await scene.link('ledTo', { id }, { id: meeting.object.id })
    await scene.record({ before: contentOf(before), after: { day, starts, meeting: meeting.object.id } })
    await said(scene, 'poll.closed', body, id)
    return loadPoll(scene, id)
  },
  async withdrawPoll({ id, reason }, scene) {
    const before = await requireOpen(scene, id)
    await polls(scene.db).withdraw(id, reason)
    await scene.record({ before: contentOf(before), after: { withdrawn: reason } })
    await said(scene, 'poll.withdrawn', scene.target.body!, id)
    return loadPoll(scene, id)
  },
  async endPollLinks({ id, organisation, guest }, { db, record }) {
    if ((organisation === null) === (guest === null))
      throw new Invalid({ path: 'organisation', message: texts.faults.whose })
    const ended = await polls(db).endLinks(id, organisation, guest)
    await record({ after: { organisation, guest, ended } })
    return { ended }
  },
  async pollByLink({ token }, { db }) {
    return opened(await polls(db).byLink(token))
  },
  async answerByLink({ token, ...given }, { db }) {
    requireKept(await polls(db).answer({ token }, given))
    return opened(await polls(db).byLink(token))
  },
}
