// What actors does by itself: names are taken over, contacts are handed over and asked, drafts and links go; who is erased leaves nothing behind.
import { sql } from 'kysely'
import type { Chores } from '#kit/chores/chores.ts'
import { afterContactChange, tendContacts } from './chores/contacts.ts'
import { takeOverNames } from './chores/names.ts'
import { owedProvision, settledProvision } from './chores/provision.ts'

export const chores: Chores = {
  evidence: {
    'contact.named': ['nameContact'],
    'contact.deputyNamed': ['nameDeputy'],
    'contact.confirmed': ['confirmContact'],
    'task.provided': ['provide'],
  },
  onFact: {
    'contact.changed': afterContactChange,
    'organisation.described': (fact, scene) => takeOverNames(scene, fact.object),
  },
  daily: {
    settledProvision,
    owedProvision,
    tendContacts: (scene) => tendContacts(scene),
    takeOverNames: (scene) => takeOverNames(scene),
    async forgetDrafts({ db }) {
      await sql`delete from actors.import_draft where created < clock.now() - interval '7 days'`.execute(db)
      await sql`delete from actors.confirmation where expires < clock.now() - interval '30 days'`.execute(db)
    },
  },
  erase: { person: async (id, { db }) => void (await sql`select actors.forget(${id})`.execute(db)) },
}
