// Reads and writes seams: owners, editions, releases, reviews, frictions and what they belong to.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { SeamText } from '../contract/seams.ts'

type Named = { id: string; title: string }
export type SeamRow = { id: string; title: string; a: Named; b: Named; invented: boolean; links: string[] }
export type EditionRow = SeamText & { number: number; revision: number; offeredOn: string | null }
export type SeamInForce = { edition: number; since: string; reviewMonths: number }
export type ReviewRow = { organisation: string; side: 'a' | 'b'; title: string; onDay: string; note: string }
export type FrictionRow = {
  id: string
  organisation: Named
  text: string
  statedOn: string
  settledOn: string | null
  settledHow: string | null
}

const textColumns = sql`e.subject, e.basis_a as "basisA", e.basis_b as "basisB", e.handover, e.procedure, e.review_months as "reviewMonths"`

export const seams = (db: Database) => ({
  async all(where: { organisation?: string; object?: string; id?: string } = {}): Promise<SeamRow[]> {
    const { rows } =
      await sql<SeamRow>`select s.id, o.title, o.invented, jsonb_build_object('id', a.id, 'title', a.title) as a, jsonb_build_object('id', b.id, 'title', b.title) as b,
        coalesce((select array_agg(l.object) from cooperation.seam_link l where l.seam = s.id), '{}') as links
      from cooperation.seam s join kit.object o on o.id = s.id join kit.object a on a.id = s.owner_a join kit.object b on b.id = s.owner_b
      where o.deleted_at is null ${where.id ? sql`and s.id = ${where.id}` : sql``}
        ${where.organisation ? sql`and ${where.organisation} in (s.owner_a, s.owner_b)` : sql``}
        ${where.object ? sql`and exists (select from cooperation.seam_link l where l.seam = s.id and l.object = ${where.object})` : sql``}
      order by o.title collate kit.german`.execute(db)
    return rows
  },
  async latest(id: string): Promise<EditionRow | undefined> {
    const { rows } =
      await sql<EditionRow>`select e.number, e.revision, e.offered_on as "offeredOn", ${textColumns} from cooperation.seam_edition e
      where e.seam = ${id} order by e.number desc limit 1`.execute(db)
    return rows[0]
  },
  async text(id: string, edition: number): Promise<SeamText> {
    const { rows } =
      await sql<SeamText>`select ${textColumns} from cooperation.seam_edition e where e.seam = ${id} and e.number = ${edition}`.execute(
        db,
      )
    return rows[0]!
  },
  async inForce(id: string): Promise<SeamInForce | undefined> {
    const { rows } =
      await sql<SeamInForce>`select f.edition, f.since, e.review_months as "reviewMonths" from cooperation.seam_in_force(${id}) f
      join cooperation.seam_edition e on e.seam = ${id} and e.number = f.edition`.execute(db)
    return rows[0]
  },
  async make(id: string, a: string, b: string): Promise<void> {
    await sql`insert into cooperation.seam (id, owner_a, owner_b) values (${id}, ${a}, ${b})`.execute(db)
  },
  async begin(id: string, number: number, t: SeamText): Promise<void> {
    await sql`insert into cooperation.seam_edition (seam, number, subject, basis_a, basis_b, handover, procedure, review_months)
      values (${id}, ${number}, ${t.subject}, ${t.basisA}, ${t.basisB}, ${JSON.stringify(t.handover)}::jsonb, ${t.procedure}, ${t.reviewMonths})`.execute(
      db,
    )
  },
  /** Writes the draft that has this revision; returns whether nobody was faster. */
  async write(id: string, number: number, revision: number, t: SeamText): Promise<boolean> {
    const done =
      await sql`update cooperation.seam_edition set subject = ${t.subject}, basis_a = ${t.basisA}, basis_b = ${t.basisB},
      handover = ${JSON.stringify(t.handover)}::jsonb, procedure = ${t.procedure}, review_months = ${t.reviewMonths}, revision = revision + 1
      where seam = ${id} and number = ${number} and revision = ${revision} and offered_on is null`.execute(db)
    return done.numAffectedRows === 1n
  },
  async offer(id: string, number: number, revision: number): Promise<boolean> {
    const done = await sql`update cooperation.seam_edition set offered_on = clock.today(), revision = revision + 1
      where seam = ${id} and number = ${number} and revision = ${revision} and offered_on is null`.execute(db)
    return done.numAffectedRows === 1n
  },
  async released(id: string, edition: number): Promise<{ organisation: Named; person: string; at: string }[]> {
    const { rows } = await sql<{
      organisation: Named
      person: string
      at: string
    }>`select jsonb_build_object('id', o.id, 'title', o.title) as organisation, r.person, r.at
      from cooperation.seam_release r join kit.object o on o.id = r.organisation where r.seam = ${id} and r.edition = ${edition} order by r.at`.execute(
      db,
    )
    return rows
  },
  async release(id: string, edition: number, organisation: string, person: string): Promise<void> {
    await sql`insert into cooperation.seam_release (seam, edition, organisation, person, at) values (${id}, ${edition}, ${organisation}, ${person}, clock.now())`.execute(
      db,
    )
  },
  async reviews(id: string, edition: number): Promise<ReviewRow[]> {
    const { rows } =
      await sql<ReviewRow>`select r.organisation, r.side, o.title, r.on_day as "onDay", r.note from cooperation.seam_review r join kit.object o on o.id = r.organisation
      where r.seam = ${id} and r.edition = ${edition} order by r.on_day desc, o.title`.execute(db)
    return rows
  },
  /** As a chore: sides whose owner was merged go on with the successor; each is told once. */
  async move(): Promise<{ seam: string; former: string; successor: string; day: string }[]> {
    const { rows } = await sql<{
      seam: string
      former: string
      successor: string
      day: string
    }>`select seam, former, successor, day from cooperation.move_seams()`.execute(db)
    return rows
  },
  /** Reviews that are still owed by this organisation, or to it. */
  async reviewsOwed(id: string, organisation: string): Promise<string[]> {
    const { rows } = await sql<{
      id: string
    }>`select d.id from duties.standing d where d.kind = 'reviewSeam' and d.subject = ${id} and ${organisation} in (d.debtor, d.creditor)
      and d.withdrawn_on is null and d.done_on is null and d.waived_on is null`.execute(db)
    return rows.map((row) => row.id)
  },
  async review(id: string, edition: number, organisation: string, note: string): Promise<void> {
    await sql`insert into cooperation.seam_review (seam, edition, organisation, on_day, note) values (${id}, ${edition}, ${organisation}, clock.today(), ${note})`.execute(
      db,
    )
  },
  async frictions(id: string): Promise<FrictionRow[]> {
    const { rows } =
      await sql<FrictionRow>`select f.id, jsonb_build_object('id', o.id, 'title', o.title) as organisation, f.text, f.stated_on as "statedOn",
        f.settled_on as "settledOn", f.settled_how as "settledHow"
      from cooperation.friction f join kit.object o on o.id = f.organisation where f.seam = ${id} order by f.settled_on nulls first, f.stated_on desc, f.id desc`.execute(
        db,
      )
    return rows
  },
  async openFrictions(): Promise<Map<string, number>> {
    const { rows } = await sql<{
      seam: string
      n: number
    }>`select seam, count(*)::int as n from cooperation.friction where settled_on is null group by seam`.execute(db)
    return new Map(rows.map((row) => [row.seam, row.n]))
  },
  async stateFriction(id: string, organisation: string, text: string, at: string): Promise<string> {
    const friction = newId(at)
    await sql`insert into cooperation.friction (id, seam, organisation, text, stated_on) values (${friction}, ${id}, ${organisation}, ${text}, clock.today())`.execute(
      db,
    )
    return friction
  },
  async settleFriction(friction: string, how: string): Promise<boolean> {
    const done =
      await sql`update cooperation.friction set settled_on = clock.today(), settled_how = ${how} where id = ${friction} and settled_on is null`.execute(
        db,
      )
    return done.numAffectedRows === 1n
  },
  async links(id: string): Promise<{ id: string; kind: string; title: string }[]> {
    const { rows } = await sql<{
      id: string
      kind: string
      title: string
    }>`select o.id, o.kind, o.title from cooperation.seam_link l join kit.object o on o.id = l.object
      where l.seam = ${id} and o.deleted_at is null order by o.kind, o.title collate kit.german`.execute(db)
    return rows
  },
  async link(id: string, object: string, linked: boolean): Promise<void> {
    await (linked
      ? sql`insert into cooperation.seam_link (seam, object) values (${id}, ${object}) on conflict do nothing`
      : sql`delete from cooperation.seam_link where seam = ${id} and object = ${object}`
    ).execute(db)
  },
})
