// Rules of a figure, and the way of a delivery through two persons: delivered, checked, accepted. Neither releases anything.
import { holds } from '#kit/access/decide.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { Forbidden, Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { ReviewStep, type Reviews } from '../contract/checks.ts'
import type { figures as contract } from '../contract.ts'
import { faultOfRule, refusedReview, stateOf } from '../rules/checks.ts'
import { checkStore } from '../store/checks.ts'
import { type DeliveryRow, deliveryStore } from '../store/deliveries.ts'
import { indicatorStore } from '../store/indicators.ts'
import { checkTexts } from '../texts/checks.de.ts'
import { indicatorOf } from './finding.ts'

type Ours = Pick<Handlers<typeof contract>, 'rules' | 'addRule' | 'removeRule' | 'review'>

/** Who checks holds one of these roles in an organisation to which the delivery was named, and did not deliver it. */
const checks = (actor: Actor, row: DeliveryRow) =>
  actor.organisation !== null &&
  actor.organisation !== row.organisation &&
  holds(actor, ['planner', 'checker', 'head'], [actor.organisation])

async function standing(db: Database, row: DeliveryRow) {
  const steps = await checkStore(db).reviewsOf([row.id])
  const deliveredBy = await checkStore(db).deliveredBy(row.id, row.edition)
  return { steps, delivery: { edition: row.edition, deliveredBy } }
}

export async function reviewsOf(db: Database, actor: Actor, row: DeliveryRow): Promise<Reviews> {
  const { steps, delivery } = await standing(db, row)
  const refusal = (step: ReviewStep) =>
    refusedReview({ step, edition: row.edition, person: actor.person }, delivery, steps)
  const may = checks(actor, row)
  return {
    steps: steps.map(({ edition, step, organisation, title, text, at }) => ({
      edition,
      step,
      organisation: { id: organisation, title },
      text,
      at,
    })),
    can: may ? ReviewStep.options.filter((step) => refusal(step) === null) : [],
    needsOther: may && refusal('accepted') === 'samePerson',
  }
}

export const reviewing: Ours = {
  async rules({ id }, { db }) {
    const indicator = await indicatorOf(db, id)
    const rules = await checkStore(db).rulesOf(id)
    return {
      rules: rules.map(({ indicator: _, titles, others, ...rule }) => ({
        ...rule,
        others: others.map((other, n) => ({ id: other, title: titles[n] ?? '' })),
      })),
      whole: indicator.decimals === 0 && !rules.some(({ kind }) => kind === 'whole'),
    }
  },
  async addRule({ id: indicator, ...rule }, { db, at, record }) {
    const fault = faultOfRule(indicator, rule)
    if (fault) {
      const path = { range: 'least', percent: 'percent', others: 'others', self: 'others', hard: 'hard' }[fault]
      throw new Invalid({ path, message: checkTexts.invalid[fault] })
    }
    for (const other of rule.others)
      if (!(await indicatorStore(db).get(other)))
        throw new Invalid({ path: 'others', message: checkTexts.invalid.unknown })
    const id = newId(at)
    if (!(await checkStore(db).addRule(id, indicator, rule))) throw new Refusal('ruleThere')
    await record({ after: rule })
    return { rule: id }
  },
  async removeRule({ id: indicator, rule }, { db, record }) {
    const before = await checkStore(db).removeRule(rule, indicator)
    if (!before) throw new NotFound()
    await record({ before })
    return {}
  },
  async review({ id, step, edition, text }, { db, actor, at, record }) {
    const row = await deliveryStore(db).get(id)
    if (!row) throw new NotFound()
    if (row.organisation === actor.organisation) throw new Refusal('ownDelivery')
    if (!checks(actor, row)) throw new Forbidden()
    if (step === 'queried' && !text) throw new Invalid({ path: 'text', message: checkTexts.invalid.textNeeded })
    const { steps, delivery } = await standing(db, row)
    const refusal = refusedReview({ step, edition, person: actor.person }, delivery, steps)
    if (refusal) throw new Refusal(refusal)
    const done = { delivery: id, edition, step, organisation: actor.organisation!, person: actor.person }
    await checkStore(db).review({ ...done, id: newId(at), text: text || null, at })
    await record({ after: { step, edition, text: text || null } })
    return { review: stateOf(edition, [{ edition, step }]) }
  },
}
