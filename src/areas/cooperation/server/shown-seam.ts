// A seam as it is shown: gathered from its editions, releases, reviews and frictions. The smallest unit shown is the organisation.
import { holds } from '#kit/access/decide.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { head, type ObjectRow } from '#kit/objects/objects.ts'
import type { Seam, SeamLine, SeamState } from '../contract/seams.ts'
import { reviewRound } from '../rules/seams.ts'
import { type EditionRow, type SeamInForce, type SeamRow, seams } from '../store/seams.ts'

const stateOf = (latest: EditionRow, inForce: SeamInForce | undefined): SeamState =>
  inForce?.edition === latest.number ? 'agreed' : latest.offeredOn === null ? 'draft' : 'offered'

async function roundOf(db: Database, seam: SeamRow, inForce: SeamInForce | undefined) {
  if (!inForce) return null
  const reviews = await seams(db).reviews(seam.id, inForce.edition)
  const { reviewed, ...round } = reviewRound(inForce.since, inForce.reviewMonths, reviews)
  return { reviews, ...round, reviewed: reviewed.map((side) => seam[side].id) }
}

export async function seamLines(db: Database, rows: readonly SeamRow[], actor: Actor | null): Promise<SeamLine[]> {
  const open = await seams(db).openFrictions()
  const lines: SeamLine[] = []
  for (const row of rows) {
    const latest = (await seams(db).latest(row.id))!
    const inForce = await seams(db).inForce(row.id)
    lines.push({
      id: row.id,
      title: row.title,
      owners: [row.a, row.b].toSorted((one, other) => one.title.localeCompare(other.title, 'de')),
      // What holds goes before a newer draft of it.
      state: inForce ? 'agreed' : stateOf(latest, inForce),
      since: inForce?.since ?? null,
      nextReview: (await roundOf(db, row, inForce))?.due ?? null,
      frictions: open.get(row.id) ?? 0,
      mine: [row.a.id, row.b.id].includes(actor?.organisation ?? ''),
      invented: row.invented,
    })
  }
  return lines.toSorted((one, other) => Number(other.mine) - Number(one.mine))
}

export async function shownSeam(db: Database, target: ObjectRow, actor: Actor): Promise<Seam> {
  const store = seams(db)
  const [row] = await store.all({ id: target.id })
  const latest = (await store.latest(target.id))!
  const inForce = await store.inForce(target.id)
  const round = await roundOf(db, row!, inForce)
  const { number, revision, offeredOn, ...text } = latest
  const released = await store.released(target.id, number)
  const owns =
    [row!.a.id, row!.b.id].includes(actor.organisation ?? '') &&
    holds(actor, ['admin', 'head', 'planner'], [actor.organisation])
  const works = holds(actor, ['admin', 'head', 'planner', 'staff'], [actor.organisation])
  return {
    head: head(target),
    a: row!.a,
    b: row!.b,
    edition: number,
    revision,
    state: stateOf(latest, inForce),
    text,
    offeredOn,
    released: released.map(({ organisation, at }) => ({ organisation, at })),
    inForce: inForce
      ? { edition: inForce.edition, since: inForce.since, text: await store.text(target.id, inForce.edition) }
      : null,
    nextReview: round?.due ?? null,
    reviews: (round?.reviews ?? []).map((one) => ({
      organisation: { id: one.organisation, title: one.title },
      onDay: one.onDay,
      note: one.note,
    })),
    reviewed: round?.reviewed ?? [],
    frictions: (await store.frictions(target.id)).map((one) => ({
      ...one,
      maySettle: works && one.settledOn === null && one.organisation.id === actor.organisation,
    })),
    links: await store.links(target.id),
    may: {
      write: owns,
      release: owns && offeredOn !== null && !released.some((one) => one.organisation.id === actor.organisation),
      review: owns && inForce !== undefined && !(round?.reviewed ?? []).includes(actor.organisation!),
      state: works,
    },
  }
}
