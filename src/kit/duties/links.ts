// Duties from a mail: people who never sign in see what is owed and say what was done, or why not. The same rules as on the page of the duty.
import { sql } from 'kysely'
import { asActor, lookAtAct } from '#kit/access/acts.ts'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import type { duties as contract, DutyState, LinkedDuty } from './contract.ts'
import { isStated } from './rules.ts'

type All = Handlers<typeof contract>
type Part = Pick<All, 'linked' | 'stateByLink' | 'reasonByLink'>
type Row = Omit<NonNullable<LinkedDuty['duty']>, 'state'> & { state: DutyState }

/** `signedIn`: what the signed-in do; the link only opens the door. */
export const linkHandlers = (signedIn: Pick<All, 'state' | 'reason'>): Part => ({
  async linked({ token }, { db, house }) {
    const link = await lookAtAct(db, token)
    if (!link) throw new NotFound()
    const { rows } =
      await sql<Row>`select title, kind, debtor, creditor, clause, strength, due, state, subject, invented from duties.shown_by_link(${token})`.execute(
        db,
      )
    const duty = rows[0] ?? null
    const waits = duty !== null && (duty.state === 'open' || duty.state === 'overdue')
    return {
      person: link.personName,
      organisation: link.organisationName,
      state: link.state,
      duty,
      can: !waits
        ? []
        : [
            ...(isStated(house.evidence, duty.kind) ? (['state'] as const) : []),
            ...(duty.kind === 'deliver' ? (['deliver'] as const) : []),
            ...(duty.kind === 'confirm' ? (['confirm'] as const) : []),
            ...(duty.strength === 'should' ? (['reason'] as const) : []),
          ],
    }
  },
  async stateByLink({ token, ...said }, scene) {
    const { id, opened } = await opening(scene, token)
    return signedIn.state({ id, ...said }, opened as never)
  },
  async reasonByLink({ token, ...said }, scene) {
    const { id, opened } = await opening(scene, token)
    return signedIn.reason({ id, ...said }, opened as never)
  },
})

/** The scene as the person who got the link, and the duty it is about. @throws Refusal linkUsed when it does not open any more. */
export async function opening<S extends Pick<Scene, 'db' | 'record'>>(scene: S, token: string) {
  const link = await lookAtAct(scene.db, token)
  const opened = link ? await asActor(scene, token) : null
  if (!link || !opened) throw new Refusal('linkUsed')
  const id = link.object
  const record: Scene['record'] = (change) => scene.record({ object: id, ...change })
  return { id, opened: { ...opened, record } }
}
