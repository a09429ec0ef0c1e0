// Delivering from a mail, by those who never sign in.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id } from '#kit/ref.ts'
import { DeliveryInput } from './shapes.ts'

export const byLinkEndpoints = contract({
  deliverByLink: {
    method: 'POST',
    path: '/duty-links/:token/delivery',
    summary: 'Deliver or confirm from a mail, without signing in',
    who: 'anyone',
    params: z.object({ token: z.string().min(20).max(200) }),
    body: DeliveryInput.pick({ value: true, mark: true, comment: true, explanation: true }),
    reply: z.object({ id: Id, edition: z.int() }),
    refusals: [
      'linkUsed',
      'alreadyDelivered',
      'notHeld',
      'foreignArea',
      'noOfficialValue',
      'notYourDuty',
      'noOwnArea',
      'implausible',
      'explanationNeeded',
    ],
    journal: 'figure.delivered',
    guard: { none: 'the token counts once' },
  },
})
