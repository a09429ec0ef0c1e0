// A poll about dates that runs, one that is over, and answers to an invitation, in the world of the matrix.
import { sql } from 'kysely'
import type { Poll } from '#areas/meetings/contract/polls.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const pollsWorld: Builder = async ({ house, people, id, asWorker }) => {
  const { office, chair, elsewhere } = people as Required<typeof people>
  const open = (reason: string) =>
    office!.post('/polls', {
      body: id.body,
      place: reason,
      until: '2027-01-31',
      options: [
        { day: '2027-02-15', starts: '14:00' },
        { day: '2027-02-16', starts: '14:00', ends: '16:00' },
      ],
      guests: [{ name: 'Gast der Prüfung', address: 'gast@example.org' }],
    })
  const gone = ok<Poll>(await open('Zurückgezogen'))
  ok(await chair!.act(`/polls/${gone.object.id}/withdrawal`, gone.object.revision, { reason: 'Für die Prüfung' }))
  const poll = ok<Poll>(await open('Landratsamt'))
  const answers = { [poll.options[0]!.id]: 'yes' }
  ok(await chair!.raw('PUT', `/polls/${poll.object.id}/answers`, { answers, seen: 0 }, {}))
  const token = (object: string, guest: string | null) =>
    asWorker(async (db) => {
      const { rows } = await sql<{
        token: string
      }>`select meetings.link_to_answer(${object}, ${guest ? null : people.delegate!.person},
        ${guest ? null : people.delegate!.organisation}, ${guest}) as token`.execute(db)
      return rows[0]!.token
    })
  const guest = poll.guests[0]!.id
  const made = {
    poll: poll.object.id,
    pollGone: gone.object.id,
    option: poll.options[0]!.id,
    optionOther: poll.options[1]!.id,
    optionGone: gone.options[0]!.id,
    pollGuest: guest,
    guestToken: await token(poll.object.id, guest),
    pollToken: await token(poll.object.id, null),
    invitationToken: await token(id.meetingPlanned!, null),
    barePoll: await house.asOwner(async (db) => {
      const { rows } = await sql<{
        id: string
      }>`insert into kit.object (id, kind, title, owner, body, author, audience, readers, created)
        values (gen_random_uuid(), 'poll', 'Noch leer', ${id.association}, ${id.body}, ${office!.person}, 'body', array[${id.body}]::uuid[], clock.now()) returning id`.execute(
        db,
      )
      return rows[0]!.id
    }),
  }
  await house.asOwner(async (db) => {
    await sql`insert into meetings.poll_answer (poll, voice, guest, answers) values (${made.poll}, 'guest', ${guest}, '{}')`.execute(
      db,
    )
    await sql`insert into meetings.response (meeting, organisation, answer) values (${id.meetingPlanned}, ${id.association}, 'comes')`.execute(
      db,
    )
  })
  return { ...made, elsewherePerson: elsewhere!.person }
}
