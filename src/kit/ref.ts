// Everything has one address. Links, journal, trail, search, notifications and URLs speak it.
import { z } from 'zod'

export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** The address of an object; with `edition`, of its frozen content. */
export const Ref = z.object({ kind: z.string(), id: Id, edition: z.int().positive().optional() })
export type Ref = z.infer<typeof Ref>

/** A calendar day in Europe/Berlin, e.g. "2026-11-22". */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** An instant as ISO text in UTC. */
export const Instant = z.iso.datetime({ offset: true })
export type Instant = z.infer<typeof Instant>

export const Audience = z.enum(['draft', 'organisation', 'named', 'body', 'members', 'public'])
export type Audience = z.infer<typeof Audience>

/** What every reply about an object carries of its object row. */
export const ObjectHead = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  owner: z.object({ id: Id, title: z.string() }).nullable(),
  body: z.object({ id: Id, title: z.string() }).nullable(),
  audience: Audience,
  invented: z.boolean(),
  revision: z.int(),
  created: Instant,
  /** May the person who asked change it? Buttons follow this; the server decides again. */
  mayChange: z.boolean(),
})
export type ObjectHead = z.infer<typeof ObjectHead>

export const Named = z.object({ id: Id, title: z.string() })
export type Named = z.infer<typeof Named>

/** What a publication carries instead of a name: the address under which this installation says who answers, on the day somebody looks. */
export const whomToAskAt = (installation: string, id: string) => `${installation}/rueckfragen/${id}`
