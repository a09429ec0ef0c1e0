// Both owners of a seam look at it again: the same duty, the same words and the same day for each, owed to the other.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { addDays } from '#kit/clock/days.ts'
import { arise, fallAway } from '#kit/duties/arise.ts'
import { stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { reviewRound } from '../rules/seams.ts'
import { seams } from '../store/seams.ts'
import { seamTexts } from '../texts/seams.de.ts'

/** The duty is there six weeks before its day. */
const noticeDays = 42
const endOfTime = '9999-12-31'

/** A new edition holds: whoever agreed to it has looked at the old one. */
export async function afterSeamAgreed(fact: StatedFact, scene: ChoreScene): Promise<void> {
  const [seam] = await seams(scene.db).all({ id: fact.object })
  for (const owner of seam ? [seam.a, seam.b] : [])
    await stateFact(
      scene.db,
      { kind: 'seam.reviewed', organisation: owner.id, subject: fact.object, object: fact.object, day: fact.day },
      scene.at,
      null,
      ['reviewSeam'],
    )
  await oweReviews(scene)
}

/** From its day on the successor owns the side of whoever was merged into it: reads it, owes its reviews, and what was agreed holds on. */
export async function moveSeams(scene: ChoreScene): Promise<void> {
  const { db } = scene
  const moved = await seams(db).move()
  for (const { seam, former, successor, day } of moved) {
    const { readers } = await objects(db).get(seam, 'seam')
    await objects(db).change(seam, { readers: [...new Set([...readers, successor])] })
    await journal(db).write({
      verb: 'seam.ownerMoved',
      object: seam,
      before: { owner: former },
      after: { owner: successor, day },
      because: seamTexts.ownerMerged,
    })
    await fallAway(scene, await seams(db).reviewsOwed(seam, former), seamTexts.ownerMerged)
  }
  if (moved.length > 0) await oweReviews(scene)
}

export async function oweReviews(scene: ChoreScene): Promise<void> {
  const { db, today } = scene
  for (const seam of await seams(db).all()) {
    const inForce = await seams(db).inForce(seam.id)
    if (!inForce) continue
    const owners = [seam.a.id, seam.b.id] as const
    const reviews = await seams(db).reviews(seam.id, inForce.edition)
    const { from, due } = reviewRound(inForce.since, inForce.reviewMonths, reviews)
    const opens = addDays(due, -noticeDays)
    if (opens > today) continue
    const becauseText = seamTexts.reviewClause(seam.title, inForce.reviewMonths)
    for (const [debtor, creditor] of [owners, [owners[1], owners[0]] as const]) {
      await arise(scene, {
        kind: 'reviewSeam',
        title: seamTexts.reviewDuty(seam.title),
        debtor,
        creditor,
        subject: seam.id,
        becauseText,
        strength: 'must',
        // What was looked at on the day the round begins belongs to the round before.
        period: { from: addDays(from, 1), until: endOfTime },
        opens,
        due,
        body: null,
        owner: debtor,
        audience: 'named',
        readers: [...owners],
      })
    }
  }
}
