// Handlers of leaving an agreement: giving notice, the second head, taking it back, and what becomes of the seats.
import { holds } from '#kit/access/decide.ts'
import { mandates } from '#kit/access/mandates.ts'
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { Forbidden, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { cooperation, NoticeRule, Termination } from '../contract.ts'
import { isNoticeEnd, noticeDay } from '../rules/notice.ts'
import { agreements, type PartyRow } from '../store/agreements.ts'
import { bodies } from '../store/bodies.ts'
import { type Bounds, type TerminationRow, terminations } from '../store/terminations.ts'
import { germanDay } from '../texts/arising.de.ts'
import { terminationTexts } from '../texts/terminations.de.ts'

type Part = Pick<
  Handlers<typeof cooperation>,
  'terminations' | 'terminate' | 'secondTermination' | 'takeBackTermination' | 'settleSeats'
>
const sentRoles: readonly string[] = ['delegate', 'deputy', 'guest']
const signers = ['admin', 'head', 'planner'] as const
type Ground = { edition: number; rule: NoticeRule | null; extraordinary: boolean; parties: PartyRow[]; bounds: Bounds }

export const terminationHandlers: Part = {
  async terminations({ id }, { db, actor, today, target }) {
    const ground = await groundOf(db, id)
    const rows = await terminations(db).of(id)
    const shown = rows.map((row) => shownOf(row, ground, actor, target.body, today))
    const free = ground?.parties.filter((party) => isBound(ground, party.id)) ?? []
    return {
      terminations: shown,
      earliest: ground?.rule ? noticeDay(today, ground.rule) : null,
      rule: ground?.rule ?? null,
      extraordinary: ground?.extraordinary ?? false,
      may: {
        declare: free.some((party) => party.id === actor.organisation && maySign(actor, party)),
        recordFor: holds(actor, ['office'], [target.body])
          ? free.filter((party) => party.id !== actor.organisation).map(({ id, title }) => ({ id, title }))
          : [],
      },
    }
  },
  async terminate({ id, kind, lastDay, reason, capacity, ...told }, { db, actor, at, today, target, record, fact }) {
    const ground = await groundOf(db, id)
    const organisation = told.organisation ?? actor.organisation!
    const own = organisation === actor.organisation
    const party = ground?.parties.find((one) => one.id === organisation)
    if (!ground || !party) throw new Refusal('notBound')
    if (!isBound(ground, organisation)) throw new Refusal('alreadyLeaving', { name: party.title })
    if (own && !holds(actor, signers, [organisation])) throw new Forbidden()
    if (own && !maySign(actor, party)) throw new Refusal('onlyHeads', { name: party.title })
    if (!own && (told.source === null || !holds(actor, ['office'], [target.body]))) throw new Refusal('notForOthers')
    const joint = party.signing === 'joint'
    if (!own && (told.signatory === null || joint !== (told.secondSignatory !== null)))
      throw new Refusal('signatoryMissing', { name: party.title })
    const declaredOn = own ? today : (told.declaredOn ?? today)
    if (declaredOn > today) throw new Refusal('dayInFuture')
    const effectiveOn = effectOf(ground, kind, declaredOn, lastDay, reason)
    const termination = newId(at)
    await terminations(db).add({
      id: termination,
      agreement: id,
      edition: ground.edition,
      organisation,
      kind,
      declaredOn,
      effectiveOn,
      reason,
      capacity,
      person: own ? actor.person : null,
      signatory: own ? null : told.signatory,
      secondSignatory: own ? null : told.secondSignatory,
      source: own ? null : told.source,
      by: actor.person,
    })
    const complete = !joint || !own
    await record({ after: { termination, organisation, kind, declaredOn, effectiveOn, reason, complete } })
    if (complete)
      await fact({
        kind: 'agreement.terminated',
        organisation: actor.organisation!,
        subject: id,
        object: id,
        day: today,
      })
    return { id: termination, effectiveOn, complete }
  },
  async secondTermination({ id, termination }, { db, actor, today, record, fact }) {
    const ground = await groundOf(db, id)
    const row = await found(db, id, termination)
    if (!ground || row.complete || row.taken_back_on !== null) throw new Refusal('noSecondNeeded')
    if (row.person === actor.person || row.organisation !== actor.organisation) throw new Refusal('noSecondNeeded')
    if (!holds(actor, ['head'], [row.organisation])) throw new Refusal('onlyHeads', { name: row.organisation_title })
    if (row.kind === 'ordinary') effectOf(ground, row.kind, today, addDays(row.effective_on, -1), '')
    await terminations(db).second(termination, actor.person)
    await record({ after: { termination, organisation: row.organisation, effectiveOn: row.effective_on } })
    await fact({ kind: 'agreement.terminated', organisation: row.organisation, subject: id, object: id, day: today })
    return { effectiveOn: row.effective_on }
  },
  async takeBackTermination({ id, termination, because }, { db, actor, today, target, record, fact }) {
    const row = await found(db, id, termination)
    if (row.taken_back_on !== null) throw new Refusal('takenBackAlready')
    if (row.effective_on <= today) throw new Refusal('tookEffect', { day: germanDay(row.effective_on) })
    const own = row.organisation === actor.organisation && holds(actor, signers, [row.organisation])
    if (!own && (because === null || !holds(actor, ['office'], [target.body]))) throw new Refusal('notForOthers')
    await terminations(db).takeBack(termination, actor.person, because)
    await record({ after: { termination, organisation: row.organisation, because } })
    await fact({
      kind: 'agreement.terminationTakenBack',
      organisation: actor.organisation!,
      subject: id,
      object: id,
      day: today,
    })
    return {}
  },
  async settleSeats({ id, termination, answer }, { db, actor, at, today, target, record, fact }) {
    const row = await found(db, id, termination)
    if (!row.complete || row.taken_back_on !== null || row.seat_answer !== null) throw new Refusal('nothingToSettle')
    const end = [today, row.effective_on].toSorted().at(-1)!
    const seats = (await bodies(db).seats(target.body!, end)).filter((one) => one.organisation === row.organisation)
    const because = terminationTexts.seatEnded(target.title, row.effective_on)
    // Whoever was sent to the seat acts there no longer.
    const held = await mandates(db).of({ body: target.body!, organisation: row.organisation })
    const sent = held.filter((one) => sentRoles.includes(one.role) && (one.until_day === null || one.until_day > end))
    if (answer === 'end') for (const one of sent) await mandates(db).end(one, end, actor.person, at)
    if (answer === 'end') for (const seat of seats) await bodies(db).endSeat(target.body!, seat, end, because, at)
    await terminations(db).settle(termination, actor.person, answer)
    // A chair speaks for a seat: where none is left, it ends, on a day that only the database names.
    const last = await terminations(db).chairFalls(row.organisation, target.body!)
    const chairs = held.filter(
      (one) =>
        last !== null &&
        one.role === 'chair' &&
        one.from_day < last &&
        (one.until_day === null || one.until_day > last),
    )
    for (const one of chairs) await mandates(db).end(one, last!, actor.person, at)
    await record({
      after: {
        termination,
        organisation: row.organisation,
        answer,
        seats: seats.length,
        mandates: sent.length,
        chairs: chairs.length,
      },
    })
    if (chairs.length > 0)
      await fact({
        kind: 'chair.ended',
        organisation: target.body!,
        subject: row.organisation,
        object: target.body!,
        day: today,
      })
    await fact({
      kind: 'agreement.seatsSettled',
      organisation: target.body!,
      subject: row.organisation,
      object: id,
      day: today,
    })
    return { ended: answer === 'end' ? seats.length : 0 }
  },
}

async function found(db: Database, agreement: string, id: string): Promise<TerminationRow> {
  const row = await terminations(db).get(agreement, id)
  if (!row) throw new NotFound()
  return row
}

/** The edition in force, as it was frozen: what holds is what was signed. */
async function groundOf(db: Database, id: string): Promise<Ground | null> {
  const inForce = await agreements(db).inForce(id)
  if (!inForce) return null
  const { edition } = inForce
  const content = (await objects(db).editions(id)).find((one) => one.number === edition)?.content as
    | { noticeRule?: NoticeRule | null; extraordinary?: boolean }
    | undefined
  return {
    edition,
    rule: content?.noticeRule ?? null,
    extraordinary: content?.extraordinary ?? false,
    parties: await agreements(db).parties(id, edition),
    bounds: await terminations(db).bounds(id, edition),
  }
}

const isBound = ({ bounds }: Ground, organisation: string) =>
  !bounds.leaves.some((one) => one.organisation === organisation)
const maySign = (actor: Actor, { id, signing }: PartyRow) =>
  holds(actor, signing === 'joint' ? ['head'] : signers, [id])

/** The first day bound no longer. Without the agreed period only for a reason, and only where the agreement says so. */
function effectOf(
  { rule, extraordinary }: Ground,
  kind: 'ordinary' | 'extraordinary',
  declaredOn: string,
  lastDay: string | null,
  reason: string,
): string {
  const wanted = lastDay === null ? null : addDays(lastDay, 1)
  if (kind === 'extraordinary') {
    if (!extraordinary) throw new Refusal('noExtraordinary')
    if (reason.length < 10) throw new Refusal('reasonMissing')
    const effectiveOn = wanted ?? addDays(declaredOn, 1)
    if (effectiveOn <= declaredOn) throw new Refusal('leavesInPast')
    return effectiveOn
  }
  if (!rule) throw new Refusal('noNoticeAgreed')
  const earliest = noticeDay(declaredOn, rule)
  const words = { rule: terminationTexts.rule(rule), day: germanDay(addDays(earliest, -1)) }
  if (wanted !== null && wanted < earliest) throw new Refusal('noticeShorter', words)
  if (wanted !== null && !isNoticeEnd(wanted, rule)) throw new Refusal('noticeOtherDay', words)
  return wanted ?? earliest
}

function shownOf(
  row: TerminationRow,
  ground: Ground | null,
  actor: Actor,
  body: string | null,
  today: string,
): Termination {
  const running = row.taken_back_on === null
  const own = row.organisation === actor.organisation
  const open = running && row.effective_on > today
  return {
    id: row.id,
    edition: row.edition,
    party: { id: row.organisation, title: row.organisation_title },
    kind: row.kind,
    declaredOn: row.declared_on,
    effectiveOn: row.effective_on,
    reason: row.reason,
    capacity: row.capacity,
    person: row.person && row.person_title ? { id: row.person, title: row.person_title } : null,
    second: row.second && row.second_title ? { id: row.second, title: row.second_title } : null,
    signatories: [row.signatory, row.second_signatory].filter((one) => one !== null),
    source: row.source,
    complete: row.complete,
    takenBackOn: row.taken_back_on,
    takenBackBecause: row.taken_back_because,
    seats: row.seats,
    seatAnswer: row.seat_answer,
    may: {
      second:
        open &&
        !row.complete &&
        own &&
        row.person !== actor.person &&
        ground !== null &&
        holds(actor, ['head'], [row.organisation]),
      takeBack: open && ((own && holds(actor, signers, [row.organisation])) || holds(actor, ['office'], [body])),
      answer:
        running &&
        row.complete &&
        row.seats > 0 &&
        row.seat_answer === null &&
        holds(actor, ['chair', 'office'], [body]),
    },
  }
}
