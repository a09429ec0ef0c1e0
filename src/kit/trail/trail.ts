// Datenspur: typed links between objects, and the walk along them both ways.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { newId } from '#kit/objects/id.ts'

export type LinkKind = 'derivedFrom' | 'evidenceFor' | 'discussedIn' | 'decidedIn' | 'ledTo' | 'answeredBy' | 'setAside'
export type End = { id: string; edition?: number | null }

export type WalkLink = {
  link: string
  link_kind: LinkKind
  source: string
  target: string
  source_edition: number | null
  target_edition: number | null
  at: string
  person: string | null
  organisation: string | null
  mandate: string | null
  reason: string | null
  forwards: boolean
  depth: number
}
export type StationRow = {
  id: string
  kind: string | null
  title: string | null
  owner: string | null
  owner_title: string | null
  body: string | null
  created: string | null
  invented: boolean | null
  visible: boolean
}

export const trail = (db: Database) => ({
  /** Links source → target (what the source led to). The same link twice is one. */
  async link(
    actor: Actor,
    mandate: string | null,
    kind: LinkKind,
    source: End,
    target: End,
    reason: string | null = null,
  ): Promise<void> {
    await sql`insert into trail.link (id, kind, source, source_edition, target, target_edition, at, person, organisation, mandate, reason)
      values (${newId(actor.at)}, ${kind}, ${source.id}, ${source.edition ?? null}, ${target.id}, ${target.edition ?? null}, clock.now(), ${actor.person}, ${actor.organisation}, ${mandate}, ${reason})
      on conflict do nothing`.execute(db)
  },
  async withdraw(kind: LinkKind, source: string, target: string): Promise<void> {
    await sql`update trail.link set withdrawn_at = clock.now() where kind = ${kind} and source = ${source} and target = ${target} and withdrawn_at is null`.execute(
      db,
    )
  },
  async walk(start: string, depth = 8): Promise<{ links: WalkLink[]; stations: StationRow[] }> {
    const links = await sql<WalkLink>`select * from trail.walk(${start}, ${depth})`.execute(db)
    const stations = await sql<StationRow>`select * from trail.stations(${start}, ${depth})`.execute(db)
    return { links: links.rows, stations: stations.rows }
  },
  /** Direct neighbours that are visible, for "Worauf beruht das?" and "Was wurde daraus?". */
  async around(id: string): Promise<{ before: Neighbour[]; after: Neighbour[] }> {
    const { rows } = await sql<Neighbour & { ahead: boolean }>`
      select l.kind as link, l.at, l.reason, o.id, o.kind, o.title, (l.source = ${id}) as ahead
        from trail.link l join kit.object o on o.id = case when l.source = ${id} then l.target else l.source end
       where (l.source = ${id} or l.target = ${id}) and l.withdrawn_at is null order by l.at, o.title`.execute(db)
    return { before: rows.filter((row) => !row.ahead), after: rows.filter((row) => row.ahead) }
  },
})
export type Neighbour = { link: LinkKind; at: string; reason: string | null; id: string; kind: string; title: string }
