// Records a reform: which areas are meant on that day, what it ends and begins, its parts. Called in the transaction of the request.
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { ReformInput } from '../contract/reforms.ts'
import type { AreaKind } from '../contract/shapes.ts'
import { completed, effectsOf, type KeyPart } from '../rules/reforms.ts'
import { areaStore } from '../store/areas.ts'
import { type DatedState, reformStore } from '../store/reforms.ts'
import { officialTexts } from '../texts/official.de.ts'
import { reformTexts } from '../texts/reforms.de.ts'

type By = { at: string; person: string; organisation: string }
export type Meant = {
  parts: KeyPart[]
  /** The state before and from the day on; null before: an area that only this reform knows. */
  before: Map<string, DatedState | null>
  after: Map<string, DatedState>
  title: string
  /** What is recorded already, with the same areas on the same day. */
  there: { id: string; title: string } | null
}

/** Reads only. @throws Refusal areaUnknown, areaEnded, areaExisted, reformUnfit, sharesUnfit */
export async function meantBy(db: Database, input: ReformInput): Promise<Meant> {
  const parts = completed(input)
  if (!Array.isArray(parts)) throw new Refusal(parts.code, parts.detail)
  const states = await reformStore(db).statesOf([...new Set(parts.flatMap((part) => [part.before, part.after]))])
  const { ended, begun } = effectsOf(parts)
  const said = new Map(input.parts.map((part) => [part.before.key, part.before.name ?? null]))
  const before = new Map(
    parts.map(({ before: key }) => [
      key,
      stateBefore(states, key, input.day, ended.includes(key) && said.get(key) != null),
    ]),
  )
  const after = new Map(parts.map(({ after: key }) => [key, stateAfter(states, key, input.day, begun.includes(key))]))
  const title = titleOf(
    input,
    (key) => before.get(key)?.name ?? said.get(key) ?? key,
    (key) => after.get(key)!.name,
  )
  const pairs = parts.map((part) => `${before.get(part.before)?.area}>${after.get(part.after)!.area}`)
  const there = (await reformStore(db).onDay(input.day)).find(
    (one) => one.pairs.length === pairs.length && one.pairs.every((pair) => pairs.includes(pair)),
  )
  return { parts, before, after, title, there: there ? { id: there.id, title: there.title } : null }
}

function stateBefore(states: readonly DatedState[], key: string, day: string, mayCome: boolean): DatedState | null {
  const own = states.filter((state) => state.key === key && (state.valid_from === null || state.valid_from < day))
  const found = own.find((state) => state.valid_until === null || state.valid_until >= day)
  const past = own.find((state) => state.valid_until !== null && state.valid_until < day)
  const other =
    found && mayCome && found.valid_until !== null && found.valid_until > day && found.reform !== null ? found : null
  const gone = other ?? (found ? null : past)
  if (gone) throw new Refusal('areaEnded', { key, name: gone.name, day: gone.valid_until! })
  if (!found && !mayCome) throw new Refusal('areaUnknown', { key })
  return found ?? null
}

function stateAfter(states: readonly DatedState[], key: string, day: string, begins: boolean): DatedState {
  const own = states.filter((state) => state.key === key)
  const found = own.find((state) => state.valid_until === null) ?? own.find((state) => state.valid_until! > day)
  if (!found) {
    const past = own[0]
    throw past
      ? new Refusal('areaEnded', { key, name: past.name, day: past.valid_until! })
      : new Refusal('areaUnknown', { key })
  }
  if (begins && found.valid_from !== null && found.valid_from !== day)
    throw new Refusal('areaExisted', { key, name: found.name, day: found.valid_from })
  return found
}

function titleOf(input: ReformInput, before: (key: string) => string, after: (key: string) => string): string {
  const named = input.parts.filter(
    (part) =>
      input.kind === 'renaming' ||
      (part.before.key !== part.after.key &&
        !(input.kind === 'countyChange' && part.before.key.length === 5 && part.after.key.length === 5)),
  )
  const some = named.length > 0 ? named : input.parts
  const renamed = input.kind === 'renaming'
  return reformTexts.title(
    input.kind,
    [...new Set(some.map((part) => (renamed && part.before.name) || before(part.before.key)))],
    [...new Set(some.map((part) => (renamed && part.after.name) || after(part.after.key)))],
    input.day,
  )
}

/** The object, its parts, and what it does to the areas. Null where it stands already. */
export async function enterReform(
  db: Database,
  input: ReformInput,
  by: By,
): Promise<{ id: string; title: string; content: unknown } | null> {
  const meant = await meantBy(db, input)
  if (meant.there) return null
  const id = newId(by.at)
  await objects(db).make({
    id,
    kind: 'reform',
    title: meant.title,
    owner: by.organisation,
    author: by.person,
    audience: 'public',
  })
  const number = await reformStore(db).make(id, input)
  const numbers = new Map<string, number>()
  for (const [key, state] of meant.before)
    numbers.set(`- ${key}`, state?.area ?? (await makeFormer(db, key, input, meant, number, by)))
  for (const [key, state] of meant.after) numbers.set(`+ ${key}`, state.area)
  await reformStore(db).addParts(number, meant.parts, numbers)
  await changeStates(db, input, meant, number)
  const content = { ...input, parts: meant.parts }
  await objects(db).freeze(id, content, by)
  return { id, title: meant.title, content }
}

async function changeStates(db: Database, input: ReformInput, meant: Meant, reform: number): Promise<void> {
  const store = reformStore(db)
  const { day } = input
  if (input.kind === 'renaming') {
    for (const { before, after } of input.parts) {
      const state = meant.after.get(after.key)!
      await store.replace(
        state,
        [
          { name: before.name ?? state.name, valid_until: day },
          { name: after.name!, valid_from: day },
        ],
        reform,
      )
    }
    return
  }
  const { ended, begun } = effectsOf(meant.parts)
  for (const key of ended) {
    const state = meant.before.get(key)
    if (state && state.valid_until !== day) await store.replace(state, [{ valid_until: day }], reform)
  }
  for (const key of begun) {
    const state = meant.after.get(key)!
    if (state.valid_from !== day) await store.replace(state, [{ valid_from: day }], reform)
  }
}

/** An area that ceased before any register that was read here: the reform is what is known of it. */
async function makeFormer(
  db: Database,
  key: string,
  input: ReformInput,
  meant: Meant,
  reform: number,
  by: By,
): Promise<number> {
  const part = input.parts.find((one) => one.before.key === key)!
  const name = part.before.name!
  const kind: AreaKind =
    key.length === 8 ? 'municipality' : part.after.key.length === 8 ? 'city' : meant.after.get(part.after.key)!.kind
  const id = newId(by.at)
  await objects(db).make({
    id,
    kind: 'area',
    title: officialTexts.areaTitle(kind, name),
    owner: by.organisation,
    author: by.person,
    audience: 'public',
  })
  const [area] = await areaStore(db).makeAll([id])
  const above = key.length === 8 ? (await reformStore(db).statesOf([key.slice(0, 5)]))[0] : undefined
  const blank = { ars: null, population: null, population_on: null, area_km2: null, lon: null, lat: null, source: null }
  const valid = { known_on: addDays(input.day, -1), valid_from: null, valid_until: input.day }
  await reformStore(db).write([
    { ...blank, ...valid, id, area: area!, key, name, kind, parent: above?.area ?? null, reform },
  ])
  return area!
}
