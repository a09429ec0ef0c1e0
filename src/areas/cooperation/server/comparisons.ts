// Handlers of comparisons: two mandates side by side, and the seams at which they meet.
import { holds } from '#kit/access/decide.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { Comparison, ComparisonIn } from '../contract/comparisons.ts'
import type { cooperation } from '../contract.ts'
import { comparisons } from '../store/comparisons.ts'
import { seams } from '../store/seams.ts'
import { suppliedComparison } from '../texts/supplied-comparison.de.ts'
import { seamLines } from './shown-seam.ts'

type Part = Pick<
  Handlers<typeof cooperation>,
  'comparisons' | 'comparison' | 'makeComparison' | 'supplyComparison' | 'changeComparison'
>

export const comparisonHandlers: Part = {
  async comparisons(_, { db }) {
    const all = await comparisons(db).all()
    return { comparisons: all, supplied: !all.some((one) => one.title === suppliedComparison.title) }
  },
  async comparison({ id }, { db, actor, target }) {
    return {
      head: head(target),
      ...(await comparisons(db).row(id))!,
      rows: await comparisons(db).rows(id),
      seams: await seamLines(db, await seams(db).all({ object: id }), actor),
      may: { change: holds(actor, ['admin', 'head', 'planner'], [target.owner]) },
    } satisfies Comparison
  },
  async makeComparison(comparison, { db, actor, at, today, record }) {
    notAhead(comparison, today)
    const id = await make(db, comparison, actor, at)
    await record({ object: id, after: comparison })
    return { id }
  },
  async supplyComparison(_, { db, actor, at, record }) {
    if ((await comparisons(db).all()).some((one) => one.title === suppliedComparison.title))
      throw new Refusal('comparisonThere')
    const id = await make(db, suppliedComparison, actor, at)
    await record({ object: id, after: suppliedComparison })
    return { id }
  },
  async changeComparison({ id, ...comparison }, { db, target, today, record }) {
    notAhead(comparison, today)
    const before = { title: target.title, ...(await comparisons(db).row(id)), rows: await comparisons(db).rows(id) }
    await comparisons(db).change(id, comparison)
    if (comparison.title !== target.title) await objects(db).change(id, { title: comparison.title })
    await search(db).put(id, ...wordsOf(comparison))
    await record({ before, after: comparison })
    return {}
  },
}

const notAhead = ({ checkedOn }: ComparisonIn, today: string) => {
  if (checkedOn !== null && checkedOn > today) throw new Refusal('comparedInFuture')
}
const wordsOf = (c: ComparisonIn) => [
  c.leftName,
  c.leftLaw,
  c.rightName,
  c.rightLaw,
  ...c.rows.flatMap((row) => [row.aspect, row.left, row.right]),
]

async function make(db: Database, comparison: ComparisonIn, actor: Actor, at: string): Promise<string> {
  const id = newId(at)
  await objects(db).make({
    id,
    kind: 'comparison',
    title: comparison.title,
    owner: actor.organisation,
    author: actor.person,
    audience: 'members',
  })
  await comparisons(db).make(id, comparison)
  await search(db).put(id, ...wordsOf(comparison))
  return id
}
