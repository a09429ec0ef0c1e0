// Meetings of a body: agenda, who was represented, notes, and a typed result for each item (OParl: Meeting, AgendaItem).
import { z } from 'zod'
import { DecisionContent, Result } from '#areas/planning/contract/decisions.ts'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'

/** A clock time in Germany, as on the invitation. */
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const words = (most: number) => z.string().trim().max(most).default('')

export const MeetingStatus = z.enum(['planned', 'invited', 'held', 'cancelled'])
export type MeetingStatus = z.infer<typeof MeetingStatus>
export const Level = z.enum(['strategic', 'operative'])
export const Presence = z.enum(['present', 'excused', 'absent'])
export type Presence = z.infer<typeof Presence>

export const MeetingContent = z.object({
  day: Day,
  starts: Time,
  ends: Time.nullable().default(null),
  /** A room, an address for video, or both. */
  place: words(300),
  online: words(500),
  purpose: words(2000),
})
export type MeetingContent = z.infer<typeof MeetingContent>

export const ItemContent = z.object({
  title: z.string().trim().min(3).max(300),
  level: Level.default('strategic'),
  public: z.boolean().default(true),
  paper: words(10_000),
})
export type ItemContent = z.infer<typeof ItemContent>

export const AgendaItem = ItemContent.extend({
  id: Id,
  position: z.int(),
  notes: z.string(),
  /** What it is about, where the reader may see it. */
  concerning: z.object({ id: Id, kind: z.string(), title: z.string() }).nullable(),
  hasResult: z.boolean(),
  /** The result, where the reader may see it: before the joint release only chairs and office do. */
  result: z.object({ id: Id, title: z.string(), result: Result, released: z.boolean() }).nullable(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

/** What both chairs release around a meeting, where the rules of the body ask for it. */
export const PaperKind = z.enum(['agenda', 'invitation', 'minutes'])
export type PaperKind = z.infer<typeof PaperKind>
export const Paper = z.object({
  kind: PaperKind,
  /** The object whose editions the chairs release; null: not yet put before them. */
  object: Id.nullable(),
  edition: z.int().nullable(),
  /** The edition says what stands here now. */
  upToDate: z.boolean(),
  needsKeys: z.boolean(),
  /** A chair has handed this edition back. */
  returned: z.boolean(),
  /** Up to date, and released wherever the rules ask for it. */
  settled: z.boolean(),
})
export type Paper = z.infer<typeof Paper>

export const MeetingLine = z.object({
  object: ObjectHead,
  number: z.int(),
  day: Day,
  starts: z.string(),
  ends: z.string().nullable(),
  place: z.string(),
  online: z.string(),
  status: MeetingStatus,
  items: z.int(),
  results: z.int(),
})
export type MeetingLine = z.infer<typeof MeetingLine>

export const Meeting = MeetingLine.omit({ items: true, results: true }).extend({
  purpose: z.string(),
  cancelledBecause: z.string().nullable(),
  items: z.array(AgendaItem),
  /** Taken off the agenda; can be put back. */
  removed: z.array(AgendaItem),
  /** Every organisation with a seat on that day; null: not yet noted. */
  attendance: z.array(z.object({ organisation: Named, state: Presence.nullable() })),
  papers: z.array(Paper),
  mayLead: z.boolean(),
})
export type Meeting = z.infer<typeof Meeting>

const leads = { as: ['chair', 'office'] } as const
const id = { target: 'meeting', params: z.object({ id: Id }), reply: Meeting } as const
const item = { target: 'meeting', params: z.object({ id: Id, item: Id }), reply: Meeting } as const

export const meetings = contract({
  listMeetings: {
    method: 'GET',
    path: '/meetings',
    summary: 'Meetings of my bodies or of one, latest first',
    who: 'signedIn',
    query: z.object({ body: Id.optional() }),
    reply: z.object({ meetings: z.array(MeetingLine) }),
  },
  getMeeting: {
    method: 'GET',
    path: '/meetings/:id',
    summary: 'A meeting with agenda, attendance and results',
    who: 'signedIn',
    ...id,
  },
  proposedItems: {
    method: 'GET',
    path: '/meetings/:id/proposals',
    summary: 'What is due and stands on no agenda yet: elections, announced or asked for by a term that ends',
    who: 'signedIn',
    ...id,
    reply: z.object({ proposals: z.array(z.object({ title: z.string(), concerning: Id.nullable() })) }),
  },
  planMeeting: {
    method: 'POST',
    path: '/meetings',
    summary: 'Plan the next meeting of a body',
    who: leads,
    body: MeetingContent.extend({ body: Id }),
    reply: Meeting,
    journal: 'meeting.planned',
    guard: 'key',
  },
  changeMeeting: {
    method: 'PUT',
    path: '/meetings/:id',
    summary: 'Change day, time or place',
    who: leads,
    ...id,
    body: MeetingContent,
    refusals: ['over'],
    journal: 'meeting.changed',
    guard: 'ifMatch',
  },
  addItem: {
    method: 'POST',
    path: '/meetings/:id/items',
    summary: 'Put something on the agenda: a topic, or a need that is stated in this body',
    who: leads,
    ...id,
    body: ItemContent.partial({ title: true }).extend({ concerning: Id.nullable().default(null) }),
    refusals: ['over', 'invited', 'alreadyOnAgenda', 'otherBody', 'needWithdrawn'],
    journal: 'meeting.itemAdded',
    guard: 'key',
  },
  changeItem: {
    method: 'PUT',
    path: '/meetings/:id/items/:item',
    summary: 'Change an item of the agenda',
    who: leads,
    ...item,
    body: ItemContent,
    refusals: ['over', 'invited'],
    journal: 'meeting.itemChanged',
    guard: 'ifMatch',
  },
  orderItems: {
    method: 'PUT',
    path: '/meetings/:id/agenda',
    summary: 'Put the agenda into this order',
    who: leads,
    ...id,
    body: z.object({ items: z.array(Id).max(200) }),
    refusals: ['over', 'invited', 'otherItems'],
    journal: 'meeting.agendaOrdered',
    guard: 'ifMatch',
  },
  removeItem: {
    method: 'DELETE',
    path: '/meetings/:id/items/:item',
    summary: 'Take an item off the agenda; it can be put back',
    who: leads,
    ...item,
    refusals: ['over', 'invited', 'hasResult'],
    journal: 'meeting.itemRemoved',
    guard: 'ifMatch',
  },
  restoreItem: {
    method: 'POST',
    path: '/meetings/:id/items/:item/restoration',
    summary: 'Put an item back on the agenda',
    who: leads,
    ...item,
    refusals: ['over', 'invited', 'alreadyOnAgenda', 'needWithdrawn'],
    journal: 'meeting.itemRestored',
    guard: 'ifMatch',
  },
  writeNotes: {
    method: 'PUT',
    path: '/meetings/:id/items/:item/notes',
    summary: 'Write what was said about an item',
    who: leads,
    ...item,
    body: z.object({ notes: z.string().max(50_000) }),
    refusals: ['cancelled', 'minutesSettled'],
    journal: 'meeting.notesWritten',
    guard: 'ifMatch',
  },
  holdMeeting: {
    method: 'POST',
    path: '/meetings/:id/holding',
    summary: 'The meeting takes place or has taken place',
    who: leads,
    ...id,
    refusals: ['over', 'notYet'],
    journal: 'meeting.held',
    guard: 'ifMatch',
  },
  cancelMeeting: {
    method: 'POST',
    path: '/meetings/:id/cancellation',
    summary: 'Call the meeting off, with the reason',
    who: leads,
    ...id,
    body: z.object({ reason: z.string().trim().min(3).max(2000) }),
    refusals: ['over'],
    journal: 'meeting.cancelled',
    guard: 'ifMatch',
  },
  presentPaper: {
    method: 'POST',
    path: '/meetings/:id/papers',
    summary: 'Put agenda, invitation or minutes before the chairs, as the meeting stands now',
    who: leads,
    ...id,
    body: z.object({ kind: PaperKind }),
    refusals: ['over', 'notHeld', 'noAgenda', 'agendaFirst', 'samePaper'],
    journal: 'meeting.paperPresented',
    guard: 'key',
  },
  inviteMeeting: {
    method: 'POST',
    path: '/meetings/:id/invitation',
    summary: 'Send the invitation with the agenda to all members, once both are released',
    who: leads,
    ...id,
    refusals: ['over', 'alreadyInvited', 'notReleased'],
    journal: 'meeting.invited',
    guard: 'ifMatch',
  },
  reopenMeeting: {
    method: 'POST',
    path: '/meetings/:id/reopening',
    summary: 'Take the invitation back in order to correct it; it goes out anew',
    who: leads,
    ...id,
    refusals: ['notInvited'],
    journal: 'meeting.reopened',
    guard: 'ifMatch',
  },
  noteAttendance: {
    method: 'PUT',
    path: '/meetings/:id/attendance',
    summary: 'Note which organisations were represented',
    who: leads,
    ...id,
    body: z.object({ attendance: z.array(z.object({ organisation: Id, state: Presence })).max(500) }),
    refusals: ['noSeat', 'notHeld', 'minutesSettled'],
    journal: 'meeting.attendanceNoted',
    guard: 'ifMatch',
  },
  recordResult: {
    method: 'POST',
    path: '/meetings/:id/items/:item/result',
    summary: 'Record what came out of an item; it counts when both chairs have released it',
    who: leads,
    ...item,
    body: DecisionContent,
    refusals: [
      'notHeld',
      'hasResult',
      'minutesSettled',
      'noVotes',
      'addresseeMissing',
      'needNotStated',
      'setAsideOnlyNoted',
    ],
    journal: 'meeting.resultRecorded',
    guard: 'key',
  },
})
