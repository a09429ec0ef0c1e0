// Handlers of the session days of committees outside.
import { holds } from '#kit/access/decide.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { cooperation } from '../contract.ts'
import { sessions } from '../store/sessions.ts'

type Part = Pick<Handlers<typeof cooperation>, 'sessions' | 'keepSessions'>

export const sessionHandlers: Part = {
  async sessions({ id }, { db, actor }) {
    return { committees: await sessions(db).of(id), mayKeep: holds(actor, ['chair', 'office'], [id]) }
  },
  async keepSessions({ id, committee, days }, { db, today, record, fact }) {
    const before = (await sessions(db).of(id)).find((one) => one.name === committee)?.days ?? []
    await sessions(db).keep(id, committee, days)
    await record({ before: { committee, days: before }, after: { committee, days } })
    await fact({ kind: 'body.sessionsKept', organisation: id, object: id, day: today })
    return {}
  },
}
