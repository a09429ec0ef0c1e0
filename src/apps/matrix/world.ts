// The world in which rights are proved: built once, through the API and on the application's login as its persons; then nothing in it changes any more.
import { sql } from 'kysely'
import { demoFile } from '#areas/figures/testing.ts'
import { type Database, openPool } from '#kit/db/database.ts'
import { inPlainTransaction, inTransaction } from '#kit/db/transaction.ts'
import { objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { Caller, TestHouse } from '../testing.ts'
import { addOrganisation, addPerson, founders, ok, type TestPerson, testPassword } from '../testing-people.ts'
import { everybody, type Subject } from './subjects.ts'
import { actorsLater } from './worlds/actors.ts'

export type Standing = { token: string | null; person: string | null; organisation: string | null; caller: Caller }
export type World = {
  at: string
  today: string
  subjects: Readonly<Record<Subject, Standing>>
  /** Ids by speaking names; what an area adds stands beside what the kit has. */
  id: Readonly<Record<string, string>>
  /** Revisions of what may be changed with If-Match, by the same names. */
  revision: Readonly<Record<string, number>>
}
/** What an area builds on top: returns names and ids. */
export type Builder = (stage: Stage) => Promise<Record<string, string>>
export type Stage = {
  house: TestHouse
  at: string
  root: TestPerson
  people: Readonly<Record<string, TestPerson>>
  id: Record<string, string>
  /** Runs SQL on the application's login as this person. */
  as<T>(person: { cookie: string; organisation: string }, work: (db: Database) => Promise<T>): Promise<T>
  asWorker<T>(work: (db: Database) => Promise<T>): Promise<T>
}

const built = '2026-11-22T08:00:00Z'
const now = '2027-01-15T09:00:00Z'
const tokenOf = (caller: { cookie: string }) => caller.cookie.slice(caller.cookie.indexOf('=') + 1)

export async function buildWorld(house: TestHouse, builders: readonly Builder[]): Promise<World> {
  const root = await founders(house, {
    name: 'Landkreis Matrix (Beispiel)',
    person: 'Rosa Root',
    email: 'root@example.org',
    areaKey: '09184',
  })
  const id: Record<string, string> = { county: root.organisation, root: root.person }
  const people: Record<string, TestPerson> = { root }
  for (const role of ['admin', 'head', 'planner', 'checker', 'staff', 'counsellor'] as const)
    people[role] = await addPerson(house, root, { name: `Kreis ${role}`, roles: [role] })
  people.ended = await addPerson(house, root, { name: 'Kreis ended', roles: ['planner'], until: '2026-12-01' })
  people.future = await addPerson(house, root, { name: 'Kreis future', roles: ['planner'], from: '2027-06-01' })
  for (const [name, title] of [
    ['association', 'Verband Matrix (Beispiel)'],
    ['strangers', 'Fremde (Beispiel)'],
    ['others', 'Andere (Beispiel)'],
  ] as const)
    id[name] = await addOrganisation(root, title, {
      kind: 'association',
      side: 'free',
      parent: name === 'association' ? root.organisation : null,
    })
  people.associationAdmin = await addPerson(house, root, {
    name: 'Verband admin',
    organisation: id.association!,
    roles: ['admin'],
  })
  people.member = await addPerson(house, people.associationAdmin, { name: 'Verband planner', roles: ['planner'] })
  people.stranger = await addPerson(house, root, {
    name: 'Fremde planner',
    organisation: id.strangers!,
    roles: ['planner'],
  })
  people.elsewhere = await addPerson(house, root, {
    name: 'Andere planner',
    organisation: id.others!,
    roles: ['planner'],
  })

  const found = (name: string, seats: string[]) =>
    root.post('/bodies', {
      name,
      shortName: name.slice(0, 20),
      mission: 'Für die Prüfung der Rechte',
      form: 'forum',
      constituencies: [{ name: 'Alle', chair: null }],
      seats: seats.map((organisation) => ({ organisation })),
    })
  id.body = ok<{ id: string }>(await found('Gremium Matrix (Beispiel)', [id.county!, id.association!])).id
  id.otherBody = ok<{ id: string }>(await found('Anderes Gremium (Beispiel)', [id.county!, id.others!])).id
  for (const role of ['chair', 'office', 'delegate', 'deputy', 'guest'] as const)
    people[role] = await addPerson(house, root, {
      name: `Gremium ${role}`,
      organisation: id.association!,
      body: { id: id.body, role },
    })
  ok(
    await root.post(`/bodies/${id.otherBody}/mandates`, {
      organisation: id.others,
      role: 'delegate',
      person: people.elsewhere.person,
      from: '2026-01-01',
      basis: 'Test',
    }),
  )

  await waiting(root, id)
  ok(await root.put(`/organisations/${id.county}/contact`, 2, { person: people.planner!.person }))
  ok(
    await people.member.put(`/organisations/${id.association}/contact`, 1, {
      person: people.member.person,
      deputy: people.associationAdmin.person,
      audience: 'public',
    }),
  )
  for (const [name, person] of Object.entries({
    planner: people.planner,
    member: people.member,
    stranger: people.stranger,
    association: people.associationAdmin,
    ended: people.ended,
    chair: people.chair,
  }))
    id[`${name}Person`] = person!.person

  const worker = openPool(house.logins.worker, 1)
  const stage: Stage = {
    house,
    at: built,
    root,
    people,
    id,
    as: (person, work) =>
      inTransaction(house.house.pool, { token: tokenOf(person), organisation: person.organisation }, null, (db) =>
        work(db),
      ),
    asWorker: (work) => inPlainTransaction(worker, work),
  }
  try {
    for (const builder of builders) Object.assign(id, await builder(stage))
  } finally {
    await worker.end()
  }
  await house.settle()
  await house.moveTo(now)
  const subjects = await standings(house, people)
  // What does not last: something just deleted, a kept reply, the preview of a file, a mailed link.
  const planner = { token: subjects.planner.token!, organisation: subjects.planner.organisation }
  await inTransaction(house.house.pool, planner, null, async (db) => {
    await search(db).put(id.gone!, 'Probewort')
    await objects(db).remove(id.gone!, true)
    await sql`insert into kit.reply (person, key, digest, at) values (${people.planner!.person}, 'kept-key', '', clock.now())`.execute(
      db,
    )
  })
  ok(await house.visitor.post('/password-reset', { email: people.associationAdmin.email }))
  id.preview = ok<{ id: string }>(
    await subjects.planner.caller.upload(
      '/figures/imports',
      'noch-einmal.csv',
      demoFile('22411-02-03-4_oberbayern.csv'),
    ),
  ).id
  Object.assign(id, await actorsLater(house, subjects.planner.caller, id))
  Object.assign(id, await named(house, people))
  return { at: now, today: '2027-01-15', subjects, id, ...(await revisions(house, id)) }
}

/** People who were invited and have not come yet: at home in the county, sent by the association, and both. */
async function waiting(root: TestPerson, id: Record<string, string>): Promise<void> {
  const term = { from: '2026-01-01', until: null, basis: 'Test' }
  const atHome = async (name: string, email: string) =>
    ok<{ person: string }>(
      await root.post(`/organisations/${id.county}/persons`, { name, email, mandates: [{ role: 'staff', ...term }] }),
    ).person
  id.waiting = await atHome('Wartet Zuhause', 'wartet@example.org')
  id.waitingBoth = await atHome('Wartet Beides', 'wartet.beides@example.org')
  ok(
    await root.post(`/bodies/${id.body}/mandates`, {
      organisation: id.county,
      role: 'delegate',
      person: id.waitingBoth,
      ...term,
    }),
  )
  id.waitingDelegate = ok<{ person: string }>(
    await root.post(`/bodies/${id.body}/mandates`, {
      organisation: id.association,
      role: 'delegate',
      newPerson: { name: 'Wartet Entsandt', email: 'wartet.auch@example.org' },
      ...term,
    }),
  ).person
}

/** Everybody signs in anew: sessions of the building time have run out. */
async function standings(
  house: TestHouse,
  people: Readonly<Record<string, TestPerson>>,
): Promise<Record<Subject, Standing>> {
  const standing = async (person: TestPerson, acts: boolean): Promise<Standing> => {
    const caller = await house.signIn(
      person.email,
      acts ? { for: person.organisation, password: testPassword } : { password: testPassword },
    )
    return { token: tokenOf(caller), person: person.person, organisation: acts ? person.organisation : null, caller }
  }
  const all: Partial<Record<Subject, Standing>> = {
    visitor: { token: null, person: null, organisation: null, caller: house.visitor },
    unmandated: await standing(people.ended!, false),
  }
  for (const subject of everybody) all[subject] ??= await standing(people[subject]!, true)
  return all as Record<Subject, Standing>
}

/** What has no name of its own: mandates and a mailed link. */
async function named(house: TestHouse, people: Readonly<Record<string, TestPerson>>): Promise<Record<string, string>> {
  const { rows } = await house.asOwner((db) =>
    sql<{ id: string; person: string }>`select id, person from access.mandate where superseded_at is null`.execute(db),
  )
  const mandateOf = (name: string) => rows.find((row) => row.person === people[name]!.person)!.id
  const mails = await house.asOwner((db) =>
    sql<{
      token: string
    }>`select data->>'token' as token from mail.message where template = 'access.reset' order by created desc limit 1`.execute(
      db,
    ),
  )
  return {
    plannerMandate: mandateOf('planner'),
    delegateMandate: mandateOf('delegate'),
    deputyMandate: mandateOf('deputy'),
    chairMandate: mandateOf('chair'),
    invitation: mails.rows[0]!.token,
  }
}

async function revisions(house: TestHouse, id: Readonly<Record<string, string>>) {
  const { rows } = await house.asOwner((db) =>
    sql<{
      id: string
      revision: number
    }>`select id, revision from kit.object where id::text = any (${Object.values(id)})`.execute(db),
  )
  const found = new Map(rows.map((row) => [row.id, row.revision]))
  return { revision: Object.fromEntries(Object.entries(id).map(([name, key]) => [name, found.get(key) ?? 1])) }
}
