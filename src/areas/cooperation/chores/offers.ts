// What follows from an offer of a seat: the organisation that was asked is reminded of it, and its yes makes the seat.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { addDays, addMonths } from '#kit/clock/days.ts'
import { stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { involvements } from '../store/involvement.ts'
import { involvementTexts as t } from '../texts/involvement.de.ts'
import { owe } from './groups.ts'

/** Four weeks to think it over. Nobody owes an answer to an invitation, so it is never late. */
const daysToAnswer = 28

export async function askForAnswer(fact: StatedFact, scene: ChoreScene): Promise<void> {
  const offer = await involvements(scene.db).offerOf(fact.object)
  if (!offer || offer.answer) return
  const due = addDays(offer.offered_on, daysToAnswer)
  const object = await objects(scene.db).get(offer.id)
  await owe(scene, {
    kind: 'answerOffer',
    title: t.duty(object.body_title ?? ''),
    debtor: offer.organisation,
    creditor: offer.body,
    subject: offer.id,
    becauseText: t.because(object.body_title ?? ''),
    strength: 'usual',
    period: { from: offer.offered_on, until: addMonths(due, 12) },
    opens: offer.offered_on,
    due,
    body: offer.body,
    owner: offer.organisation,
    audience: 'named',
    readers: [offer.body, offer.organisation],
  })
}

export async function afterAnswer(fact: StatedFact, scene: ChoreScene): Promise<void> {
  const offer = await involvements(scene.db).offerOf(fact.object)
  if (offer && fact.organisation !== offer.organisation)
    await stateFact(
      scene.db,
      {
        kind: 'seatOffer.answered',
        organisation: offer.organisation,
        subject: offer.id,
        object: offer.id,
        day: fact.day,
      },
      scene.at,
      null,
      ['answerOffer'],
    )
  await takeSeat(fact, scene)
}

async function takeSeat(fact: StatedFact, { db, at, today }: ChoreScene): Promise<void> {
  const seat = await involvements(db).takeSeat(fact.object)
  if (!seat) return
  const offer = (await involvements(db).offerOf(fact.object))!
  const body = await objects(db).get(offer.body, 'body')
  if (!body.readers.includes(offer.organisation))
    await objects(db).change(body.id, { readers: [...body.readers, offer.organisation] })
  const entry = await journal(db).write({
    verb: 'seatOffer.seated',
    object: offer.id,
    after: { organisation: offer.organisation, body: offer.body, guest: offer.guest, seat },
    because: t.becauseAccepted,
  })
  await stateFact(
    db,
    { kind: 'seat.filled', organisation: offer.body, subject: offer.body, object: offer.body, day: today },
    at,
    entry,
    [],
  )
}
