// Meetings in people's own calendars: one to take along, all as a subscription.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id, Instant } from '#kit/ref.ts'

const noTrace = { none: 'where somebody reads the own meetings is nobody else’s concern' } as const

export const calendar = contract({
  meetingCalendar: {
    method: 'GET',
    path: '/meetings/:id/calendar',
    summary: 'The meeting as an appointment for the own calendar (iCalendar)',
    who: 'signedIn',
    target: 'meeting',
    params: z.object({ id: Id }),
    reply: z.unknown(),
    file: true,
  },
  calendarFeed: {
    method: 'GET',
    path: '/calendar/:token',
    summary: 'Calendar subscription: all meetings that the person sees to whom this address was given (iCalendar)',
    who: 'anyone',
    params: z.object({ token: z.string().min(20).max(100) }),
    reply: z.unknown(),
    file: true,
  },
  myFeed: {
    method: 'GET',
    path: '/calendar',
    summary: 'Since when there is an address for subscribing to the own meetings; null: there is none',
    who: 'signedIn',
    reply: z.object({ madeAt: Instant.nullable() }),
  },
  makeFeed: {
    method: 'POST',
    path: '/calendar',
    summary: 'Make an address for subscribing to the own meetings; an earlier one ends',
    who: 'signedIn',
    reply: z.object({ address: z.string() }),
    journal: noTrace,
    guard: { none: 'a second address takes the place of the first, and a kept reply would keep the secret' },
  },
  endFeed: {
    method: 'DELETE',
    path: '/calendar',
    summary: 'Take back the address for subscribing to the own meetings',
    who: 'signedIn',
    reply: z.object({}),
    journal: noTrace,
    guard: { none: 'what has ended ends no further' },
  },
})
