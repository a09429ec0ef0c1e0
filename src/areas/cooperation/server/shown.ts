// A body as it is shown: gathered from its rows, mandates, agreements and duties.

import { holds } from '#kit/access/decide.ts'
import { mandates } from '#kit/access/mandates.ts'
import { purposes } from '#kit/access/purposes.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { duties } from '#kit/duties/duties.ts'
import { head, type ObjectRow } from '#kit/objects/objects.ts'
import { Purpose } from '../contract/purposes.ts'
import type { Body, BodyRole } from '../contract.ts'
import { standingOf } from '../rules.ts'
import { agreements } from '../store/agreements.ts'
import { bodies } from '../store/bodies.ts'
import { meetingsOf } from '../store/grounds.ts'
import { standings } from '../store/standing.ts'

export async function shownBody(db: Database, target: ObjectRow, actor: Actor, today: string): Promise<Body> {
  const { id } = target
  const row = (await bodies(db).row(id))!
  const inForce = await bodies(db).isAgreed(id)
  const document = await standings(db).constitutedBy(id, today)
  const rows = (await mandates(db).of({ body: id })).filter((one) => one.until_day === null || one.until_day > today)
  const people = rows.map((one) => ({
    mandate: one.id,
    person: { id: one.person, title: one.person_title },
    organisation: { id: one.organisation, title: one.organisation_title },
    role: one.role as BodyRole,
    from: one.from_day,
    until: one.until_day,
    basis: one.basis,
    current: one.from_day <= today,
  }))
  const chairs = people.filter((one) => one.role === 'chair' && one.current)
  const seats = (await bodies(db).seats(id)).filter((seat) => seat.valid_until === null || seat.valid_until > today)
  const owed = await duties(db).of({ debtors: [id] })
  const lines = await agreements(db).linesOf(id)
  const run = holds(actor, ['chair', 'office'], [id])
  const member = seats.some((seat) => seat.organisation === actor.organisation)
  return {
    head: head(target),
    shortName: row.short_name,
    mission: row.mission,
    form: row.form,
    votes: row.votes,
    keys: row.keys,
    foundedOn: row.founded_on,
    areaKey: row.area_key,
    standing: standingOf(
      { dissolvedOn: row.dissolved_on, inForce, chairs: chairs.length, keys: row.keys, document: document !== null },
      today,
    ),
    constituencies: (await bodies(db).constituencies(id)).map((one) => ({
      id: one.id,
      name: one.name,
      chair: one.chair,
      termYears: one.term_years,
    })),
    seats: seats.map((seat) => ({
      id: seat.id,
      organisation: { id: seat.organisation, title: seat.organisation_title },
      side: seat.side,
      unit: seat.unit && seat.unit_title ? { id: seat.unit, title: seat.unit_title } : null,
      constituency: seat.constituency_name,
      voting: seat.voting && row.votes,
      guest: seat.guest,
      from: seat.valid_from,
      until: seat.valid_until,
      delegates: people
        .filter((one) => one.current && one.organisation.id === seat.organisation && one.role !== 'office')
        .map(({ person, role }) => ({ person, role })),
    })),
    purposes: (await purposes(db).of(id)).map((one) => Purpose.parse(one)),
    people,
    agreements: lines,
    duties: {
      open: owed.filter((duty) => duty.state === 'open').length,
      overdue: owed.filter((duty) => duty.state === 'overdue').length,
      done: owed.filter((duty) => duty.state === 'done' || duty.state === 'doneLate').length,
    },
    lastMet: await bodies(db).lastMet(id),
    nextMeeting: await nextMeeting(db, id, today),
    missing: [
      ...(new Set(seats.map((seat) => seat.organisation)).size < 2 ? ['members' as const] : []),
      ...(chairs.length < row.keys ? ['chair' as const] : []),
      ...(inForce && chairs.length >= row.keys && document === null ? ['document' as const] : []),
      ...(inForce ? [] : [lines.length === 0 ? ('agreement' as const) : ('signatures' as const)]),
    ],
    may: {
      run,
      appoint: holds(actor, ['office'], [id]),
      send: run || (member && holds(actor, ['admin', 'head'], [actor.organisation])),
    },
  }
}

async function nextMeeting(db: Database, body: string, today: string): Promise<Body['nextMeeting']> {
  const planned = (await meetingsOf(db, [body])).get(body)?.find((one) => !one.held && one.day >= today)
  return planned ? { id: planned.id, day: planned.day } : null
}
