// What goes by itself. Which deliveries fulfil which duties says cooperation, from whose clauses the duties arise.
import { sql } from 'kysely'
import type { Chores } from '#kit/chores/chores.ts'
import { tendEndedAreas } from './chores/ended-areas.ts'
import { gateQueue, protectTable } from './chores/protect-table.ts'
import { gateStore } from './store/gate.ts'

export const chores: Chores = {
  jobs: { [gateQueue]: protectTable },
  erase: { guardedTable: (id, { db }) => gateStore(db).forget(id) },
  evidence: { 'area.checked': ['checkArea'] },
  onFact: {
    'reform.recorded': (_, scene) => tendEndedAreas(scene),
    'organisation.described': (_, scene) => tendEndedAreas(scene),
    'reform.withdrawn': (_, scene) => tendEndedAreas(scene),
  },
  daily: {
    tendEndedAreas,
    /** A preview that nobody took over goes after a week. */
    async forgetDrafts({ db }) {
      await sql`delete from figures.import_draft where created < clock.now() - interval '7 days'`.execute(db)
    },
  },
}
