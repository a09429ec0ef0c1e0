// A review was released by the chairs: what asked for it is done, and the next one is asked for on the day that it names.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { duties, stateFact } from '#kit/duties/duties.ts'
import { isUnsettled } from '#kit/duties/rules.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { releases } from '../store/releases.ts'
import type { ReviewContent } from '../store/reviews.ts'
import { reviewTexts } from '../texts/reviews.de.ts'
import { deriveDuties } from './derive.ts'

export async function afterReview(fact: StatedFact, scene: ChoreScene): Promise<void> {
  const { db, at, today } = scene
  const edition = await releases(db).latestReleased(fact.object)
  const content = (await objects(db).editions(fact.object)).find((one) => one.number === edition)?.content as
    | ReviewContent
    | undefined
  if (!content) return
  const { agreement, conclusion } = content
  const asking = (await duties(db).of({ because: agreement })).filter(
    (duty) => duty.kind === 'review' && isUnsettled(duty.state) && duty.opens <= today,
  )
  for (const duty of asking) {
    await duties(db).makeStatement(
      { duty: duty.id, organisation: duty.debtor, day: today, text: reviewTexts.said(conclusion) },
      at,
    )
    const entry = await journal(db).write({
      verb: 'duty.stated',
      object: duty.id,
      after: { review: fact.object },
      because: reviewTexts.because,
    })
    const about = today >= duty.period_from && today < duty.period_until ? today : duty.period_from
    await stateFact(
      db,
      {
        kind: 'duty.stated',
        organisation: duty.debtor,
        subject: duty.subject,
        object: duty.id,
        day: today,
        about,
      },
      at,
      entry,
      ['review'],
    )
  }
  // Whoever has decided that it ends is no longer asked whether it goes on.
  const body = asking[0]?.debtor ?? fact.organisation
  await stateFact(
    db,
    { kind: 'agreement.reviewed', organisation: body, subject: agreement, object: agreement, day: today },
    at,
    null,
    conclusion === 'end' ? ['renew'] : [],
  )
  await deriveDuties(scene, fact.organisation)
}
