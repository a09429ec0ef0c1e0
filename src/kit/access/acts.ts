// Acting from a mailed link: a transaction of nobody becomes the transaction of the person to whom the link was sent, for one act.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import type { Scene } from '#kit/http/scene.ts'
import { trail } from '#kit/trail/trail.ts'

export type ActLink = {
  object: string
  personName: string
  organisationName: string
  /** used: it counted once. over: too old. ended: the person does not act for the organisation any more. */
  state: 'open' | 'used' | 'over' | 'ended'
}

/** What a link is about, or null when there is no such link. Looking changes nothing. */
export async function lookAtAct(db: Database, token: string): Promise<ActLink | null> {
  const { rows } = await sql<{
    object: string | null
    person_name: string
    organisation_name: string
    state: ActLink['state']
  }>`select * from access.look_at_act(${token})`.execute(db)
  const row = rows[0]
  return row?.object
    ? { object: row.object, personName: row.person_name, organisationName: row.organisation_name, state: row.state }
    : null
}

/** The scene as the person to whom the link was sent, or null when the link does not open any more. The link is used up. */
export async function asActor<S extends Pick<Scene, 'db'>>(
  scene: S,
  token: string,
): Promise<(S & { actor: Actor; link: Scene['link'] }) | null> {
  const { rows } = await sql<Actor & { person: string | null }>`select * from access.open_by_act(${token})`.execute(
    scene.db,
  )
  const actor = rows[0]
  if (!actor?.person) return null
  const link: Scene['link'] = (kind, source, end, reason) =>
    trail(scene.db).link(actor, actor.mandates[0] ?? null, kind, source, end, reason ?? null)
  return { ...scene, actor, link }
}

/** As the worker: a token for the mail that is being posted. */
export async function linkToAct(
  db: Database,
  to: { person: string; organisation: string; object: string },
): Promise<string> {
  const { rows } = await sql<{
    token: string
  }>`select access.link_to_act(${to.person}, ${to.organisation}, ${to.object}) as token`.execute(db)
  return rows[0]!.token
}
