// Elections in the world of the matrix: one that takes nominations, one decided, one decided and witnessed by another organisation.
import { sql } from 'kysely'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

type Shown = { head: { revision: number }; candidates: { id: string }[] }

export const electionsWorld: Builder = async ({ house, as, root, people, at, id }) => {
  const { office, delegate, planner } = people as Required<typeof people>
  const [groupA, groupB, groupC] = [newId(at), newId(at), newId(at)]
  const seats = { association: newId(at), county: newId(at) }
  await house.asOwner(async (db) => {
    for (const [key, name, chair] of [
      [groupA, 'Wählende', 'elected'],
      [groupB, 'Wählende Kreise', 'elected'],
      [groupC, 'Berufende', 'appointed'],
    ] as const)
      await sql`insert into cooperation.constituency (id, body, name, chair, term_years) values (${key}, ${id.body}, ${name}, ${chair}, 3)`.execute(
        db,
      )
    for (const [seat, organisation, group] of [
      [seats.association, id.association, groupA],
      [seats.county, id.county, groupB],
    ])
      await sql`insert into cooperation.seat (id, body, organisation, constituency, valid_from, recorded_at) values (${seat}, ${id.body}, ${organisation}, ${group}, '2026-02-01', clock.now())`.execute(
        db,
      )
  })
  const call = async (constituency: string, role: string) =>
    ok<{ id: string }>(await office!.post(`/bodies/${id.body}/elections`, { constituency, role, day: '2026-11-22' })).id
  const source = 'Nachricht an die Geschäftsstelle'
  const nominate = async (election: string, person: string, organisation: string) =>
    ok<Shown>(
      await office!.post(`/elections/${election}/candidates`, { person, organisation, source, consented: true }),
    ).candidates[0]!.id
  const count = async (election: string, candidate: string) => {
    const { head } = ok<Shown>(await office!.get(`/elections/${election}`))
    ok(
      await office!.act(`/elections/${election}/rounds`, head.revision, {
        present: 1,
        votes: [{ candidate, votes: 1 }],
      }),
    )
  }
  const electionOpen = await call(groupA, 'chair')
  const candidacy = await nominate(electionOpen, delegate!.person, id.association!)
  const electionDecided = await call(groupA, 'deputy')
  await count(electionDecided, await nominate(electionDecided, delegate!.person, id.association!))
  const electionWitnessed = await call(groupB, 'deputy')
  await count(electionWitnessed, await nominate(electionWitnessed, planner!.person, id.county!))
  ok(await root.post(`/elections/${electionWitnessed}/witness`))
  const bareElection = newId(at)
  await as(office!, (db) =>
    objects(db).make({
      id: bareElection,
      kind: 'election',
      title: 'Leer: Wahl',
      owner: office!.organisation,
      body: id.body!,
      author: office!.person,
      audience: 'body',
      readers: [id.body!],
    }),
  )
  // What only the functions and the worker write stands there too, so that seeing it can be proved.
  await house.asOwner(async (db) => {
    await sql`insert into cooperation.ballot_key (election, number, modulus) values (${electionWitnessed}, 1, 4711)`.execute(
      db,
    )
    await sql`insert into cooperation.ballot_draw (election, number, seat) values (${electionWitnessed}, 1, ${seats.county})`.execute(
      db,
    )
    await sql`insert into cooperation.ballot (id, election, number, mark, answer) values (${newId(at)}, ${electionWitnessed}, 1, '\\x00', 'abstained')`.execute(
      db,
    )
    await sql`insert into cooperation.interim (mandate, body, constituency) select id, body, ${groupA} from access.mandate where person = ${people.chair!.person} and superseded_at is null limit 1`.execute(
      db,
    )
  })
  return {
    delegatePerson: delegate!.person,
    groupA,
    groupB,
    groupC,
    electionOpen,
    electionDecided,
    electionWitnessed,
    bareElection,
    candidacy,
    seatVoting: seats.association,
    seatCounty: seats.county,
  }
}
