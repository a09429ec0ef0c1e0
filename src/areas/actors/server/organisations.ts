// Handlers of organisations: what they are, how they are called from when on, and who answers there.

import { holds } from '#kit/access/decide.ts'
import { mandates, shownMandate } from '#kit/access/mandates.ts'
import type { Database } from '#kit/db/database.ts'
import { Forbidden, Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { actors, Description, Organisation } from '../contract.ts'
import { isAreaKey, lacksParent, levelOf, namesAnArea, personName, saysExample } from '../rules.ts'
import { contacts } from '../store/contacts.ts'
import { organisations } from '../store/organisations.ts'
import { people } from '../store/people.ts'
import { structures } from '../store/structure.ts'
import { texts } from '../texts.de.ts'

type Part = Pick<
  Handlers<typeof actors>,
  'organisations' | 'organisation' | 'makeOrganisation' | 'describe' | 'correct'
>

export const organisationHandlers: Part = {
  async organisations(where, { db }) {
    return { organisations: await organisations(db).lines(where) }
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
    const atHome = holds(actor, ['admin', 'head', 'planner'], [id])
    const empty = held.every((one) => one.body !== null) // nobody is at home there yet
    const mine = target.author === actor.person && empty
    const contact = await contacts(db).of(id)
    const structure = structures(db)
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
      level: row?.level ?? null,
      disciplines: row?.disciplines ?? [],
      signing: row?.signing ?? 'single',
      heads: (await structure.heads(id, today)).map((one) => one.person),
      areas: await structure.areas(id, today),
      dissolvedOn: row?.dissolved_on ?? null,
      dissolvedBecause: row?.dissolved_because ?? null,
      successors: await structure.successors(id),
      predecessors: await structure.predecessors(id),
      parent: await store.parentOf(id),
      units: await store.childrenOf(id, 'unit'),
      members: await store.childrenOf(id, 'member'),
      formerNames: await store.formerNames(id),
      bodies: await store.bodiesOf(id),
      people: all,
      contact,
      may: {
        describe: atHome,
        correct: !atHome && (await store.mayDescribe(id)),
        introduce: mine || atHome,
        grant: mine || holds(actor, ['admin'], [id]),
        sign: holds(actor, ['admin'], [id]) || (empty && (await store.mayDescribe(id))),
        confirmContact: contact?.person.id === actor.person && actor.organisation === id,
      },
    } satisfies Organisation
  },
  async makeOrganisation(description, { db, actor, at, record }) {
    await check(db, description, null)
    const id = newId(at)
    await organisations(db).make(
      id,
      { ...description, level: description.level ?? levelOf(description.kind) },
      actor.person,
      at,
    )
    await search(db).put(id, description.shortName)
    await record({ object: id, after: description })
    // Who works alone is entered once: the organisation and the person who is it.
    if (description.kind === 'freelancer') {
      const person = await people(db).introduce(personName(description.name), id, actor.person, at)
      await record({ object: person, verb: 'person.introduced', after: { organisation: id } })
    }
    return { id }
  },
  async describe({ id, since, ...description }, scene) {
    await describe(id, since ?? scene.today, description, scene)
    await search(scene.db).put(id, description.shortName)
    if (description.name !== scene.target.title) await objects(scene.db).change(id, { title: description.name })
    return { id }
  },
  async correct({ id, since, ...description }, scene) {
    if (!(await organisations(scene.db).mayDescribe(id))) throw new Forbidden()
    await describe(id, since ?? scene.today, description, scene)
    // Its title and what it is found by are not theirs to write: the worker takes them over (chores/names.ts).
    const { actor, today } = scene
    await scene.fact({ kind: 'organisation.described', organisation: actor.organisation!, object: id, day: today })
    return { id }
  },
}

type About = Pick<Scene<(typeof actors)['describe']>, 'db' | 'target' | 'at' | 'today' | 'record'>

async function describe(
  id: string,
  from: string,
  description: Description,
  { db, target, at, today, record }: About,
): Promise<void> {
  await check(db, description, id)
  if (from > today) throw new Refusal('sinceInFuture')
  const store = organisations(db)
  const before = await store.row(id)
  if (description.name !== target.title) await store.rename(id, target.title, description.name, from, at)
  const parent = await store.parentOf(id)
  await store.save(id, description)
  if ((parent?.id ?? null) !== description.parent)
    await store.move(
      id,
      parent?.id ?? null,
      description.parent,
      description.kind === 'unit' ? 'unit' : 'member',
      from,
      at,
    )
  await record({ before: { name: target.title, ...before, parent: parent?.id ?? null }, after: description })
}

/** What a description must say, whoever writes it. */
export async function check(db: Database, description: Description, self: string | null): Promise<void> {
  const faults = [
    ...(saysExample(description.name) === description.example
      ? []
      : [{ path: 'name', message: texts.invalid.example }]),
    ...(description.areaKey && !isAreaKey(description.areaKey)
      ? [{ path: 'areaKey', message: texts.invalid.areaKey }]
      : []),
    ...(namesAnArea(description) ? [{ path: 'name', message: texts.invalid.region }] : []),
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
