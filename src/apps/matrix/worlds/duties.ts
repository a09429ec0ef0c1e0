// Duties of several kinds in the world of the matrix: a "soll" of the county, one that is done by saying so, one of the body to itself, a withdrawn one.
import { sql } from 'kysely'
import { duties, type NewDuty } from '#kit/duties/duties.ts'
import { newId } from '#kit/objects/id.ts'
import type { Builder } from '../world.ts'

export const dutiesWorld: Builder = async ({ as, asWorker, people, at, id }) => {
  const owe = (title: string, more: Partial<NewDuty>) =>
    asWorker((db) =>
      duties(db).owe(
        {
          kind: 'report',
          title,
          debtor: id.county!,
          creditor: id.body!,
          becauseText: `Für die Prüfung: ${title}`,
          strength: 'must',
          period: { from: '2026-01-01', until: '2027-01-01' },
          opens: '2026-11-01',
          due: '2027-02-01',
          body: id.body!,
          owner: id.county!,
          audience: 'body',
          readers: [id.body!, id.county!],
          ...more,
        },
        at,
        [],
      ),
    ) as Promise<string>
  const dutyShould = await owe('Probe eines „soll“', { strength: 'should' })
  const dutyReport = await owe('Probe eines Berichts', {})
  const dutyOwn = await owe('Probe einer Pflicht des Gremiums', { kind: 'notice', debtor: id.body! })
  const dutyGone = await owe('Probe einer entfallenen Pflicht', {})
  await asWorker((db) => duties(db).withdraw([dutyGone], 'Für die Prüfung'))
  await as(people.planner!, (db) =>
    sql`insert into duties.statement (id, duty, organisation, day, text, at)
      values (${newId(at)}, ${dutyReport}, ${id.county}, clock.today(), 'Probe', clock.now())`.execute(db),
  )
  await as(people.chair!, (db) =>
    sql`insert into cooperation.session_day (body, committee, day) values (${id.body}, 'Ausschuss', '2027-06-01')`.execute(
      db,
    ),
  )
  return { dutyShould, dutyReport, dutyOwn, dutyGone }
}
