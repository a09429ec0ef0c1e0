// Reads and writes comparisons of two mandates.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { ComparisonIn, ComparisonRow } from '../contract/comparisons.ts'

type Line = { id: string; title: string; leftLaw: string; rightLaw: string; rows: number }
type Row = Omit<ComparisonIn, 'title' | 'rows'>

export const comparisons = (db: Database) => ({
  async all(): Promise<Line[]> {
    const { rows } =
      await sql<Line>`select c.id, o.title, c.left_law as "leftLaw", c.right_law as "rightLaw", (select count(*)::int from cooperation.comparison_row r where r.comparison = c.id) as rows
      from cooperation.comparison c join kit.object o on o.id = c.id where o.deleted_at is null order by o.title collate kit.german`.execute(
        db,
      )
    return rows
  },
  async row(id: string): Promise<Row | undefined> {
    const { rows } =
      await sql<Row>`select left_name as "leftName", left_law as "leftLaw", right_name as "rightName", right_law as "rightLaw", note, checked_on as "checkedOn"
      from cooperation.comparison where id = ${id}`.execute(db)
    return rows[0]
  },
  async rows(id: string): Promise<ComparisonRow[]> {
    const { rows } =
      await sql<ComparisonRow>`select aspect, left_text as "left", left_basis as "leftBasis", right_text as "right", right_basis as "rightBasis"
      from cooperation.comparison_row where comparison = ${id} order by place`.execute(db)
    return rows
  },
  async make(id: string, c: ComparisonIn): Promise<void> {
    await sql`insert into cooperation.comparison (id, left_name, left_law, right_name, right_law, note, checked_on)
      values (${id}, ${c.leftName}, ${c.leftLaw}, ${c.rightName}, ${c.rightLaw}, ${c.note}, ${c.checkedOn})`.execute(db)
    await this.fill(id, c)
  },
  async change(id: string, c: ComparisonIn): Promise<void> {
    await sql`update cooperation.comparison set left_name = ${c.leftName}, left_law = ${c.leftLaw}, right_name = ${c.rightName}, right_law = ${c.rightLaw},
      note = ${c.note}, checked_on = ${c.checkedOn} where id = ${id}`.execute(db)
    await sql`delete from cooperation.comparison_row where comparison = ${id}`.execute(db)
    await this.fill(id, c)
  },
  async fill(id: string, { rows }: Pick<ComparisonIn, 'rows'>): Promise<void> {
    await sql`insert into cooperation.comparison_row (comparison, place, aspect, left_text, left_basis, right_text, right_basis)
      select ${id}, n, r->>'aspect', r->>'left', r->>'leftBasis', r->>'right', r->>'rightBasis'
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as x (r, n)`.execute(db)
  },
})
