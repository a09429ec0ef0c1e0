// Handlers of what the office was told: it settles only what the debtor itself may settle by saying so.
import { holds } from '#kit/access/decide.ts'
import { duties } from '#kit/duties/duties.ts'
import { isStated, isUnsettled } from '#kit/duties/rules.ts'
import { files } from '#kit/files/files.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { cooperation } from '../contract.ts'
import { toldStore } from '../store/told.ts'
import { texts } from '../texts.de.ts'

type Part = Pick<Handlers<typeof cooperation>, 'tell' | 'toldOf'>

export const toldHandlers: Part = {
  async tell({ id: body, duty, teller, toldOn, effect, text }, { db, actor, at, today, house, record, fact }) {
    const row = await duties(db).get(duty)
    if (!row || row.body !== body || row.debtor === body) throw new Refusal('dutyOfOther')
    if (!isUnsettled(row.state)) throw new Refusal('dutySettled')
    if (toldOn > today) throw new Refusal('toldInFuture')
    if (effect === 'state' && !isStated(house.evidence, row.kind)) throw new Refusal('dutyElsewhere')
    if (effect === 'reason' && row.strength !== 'should') throw new Refusal('reasonOfShould')
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'notification',
      title: texts.told.title(row.debtor_title ?? '', toldOn),
      owner: actor.organisation,
      body,
      author: actor.person,
      audience: 'named',
      readers: [row.debtor],
    })
    await toldStore(db).make({ id, body, duty, organisation: row.debtor, teller, toldOn, effect, text })
    // By reference: who told it stands in the notification, not in the journal.
    await record({ object: id, after: { duty, effect, toldOn } })
    await fact({ kind: 'office.told', organisation: body, subject: duty, object: id, day: today })
    return { id }
  },
  async toldOf({ id }, { db, house, actor }) {
    const row = (await duties(db).get(id))!
    const office = row.body !== null && row.debtor !== row.body && holds(actor, ['office'], [row.body])
    const state = office && isUnsettled(row.state) && isStated(house.evidence, row.kind)
    const reason = office && isUnsettled(row.state) && row.strength === 'should'
    const notifications = await Promise.all(
      (await toldStore(db).of(id)).map(async (one) => ({
        id: one.id,
        organisation: { id: one.organisation, title: one.organisation_title },
        teller: one.teller,
        toldOn: one.told_on,
        effect: one.effect,
        text: one.text,
        recordedBy: one.owner && one.owner_title ? { id: one.owner, title: one.owner_title } : null,
        files: (await files(db).of(one.id)).map((file) => ({ id: file.id, name: file.name })),
        mayAdd: (await objects(db).get(one.id)).may_change,
      })),
    )
    return { notifications, mayTell: state && reason ? 'both' : state ? 'state' : reason ? 'reason' : 'no' }
  },
}
