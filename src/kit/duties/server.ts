// Handlers of the worklist.
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { duties as contract, Duty } from './contract.ts'
import { type DutyRow, duties } from './duties.ts'

export const shown = (row: DutyRow): Duty => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  debtor: row.debtor_title ? { id: row.debtor, title: row.debtor_title } : null,
  creditor: row.creditor_title ? { id: row.creditor, title: row.creditor_title } : null,
  subject:
    row.subject && row.subject_title && row.subject_kind
      ? { id: row.subject, kind: row.subject_kind, title: row.subject_title }
      : null,
  body: row.body,
  because: { object: row.because, edition: row.because_edition, title: row.because_title, clause: row.because_text },
  strength: row.strength,
  period: { from: row.period_from, until: row.period_until },
  opens: row.opens,
  due: row.due,
  needed: row.needed,
  have: row.have,
  doneOn: row.done_on,
  waivedBecause: row.waived_because,
  state: row.state,
  invented: row.invented,
})

const unsettled = (row: DutyRow) => row.state === 'open' || row.state === 'overdue' || row.state === 'notYet'

export const handlers: Handlers<typeof contract> = {
  async worklist(_, { db, actor }) {
    // Mine: what my organisation owes, and what a body owes in which I chair or run the office.
    const led = actor.held
      .filter((held) => /^(chair|office)@/.test(held))
      .map((held) => held.slice(held.indexOf('@') + 1))
    const mine = [...(actor.organisation ? [actor.organisation] : []), ...led]
    const owed = (await duties(db).of({ debtors: mine })).filter(unsettled)
    // Promised: what others owe to my organisation or to a body in which I take part.
    const promised = (await duties(db).of({ creditors: actor.readers })).filter(
      (row) => unsettled(row) && row.state !== 'notYet' && !mine.includes(row.debtor),
    )
    const current = owed.filter((row) => row.state !== 'notYet')
    const coming = owed.find((row) => row.state === 'notYet')
    return { mine: current.map(shown), promised: promised.map(shown), next: coming ? shown(coming) : null }
  },
  async list({ body, debtor, creditor, subject, because }, { db }) {
    const where = {
      ...(body ? { body } : {}),
      ...(debtor ? { debtors: [debtor] } : {}),
      ...(creditor ? { creditors: [creditor] } : {}),
      ...(subject ? { subject } : {}),
      ...(because ? { because } : {}),
    }
    return { duties: (await duties(db).of(where)).map(shown) }
  },
  async get({ id }, { db }) {
    const row = await duties(db).get(id)
    return { duty: shown(row!), evidence: await duties(db).evidence(id) }
  },
  async waive({ id, because }, { db, record, actor }) {
    const row = (await duties(db).get(id))!
    if (!unsettled(row)) throw new Refusal('alreadySettled')
    const creditor = actor.held.some((held) =>
      [
        `chair@${row.creditor}`,
        `office@${row.creditor}`,
        `admin@${row.creditor}`,
        `head@${row.creditor}`,
        `planner@${row.creditor}`,
      ].includes(held),
    )
    if (!creditor || !(await duties(db).waive(id, because))) throw new Refusal('onlyCreditor')
    await record({ before: { state: row.state }, after: { state: 'waived', because } })
    return {}
  },
}
