// Drafts of foundings do not outlive their use: with their founder, when they were taken away, or after a year in which nobody touched them.
import { sql } from 'kysely'
import type { ChoreScene } from '#kit/chores/chores.ts'

export async function forgetFoundings({ db }: ChoreScene): Promise<void> {
  await sql`delete from cooperation.founding where changed_at < clock.now() - interval '1 year'`.execute(db)
}

export const eraseFoundings = {
  async founding(id: string, { db }: ChoreScene): Promise<void> {
    await sql`delete from cooperation.founding where id = ${id}`.execute(db)
  },
  async person(id: string, { db }: ChoreScene): Promise<void> {
    await sql`delete from cooperation.founding f using kit.object o where o.id = f.id and o.author = ${id}`.execute(db)
  },
}
