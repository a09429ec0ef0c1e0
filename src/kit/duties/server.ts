// Handlers of the worklist.

import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Invalid, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { duties as contract, Duty } from './contract.ts'
import { type DutyRow, duties } from './duties.ts'
import { linkHandlers } from './links.ts'
import { foreseenOf, isStated, isUnsettled } from './rules.ts'
import { texts } from './texts.de.ts'
import { type Waiting, type Whose, waiting } from './waiting.ts'

export const shown = (row: DutyRow, today: string): Duty => ({
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
  because: {
    object: row.because,
    edition: row.because_edition,
    title: row.because_title,
    clause: row.because_text,
    number: row.because_number,
  },
  strength: row.strength,
  period: { from: row.period_from, until: row.period_until },
  opens: row.opens,
  due: row.due,
  needed: row.needed,
  have: row.have,
  doneOn: row.done_on,
  waivedBecause: row.waived_because,
  reasonedBecause: row.reasoned_because,
  withdrawnBecause: row.withdrawn_because,
  foreseen: foreseenOf(row, today),
  state: row.state,
  invented: row.invented,
})

/** Scopes of the actor in which it holds one of these roles: 'role@scope'. */
const scopesOf = (held: readonly string[], roles: RegExp) => [
  ...new Set(held.filter((one) => roles.test(one)).map((one) => one.slice(one.indexOf('@') + 1))),
]
/** What was settled this long ago is still shown. */
const latelyDays = 30
/** What is due within a month. */
const monthDays = 30
const none: Waiting = { ids: [], next: null, count: 0, bodies: [], kinds: [] }

type Page = Omit<Handlers<typeof contract>, 'linked' | 'stateByLink' | 'reasonByLink'>

const page: Page = {
  async worklist({ whose, body, kind, due, upTo }, { db, actor, today }) {
    const led = scopesOf(actor.held, /^(chair|office)@/)
    const bodies = scopesOf(actor.held, /^(chair|office|delegate|deputy)@/)
    const home = actor.organisation ? [actor.organisation] : []
    const mine = [...home, ...led]
    const owed: Whose =
      whose === 'bodies' ? { around: bodies } : { debtors: mine, ...(whose === 'own' ? { within: bodies } : {}) }
    const dueBefore = due === 'overdue' ? today : due === 'month' ? addDays(today, monthDays + 1) : undefined
    const narrowed = { body, kind, dueBefore }
    const asks = waiting(db)
    // Asked in one piece. Promised: what others owe to my organisation or to a body in which I take part.
    const [ours, theirs, done] = await Promise.all([
      asks.open(owed, narrowed, upTo),
      whose === 'bodies' ? none : asks.open({ creditors: actor.readers, except: mine }, narrowed, upTo),
      due === 'overdue' ? [] : asks.lately(owed, addDays(today, -latelyDays)),
    ])
    const next = ours.next ? [ours.next] : []
    const [rows, named] = await Promise.all([
      duties(db).byIds([...ours.ids, ...theirs.ids, ...done, ...next]),
      namesOf(db, [...ours.bodies, ...theirs.bodies]),
    ])
    const of = (ids: readonly string[]) => {
      const wanted = new Set(ids)
      return rows.filter((row) => wanted.has(row.id))
    }
    const show = (row: DutyRow) => shown(row, today)
    return {
      mine: of(ours.ids).map(show),
      promised: of(theirs.ids).map(show),
      counts: { mine: ours.count, promised: theirs.count },
      lately: of(done)
        .filter(
          (row) => (!body || row.body === body) && (!kind || row.kind === kind) && (!dueBefore || row.due < dueBefore),
        )
        .map(show),
      next: of(next).map(show)[0] ?? null,
      bodies: named,
      kinds: [...new Set([...ours.kinds, ...theirs.kinds])].toSorted(),
    }
  },
  async list({ body, debtor, creditor, subject, because, year, waiting, upTo, after }, { db, today }) {
    if (!(body ?? debtor ?? creditor ?? subject ?? because)) throw new Invalid({ path: 'body', message: texts.narrow })
    const where = {
      ...(body ? { body } : {}),
      ...(debtor ? { debtors: [debtor] } : {}),
      ...(creditor ? { creditors: [creditor] } : {}),
      ...(subject ? { subject } : {}),
      ...(because ? { because } : {}),
      ...(year ? { year } : {}),
    }
    const page = await duties(db).page(where, { waiting, upTo, after })
    const rows = await duties(db).byIds(page.ids)
    return { duties: rows.map((row) => shown(row, today)), count: page.count, next: page.next }
  },
  async get({ id }, { db, house, today }) {
    const row = (await duties(db).get(id))!
    const { owes, letsOff } = await duties(db).rights(id)
    const open = isUnsettled(row.state)
    return {
      duty: shown(row, today),
      // What the debtor says about the duty itself stands among the statements.
      evidence: (await duties(db).evidence(id)).filter((fact) => fact.object !== id),
      statements: (await duties(db).statements(id)).map(({ organisation, title, ...rest }) => ({
        organisation: { id: organisation, title: title ?? '' },
        ...rest,
      })),
      may: {
        act: owes && open,
        state: owes && open && isStated(house.evidence, row.kind),
        reason: owes && row.strength === 'should' && (row.state === 'open' || row.state === 'overdue'),
        waive: letsOff && open,
      },
    }
  },
  async state({ id, day, text }, { db, house, actor, at, today, record, fact }) {
    const row = (await duties(db).get(id))!
    if (!isUnsettled(row.state) && row.state !== 'reasoned' && row.state !== 'missed')
      throw new Refusal('alreadySettled')
    if (!isStated(house.evidence, row.kind)) throw new Refusal('doneElsewhere')
    if (day > today) throw new Refusal('dayToCome')
    if (!actor.organisation || !(await duties(db).rights(id)).owes) throw new Refusal('onlyDebtor')
    await duties(db).makeStatement({ duty: id, organisation: actor.organisation, day, text }, at)
    await record({ before: { state: row.state }, after: { state: 'done', day, text } })
    const about = day >= row.period_from && day < row.period_until ? day : row.period_from
    await fact({ kind: 'duty.stated', organisation: row.debtor, subject: row.subject, object: id, day, about })
    return {}
  },
  async reason({ id, because }, { db, record }) {
    const row = (await duties(db).get(id))!
    if (row.strength !== 'should') throw new Refusal('onlyShould')
    if (row.state !== 'open' && row.state !== 'overdue') throw new Refusal('alreadySettled')
    if (!(await duties(db).rights(id)).owes || !(await duties(db).reason(id, because))) throw new Refusal('onlyDebtor')
    await record({ before: { state: row.state }, after: { state: 'reasoned', because } })
    return {}
  },
  async waive({ id, because }, { db, actor, record }) {
    const row = (await duties(db).get(id))!
    if (!isUnsettled(row.state)) throw new Refusal('alreadySettled')
    if (!(await duties(db).rights(id)).letsOff)
      throw new Refusal(row.debtor === row.creditor || row.debtor === actor.organisation ? 'ownDuty' : 'onlyCreditor')
    if (!(await duties(db).waive(id, because))) throw new Refusal('onlyCreditor')
    await record({ before: { state: row.state }, after: { state: 'waived', because } })
    return {}
  },
}

export const handlers: Handlers<typeof contract> = { ...page, ...linkHandlers(page) }

/** These bodies by name, each once. */
async function namesOf(db: Database, ids: readonly string[]) {
  return (await objects(db).named([...new Set(ids)])).toSorted((a, b) => a.title.localeCompare(b.title, 'de'))
}
