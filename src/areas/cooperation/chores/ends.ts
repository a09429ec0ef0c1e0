// A body that is over: nobody acts in it any more, and what was still owed in it is owed no longer, with the reason. A group that goes on keeps its people.
import type { ChoreScene } from '#kit/chores/chores.ts'
import { fallAway } from '#kit/duties/arise.ts'
import { journal } from '#kit/journal/journal.ts'
import { ends } from '../store/ends.ts'
import type { GroupRow } from '../store/groups.ts'
import { endTexts as t } from '../texts/ends.de.ts'
import { texts } from '../texts.de.ts'

type End = 'dissolved' | 'closed'
const because = { dissolved: texts.because.dissolved, closed: texts.because.groupEnded } as const

/** Also for a day to come: whoever acts there acts until then. */
export async function endRights({ db }: ChoreScene, body: string, day: string, end: End): Promise<void> {
  const mandates = await ends(db).endRights(body, day, t.basis[end])
  if (mandates > 0)
    await journal(db).write({
      verb: 'body.rightsEnded',
      object: body,
      after: { day, mandates },
      because: because[end],
    })
}

/** Every day, and when an end takes effect at once. Running it again changes nothing. */
export async function finishBodies(scene: ChoreScene): Promise<void> {
  for (const { body, day, group } of await ends(scene.db).unfinished()) {
    const end = group ? 'closed' : 'dissolved'
    await endRights(scene, body, day, end)
    await fallAway(scene, await ends(scene.db).owedIn(body), t.withdrawn[end])
  }
}

/** A renewed group has another last day: whoever acted until the former one acts until the new one. */
export async function moveRights(scene: ChoreScene, group: GroupRow, former: string): Promise<void> {
  if (group.until_day < former) return endRights(scene, group.body, group.until_day, 'closed')
  if (group.until_day === former) return
  const prolonged = await ends(scene.db).prolongRights({
    body: group.body,
    from: former,
    until: group.until_day,
    basis: t.basis.renewed(group.edition),
    lead: group.lead,
  })
  if (prolonged > 0)
    await journal(scene.db).write({
      verb: 'group.prolonged',
      object: group.body,
      after: { until: group.until_day, edition: group.edition, mandates: prolonged },
      because: texts.because.groupRenewed,
    })
}
