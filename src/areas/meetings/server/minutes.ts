// Handlers of what becomes of minutes after they were sent. The database holds each rule, these say it in words.
import { Forbidden, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { minutes as minutesContract } from '../contract/minutes.ts'
import type { meetings as contract } from '../contract.ts'
import { agenda } from '../store/meetings.ts'
import { minutes } from '../store/minutes.ts'
import { minutesTexts as texts } from '../texts/minutes.de.ts'
import { type Asking, loadMeeting } from './shown.ts'

type Part = Pick<Handlers<typeof contract>, keyof typeof minutesContract>

async function requireSent({ db }: Pick<Asking, 'db'>, id: string) {
  const sent = await minutes(db).sent(id)
  if (!sent.on || !sent.until) throw new Refusal('minutesNotSent')
  return { ...sent, until: sent.until }
}

async function requireItem({ db }: Pick<Asking, 'db'>, id: string, item: string | null): Promise<void> {
  if (item && !(await agenda(db).of(id)).some((one) => one.id === item && !one.removed)) throw new Refusal('otherItem')
}

export const minutesHandlers: Part = {
  async raiseObjection({ id, item, text }, scene) {
    const { db, actor, at, today, record, fact } = scene
    const sent = await requireSent(scene, id)
    if (!sent.may || !actor.organisation) throw new Forbidden()
    if (sent.approved) throw new Refusal('minutesApproved')
    if (today > sent.until) throw new Refusal('objectionsOver', { until: sent.until })
    await requireItem(scene, id, item)
    await minutes(db).raise(newId(at), id, actor.organisation, { item, text })
    await record({ as: ['chair', 'delegate', 'deputy'], after: { item, text } })
    await fact({ kind: 'objection.raised', organisation: actor.organisation, subject: id, object: id, day: today })
    return loadMeeting(scene, id)
  },
  async withdrawObjection({ id, objection }, scene) {
    const { db, actor, today, record, fact } = scene
    const own = (await minutes(db).objections(id, actor.organisation)).find((one) => one.id === objection)
    if (!own) throw new NotFound()
    if (!own.mine || !(await minutes(db).sent(id)).may) throw new Forbidden()
    if (own.answered || own.withdrawnOn) throw new Refusal('objectionAnswered')
    await minutes(db).withdraw(objection)
    await record({ as: ['chair', 'delegate', 'deputy'], before: { text: own.text }, after: { withdrawnOn: today } })
    await fact({ kind: 'objection.withdrawn', organisation: actor.organisation!, subject: id, object: id, day: today })
    return loadMeeting(scene, id)
  },
  async proposeRectification({ id, ...content }, scene) {
    const { db, actor, at, today, target, record, fact, link } = scene
    await requireSent(scene, id)
    await requireItem(scene, id, content.item)
    if (!content.objection && !content.wording) throw new Refusal('rectificationEmpty')
    if (content.objection) {
      const about = (await minutes(db).objections(id, null)).find((one) => one.id === content.objection)
      if (!about) throw new NotFound()
      const answers = (await minutes(db).rectifications(id)).filter((one) => one.objection === about.id)
      if (about.withdrawnOn || answers.some(({ state }) => state !== 'returned')) throw new Refusal('objectionAnswered')
    }
    const body = target.body!
    const object = newId(at)
    await objects(db).make({
      id: object,
      kind: 'rectification',
      title: (content.objection ? texts.answerTitle : texts.rectificationTitle)(target.title).slice(0, 300),
      owner: body,
      body,
      author: actor.person,
      audience: 'body',
      readers: [...new Set([body, ...(target.owner ? [target.owner] : [])])],
    })
    await objects(db).freeze(object, await minutes(db).contentOf(content), {
      person: actor.person,
      organisation: actor.organisation,
    })
    await minutes(db).correct(object, id, content)
    await link('ledTo', { id }, { id: object, edition: 1 })
    await record({ after: content })
    await fact({ kind: 'rectification.presented', organisation: body, subject: object, object, day: today })
    return loadMeeting(scene, id)
  },
  async meetingOfPaper({ id }, { db }) {
    const meeting = await minutes(db).meetingOf(id)
    if (!meeting) throw new NotFound()
    return { meeting }
  },
}
