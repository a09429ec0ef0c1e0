// What actors does by itself: when a person is erased, address and telephone of the contact go too.
import { sql } from 'kysely'
import type { Chores } from '#kit/chores/chores.ts'
import { owedProvision, settledProvision } from './chores/provision.ts'

export const chores: Chores = {
  evidence: { 'task.provided': ['provide'] },
  daily: { settledProvision, owedProvision },
  erase: { person: async (id, { db }) => void (await sql`select actors.forget(${id})`.execute(db)) },
}
