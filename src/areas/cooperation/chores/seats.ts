// Whoever has no seat any more reads no longer what the body shares.
import type { ChoreScene } from '#kit/chores/chores.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { bodies } from '../store/bodies.ts'
import { texts } from '../texts.de.ts'

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
