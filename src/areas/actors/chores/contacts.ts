// Contacts stay alive: whoever leaves hands over to the deputy, gaps and stale confirmations become duties of the organisation, and the named
// person is asked by mail. Runs every day and whenever something about a contact changes; again without harm.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { addDays, addMonths } from '#kit/clock/days.ts'
import { arise } from '#kit/duties/arise.ts'
import { type NewDuty, stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { type ContactRow, contacts } from '../store/contacts.ts'
import { texts } from '../texts.de.ts'

export const afterContactChange = (fact: StatedFact, scene: ChoreScene) => tendContacts(scene, fact.object)

export async function tendContacts(scene: ChoreScene, only?: string): Promise<void> {
  const { db } = scene
  for (const row of await contacts(db).all(only)) {
    const left = !row.person_acts || (row.deputy !== null && !row.deputy_acts)
    if (left) await handOver(row, scene)
    else await noteFacts(row, scene)
  }
  for (const row of await contacts(db).all(only)) await alarmWhenStale(row, scene)
  for (const organisation of await contacts(db).withoutContact(only)) await noteLeft(organisation, scene)
}

/** Who has left is replaced by the deputy; the organisation owes whoever is missing now. */
async function handOver(row: ContactRow, scene: ChoreScene): Promise<void> {
  const { db, at } = scene
  const became = !row.person_acts ? (row.deputy_acts ? 'deputy' : 'nobody') : 'withoutDeputy'
  if (became === 'withoutDeputy') await contacts(db).dropDeputy(row, at)
  else await contacts(db).handOver(row, at)
  await journal(db).write({
    verb: 'organisation.contactHandedOver',
    object: row.organisation,
    after: { became, contact: became === 'deputy' ? row.deputy : became === 'nobody' ? null : row.person },
    because: texts.contactDuty.because(row.confirm_months),
  })
  await owe(became === 'nobody' ? 'nameContact' : 'nameDeputy', row.organisation, row.confirm_months, scene)
}

/** What was said on the page counts as evidence; said here once, with the worker's rights, whoever said it. */
async function noteFacts(row: ContactRow, { db, at, today, factsFor }: ChoreScene): Promise<void> {
  const kinds = [
    ...(row.origin === 'named' ? ['contact.named', ...(row.deputy ? ['contact.deputyNamed'] : [])] : []),
    ...(row.origin !== 'handedOver' && row.confirmed_on ? ['contact.confirmed'] : []),
  ]
  for (const kind of kinds) {
    if (await contacts(db).isStated(kind, row)) continue
    const day = kind === 'contact.confirmed' ? row.confirmed_on! : today
    const counts = kindsOfDuty.filter((duty) => factsFor(duty).includes(kind))
    await stateFact(db, { kind, organisation: row.organisation, object: row.organisation, day }, at, null, counts)
  }
}
const kindsOfDuty = ['nameContact', 'nameDeputy', 'confirmContact', 'contact']

/** The contact said that it is one no longer, and there was no deputy. */
async function noteLeft(gone: { organisation: string; confirm_months: number }, scene: ChoreScene): Promise<void> {
  await owe('nameContact', gone.organisation, gone.confirm_months, scene)
}

async function alarmWhenStale(row: ContactRow, scene: ChoreScene): Promise<void> {
  const { db, today } = scene
  if (!row.person_acts) return
  const due = row.confirmed_on ? addMonths(row.confirmed_on, row.confirm_months) : addDays(row.named_on, 14)
  const opens = row.confirmed_on ? addDays(due, -14) : row.named_on
  if (today < opens) return
  // Where an agreement asks for it, its clause is the ground and the only alarm.
  if (!(await contacts(db).owesByClause(row.organisation)))
    await owe('confirmContact', row.organisation, row.confirm_months, scene, opens, due)
  if (!row.asked) await contacts(db).ask(row.organisation)
}

async function owe(
  kind: 'nameContact' | 'nameDeputy' | 'confirmContact',
  organisation: string,
  months: number,
  scene: ChoreScene,
  opens = scene.today,
  due = addDays(scene.today, 14),
): Promise<boolean> {
  if (await contacts(scene.db).owes(kind, organisation)) return false
  const duty: NewDuty = {
    kind,
    title: texts.contactDuty.titles[kind],
    debtor: organisation,
    creditor: organisation,
    becauseText: texts.contactDuty.because(months),
    strength: 'should',
    // Open until it is done: whenever the organisation says it, it counts.
    period: { from: opens, until: addMonths(opens, 1200) },
    opens,
    due,
    body: null,
    owner: organisation,
    audience: 'organisation',
    readers: [],
  }
  // Only what is said from now on counts: an earlier naming is what has become stale.
  return (await arise(scene, duty, kind === 'confirmContact' ? {} : { facts: [] })) !== null
}
