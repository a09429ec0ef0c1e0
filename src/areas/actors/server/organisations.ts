// Handlers of organisations: what they are, how they are called from when on, and who answers there.

import { holds } from '#kit/access/decide.ts'
import { mandates, shownMandate } from '#kit/access/mandates.ts'
import type { Database } from '#kit/db/database.ts'
import { Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { actors, Description, Organisation } from '../contract.ts'
import { holdsOn, isCountyKey, lacksParent, saysExample } from '../rules.ts'
import { organisations } from '../store/organisations.ts'
import { people } from '../store/people.ts'
import { texts } from '../texts.de.ts'

type Part = Pick<
  Handlers<typeof actors>,
  'organisations' | 'organisation' | 'makeOrganisation' | 'describe' | 'nameContact'
>

export const organisationHandlers: Part = {
  async organisations(where, { db }) {
    const { search, kind, side, parent } = where
    return {
      organisations: await organisations(db).lines({
        ...(search ? { search } : {}),
        ...(kind ? { kind } : {}),
        ...(side ? { side } : {}),
        ...(parent ? { parent } : {}),
      }),
    }
  },
  async organisation({ id }, { db, actor, target, today }) {
    const store = organisations(db)
    const row = await store.row(id)
    const held = await mandates(db).of({ organisation: id })
    const own = (await people(db).of(id)).map((person) => ({
      person,
      mandates: held.filter((one) => one.person === person.id).map((one) => shownMandate(one, today)),
    }))
    const guests = [
      ...new Map(
        held
          .filter((one) => !own.some(({ person }) => person.id === one.person))
          .map((one) => [one.person, one.person_title]),
      ),
    ]
    const all = [
      ...own,
      ...guests.map(([person, title]) => ({
        person: { id: person, title },
        mandates: held.filter((one) => one.person === person).map((one) => shownMandate(one, today)),
      })),
    ]
    const mine = target.author === actor.person && held.every((one) => one.body !== null) // nobody is at home there yet
    return {
      head: head(target),
      kind: row?.kind ?? null,
      side: row?.side ?? null,
      shortName: row?.short_name ?? null,
      legalForm: row?.legal_form ?? null,
      areaKey: row?.area_key ?? null,
      privacyLaw: row?.privacy_law ?? null,
      website: row?.website ?? null,
      example: row?.example ?? false,
      parent: await store.parentOf(id),
      units: await store.childrenOf(id, 'unit'),
      members: await store.childrenOf(id, 'member'),
      formerNames: await store.formerNames(id),
      bodies: await store.bodiesOf(id),
      people: all,
      contact: await store.contactOf(id),
      may: {
        describe: holds(actor, ['admin', 'head', 'planner'], [id]),
        introduce: mine || holds(actor, ['admin', 'head', 'planner'], [id]),
        grant: mine || holds(actor, ['admin'], [id]),
      },
    } satisfies Organisation
  },
  async makeOrganisation(description, { db, actor, at, record }) {
    await check(db, description, null)
    const id = newId(at)
    await organisations(db).make(id, description, actor.person, at)
    await search(db).put(id, description.shortName)
    await record({ object: id, after: description })
    return { id }
  },
  async describe({ id, since, ...description }, { db, target, at, today, record }) {
    await check(db, description, id)
    const from = since ?? today
    if (from > today) throw new Refusal('sinceInFuture')
    const store = organisations(db)
    const before = await store.row(id)
    if (description.name !== target.title) {
      await store.rename(id, target.title, description.name, from, at)
      await objects(db).change(id, { title: description.name })
    }
    const parent = await store.parentOf(id)
    await store.save(id, description)
    await search(db).put(id, description.shortName)
    if ((parent?.id ?? null) !== description.parent)
      await store.join(id, description.parent, description.kind === 'unit' ? 'unit' : 'member', from, at)
    await record({ before: { name: target.title, ...before, parent: parent?.id ?? null }, after: description })
    return { id }
  },
  async nameContact({ id, ...contact }, { db, at, today, record }) {
    const acting = (await mandates(db).of({ organisation: id }))
      .filter((one) => holdsOn({ from: one.from_day, until: one.until_day }, today))
      .map((one) => one.person)
    for (const person of [contact.person, contact.deputy])
      if (person && !acting.includes(person)) throw new Refusal('contactNotActing')
    await organisations(db).setContact(id, contact, at)
    await record({ after: { person: contact.person, deputy: contact.deputy, audience: contact.audience } })
    return {}
  },
}

/** What a description must say, whoever writes it. */
async function check(db: Database, description: Description, self: string | null): Promise<void> {
  const faults = [
    ...(saysExample(description.name) === description.example
      ? []
      : [{ path: 'name', message: texts.invalid.example }]),
    ...(description.areaKey && !isCountyKey(description.areaKey)
      ? [{ path: 'areaKey', message: texts.invalid.areaKey }]
      : []),
    ...(lacksParent(description) ? [{ path: 'parent', message: texts.invalid.parentMissing }] : []),
  ]
  if (faults.length > 0) throw new Invalid(...faults)
  const there = await organisations(db).named(description.name)
  if (there && there !== self) throw new Refusal('nameTaken', { name: description.name, id: there })
  if (!description.parent) return
  const parent = await objects(db).find(description.parent)
  if (parent?.kind !== 'organisation') throw new NotFound()
  if (description.kind === 'unit' && !(await organisations(db).mayDescribe(parent.id)))
    throw new Refusal('foreignParent')
}
