// Handlers of obligations and of the difference between two editions: computed by the same rules from which the duties arise.
import type { Database } from '#kit/db/database.ts'
import { NotFound } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Obligation } from '../contract/obligations.ts'
import type { cooperation } from '../contract.ts'
import { compareEditions } from '../rules/compare.ts'
import { debtorsOf, type Ground, wantedBy } from '../rules/wanted.ts'
import { agreements } from '../store/agreements.ts'
import { groundsOf } from '../store/grounds.ts'
import { namesIn, shownEdition } from './editions.ts'

type Part = Pick<Handlers<typeof cooperation>, 'obligations' | 'difference'>

export const obligationHandlers: Part = {
  async obligations({ id, edition: wanted }, { db, today }) {
    const row = (await agreements(db).row(id))!
    const inForce = await agreements(db).inForce(id)
    const edition = wanted ?? inForce?.edition ?? row.edition
    if (edition > row.edition) throw new NotFound()
    const signed = (await agreements(db).parties(id, edition)).every((party) => party.signed)
    const state = edition === inForce?.edition ? 'inForce' : edition === row.edition && !signed ? 'planned' : 'over'
    const [ground] = await groundsOf(db, {
      agreement: id,
      ...(state === 'inForce' ? {} : { edition }),
    })
    if (!ground) return { edition, state, sides: [] }
    return { edition, state, sides: await sidesOf(db, ground, state === 'over' ? null : today) }
  },
  async difference({ id, from, to }, { db, target }) {
    const before = await shownEdition(db, id, from, target.title)
    const after = await shownEdition(db, id, to, target.title)
    return { ...compareEditions(before, after), before, after }
  },
}

/** `today`: null where nothing falls due any more. */
async function sidesOf(db: Database, ground: Ground, today: string | null) {
  const due = today === null ? [] : wantedBy(ground, today).filter((one) => one.due >= today)
  const found = new Map<string, Obligation[]>(ground.parties.map((party) => [party.id, []]))
  const named = await objects(db).named(ground.clauses.flatMap(({ duty }) => namesIn(duty)))
  for (const { number, heading, strength, duty, indicator } of ground.clauses)
    for (const debtor of 'from' in duty ? debtorsOf(ground, duty.from) : [ground.body]) {
      const [next] = due
        .filter((one) => one.number === number && one.debtor === debtor)
        .map((one) => one.due)
        .toSorted()
      const names = named.filter((one) => namesIn(duty).includes(one.id))
      const of = 'indicator' in duty && indicator ? { id: duty.indicator, title: indicator } : null
      const own = { number, heading, strength, duty, indicator: of, names, next: next ?? null }
      found.set(debtor, [...(found.get(debtor) ?? []), own])
    }
  const titles = new Map((await objects(db).named([...found.keys()])).map((one) => [one.id, one.title]))
  return [...found]
    .map(([id, obligations]) => ({
      side: { id, title: titles.get(id) ?? '' },
      leavesOn: ground.leaves.get(id) ?? null,
      obligations,
    }))
    .toSorted((a, b) => a.side.title.localeCompare(b.side.title, 'de'))
}
