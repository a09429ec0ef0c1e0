// Planning a meeting: by hand, or as what a poll about its date came to.
import { Invalid } from '#kit/http/refusal.ts'
import type { Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Meeting, MeetingContent } from '../contract.ts'
import { meetings } from '../store/meetings.ts'
import { texts } from '../texts.de.ts'
import { putOnAgenda } from './proposals.ts'
import { loadMeeting } from './shown.ts'

export function checkMeeting(content: MeetingContent): void {
  if (content.place === '' && content.online === '') throw new Invalid({ path: 'place', message: texts.placeMissing })
  if (content.ends && content.ends <= content.starts)
    throw new Invalid({ path: 'ends', message: texts.endsBeforeStart })
}

/** What happens to a meeting is a fact of its body, about the day for which it is planned: duties move with it. */
export const said = ({ fact, today }: Pick<Scene, 'fact' | 'today'>, kind: string, { object, day }: Meeting) =>
  fact({ kind, organisation: object.body!.id, subject: object.id, object: object.id, day: today, about: day })

export async function planned(
  scene: Pick<Scene, 'db' | 'at' | 'today' | 'record' | 'fact' | 'link'> & { actor: NonNullable<Scene['actor']> },
  body: string,
  content: MeetingContent,
): Promise<Meeting> {
  const { db, actor, at, record } = scene
  checkMeeting(content)
  const { title } = await objects(db).get(body, 'body')
  const id = newId(at)
  const number = await meetings(db).nextNumber(body)
  const owner = (await meetings(db).office(body)) ?? actor.organisation
  await objects(db).make({
    id,
    kind: 'meeting',
    title: texts.titleOf(number, (await meetings(db).shortName(body)) ?? title),
    owner,
    body,
    author: actor.person,
    audience: 'body',
    readers: [body],
  })
  await meetings(db).add(id, body, number, content)
  await record({ object: id, verb: 'meeting.planned', after: content })
  await putOnAgenda(scene, id, body)
  const meeting = await loadMeeting(scene, id)
  await said(scene, 'meeting.planned', meeting)
  return meeting
}
