// A working group as its own page shows it.
import { holds } from '#kit/access/decide.ts'
import { mandates } from '#kit/access/mandates.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { objects } from '#kit/objects/objects.ts'
import type { GroupPage } from '../contract/groups.ts'
import { phaseOf } from '../rules/groups.ts'
import { type GroupRow, groups } from '../store/groups.ts'

/** Null where the body is no working group. Whoever sees the group only learns nothing of its parent but what is open to all. */
export async function ownGroup(db: Database, body: string, actor: Actor, today: string): Promise<GroupPage | null> {
  const row = await groups(db).of(body)
  if (!row) return null
  const state = phaseOf(row.until_day, today)
  const early = await endingEarly(db, row, today)
  const named = (id: string, title: string) => ({ id, title })
  const mayProlong = await Promise.all(early.map((one) => groups(db).mayGrant({ ...one, body })))
  return {
    parent: row.parent_title ? named(row.parent, row.parent_title) : null,
    mandate: (await objects(db).find(row.mandate)) ? row.mandate : null,
    task: row.task,
    result: row.result,
    lead: named(row.lead, row.lead_title),
    until: row.until_day,
    state,
    reportEvery: row.report_every,
    reports: await groups(db).reports(body),
    ending: early.map((one) => ({
      person: named(one.person, one.person_title),
      organisation: named(one.organisation, one.organisation_title),
      until: one.until_day!,
    })),
    may: {
      report: holds(actor, ['chair', 'office'], [state === 'closed' ? row.parent : body]),
      prolong: state !== 'closed' && mayProlong.some(Boolean),
    },
  }
}

/** Mandates that end on a former last day of a group that was renewed. */
export async function endingEarly(db: Database, group: GroupRow, today: string) {
  const former = await groups(db).formerEnds(group.mandate, group.edition)
  return (await mandates(db).of({ body: group.body })).filter(
    (one) =>
      one.until_day !== null &&
      one.until_day > today &&
      one.until_day < group.until_day &&
      former.includes(one.until_day),
  )
}
