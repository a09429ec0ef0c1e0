// What follows from elections: the key for papers of the secret ballot, made where no session of the application can see it; and the record that the
// minutes cite.
import { generateKeyPairSync } from 'node:crypto'
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { recordOf } from '../server/elections-shown.ts'
import { elections } from '../store/elections.ts'
import { electionRules as t } from '../texts/elections.de.ts'

const numberOf = (part: string | undefined) =>
  BigInt(`0x${Buffer.from(part ?? '', 'base64url').toString('hex')}`).toString()

export async function makeKey(fact: StatedFact, { db }: ChoreScene): Promise<void> {
  if ((await elections(db).row(fact.object))?.status !== 'drawing') return
  const { n, d } = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
  if (await elections(db).keepKey(fact.object, { modulus: numberOf(n), exponent: numberOf(d) }))
    await journal(db).write({ verb: 'election.keyMade', object: fact.object, because: t.keyMade })
}

export async function keepRecord(fact: StatedFact, { db }: ChoreScene): Promise<void> {
  const row = await elections(db).row(fact.object)
  if (row?.status !== 'accepted' || (await objects(db).editions(row.id)).length > 0) return
  const edition = await objects(db).freeze(row.id, await recordOf(db, row), { person: null, organisation: null })
  await journal(db).write({ verb: 'election.recorded', object: row.id, after: { edition }, because: t.protocol })
}
