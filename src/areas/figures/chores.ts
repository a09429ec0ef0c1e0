// What goes by itself. Which deliveries fulfil which duties says cooperation, from whose clauses the duties arise.
import { sql } from 'kysely'
import type { Chores } from '#kit/chores/chores.ts'

export const chores: Chores = {
  daily: {
    /** A preview that nobody took over goes after a week. */
    async forgetDrafts({ db }) {
      await sql`delete from figures.import_draft where created < clock.now() - interval '7 days'`.execute(db)
    },
  },
}
