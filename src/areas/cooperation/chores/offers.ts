// A seat that is offered becomes a question to the organisation, is reminded of like every duty, and becomes a seat when it was answered with yes.
import type { ChoreScene } from '#kit/chores/chores.ts'
import { addDays, addYears } from '#kit/clock/days.ts'
import { arise, fallAway } from '#kit/duties/arise.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { type OfferRow, offers } from '../store/offers.ts'
import { offerTexts as t } from '../texts/offers.de.ts'

/** So long an organisation has to think about it. */
const daysToAnswer = 14
const mostBytes = 2000

export async function tendOffers(scene: ChoreScene): Promise<void> {
  for (const offer of await offers(scene.db).waiting()) {
    if (offer.answer === 'withdrawn') await fallAway(scene, [offer.duty!], t.withdrawn)
    else if (offer.duty === null) await ask(offer, scene)
    else await settle(offer, scene)
  }
}

async function ask(offer: OfferRow, scene: ChoreScene): Promise<void> {
  const { db, today } = scene
  const about = offer.about_open ? offer.about_title : null
  const duty = await arise(
    scene,
    {
      kind: 'acceptSeat',
      title: t.duty(offer.body_title, offer.unit_title, offer.guest, about),
      debtor: offer.organisation,
      creditor: offer.body,
      subject: offer.body,
      becauseText: fitting(t.because({ ...offer, about })),
      strength: 'should',
      period: { from: today, until: addYears(today, 100) },
      opens: today,
      due: addDays(today, daysToAnswer),
      body: offer.body,
      owner: offer.organisation,
      audience: 'body',
      readers: [offer.body, offer.organisation],
    },
    // What was answered before was another question.
    { facts: [] },
  )
  if (duty) await offers(db).asked(offer.id, duty)
}

/** A ground stands in a key, which does not take any length; what is left out stands with the offer. */
function fitting(text: string): string {
  if (new TextEncoder().encode(text).length <= mostBytes) return text
  let short = text
  while (new TextEncoder().encode(short).length > mostBytes) short = short.slice(0, -50)
  return `${short}…`
}

/** Whoever has a seat reads what the body shares. */
async function settle(offer: OfferRow, { db }: ChoreScene): Promise<void> {
  const answer = await offers(db).settle(offer.id)
  if (!answer) return
  if (answer === 'accepted') {
    const { readers } = await objects(db).get(offer.body, 'body')
    if (!readers.includes(offer.organisation))
      await objects(db).change(offer.body, { readers: [...readers, offer.organisation] })
  }
  await journal(db).write({
    verb: answer === 'accepted' ? 'seat.accepted' : 'seat.declined',
    object: offer.body,
    after: { organisation: offer.organisation, unit: offer.unit, offer: offer.id, duty: offer.duty },
    because: t[answer],
  })
}
