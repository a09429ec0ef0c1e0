// Handlers that make public what a body has released: asked for by chair or office, released by both chairs, opened by the database alone.
import { holds } from '#kit/access/decide.ts'
import { Forbidden, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { cooperation } from '../contract.ts'
import { procedures } from '../store/procedure.ts'
import { releases } from '../store/releases.ts'
import { ruleTexts } from '../texts/rules.de.ts'

type Part = Pick<Handlers<typeof cooperation>, 'publications' | 'publish'>

export const publicationHandlers: Part = {
  async publications({ object }, { db, actor }) {
    const row = await objects(db).get(object)
    const edition = await releases(db).latestEdition(object)
    const leads = holds(actor, ['chair', 'office'], [row.body])
    const there = await releases(db).publicationOf(object)
    const released = edition !== null && row.body !== null && (await releases(db).isReleased(object, edition))
    return {
      public: row.audience === 'public',
      publication: there?.id ?? null,
      mayAsk: leads && released && there?.edition !== edition && row.audience !== 'public',
      needsKeys: row.body !== null && (await procedures(db).needsKeys(row.body, 'publication')),
    }
  },
  async publish({ object }, { db, actor, at, today, record, fact }) {
    const row = await objects(db).get(object)
    if (!row.body || row.id === row.body) throw new Refusal('notOfBody')
    if (!holds(actor, ['chair', 'office'], [row.body])) throw new Forbidden()
    const edition = await releases(db).latestEdition(object)
    if (edition === null || !(await releases(db).isReleased(object, edition))) throw new Refusal('notReleasedYet')
    if (row.audience === 'public' || (await releases(db).publicationOf(object))?.edition === edition)
      throw new Refusal('publishedAlready')
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'publication',
      title: ruleTexts.publication.title(row.title),
      owner: row.body,
      body: row.body,
      author: actor.person,
      audience: 'body',
      readers: [row.body],
    })
    await objects(db).freeze(
      id,
      { object, edition, title: row.title },
      { person: actor.person, organisation: actor.organisation },
    )
    await releases(db).askPublication(id, object, edition)
    await record({ object: id, after: { object, edition } })
    const open = !(await procedures(db).needsKeys(row.body, 'publication'))
    await fact({
      kind: open ? 'publication.released' : 'publication.presented',
      organisation: row.body,
      subject: id,
      object: id,
      day: today,
    })
    return { publication: id, public: open }
  },
}
