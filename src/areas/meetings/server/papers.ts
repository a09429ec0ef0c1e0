// Handlers of what goes out or stays with the keys of both chairs: agenda, invitation, minutes. The database holds the rule, these say it in words.
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { meetings as contract } from '../contract.ts'
import { meetings } from '../store/meetings.ts'
import { papers } from '../store/papers.ts'
import { texts } from '../texts.de.ts'
import { contentOf, loadMeeting } from './shown.ts'

type Part = Pick<Handlers<typeof contract>, 'presentPaper' | 'inviteMeeting' | 'reopenMeeting'>

export const paperHandlers: Part = {
  async presentPaper({ id, kind }, scene) {
    const { db, actor, at, today, target, record, fact } = scene
    const meeting = await loadMeeting(scene, id)
    if (kind === 'minutes' && meeting.status !== 'held') throw new Refusal('notHeld')
    if (kind !== 'minutes' && meeting.status !== 'planned') throw new Refusal('over')
    if (kind === 'agenda' && meeting.items.length === 0) throw new Refusal('noAgenda')
    const agenda = meeting.papers.find((paper) => paper.kind === 'agenda')!
    if (kind === 'invitation' && !(agenda.edition !== null && agenda.upToDate)) throw new Refusal('agendaFirst')
    const there = meeting.papers.find((paper) => paper.kind === kind)!
    // What was handed back may be put forward again as it is: the reason may have been cleared up.
    if (there.edition !== null && there.upToDate && !there.returned) throw new Refusal('samePaper')
    const body = target.body!
    const object = there.object ?? newId(at)
    if (!there.object) {
      await objects(db).make({
        id: object,
        kind,
        title: texts.paperTitle[kind](meeting.object.title),
        owner: body,
        body,
        author: actor.person,
        audience: 'body',
        readers: [...new Set([body, ...(target.owner ? [target.owner] : [])])],
      })
      await papers(db).add(object, id, kind)
    }
    const edition = await objects(db).freeze(object, await papers(db).content(id, kind), {
      person: actor.person,
      organisation: actor.organisation,
    })
    await record({ after: { kind, edition } })
    const settled = (await papers(db).of(id)).find((paper) => paper.kind === kind)!.settled
    await fact({
      kind: settled ? `${kind}.released` : `${kind}.presented`,
      organisation: body,
      subject: object,
      object,
      day: today,
    })
    return loadMeeting(scene, id)
  },
  async inviteMeeting({ id }, scene) {
    const { db, today, target } = scene
    const before = await loadMeeting(scene, id)
    if (before.status === 'invited') throw new Refusal('alreadyInvited')
    if (before.status !== 'planned' || before.day < today) throw new Refusal('over')
    if (before.papers.some((paper) => paper.kind !== 'minutes' && !paper.settled)) throw new Refusal('notReleased')
    await meetings(db).setStatus(id, 'invited')
    const after = await loadMeeting(scene, id)
    await scene.record({ before: contentOf(before), after: contentOf(after) })
    await scene.fact({
      kind: 'meeting.invited',
      organisation: target.body!,
      subject: id,
      object: id,
      day: today,
      about: before.day,
    })
    return after
  },
  async reopenMeeting({ id }, scene) {
    const before = await loadMeeting(scene, id)
    if (before.status !== 'invited') throw new Refusal('notInvited')
    await meetings(scene.db).setStatus(id, 'planned')
    const after = await loadMeeting(scene, id)
    await scene.record({ before: contentOf(before), after: contentOf(after) })
    return after
  },
}
