// Reads and writes agreements: drafts, parties, clauses, signatures, and the edition in force.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { AgreementLine, Clause, ClauseDuty, Draft, NoticeRule } from '../contract.ts'

export type AgreementRow = {
  id: string
  edition: number
  preamble: string
  review_on: string | null
  ends_on: string | null
  notice: string
  notice_months: number | null
  notice_to: NoticeRule['to'] | null
  extraordinary: boolean
  sign_by: string | null
  fixed: boolean
}
export type InForce = { edition: number; since: string; known_since: string }
export type SignatureRow = {
  organisation: string
  day: string
  place: string
  capacity: string
  person: string | null
  person_title: string | null
  signatory: string | null
  source: string | null
  scan: string | null
}
export type PartyRow = {
  id: string
  title: string
  signing: 'single' | 'joint'
  signatures: SignatureRow[]
  /** As often as its own rule asks for. */
  signed: boolean
}
export type AnnexRow = { place: number; title: string; file: string; name: string; size: number; sha256: string }
export type ClauseRow = {
  number: string
  heading: string
  text: string
  strength: Clause['strength']
  duty: ClauseDuty | null
  indicator_title: string | null
}
export type NewSignature = {
  agreement: string
  edition: number
  organisation: string
  day: string
  place: string
  capacity: string
  person: string | null
  source: string | null
  signatory: string | null
  scan: string | null
  by: string
}

export const agreements = (db: Database) => ({
  async row(id: string): Promise<AgreementRow | undefined> {
    const { rows } =
      await sql<AgreementRow>`select a.*, exists (select from kit.edition e where e.object = a.id and e.number = a.edition) as fixed
      from cooperation.agreement a where a.id = ${id}`.execute(db)
    return rows[0]
  },
  /** Two workers that look at the same agreement wait for each other, until the end of the transaction. */
  async lock(id: string): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`agreement ${id}`}, 0))`.execute(db)
  },
  async inForce(id: string): Promise<InForce | null> {
    const { rows } = await sql<InForce>`select * from cooperation.in_force(${id})`.execute(db)
    return rows[0] ?? null
  },
  /** Every agreement in force, with its body. As the worker: all of them. */
  async allInForce(): Promise<(InForce & { id: string; title: string; body: string })[]> {
    const { rows } = await sql<
      InForce & { id: string; title: string; body: string }
    >`select o.id, o.title, o.body, f.* from kit.object o cross join lateral cooperation.in_force(o.id) f
      where o.kind = 'agreement' and o.deleted_at is null`.execute(db)
    return rows
  },
  async linesOf(body: string): Promise<AgreementLine[]> {
    const { rows } = await sql<{
      id: string
      title: string
      edition: number
      fixed: boolean
      in_force: number | null
      since: string | null
      signed: number
      parties: number
    }>`
      select o.id, o.title, a.edition, exists (select from kit.edition e where e.object = a.id and e.number = a.edition) as fixed, f.edition as in_force, f.since,
        (select count(*)::int from cooperation.party p where p.agreement = a.id and p.edition = a.edition and cooperation.needs_signatures(p.signing) <=
          (select count(*) from cooperation.signature s where s.agreement = a.id and s.edition = a.edition and s.organisation = p.organisation)) as signed,
        (select count(*)::int from cooperation.party p where p.agreement = a.id and p.edition = a.edition) as parties
      from cooperation.agreement a join kit.object o on o.id = a.id left join lateral cooperation.in_force(a.id) f on true
      where o.body = ${body} and o.deleted_at is null order by o.created desc`.execute(db)
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      edition: row.edition,
      inForce: row.in_force,
      since: row.since,
      signed: row.signed,
      parties: row.parties,
      state:
        row.in_force === row.edition
          ? 'inForce'
          : !row.fixed
            ? 'draft'
            : row.parties > 1 && row.signed === row.parties
              ? 'ended'
              : 'offered',
    }))
  },
  async make(id: string, draft: Draft): Promise<void> {
    await sql`insert into cooperation.agreement (id, preamble, review_on, ends_on, notice, notice_months, notice_to, extraordinary)
      values (${id}, ${draft.preamble}, ${draft.reviewOn}, ${draft.endsOn}, ${draft.notice}, ${draft.noticeRule?.months ?? null}, ${draft.noticeRule?.to ?? null},
        ${draft.extraordinary})`.execute(db)
    await this.fill(id, 1, draft)
  },
  /** Writes the draft with this number; what stood in the draft before is replaced. A new edition takes over the annexes of the last. */
  async redraft(id: string, edition: number, draft: Draft): Promise<void> {
    const { edition: last } = (await this.row(id))!
    await sql`update cooperation.agreement set edition = ${edition}, preamble = ${draft.preamble}, review_on = ${draft.reviewOn},
      ends_on = ${draft.endsOn}, notice = ${draft.notice}, notice_months = ${draft.noticeRule?.months ?? null}, notice_to = ${draft.noticeRule?.to ?? null},
      extraordinary = ${draft.extraordinary}, sign_by = null where id = ${id}`.execute(db)
    await sql`delete from cooperation.party where agreement = ${id} and edition = ${edition}`.execute(db)
    await sql`delete from cooperation.clause where agreement = ${id} and edition = ${edition}`.execute(db)
    await this.fill(id, edition, draft)
    if (last !== edition)
      await sql`insert into cooperation.annex (agreement, edition, place, title, file)
        select agreement, ${edition}, place, title, file from cooperation.annex where agreement = ${id} and edition = ${last}`.execute(
        db,
      )
  },
  async fill(id: string, edition: number, draft: Draft): Promise<void> {
    await sql`insert into cooperation.party (agreement, edition, organisation) select ${id}, ${edition}, x from unnest(${[...new Set(draft.parties)]}::uuid[]) x`.execute(
      db,
    )
    await sql`insert into cooperation.clause (agreement, edition, number, place, heading, text, strength, duty)
      select ${id}, ${edition}, c->>'number', n, c->>'heading', c->>'text', c->>'strength', nullif(c->'duty', 'null')
      from jsonb_array_elements(${JSON.stringify(draft.clauses)}::jsonb) with ordinality as x (c, n)`.execute(db)
  },
  /** The first day after the term of an edition; null: until somebody ends it. */
  async termOf(id: string, edition: number): Promise<string | null> {
    const { rows } = await sql<{
      day: string | null
    }>`select (content->>'endsOn')::date as day from kit.edition where object = ${id} and number = ${edition}`.execute(
      db,
    )
    return rows[0]?.day ?? null
  },
  async parties(id: string, edition: number): Promise<PartyRow[]> {
    const { rows: parties } = await sql<Omit<PartyRow, 'signatures'>>`
      select o.id, o.title, y.signing, cooperation.needs_signatures(y.signing) <= (select count(*) from cooperation.signature s
          where s.agreement = y.agreement and s.edition = y.edition and s.organisation = y.organisation) as signed
      from cooperation.party y join kit.object o on o.id = y.organisation
      where y.agreement = ${id} and y.edition = ${edition} order by o.title collate kit.german`.execute(db)
    const { rows: signatures } = await sql<SignatureRow>`
      select s.organisation, s.day, s.place, s.capacity, s.person, p.title as person_title, s.signatory, s.source, s.scan
      from cooperation.signature s left join kit.object p on p.id = s.person
      where s.agreement = ${id} and s.edition = ${edition} order by s.day, s.recorded_at`.execute(db)
    return parties.map((party) => ({
      ...party,
      signatures: signatures.filter(({ organisation }) => organisation === party.id),
    }))
  },
  async clauses(id: string, edition: number): Promise<ClauseRow[]> {
    const { rows } =
      await sql<ClauseRow>`select c.number, c.heading, c.text, c.strength, c.duty, i.title as indicator_title
      from cooperation.clause c cross join lateral (select (c.duty->>'indicator')::uuid as id offset 0) w left join kit.object i on i.id = w.id
      where c.agreement = ${id} and c.edition = ${edition} order by c.place`.execute(db)
    return rows
  },
  async sign(s: NewSignature, at: string): Promise<void> {
    await sql`insert into cooperation.signature (id, agreement, edition, organisation, day, place, capacity, person, source, signatory, scan, recorded_by, recorded_at)
      values (${newId(at)}, ${s.agreement}, ${s.edition}, ${s.organisation}, ${s.day}, ${s.place}, ${s.capacity}, ${s.person}, ${s.source}, ${s.signatory}, ${s.scan},
        ${s.by}, clock.now())`.execute(db)
    if (s.scan) await sql`select files.fix(${s.scan})`.execute(db)
  },
  async annexes(id: string, edition: number): Promise<AnnexRow[]> {
    const { rows } =
      await sql<AnnexRow>`select x.place, x.title, x.file, f.name, f.size, encode(f.sha256, 'hex') as sha256
      from cooperation.annex x join files.file f on f.id = x.file
      where x.agreement = ${id} and x.edition = ${edition} order by x.place`.execute(db)
    return rows
  },
  async addAnnex(id: string, edition: number, file: string, title: string): Promise<number> {
    const { rows } = await sql<{ place: number }>`insert into cooperation.annex (agreement, edition, place, title, file)
      select ${id}, ${edition}, coalesce(max(place), 0) + 1, ${title}, ${file} from cooperation.annex where agreement = ${id} and edition = ${edition}
      returning place`.execute(db)
    return rows[0]!.place
  },
  async removeAnnex(id: string, edition: number, place: number): Promise<boolean> {
    const done =
      await sql`delete from cooperation.annex where agreement = ${id} and edition = ${edition} and place = ${place}`.execute(
        db,
      )
    return done.numAffectedRows === 1n
  },
  /** The edition is offered: until when the parties are asked, and its annexes stay as they are. */
  async offered(id: string, edition: number, signBy: string): Promise<void> {
    await sql`update cooperation.agreement set sign_by = ${signBy} where id = ${id}`.execute(db)
    await sql`select files.fix(file) from cooperation.annex where agreement = ${id} and edition = ${edition}`.execute(
      db,
    )
  },
  /** Whether the fact was already stated that an edition is in force since this day. */
  async stated(id: string, since: string): Promise<boolean> {
    const { rows } =
      await sql`select from duties.fact where kind = 'agreement.inForce' and object = ${id} and day = ${since} limit 1`.execute(
        db,
      )
    return rows.length > 0
  },
  async remindedOn(id: string, day: string): Promise<boolean> {
    const { rows } =
      await sql`select from duties.fact where kind = 'agreement.reminded' and object = ${id} and day = ${day} limit 1`.execute(
        db,
      )
    return rows.length > 0
  },
  /** Names for the parties of a frozen edition, in the order of the alphabet. */
  async named(ids: readonly string[]): Promise<{ id: string; title: string }[]> {
    const { rows } = await sql<{
      id: string
      title: string
    }>`select id, title from kit.object where id = any (${[...ids]}::uuid[]) order by title collate kit.german`.execute(
      db,
    )
    return rows
  },
  async unknownIndicators(ids: readonly string[]): Promise<boolean> {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from kit.object where id = any (${[...ids]}::uuid[]) and kind = 'indicator' and deleted_at is null`.execute(
      db,
    )
    return rows[0]!.n < new Set(ids).size
  },
})
