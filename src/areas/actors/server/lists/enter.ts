// Enters a judged list in one transaction: organisations with those above them first, then changes, then persons. All of it or nothing.
import { mandates } from '#kit/access/mandates.ts'
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { search } from '#kit/search/search.ts'
import { coreOf } from '#pure/names/likeness.ts'
import type { Description } from '../../contract/kinds.ts'
import { type Judged, type Registered, sideOf } from '../../rules/list-verdicts.ts'
import { levelOf, saysExample } from '../../rules.ts'
import { organisations } from '../../store/organisations.ts'
import { people } from '../../store/people.ts'
import { list } from '../../texts/list.de.ts'
import { check } from '../organisations.ts'

type Acts = Pick<Scene, 'at' | 'today' | 'record'> & { db: Database; actor: { person: string } }
export type Entered = { made: number; changed: number; persons: number; invited: number }
type Decisions = Readonly<Record<string, string>>

export async function enterList(
  judged: readonly Judged[],
  register: readonly Registered[],
  decisions: Decisions,
  options: { invite: boolean; fileName: string },
  acts: Acts,
): Promise<Entered> {
  const { db, at, actor, record } = acts
  const done: Entered = { made: 0, changed: 0, persons: 0, invited: 0 }
  const meant = new Map<number, string | null>()
  for (const [index, one] of judged.entries()) meant.set(index, decided(one, judged[one.first]!, decisions, register))
  // Whoever belongs to another organisation of the list is entered after it.
  const ids = new Map<string, string>(register.map((one) => [coreOf(one.name), one.id]))
  let waiting = [...judged.entries()].filter(([index, one]) => one.first === index && meant.get(index) === 'new')
  while (waiting.length > 0) {
    const ready = waiting.filter(([, { said }]) => !said.parent || ids.has(coreOf(said.parent)))
    const next = ready.length > 0 ? ready : waiting
    for (const [index, { said }] of next) {
      if (said.parent && !ids.has(coreOf(said.parent))) throw new Refusal('listHasFaults', { count: '1' })
      const description = descriptionOf(said, said.parent ? ids.get(coreOf(said.parent))! : null)
      await check(db, description, null)
      const id = newId(at)
      await organisations(db).make(id, description, actor.person, at)
      await search(db).put(id, description.shortName)
      await record({ object: id, verb: 'organisation.made', after: description })
      ids.set(coreOf(said.name), id)
      meant.set(index, id)
      done.made += 1
    }
    waiting = waiting.filter((one) => !next.includes(one))
  }
  for (const [index, one] of judged.entries()) {
    const id = meant.get(index) === null ? null : meant.get(one.first)
    if (!id) continue
    if (one.verdict === 'changed' && one.first === index) {
      const before = register.find((each) => each.id === id)!
      await organisations(db).save(id, { ...before, ...one.changes })
      await search(db).put(id, one.changes.shortName ?? before.shortName)
      await record({ object: id, verb: 'organisation.described', before, after: one.changes })
      done.changed += 1
    }
    if (one.said.person && one.personVerdict !== 'known') await enterPerson(id, one, options, acts, done)
  }
  return done
}

/** The id that is meant, "new", or null for a line that is left out. @throws Refusal while it is open. */
function decided(one: Judged, first: Judged, decisions: Decisions, register: readonly Registered[]): string | null {
  if (decisions[String(one.said.line)] === 'skip') return null
  const decision = decisions[String(first.said.line)]
  if (first.verdict !== 'unclear') return first.is ?? 'new'
  if (decision === 'new' || decision === 'skip') return decision === 'new' ? 'new' : null
  if (!decision || !register.some((each) => each.id === decision))
    throw new Refusal('listUndecided', { line: String(one.said.line) })
  return decision
}

const descriptionOf = (said: Judged['said'], parent: string | null): Description => {
  const kind = said.kind ?? 'other'
  return {
    name: said.name,
    shortName: said.shortName ?? null,
    kind,
    side: said.side ?? sideOf(kind),
    legalForm: said.legalForm ?? null,
    areaKey: said.areaKey ?? null,
    privacyLaw: said.privacyLaw ?? 'DSGVO',
    website: said.website ?? null,
    example: saysExample(said.name),
    parent,
    level: said.level ?? levelOf(kind),
    disciplines: said.disciplines ?? [],
  }
}

async function enterPerson(
  organisation: string,
  { said }: Judged,
  { invite, fileName }: { invite: boolean; fileName: string },
  { db, at, today, actor, record }: Acts,
  done: Entered,
): Promise<void> {
  if (await people(db).named(said.person!, organisation)) return
  const person = await people(db).introduce(said.person!, organisation, actor.person, at)
  await record({ object: person, verb: 'person.introduced', after: { organisation } })
  done.persons += 1
  if (!said.role) return
  const term = { role: said.role, from: today, until: null, basis: list.basis(fileName) }
  const mandate = await mandates(db).grant({ person, organisation, body: null, ...term }, actor.person, at)
  await record({ object: organisation, verb: 'mandate.granted', after: { mandate, person, ...term } })
  if (!invite || !said.email) return
  if ((await mandates(db).invite(person, said.email)) !== 'sent') throw new Refusal('emailTaken')
  await record({ object: person, verb: 'person.invited' })
  done.invited += 1
}
