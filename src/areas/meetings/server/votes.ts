// Handlers of who was there and how the seats voted. Quorum and majority are those of the rules that held on the day of the meeting.
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { meetings as contract, Meeting } from '../contract.ts'
import { seatsNeeded } from '../rules.ts'
import { votes } from '../store/votes.ts'
import { contentOf, loadMeeting, requireOpenMinutes } from './shown.ts'

type Part = Pick<Handlers<typeof contract>, 'noteAttendance' | 'recordVote' | 'takeBackVote'>

const keyOf = (seat: { organisation: string; unit: string | null }) => `${seat.organisation}/${seat.unit ?? ''}`

function itemOf(meeting: Meeting, item: string) {
  const found = meeting.items.find((one) => one.id === item)
  if (!found) throw new NotFound()
  return found
}

/** Refuses, in words, what the database would refuse as well. */
function requireQuorum({ voting }: Meeting, given: number): void {
  if (!voting) throw new Refusal('noVotes')
  const { rules, entitled, noted, present, quorate } = voting
  if (!rules) throw new Refusal('noRules')
  if (noted < entitled) throw new Refusal('attendanceMissing', { noted: `${noted}`, entitled: `${entitled}` })
  const needed = `${seatsNeeded(rules.quorum, entitled)}`
  if (!quorate) throw new Refusal('notQuorate', { present: `${present}`, entitled: `${entitled}`, needed })
  if (given > present || given === 0) throw new Refusal('tooManyVotes', { votes: `${given}`, present: `${present}` })
}

export const voteHandlers: Part = {
  async noteAttendance({ id, attendance }, scene) {
    const before = await loadMeeting(scene, id)
    if (before.status !== 'held') throw new Refusal('notHeld')
    requireOpenMinutes(before)
    if ([...before.items, ...before.removed].some((item) => item.vote)) throw new Refusal('votesCounted')
    const seats = new Map(
      before.attendance.map((seat) => [
        keyOf({ organisation: seat.organisation.id, unit: seat.unit?.id ?? null }),
        seat,
      ]),
    )
    const noted = new Map(attendance.map((one) => [keyOf(one), one]))
    for (const [key, { state }] of noted) {
      const seat = seats.get(key)
      if (!seat) throw new Refusal('noSeat')
      if (state === 'represented' && !seat.deputy) throw new Refusal('noDeputy', { name: seat.organisation.title })
    }
    await votes(scene.db).keepAttendance(id, [...noted.values()])
    const after = await loadMeeting(scene, id)
    await scene.record({ before: contentOf(before), after: contentOf(after) })
    return after
  },
  async recordVote({ id, item, ...count }, scene) {
    const { db, actor, at } = scene
    const before = await loadMeeting(scene, id)
    if (!before.voting) throw new Refusal('noVotes')
    if (before.status !== 'held') throw new Refusal('notHeld')
    requireOpenMinutes(before)
    itemOf(before, item)
    if (await votes(db).isResolved(item)) throw new Refusal('voteStays')
    requireQuorum(before, count.inFavour + count.against + count.abstained)
    await votes(db).record(id, item, count, { person: actor.person, at })
    await objects(db).change(id, {})
    const after = await loadMeeting(scene, id)
    await scene.record({ before: contentOf(before), after: contentOf(after) })
    return after
  },
  async takeBackVote({ id, item }, scene) {
    const { db } = scene
    const before = await loadMeeting(scene, id)
    requireOpenMinutes(before)
    if (!itemOf(before, item).vote) throw new Refusal('noVote')
    if (await votes(db).isResolved(item)) throw new Refusal('voteStays')
    await votes(db).takeBack(item)
    await objects(db).change(id, {})
    const after = await loadMeeting(scene, id)
    await scene.record({ before: contentOf(before), after: contentOf(after) })
    return after
  },
}
