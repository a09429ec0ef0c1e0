// Handlers of bodies: founding, describing, seats.

import { organisations } from '#areas/actors/store/organisations.ts'
import { holds } from '#kit/access/decide.ts'
import { mandates } from '#kit/access/mandates.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { type ObjectRow, objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { BodyRole, cooperation } from '../contract.ts'
import { standingOf } from '../rules.ts'
import { bodies, type NewSeat } from '../store/bodies.ts'
import { offers } from '../store/offers.ts'
import { texts } from '../texts.de.ts'
import { ask, isWaiting } from './offers.ts'
import { shownBody } from './shown.ts'

type Part = Pick<Handlers<typeof cooperation>, 'bodies' | 'body' | 'found' | 'describeBody' | 'addSeats' | 'endSeat'>
type SeatIn = {
  organisation: string
  unit: string | null
  constituency: string | null
  voting: boolean
  guest: boolean
}

export const bodyHandlers: Part = {
  async bodies({ organisation, search }, { db, actor, today }) {
    const rows = await bodies(db).lines({ ...(organisation ? { organisation } : {}), ...(search ? { search } : {}) })
    const lines = rows.map((row) => ({
      id: row.id,
      name: row.title,
      shortName: row.short_name,
      form: row.form,
      members: row.members,
      chairs: row.chairs,
      overdue: row.overdue,
      next: row.next,
      invented: row.invented,
      standing: standingOf(
        {
          dissolvedOn: row.dissolved_on,
          inForce: row.in_force,
          chairs: row.chairs.length,
          keys: row.keys,
          document: row.document,
        },
        today,
      ),
      mine: actor.held.filter((held) => held.endsWith(`@${row.id}`)).map((held) => held.split('@')[0] as BodyRole),
    }))
    return {
      bodies: [...lines.filter((line) => line.mine.length > 0), ...lines.filter((line) => line.mine.length === 0)],
    }
  },
  body: (_, { db, actor, target, today }) => shownBody(db, target, actor, today),
  async found(input, { db, actor, at, today, record }) {
    const foundedOn = input.foundedOn ?? today
    if (foundedOn > today) throw new Refusal('foundedInFuture')
    if (await bodies(db).named(input.name)) throw new Refusal('bodyThere', { name: input.name })
    const owner = actor.organisation!
    const seats = await checked(
      db,
      input.seats,
      input.constituencies.map((one) => one.name),
    )
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'body',
      title: input.name,
      owner,
      body: id,
      author: actor.person,
      audience: 'members',
      readers: [...new Set([owner, ...seats.map((seat) => seat.organisation)])],
    })
    await bodies(db).make({
      id,
      short_name: input.shortName,
      mission: input.mission,
      form: input.form,
      keys: input.keys,
      founded_on: foundedOn,
      area_key: input.areaKey,
    })
    const names = new Map<string, string>()
    for (const one of input.constituencies) names.set(one.name, await bodies(db).addConstituency(id, one, at))
    for (const seat of seats) await bodies(db).addSeat(id, seatFrom(seat, names, foundedOn), at)
    await mandates(db).grant(
      {
        person: actor.person,
        organisation: owner,
        body: id,
        role: 'office',
        from: today,
        until: null,
        basis: texts.founderBasis,
      },
      actor.person,
      at,
    )
    await search(db).put(id, input.shortName, input.mission)
    await record({ object: id, after: { ...input, foundedOn } })
    return { id }
  },
  async describeBody({ id, name, shortName, mission, areaKey }, { db, target, record }) {
    const there = await bodies(db).named(name)
    if (there && there !== id) throw new Refusal('bodyThere', { name })
    const before = (await bodies(db).row(id))!
    await bodies(db).describe(id, { short_name: shortName, mission, area_key: areaKey })
    await search(db).put(id, shortName, mission)
    if (name !== target.title) await objects(db).change(id, { title: name })
    await record({
      before: { name: target.title, shortName: before.short_name, mission: before.mission, areaKey: before.area_key },
      after: { name, shortName, mission, areaKey },
    })
    return {}
  },
  async addSeats({ id, seats: wanted, from = undefined }, { db, actor, target, at, today, record, fact }) {
    const known = await bodies(db).constituencies(id)
    const seats = await checked(
      db,
      wanted,
      known.map((one) => one.name),
    )
    const there = (await bodies(db).seats(id)).filter((seat) => seat.valid_until === null || seat.valid_until > today)
    const twice = seats.find((seat) =>
      there.some((one) => one.organisation === seat.organisation && one.unit === seat.unit),
    )
    if (twice)
      throw new Refusal('seatTwice', { name: (await objects(db).find(twice.unit ?? twice.organisation))?.title ?? '' })
    const asked = await offers(db).of(id)
    const open = seats.find((seat) => isWaiting(asked, seat))
    if (open)
      throw new Refusal('offerThere', { name: (await objects(db).find(open.unit ?? open.organisation))?.title ?? '' })
    const names = new Map(known.map((one) => [one.name, one.id]))
    const made: string[] = []
    const offered: string[] = []
    const taken: string[] = []
    for (const seat of seats) {
      const whole = seatFrom(seat, names, from ?? today)
      if (await hasTaken(db, id, seat.organisation, actor)) {
        made.push(await bodies(db).addSeat(id, whole, at))
        taken.push(seat.organisation)
      } else {
        const by = { person: actor.person, at, today }
        offered.push(await ask(db, id, asked, { ...whole, guest: seat.guest }, by))
      }
    }
    await welcome(db, target, taken)
    await record({ after: { seats, from: from ?? today, offered: offered.length }, many: seats.length })
    if (offered.length > 0) await fact({ kind: 'seat.offered', organisation: id, subject: id, object: id, day: today })
    return { seats: made, offers: offered }
  },
  async endSeat({ id, seat: seatId, until, because }, { db, at, today, record }) {
    const end = until ?? today
    const seat = (await bodies(db).seats(id)).find((one) => one.id === seatId)
    if (!seat) throw new NotFound()
    if (end < today || (seat.valid_until !== null && seat.valid_until <= end)) throw new Refusal('seatEnded')
    const last =
      (await bodies(db).seats(id, end)).filter((one) => one.organisation === seat.organisation && one.id !== seatId)
        .length === 0
    if (last && (await bodies(db).isParty(id, seat.organisation, end)))
      throw new Refusal('seatOfParty', { name: seat.organisation_title })
    await bodies(db).endSeat(id, seat, end, because, at)
    await record({
      before: { organisation: seat.organisation, unit: seat.unit, until: seat.valid_until },
      after: { organisation: seat.organisation, unit: seat.unit, until: end, because },
    })
    return {}
  },
}

/** Whoever has signed what the body agreed on has taken its seat, and nobody asks the own organisation. Every other is asked. */
async function hasTaken(db: Database, body: string, organisation: string, actor: Actor): Promise<boolean> {
  if (organisation === actor.organisation && holds(actor, ['admin', 'head'], [organisation])) return true
  return offers(db).hasSigned(body, organisation)
}

const seatFrom = (seat: SeatIn, constituencies: ReadonlyMap<string, string>, from: string): NewSeat => ({
  organisation: seat.organisation,
  unit: seat.unit,
  voting: seat.voting && !seat.guest,
  guest: seat.guest,
  from,
  until: null,
  constituency: seat.constituency === null ? null : constituencies.get(seat.constituency)!,
})

/** Seats name organisations that are there, constituencies of the body, and nobody twice. */
async function checked(db: Database, seats: readonly SeatIn[], constituencies: readonly string[]): Promise<SeatIn[]> {
  const seen = new Set<string>()
  for (const [index, seat] of seats.entries()) {
    const named = await objects(db).find(seat.organisation)
    const unit = seat.unit ? await objects(db).find(seat.unit) : null
    if (named?.kind !== 'organisation' || (seat.unit && unit?.kind !== 'organisation'))
      throw new Invalid({ path: `seats.${index}.organisation`, message: texts.invalid.organisationUnknown })
    if (seat.unit && (await organisations(db).parentOf(seat.unit))?.id !== seat.organisation)
      throw new Invalid({ path: `seats.${index}.unit`, message: texts.invalid.unitOfOther })
    if (seat.constituency !== null && !constituencies.includes(seat.constituency))
      throw new Invalid({ path: `seats.${index}.constituency`, message: texts.invalid.constituencyUnknown })
    const key = `${seat.organisation}/${seat.unit ?? ''}`
    if (seen.has(key)) throw new Refusal('seatTwice', { name: unit?.title ?? named.title })
    seen.add(key)
  }
  return [...seats]
}

/** Whoever has a seat reads what the body shares, and may send people to it. */
async function welcome(db: Database, body: ObjectRow, organisations: readonly string[]): Promise<void> {
  const readers = [...new Set([...body.readers, ...organisations])]
  if (readers.length > body.readers.length) await objects(db).change(body.id, { readers })
}
