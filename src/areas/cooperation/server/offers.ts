// Handlers of seats that are offered. The answer comes through the duty; here it is asked and taken back.
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { cooperation } from '../contract.ts'
import { type NewOffer, type OfferRow, offers } from '../store/offers.ts'

type Part = Pick<Handlers<typeof cooperation>, 'seatOffers' | 'withdrawOffer'>

export const offerHandlers: Part = {
  async seatOffers({ id }, { db, actor }) {
    return {
      offers: (await offers(db).of(id)).map((row) => ({
        id: row.id,
        organisation: { id: row.organisation, title: row.organisation_title },
        unit: row.unit && row.unit_title ? { id: row.unit, title: row.unit_title } : null,
        guest: row.guest,
        from: row.from_day,
        askedOn: row.asked_on,
        about: row.about && row.about_title ? { id: row.about, title: row.about_title } : null,
        message: row.message,
        state: isDeclined(row) ? ('declined' as const) : ('asked' as const),
        because: row.because,
        duty: row.duty,
        mine: row.organisation === actor.organisation,
      })),
    }
  },
  async withdrawOffer({ id, offer }, { db, today, record, fact }) {
    if (!(await offers(db).withdraw(offer, id, today))) throw new Refusal('offerSettled')
    await record({ after: { offer, answer: 'withdrawn' } })
    await fact({ kind: 'seat.offered', organisation: id, subject: id, object: id, day: today })
    return {}
  },
}

/** From the moment at which the organisation has said no, not only once the chore has noted it. */
export const isDeclined = (row: OfferRow) => row.answer === 'declined' || row.because !== null

type Asked = Pick<NewOffer, 'organisation' | 'unit'>
const isOf = (seat: Asked) => (row: OfferRow) => row.organisation === seat.organisation && row.unit === seat.unit

/** Asked, and nothing answered yet. */
export const isWaiting = (asked: readonly OfferRow[], seat: Asked) =>
  asked.filter(isOf(seat)).some((row) => !isDeclined(row))

/** Whoever declined before is asked anew. */
export async function ask(
  db: Database,
  body: string,
  asked: readonly OfferRow[],
  offer: NewOffer,
  by: { person: string; at: string; today: string },
): Promise<string> {
  for (const row of asked.filter(isOf(offer)))
    if (row.answer === null) await offers(db).withdraw(row.id, body, by.today)
  return offers(db).add(body, offer, by)
}
