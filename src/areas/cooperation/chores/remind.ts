// Reminders: the same days and the same words for the authority and for the associations.
import type { ChoreScene } from '#kit/chores/chores.ts'
import type { Database } from '#kit/db/database.ts'
import { duties } from '#kit/duties/duties.ts'
import { postAsChore } from '#kit/mail/post.ts'
import { stageOf } from '../rules.ts'
import { owed, type Recipient, type Waiting } from '../store/owed.ts'

export async function remind({ db, today }: ChoreScene): Promise<void> {
  for (const duty of await owed(db).waiting()) {
    const stage = stageOf(duty, duty.sent, today)
    if (!stage) continue
    const chairs = stage === 'escalated' && duty.body ? await owed(db).inBody(duty.body, ['chair']) : []
    for (const { person, organisation } of once([...(await debtorsOf(db, duty)), ...chairs]))
      await postAsChore(db, {
        dedupe: `duty:${duty.id}:${stage}:${person}`,
        person,
        organisation,
        template: 'duties.reminder',
        data: { stage },
        object: duty.id,
      })
    await duties(db).noteReminder(duty.id, stage)
  }
}

/** Who is asked: those who act in the body for the debtor, else its head and planning at home, else the office, which can tell them. */
async function debtorsOf(db: Database, duty: Waiting): Promise<Recipient[]> {
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

const once = (recipients: readonly Recipient[]): Recipient[] => [
  ...new Map(recipients.map((one) => [one.person, one])).values(),
]
