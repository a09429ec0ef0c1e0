// Handlers of corrections: every organisation may propose one; who keeps the entry answers.
import { holds } from '#kit/access/decide.ts'
import { Forbidden, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { actors } from '../contract.ts'
import { tasks } from '../store/tasks.ts'
import { checkEntry } from './tasks.ts'

type Part = Pick<Handlers<typeof actors>, 'proposeCorrection' | 'answerCorrection'>

export const correctionHandlers: Part = {
  async proposeCorrection({ id, ...correction }, { db, actor, at, today, record }) {
    if (!holds(actor, ['admin', 'head', 'planner', 'staff'], [actor.organisation])) throw new Forbidden()
    const { entry, proposal } = correction
    if (entry === null && proposal === null) throw new Refusal('nothingProposed')
    if (entry !== null && !(await tasks(db).entries([id])).some((one) => one.id === entry))
      throw new Refusal('entryGone')
    if (proposal) await checkEntry(db, proposal, today)
    const made = await tasks(db).propose(id, actor.organisation!, correction, at)
    await record({ after: correction })
    return { correction: made }
  },
  async answerCorrection({ id, correction, decision, answer }, { db, at, today, record }) {
    const asked = (await tasks(db).corrections(id)).find((one) => one.id === correction)
    if (!asked || asked.decision !== null) throw new Refusal('correctionAnswered')
    if (decision === 'declined' && answer.length < 3) throw new Refusal('reasonMissing')
    if (decision === 'accepted') {
      if (asked.entry !== null && !(await tasks(db).close(id, asked.entry))) throw new Refusal('entryGone')
      if (asked.proposal) {
        await checkEntry(db, asked.proposal, today)
        await tasks(db).add(id, asked.proposal, at)
      }
    }
    if (!(await tasks(db).answer(correction, id, decision, answer))) throw new Refusal('correctionAnswered')
    await record({ before: asked, after: { decision, answer } })
    return {}
  },
}
