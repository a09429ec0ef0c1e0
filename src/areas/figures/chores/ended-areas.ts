// Who is bound to an area that has ceased is told so, once, with what became of it: enter the new area, or into which organisation it went.
import type { ChoreScene } from '#kit/chores/chores.ts'
import { addDays, addMonths } from '#kit/clock/days.ts'
import { arise, fallAway } from '#kit/duties/arise.ts'
import { stateFact } from '#kit/duties/duties.ts'
import { reformStore } from '../store/reforms.ts'
import { reformTexts } from '../texts/reforms.de.ts'

const t = reformTexts.duty

export async function tendEndedAreas(scene: ChoreScene): Promise<void> {
  const { db, at, today } = scene
  for (const one of await reformStore(db).boundToEnded()) {
    const debtor = one.organisation
    await arise(scene, {
      kind: 'checkArea',
      title: t.title(one.name, one.key, one.ended),
      debtor,
      creditor: debtor,
      subject: one.area,
      becauseText: t.because(one.reform, one.successors),
      strength: 'should',
      // Open until it is done: whenever the organisation says it, it counts.
      period: { from: one.ended, until: addMonths(one.ended, 1200) },
      opens: today,
      due: addDays(today, 30),
      body: null,
      owner: debtor,
      audience: 'organisation',
      readers: [],
    })
  }
  for (const { duty, organisation, area, moved } of await reformStore(db).settledEnds()) {
    if (!moved) await fallAway(scene, [duty], t.over)
    else {
      const fact = { kind: 'area.checked', organisation, subject: area, object: organisation, day: today }
      await stateFact(db, fact, at, null, ['checkArea'])
    }
  }
}
