// Where the rules of procedure let somebody stand in for an absent chair, each chair names one: asked for once, and never where the rules do not say so.
import type { ChoreScene } from '#kit/chores/chores.ts'
import { addDays, addYears } from '#kit/clock/days.ts'
import { arise, fallAway } from '#kit/duties/arise.ts'
import { stateFact } from '#kit/duties/duties.ts'
import { standIns } from '../store/procedure.ts'
import { endTexts } from '../texts/ends.de.ts'
import { ruleTexts } from '../texts/rules.de.ts'

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
    else await fallAway(scene, [duty], endTexts.withdrawn.standIn)
  for (const gap of await standIns(db).missing()) {
    await arise(
      scene,
      {
        kind: 'nameStandIn',
        title: endTexts.standIn.title(gap.name).slice(0, 300),
        debtor: gap.organisation,
        creditor: gap.body,
        subject: gap.body,
        because: { object: gap.rules, edition: gap.edition },
        becauseText: ruleTexts.clause(gap.edition, endTexts.standIn.clause),
        strength: 'should',
        period: { from: today, until: addYears(today, 100) },
        opens: today,
        due: addDays(today, daysToName),
        body: gap.body,
        owner: gap.organisation,
        audience: 'body',
        readers: [...new Set([gap.body, gap.organisation])],
      },
      // Whoever was named before does not stand in any more.
      { facts: [] },
    )
  }
}
