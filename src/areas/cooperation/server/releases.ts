// Handlers of the release by the chairs: each gives its own key, and only both together release.
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { cooperation, Releases } from '../contract.ts'
import { type Chair, releases } from '../store/releases.ts'

type Part = Pick<Handlers<typeof cooperation>, 'releases' | 'release'>

export const releaseHandlers: Part = {
  async releases({ object }, { db, actor }) {
    const { body } = await objects(db).get(object)
    return shown(db, object, body, actor)
  },
  async release({ object, edition }, { db, actor, today, record, fact }) {
    const row = await objects(db).get(object)
    const latest = await releases(db).latestEdition(object)
    if (!row.body || latest === null) throw new Refusal('nothingToRelease')
    const chair = chairOf(await releases(db).chairs(row.body), actor)
    if (!chair) throw new Refusal('notChair')
    if (edition !== latest) throw new Refusal('staleEdition')
    const given = await releases(db).given(object, edition)
    if (given.some((key) => key.person === actor.person || key.organisation === chair.organisation))
      throw new Refusal('alreadyReleased')
    await releases(db).give({
      object,
      edition,
      body: row.body,
      person: actor.person,
      organisation: chair.organisation,
      mandate: chair.mandate,
    })
    await record({ object, verb: `${row.kind}.keyGiven`, after: { edition, organisation: chair.organisation } })
    if (await releases(db).isReleased(object, edition)) {
      await record({ object, verb: `${row.kind}.released`, after: { edition } })
      await fact({ kind: `${row.kind}.released`, organisation: row.body, subject: object, object, day: today })
    }
    return shown(db, object, row.body, actor)
  },
}

const chairOf = (chairs: readonly Chair[], actor: Actor) =>
  chairs.find((chair) => chair.person === actor.person && chair.organisation === actor.organisation)

async function shown(db: Database, object: string, body: string | null, actor: Actor): Promise<Releases> {
  const edition = await releases(db).latestEdition(object)
  const given = edition === null ? [] : await releases(db).given(object, edition)
  const chairs = body ? await releases(db).chairs(body) : []
  const released = edition !== null && (await releases(db).isReleased(object, edition))
  const named = (one: Omit<Chair, 'mandate'>) => ({
    person: { id: one.person, title: one.person_title },
    organisation: { id: one.organisation, title: one.organisation_title },
  })
  const open = released
    ? []
    : chairs.filter(
        (chair) => !given.some((key) => key.organisation === chair.organisation || key.person === chair.person),
      )
  return {
    edition,
    needed: body ? await releases(db).needed(body) : 0,
    released,
    given: given.map((key) => ({ ...named(key), at: key.at })),
    open: open.map(named),
    mayRelease: edition !== null && chairOf(open, actor) !== undefined,
  }
}
