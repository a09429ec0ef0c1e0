// Which clause says within how many days somebody answers. Other areas ask here when something is addressed to a party.
import type { Database } from '#kit/db/database.ts'
import { debtorsOf } from '../rules/wanted.ts'
import { texts } from '../texts/arising.de.ts'
import { groundsOf } from './grounds.ts'

export type Asked = {
  agreement: string
  edition: number
  clause: string
  number: string
  strength: 'must' | 'should' | 'usual'
  days: number
}

/** As a chore: the strictest clause in force in this body that asks `debtor` to answer, or null. */
export async function answering(
  db: Database,
  body: string,
  what: 'recommendation' | 'need',
  debtor: string,
): Promise<Asked | null> {
  const found: Asked[] = []
  for (const ground of (await groundsOf(db, { body })).filter((one) => one.body === body))
    for (const clause of ground.clauses) {
      const { duty } = clause
      if (duty.kind !== 'answer' || duty.what !== what) continue
      // What is stated in a body is answered by the body; a recommendation by the party to which it goes.
      if (what === 'recommendation' && debtor !== body && !debtorsOf(ground, duty.from).includes(debtor)) continue
      found.push({
        agreement: ground.id,
        edition: ground.edition,
        clause: texts.clauseName(clause),
        number: clause.number,
        strength: clause.strength,
        days: duty.days,
      })
    }
  return found.toSorted((a, b) => a.days - b.days)[0] ?? null
}
