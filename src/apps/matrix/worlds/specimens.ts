// What the kit has in the world of the matrix: an object for each audience, links, duties, a fact, a file.
import { sql } from 'kysely'
import { duties, stateFact } from '#kit/duties/duties.ts'
import { files } from '#kit/files/files.ts'
import { journal } from '#kit/journal/journal.ts'
import { newId } from '#kit/objects/id.ts'
import { type NewObject, objects } from '#kit/objects/objects.ts'
import type { TestPerson } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

/** One object for each audience, made by the planner of the county; a deleted one, one of the association, and a duty of the county to the body. */
export const specimensWorld: Builder = async ({ house, as, asWorker, people, at, id }) => {
  const made: Record<string, string> = {}
  const planner = people.planner!
  const make = (name: string, by: TestPerson, more: Partial<NewObject>) =>
    as(by, async (db) => {
      made[name] = newId(at)
      await objects(db).make({
        id: made[name],
        kind: 'specimen',
        title: `Probe ${name}`,
        owner: by.organisation,
        author: by.person,
        audience: 'organisation',
        ...more,
      })
      await journal(db).write({ verb: 'specimen.made', object: made[name], after: { title: name } })
    })
  await make('draft', planner, { audience: 'draft' })
  await make('internal', planner, {})
  await make('named', planner, { audience: 'named', readers: [id.strangers!] })
  await make('inBody', planner, { audience: 'body', body: id.body!, readers: [id.body!] })
  await make('chaired', people.chair!, { audience: 'body', body: id.body!, readers: [id.body!] })
  await make('members', planner, { audience: 'members' })
  await make('public', planner, { audience: 'public' })
  await make('gone', planner, {})
  await make('ofAssociation', people.member!, {})
  // A body that nobody outside it may know of, and somebody who is sent into it.
  Object.assign(made, { hiddenBody: newId(at), hiddenMandate: newId(at) })
  await house.asOwner(async (db) => {
    await sql`insert into kit.object (id, kind, title, owner, body, audience, created) values (${made.hiddenBody}, 'body', 'Verdeckt', ${id.others}, ${made.hiddenBody}, 'named', clock.now())`.execute(
      db,
    )
    await sql`insert into access.mandate (id, person, organisation, body, role, from_day, basis, recorded_at)
      values (${made.hiddenMandate}, ${people.elsewhere!.person}, ${id.others}, ${made.hiddenBody}, 'guest', '2026-01-01', 'Probe', clock.now())`.execute(
      db,
    )
  })
  // Thirty days later this one is erased.
  await make('erased', planner, {})
  await as(planner, (db) => objects(db).remove(made.erased!, true))
  await as(planner, async (db) => {
    for (const name of ['internal', 'public'])
      await objects(db).freeze(
        made[name]!,
        { title: name },
        { person: planner.person, organisation: planner.organisation },
      )
  })
  made.duty = (await asWorker((db) =>
    duties(db).owe(
      {
        kind: 'deliver',
        title: 'Probe einer Pflicht',
        debtor: id.county!,
        creditor: id.body!,
        becauseText: 'Für die Prüfung',
        strength: 'must',
        period: { from: '2026-01-01', until: '2027-01-01' },
        opens: '2026-12-01',
        due: '2027-02-01',
        body: id.body!,
        owner: id.county!,
        audience: 'body',
        readers: [id.body!, id.county!],
      },
      at,
      [],
    ),
  ))!
  made.dutyDone = (await asWorker((db) =>
    duties(db).owe(
      {
        kind: 'done',
        title: 'Probe einer erfüllten Pflicht',
        debtor: id.county!,
        creditor: id.body!,
        becauseText: 'Für die Prüfung',
        strength: 'must',
        period: { from: '2026-01-01', until: '2027-01-01' },
        opens: '2026-11-01',
        due: '2027-02-01',
        body: id.body!,
        owner: id.county!,
        audience: 'body',
        readers: [id.body!, id.county!],
      },
      at,
      [],
    ),
  ))!
  await asWorker((db) =>
    sql`insert into duties.reminder (duty, stage, on_day, due) values (${made.dutyDone}, 'soon', clock.today(), '2027-02-01')`.execute(
      db,
    ),
  )
  await as(planner, async (db) => {
    const entry = await journal(db).write({ verb: 'specimen.changed', object: made.inBody! })
    await stateFact(
      db,
      { kind: 'probe.done', organisation: id.county!, object: made.inBody!, day: '2026-11-22' },
      at,
      entry,
      ['done'],
    )
    const on = (await objects(db).find(made.inBody!))!
    made.file = await files(db).store(on, planner.person, at, {
      name: 'Probe.txt',
      type: 'text/plain',
      bytes: Buffer.from('Probe'),
    })
    made.bare = newId(at)
    await objects(db).make({
      id: made.bare,
      kind: 'organisation',
      title: 'Eben angelegt (Beispiel)',
      owner: made.bare,
      author: planner.person,
      audience: 'members',
    })
  })
  await as(planner, async (db) => {
    const link = (id: string, source: string, target: string) =>
      sql`insert into trail.link (id, kind, source, target, at, person, organisation) values (${id}, 'ledTo', ${source}, ${target}, clock.now(), ${planner.person}, ${planner.organisation})`.execute(
        db,
      )
    made.linkOut = newId(at)
    made.linkOpen = newId(at)
    await link(made.linkOut, made.internal!, made.public!)
    await link(made.linkOpen, made.public!, made.members!)
  })
  return made
}
