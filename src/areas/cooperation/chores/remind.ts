// Reminders: the same days and the same words for the authority and for the associations.
import { linkToAct } from '#kit/access/acts.ts'
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { dayOf } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { duties } from '#kit/duties/duties.ts'
import { foreseenOf, foresightDays } from '#kit/duties/rules.ts'
import { postAsChore } from '#kit/mail/post.ts'
import { type Stage, stageOf } from '../rules/reminding.ts'
import { owed, type Recipient, type Waiting } from '../store/owed.ts'

export async function remind({ db, today }: ChoreScene): Promise<void> {
  for (const duty of await owed(db).waiting(foresightDays)) {
    const stage = stageOf(
      { ...duty, foreseen: foreseenOf(duty, today) !== null, arose: dayOf(duty.created) },
      duty.sent,
      today,
    )
    if (!stage) continue
    for (const { person, organisation } of await recipientsOf(db, duty, stage))
      await postAsChore(db, {
        dedupe: `duty:${duty.id}:${stage}:${duty.due}:${person}`,
        person,
        organisation,
        template: 'duties.reminder',
        data: {
          stage,
          ...(answerable.includes(duty.kind) || duty.strength === 'should'
            ? { token: await linkToAct(db, { person, organisation, object: duty.id }) }
            : {}),
        },
        object: duty.id,
      })
    await duties(db).noteReminder(duty.id, stage)
  }
}

/** What can be answered from the mail itself, without signing in. */
const answerable = ['acceptSeat', 'report', 'inform', 'contact', 'deliver', 'confirm']

/** Who hears of it, each once: who owes it; later both chairs; at last the heads of both sides. */
async function recipientsOf(db: Database, duty: Waiting, stage: Stage): Promise<Recipient[]> {
  const further = stage === 'escalated' || stage === 'heads'
  const all = [
    ...(await debtorsOf(db, duty)),
    ...(further && duty.body ? await owed(db).inBody(duty.body, ['chair']) : []),
    ...(stage === 'heads' ? await headsOf(db, duty.debtor) : []),
    ...(stage === 'heads' ? await headsOf(db, duty.creditor) : []),
  ]
  return [...new Map(all.map((one) => [one.person, one])).values()]
}

/** Who is asked: those who act in the body for the debtor, else its head and planning at home, else the office, which can tell them. */
async function debtorsOf(db: Database, duty: Pick<Waiting, 'debtor' | 'body'>): Promise<Recipient[]> {
  const of = owed(db)
  if (duty.debtor === duty.body) return of.inBody(duty.body, ['office', 'chair'])
  const steps = [
    () =>
      duty.body ? of.inBody(duty.body, ['delegate', 'deputy', 'chair', 'office'], duty.debtor) : Promise.resolve([]),
    () => of.atHome(duty.debtor, ['head', 'planner']),
    () => of.atHome(duty.debtor, ['admin']),
    () => (duty.body ? of.inBody(duty.body, ['office']) : Promise.resolve([])),
  ]
  for (const step of steps) {
    const found = await step()
    if (found.length > 0) return found
  }
  return []
}

/** Who acts for these parties in a body, with office and chairs: everybody once, whatever else they are. */
export async function membersOf(db: Database, body: string, parties: readonly string[]): Promise<Recipient[]> {
  const all = [
    ...(await Promise.all(parties.map((debtor) => debtorsOf(db, { debtor, body })))).flat(),
    ...(await owed(db).inBody(body, ['chair', 'office'])),
  ]
  return [...new Map(all.map((one) => [one.person, one])).values()]
}

/** Who can sign for these parties; where nobody can, whoever acts for them in the body: everybody once. */
export async function signersOf(db: Database, body: string, parties: readonly string[]): Promise<Recipient[]> {
  const found: Recipient[] = []
  for (const party of parties) {
    const home = await owed(db).atHome(party, ['head', 'planner', 'admin'])
    found.push(...(home.length > 0 ? home : await debtorsOf(db, { debtor: party, body })))
  }
  return [...new Map(found.map((one) => [one.person, one])).values()]
}

/** The heads of an organisation; of a body, the heads of the organisations that chair it and run its office. */
async function headsOf(db: Database, id: string): Promise<Recipient[]> {
  const leaders = await owed(db).inBody(id, ['chair', 'office'])
  const organisations = leaders.length > 0 ? [...new Set(leaders.map((one) => one.organisation))] : [id]
  return (await Promise.all(organisations.map((one) => owed(db).atHome(one, ['head'])))).flat()
}

/** Somebody has said that it is done: those to whom it was promised are told, of a change everybody in the body. */
export async function tellCreditor(fact: StatedFact, { db }: ChoreScene): Promise<void> {
  const duty = await duties(db).get(fact.object)
  if (!duty) return
  const { body, creditor } = duty
  const all =
    body !== null && creditor === body
      ? await owed(db).inBody(
          body,
          duty.kind === 'inform' || duty.kind === 'report'
            ? ['chair', 'office', 'delegate', 'deputy']
            : ['chair', 'office'],
        )
      : await debtorsOf(db, { debtor: creditor, body })
  for (const { person, organisation } of all.filter((one) => one.organisation !== fact.organisation))
    await postAsChore(db, {
      dedupe: `stated:${fact.id}:${person}`,
      person,
      organisation,
      template: 'notice',
      data: { what: 'duty.stated' },
      object: duty.id,
    })
}
