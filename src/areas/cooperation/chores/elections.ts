// What follows from elections: the key for papers of the secret ballot, made where no session of the application can see it; and the record that the
// minutes cite. And whom a mail tells.
import { generateKeyPairSync } from 'node:crypto'
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { journal } from '#kit/journal/journal.ts'
import { postAsChore } from '#kit/mail/post.ts'
import { objects } from '#kit/objects/objects.ts'
import { recordOf } from '../server/elections-shown.ts'
import { elections } from '../store/elections.ts'
import { owed, type Recipient } from '../store/owed.ts'
import { electionRules as t } from '../texts/elections.de.ts'
import { watchTerms } from './terms.ts'

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

/** Whoever votes learns by mail that nominations are open. */
export async function tellElectorate(fact: StatedFact, { db }: ChoreScene): Promise<void> {
  const row = await elections(db).row(fact.object)
  if (!row) return
  const seats = new Set((await elections(db).votingSeats(row.constituency, row.day)).map((seat) => seat.organisation))
  const voters = (await owed(db).inBody(row.body, ['chair', 'delegate', 'deputy'])).filter((one) =>
    seats.has(one.organisation),
  )
  await tell(db, 'election.announced', fact, voters)
}

/** Both chairs and the office learn of a resignation at once, also the one about whom it was recorded; and the election becomes due. */
export async function afterResignation(fact: StatedFact, scene: ChoreScene): Promise<void> {
  await tell(scene.db, 'chair.resigned', fact, await owed(scene.db).inBody(fact.object, ['chair', 'office']))
  await watchTerms(scene, fact.object)
}

/** The party of a chair has left, and its seat ends: everybody who runs the body learns it, and those who acted for the party. */
export async function afterChairEnded(fact: StatedFact, scene: ChoreScene): Promise<void> {
  const { db } = scene
  await tell(db, 'chair.ended', fact, [
    ...(await owed(db).inBody(fact.object, ['chair', 'office'])),
    ...(fact.subject ? await owed(db).atHome(fact.subject, ['head', 'planner']) : []),
  ])
  await watchTerms(scene, fact.object)
}

async function tell(db: ChoreScene['db'], what: string, fact: StatedFact, all: readonly Recipient[]): Promise<void> {
  for (const { person, organisation } of new Map(all.map((one) => [one.person, one])).values())
    await postAsChore(db, {
      dedupe: `${what}:${fact.id}:${person}`,
      person,
      organisation,
      template: 'notice',
      data: { what },
      object: fact.object,
    })
}
