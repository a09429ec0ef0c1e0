// The office was told that something was done, or why not: the duty learns of it, with who said so.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { duties, stateFact } from '#kit/duties/duties.ts'
import { isUnsettled } from '#kit/duties/rules.ts'
import { journal } from '#kit/journal/journal.ts'
import { toldStore } from '../store/told.ts'
import { texts } from '../texts.de.ts'

export async function afterTelling(fact: StatedFact, { db, at }: ChoreScene): Promise<void> {
  const told = await toldStore(db).get(fact.object)
  const duty = told ? await duties(db).get(told.duty) : undefined
  if (!told || !duty || !isUnsettled(duty.state)) return
  const words = texts.told.words(told.teller, told.told_on, told.text)
  if (told.effect === 'reason') {
    if (!(await duties(db).reason(duty.id, words))) return
    await journal(db).write({
      verb: 'duty.reasoned',
      object: duty.id,
      after: { notification: told.id },
      because: texts.told.because,
    })
    return
  }
  await duties(db).makeStatement({ duty: duty.id, organisation: duty.debtor, day: told.told_on, text: words }, at)
  const entry = await journal(db).write({
    verb: 'duty.stated',
    object: duty.id,
    after: { notification: told.id },
    because: texts.told.because,
  })
  const about = told.told_on >= duty.period_from && told.told_on < duty.period_until ? told.told_on : duty.period_from
  await stateFact(
    db,
    {
      kind: 'duty.stated',
      organisation: duty.debtor,
      subject: duty.subject,
      object: duty.id,
      day: told.told_on,
      about,
    },
    at,
    entry,
    [duty.kind],
  )
}
