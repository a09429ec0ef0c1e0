// Reads and writes elections. What is counted, drawn and decided is written by the database's own functions; here they are only called.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { ElectionMajority, ElectionMethod, ElectionRole, ElectionStatus, RoundOutcome } from '../contract.ts'

export type ElectionRow = {
  id: string
  body: string
  constituency: string
  constituency_name: string
  role: ElectionRole
  occasion: 'first' | 'term' | 'vacancy'
  day: string
  term_from: string
  term_until: string
  method: ElectionMethod
  majority: ElectionMajority
  status: ElectionStatus
  elected: string | null
  elected_person: string | null
  elected_title: string | null
  settled_on: string | null
  source: string | null
  because: string | null
}
export type CandidacyRow = {
  id: string
  person: string
  person_title: string
  organisation: string
  organisation_title: string
  proposed_by: string
  proposed_title: string
  source: string | null
  consented_on: string | null
  withdrawn_on: string | null
  stands: boolean
}
export type RoundRow = {
  number: number
  runoff: boolean
  day: string
  entitled: number
  present: number
  against: number
  abstained: number
  invalid: number
  outcome: RoundOutcome
  lot: string | null
  lot_for: string | null
  lot_for_title: string | null
  witness_for: string | null
  witness_for_title: string | null
  struck_because: string | null
  recorded_by: string
  recorded_for: string
  votes: { candidate: string; votes: number; again: boolean }[]
}
export type ElectionRules = {
  quorum: 'none' | 'half' | 'twoThirds'
  majority: ElectionMajority
  secret_ballot: boolean
  term_alarm_months: number
  interim: 'office' | 'continue' | 'none'
  notice_days: number
  edition: number | null
}
export type NewElection = Pick<
  ElectionRow,
  'id' | 'body' | 'constituency' | 'role' | 'occasion' | 'day' | 'term_from' | 'term_until' | 'method' | 'majority'
>
/** A step of chair or office, as cooperation.lead_election knows it. */
export type Step = 'count' | 'strike' | 'lot' | 'witness' | 'cancel' | 'draw' | 'cast' | 'close'

export const over: readonly ElectionStatus[] = ['accepted', 'declined', 'cancelled']

const select =
  sql.raw(`select e.id, e.body, e.constituency, k.name as constituency_name, e.role, e.occasion, e.day, e.term_from, e.term_until, e.method, e.majority,
    e.status, e.elected, c.person as elected_person, p.title as elected_title, e.settled_on, e.source, e.because
  from cooperation.election e join cooperation.constituency k on k.id = e.constituency
  left join cooperation.candidacy c on c.id = e.elected left join kit.object p on p.id = c.person`)

export const elections = (db: Database) => ({
  async row(id: string): Promise<ElectionRow | undefined> {
    const { rows } = await sql<ElectionRow>`${select} where e.id = ${id}`.execute(db)
    return rows[0]
  },
  async of(body: string): Promise<ElectionRow[]> {
    const { rows } = await sql<ElectionRow>`${select} join kit.object o on o.id = e.id
      where e.body = ${body} and o.deleted_at is null order by e.day desc, o.created desc`.execute(db)
    return rows
  },
  /** What an agenda should hold: running elections, and groups whose term ends while none is called. */
  async forAgenda(body: string): Promise<{ title: string; concerning: string | null }[]> {
    const { rows } = await sql<{ title: string; concerning: string | null }>`
      select o.title, o.id as concerning from cooperation.election e join kit.object o on o.id = e.id
        where e.body = ${body} and e.status not in ('accepted', 'declined', 'cancelled') and o.deleted_at is null
      union all select o.title, null from duties.standing d join kit.object o on o.id = d.id where d.debtor = ${body} and d.kind = 'reelect'
        and d.state in ('open', 'overdue') and o.deleted_at is null
        and not exists (select from cooperation.election e where e.body = ${body} and e.status not in ('accepted', 'declined', 'cancelled'))`.execute(
      db,
    )
    return rows.map(({ title, concerning }) => ({
      title: concerning ? title : title.replace(/^.*?: /, ''),
      concerning,
    }))
  },
  async rules(body: string): Promise<ElectionRules> {
    const { rows } = await sql<ElectionRules>`select * from cooperation.election_rules(${body})`.execute(db)
    return rows[0]!
  },
  async candidacies(id: string): Promise<CandidacyRow[]> {
    const { rows } =
      await sql<CandidacyRow>`select c.id, c.person, p.title as person_title, c.organisation, o.title as organisation_title, c.proposed_by,
        b.title as proposed_title, c.source, c.consented_on, c.withdrawn_on, c.id in (select s.candidacy from cooperation.standing_for(c.election) s) as stands
      from cooperation.candidacy c join kit.object p on p.id = c.person join kit.object o on o.id = c.organisation join kit.object b on b.id = c.proposed_by
      where c.election = ${id} order by p.title collate kit.german`.execute(db)
    return rows
  },
  async rounds(id: string): Promise<RoundRow[]> {
    const { rows } =
      await sql<RoundRow>`select r.number, r.runoff, r.day, r.entitled, r.present, r.against, r.abstained, r.invalid, r.outcome, r.lot, r.lot_for,
        l.title as lot_for_title, r.witness_for, w.title as witness_for_title, r.struck_because, r.recorded_by, r.recorded_for,
        (select jsonb_agg(jsonb_build_object('candidate', t.candidacy, 'votes', t.votes, 'again', t.again) order by t.votes desc, t.candidacy)
           from cooperation.tally t where t.election = r.election and t.number = r.number) as votes
      from cooperation.round r left join kit.object l on l.id = r.lot_for left join kit.object w on w.id = r.witness_for
      where r.election = ${id} order by r.number`.execute(db)
    return rows
  },
  async votingSeats(
    constituency: string,
    day: string,
  ): Promise<{ seat: string; organisation: string; title: string }[]> {
    const { rows } = await sql<{
      seat: string
      organisation: string
      title: string
    }>`select v.seat, v.organisation, o.title
      from cooperation.voting_seats(${constituency}, ${day}) v join kit.object o on o.id = v.organisation order by o.title collate kit.german, v.seat`.execute(
      db,
    )
    return rows
  },
  /** People of the organisations with a seat in the group: at home there, or acting for them. */
  async eligible(
    election: string,
  ): Promise<{ person: string; person_title: string; organisation: string; organisation_title: string }[]> {
    const { rows } = await sql<{
      person: string
      person_title: string
      organisation: string
      organisation_title: string
    }>`select distinct p.id as person, p.title collate kit.german as person_title, o.id as organisation, o.title collate kit.german as organisation_title
      from cooperation.election e join cooperation.seat s on s.constituency = e.constituency and s.superseded_at is null and s.valid_from <= e.day
          and (s.valid_until is null or e.day < s.valid_until)
        join kit.object o on o.id = s.organisation
        join kit.object p on p.kind = 'person' and p.deleted_at is null and (p.owner = o.id or exists (select from access.mandate m where m.person = p.id
          and m.organisation = o.id and m.body = e.body and m.superseded_at is null and (m.until_day is null or m.until_day > clock.today())))
      where e.id = ${election} and not cooperation.other_chair(e.id, p.id, o.id) order by 2, 4`.execute(db)
    return rows
  },
  async isOtherChair(id: string, person: string, organisation: string): Promise<boolean> {
    const { rows } = await sql<{
      other: boolean
    }>`select cooperation.other_chair(${id}, ${person}, ${organisation}) as other`.execute(db)
    return rows[0]!.other
  },
  async make(e: NewElection): Promise<void> {
    await sql`insert into cooperation.election (id, body, constituency, role, occasion, day, term_from, term_until, method, majority)
      values (${e.id}, ${e.body}, ${e.constituency}, ${e.role}, ${e.occasion}, ${e.day}, ${e.term_from}, ${e.term_until}, ${e.method}, ${e.majority})`.execute(
      db,
    )
  },
  async nominate(
    c: {
      election: string
      person: string
      organisation: string
      proposedBy: string
      source: string | null
      consentedOn: string | null
      consentSource: string | null
      by: string
    },
    at: string,
  ): Promise<string> {
    const id = newId(at)
    await sql`insert into cooperation.candidacy (id, election, person, organisation, proposed_by, source, consented_on, consent_source, recorded_by, recorded_at)
      values (${id}, ${c.election}, ${c.person}, ${c.organisation}, ${c.proposedBy}, ${c.source}, ${c.consentedOn}, ${c.consentSource}, ${c.by}, clock.now())`.execute(
      db,
    )
    return id
  },
  async answerNomination(candidate: string, stands: boolean, source: string | null): Promise<void> {
    await sql`select cooperation.answer_nomination(${candidate}, ${stands}, ${source})`.execute(db)
  },
  /** Takes a step; returns what came of it (of a count: its outcome). */
  async lead(id: string, step: Step, what: Record<string, unknown> = {}): Promise<string> {
    const { rows } = await sql<{
      came: string
    }>`select cooperation.lead_election(${id}, ${step}, ${JSON.stringify(what)}::jsonb) as came`.execute(db)
    return rows[0]!.came
  },
  async answer(
    id: string,
    accepts: boolean,
    source: string | null,
    day: string,
    mandate: string | null,
  ): Promise<void> {
    await sql`select cooperation.answer_election(${id}, ${accepts}, ${source}, ${day}, ${mandate})`.execute(db)
  },
  /** The public half of the key of the open ballot, once the worker has made it. */
  async modulus(id: string): Promise<string | null> {
    const { rows } = await sql<{
      modulus: string
    }>`select k.modulus::text as modulus from cooperation.ballot_key k join cooperation.election e on e.id = k.election
      where k.election = ${id} and e.status in ('drawing', 'casting') order by k.number desc limit 1`.execute(db)
    return rows[0]?.modulus ?? null
  },
  async drawn(id: string, round: number): Promise<string[]> {
    const { rows } = await sql<{
      seat: string
    }>`select seat from cooperation.ballot_draw where election = ${id} and number = ${round}`.execute(db)
    return rows.map((row) => row.seat)
  },
  async papersDrawn(id: string): Promise<number> {
    const { rows } = await sql<{ n: number }>`select cooperation.papers_drawn(${id}) as n`.execute(db)
    return rows[0]!.n
  },
  async draw(id: string, seat: string, blinded: string): Promise<string> {
    const { rows } = await sql<{
      signed: string
    }>`select cooperation.draw_paper(${id}, ${seat}, ${blinded}::numeric)::text as signed`.execute(db)
    return rows[0]!.signed
  },
  async cast(paper: {
    election: string
    mark: string
    signature: string
    answer: string
    candidate: string | null
  }): Promise<void> {
    await sql`select cooperation.cast_paper(${paper.election}, decode(${paper.mark}, 'hex'), ${paper.signature}::numeric, ${paper.answer}, ${paper.candidate})`.execute(
      db,
    )
  },
  /** As the worker. Returns false when the papers of this round have their key. */
  async keepKey(id: string, key: { modulus: string; exponent: string }): Promise<boolean> {
    const { rows } = await sql<{
      n: number
    }>`select coalesce(max(number), 0)::int + 1 as n from cooperation.round where election = ${id}`.execute(db)
    const there =
      await sql`select from cooperation.ballot_key where election = ${id} and number = ${rows[0]!.n}`.execute(db)
    if (there.rows.length > 0) return false
    await sql`insert into cooperation.ballot_key (election, number, modulus, exponent) values (${id}, ${rows[0]!.n}, ${key.modulus}::numeric, ${key.exponent}::numeric)`.execute(
      db,
    )
    return true
  },
})
