// Where the rules of procedure let somebody stand in for an absent chair, each chair names one: asked for once, and never where the rules do not say so.
import type { ChoreScene } from '#kit/chores/chores.ts'
import { addDays, addYears } from '#kit/clock/days.ts'
import { duties, stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { standIns } from '../store/procedure.ts'
import { endTexts } from '../texts/ends.de.ts'
import { ruleTexts } from '../texts/rules.de.ts'
import { withdraw } from './ends.ts'

/** Days to find somebody. */
const daysToName = 28

/** Every day, and when rules are adopted. Running it again changes nothing. */
export async function tendStandIns(scene: ChoreScene): Promise<void> {
  const { db, at, today } = scene
  for (const { duty, organisation, body, named } of await standIns(db).asked())
    if (named)
      await stateFact(db, { kind: 'standIn.named', organisation, subject: body, object: body, day: today }, at, null, [
        'nameStandIn',
      ])
    else await withdraw(scene, [duty], endTexts.withdrawn.standIn)
  for (const gap of await standIns(db).missing()) {
    const becauseText = ruleTexts.clause(gap.edition, endTexts.standIn.clause)
    const due = addDays(today, daysToName)
    const id = await duties(db).owe(
      {
        kind: 'nameStandIn',
        title: endTexts.standIn.title(gap.name).slice(0, 300),
        debtor: gap.organisation,
        creditor: gap.body,
        subject: gap.body,
        because: { object: gap.rules, edition: gap.edition },
        becauseText,
        strength: 'should',
        period: { from: today, until: addYears(today, 100) },
        opens: today,
        due,
        body: gap.body,
        owner: gap.organisation,
        audience: 'body',
        readers: [...new Set([gap.body, gap.organisation])],
      },
      at,
      // Whoever was named before does not stand in any more.
      [],
    )
    if (id)
      await journal(db).write({
        verb: 'duty.arose',
        object: id,
        because: becauseText,
        after: { debtor: gap.organisation, due },
      })
  }
}
