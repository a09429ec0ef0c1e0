// Handler of the purpose for which an organisation takes part.
import { purposes } from '#kit/access/purposes.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { purposes as contract } from '../contract/purposes.ts'
import { bodies } from '../store/bodies.ts'

export const purposeHandlers: Handlers<typeof contract> = {
  async bindPurpose({ id, organisation, fields, reason }, { db, actor, at, today, record }) {
    if (organisation === actor.organisation) throw new Refusal('ownPurpose')
    const before = (await purposes(db).of(id)).find((one) => one.organisation === organisation) ?? null
    const after = fields.length > 0 ? { organisation, fields, reason } : null
    if (!after && !before) throw new Refusal('noPurpose')
    if (after) {
      const seats = await bodies(db).seats(id)
      const sits = seats.some(
        (seat) => seat.organisation === organisation && (seat.valid_until === null || seat.valid_until > today),
      )
      if (!sits) throw new Refusal('notMember')
      if (reason.length < 5) throw new Refusal('purposeWhy')
    }
    await purposes(db).lift(id, organisation)
    if (after) await purposes(db).bind({ body: id, ...after, by: actor.organisation! }, at)
    await record({ before, after: after ?? { organisation, fields: [] } })
    return {}
  },
}
