// Handlers of reviewing an agreement: measured when it is recorded, and fixed as it was measured.
import { holds } from '#kit/access/decide.ts'
import type { Database } from '#kit/db/database.ts'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { Measured } from '../contract/reviews.ts'
import type { cooperation } from '../contract.ts'
import { agreements, type InForce } from '../store/agreements.ts'
import { releases } from '../store/releases.ts'
import { type ReviewContent, reviews } from '../store/reviews.ts'
import { reviewTexts } from '../texts/reviews.de.ts'

type Part = Pick<Handlers<typeof cooperation>, 'agreementReviews' | 'reviewAgreement' | 'agreementReview'>

export const reviewHandlers: Part = {
  async agreementReviews({ id }, { db, actor, today, target }) {
    const inForce = await agreements(db).inForce(id)
    const rows = await reviews(db).of(id)
    return {
      reviews: rows.map(({ id: review, edition, content, released }) => ({
        id: review,
        edition,
        until: content.until,
        released,
        conclusion: content.conclusion,
        words: content.words,
        nextOn: content.nextOn,
      })),
      measured: inForce ? await measure(db, id, inForce, today) : null,
      nextOn: inForce ? await reviews(db).nextOn(id, inForce.edition, inForce.since) : null,
      may: { review: inForce !== null && holds(actor, ['chair', 'office'], [target.body]) },
    }
  },
  async reviewAgreement({ id, conclusion, words, nextOn }, { db, actor, at, today, target, record, fact }) {
    const inForce = await agreements(db).inForce(id)
    if (!inForce) throw new Refusal('nothingToReview')
    if (conclusion !== 'end' && nextOn === null) throw new Refusal('nextReviewMissing')
    if (nextOn !== null && nextOn <= today) throw new Refusal('nextReviewPast')
    const content: ReviewContent = {
      ...(await measure(db, id, inForce, today)),
      agreement: id,
      agreementEdition: inForce.edition,
      conclusion,
      words,
      nextOn: conclusion === 'end' ? null : nextOn,
    }
    // What lies before the chairs or was handed back gets a new edition; what was released stays.
    const open = (await reviews(db).of(id)).find((one) => !one.released)
    const review = open?.id ?? newId(at)
    if (!open)
      await objects(db).make({
        id: review,
        kind: 'agreementReview',
        title: reviewTexts.titleOf(target.title),
        owner: actor.organisation,
        body: target.body,
        author: actor.person,
        audience: 'body',
        readers: target.readers,
      })
    const edition = await objects(db).freeze(review, content, actor)
    await search(db).put(review, words)
    await record({ object: review, after: { agreement: id, edition, conclusion, nextOn: content.nextOn } })
    await fact({
      kind: 'agreementReview.presented',
      organisation: target.body!,
      subject: review,
      object: review,
      day: today,
    })
    return { id: review, edition }
  },
  async agreementReview({ id }, { db, target }) {
    const edition = await releases(db).latestEdition(id)
    const content = (await objects(db).editions(id)).find((one) => one.number === edition)?.content as
      | ReviewContent
      | undefined
    if (!content || edition === null) throw new NotFound()
    const agreement = await objects(db).find(content.agreement)
    return {
      ...content,
      head: head(target),
      agreement: { id: content.agreement, title: agreement?.title ?? '' },
      edition,
      released: await releases(db).isReleased(id, edition),
    }
  },
}

/** Since the last review that was released, or since the edition is in force; up to yesterday, because today is not over. */
async function measure(db: Database, id: string, inForce: InForce, today: string): Promise<Measured> {
  const last = (await reviews(db).of(id)).find((one) => one.released)
  const from = last && last.content.until > inForce.since ? last.content.until : inForce.since
  return {
    from,
    until: today,
    kept: await reviews(db).kept(id, from, today),
    figures: await reviews(db).figures(id, inForce.edition, from, today),
  }
}
