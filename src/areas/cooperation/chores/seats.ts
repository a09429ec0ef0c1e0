// Seats by themselves: whoever has none reads no longer what the body shares; a merger moves them; an empty one is asked for where the rules ask.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { addDays, addMonths } from '#kit/clock/days.ts'
import { arise } from '#kit/duties/arise.ts'
import { stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { bodies } from '../store/bodies.ts'
import { seats } from '../store/seats.ts'
import { groupTexts } from '../texts/groups.de.ts'
import { texts } from '../texts.de.ts'
import { endRights, finishBodies } from './ends.ts'

export async function tidyReaders({ db, today }: ChoreScene): Promise<void> {
  for (const body of await objects(db).list('body')) {
    const seated = (await bodies(db).seats(body.id))
      .filter((seat) => seat.valid_until === null || seat.valid_until > today)
      .map((seat) => seat.organisation)
    const readers = body.readers.filter((id) => id === body.owner || seated.includes(id))
    if (readers.length === body.readers.length) continue
    await objects(db).change(body.id, { readers })
    await journal(db).write({
      verb: 'body.readersTidied',
      object: body.id,
      before: { readers: body.readers },
      after: { readers },
      because: texts.because.seatEnded,
    })
  }
}

/** `subject`: the successor; `object`: what went up in it; `day`: from when. The seats go with it, and nothing is lost. */
export async function moveSeats(fact: StatedFact, { db }: ChoreScene): Promise<void> {
  if (!fact.subject) return
  const moved = await seats(db).move(fact.object, fact.subject, fact.day)
  for (const [body, list] of Map.groupBy(moved, (one) => one.body)) {
    const row = await objects(db).get(body, 'body')
    const holders = await bodies(db).members(body, fact.day)
    const readers = [...new Set([...row.readers, ...holders])]
    if (readers.length > row.readers.length) await objects(db).change(body, { readers })
    await journal(db).write({
      verb: 'body.seatsMoved',
      object: body,
      before: { of: fact.object },
      after: {
        to: fact.subject,
        from: fact.day,
        seats: list.length,
        doubled: list.filter((one) => one.doubled).length,
      },
      because: texts.because.merged,
    })
  }
}

/** The keys are complete: the body ends on its day, and with it the rights of those who act there. */
export async function dissolveBody(fact: StatedFact, scene: ChoreScene): Promise<void> {
  const { db } = scene
  const day = await seats(db).dissolve(fact.object)
  if (day === null) return
  const { body } = await objects(db).get(fact.object, 'dissolution')
  await journal(db).write({
    verb: 'body.dissolved',
    object: body!,
    after: { day, dissolution: fact.object },
    because: texts.because.dissolved,
  })
  await endRights(scene, body!, day, 'dissolved')
  await finishBodies(scene)
}

/** What a body that is over shared becomes the archive of those to whom it belongs: its members, or the body that set it up. */
export async function archive({ db }: ChoreScene): Promise<void> {
  const left = await seats(db).leftOpen()
  for (const { body, parent, object, readers, members } of left) {
    const heirs = parent ? [parent] : members
    await objects(db).change(object, { readers: [...new Set([...readers.filter((id) => id !== body), ...heirs])] })
  }
  for (const [body, list] of Map.groupBy(left, (one) => one.body))
    await journal(db).write({
      verb: 'body.archived',
      object: body,
      after: { objects: list.length },
      because: texts.because.archived,
    })
}

/** Members of a running group for which nobody acts are asked to name somebody; once somebody does, that is done. */
export async function tendDelegates(scene: ChoreScene): Promise<void> {
  const { db, at, today } = scene
  for (const { organisation, body } of await seats(db).named())
    await stateFact(db, { kind: 'delegate.named', organisation, subject: body, object: body, day: today }, at, null, [
      'nameDelegate',
    ])
  for (const gap of await seats(db).unsent())
    await arise(scene, {
      kind: 'nameDelegate',
      title: groupTexts.duty.name(gap.name),
      debtor: gap.organisation,
      creditor: gap.body,
      subject: gap.body,
      becauseText: groupTexts.duty.becauseMembers(gap.name, gap.edition),
      strength: 'must',
      period: { from: today, until: addMonths(today, 24) },
      opens: today,
      due: addDays(today, 28),
      body: gap.body,
      owner: gap.organisation,
      audience: 'body',
      readers: [...new Set([gap.body, gap.organisation])],
    })
}
