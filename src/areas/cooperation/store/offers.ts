// Rows of seats that are offered.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { ActorCode } from '../rules/actors.ts'

export type OfferRow = {
  id: string
  body: string
  body_title: string
  organisation: string
  organisation_title: string
  unit: string | null
  unit_title: string | null
  guest: boolean
  from_day: string
  asked_on: string
  about: string | null
  /** Null where it is the body itself, or the reader does not see it. */
  about_title: string | null
  /** Whoever sees the body sees it too, so the question may name it. */
  about_open: boolean
  actor: ActorCode | null
  message: string
  duty: string | null
  because: string | null
  /** How often it was asked before. */
  earlier: number
  answer: 'accepted' | 'declined' | 'withdrawn' | null
}
export type NewOffer = {
  organisation: string
  unit: string | null
  constituency: string | null
  guest: boolean
  from: string
  /** For what, as which kind of actor and with which words, where it is asked from a gap. */
  gap?: { about: string; actor: ActorCode; message: string }
}

const columns = sql`f.id, f.body, b.title as body_title, f.organisation, o.title as organisation_title, f.unit, u.title as unit_title, f.guest, f.from_day,
  (f.offered_at at time zone 'Europe/Berlin')::date as asked_on, f.about, a.title as about_title,
  coalesce(a.purpose is null and a.deleted_at is null and (a.audience in ('public', 'members') or a.audience in ('body', 'named') and f.body = any (a.readers)), false) as about_open,
  f.actor, f.message, f.duty, f.answer, d.reasoned_because as because,
  (select count(*) from cooperation.seat_offer e where e.body = f.body and e.organisation = f.organisation and e.unit is not distinct from f.unit and e.id <> f.id
    and (e.offered_at < f.offered_at or (e.offered_at = f.offered_at and e.answer is not null))) as earlier
  from cooperation.seat_offer f join kit.object b on b.id = f.body join kit.object o on o.id = f.organisation left join kit.object u on u.id = f.unit
  left join kit.object a on a.id = f.about and a.id <> f.body left join duties.duty d on d.id = f.duty`

const waits = sql`(f.answer is null or (f.answer = 'declined'
      and not exists (select from cooperation.seat_offer x where x.body = f.body and x.organisation = f.organisation and x.unit is not distinct from f.unit and x.offered_at > f.offered_at)))
      order by o.title collate kit.german, u.title collate kit.german nulls first, f.id`

export const offers = (db: Database) => ({
  /** Not yet answered, and declined as long as nobody was asked anew. */
  async of(body: string): Promise<OfferRow[]> {
    const { rows } = await sql<OfferRow>`select ${columns} where f.body = ${body} and ${waits}`.execute(db)
    return rows
  },
  /** The same, of those asked for something in particular. */
  async about(id: string): Promise<OfferRow[]> {
    const { rows } = await sql<OfferRow>`select ${columns} where f.about = ${id} and ${waits}`.execute(db)
    return rows
  },
  async add(body: string, offer: NewOffer, by: { person: string; at: string }): Promise<string> {
    const id = newId(by.at)
    await sql`insert into cooperation.seat_offer (id, body, organisation, unit, constituency, guest, from_day, offered_by, offered_at, about, actor, message)
      values (${id}, ${body}, ${offer.organisation}, ${offer.unit}, ${offer.constituency}, ${offer.guest}, ${offer.from}, ${by.person}, ${by.at},
        ${offer.gap?.about ?? null}, ${offer.gap?.actor ?? null}, ${offer.gap?.message ?? ''})`.execute(db)
    return id
  },
  async withdraw(id: string, body: string, today: string): Promise<boolean> {
    const done =
      await sql`update cooperation.seat_offer set answer = 'withdrawn', answered_on = ${today} where id = ${id} and body = ${body} and answer is null`.execute(
        db,
      )
    return done.numAffectedRows === 1n
  },
  async hasSigned(body: string, organisation: string): Promise<boolean> {
    const { rows } = await sql<{
      signed: boolean
    }>`select cooperation.has_signed(${body}, ${organisation}) as signed`.execute(db)
    return rows[0]!.signed
  },
  /** As a chore: offers to be tended. First those taken back whose question still stands, so that the same can be asked anew; then those without an answer. */
  async waiting(): Promise<OfferRow[]> {
    const { rows } = await sql<OfferRow>`select ${columns} where f.answer is null
      or (f.answer = 'withdrawn' and d.withdrawn_on is null and d.id is not null) order by f.answer is null, f.id`.execute(
      db,
    )
    return rows
  },
  /** As a chore. */
  async asked(id: string, duty: string): Promise<void> {
    await sql`update cooperation.seat_offer set duty = ${duty} where id = ${id} and duty is null`.execute(db)
  },
  /** As a chore: takes the answer that stands in the duty; null where there is none yet. */
  async settle(id: string): Promise<'accepted' | 'declined' | null> {
    const { rows } = await sql<{
      answer: 'accepted' | 'declined' | null
    }>`select cooperation.answer_offer(${id}) as answer`.execute(db)
    return rows[0]!.answer
  },
})
