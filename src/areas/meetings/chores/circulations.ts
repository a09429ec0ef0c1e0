// What follows by itself from a circulation: released by both chairs it goes out, whoever is missing is reminded once, after the last day it is counted, and
// what came of it stands on the next agenda.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { circulations } from '../store/circulations.ts'
import { circulationTexts as texts } from '../texts/circulations.de.ts'
import { askToAnswer } from './tell.ts'

const once = (id: string, what: string) => `circulation:${id}:${what}`

export async function sendOut(fact: StatedFact, { db }: ChoreScene): Promise<void> {
  const object = await objects(db).find(fact.object)
  if (!object?.body || object.deleted_at) return
  if (await circulations(db).send(object.id)) {
    await objects(db).change(object.id, { audience: 'body', readers: [...new Set([...object.readers, object.body])] })
    await journal(db).write({ verb: 'circulation.sent', object: object.id, after: {}, because: texts.sentBecause })
  }
  // Posted again for the same occasion it is the same mail.
  const row = await circulations(db).find(object.id)
  if (row?.state === 'running')
    await askToAnswer(db, await circulations(db).people(object.id, false), {
      object: object.id,
      what: 'circulation.opened',
      once: once(object.id, 'circulation.opened'),
    })
}

export async function tendCirculations(scene: ChoreScene): Promise<void> {
  const { db } = scene
  for (const id of await circulations(db).toRemind())
    await askToAnswer(db, await circulations(db).people(id, true), {
      object: id,
      what: 'circulation.reminder',
      once: once(id, 'circulation.reminder'),
    })
  for (const { id } of await circulations(db).due()) {
    await circulations(db).count(id)
    await objects(db).change(id, {})
    const outcome = (await circulations(db).find(id))?.state
    await journal(db).write({
      verb: 'circulation.counted',
      object: id,
      after: { outcome },
      because: texts.countedBecause,
    })
  }
  await announce(scene)
}

export async function announce({ db, at }: ChoreScene): Promise<void> {
  for (const { id, next, title, outcome } of await circulations(db).toAnnounce()) {
    await circulations(db).announce(at, { id, next, title: texts.item(title, outcome).slice(0, 300) })
    await objects(db).change(next, {})
    await journal(db).write({
      verb: 'meeting.circulationPutUp',
      object: next,
      after: { circulation: id },
      because: texts.announcedBecause,
    })
  }
}
