// A task that must be done and that nobody does becomes a duty of the organisation that has to see to it. The law asks for it, so nobody can waive it.
import type { ChoreScene } from '#kit/chores/chores.ts'
import { addDays } from '#kit/clock/days.ts'
import { arise } from '#kit/duties/arise.ts'
import { stateFact } from '#kit/duties/duties.ts'
import { dueFor, isUnprovided, provisionOf } from '../rules/provision.ts'
import { guarantees } from '../store/guarantees.ts'
import { responsibilityTexts } from '../texts/responsibility.de.ts'

export async function owedProvision(scene: ChoreScene): Promise<void> {
  const { db, today } = scene
  for (const one of await guarantees(db).ofMust()) {
    const { state, gapFrom: gap } = provisionOf(one.since, one.providers, today)
    if (state === 'secured' || gap === null) continue
    const debtor = one.organisation.id
    await arise(
      scene,
      {
        kind: 'provide',
        title: responsibilityTexts.duty(one.title),
        debtor,
        creditor: one.task,
        subject: one.task,
        becauseText: `${one.clause} ${one.law}`,
        strength: 'must',
        period: { from: gap, until: addDays(gap, 1) },
        opens: today,
        due: dueFor(gap, today),
        body: null,
        owner: debtor,
        audience: 'members',
        readers: [],
      },
      { after: { gap } },
    )
  }
}

/** Time and corrections close gaps too: a provider who was named earlier has begun, or the organisation sees to the task no longer. */
export async function settledProvision({ db, at, today }: ChoreScene): Promise<void> {
  for (const { debtor, task, day } of await guarantees(db).unfulfilled()) {
    const own = (await guarantees(db).of(task)).find((one) => one.organisation.id === debtor)
    if (own && isUnprovided(day, own.since, own.providers, today)) continue
    const fact = { kind: 'task.provided', organisation: debtor, subject: task, object: task, day: today, about: day }
    await stateFact(db, fact, at, null, ['provide'])
  }
}
