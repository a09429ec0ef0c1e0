// Delivering from a mail: what the duty says already (figure, area, period) is not asked again; the rest goes the same way as from the page.

import { duties } from '#kit/duties/duties.ts'
import { opening } from '#kit/duties/links.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { figures as contract } from '../contract.ts'
import { areaStore } from '../store/areas.ts'
import { handOver } from './delivering.ts'

export const byLink: Pick<Handlers<typeof contract>, 'deliverByLink'> = {
  async deliverByLink({ token, value, mark, comment, explanation }, scene) {
    const { id, opened } = await opening(scene, token)
    const { db, actor } = opened
    const duty = await duties(db).get(id)
    if (!duty?.subject || duty.debtor !== actor.organisation) throw new Refusal('notYourDuty')
    const area = await areaStore(db).keyOfOrganisation(duty.debtor)
    if (!area) throw new Refusal('noOwnArea')
    const said = comment?.trim() ? 'comment' : 'confirmation'
    return handOver(
      {
        kind: duty.kind === 'deliver' ? 'figure' : said,
        indicator: duty.subject,
        area,
        from: duty.period_from,
        until: duty.period_until,
        value: duty.kind === 'deliver' ? value : null,
        mark: duty.kind === 'deliver' ? mark : null,
        comment,
        explanation,
        duty: duty.id,
      },
      { ...opened, record: scene.record },
    )
  },
}
