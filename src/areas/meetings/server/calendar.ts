// Meetings in people's own calendars: one to take along, all as a subscription, and what goes with an invitation by mail.
import { randomBytes } from 'node:crypto'
import { type Appointment, type Circle, icalendar, type Method } from '#kit/calendar/ical.ts'
import { timeOf } from '#kit/clock/clock.ts'
import { addYears } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Forbidden, NotFound } from '#kit/http/refusal.ts'
import type { FileOut, Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { type ObjectRow, objects } from '#kit/objects/objects.ts'
import type { meetings as contract } from '../contract.ts'
import { lengthOf } from '../rules.ts'
import { feeds } from '../store/feeds.ts'
import { type MeetingRow, meetings } from '../store/meetings.ts'
import { type HoldRow, polls } from '../store/polls.ts'
import { calendarTexts as texts } from '../texts/calendar.de.ts'

const statuses = { planned: 'TENTATIVE', invited: 'CONFIRMED', held: 'CONFIRMED', cancelled: 'CANCELLED' } as const
type About = Pick<ObjectRow, 'id' | 'title' | 'revision' | 'invented'>

/** A meeting as it stands now. Its number of revisions only grows, so that every calendar knows which word is the last. */
function appointmentOf(object: About, row: MeetingRow, address: string): Appointment {
  const ends = lengthOf(row)
  const page = `${address}/sitzungen/${object.id}`
  return {
    uid: `${object.id}@nahtstelle`,
    sequence: object.revision,
    day: row.day,
    starts: row.starts,
    ends: ends.at,
    summary: object.title,
    description: [
      ...(row.purpose ? [row.purpose] : []),
      ...(row.status === 'planned' ? [texts.notInvited] : []),
      ...(row.status === 'cancelled' ? [texts.cancelled(row.cancelled_because ?? '')] : []),
      ...(row.online ? [texts.online(row.online)] : []),
      ...(ends.assumed ? [texts.openEnd] : []),
      ...(object.invented ? [texts.invented] : []),
      texts.more(page),
    ].join('\n'),
    location: row.place || row.online,
    url: page,
    status: statuses[row.status],
  }
}

/** A day that is still asked about: noted down, not yet fixed. It goes from the calendar by itself once another one is chosen. */
function holdOf(object: About, row: HoldRow, address: string): Appointment {
  const ends = lengthOf(row)
  const page = `${address}/terminfindungen/${object.id}`
  return {
    uid: `${row.id}@nahtstelle`,
    sequence: object.revision,
    day: row.day,
    starts: row.starts,
    ends: ends.at,
    summary: texts.hold(object.title),
    description: [
      texts.notFixed,
      ...(row.purpose ? [row.purpose] : []),
      ...(ends.assumed ? [texts.openEnd] : []),
      ...(object.invented ? [texts.invented] : []),
      texts.answer(page),
    ].join('\n'),
    location: row.place || row.online,
    url: page,
    status: 'TENTATIVE',
  }
}

const file = (name: string, text: string): FileOut => ({
  name,
  type: 'text/calendar; charset=utf-8',
  bytes: Buffer.from(text),
})

type Part = Pick<Handlers<typeof contract>, 'meetingCalendar' | 'calendarFeed' | 'myFeed' | 'makeFeed' | 'endFeed'>
export const calendarHandlers: Part = {
  async meetingCalendar({ id }, { db, at, target, house }) {
    const row = await meetings(db).find(id)
    if (!row) throw new NotFound()
    const one = appointmentOf(target, row, house.address())
    return file(texts.fileName(target.title), icalendar([one], { name: target.title, at, method: 'PUBLISH' }))
  },
  async calendarFeed({ token }, { db, at, today, house }) {
    if (!(await feeds(db).open(token.replace(/\.ics$/, '')))) throw new NotFound()
    const visible = new Map((await objects(db).list('meeting')).map((object) => [object.id, object]))
    const all = (await meetings(db).list({ from: addYears(today, -1) })).flatMap((row) => {
      const object = visible.get(row.id)
      return object ? [appointmentOf(object, row, house.address())] : []
    })
    const polled = new Map((await objects(db).list('poll')).map((object) => [object.id, object]))
    const holds = (await polls(db).holds(today)).flatMap((row) => {
      const object = polled.get(row.poll)
      return object ? [holdOf(object, row, house.address())] : []
    })
    const shown = [...all, ...holds]
    return { ...file(texts.feedFile, icalendar(shown, { name: texts.feedName, at, method: 'PUBLISH' })), inline: true }
  },
  async myFeed(_input, { db }) {
    return { madeAt: (await feeds(db).mine())?.made_at ?? null }
  },
  async makeFeed(_input, { db, actor, at, house }) {
    if (!actor.organisation) throw new Forbidden()
    const token = randomBytes(32).toString('base64url')
    await feeds(db).end()
    await feeds(db).make(newId(at), actor, token)
    return { address: `${house.address()}/api/calendar/${token}.ics` }
  },
  async endFeed(_input, { db }) {
    await feeds(db).end()
    return {}
  },
}

/**
 * What goes with a mail about a meeting, as its recipient sees it: the invitation, its withdrawal, or the date that a poll has found.
 * @returns null when the mail is about something else, or the meeting is not there for the recipient
 */
export async function calendarOfMail(
  db: Database,
  mail: { what: string | null; object: string },
  { address, circle }: { address: string; circle: Circle },
): Promise<{ method: Method; content: string } | null> {
  const method = mail.what === null ? undefined : methods[mail.what]
  const id = mail.what === 'poll.closed' ? (await polls(db).find(mail.object))?.meeting : mail.object
  const row = method && id ? await meetings(db).find(id) : undefined
  const object = row ? await objects(db).find(row.id) : undefined
  if (!method || !row || !object) return null
  // It may have been called off, or moved, while the mail waited.
  if ((method === 'CANCEL') !== (row.status === 'cancelled')) return null
  const { at } = await timeOf(db)
  const one = appointmentOf(object, row, address)
  return { method, content: icalendar([one], { name: object.title, at, method, circle }) }
}
const methods: Readonly<Record<string, Method>> = {
  'meeting.invited': 'REQUEST',
  'meeting.cancelled': 'CANCEL',
  'poll.closed': 'REQUEST',
}
