// Handlers of seats that are offered. The answer comes through the duty; here it is asked and taken back.
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { cooperation } from '../contract.ts'
import { offers } from '../store/offers.ts'

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
        state: row.answer === 'declined' || row.because !== null ? ('declined' as const) : ('asked' as const),
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
