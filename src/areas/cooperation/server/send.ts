// Handler that appoints chairs and office and sends people to seats. Who may do so is decided by the database (access.may_grant).
import { people } from '#areas/actors/store/people.ts'
import { holds } from '#kit/access/decide.ts'
import { mandates } from '#kit/access/mandates.ts'
import type { Database } from '#kit/db/database.ts'
import { Invalid, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { cooperation } from '../contract.ts'
import { chairFault } from '../rules.ts'
import { bodies } from '../store/bodies.ts'
import { seats } from '../store/seats.ts'
import { texts } from '../texts.de.ts'
import { cappedBy } from './seats.ts'
import { isBackwards, isOver, overlaps } from './terms.ts'

type Part = Pick<Handlers<typeof cooperation>, 'send'>
type Sent = { organisation: string; role: string; from: string; until: string | null; person?: string | undefined }

export const sendHandlers: Part = {
  async send({ id, organisation, role, person, newPerson, ...wanted }, { db, target, actor, at, today, record, fact }) {
    if (await seats(db).isOver(id)) throw new Refusal('bodyOver')
    const term = { ...wanted, until: await cappedBy(db, id, wanted.until) }
    if (isBackwards(term)) throw new Invalid({ path: 'until', message: texts.invalid.backwards })
    if (isOver(term, today)) throw new Refusal('over')
    if ((person === undefined) === (newPerson === undefined))
      throw new Invalid({ path: 'person', message: texts.invalid.whom })
    const member = (await bodies(db).seats(id)).some(
      (seat) => seat.organisation === organisation && (seat.valid_until === null || seat.valid_until > today),
    )
    if (!member && role !== 'guest' && !(role === 'office' && organisation === target.owner))
      throw new Refusal('notMember')
    if (person !== undefined) await checkPerson(db, id, { organisation, role, person, ...term })
    if (role === 'deputy') await checkDeputy(db, id, organisation, today)
    if (role === 'chair') await checkChair(db, id, { organisation, role, person, ...term })
    if (newPerson && (await people(db).named(newPerson.name, organisation)))
      throw new Refusal('personKnown', { name: newPerson.name })
    const who = person ?? (await people(db).introduce(newPerson!.name, organisation, actor.person, at))
    if (newPerson) await record({ object: who, verb: 'person.introduced', after: { organisation } })
    const mandate = await mandates(db).grant({ person: who, organisation, body: id, role, ...term }, actor.person, at)
    await record({ after: { mandate, person: who, organisation, role, ...term } })
    for (const atHome of newPerson?.home ?? []) {
      const own = {
        person: who,
        organisation,
        body: null,
        role: atHome,
        from: term.from,
        until: null,
        basis: term.basis,
      }
      const granted = await mandates(db).grant(own, actor.person, at)
      await record({ object: organisation, after: { mandate: granted, ...own } })
    }
    if (newPerson) {
      if ((await mandates(db).invite(who, newPerson.email)) !== 'sent') throw new Refusal('mailTaken')
      await record({ object: who, verb: 'person.invited' })
    }
    const runs = holds(actor, ['chair', 'office'], [id])
    if (runs || organisation === actor.organisation)
      await fact({ kind: 'seat.filled', organisation: runs ? id : organisation, subject: id, object: id, day: today })
    return { mandate, person: who }
  },
}

/** Somebody stands in for somebody: without a delegate of the same sender there is no seat to speak for. */
async function checkDeputy(db: Database, body: string, organisation: string, today: string): Promise<void> {
  const held = await mandates(db).of({ body, organisation })
  if (
    !held.some((one) => (one.role === 'delegate' || one.role === 'chair') && !isOver({ until: one.until_day }, today))
  )
    throw new Refusal('deputyWithoutDelegation')
}

/** Whoever is sent acts for the organisation that sends, and does not hold the role already. */
async function checkPerson(db: Database, body: string, sent: Sent & { person: string }): Promise<void> {
  const there = await objects(db).find(sent.person)
  const held = await mandates(db).of({ person: sent.person, organisation: sent.organisation })
  if (there?.kind !== 'person' || (there.owner !== sent.organisation && held.length === 0))
    throw new Invalid({ path: 'person', message: texts.invalid.personOfOther })
  const same = held.find(
    (one) =>
      one.body === body && one.role === sent.role && overlaps({ from: one.from_day, until: one.until_day }, sent),
  )
  if (same) throw new Refusal('holdsAlready')
}

async function checkChair(db: Database, body: string, sent: Sent): Promise<void> {
  const seats = await bodies(db).seats(body)
  const constituencyOf = (organisation: string) =>
    seats.find((seat) => seat.organisation === organisation)?.constituency ?? null
  const current = (await mandates(db).of({ body, role: 'chair' }))
    .filter((one) => overlaps({ from: one.from_day, until: one.until_day }, sent))
    .map((one) => ({
      person: one.person,
      organisation: one.organisation,
      constituency: constituencyOf(one.organisation),
    }))
  const row = (await bodies(db).row(body))!
  const fault = chairFault(
    { person: sent.person ?? null, organisation: sent.organisation, constituency: constituencyOf(sent.organisation) },
    current,
    row.keys,
  )
  if (fault) throw new Refusal(fault)
}
