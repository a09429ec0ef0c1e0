// Handlers of contact promises: naming, asking, confirming with a session or with the button behind a mailed link.
import { sql } from 'kysely'
import { mandates } from '#kit/access/mandates.ts'
import type { Database } from '#kit/db/database.ts'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import type { actors } from '../contract.ts'
import { holdsOn } from '../rules.ts'
import { contacts } from '../store/contacts.ts'
import { mustDescribe } from './structure.ts'

type Part = Pick<
  Handlers<typeof actors>,
  'nameContact' | 'askContact' | 'confirmContact' | 'lookAtContactLink' | 'answerContactLink'
>

export const contactHandlers: Part = {
  async nameContact({ id, ...contact }, { db, actor, at, today, record, fact }) {
    await mustDescribe(db, id)
    if (contact.deputy === contact.person) throw new Refusal('deputyIsContact')
    if (contact.audience === 'public' && !contact.deputy) throw new Refusal('publicNeedsDeputy')
    const acting = (await mandates(db).of({ organisation: id }))
      .filter((one) => holdsOn({ from: one.from_day, until: one.until_day }, today))
      .map((one) => one.person)
    for (const person of [contact.person, contact.deputy])
      if (person && !acting.includes(person)) throw new Refusal('contactNotActing')
    const self = contact.person === actor.person
    await contacts(db).name(id, { ...contact, confirmedOn: self ? today : null }, at)
    await record({ after: { person: contact.person, deputy: contact.deputy, audience: contact.audience } })
    await fact({ kind: 'contact.changed', organisation: actor.organisation!, object: id, day: today })
    if (self) return { asked: 'self' }
    return { asked: (await contacts(db).ask(id)) === 'sent' ? 'sent' : 'noAddress' }
  },
  async askContact({ id }, { db, record }) {
    await mustDescribe(db, id)
    const outcome = await contacts(db).ask(id)
    if (outcome !== 'sent') throw new Refusal(outcome)
    await record()
    return {}
  },
  confirmContact: ({ id, stays }, scene) => answered(id, stays, scene),
  async lookAtContactLink({ token }, { db }) {
    const { rows } = await sql<{
      organisation: string
      person: string
      deputy: string | null
      email: string | null
      phone: string | null
      hours: string | null
      replyDays: number | null
      audience: 'members' | 'public'
    }>`select organisation, person, deputy, email, phone, hours, reply_days as "replyDays", audience from actors.look_at_contact(${token})`.execute(
      db,
    )
    if (!rows[0]) throw new NotFound()
    return rows[0]
  },
  async answerContactLink({ token, stays }, scene) {
    const { rows } = await sql<{
      organisation: string | null
    }>`select actors.open_contact_link(${token}) as organisation`.execute(scene.db)
    const organisation = rows[0]!.organisation
    if (!organisation) throw new Refusal('linkUsed')
    return answered(organisation, stays, scene)
  },
}

async function answered(
  id: string,
  stays: boolean,
  { db, today, record, fact }: { db: Database } & Pick<Scene, 'today' | 'record' | 'fact'>,
): Promise<{ became: 'confirmed' | 'handedOver' | 'left' }> {
  const became = await contacts(db).confirm(id, stays)
  await record({ object: id, after: { became } })
  // Whoever was only sent into a body has no part at home: then the worker notices by itself, within a day.
  const { rows } = await sql<{ home: boolean }>`select ${id} = any ((access.actor()).readers) as home`.execute(db)
  if (rows[0]!.home) await fact({ kind: 'contact.changed', organisation: id, object: id, day: today })
  return { became }
}
