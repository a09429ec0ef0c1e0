// Scene 7: three concerns come before the Bezirksarbeitsgemeinschaft, one of them without a sender; two become a topic that is ripe, another topic goes to the working group.
import * as cast from './cast.ts'
import { concernsTexts as t } from './concerns.texts.de.ts'
import type { Player } from './player.ts'
import type { Stage } from './stage.ts'

export async function concernsScene(stage: Stage): Promise<void> {
  const { made } = stage
  const theresa = await stage.as(cast.ebersberg)
  const miriam = await stage.as(cast.district)
  const neighbour = await stage.as(cast.otherPlanners[0]!)
  await miriam.set(`/bodies/${made.bag}/focus`, { words: t.focus })
  const { key } = await theresa.set<{ key: string }>(`/bodies/${made.bag}/box`, { state: 'public' })
  const bring = async (by: Player, content: object) =>
    (await by.post<{ object: { id: string } }>('/concerns', { body: made.bag, ...content })).object.id
  const concerns = [await bring(theresa, t.holidays), await bring(neighbour, t.relatives)]
  await stage.visitor.post(`/boxes/${key}/concerns`, t.forms)
  const topic = await miriam.post<{ object: { id: string } }>('/topics', {
    body: made.bag,
    level: 'strategic',
    ...t.topic,
    concerns,
  })
  made.topic = topic.object.id
  await theresa.set(`/topics/${made.topic}/ripeness`, { ripe: true })
  const { reason, ...operative } = t.operative
  const other = await theresa.post<{ object: { id: string } }>('/topics', {
    body: made.bag,
    level: 'operative',
    ...operative,
  })
  await miriam.post(`/topics/${other.object.id}/moves`, { to: made.group, reason })
}
