// Handlers of seats over time: who sits where on a day, letters of delegation, seats that coincide, the end of a body.
import { holds } from '#kit/access/decide.ts'
import { mandates } from '#kit/access/mandates.ts'
import type { Database } from '#kit/db/database.ts'
import { Invalid, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, type ObjectRow, objects } from '#kit/objects/objects.ts'
import type { Delegation } from '../contract/seats.ts'
import type { BodyRole, cooperation } from '../contract.ts'
import { bodies } from '../store/bodies.ts'
import { groups } from '../store/groups.ts'
import { type DelegationRow, seats } from '../store/seats.ts'
import { seatTexts } from '../texts/seats.de.ts'
import { texts } from '../texts.de.ts'
import { isBackwards, isOver, overlaps } from './terms.ts'

type Part = Pick<
  Handlers<typeof cooperation>,
  'representation' | 'seatHistory' | 'keepSeat' | 'delegate' | 'delegations' | 'delegation' | 'dissolve'
>
const leads = ['chair', 'office'] as const

export const seatHandlers: Part = {
  async representation({ id, on }, { db, today }) {
    const day = on ?? today
    const row = (await bodies(db).row(id))!
    const group = await groups(db).of(id)
    const ends = [row.dissolved_on, group?.until_day ?? null].filter((one) => one !== null)
    const there = row.founded_on <= day && ends.every((end) => day < end)
    const held = there
      ? (await mandates(db).of({ body: id })).filter(
          (one) => one.from_day <= day && (one.until_day === null || day < one.until_day),
        )
      : []
    const shown = held.map((one) => ({
      person: { id: one.person, title: one.person_title },
      organisation: { id: one.organisation, title: one.organisation_title },
      role: one.role as BodyRole,
      from: one.from_day,
      until: one.until_day,
      basis: one.basis,
    }))
    const seated = there ? await seats(db).on(id, day) : []
    const sits = (organisation: string, role: BodyRole) =>
      role !== 'office' && seated.some((seat) => seat.organisation === organisation)
    return {
      on: day,
      there,
      seats: seated.map((seat) => ({
        id: seat.id,
        organisation: { id: seat.organisation, title: seat.organisation_title },
        unit: seat.unit && seat.unit_title ? { id: seat.unit, title: seat.unit_title } : null,
        side: seat.side,
        constituency: seat.constituency_name,
        voting: seat.voting && row.votes,
        guest: seat.guest,
        people: shown.filter((one) => one.organisation.id === seat.organisation && one.role !== 'office'),
      })),
      others: shown.filter((one) => !sits(one.organisation.id, one.role)),
    }
  },
  async seatHistory({ id }, { db, actor, today }) {
    const rows = await seats(db).history(id)
    const row = (await bodies(db).row(id))!
    const { dissolved_on: dissolvedOn } = row
    return {
      seats: rows.map((seat) => ({
        id: seat.id,
        organisation: { id: seat.organisation, title: seat.organisation_title },
        unit: seat.unit && seat.unit_title ? { id: seat.unit, title: seat.unit_title } : null,
        voting: seat.voting && row.votes,
        guest: seat.guest,
        from: seat.valid_from,
        until: seat.valid_until,
        because: seat.ended_because,
        continuedBy: seat.heir && seat.heir_title ? { id: seat.heir, title: seat.heir_title } : null,
      })),
      doubles: rows
        .filter(
          (seat) =>
            seat.doubles &&
            !seat.kept &&
            (seat.valid_until === null || seat.valid_until > today) &&
            rows.some(
              (other) => other.id === seat.doubles && (other.valid_until === null || other.valid_until > today),
            ),
        )
        .map((seat) => ({
          seat: seat.id,
          other: seat.doubles!,
          name: seat.unit_title ?? seat.organisation_title,
          since: seat.valid_from,
        })),
      dissolution: await seats(db).dissolution(id),
      dissolvedOn,
      may: { run: holds(actor, leads, [id]) && !(await seats(db).isOver(id)) },
    }
  },
  async keepSeat({ id: _, seat }, { db, record }) {
    if (!(await seats(db).keep(seat))) throw new Refusal('nothingDouble')
    await record({ after: { seat, kept: true } })
    return {}
  },
  async delegate({ id, ...letter }, { db, actor, at, today, target, record, fact }) {
    const { organisation, person, deputy, signedBy, signedOn, source } = letter
    const run = holds(actor, leads, [id])
    const own = organisation === actor.organisation
    if (await seats(db).isOver(id)) throw new Refusal('bodyOver')
    const mayOwn = own && holds(actor, ['admin', 'head'], [organisation])
    if (!mayOwn && (!run || source === null)) throw new Refusal('sendsItself')
    if (isBackwards(letter)) throw new Invalid({ path: 'until', message: texts.invalid.backwards })
    if (isOver(letter, today)) throw new Refusal('over')
    if (signedOn > today) throw new Refusal('dayInFuture')
    if (deputy === person) throw new Refusal('deputyIsPerson')
    const seat = (await bodies(db).seats(id)).find(
      (one) => one.organisation === organisation && (one.valid_until === null || one.valid_until > today),
    )
    if (!seat) throw new Refusal('notMember')
    const until = await cappedBy(db, id, letter.until)
    const term = { body: id, organisation, from: letter.from, until, basis: seatTexts.basis(signedOn, signedBy) }
    const grant = async (who: string, role: BodyRole) => {
      await ofSender(db, who, organisation)
      const held = await mandates(db).of({ person: who, organisation, body: id, role })
      if (held.some((one) => overlaps({ from: one.from_day, until: one.until_day }, term)))
        throw new Refusal('holdsAlready')
      return mandates(db).grant({ person: who, role, ...term }, actor.person, at)
    }
    const mandate = await grant(person, seat.guest ? 'guest' : 'delegate')
    const deputyMandate = deputy ? await grant(deputy, 'deputy') : null
    const letterId = newId(at)
    await objects(db).make({
      id: letterId,
      kind: 'delegation',
      title: seatTexts.letterOf(seat.organisation_title),
      owner: own ? organisation : actor.organisation,
      body: id,
      author: actor.person,
      audience: 'body',
      readers: [...new Set([id, organisation])],
    })
    await seats(db).addDelegation({
      id: letterId,
      body: id,
      organisation,
      person,
      deputy,
      from: letter.from,
      until,
      signedBy,
      signedOn,
      source: mayOwn ? null : source,
      mandate,
      deputyMandate,
    })
    await record({ object: letterId, after: { organisation, person, deputy, from: letter.from, until, signedOn } })
    await record({ verb: 'mandate.granted', after: { mandate, deputyMandate, organisation, delegation: letterId } })
    await fact({
      kind: 'seat.filled',
      organisation: run ? id : organisation,
      subject: id,
      object: target.id,
      day: today,
    })
    return { id: letterId }
  },
  async delegations({ id }, { db }) {
    const rows = await seats(db).delegations(id)
    const shown: Delegation[] = []
    for (const row of rows) shown.push(letterOf(row, await objects(db).get(row.id)))
    return { delegations: shown }
  },
  async delegation({ id }, { db, target }) {
    return letterOf((await seats(db).delegation(id))!, target)
  },
  async dissolve({ id: body, day, because }, { db, actor, at, today, target, record }) {
    if (await seats(db).isOver(body)) throw new Refusal('bodyOver')
    if (day < today) throw new Refusal('dissolutionPast')
    const there = await seats(db).dissolution(body)
    if (there?.released) throw new Refusal('dissolutionDecided')
    if (there) {
      await objects(db).freeze(there.id, { day, because }, actor)
      await record({ object: there.id, after: { day, because } })
      return { id: there.id }
    }
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'dissolution',
      title: seatTexts.dissolutionOf(target.title),
      owner: actor.organisation,
      body,
      author: actor.person,
      audience: 'body',
      readers: [body],
    })
    await objects(db).freeze(id, { day, because }, actor)
    await record({ object: id, after: { day, because } })
    return { id }
  },
}

/** Nobody is sent to a working group for longer than it lives. */
export async function cappedBy(db: Database, body: string, until: string | null): Promise<string | null> {
  const group = await groups(db).of(body)
  if (!group) return until
  return until === null || until > group.until_day ? group.until_day : until
}

async function ofSender(db: Database, person: string, organisation: string): Promise<void> {
  const there = await objects(db).find(person)
  const held = await mandates(db).of({ person, organisation })
  if (there?.kind !== 'person' || (there.owner !== organisation && held.length === 0))
    throw new Invalid({ path: 'person', message: texts.invalid.personOfOther })
}

const letterOf = (row: DelegationRow, object: ObjectRow): Delegation => ({
  head: head(object),
  organisation: { id: row.organisation, title: row.organisation_title },
  person: { id: row.person, title: row.person_title },
  deputy: row.deputy && row.deputy_title ? { id: row.deputy, title: row.deputy_title } : null,
  from: row.from_day,
  until: row.until_day,
  signedBy: row.signed_by,
  signedOn: row.signed_on,
  source: row.source,
  ended: row.ended,
})
