// What leaves the gate: proposed by one person, released by another, seen by those for whom it is meant, withdrawn from every way out at once.
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { separated } from '#kit/documents/separated.ts'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { FileOut, Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { Threshold } from '../../contract/gate.ts'
import type { figures as contract } from '../../contract.ts'
import { gateStore, type ReleaseRow } from '../../store/gate.ts'
import { gateTexts } from '../../texts/gate.de.ts'
import { texts } from '../../texts.de.ts'
import { number } from '../csv.ts'
import { headOf, isOutdated, isReleased, tableOf } from './shown.ts'

type Ours = Pick<
  Handlers<typeof contract>,
  'proposeRelease' | 'releaseTable' | 'release' | 'releaseFile' | 'withdrawRelease'
>

/** @throws NotFound; Refusal withdrawn, for whoever sees that it was there. */
async function released(db: Database, id: string, actor: Actor | null): Promise<ReleaseRow & { mine: boolean }> {
  const row = await gateStore(db).released(id)
  if (!row) throw new Refusal('withdrawn')
  const mine =
    actor !== null && row.owner === actor.organisation && (await gateStore(db).find(row.guarded)) !== undefined
  return { ...row, mine }
}

async function standing(db: Database, id: string, run: string) {
  const table = await tableOf(db, id)
  const protection = await gateStore(db).protection(run)
  if (!protection || protection.guarded !== id) throw new NotFound()
  if (protection.state !== 'done') throw new Refusal('notProtected')
  const releases = await gateStore(db).releases(id)
  if (isReleased(protection, releases)) throw new Refusal('releasedAlready')
  if (isOutdated(protection, table, releases)) throw new Refusal('outdatedRun')
  return { table, protection }
}

export const releasing: Ours = {
  async proposeRelease({ id, run, proposed }, { db, actor, record }) {
    const { protection } = await standing(db, id, run)
    if (proposed && protection.proposed_by) throw new Refusal('proposedAlready')
    await gateStore(db).propose(run, proposed ? actor.person : null)
    await record({
      after: { edition: protection.edition, audience: protection.audience, body: protection.body, proposed },
    })
    return {}
  },
  async releaseTable({ id, run }, { db, actor, at, record }) {
    const { table, protection } = await standing(db, id, run)
    if (!protection.proposed_by) throw new Refusal('notProposed')
    if (protection.proposed_by === actor.person) throw new Refusal('samePersonReleases')
    const release = newId(at)
    await objects(db).make({
      id: release,
      kind: 'release',
      title: table.title,
      owner: table.owner,
      author: actor.person,
      audience: protection.audience,
      readers: protection.body ? [protection.body] : [],
    })
    await gateStore(db).release(release, protection, actor.person)
    const { edition, threshold, audience, body } = protection
    await objects(db).freeze(release, { title: table.title, edition, threshold, audience, body }, actor)
    await record({ object: release, after: { edition, threshold, audience, body } })
    return { release }
  },
  async release({ id }, { db, actor }) {
    const row = await released(db, id, actor)
    const cells = await gateStore(db).cells(id)
    return {
      ...headOf(row),
      definition: row.definition,
      threshold: Threshold.parse(row.threshold),
      dimensions: row.dimensions,
      trees: row.trees,
      cells,
      hidden: cells.filter(({ value }) => value === null).length,
      mine: row.mine,
      guarded: row.mine ? row.guarded : null,
    }
  },
  async releaseFile({ id, format }, { db, actor }) {
    const row = await released(db, id, actor)
    const words = gateTexts.file
    const name = words.name(row.title)
    if (format === 'csv') return csv(`${name}.csv`, row, await gateStore(db).cells(id))
    const { certificate, system } = await gateStore(db).proof(id)
    const content = format === 'certificate' ? certificate : system
    return {
      name: `${name}-${words.ends[format]}.json`,
      type: 'application/json',
      bytes: Buffer.from(`${JSON.stringify(content)}\n`),
    }
  },
  async withdrawRelease({ id, reason }, { db, record }) {
    if (!(await gateStore(db).withdraw(id, reason))) throw new Refusal('withdrawn')
    await record({ after: { reason } })
    return {}
  },
}

/** Kept back is never 0 and never empty: it has its own sign. */
function csv(name: string, row: ReleaseRow, cells: readonly { groups: string[]; value: number | null }[]): FileOut {
  const t = gateTexts.file
  const { nil } = texts.marks
  return separated(name, [
    [...row.dimensions, t.value, t.sign, t.meaning, t.source],
    ...cells.map(({ groups, value }) => [
      ...groups.map((group) => (group === '*' ? gateTexts.all : group)),
      value === null ? '' : number(value, 0),
      value === null ? gateTexts.kept.sign : value === 0 ? nil.sign : '',
      value === null ? gateTexts.kept.name : value === 0 ? nil.name : '',
      row.owner_title,
    ]),
  ])
}
