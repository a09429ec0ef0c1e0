// Handlers of data protection. Catalogue and applicable law come from apps, because the kit knows no area.
import { sql } from 'kysely'
import type { Chores } from '#kit/chores/chores.ts'
import type { Database } from '#kit/db/database.ts'
import { Forbidden, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { jobs } from '#kit/jobs/jobs.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { whomToAskAt } from '#kit/ref.ts'
import { assessmentTexts } from './assessment.texts.de.ts'
import type { Held } from './catalogue.ts'
import type { privacy as contract, Law } from './contract.ts'
import { assessmentDocument, recordDocument } from './document.ts'
import { openingHandlers } from './openings.ts'
import { assessment, type For, recordOfProcessing } from './record.ts'
import { texts } from './texts.de.ts'

export type LawOf = (db: Database, organisation: string) => Promise<Law>
export const eraseQueue = 'privacy.erase'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export function privacyHandlers(catalogue: readonly Held[], lawOf: LawOf): Handlers<typeof contract> {
  const whom = async ({
    db,
    actor,
    today,
    house,
  }: Pick<Scene, 'db' | 'today' | 'house'> & { actor: { organisation: string | null } }): Promise<For> => {
    if (!actor.organisation) throw new Forbidden()
    const { title } = await objects(db).get(actor.organisation)
    return {
      law: await lawOf(db, actor.organisation),
      controller: { id: actor.organisation, title },
      asOf: today,
      invented: house.demo,
    }
  }
  /** whom() has refused whoever acts for nobody. */
  const askAt = ({ actor, house }: { actor: { organisation: string | null }; house: Scene['house'] }) =>
    whomToAskAt(house.address(), actor.organisation ?? '')
  return {
    ...openingHandlers,
    record: async (_, scene) => recordOfProcessing(catalogue, await whom(scene)),
    recordDocument: async (_, scene) => ({
      name: texts.recordFile,
      type: word,
      bytes: await recordDocument(recordOfProcessing(catalogue, await whom(scene)), askAt(scene)),
    }),
    assessment: async (_, scene) => assessment(await whom(scene)),
    assessmentDocument: async (_, scene) => ({
      name: assessmentTexts.file,
      type: word,
      bytes: await assessmentDocument(assessment(await whom(scene)), askAt(scene)),
    }),
    async erasePerson({ id, because }, { db, actor, record }) {
      if (id === actor.person) throw new Refusal('oneself')
      const { rows } = await sql<{
        acts: boolean
        erased: boolean
      }>`select privacy.still_acts(${id}) as acts, exists (select from kit.object where id = ${id} and erased_at is not null) as erased`.execute(
        db,
      )
      if (rows[0]!.erased) throw new Refusal('erasedBefore')
      if (rows[0]!.acts) throw new Refusal('stillActs')
      await record({ after: { because } })
      await jobs(db).send(eraseQueue, { kind: 'person', id })
      return {}
    },
  }
}

/** Erases as the worker: first what the areas hold, then what the kit holds. `all`: the areas' chores. */
export const erasing = (all: readonly Chores[], lawOf: LawOf): Chores => ({
  jobs: {
    async [eraseQueue]({ id }, scene) {
      const { rows } = await sql<{
        owner: string | null
      }>`select owner from kit.object where id = ${id} and kind = 'person' and erased_at is null`.execute(scene.db)
      if (!rows[0]) return
      // Noted first: what was erased is written no more.
      await journal(scene.db).write({
        verb: 'person.erased',
        object: id,
        because: texts.erasedBecause[rows[0].owner ? await lawOf(scene.db, rows[0].owner) : 'DSGVO'],
      })
      for (const chores of all) await chores.erase?.person?.(id, scene)
      await sql`select privacy.erase_person(${id}, ${texts.erased})`.execute(scene.db)
    },
  },
})
