// Handlers of the public face. What everybody sees comes from the database alone; here it is only prepared and withdrawn.
import { holds } from '#kit/access/decide.ts'
import { Forbidden, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { publicPages as contract, PublicContent } from '../contract/public.ts'
import { agreements } from '../store/agreements.ts'
import { type KeptContent, publicPages } from '../store/public.ts'
import { texts } from '../texts.de.ts'

export const publicHandlers: Handlers<typeof contract> = {
  async publicPage({ id }, { db, actor }) {
    const page = await publicPages(db).of(id)
    const lines = await agreements(db).linesOf(id)
    return {
      page: page
        ? {
            id: page.id,
            revision: page.revision,
            edition: page.edition,
            content: { ...page.content, agreement: page.content.agreement?.id ?? null },
            shown: page.shown,
            withdrawn: page.withdrawn_through >= page.edition,
          }
        : null,
      shown: page ? page.shown !== null : (await publicPages(db).face(id)) !== null,
      agreements: lines.flatMap((line) => (line.inForce === null ? [] : [{ id: line.id, title: line.title }])),
      may: {
        write: holds(actor, ['chair', 'office'], [id]),
        withdraw: holds(actor, ['chair'], [id]) && page !== undefined && page.shown !== null,
      },
    }
  },
  async preparePublicPage({ id: body, basedOn, ...content }, { db, actor, at, target, record }) {
    const page = await publicPages(db).of(body)
    if ((page?.edition ?? null) !== basedOn) throw new Refusal('newerPublicPage')
    const inForce = content.agreement ? await agreements(db).inForce(content.agreement) : null
    const agreement = content.agreement ? await objects(db).find(content.agreement) : undefined
    if (content.agreement && (!inForce || agreement?.body !== body)) throw new Refusal('agreementNotInForce')
    const kept = keptOf(content, inForce?.edition ?? null)
    if (page && page.withdrawn_through < page.edition && equal(page.content, kept)) throw new Refusal('nothingNew')
    const id = page?.id ?? newId(at)
    if (!page) {
      await objects(db).make({
        id,
        kind: 'publicPage',
        title: texts.publicPageOf(target.title),
        owner: actor.organisation,
        body,
        author: actor.person,
        audience: 'body',
        readers: [...new Set([body, ...target.readers])],
      })
      await publicPages(db).make(id, body)
    }
    const edition = await objects(db).freeze(id, kept, actor)
    await record({ object: id, before: page?.content ?? null, after: { ...kept, edition } })
    return { page: id, edition }
  },
  async withdrawPublicPage({ id, because }, { db, target, today, record, fact }) {
    const page = await publicPages(db).of(target.body!)
    if (!page || page.shown === null) throw new Refusal('notShown')
    if (!(await publicPages(db).withdraw(id))) throw new Forbidden()
    await record({ before: { shown: page.shown }, after: { shown: null, because } })
    await fact({ kind: 'publicPage.withdrawn', organisation: target.body!, subject: id, object: id, day: today })
    return {}
  },
  async publicBodies(_, { db }) {
    return { bodies: (await publicPages(db).bodies()) as never }
  },
  async publicBody({ body }, { db }) {
    const face = await publicPages(db).face(body)
    if (!face) throw new NotFound()
    return face
  },
}

const keptOf = ({ agreement, ...content }: PublicContent, edition: number | null): KeptContent => ({
  ...content,
  agreement: agreement && edition !== null ? { id: agreement, edition } : null,
})
const inOrder = (value: object) => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
const equal = (a: KeptContent, b: KeptContent) =>
  inOrder({ ...a, agreement: a.agreement && inOrder(a.agreement) }) ===
  inOrder({ ...b, agreement: b.agreement && inOrder(b.agreement) })
