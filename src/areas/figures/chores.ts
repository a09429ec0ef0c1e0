// Which facts of this area are evidence for which duties, and what goes by itself.
import { sql } from 'kysely'
import type { Chores } from '#kit/chores/chores.ts'

export const chores: Chores = {
  evidence: { 'figure.delivered': ['deliver'], 'figure.confirmed': ['confirm'] },
  daily: {
    /** A preview that nobody took over goes after a week. */
    async forgetDrafts({ db }) {
      await sql`delete from figures.import_draft where created < clock.now() - interval '7 days'`.execute(db)
    },
  },
}
