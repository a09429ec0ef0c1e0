// Handlers of "Stand am …" and of constituting a body.
import { holds } from '#kit/access/decide.ts'
import { mandates } from '#kit/access/mandates.ts'
import type { Database } from '#kit/db/database.ts'
import { files } from '#kit/files/files.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Ground } from '../contract/standing.ts'
import type { BodyRole, cooperation } from '../contract.ts'
import { standingOf } from '../rules.ts'
import { agreements } from '../store/agreements.ts'
import { bodies } from '../store/bodies.ts'
import { groups } from '../store/groups.ts'
import { procedures } from '../store/procedure.ts'
import { releases } from '../store/releases.ts'
import { seats } from '../store/seats.ts'
import { type Document, standings } from '../store/standing.ts'

type Part = Pick<Handlers<typeof cooperation>, 'bodyState' | 'agreementState' | 'constitute'>

export const standingHandlers: Part = {
  async bodyState({ id, on }, { db, actor, today, target }) {
    const day = on ?? today
    const row = (await bodies(db).row(id))!
    const group = await groups(db).of(id)
    const ends = [row.dissolved_on, group?.until_day ?? null].filter((one) => one !== null).toSorted()
    const over = ends[0] !== undefined && ends[0] <= day
    const there = row.founded_on <= day && !over
    const agreed = await standings(db).agreedOn(id, day)
    const document = await standings(db).constitutedBy(id, day)
    const held = there
      ? (await mandates(db).of({ body: id })).filter(
          (one) => one.from_day <= day && (one.until_day === null || day < one.until_day),
        )
      : []
    const chairs = held.filter((one) => one.role === 'chair').length
    const inForce = agreed.length > 0 || group !== undefined
    const standing =
      row.founded_on <= day
        ? standingOf(
            { dissolvedOn: ends[0] ?? null, inForce, chairs, keys: row.keys, document: document !== null },
            day,
          )
        : null
    const dissolution = over ? await seats(db).dissolution(id) : null
    return {
      on: day,
      name: target.title,
      standing,
      foundedOn: row.founded_on,
      agreed: agreedBy(agreed[0], group && document?.kind === 'mandate' ? document : null),
      constituted: standing === 'constituted' && document ? groundOf(document) : null,
      dissolved: dissolution?.released
        ? { kind: 'dissolution', id: dissolution.id, title: dissolution.because, edition: null, on: ends[0]! }
        : null,
      agreements: agreed.flatMap(({ title, ...one }) => (title === null ? [] : [{ ...one, title }])),
      rules: await procedures(db).editionOn(id, day),
      members: (there ? await seats(db).on(id, day) : []).map((seat) => ({
        organisation: { id: seat.organisation, title: seat.organisation_title },
        unit: seat.unit && seat.unit_title ? { id: seat.unit, title: seat.unit_title } : null,
        constituency: seat.constituency_name,
        guest: seat.guest,
      })),
      acting: held.map((one) => ({
        person: { id: one.person, title: one.person_title },
        organisation: { id: one.organisation, title: one.organisation_title },
        role: one.role as BodyRole,
        from: one.from_day,
        until: one.until_day,
      })),
      may: {
        constitute:
          day === today &&
          !over &&
          document?.kind !== 'file' &&
          document?.kind !== 'edition' &&
          group === undefined &&
          agreed[0] !== undefined &&
          holds(actor, ['chair', 'office'], [id]),
      },
    }
  },
  async agreementState({ id, on }, { db, today, target }) {
    const day = on ?? today
    const found = await standings(db).inForceOn(id, day)
    const body = target.body ? await objects(db).find(target.body) : null
    const common = { on: day, body: body ? { id: body.id, title: body.title } : null }
    if (!found) {
      const over = await standings(db).wasInForce(id, day)
      return {
        ...common,
        title: target.title,
        state: over ? 'over' : 'notYet',
        edition: null,
        since: null,
        until: null,
        parties: [],
        clauses: [],
      }
    }
    const content = (await objects(db).editions(id)).find((one) => one.number === found.edition)?.content as
      | { title?: string }
      | undefined
    return {
      ...common,
      title: content?.title ?? target.title,
      state: 'inForce',
      ...found,
      parties: await standings(db).partiesOn(id, found.edition, day),
      clauses: (await agreements(db).clauses(id, found.edition)).map(({ indicator_title: _, ...clause }) => clause),
    }
  },
  async constitute({ id, day, file, document }, { db, actor, today, record }) {
    const row = (await bodies(db).row(id))!
    if (await standings(db).isConstituted(id)) throw new Refusal('constitutedAlready')
    if ((file === null) === (document === null)) throw new Refusal('constitutionNeedsDocument')
    if (day > today) throw new Refusal('constitutedInFuture')
    if (!(await bodies(db).isAgreed(id))) throw new Refusal('constitutionNeedsAgreement')
    if ((await releases(db).chairs(id)).length < row.keys) throw new Refusal('constitutionNeedsChairs')
    if (file !== null && (await bodyOf(db, file)) !== id) throw new Refusal('documentOfOther')
    if (document && (await objects(db).find(document.object))?.body !== id) throw new Refusal('documentOfOther')
    if (document && !(await releases(db).isReleased(document.object, document.edition)))
      throw new Refusal('documentNotReleased')
    await standings(db).constitute({
      body: id,
      day,
      file,
      object: document?.object ?? null,
      edition: document?.edition ?? null,
      by: actor.person,
    })
    await record({ after: { day, file, document } })
    return {}
  },
}

/** The body to which belongs what a file hangs on: usually its agreement. */
async function bodyOf(db: Database, file: string): Promise<string | null> {
  const row = await files(db).find(file)
  return row ? ((await objects(db).find(row.hangs_on))?.body ?? null) : null
}

const groundOf = ({ kind, document, title, edition, day }: Document): Ground => ({
  kind,
  id: document,
  title,
  edition,
  on: day,
})
const agreedBy = (
  agreed: { id: string; title: string | null; edition: number; since: string } | undefined,
  mandate: Document | null,
): Ground | null =>
  agreed
    ? { kind: 'agreement', id: agreed.id, title: agreed.title, edition: agreed.edition, on: agreed.since }
    : mandate && groundOf(mandate)
