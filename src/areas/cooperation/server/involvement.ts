// Handlers of the actor analysis: who belongs, what was promised, what really is, and offering a seat.
import { holds } from '#kit/access/decide.ts'
import { Forbidden, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { type ObjectRow, objects } from '#kit/objects/objects.ts'
import type { involvement as contract, Involved, Voice } from '../contract/involvement.ts'
import { presence } from '../rules/actors.ts'
import { readTogether, type Said } from '../rules/involvement.ts'
import { completeness } from '../store/completeness.ts'
import { involvements, type SaidRow } from '../store/involvement.ts'
import { network } from '../store/network.ts'
import { offers } from '../store/offers.ts'
import { seats } from '../store/seats.ts'
import { seatedOf } from './completeness.ts'
import { ask, isDeclined, isWaiting } from './offers.ts'

const leads = ['chair', 'office'] as const

export const involvementHandlers: Handlers<typeof contract> = {
  async involvement({ id }, { db, actor, target }) {
    const body = bodyOf(target)
    const store = involvements(db)
    const rows = await completeness(db).seated(body)
    const said = await store.of(id)
    const sharing = await store.sharing(id)
    const own = await store.topicsOf(id)
    const topics = own.length > 0 ? own : await network(db).topicsOf(body)
    const asked = await offers(db).about(id)
    const seated = new Map(rows.map((row) => [row.organisation, row]))
    const titles = new Map([
      ...rows.map((row) => [row.organisation, row.organisation_title] as const),
      ...said.map((row) => [row.organisation, row.organisation_title] as const),
      ...(await objects(db).named(sharing)).map((one) => [one.id, one.title] as const),
    ])
    const mayOthers = await store.may(id, actor.organisation!, false)
    const mayOwn = await store.may(id, actor.organisation!, true)
    const organisations = [...titles].map(([organisation, title]): Involved => {
      const voice = (ofOwn: boolean) =>
        saidOf(said.find((row) => row.organisation === organisation && row.own === ofOwn))
      const voices = [voice(true), voice(false)] as const
      const seat = seated.get(organisation)
      const really: Involved['really'] = [
        ...(seat ? [seat.guest ? ('guest' as const) : ('member' as const)] : []),
        ...(sharing.includes(organisation) ? ['measure' as const] : []),
      ]
      return {
        organisation: { id: organisation, title },
        own: voiceOf(voices[0]),
        others: voiceOf(voices[1]),
        ...readTogether(...voices, really),
        really,
        may: organisation === actor.organisation ? (mayOwn ? 'own' : null) : mayOthers ? 'others' : null,
      }
    })
    // Whoever takes part here without a seat fills the gap too; whoever has left does not.
    const alsoHere = organisations.filter(
      (one) =>
        !seated.has(one.organisation.id) &&
        (one.state === 'involved' || one.state === 'promised' || (one.really.length > 0 && one.state !== 'left')),
    )
    const present = [...rows.map(seatedOf), ...(await store.actors(alsoHere.map((one) => one.organisation.id)))].filter(
      (one) => organisations.find(({ organisation }) => organisation.id === one.id)?.state !== 'left',
    )
    return {
      about: { id, title: target.title },
      body: { id: body, title: target.body_title ?? target.title },
      topics,
      topicsOfBody: own.length === 0,
      actors: presence(topics, present).map((one) => ({
        ...one,
        asked: asked
          .filter((row) => row.actor === one.actor && !isDeclined(row))
          .map((row) => ({
            organisation: { id: row.organisation, title: row.organisation_title },
            on: row.asked_on,
          })),
        declined: asked
          .filter((row) => row.actor === one.actor && isDeclined(row))
          .map((row) => ({ id: row.organisation, title: row.organisation_title })),
      })),
      organisations: organisations.sort((a, b) => a.organisation.title.localeCompare(b.organisation.title, 'de')),
      may: { state: mayOthers, offer: holds(actor, leads, [body]) && !(await seats(db).isOver(body)) },
    }
  },
  async stateInvolvement({ id, ...given }, { db, actor, at, target, record }) {
    bodyOf(target)
    const own = given.organisation === actor.organisation
    if (!own && given.source === null) throw new Refusal('sourceMissing')
    if (own && (given.influence !== null || given.state === 'asked')) throw new Refusal('onlyOutside')
    await objects(db).get(given.organisation, 'organisation')
    if (!(await involvements(db).may(id, given.organisation, own))) throw new Forbidden()
    const before = (await involvements(db).of(id)).find(
      (row) => row.organisation === given.organisation && row.own === own,
    )
    const statement = { ...given, own, source: own ? null : given.source }
    await involvements(db).state(id, statement, actor.organisation!, at)
    await record({ before: before ? voiceOf(saidOf(before)) : null, after: statement })
    return {}
  },
  async setSubject({ id, topics }, { db, actor, target, record }) {
    if (bodyOf(target) === id) throw new Refusal('notAnalysed')
    if (!(await involvements(db).may(id, actor.organisation!, false))) throw new Forbidden()
    const before = await involvements(db).topicsOf(id)
    await involvements(db).setTopics(id, topics)
    await record({ before: { topics: before }, after: { topics } })
    return {}
  },
  async offerSeat({ id, organisation, actor: kind, guest, text }, { db, actor, at, today, target, record, fact }) {
    const body = bodyOf(target)
    if (!holds(actor, leads, [body])) throw new Forbidden()
    if (await seats(db).isOver(body)) throw new Refusal('bodyOver')
    const asked = await objects(db).get(organisation, 'organisation')
    if ((await completeness(db).seated(body)).some((row) => row.organisation === organisation))
      throw new Refusal('seatTwice', { name: asked.title })
    const there = await offers(db).of(body)
    const seat = { organisation, unit: null, constituency: null, guest, from: today }
    if (isWaiting(there, seat)) throw new Refusal('offerThere', { name: asked.title })
    const by = { person: actor.person, at, today }
    const offer = await ask(db, body, there, { ...seat, gap: { about: id, actor: kind, message: text } }, by)
    await completeness(db).noteSearch(body, { actor: kind, state: 'contacted', organisation, note: '' }, at)
    await record({ object: body, after: { offer, organisation, actor: kind, guest, about: id } })
    await fact({ kind: 'seat.offered', organisation: body, subject: body, object: body, day: today })
    return { id: offer }
  },
}

/** What is dealt with in a body, or the body itself; nothing else has actors that belong to it. */
function bodyOf(target: ObjectRow): string {
  if (!target.body || target.audience === 'draft' || target.kind === 'file' || target.kind === 'duty')
    throw new Refusal('notAnalysed')
  return target.body
}

const saidOf = (row: SaidRow | undefined): Said | null =>
  row ? { ...row, on: row.recorded_on, at: row.recorded_at } : null
const voiceOf = (said: Said | null): Voice | null =>
  said && {
    influence: said.influence,
    interest: said.interest,
    contribution: said.contribution,
    state: said.state,
    source: said.source,
    on: said.on,
  }
