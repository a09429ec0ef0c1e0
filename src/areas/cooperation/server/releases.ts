// Handlers of the release by the chairs: each gives its own key, and only both together release. A deputy gives the key of the absent chair that named it.
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { type ObjectRow, objects } from '#kit/objects/objects.ts'
import type { cooperation, Releases } from '../contract.ts'
import { procedures, type StandInRow, standIns } from '../store/procedure.ts'
import { type Chair, type Key, releases } from '../store/releases.ts'

type Part = Pick<Handlers<typeof cooperation>, 'releases' | 'release' | 'handBack'>
/** A key that somebody may give: whose it is, with which mandate, and for whom. */
type Turn = { chair: Chair; mandate: string; onBehalf: StandInRow | null }

/** Nobody else gives a key: a chair who also runs the office gives it as a chair. */
const keyHolders = ['chair', 'deputy'] as const

export const releaseHandlers: Part = {
  async releases({ object }, { db, actor }) {
    const { body } = await objects(db).get(object)
    return shown(db, object, body, actor)
  },
  async release({ object, edition }, { db, actor, today, record, fact }) {
    const { row, body } = await presented(db, object, edition)
    const turn = await turnOf(db, body, actor)
    if (!turn) throw new Refusal('notChair')
    const given = await releases(db).given(object, edition)
    if (given.some((key) => key.person === actor.person || key.organisation === turn.chair.organisation))
      throw new Refusal('alreadyReleased')
    await releases(db).give({
      object,
      edition,
      body,
      person: actor.person,
      organisation: turn.chair.organisation,
      mandate: turn.mandate,
      onBehalf: turn.onBehalf?.chair ?? null,
    })
    await record({
      object,
      verb: `${row.kind}.keyGiven`,
      as: keyHolders,
      after: { edition, organisation: turn.chair.organisation, onBehalf: turn.onBehalf?.chair ?? null },
    })
    if (await releases(db).isReleased(object, edition)) {
      await record({ object, verb: `${row.kind}.released`, as: keyHolders, after: { edition } })
      await fact({ kind: `${row.kind}.released`, organisation: body, subject: object, object, day: today })
    }
    return shown(db, object, body, actor)
  },
  async handBack({ object, edition, reason }, { db, actor, today, record, fact }) {
    const { row, body } = await presented(db, object, edition)
    const chair = chairOf(await releases(db).chairs(body), actor)
    if (!chair) throw new Refusal('notChair')
    if (await releases(db).isReleased(object, edition)) throw new Refusal('alreadyReleased')
    await releases(db).handBack({
      object,
      edition,
      body,
      person: actor.person,
      organisation: chair.organisation,
      mandate: chair.mandate,
      reason,
    })
    await record({
      object,
      verb: `${row.kind}.returned`,
      as: keyHolders,
      after: { edition, organisation: chair.organisation, reason },
    })
    await fact({ kind: `${row.kind}.returned`, organisation: body, subject: object, object, day: today })
    return shown(db, object, body, actor)
  },
}

/** What is put before the chairs: the latest edition, which nobody has handed back. */
async function presented(db: Database, object: string, edition: number): Promise<{ row: ObjectRow; body: string }> {
  const row = await objects(db).get(object)
  const latest = await releases(db).latestEdition(object)
  if (!row.body || latest === null) throw new Refusal('nothingToRelease')
  if (edition !== latest) throw new Refusal('staleEdition')
  if (await releases(db).returned(object, edition)) throw new Refusal('handedBack')
  return { row, body: row.body }
}

const chairOf = (chairs: readonly Chair[], actor: Actor) =>
  chairs.find((chair) => chair.person === actor.person && chair.organisation === actor.organisation)

/** The actor's own key, or that of the absent chair for whom it stands in where the rules allow it. */
async function turnOf(db: Database, body: string, actor: Actor): Promise<Turn | null> {
  const chairs = await releases(db).chairs(body)
  const own = chairOf(chairs, actor)
  if (own) return { chair: own, mandate: own.mandate, onBehalf: null }
  const named = (await standing(db, body)).find(
    (one) => one.away && one.deputy === actor.person && one.deputy_organisation === actor.organisation,
  )
  const chair = named && chairs.find((one) => one.person === named.chair && one.organisation === named.organisation)
  const mandate = named && (await standIns(db).mandateOf(body, named.deputy, named.deputy_organisation))
  return chair && mandate ? { chair, mandate, onBehalf: named } : null
}

/** Who stands in, where the rules of the body know deputies. */
async function standing(db: Database, body: string): Promise<StandInRow[]> {
  const edition = await procedures(db).editionToday(body)
  const rules = (await procedures(db).of(body)).find((one) => one.edition === edition)
  return rules?.procedure.standIn === 'deputy' ? standIns(db).of(body) : []
}

const named = (one: Pick<Chair, 'person' | 'person_title' | 'organisation' | 'organisation_title'>) => ({
  person: { id: one.person, title: one.person_title },
  organisation: { id: one.organisation, title: one.organisation_title },
})
const isGiven = (given: readonly Key[], chair: Chair) =>
  given.some((key) => key.organisation === chair.organisation || key.person === chair.person)

async function shown(db: Database, object: string, body: string | null, actor: Actor): Promise<Releases> {
  const edition = await releases(db).latestEdition(object)
  const given = edition === null ? [] : await releases(db).given(object, edition)
  const chairs = body ? await releases(db).chairs(body) : []
  const released = edition !== null && (await releases(db).isReleased(object, edition))
  const returned = edition === null ? null : await releases(db).returned(object, edition)
  const deadlock = edition === null || released ? null : await releases(db).deadlock(object, edition)
  const open = released ? [] : chairs.filter((chair) => !isGiven(given, chair))
  const deputies = body && open.length > 0 ? await standing(db, body) : []
  const turn = body && edition !== null && !returned ? await turnOf(db, body, actor) : null
  return {
    edition,
    needed: body ? await releases(db).needed(body) : 0,
    released,
    given: given.map((key) => ({
      ...named(key),
      at: key.at,
      onBehalf: key.on_behalf && key.on_behalf_title ? { id: key.on_behalf, title: key.on_behalf_title } : null,
    })),
    open: open.map((chair) => {
      const deputy = deputies.find((one) => one.away && one.chair === chair.person)
      return { ...named(chair), standIn: deputy ? { id: deputy.deputy, title: deputy.deputy_title } : null }
    }),
    returned: returned && { ...named(returned), reason: returned.reason, at: returned.at },
    deadlock: deadlock && { effect: deadlock.effect, on: deadlock.on_day },
    mayRelease:
      open.some((chair) => chair.mandate === turn?.chair.mandate) && !given.some((key) => key.person === actor.person),
    onBehalf: turn?.onBehalf ? { id: turn.onBehalf.chair, title: turn.onBehalf.chair_title } : null,
    mayReturn: edition !== null && !released && !returned && chairOf(chairs, actor) !== undefined,
  }
}
