// Handlers of foundings that are being prepared. They decide nothing about the body: the acts that found it do.
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import type { cooperation } from '../contract.ts'
import { foundings } from '../store/foundings.ts'
import { foundingTexts } from '../texts/founding.de.ts'

type Part = Pick<
  Handlers<typeof cooperation>,
  'foundings' | 'founding' | 'beginFounding' | 'keepFounding' | 'noteFounding' | 'finishFounding'
>
/** What a finished founding needs no longer: it stands in the body, and the draft need not name anybody. */
const personal: readonly string[] = ['chairs']

export const foundingHandlers: Part = {
  async foundings(_, { db }) {
    const rows = await foundings(db).mine()
    return { foundings: rows.map(({ title, ...row }) => ({ ...row, name: title })) }
  },
  async founding({ id }, { db, target }) {
    const { content, made, finished_on } = (await foundings(db).row(id))!
    return { head: head(target), content, made, finishedOn: finished_on }
  },
  async beginFounding({ name, content }, { db, actor, at }) {
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'founding',
      title: name || foundingTexts.unnamed,
      owner: actor.organisation,
      author: actor.person,
      audience: 'draft',
    })
    await foundings(db).make(id, content)
    return { id, revision: 1 }
  },
  async keepFounding({ id, name, content }, { db, target }) {
    const row = (await foundings(db).row(id))!
    if (row.finished_on) throw new Refusal('foundedAlready')
    await foundings(db).keep(id, content)
    const title = name || foundingTexts.unnamed
    if (title !== target.title) await objects(db).change(id, { title })
    return {}
  },
  async noteFounding({ id, step, outcome }, { db }) {
    const row = (await foundings(db).row(id))!
    if (row.finished_on) throw new Refusal('foundedAlready')
    await foundings(db).note(id, step, outcome)
    return {}
  },
  async finishFounding({ id }, { db, today }) {
    const row = (await foundings(db).row(id))!
    if (row.finished_on) throw new Refusal('foundedAlready')
    const { body } = row.made
    if (!body || !('id' in body)) throw new Refusal('notFounded')
    const content = Object.fromEntries(Object.entries(row.content).filter(([name]) => !personal.includes(name)))
    await foundings(db).finish(id, content, today)
    return {}
  },
}
