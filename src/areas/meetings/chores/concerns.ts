// What came through the box comes before the body: within the hour and together with whatever else waits there, so that the moment of sending leads to nobody.
import { randomUUID } from 'node:crypto'
import type { ChoreScene } from '#kit/chores/chores.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import { boxes, concerns } from '../store/concerns.ts'
import { concernTexts } from '../texts/concerns.de.ts'

export async function takeIn({ db }: ChoreScene): Promise<void> {
  for (const { code, body, title, text, target_group, area_name, on_day } of await boxes(db).waiting()) {
    // No id in which the time stands.
    const id = randomUUID()
    await objects(db).make({
      id,
      kind: 'concern',
      title,
      owner: body,
      body,
      author: null,
      audience: 'body',
      readers: [body],
    })
    const content = { title, text, targetGroup: target_group, areaName: area_name }
    await concerns(db).add(id, body, content, { origin: 'box', on: on_day, code })
    await search(db).put(id, title, text, target_group, area_name)
    await journal(db).write({ verb: 'concern.received', object: id, after: content, because: concernTexts.throughBox })
    await boxes(db).taken(code)
  }
}
