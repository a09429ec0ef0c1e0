// Appointments for other people's calendars (RFC 5545; invitations by mail: RFC 5546). Local time with its time zone, so that an
// appointment stays at ten o'clock when the clocks change.
import ICAL from 'ical.js'
import { tzlib_get_ical_block } from 'timezones-ical-library'

/** What a calendar does with it: shows it (PUBLISH), or takes it as an invitation (REQUEST) or its withdrawal (CANCEL). */
export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL'
export type Appointment = {
  /** The same for ever; with a higher `sequence` a calendar takes over what changed. */
  uid: string
  sequence: number
  /** Local day and times in Germany: "2026-03-29", "14:00". */
  day: string
  starts: string
  ends: string
  summary: string
  description: string
  location: string
  /** The page of what it is about. */
  url: string
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
}
export type Circle = { organizer: { name: string; address: string }; attendee: { name: string; address: string } }

const zone = 'Europe/Berlin'

/**
 * The appointments as the text of one calendar file, lines folded, text escaped.
 * @param name how a subscription is called in the reader's list
 * @param at the instant of writing, ISO in UTC
 * @param circle who invites whom; the addresses of the others are in nobody's invitation
 */
export function icalendar(
  appointments: readonly Appointment[],
  { name, at, method, circle }: { name: string; at: string; method: Method; circle?: Circle },
): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', '-//Nahtstelle//Sitzungen//DE')
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN')
  calendar.updatePropertyWithValue('method', method)
  if (method === 'PUBLISH') {
    calendar.updatePropertyWithValue('name', name)
    calendar.updatePropertyWithValue('x-wr-calname', name)
    calendar.updatePropertyWithValue('x-wr-timezone', zone)
    const often = new ICAL.Property('refresh-interval', calendar)
    often.resetType('duration')
    often.setValue(ICAL.Duration.fromString('PT1H'))
    calendar.addProperty(often)
  }
  if (appointments.length > 0) calendar.addSubcomponent(zoneBlock())
  for (const appointment of appointments) calendar.addSubcomponent(eventOf(appointment, at, circle))
  return `${calendar.toString()}\r\n`
}

function zoneBlock(): ICAL.Component {
  const [block] = tzlib_get_ical_block(zone) as string[]
  return new ICAL.Component(ICAL.parse(block!.trim()))
}

function eventOf(one: Appointment, at: string, circle: Circle | undefined): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.updatePropertyWithValue('uid', one.uid)
  event.updatePropertyWithValue('sequence', one.sequence)
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${at.slice(0, 19)}Z`))
  for (const [property, time] of [
    ['dtstart', one.starts],
    ['dtend', one.ends],
  ] as const)
    event
      .updatePropertyWithValue(property, ICAL.Time.fromDateTimeString(`${one.day}T${time}:00`))
      .setParameter('tzid', zone)
  event.updatePropertyWithValue('summary', one.summary)
  if (one.description) event.updatePropertyWithValue('description', one.description)
  if (one.location) event.updatePropertyWithValue('location', one.location)
  event.updatePropertyWithValue('url', one.url)
  event.updatePropertyWithValue('status', one.status)
  event.updatePropertyWithValue('transp', one.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE')
  if (!circle) return event
  event
    .updatePropertyWithValue('organizer', `mailto:${circle.organizer.address}`)
    .setParameter('cn', circle.organizer.name)
  const attendee = event.updatePropertyWithValue('attendee', `mailto:${circle.attendee.address}`)
  attendee.setParameter('cn', circle.attendee.name)
  attendee.setParameter('role', 'REQ-PARTICIPANT')
  attendee.setParameter('partstat', 'NEEDS-ACTION')
  attendee.setParameter('rsvp', 'FALSE')
  return event
}
