// Rules of figures, and the steps by which deliveries are checked and accepted.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { ReviewStep, RuleInput } from '../contract/checks.ts'

export type RuleRow = RuleInput & { id: string; indicator: string; titles: string[] }
export type ReviewRow = {
  delivery: string
  edition: number
  step: ReviewStep
  organisation: string
  title: string
  person: string
  text: string | null
  at: string
}

const rules =
  sql.raw(`select r.id, r.indicator, r.kind, r.least::float8 as least, r.most::float8 as most, r.percent::float8 as percent, r.others, r.hard,
  array(select coalesce(o.title, '') from unnest(r.others) with ordinality x (id, n) left join kit.object o on o.id = x.id order by x.n) as titles from figures.rule r`)
const reviews = sql.raw(
  `select r.delivery, r.edition, r.step, r.organisation, coalesce(w.title, '') as title, r.person, r.text, r.at from figures.review r left join kit.object w on w.id = r.organisation`,
)

export const checkStore = (db: Database) => ({
  async rulesOf(indicator: string): Promise<RuleRow[]> {
    const { rows } =
      await sql<RuleRow>`${rules} where r.indicator = ${indicator} order by r.kind, r.recorded_at`.execute(db)
    return rows
  },
  /** Also the rules of other figures that name this one. */
  async rulesConcerning(indicator: string): Promise<RuleRow[]> {
    const { rows } = await sql<RuleRow>`
      ${rules} where r.indicator = ${indicator} or ${indicator}::uuid = any (r.others) order by r.kind, r.recorded_at`.execute(
      db,
    )
    return rows
  },
  /** False when it is there already. */
  async addRule(id: string, indicator: string, rule: RuleInput): Promise<boolean> {
    const done =
      await sql`insert into figures.rule (id, indicator, kind, least, most, percent, others, hard, recorded_at)
      values (${id}, ${indicator}, ${rule.kind}, ${rule.least}, ${rule.most}, ${rule.percent}, ${rule.others}::uuid[], ${rule.hard}, clock.now())
      on conflict do nothing`.execute(db)
    return done.numAffectedRows === 1n
  },
  async removeRule(id: string, indicator: string): Promise<RuleInput | undefined> {
    const { rows } = await sql<RuleInput>`delete from figures.rule where id = ${id} and indicator = ${indicator}
      returning kind, least::float8 as least, most::float8 as most, percent::float8 as percent, others, hard`.execute(
      db,
    )
    return rows[0]
  },
  /** Of these deliveries, in the order in which they were taken. */
  async reviewsOf(deliveries: readonly string[]): Promise<ReviewRow[]> {
    const { rows } = await sql<ReviewRow>`
      ${reviews} where r.delivery = any (${[...deliveries]}::uuid[]) order by r.number`.execute(db)
    return rows
  },
  /** Who handed this edition over: whoever did does not check it. */
  async deliveredBy(delivery: string, edition: number): Promise<string | null> {
    const { rows } = await sql<{ person: string | null }>`
      select person from kit.edition where object = ${delivery} and number = ${edition}`.execute(db)
    return rows[0]?.person ?? null
  },
  async review(r: Omit<ReviewRow, 'title'> & { id: string }): Promise<void> {
    await sql`insert into figures.review (id, delivery, edition, step, organisation, person, text, at)
      values (${r.id}, ${r.delivery}, ${r.edition}, ${r.step}, ${r.organisation}, ${r.person}, ${r.text}, ${r.at}::timestamptz)`.execute(
      db,
    )
  },
})
