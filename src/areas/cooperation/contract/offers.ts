// Seats that are offered: asked, not yet taken. The answer is that of the duty `acceptSeat`: stated by the organisation, from a mail, or told to the office.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'

export const SeatOffer = z.object({
  id: Id,
  organisation: Named,
  unit: Named.nullable(),
  guest: z.boolean(),
  from: Day,
  askedOn: Day,
  /** For what it was asked, where that is more than a seat in the body and the reader sees it. */
  about: Named.nullable(),
  message: z.string(),
  /** Declined: with the reason that the organisation gave. */
  state: z.enum(['asked', 'declined']),
  because: z.string().nullable(),
  /** Where it is answered; null for a moment, until the question has gone out. */
  duty: Id.nullable(),
  /** The reader acts for the organisation that was asked. */
  mine: z.boolean(),
})
export type SeatOffer = z.infer<typeof SeatOffer>

const target = { target: 'body' } as const

export const offers = contract({
  seatOffers: {
    method: 'GET',
    path: '/bodies/:id/seat-offers',
    summary: 'Organisations that were asked to take a seat and have not yet answered, or have declined',
    who: 'signedIn',
    ...target,
    params: z.object({ id: Id }),
    reply: z.object({ offers: z.array(SeatOffer) }),
  },
  withdrawOffer: {
    method: 'POST',
    path: '/bodies/:id/seat-offers/:offer/withdrawal',
    summary: 'Take back the offer of a seat',
    who: { as: ['chair', 'office'] },
    ...target,
    params: z.object({ id: Id, offer: Id }),
    reply: z.object({}),
    refusals: ['offerSettled'],
    journal: 'body.seatOfferWithdrawn',
    guard: 'key',
  },
})
