// Whoever is asked to sign owes it: a duty for each party that has not signed what was offered, ended by its signature, withdrawn with its edition.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { addYears, dayOf } from '#kit/clock/days.ts'
import { arise, fallAway } from '#kit/duties/arise.ts'
import { type DutyRow, duties, stateFact } from '#kit/duties/duties.ts'
import { postAsChore } from '#kit/mail/post.ts'
import { objects } from '#kit/objects/objects.ts'
import { type AgreementRow, agreements, type PartyRow } from '../store/agreements.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { germanDay } from '../texts/arising.de.ts'
import { signersOf } from './remind.ts'

const t = agreementTexts.offer
const unsettled = ['notYet', 'open', 'overdue', 'reasoned']

/** An edition was offered, signed by somebody, or a newer one begun. Running it again changes nothing. */
export async function tendSignatures(fact: StatedFact, scene: ChoreScene): Promise<void> {
  const { db } = scene
  await agreements(db).lock(fact.object)
  const row = await agreements(db).row(fact.object)
  if (!row) return
  const there = (await duties(db).of({ subject: row.id })).filter((duty) => duty.kind === 'sign')
  await withdrawEarlier(row, there, scene)
  if (!row.fixed) return
  for (const party of await agreements(db).parties(row.id, row.edition)) {
    const own = there.filter((duty) => duty.debtor === party.id && duty.because_edition === row.edition)
    if (!party.signed) await owe(row, party, scene)
    else if (own.some((duty) => unsettled.includes(duty.state))) await end(row, party, scene)
  }
}

/** Whoever acts for a party that has not signed gets one mail, whatever number of parties that is. */
export async function askToSign(fact: StatedFact, { db }: ChoreScene): Promise<void> {
  const row = await agreements(db).row(fact.object)
  const object = await objects(db).find(fact.object)
  if (!row?.fixed || !object?.body || object.deleted_at) return
  const missing = (await agreements(db).parties(row.id, row.edition)).filter((party) => !party.signed)
  const what = fact.kind === 'agreement.offered' ? 'agreement.toSign' : 'agreement.stillToSign'
  const asked = await signersOf(
    db,
    object.body,
    missing.map((party) => party.id),
  )
  for (const { person, organisation } of asked)
    await postAsChore(db, {
      dedupe: `${what}:${row.id}:${row.edition}:${fact.day}:${person}`,
      person,
      organisation,
      template: 'notice',
      data: { what },
      object: row.id,
    })
}

const withdrawEarlier = (row: AgreementRow, there: readonly DutyRow[], scene: ChoreScene): Promise<void> =>
  fallAway(
    scene,
    there.filter((one) => one.because_edition !== row.edition && unsettled.includes(one.state)).map((one) => one.id),
    t.newer(row.edition),
  )

async function owe(row: AgreementRow, party: PartyRow, scene: ChoreScene): Promise<void> {
  const { db, today } = scene
  const object = await objects(db).find(row.id)
  const offered = (await objects(db).editions(row.id)).find((edition) => edition.number === row.edition)
  if (!object?.body || object.deleted_at || !offered || row.sign_by === null) return
  const day = dayOf(offered.at)
  await arise(
    scene,
    {
      kind: 'sign',
      title: t.duty(object.title).slice(0, 300),
      debtor: party.id,
      creditor: object.body,
      subject: row.id,
      because: { object: row.id, edition: row.edition },
      becauseText: t.because(row.edition, germanDay(day)),
      strength: 'should',
      period: { from: day, until: addYears(today, 100) },
      opens: day,
      due: row.sign_by,
      body: object.body,
      owner: party.id,
      audience: 'body',
      readers: [...new Set([object.body, party.id])],
    },
    // What was signed before was another edition.
    { facts: [] },
  )
}

/** On the day of the signature, also where the office records it later. */
async function end(row: AgreementRow, party: PartyRow, { db, at, today }: ChoreScene): Promise<void> {
  const day =
    party.signatures
      .map((one) => one.day)
      .toSorted()
      .at(-1) ?? today
  const fact = {
    kind: 'agreement.partySigned',
    organisation: party.id,
    subject: row.id,
    object: row.id,
    day,
    about: today,
  }
  await stateFact(db, fact, at, null, ['sign'])
}
