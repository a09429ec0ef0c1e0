// Rows of decisions, the needs they are about, and the reason of an addressee who does not act.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { DecisionContent, Result } from '../contract/decisions.ts'

export type DecisionRow = {
  id: string
  result: Result
  text: string
  reasons: string
  addressee: string | null
  addressee_title: string | null
  path: string
  costs: string
  set_aside: string | null
  answer_by: string | null
  meeting: string | null
  meeting_title: string | null
  meeting_kind: string | null
  edition: number
  recorded_on: string
}
export type NeedOfDecision = { id: string; title: string; edition: number; owner: string | null }
export type AnswerRow = {
  decision: string
  organisation: string
  organisation_title: string | null
  reason: string
  on_day: string
}
/** One for each key; one without a key where there is none yet. */
export type KeyRow = {
  decision: string
  released: boolean
  organisation: string | null
  organisation_title: string | null
  at: string | null
}

const columns =
  sql.raw(`d.id, d.result, d.text, d.reasons, d.addressee, w.title as addressee_title, d.path, d.costs, d.set_aside, d.answer_by, d.meeting,
  m.title as meeting_title, m.kind as meeting_kind, d.edition, d.recorded_on`)
const joins = sql.raw(
  'join kit.object o on o.id = d.id left join kit.object w on w.id = d.addressee left join kit.object m on m.id = d.meeting',
)

export const decisions = (db: Database) => ({
  async find(id: string): Promise<DecisionRow | undefined> {
    const { rows } =
      await sql<DecisionRow>`select ${columns} from planning.decision d ${joins} where d.id = ${id}`.execute(db)
    return rows[0]
  },
  async list(where: {
    body?: string | undefined
    need?: string | undefined
    meeting?: string | undefined
  }): Promise<DecisionRow[]> {
    const { rows } =
      await sql<DecisionRow>`select ${columns} from planning.decision d ${joins} where o.deleted_at is null
      ${where.body ? sql`and o.body = ${where.body}` : sql``} ${where.meeting ? sql`and d.meeting = ${where.meeting}` : sql``}
      ${where.need ? sql`and exists (select from planning.decision_need x where x.decision = d.id and x.need = ${where.need})` : sql``}
      order by d.recorded_on desc, d.id desc`.execute(db)
    return rows
  },
  async add(
    id: string,
    c: DecisionContent,
    more: { meeting: string | null; edition: number; day: string },
  ): Promise<void> {
    await sql`insert into planning.decision (id, result, text, reasons, addressee, path, costs, set_aside, answer_by, meeting, edition, recorded_on)
      values (${id}, ${c.result}, ${c.text}, ${c.reasons}, ${c.addressee}, ${c.path}, ${c.costs}, ${c.setAside}, ${c.answerBy}, ${more.meeting}, ${more.edition}, ${more.day})`.execute(
      db,
    )
  },
  async change(id: string, c: DecisionContent, edition: number): Promise<void> {
    await sql`update planning.decision set result = ${c.result}, text = ${c.text}, reasons = ${c.reasons}, addressee = ${c.addressee}, path = ${c.path}, costs = ${c.costs},
      set_aside = ${c.setAside}, answer_by = ${c.answerBy}, edition = ${edition} where id = ${id}`.execute(db)
  },
  async needs(id: string): Promise<NeedOfDecision[]> {
    return this.needsOf([id])
  },
  async needsOf(ids: readonly string[]): Promise<(NeedOfDecision & { decision: string })[]> {
    const { rows } = await sql<
      NeedOfDecision & { decision: string }
    >`select x.decision, x.need as id, o.title, x.need_edition as edition, o.owner from planning.decision_need x join kit.object o on o.id = x.need
      where x.decision = any (${[...ids]}::uuid[]) order by o.title collate kit.german`.execute(db)
    return rows
  },
  /** The keys on the edition of each that counts, and whether they are enough. */
  async keysOf(ids: readonly string[]): Promise<KeyRow[]> {
    const { rows } =
      await sql<KeyRow>`select d.id as decision, cooperation.is_released(d.id, d.edition) as released, r.organisation, o.title as organisation_title, r.at
      from planning.decision d left join cooperation.release r on r.object = d.id and r.edition = d.edition left join kit.object o on o.id = r.organisation
      where d.id = any (${[...ids]}::uuid[]) order by r.at, o.title`.execute(db)
    return rows
  },
  /** Replaces the needs it is about; each in the edition that counts now. */
  async keepNeeds(id: string, needs: readonly { id: string; edition: number }[]): Promise<void> {
    await sql`delete from planning.decision_need where decision = ${id}`.execute(db)
    for (const need of needs)
      await sql`insert into planning.decision_need (decision, need, need_edition) values (${id}, ${need.id}, ${need.edition})`.execute(
        db,
      )
  },
  async answer(id: string): Promise<AnswerRow | undefined> {
    return (await this.answersTo([id]))[0]
  },
  async answersTo(ids: readonly string[]): Promise<AnswerRow[]> {
    const { rows } =
      await sql<AnswerRow>`select a.decision, a.organisation, o.title as organisation_title, a.reason, a.on_day from planning.answer a
      left join kit.object o on o.id = a.organisation where a.decision = any (${[...ids]}::uuid[])`.execute(db)
    return rows
  },
  async addAnswer(id: string, organisation: string, reason: string, day: string): Promise<void> {
    await sql`insert into planning.answer (decision, organisation, reason, on_day) values (${id}, ${organisation}, ${reason}, ${day})`.execute(
      db,
    )
  },
  /** May the body resolve by vote? A forum may not. */
  async votes(body: string): Promise<boolean> {
    const { rows } = await sql<{ votes: boolean }>`select planning.body_votes(${body}) as votes`.execute(db)
    return rows[0]!.votes
  },
  /** A vote in a meeting stands behind it. */
  async isVoted(id: string): Promise<boolean> {
    const { rows } = await sql<{
      voted: boolean
    }>`select exists (select from planning.resolution where decision = ${id}) as voted`.execute(db)
    return rows[0]!.voted
  },
  /** Chairs and office of a body today: who reads a result before it is released. */
  async leads(body: string): Promise<string[]> {
    const { rows } = await sql<{
      person: string
    }>`select distinct person from access.mandate where body = ${body} and role in ('chair', 'office') and superseded_at is null
      and from_day <= clock.today() and (until_day is null or clock.today() < until_day) order by person`.execute(db)
    return rows.map((row) => row.person)
  },
  /** Asked by chores; elsewhere cooperation is asked. */
  async isReleased(id: string, edition: number): Promise<boolean> {
    const { rows } = await sql<{
      released: boolean
    }>`select cooperation.is_released(${id}, ${edition}) as released`.execute(db)
    return rows[0]!.released
  },
  /** Not yet released, with the people who read them. */
  async waiting(): Promise<{ id: string; body: string; readers: string[] }[]> {
    const { rows } = await sql<{
      id: string
      body: string
      readers: string[]
    }>`select d.id, o.body, o.readers from planning.decision d join kit.object o on o.id = d.id
      where o.audience = 'named' and o.body is not null and o.deleted_at is null`.execute(db)
    return rows
  },
})
