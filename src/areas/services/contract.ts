// Angebote: what people can make use of, who provides it, for whom, where, and which measure it carries out (HSDS: service).
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'

export const Category = z.enum([
  'dayCare',
  'outpatientCare',
  'residentialCare',
  'counselling',
  'debtCounselling',
  'housing',
  'youth',
  'family',
  'integration',
  'inclusion',
  'meetingPlace',
  'other',
])
export type Category = z.infer<typeof Category>
export const ServiceStatus = z.enum(['planned', 'open', 'closed'])
export type ServiceStatus = z.infer<typeof ServiceStatus>
/** Who may find it: inside the own house while it is being prepared, everybody signed in, or everybody. */
export const ServiceAudience = z.enum(['organisation', 'members', 'public'])

const words = (most: number) => z.string().trim().max(most).default('')

export const ServiceContent = z.object({
  title: z.string().trim().min(3).max(200),
  category: Category,
  description: words(4000),
  targetGroup: z.string().trim().min(2).max(500),
  area: Id.nullable().default(null),
  areaName: z.string().trim().min(2).max(200).nullable().default(null),
  address: words(500),
  capacity: z.int().positive().max(1_000_000).nullable().default(null),
  capacityUnit: words(60),
  opening: words(500),
  contact: words(500),
  from: Day.nullable().default(null),
  audience: ServiceAudience.default('members'),
  answers: Id.nullable().default(null),
})
export type ServiceContent = z.infer<typeof ServiceContent>

export const Service = z.object({
  object: ObjectHead,
  category: Category,
  description: z.string(),
  targetGroup: z.string(),
  area: Named.nullable(),
  areaName: z.string().nullable(),
  address: z.string(),
  capacity: z.int().nullable(),
  capacityUnit: z.string(),
  opening: z.string(),
  contact: z.string(),
  status: ServiceStatus,
  from: Day.nullable(),
  /** The last day on which it is there. */
  lastDay: Day.nullable(),
  /** The measure that it carries out, where it may be seen. */
  answers: Named.nullable(),
})
export type Service = z.infer<typeof Service>

const who = { as: ['admin', 'head', 'planner', 'staff'] } as const
const named = { target: 'service', params: z.object({ id: Id }) } as const
const reply = Service

export const services = contract({
  listServices: {
    method: 'GET',
    path: '/services',
    summary: 'Services, by area, category, provider or the measure they carry out',
    who: 'anyone',
    query: z.object({
      area: Id.optional(),
      category: Category.optional(),
      provider: Id.optional(),
      answers: Id.optional(),
      status: ServiceStatus.optional(),
    }),
    reply: z.object({ services: z.array(Service) }),
  },
  getService: { method: 'GET', path: '/services/:id', summary: 'A service', who: 'anyone', ...named, reply },
  addService: {
    method: 'POST',
    path: '/services',
    summary: 'Add a service of the organisation for which I act',
    who,
    body: ServiceContent,
    reply,
    refusals: ['noMeasure'],
    journal: 'service.added',
    guard: 'key',
  },
  changeService: {
    method: 'PUT',
    path: '/services/:id',
    summary: 'Change a service',
    who,
    ...named,
    body: ServiceContent,
    reply,
    refusals: ['noMeasure', 'closed'],
    journal: 'service.changed',
    guard: 'ifMatch',
  },
  announceChange: {
    method: 'POST',
    path: '/services/:id/announcements',
    summary: 'Say in good time what will change, and from when',
    who,
    ...named,
    body: z.object({ day: Day, what: z.string().trim().min(5).max(2000) }),
    reply,
    refusals: ['closed'],
    journal: 'service.changeAnnounced',
    guard: 'key',
  },
  openService: {
    method: 'POST',
    path: '/services/:id/opening',
    summary: 'It is open: from this day people can come',
    who,
    ...named,
    body: z.object({ day: Day }),
    reply,
    refusals: ['alreadyOpen', 'stillToCome'],
    journal: 'service.opened',
    guard: 'ifMatch',
  },
  closeService: {
    method: 'POST',
    path: '/services/:id/closing',
    summary: 'It closes, with the reason and its last day',
    who,
    ...named,
    body: z.object({ lastDay: Day, reason: z.string().trim().min(3).max(2000) }),
    reply,
    refusals: ['notOpen'],
    journal: 'service.closed',
    guard: 'ifMatch',
  },
})
